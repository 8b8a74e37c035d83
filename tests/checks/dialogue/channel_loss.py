from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, StepTrace

PHONE = '<meta name="viewport" content="width=device-width"><html lang="fr">'
HERE = "https://bank.example/login"


def page(body: str) -> str:
    return f"{PHONE}<h1>Suivi de votre commande</h1><p>Commande n° 123456</p>{body}"


def seen(url: str, *, password: bool = True) -> PageSnapshot:
    field = Element("#p", "input", attrs={"type": "password" if password else "text"}, visible=True)
    return PageSnapshot(url=url, frames=(FrameFacts(elements=(field,)),), facets=frozenset({"frames"}))


def journey(*pages: PageSnapshot, typed: int = 0, ended: str = "done") -> JourneyTrace:
    steps = (StepTrace("type-1", "type", "type", ended=ended, page=typed),)  # type: ignore[arg-type]
    return JourneyTrace(pages=pages, steps=steps, facets=frozenset({"frames"}))


EXAMPLES = (
    silent("a page like any other", f'{PHONE}<h1>Le printemps</h1><a href="https://wa.me/33612345678">WhatsApp</a>'),
    silent("a case and a number to call", page('<a href="tel:+33123456789">Appeler</a>')),
    silent("a case and a form", page("<form><textarea></textarea></form>")),
    silent("a case and an address to copy", page("<p>aide@shop.example</p>")),
    silent("a journey without pages", JourneyTrace(facets=frozenset({"frames"}))),
    silent("one log-in", journey(seen(HERE))),
    silent("two log-in pages, and nobody logged in", journey(seen(HERE), seen("https://chat.example/login"), ended="blocked")),
    silent("a log-in and pages behind it", journey(seen(HERE), seen("https://bank.example/home", password=False))),
    silent("something was typed elsewhere", journey(seen("https://bank.example/", password=False), seen(HERE))),
    passes("a message that knows the case", page('<a href="https://wa.me/33612345678?text=Commande%20123456">WhatsApp</a>')),
    passes("a mail that knows the case", page('<a href="mailto:aide@shop.example?subject=Commande%20123456">Écrire</a>')),
    passes("the same log-in twice, after a slip", journey(seen(HERE), seen(HERE + "?error=1"))),
    fails("an empty message", page('<a href="https://wa.me/33612345678">WhatsApp</a>'), {"no-reference"}),
    fails("a message about something else", page('<a href="sms:+33612345678?body=Bonjour">SMS</a>'), {"no-reference"}),
    fails("a mail without a subject", page('<a href="mailto:aide@shop.example">Écrire</a>'), {"no-reference"}),
    fails("a second log-in for the chat", journey(seen(HERE), seen("https://bank.example/home", password=False), seen("https://chat.example/login")), {"login-again"}),
    fails("a second log-in on the same host", journey(seen(HERE), seen("https://bank.example/messages/login")), {"login-again"}),
)  # fmt: skip
