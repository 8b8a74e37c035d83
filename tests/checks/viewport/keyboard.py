from parcours.testing import fails, passes, reviews, silent

ANDROID = {"device": "android"}
SHEET = '<link rel="stylesheet" href="https://cdn.example/all.css">'
CDN = {"https://cdn.example/all.css": "body { color: black }"}
INPUT = '<input aria-label="name">'
BAR = '<div style="position: fixed; bottom: 0"><button>send</button></div>'


def page(body: str, widget: str = "") -> str:
    more = f", interactive-widget={widget}" if widget else ""
    return f'<meta name="viewport" content="width=device-width{more}">{body}'


EXAMPLES = (
    silent("no tag", INPUT + BAR, **ANDROID),
    silent("nothing to type into", page(BAR), **ANDROID),
    silent("a box that is only ticked", page(f'<input type="checkbox" aria-label="yes">{BAR}'), **ANDROID),
    silent("a field that nobody sees", page(f'<input style="display: none">{BAR}'), **ANDROID),
    silent("an iPhone has no such setting", page(INPUT + BAR)),
    passes("the page makes room", page(INPUT + BAR, "resizes-content"), **ANDROID),
    passes("nothing stays at the bottom", page(f"{INPUT}<button>send</button>"), **ANDROID),
    passes(
        "a bar at the top", page(f'{INPUT}<div style="position: fixed; top: 0"><button>menu</button></div>'), **ANDROID
    ),
    passes(
        "a bar with nothing to tap", page(f'{INPUT}<div style="position: fixed; bottom: 0">© 2024</div>'), **ANDROID
    ),
    passes(
        "a page that moves things itself",
        page(f"{INPUT}{BAR}<style>div {{ bottom: env(keyboard-inset-height, 0px) }}</style>", "overlays-content"),
        **ANDROID,
    ),
    fails("a button that stays at the bottom", page(INPUT + BAR), {"covered"}, **ANDROID),
    fails("said aloud", page(INPUT + BAR, "resizes-visual"), {"covered"}, **ANDROID),
    fails("a value that is none", page(INPUT + BAR, "resize"), {"covered"}, **ANDROID),
    fails("a text area", page(f'<textarea aria-label="message"></textarea>{BAR}'), {"covered"}, **ANDROID),
    fails(
        "a link deep in a bar",
        page(f'{INPUT}<nav style="position: fixed; bottom: 0"><p><a href="/next">next</a></p></nav>'),
        {"covered"},
        **ANDROID,
    ),
    fails("the keyboard lies over the page", page(INPUT + BAR, "overlays-content"), {"overlays"}, **ANDROID),
    fails("the keyboard lies over a page without a bar", page(INPUT, "overlays-content"), {"overlays"}, **ANDROID),
    reviews(
        "a style sheet of another host may move things",
        page(SHEET + INPUT + BAR, "overlays-content"),
        {"overlays"},
        others=CDN,
        **ANDROID,
    ),
)
