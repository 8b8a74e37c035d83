from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
OFF = '<meta name="format-detection" content="telephone=no">'


def page(body: str, lang: str = "fr") -> str:
    return f'<html lang="{lang}">{PHONE}<body>{body}'


EXAMPLES = (
    silent("no number", page("<p>Hello</p>")),
    silent("a short number", page("<p>Appelez le 3639</p>")),
    silent("a hidden number", page('<p style="display:none">01 23 45 67 89</p>')),
    silent("SIRET", page("<p>SIRET 812 345 678 00012, RCS Paris 812 345 678</p>")),
    silent("IBAN", page("<p>IBAN FR76 3000 6000 0112 3456 7890 189</p>")),
    silent("ISBN", page("<p>ISBN 978-2-07-036822-8</p>")),
    silent("dates", page("<p>du 01/02/2024 au 03/04/2024</p>")),
    silent("opening hours", page("<p>09.00 - 12.30 13.30 - 18.00</p>", "de")),
    silent("a price", page("<p>1 234 567,89 €</p>")),
    silent("an order number", page("<p>Commande n° 0123456789</p>")),
    silent("an order number under its label", page("<dl><dt>Commande n°</dt><dd>01 23 45 67 89</dd></dl>")),
    silent("a payment card", page("<p>4970 1012 3456 7890</p>")),
    silent("coordinates", page("<p>48.8566140, 2.3522219</p>")),
    silent("an IP address", page("<p>192.168.100.200</p>")),
    silent("a postcode", page("<p>75001 Paris, 69002 Lyon</p>")),
    silent("customers counted", page("<p>+20 000 000 de clients</p>")),
    silent("a fax", page("<p>Fax : 01 23 45 67 89</p>")),
    silent("a fax under its label", page("<p><b>Fax</b> 01 23 45 67 89</p>")),
    silent("a fax after its label", page("<p><span>Télécopie :</span> <span>01 23 45 67 89</span></p>")),
    silent("a piece of code", page("<pre>01 23 45 67 89</pre>")),
    silent("a number on a button", page("<button>01 23 45 67 89</button>")),
    silent("a number that a script listens to", page('<p onclick="dial()">01 23 45 67 89</p>')),
    silent(
        "a title with a number, that is a link",
        page('<a href="/news">Le 01 23 45 67 89, le numéro qui agace toute la France depuis un an</a>'),
    ),
    passes("a telephone link", page('<a href="tel:+33123456789">01 23 45 67 89</a>')),
    passes(
        "a telephone link around more",
        page('<a href="tel:+33123456789"><b>Appelez</b> <span>01 23 45 67 89</span></a>'),
    ),
    passes("a text beside its telephone link", page('<p><a href="tel:+33123456789">Appeler</a> 01 23 45 67 89</p>')),
    passes(
        "the link is in the footer",
        page('<p>Appelez le 01 23 45 67 89</p><footer><a href="tel:+33 1 23 45 67 89">+33 1 23 45 67 89</a></footer>'),
    ),
    passes("a number on WhatsApp", page('<a href="https://wa.me/33612345678">06 12 34 56 78</a>')),
    passes("a link that a script follows", page('<a href="javascript:dial()">01 23 45 67 89</a>')),
    fails("a number as plain text", page("<p>Appelez le 01 23 45 67 89</p>"), {"unlinked"}),
    fails("on Android", page("<p>Appelez le 01 23 45 67 89</p>"), {"unlinked"}, device="android"),
    fails("where Safari is forbidden to help", page(f"{OFF}<p>Appelez le 01 23 45 67 89</p>"), {"unlinked"}),
    fails("an international number", page("<p>+33 (0)1 23 45 67 89</p>", "ja"), {"unlinked"}),
    fails(
        "the telephone between a SIRET and a fax",
        page("<p>SIRET 812 345 678 00012 Tél. 01 23 45 67 89 Fax 01 23 45 67 90</p>"),
        {"unlinked"},
    ),
    fails("a label beside it", page("<dl><dt>Téléphone</dt><dd>0123456789</dd></dl>"), {"unlinked"}),
    fails("two lines", page("<p>01 23 45 67 89<br>06 11 22 33 44</p>"), {"unlinked"}),
    fails("an American number", page("<p>(212) 555-0123</p>", "en-US"), {"unlinked"}),
    fails("a British number", page("<p>Call 020 7946 0958</p>", "en-GB"), {"unlinked"}),
    fails("a German number", page("<p>030 / 12345678</p>", "de"), {"unlinked"}),
    fails("a Spanish number", page("<p>912 345 678</p>", "es"), {"unlinked"}),
    fails("an Italian number", page("<p>Telefono 06 12345678</p>", "it"), {"unlinked"}),
    fails("a Dutch number", page("<p>020-1234567</p>", "nl"), {"unlinked"}),
    fails("a Belgian number", page("<p>02 123 45 67</p>", "fr-BE"), {"unlinked"}),
    fails("a Swiss number", page("<p>044 123 45 67</p>", "de-CH"), {"unlinked"}),
    fails(
        "another number is linked",
        page('<p>01 23 45 67 89 <a href="tel:+33199887766">01 99 88 77 66</a></p>'),
        {"unlinked"},
    ),
    fails(
        "a number in a frame",
        page('<iframe src="/f" width="300" height="200"></iframe>'),
        {"unlinked"},
        others={"https://shop.example/f": page("<p>01 23 45 67 89</p>")},
    ),
    fails("a number that opens a page", page('<a href="/contact">01 23 45 67 89</a>'), {"elsewhere"}),
)
