from parcours.testing import fails, passes, silent


def tag(content: str) -> str:
    return f'<meta name="viewport" content="{content}"><p>hello</p>'


EXAMPLES = (
    silent("no tag", "<p>hello</p>"),
    passes("plain numbers", tag("width=device-width, initial-scale=1.0, maximum-scale=5.")),
    passes("numbers of every spelling", tag("width=device-width, initial-scale=+1, maximum-scale=1e1")),
    passes("words", tag("width=device-width, user-scalable=yes")),
    passes("a semicolon is another rule's", tag("width=device-width, initial-scale=1;")),
    passes("a fixed width is another rule's", tag("width=600px")),
    passes("a page that opens magnified is another rule's", tag("width=device-width, initial-scale=100%")),
    passes("zooming forbidden is another rule's", tag("width=device-width, maximum-scale=1.0x")),
    passes("a page that stays magnified is another rule's", tag("width=device-width, minimum-scale=2x")),
    passes("zooming forbidden by a number", tag("width=device-width, user-scalable=0px")),
    passes("no number at all is another rule's", tag("width=device-width, initial-scale=one")),
    fails("a version number", tag("width=device-width, initial-scale=1.0.0"), {"initial-scale"}),
    fails("a unit behind a scale", tag("width=device-width, initial-scale=1x"), {"initial-scale"}),
    fails("a unit behind a height", tag("width=device-width, height=600px"), {"height"}),
    fails("a unit behind the largest scale", tag("width=device-width, maximum-scale=5x"), {"maximum-scale"}),
    fails("a unit behind the smallest scale", tag("width=device-width, minimum-scale=1x"), {"minimum-scale"}),
    fails("a slip behind a yes", tag("width=device-width, user-scalable=1yes"), {"user-scalable"}),
    fails("a slip beside a semicolon", tag("width=device-width; initial-scale=1.0.0"), {"initial-scale"}),
)
