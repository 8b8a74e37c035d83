from messages import begun, drawn
from parcours.facts.mail import read_mail
from parcours.testing import fails, passes, silent

EXAMPLES = (
    silent("a mail without HTML", begun(read_mail(b"Subject: A\n\nhttps://shop.example/", "a.eml").message)),
    passes("102 kB", drawn(bytes=104_448)),
    fails("a byte more", drawn(bytes=104_449), {"long"}),
)
