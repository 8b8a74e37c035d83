from parcours.testing import fails, passes

V = '<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}</style>'
WIDE = '<div style="width:{}px">Some text</div>'

EXAMPLES = (
    passes("a page that fits", V + "<p>hello</p>"),
    passes("one pixel over is rounding", V + WIDE.format(391)),
    fails("two pixels over", V + WIDE.format(392), {""}),
    fails("a wide block", V + WIDE.format(600), {""}),
    fails("a picture with a width of its own", V + '<img src="a.jpg" width="800" height="100">', {""}),
    fails("a frame", V + '<iframe src="about:blank" width="560" height="100"></iframe>', {""}),
    fails("one line that may not wrap", V + '<p style="white-space:nowrap">' + "all in one line " * 8 + "</p>", {""}),
    fails("a long address in a narrow paragraph", V + "<p>https://shop.example/" + "a" * 80 + "</p>", {""}),
    fails("a negative margin", V + '<div style="margin-right:-60px">Some text</div>', {""}),
    passes(
        "a table in a box that scrolls",
        V + '<div style="overflow-x:auto"><table style="width:700px"><tr><td>Fees</td></tr></table></div>',
    ),
    passes(
        "slides to swipe",
        V
        + '<div style="display:flex;overflow-x:scroll">'
        + '<img src="a.jpg" alt="" style="width:300px;flex:none">' * 5
        + "</div>",
    ),
    passes(
        "a carousel that cuts its slides",
        V
        + '<div class="swiper" style="overflow:hidden"><div style="display:flex;width:1950px">'
        + '<p style="width:390px">A</p>' * 5
        + "</div></div>",
    ),
    passes(
        "a menu before the page", V + '<nav style="position:absolute;left:-300px;width:300px"><a href="/a">A</a></nav>'
    ),
    passes(
        "a fixed menu beside the page",
        V + '<nav style="position:fixed;right:-300px;top:0;width:300px"><a href="/a">A</a></nav>',
    ),
    passes(
        "a fixed menu that a transform keeps away",
        V + '<nav style="position:fixed;inset:0;transform:translateX(100%)"><a href="/a">A</a></nav>',
    ),
    passes(
        "text for screen readers",
        V
        + '<span style="position:absolute;left:-9999px">Skip</span><span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">Menu</span>',
    ),
    passes(
        "an inert panel beside the page",
        V + '<div inert style="position:absolute;left:100%;top:0;width:200px">Panel</div>',
    ),
    passes("a block that is not shown", V + '<div style="width:900px;visibility:hidden">x</div>'),
    passes("a body that hides is another rule's", V + "<style>body{overflow-x:hidden}</style>" + WIDE.format(900)),
    passes("a desktop page within its 980 px", WIDE.format(950)),
    fails("a desktop page with something wider", WIDE.format(1300), {""}),
    fails("from right to left, what reaches out on the left", '<html dir="rtl">' + V + WIDE.format(600), {""}),
    passes(
        "from right to left, a menu on the right",
        '<html dir="rtl">' + V + '<nav style="position:absolute;right:-300px;width:300px">menu</nav>',
    ),
)
