from parcours.testing import fails, passes, silent

V = '<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}p,h1,h2{margin:0}</style>'
LONG = "Your adviser answers within a day, on every day of the week, by telephone or by message."


def box(style: str, inside: str = "Book a visit") -> str:
    return f'{V}<div style="overflow:hidden;{style}">{inside}</div>'


EXAMPLES = (
    silent("a desktop page is another rule's", "<p>hello</p>"),
    silent("a page without text", V + '<img src="/a.png" alt="">'),
    passes("a plain page", V + f"<h1>Offer</h1><p>{LONG}</p>"),
    passes("a box that grows", box("min-height:24px")),
    passes("a height that follows the text", box("height:1.6em;line-height:1.6;", "Book")),
    passes("a height that follows the page's own size", V + '<div style="overflow:hidden;height:2rem;line-height:1.2"><span style="font-size:16px">Book</span></div>'),
    passes("room for twice the size", box("height:48px;line-height:1.2;font-size:16px")),
    fails("a box that does not grow", box("height:24px;line-height:1.5;width:90px;font-size:16px", "Book a visit"), {"below"}),
    fails("the same from pixels of a style sheet", f"{V}<style>.b{{overflow:hidden;height:30px;font-size:14px;width:200px}}</style><div class=b>Book a visit with us</div>", {"below"}),
    fails("a line that may not wrap", box("width:110px;white-space:nowrap;font-size:16px"), {"side"}),
    fails("a line that may not wrap at the page's side", V + '<p style="white-space:nowrap;font-size:16px">Make an appointment with an adviser</p>', {"scroll"}),
    fails("a page that asks for text as it is", V + '<style>html{-webkit-text-size-adjust:100%}</style><div style="overflow:hidden;height:20px;font-size:16px;width:90px">Book now</div>', {"below"}),
    passes("a heading grows less than the text", V + '<h1 style="font-size:40px">Accompagnement</h1>'),
    passes("an ellipsis says that it goes on", box("width:120px;white-space:nowrap;text-overflow:ellipsis")),
    passes("what was cut before is another rule's", box("width:60px;white-space:nowrap")),
    passes("what slid before is another rule's", V + f'<p style="width:600px;white-space:nowrap">{LONG}</p>'),
    passes("a teaser was cut before", box("height:80px;line-height:1.25;font-size:16px;width:380px", f"{LONG} {LONG} {LONG}")),
    fails("a text of many lines that was whole before", box("height:80px;line-height:1.25;font-size:16px;width:380px", f"{LONG} {LONG[:60]}"), {"below"}),
    passes("a button shows the rest", V + f'<div><div style="overflow:hidden;height:80px;line-height:1.25;font-size:16px;width:380px">{LONG} {LONG[:60]}</div><button>Read more</button></div>'),
    passes("a table may slide", V + '<table><tr><td style="white-space:nowrap">Your adviser answers within a day</td></tr></table>'),
    passes("a carousel", V + f'<div class="slider" style="overflow:hidden;height:40px;width:300px">{LONG}</div>'),
    passes("words that nobody sees", box("height:20px;line-height:20px;visibility:hidden")),
)  # fmt: skip
