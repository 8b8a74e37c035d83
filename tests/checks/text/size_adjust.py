from parcours.testing import fails, passes, silent

NONE = "<style>html { -webkit-text-size-adjust: none; text-size-adjust: none }</style><p>Hello</p>"
FULL = "<style>html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }</style><p>Hello</p>"


def viewport(more: str = "") -> str:
    return f'<meta name="viewport" content="width=device-width{more}">'


EXAMPLES = (
    silent("styles that say nothing of it", viewport(", user-scalable=no") + "<p>Hello</p>"),
    silent("auto", viewport() + "<style>html { text-size-adjust: auto }</style><p>Hello</p>"),
    passes("none, where visitors can pinch", viewport() + NONE),
    passes("none, where they can pinch to twice the size", viewport(", maximum-scale=2") + NONE),
    passes("100 % keeps the size and forbids nothing", viewport(", user-scalable=no") + FULL),
    passes("none without a viewport tag", NONE),
    fails("none, and zooming is forbidden", viewport(", user-scalable=no") + NONE, {""}),
    fails("none, and zooming ends below twice the size", viewport(", maximum-scale=1.9") + NONE, {""}),
    fails("the same on Android", viewport(", maximum-scale=1") + NONE, {""}, device="android"),
    fails(
        "said of all that the body holds",
        viewport(", maximum-scale=1") + "<style>body > * { text-size-adjust: none }</style><p>Hi",
        {""},
    ),
)
