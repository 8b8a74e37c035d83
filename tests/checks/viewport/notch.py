from parcours.testing import fails, passes, reviews, silent

COVER = '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">'
SAFE = "<style>body { padding-top: env(safe-area-inset-top) }</style>"
SHEET = '<link rel="stylesheet" href="https://cdn.example/all.css">'
CDN = {"https://cdn.example/all.css": "body { color: black }"}
BAR = "position: fixed; left: 0; right: 0; bottom: 0;"


def bar(style: str, head: str = COVER + SAFE, inner: str = "<button>buy</button>") -> str:
    return f'{head}<p>hello</p><div style="{style}">{inner}</div>'


EXAMPLES = (
    silent("no tag", "<p>hello</p>"),
    silent("the usual tag", '<meta name="viewport" content="width=device-width">'),
    silent(
        "a fit that keeps clear by itself", '<meta name="viewport" content="width=device-width, viewport-fit=contain">'
    ),
    silent("a tablet has no notch", f"{COVER}<p>hello</p>", device="ipad"),
    silent("an Android's notch is its own affair", f"{COVER}<p>hello</p>", device="android"),
    passes("styles that keep clear", f"{COVER}{SAFE}<p>hello</p>"),
    passes("an element's own style keeps clear", f'{COVER}<p style="padding-top: env(safe-area-inset-top)">hello</p>'),
    passes(
        "a fallback value within",
        f"{COVER}<style>body {{ padding: max(10px, env(safe-area-inset-left, 5px)) }}</style>",
    ),
    passes("a bar that keeps clear", bar(f"{BAR} padding-bottom: env(safe-area-inset-bottom)")),
    passes("a bar without anything to tap", bar(BAR, inner="© 2024")),
    passes("a bar at the top", bar("position: fixed; top: 0")),
    passes("a bar above the indicator", bar("position: fixed; bottom: 34px")),
    passes("a bar that scrolls away", bar("position: absolute; bottom: 0")),
    passes("a bar that nobody sees", bar(f"{BAR} visibility: hidden")),
    passes("a bar pushed out of the screen", bar(f"{BAR} transform: translateY(100%)")),
    passes(
        "style sheets of others do not matter when ours keeps clear", f"{COVER}{SAFE}{SHEET}<p>hello</p>", others=CDN
    ),
    fails("a bar on the indicator", bar(BAR), {"home-indicator"}),
    fails("a link deep in a bar", bar(BAR, inner='<ul><li><a href="/buy">buy</a></li></ul>'), {"home-indicator"}),
    fails("a bar that reaches into the strip by a pixel", bar("position: fixed; bottom: 33px"), {"home-indicator"}),
    fails("no style keeps clear", f"{COVER}<p>hello</p>", {"no-safe-area"}),
    fails("no style keeps clear, with a bar", bar(BAR, head=COVER), {"no-safe-area"}),
    fails(
        "other env() values keep nothing clear",
        f"{COVER}<style>p {{ bottom: env(keyboard-inset-height, 0px) }}</style>",
        {"no-safe-area"},
    ),
    reviews(
        "a style sheet of another host may keep clear", f"{COVER}{SHEET}<p>hello</p>", {"no-safe-area"}, others=CDN
    ),
)
