from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width"><html lang="fr">'
MAIL = '<a href="mailto:aide@shop.example">Écrire</a>'
FORM = "<form><textarea></textarea></form>"
CHAT = "https://client.crisp.chat/l.js"


def page(body: str, title: str = "Contact") -> str:
    return f"{PHONE}<h1>{title}</h1>{body}"


EXAMPLES = (
    silent("nothing written", page("<p>Bonjour</p>")),
    silent("only a telephone", page('<a href="tel:+33123456789">Appeler</a>')),
    silent("a mail link on a page that leads on to contact", page(f'{MAIL}<a href="/contact">Contact</a>', "Offre")),
    silent("a hidden mail link", page('<a href="mailto:aide@shop.example" style="display:none">x</a>')),
    silent(
        "a mail link in the text of another page",
        page('<p>She wrote to <a href="mailto:anna@shop.example">anna</a> at once.</p>', "Offre"),
    ),
    silent("an address in the text of another page", page("<p>write to her: anna@shop.example</p>", "Offre")),
    fails("an address to be read, on the contact page", page("<p>aide@shop.example</p>"), {""}),
    passes("a telephone beside it", page(f'{MAIL}<a href="tel:+33123456789">Appeler</a>')),
    passes("a telephone to be read", page(f"{MAIL}<p>Tél. 01 23 45 67 89</p>")),
    passes("a telephone in the closed menu", page(f'{MAIL}<nav hidden><a href="tel:+33123456789">Appeler</a></nav>')),
    passes("a messenger beside it", page(f'{FORM}<a href="https://wa.me/33612345678">WhatsApp</a>')),
    passes("text messages", page(f'{FORM}<a href="sms:+33612345678">SMS</a>')),
    passes("a chat", page(f'{FORM}<script src="{CHAT}"></script>'), others={CHAT: "window.$crisp = []"}),
    passes("a chat that did not load is another rule's", page(f'{FORM}<script src="{CHAT}"></script>')),
    passes("a call back", page(f"{FORM}<button>Être rappelé</button>")),
    fails("mail only", page(MAIL), {""}),
    fails("a form only", page(FORM), {""}),
    fails("both", page(MAIL + FORM), {""}),
    fails("a contact page that leads to help", page(f'{FORM}<a href="/aide">Aide</a>'), {""}),
    fails("a contact page by its address", page(FORM + '<a href="/aide">Aide</a>', "Bonjour"), {""}, url="https://shop.example/fr/contact"),
    fails("mail only, and nowhere to go on", page(MAIL, "Offre"), {""}),
    fails("a button that shares on WhatsApp", page(f'{MAIL}<a href="https://wa.me/?text=x">WhatsApp</a>'), {""}),
)  # fmt: skip
