from parcours.testing import fails, passes, reviews

HEAD = '<meta name="viewport" content="width=device-width"><style>button { border: 0; padding: 0 }</style>'


def buttons(style: str, between: str = "", count: int = 2) -> str:
    return HEAD + f'<div style="font-size: 0">{between.join([f"<button style={style!r}>a</button>"] * count)}</div>'


EXAMPLES = (
    passes("a page with nothing to tap", f"{HEAD}<p>hello</p>"),
    passes("big enough", buttons("width: 44px; height: 44px")),
    passes("just big enough", buttons("width: 24px; height: 24px")),
    passes("small, but alone", buttons("width: 16px; height: 16px", count=1)),
    passes("small, with room around", buttons("width: 16px; height: 16px; margin: 12px")),
    passes(
        "small, but in a sentence",
        f'{HEAD}<p style="font-size: 12px; line-height: 1">read <a href="/a">a</a>, <a href="/b">b</a> or <a href="/c">c</a> before you go on with the offer</p>',
    ),
    passes("small, but out of sight", buttons("width: 16px; height: 16px; visibility: hidden")),
    passes(
        "other barriers are another rule's",
        f"{HEAD}<img src=/a.png><button style='width: 44px; height: 44px'></button>",
    ),
    fails("small, side by side", buttons("width: 16px; height: 16px"), {""}),
    fails("a pixel short", buttons("width: 23px; height: 23px"), {""}),
    fails("wide, but flat", buttons("width: 200px; height: 12px; display: block"), {""}),
    fails("many of them", buttons("width: 12px; height: 12px", count=30), {""}),
    fails(
        "large, but another lies over most of it",
        buttons("width: 60px; height: 30px; vertical-align: top", '<span style="margin-left: -50px"></span>'),
        {""},
    ),
    reviews(
        "a page whose style sheet is missing",
        '<link rel="stylesheet" href="/gone.css">' + buttons("width: 16px; height: 16px"),
        {"unstyled"},
    ),
    passes(
        "a page whose style sheet is missing, with targets that are large without it",
        '<link rel="stylesheet" href="/gone.css">' + buttons("width: 44px; height: 44px"),
    ),
)
