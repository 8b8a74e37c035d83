from parcours.testing import fails, passes, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width">'
FORM = "<form><label>Votre message <textarea></textarea></label><button>Envoyer</button></form>"
CONTACT = {"url": "https://shop.example/contact"}
LONG = "x " * 110


def page(body: str, lang: str = "fr", form: str = FORM) -> str:
    return f'<!doctype html><html lang="{lang}">{PHONE}{body}{form}'


EXAMPLES = (
    silent("a page that nobody writes from", page("<h1>Nos bottes</h1>", form="")),
    silent("a mail address in the foot of a landing page", page('<footer><a href="mailto:bonjour@shop.example">Écrire</a></footer>', form="")),
    silent("a contact page with a number alone", page('<h1>Contact</h1><a href="tel:+33123456789">Appeler</a>', form=""), **CONTACT),
    silent("a newsletter", page("", form='<form class="newsletter"><input type="email"><button>OK</button></form>')),
    silent("comments below an article", page("", form='<form id="commentform"><textarea></textarea></form>')),
    silent("a search", page("", form='<form role="search"><input type="search"></form>')),
    silent("a language that we do not read", page("<h1>Skontaktuj się</h1>", "pl")),
    passes("within 24 hours", page("<p>Réponse sous 24 h.</p>")),
    passes("less than an hour", page("<p>Un message reçoit sa réponse en moins d’une heure.</p>")),
    passes("working days", page("<p>Nous vous répondons sous 2 jours ouvrés.</p>")),
    passes("the delay before the verb", page("<p>Sous 48 heures, un conseiller vous répond.</p>")),
    passes("in bold", page("<p>Nous répondons sous <b>24 heures</b>.</p>")),
    passes("the same day", page("<p>Nous répondons dans la journée.</p>")),
    passes("English", page("<p>Typically replies in 5 minutes</p>", "en")),
    passes("one business day", page("<p>We will get back to you within one business day.</p>", "en")),
    passes("from two to three days", page("<p>You will hear from us in 2 to 3 working days.</p>", "en")),
    passes("German", page("<p>Wir antworten innerhalb von 24 Stunden.</p>", "de")),
    passes("Spanish", page("<p>Respondemos en menos de 24 horas.</p>", "es")),
    passes("Italian", page("<p>Ti rispondiamo entro 48 ore.</p>", "it")),
    passes("Dutch", page("<p>Wij antwoorden binnen twee werkdagen.</p>", "nl")),
    passes("no language said", f"{PHONE}<p>We reply within 4 hours.</p>{FORM}"),
    passes("opening hours", page("<p>Du lundi au samedi, de 9 h 30 à 19 h</p>")),
    passes("hours for machines", page('<script type="application/ld+json">{"@type": "ContactPoint", "hoursAvailable": "Mo-Fr"}</script>')),
    passes("a contact page that says it", page('<h1>Contact</h1><p>Réponse sous 24 h</p><a href="mailto:aide@shop.example">Écrire</a>', form=""), **CONTACT),
    silent("a contact page with an address that nobody reads", page('<h1>Contact</h1><a href="mailto:no-reply@shop.example">Écrire</a>', form=""), **CONTACT),
    fails("a form and no word", page("<h1>Nous écrire</h1>"), {"none"}),
    fails("a contact page with an address", page('<h1>Contact</h1><a href="mailto:aide@shop.example">Écrire</a>', form=""), {"none"}, **CONTACT),
    fails("a contact page with a messenger", page('<h1>Contact</h1><a href="https://wa.me/33612345678">WhatsApp</a>', form=""), {"none"}, **CONTACT),
    fails("a delay of something else", page("<p>Livraison en 48 heures, paiement en trois fois.</p>"), {"none"}),
    fails("a promise that is hidden", page('<p style="display:none">Réponse sous 24 h</p>'), {"none"}),
    fails("a long text of something else", page(f"<p>Livraison {LONG}</p>"), {"none"}),
    fails("as soon as possible", page("<p>Nous vous répondrons dans les plus brefs délais.</p>"), {"vague"}),
    fails("as soon as possible, in English", page("<p>We reply as soon as possible.</p>", "en"), {"vague"}),
    reviews("a long text that begins to speak of answers", page(f"<p>Nous répondons {LONG} sous 24 h</p>"), {"long"}),
)  # fmt: skip
