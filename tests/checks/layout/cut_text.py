from parcours.testing import fails, passes, reviews, silent

V = '<meta name="viewport" content="width=device-width"><style>body{margin:8px}p,h2{margin:0}</style>'
LONG = "Your adviser answers within a day, on every day of the week, by telephone or by message."
SIX = f"<p>{LONG} {LONG} {LONG}</p>"


def box(style: str, inside: str = LONG, more: str = "") -> str:
    return V + f'<div style="overflow:hidden;width:200px;{style}" {more}>{inside}</div>'


EXAMPLES = (
    silent("nothing hides", V + f"<p>{LONG}</p>"),
    silent("a box that hides nothing", box("width:300px")),
    fails("a line that may not wrap", box("width:120px;white-space:nowrap"), {"side"}),
    fails(
        "the same in a button",
        V
        + '<button style="overflow:hidden;width:90px;white-space:nowrap;text-align:left"><span>Make an appointment now</span></button>',
        {"side"},
    ),
    fails("an inner line", box("width:120px", f'<span style="white-space:nowrap">{LONG}</span>'), {"side"}),
    passes("an ellipsis says that it goes on", box("width:120px;white-space:nowrap;text-overflow:ellipsis")),
    passes(
        "an ellipsis further in",
        box(
            "width:120px",
            f'<p style="overflow:hidden;white-space:nowrap;text-overflow:ellipsis;width:200px">{LONG}</p>',
        ),
    ),
    passes("a number of lines", box("display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2")),
    fails("half a line", box("height:30px;line-height:20px;font-size:16px"), {"below"}),
    fails("lines that are gone", box("height:20px;line-height:20px;font-size:16px"), {"below"}),
    fails(
        "lines that are gone in a paragraph within",
        box("height:40px", f'<p style="line-height:20px">{LONG}</p>'),
        {"below"},
    ),
    silent("a box as high as its line", box("height:20px;line-height:20px;width:300px", "Welcome to us")),
    passes("the room below the letters may go", box("height:17px;line-height:20px;width:300px", "Welcome to us")),
    reviews("a teaser of many lines", box("height:100px", SIX), {"teaser"}),
    reviews(
        "a button that shows the rest",
        V
        + f'<div><div style="overflow:hidden;height:40px;line-height:20px;width:200px">{LONG}</div><button>Read more</button></div>',
        {"teaser"},
    ),
    passes("a heading replaced by a picture", box("width:120px;height:40px;text-indent:-9999px;white-space:nowrap")),
    passes("a carousel", box("width:120px;white-space:nowrap", more='class="slider"')),
    passes(
        "a row of slides",
        box(
            "width:200px",
            '<div style="display:flex;width:600px"><p style="width:170px">One and only</p><p style="width:170px">Two and a bit</p><p style="width:170px">Three</p></div>',
        ),
    ),
    passes(
        "a band that is swiped",
        box("width:200px", f'<div style="overflow-x:auto;width:250px"><p style="width:400px">{LONG}</p></div>'),
    ),
    passes(
        "a label that appears when pointed at",
        box("height:40px;position:relative", f'<p style="position:absolute;top:30px">{LONG}</p>'),
    ),
    passes("text that nobody sees", box("width:120px;white-space:nowrap;visibility:hidden")),
    passes(
        "the page's side is another rule's",
        V + f'<div style="overflow:hidden;margin:-8px"><p style="width:600px">{LONG}</p></div>',
    ),
    fails("one finding for a box", box("height:20px;line-height:20px", f"<p>{LONG}</p>" + f"<p>{LONG}</p>"), {"below"}),
)
