from parcours.testing import fails, passes, silent


def link(href: str) -> str:
    return f'<meta name="viewport" content="width=device-width"><p><a href="{href}">Write a message</a></p>'


EXAMPLES = (
    silent("a telephone link", link("tel:+33612345678")),
    silent("a page", link("/sms:12")),
    passes("an international number", link("sms:+33612345678")),
    passes("visual separators", link("sms:+33-6-12.34.56-78")),
    passes("a short number", link("sms:31234")),
    passes("six digits", link("sms:312345")),
    passes("a text", link("sms:+33612345678?body=Bonjour%20!")),
    passes("two numbers", link("sms:+33612345678,+33612345679?body=Bonjour")),
    passes("a button that shares", link("sms:?body=https%3A%2F%2Fshop.example%2F")),
    passes("a button that shares on older iPhones", link("sms:&amp;body=https%3A%2F%2Fshop.example%2F")),
    passes("Italy keeps its 0", link("sms:+390612345678")),
    fails("nothing", link("sms:"), {"empty"}),
    fails("the scanners' scheme", link("smsto:+33612345678"), {"scheme"}),
    fails("slashes", link("sms://+33612345678"), {"slashes"}),
    fails("a semicolon", link("sms:+33612345678;+33612345679"), {"semicolon"}),
    fails("Apple's text", link("sms:+33612345678&amp;body=Bonjour"), {"body-mark"}),
    fails("another of Apple's texts", link("sms:+33612345678;body=Bonjour"), {"body-mark"}),
    fails("blanks in the text", link("sms:+33612345678?body=Bonjour a tous"), {"unencoded"}),
    fails("plus signs in the text", link("sms:+33612345678?body=Bonjour+madame"), {"plus"}),
    fails("blanks in the number", link("sms:+33 6 12 34 56 78"), {"spaces"}),
    fails("encoded blanks", link("sms:+33%206%2012%2034%2056%2078"), {"spaces"}),
    fails("words", link("sms:shop"), {"letters"}),
    fails("a placeholder", link("sms:+1234567890"), {"placeholder"}),
    fails("zeros", link("sms:0000000000"), {"placeholder"}),
    fails("too long", link("sms:+3361234567890123"), {"too-long"}),
    fails("the trunk 0", link("sms:+33(0)612345678"), {"trunk-zero"}),
    fails("00 for the plus", link("sms:0033612345678"), {"double-zero"}),
    fails("00 after the plus", link("sms:+0033612345678"), {"double-zero"}),
    fails("no country", link("sms:0612345678"), {"national"}),
    fails("seven digits", link("sms:3123456"), {"national"}),
)
