from parcours.testing import fails, passes, silent


def tags(*contents: str) -> str:
    return "".join(f'<meta name="viewport" content="{content}">' for content in contents) + "<p>hello</p>"


EXAMPLES = (
    silent("no tag", "<p>hello</p>"),
    silent("one tag", tags("width=device-width")),
    silent("one tag and others", tags("width=device-width") + '<meta name="robots" content="all">'),
    passes("the same twice", tags("width=device-width", "width=device-width")),
    passes(
        "the same in other words", tags("width=device-width", "initial-scale=1.0, width=device-width, maximum-scale=5")
    ),
    passes("the same with capitals", tags("width=device-width", "Width=Device-Width")),
    fails("a fixed width wins", tags("width=device-width", "width=1024"), {""}),
    fails("the device's width wins", tags("width=1024", "width=device-width"), {""}),
    fails("only one forbids zooming", tags("width=device-width, user-scalable=no", "width=device-width"), {""}),
    fails(
        "only one reaches under the notch", tags("width=device-width", "width=device-width, viewport-fit=cover"), {""}
    ),
    fails("only one limits zooming", tags("width=device-width", "width=device-width, maximum-scale=1"), {""}),
    fails("one of three differs", tags("width=device-width", "width=500", "width=device-width"), {""}),
    fails(
        "a script adds another",
        tags("width=1024")
        + "<script>document.head.insertAdjacentHTML('beforeend', '<meta name=viewport content=width=device-width>')</script>",
        {""},
    ),
)
