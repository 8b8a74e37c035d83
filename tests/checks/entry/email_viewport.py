from messages import begun, mailed, texted
from parcours.facts.mail import read_mail
from parcours.testing import fails, passes, silent

CALL = '<a href="https://shop.example/">Boots</a>'
NARROW = "<style>@media (max-width: 480px) { td { width: 100% } }</style>"


def head(content: str) -> str:
    return f'<head><meta name="viewport" content="{content}">{NARROW}</head>{CALL}'


EXAMPLES = (
    silent("a text message", texted("https://shop.example/")),
    silent("a mail without HTML", begun(read_mail(b"Subject: A\n\nhttps://shop.example/", "a.eml").message)),
    passes("the screen's own width", mailed(head("width=device-width, initial-scale=1"))),
    passes("zoom up to two", mailed(head("width=device-width, maximum-scale=2"))),
    passes("no styles for narrow screens, and no tag", mailed(CALL)),
    fails("styles for narrow screens, and no tag", mailed(NARROW + CALL), {"missing"}),
    fails("no zoom", mailed(head("width=device-width, user-scalable=no")), {"zoom"}),
    fails("hardly any zoom", mailed(head("width=device-width, maximum-scale=1.9")), {"zoom"}),
)
