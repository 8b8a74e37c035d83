from parcours.testing import fails, passes, silent


def tag(content: str) -> str:
    return f'<meta name="viewport" content="{content}"><p>hello</p>'


EXAMPLES = (
    silent("no tag", "<p>hello</p>"),
    silent("semicolons elsewhere", '<meta name="description" content="a; b"><p>hello</p>'),
    passes("commas", tag("width=device-width, initial-scale=1")),
    passes("blanks", tag("width=device-width initial-scale=1")),
    passes(
        "a semicolon in a tag that does not count",
        tag("width=device-width;initial-scale=1") + tag("width=device-width"),
    ),
    fails("a semicolon without a blank", tag("width=device-width;initial-scale=1"), {"width"}),
    fails(
        "a semicolon without a blank on Android", tag("width=device-width;initial-scale=1"), {"width"}, device="android"
    ),
    fails("a semicolon after the width alone", tag("width=device-width;"), {"width"}),
    fails("a semicolon before a key that is not about width", tag("width=device-width; user-scalable=yes"), {"width"}),
    fails("a semicolon that the scale makes up for", tag("width=device-width; initial-scale=1"), {"ignored"}),
    fails("a semicolon behind the fit", tag("width=device-width, viewport-fit=cover;"), {"ignored"}),
    fails("a semicolon that forbids zooming", tag("width=device-width, user-scalable=yes;"), {"zoom"}),
    fails("zooming was forbidden anyway", tag("width=device-width, user-scalable=no;"), {"harmless"}),
    fails("a semicolon at the end of a number", tag("width=device-width, initial-scale=1;"), {"harmless"}),
    fails("a fixed width is the fault, not the semicolon", tag("width=1024;"), {"harmless"}),
    fails("a fixed width before a semicolon", tag("width=1024;initial-scale=1"), {"ignored"}),
)
