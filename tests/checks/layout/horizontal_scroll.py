from parcours.testing import fails, passes

V = '<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}</style>'
WIDE = '<div style="width:{}px;height:20px;background:#ccc">x</div>'

EXAMPLES = (
    passes("a page that fits", V + "<p>hello</p>"),
    passes("exactly as wide as the screen", V + WIDE.format(390)),
    passes("one pixel more is rounding", V + WIDE.format(391)),
    fails("two pixels more", V + WIDE.format(392), {""}),
    fails("a table of 600 px", V + WIDE.format(600), {""}),
    fails(
        "minimum-scale=1 hides it from window.innerWidth",
        '<meta name="viewport" content="width=device-width, initial-scale=1, minimum-scale=1">' + WIDE.format(600),
        {""},
    ),
    fails("a long word", V + "<p>" + "w" * 80 + "</p>", {""}),
    fails(
        "a menu that waits beside the page and can be scrolled to",
        V + '<div style="position:absolute;left:100%;width:280px">menu</div>',
        {""},
    ),
    passes(
        "a menu that waits before the page", V + '<div style="position:absolute;left:-280px;width:280px">menu</div>'
    ),
    passes("a fixed menu beside the page", V + '<div style="position:fixed;top:0;left:100%;width:280px">menu</div>'),
    passes("a wide thing in a box that scrolls", V + '<div style="overflow-x:auto">' + WIDE.format(900) + "</div>"),
    passes("a wide thing in a box that hides", V + '<div style="overflow:hidden">' + WIDE.format(900) + "</div>"),
    passes("a body that hides is another rule's", V + "<style>body{overflow-x:hidden}</style>" + WIDE.format(900)),
    passes("html that clips", V + "<style>html{overflow-x:clip}</style>" + WIDE.format(900)),
    passes("a desktop page of 980 px that fits its own width", WIDE.format(960)),
    fails("a desktop page that is wider still", WIDE.format(1400), {""}),
    passes("a page from right to left", '<html dir="rtl">' + V + "<p>שלום</p>"),
    fails("a page from right to left that is too wide", '<html dir="rtl">' + V + WIDE.format(600), {""}),
    fails("on Android too", V + WIDE.format(600), {""}, device="android"),
)
