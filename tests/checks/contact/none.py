from parcours.testing import fails, passes, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width"><html lang="fr">'
CHAT = "https://widget.intercom.io/widget/abc"


def page(body: str) -> str:
    return f"{PHONE}<h1>Our offer</h1><p>Half a price until Sunday.</p>{body}"


TERMS = '<footer><a href="/terms">Mentions légales</a></footer>'

EXAMPLES = (
    silent("a file that is no page", "hello", headers={"content-type": "text/plain"}),
    passes("a telephone link", page('<a href="tel:+33123456789">Appeler</a>')),
    passes("a mail link", page('<a href="mailto:aide@shop.example">Écrire</a>')),
    passes("a WhatsApp link", page('<a href="https://wa.me/33612345678">WhatsApp</a>')),
    passes("a text message", page('<a href="sms:+33612345678">SMS</a>')),
    passes("Apple's messages", page('<a href="https://bcrw.apple.com/urn:biz:12">iMessage</a>')),
    passes("a contact link in the footer", page('<footer><a href="/c/12">Nous contacter</a></footer>')),
    passes("help, one tap away", page('<a href="/x">Aide</a>')),
    passes("an adviser", page('<a href="/x">Prendre rendez-vous</a>')),
    passes("English", page('<a href="/x">Get in touch</a>')),
    passes("German", page('<a href="/x">Kontakt &amp; Anfahrt</a>')),
    passes("Germany's imprint must name a telephone or a mail address", page('<a href="/x">Impressum</a>')),
    passes("Spanish", page('<a href="/x">Atención al cliente</a>')),
    passes("Italian", page('<a href="/x">Contattaci</a>')),
    passes("Dutch", page('<a href="/x">Klantenservice</a>')),
    passes(
        "a picture that leads to /contact",
        page('<a href="/fr/contact.html"><img src="data:," alt="" width="20" height="20"></a>'),
    ),
    passes("a button that opens a form", page("<button>Contactez-nous</button>")),
    passes(
        "a form to write in",
        page('<form action="/send"><input type="email"><textarea></textarea><button>Envoyer</button></form>'),
    ),
    passes("a form without a form", page("<div><textarea></textarea></div>")),
    passes("a number to be read", page("<p>Téléphone : 01 23 45 67 89</p>")),
    passes("a mail address to be read", page("<p>aide@shop.example</p>")),
    passes("an appointment elsewhere", page('<a href="https://calendly.com/shop">Choisir une date</a>')),
    passes(
        "a form of another site",
        page('<iframe src="https://form.typeform.com/to/x" width="300" height="300"></iframe>'),
    ),
    passes("a chat that loads", page(f'<script src="{CHAT}"></script>'), others={CHAT: "window.Intercom = () => {}"}),
    passes("a chat of one's own domain, known by its name", page("<script>window.$chatwoot = {}</script>")),
    passes(
        "a contact link inside a closed menu",
        page('<button aria-expanded="false">☰</button><nav style="display:none"><a href="/contact">Contact</a></nav>'),
    ),
    passes(
        "a menu known by its class",
        page('<a class="navbar-burger" href="#">=</a><nav hidden><a href="tel:+33123456789">x</a></nav>'),
    ),
    passes(
        "a contact link inside a frame",
        page('<iframe src="/f" width="300" height="200"></iframe>'),
        others={"https://shop.example/f": '<a href="/contact">Contact</a>'},
    ),
    fails("nothing at all", page(""), {""}),
    fails("terms and no contact", page(TERMS), {""}),
    fails("on Android too", page(TERMS), {""}, device="android"),
    fails("a button that shares by mail", page('<a href="mailto:?subject=look">Partager</a>'), {""}),
    fails("a button that shares on WhatsApp", page('<a href="https://wa.me/?text=look">WhatsApp</a>'), {""}),
    fails("a button that shares by message", page('<a href="sms:?body=look">SMS</a>'), {""}),
    fails("a title with help in it", page('<a href="/news/1">How to help your dog through the hot summer</a>'), {""}),
    fails("contact lenses", page('<a href="/lenses">Contact lenses</a><a href="/l">Lentilles de contact</a>'), {""}),
    fails("food for cats", page('<a href="/croquettes">Croquettes chat</a>'), {""}),
    fails("a request for money", page('<a href="/give">Support our journalism</a>'), {""}),
    fails("a box for comments", page('<form id="commentform"><textarea></textarea></form>'), {""}),
    fails("a search", page('<form role="search"><input type="search"></form>'), {""}),
    fails("a newsletter", page('<form><input type="email"><button>OK</button></form>'), {""}),
    fails("a social network", page('<a href="https://www.facebook.com/shop">Facebook</a>'), {""}),
    fails("a SIRET is no telephone", page("<p>SIRET 812 345 678 00012</p>"), {""}),
    fails("a tracker of a chat's maker", page('<script src="https://js.hs-scripts.com/1.js"></script>'), {""}),
    reviews(
        "contact that is hidden from phones",
        page('<nav style="display:none"><a href="/contact">Contact</a></nav>'),
        {"hidden"},
    ),
    reviews("a chat that does not load", page(f'<script src="{CHAT}"></script>'), {"chat"}),
    reviews(
        "a chat that does not load, whose name is there already",
        page(f'<script>window.Intercom = []</script><script src="{CHAT}"></script>'),
        {"chat"},
    ),
)
