from parcours.testing import fails, passes, silent


def link(href: str, label: str = "Write to us") -> str:
    return f'<meta name="viewport" content="width=device-width"><p><a href="{href}">{label}</a></p>'


EXAMPLES = (
    silent("no mail link", link("/contact", "aide@shop.example")),
    silent("a telephone link", link("tel:+33123456789")),
    passes("an address", link("mailto:aide@shop.example")),
    passes("an address as label", link("mailto:aide@shop.example", "aide@shop.example")),
    passes("capitals", link("MAILTO:Aide@Shop.example", "aide@shop.example")),
    passes("an address in a sentence", link("mailto:aide@shop.example", "Write to aide@shop.example.")),
    passes("a tag and a dot", link("mailto:service.client+web@mail.shop.example")),
    passes("a subject", link("mailto:aide@shop.example?subject=Ma%20commande&amp;body=Bonjour")),
    passes("letters with accents", link("mailto:aide@shop.example?subject=Réclamation")),
    passes("two addresses", link("mailto:aide@shop.example,sav@shop.example")),
    passes("the address in the query", link("mailto:?to=aide@shop.example")),
    passes("a button that shares", link("mailto:?subject=Regarde&amp;body=https%3A%2F%2Fshop.example%2F")),
    passes("a plus in an address of the web", link("mailto:aide@shop.example?body=https%3A%2F%2Fshop.example%2F1+2")),
    passes("blanks in a text to share", link("mailto:?subject=A boot&amp;body=Look")),
    passes("example is a word too", link("mailto:test@shop.example")),
    passes("an international host", link("mailto:aide@bücher.example")),
    fails("nothing", link("mailto:"), {"empty"}),
    fails("slashes", link("mailto://aide@shop.example"), {"slashes"}),
    fails("a semicolon", link("mailto:aide@shop.example;sav@shop.example"), {"semicolon"}),
    fails("a name before the address", link("mailto:Aide <aide@shop.example>"), {"name"}),
    fails("no host", link("mailto:aide@shop"), {"address"}),
    fails("no at", link("mailto:aide"), {"address"}),
    fails("two ats", link("mailto:aide@@shop.example"), {"address"}),
    fails("two dots", link("mailto:aide@shop..example"), {"address"}),
    fails("a blank inside", link("mailto:aide clients@shop.example"), {"address"}),
    fails("a template that was not filled", link("mailto:{{ email }}"), {"address"}),
    fails("a placeholder's host", link("mailto:info@example.com"), {"placeholder"}),
    fails("a placeholder's name", link("mailto:your-email@domain.com"), {"placeholder"}),
    fails("a blank in the subject", link("mailto:aide@shop.example?subject=Ma commande"), {"unencoded"}),
    fails("a plus for a blank", link("mailto:aide@shop.example?subject=Ma+commande"), {"plus"}),
    fails("a second question mark for an and", link("mailto:aide@shop.example?suject=Bonjour"), {"field"}),
    fails("an and that was escaped twice", link("mailto:a@shop.example?subject=A&amp;amp;body=B"), {"field"}),
    fails("another address than the label's", link("mailto:sav@shop.example", "aide@shop.example"), {"label"}),
    fails("two links, one of them wrong", link("mailto:aide@shop.example") + link("mailto:"), {"empty"}),
)
