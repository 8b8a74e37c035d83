from parcours.testing import fails, silent

PHONE = '<meta name="viewport" content="width=device-width">'


def page(body: str) -> str:
    return f"{PHONE}<h1>Offer</h1>{body}"


EXAMPLES = (
    silent("a contact link", page('<a href="/contact">Contact</a>')),
    silent("a recall of a product", page('<a href="/rappels">Rappel de produits</a>')),
    silent("a title about appointments", page('<a href="/n">Comment prendre rendez-vous chez un médecin en 2024</a>')),
    silent("a hidden one", page('<a href="https://calendly.com/shop" style="display:none">Choose</a>')),
    silent("a host that only ends alike", page('<a href="https://notcalendly.com/shop">Choose</a>')),
    fails("a calendar elsewhere", page('<a href="https://calendly.com/shop">Choisir une date</a>'), {"service"}),
    fails(
        "a calendar in a frame",
        page('<iframe src="https://app.acuityscheduling.com/x" width="300" height="300"></iframe>'),
        {"service"},
    ),
    fails("a doctor's", page('<a href="https://www.doctolib.fr/x">Choisir</a>'), {"service"}),
    fails("French", page('<button>Être rappelé</button><a href="/r">Prendre rendez-vous</a>'), {"words"}),
    fails("English", page('<a href="/c">Request a call back</a>'), {"words"}),
    fails("German", page('<a href="/c">Rückrufservice</a>'), {"words"}),
    fails("Spanish", page('<a href="/c">Pedir cita previa</a>'), {"words"}),
    fails("Italian", page('<a href="/c">Prenota un appuntamento</a>'), {"words"}),
    fails("Dutch", page('<a href="/c">Afspraak maken</a>'), {"words"}),
    fails(
        "one service at two places is one",
        page('<a href="https://calendly.com/shop">A</a><a href="https://calendly.com/shop">B</a>'),
        {"service"},
    ),
)
