from parcours.testing import fails, passes, silent


def tag(content: str) -> str:
    return f'<meta name="viewport" content="{content}"><p>hello</p>'


EXAMPLES = (
    silent("no tag", "<p>hello</p>"),
    passes("one", tag("width=device-width, initial-scale=1")),
    passes("one with decimals", tag("width=device-width, initial-scale=1.00")),
    passes("yes means one", tag("width=device-width, initial-scale=yes")),
    passes("no scale", tag("width=device-width")),
    passes("a negative scale is none", tag("width=device-width, initial-scale=-2")),
    passes(
        "a scale that is no number is another rule's", tag("width=device-width, initial-scale=foo"), device="android"
    ),
    passes("a wide page that is shrunk to be seen whole", tag("width=1024, initial-scale=0.38")),
    passes(
        "a scale that the smallest one overrules",
        tag("width=device-width, initial-scale=0.5, minimum-scale=1, maximum-scale=1"),
    ),
    passes("a smallest scale above one is another rule's", tag("width=device-width, initial-scale=1, minimum-scale=2")),
    passes("an iPhone takes no zero", tag("width=device-width, initial-scale=0")),
    fails("an Android takes a zero", tag("width=device-width, initial-scale=0"), {"shrunk"}, device="android"),
    fails("a half", tag("width=device-width, initial-scale=0.5"), {"shrunk"}),
    fails("a half without a width", tag("initial-scale=0.5"), {"shrunk"}),
    fails("just below one", tag("width=device-width, initial-scale=0.9"), {"shrunk"}),
    fails("a narrow width that a half makes wide", tag("width=320, initial-scale=0.9"), {"shrunk"}),
    fails("no means zero", tag("width=device-width, initial-scale=no"), {"shrunk"}, device="android"),
    fails("just above one", tag("width=device-width, initial-scale=1.1"), {"magnified"}),
    fails("twice", tag("width=device-width, initial-scale=2"), {"magnified"}),
    fails("a percentage", tag("width=device-width, initial-scale=100%"), {"magnified"}),
)
