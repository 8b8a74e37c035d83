from parcours.testing import fails, passes, silent

WIDE = '<div style="width: 700px; height: 20px">hello</div>'


def tag(content: str, body: str = "<p>hello</p>") -> str:
    return f'<meta name="viewport" content="width=device-width, {content}">{body}'


EXAMPLES = (
    silent("no tag", "<p>hello</p>"),
    passes("no smallest scale", tag("initial-scale=1")),
    passes("no smallest scale, and a page too wide", tag("initial-scale=1", WIDE)),
    passes("a page that fits", tag("initial-scale=1, minimum-scale=1")),
    passes("a page too wide that can be made smaller", tag("initial-scale=1, minimum-scale=0.5", WIDE)),
    passes("a page too wide that is clipped", tag("minimum-scale=1", f'<div style="overflow: hidden">{WIDE}</div>')),
    passes("a negative scale is none", tag("minimum-scale=-1", WIDE)),
    fails("a page too wide that cannot be made smaller", tag("initial-scale=1, minimum-scale=1", WIDE), {"overflow"}),
    fails("without an initial scale", tag("minimum-scale=1", WIDE), {"overflow"}),
    fails(
        "two pixels too wide",
        tag("minimum-scale=1", '<body style="margin: 0"><div style="width: 392px">hello</div>'),
        {"overflow"},
    ),
    passes(
        "one pixel too wide", tag("minimum-scale=1", '<body style="margin: 0"><div style="width: 391px">hello</div>')
    ),
    fails("a page that stays magnified", tag("minimum-scale=1.1"), {"magnified"}),
    fails("twice the size on Android", tag("minimum-scale=2"), {"magnified"}, device="android"),
    fails("the smallest scale above the first one", tag("initial-scale=1, minimum-scale=2"), {"magnified"}),
)
