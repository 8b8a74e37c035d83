from parcours.testing import fails, passes, silent

V = '<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}p,h2{margin:0}</style>'
LONG = "Your adviser answers within a day, on every day of the week, by telephone or by message."


def box(style: str, inside: str = LONG, head: str = V) -> str:
    return f'{head}<div style="{style}">{inside}</div>'


EXAMPLES = (
    silent("a desktop page is another rule's", "<p>hello</p>"),
    silent("a page of a fixed width does not follow", box("width:400px", head='<meta name="viewport" content="width=390">')),
    silent("a tablet", box("width:700px"), device="ipad"),
    passes("a plain page", V + f"<p>{LONG}</p>"),
    passes("exactly as wide as the screen", box("width:320px")),
    passes("one pixel more", box("width:321px")),
    fails("two pixels more", box("width:322px"), {"scroll"}),
    fails("a least width", box("min-width:360px"), {"scroll"}),
    fails("a button on one line", V + '<button style="width:340px">Make an appointment</button>', {"scroll"}),
    passes("what slid before is another rule's", box("width:600px")),
    passes("a data table needs two dimensions", V + '<table style="width:360px"><tr><td>Fees</td><td>12</td></tr></table>'),
    passes("a picture to scroll in a box of its own", box("overflow-x:auto", '<p style="width:360px">Fees</p>')),
    passes("a picture that shrinks", V + '<img src="/a.png" alt="" width="380" style="max-width:100%">'),
    passes("a layout of its own for narrow screens", V + f"<style>@media (max-width:330px) {{ div {{ width: auto !important }} }}</style><div style='width:360px'>{LONG}</div>"),
    fails("a layout that breaks on narrow screens only", V + f"<style>@media (max-width:330px) {{ div {{ width: 500px }} }}</style><div>{LONG}</div>", {"scroll"}),
    fails("cut off by the page", V + "<style>html{overflow-x:hidden}</style>" + f'<p style="width:389px">{LONG} {LONG}</p>', {"side"}),
    fails("a button cut off by the page", V + "<style>html{overflow-x:hidden}</style>" + '<p style="width:380px;text-align:right"><button>Book a visit</button></p>', {"side"}),
    fails("cut off by its box", box("overflow:hidden;white-space:nowrap;margin:0 8px;font:16px monospace", "Make an appointment with an adviser"), {"side"}),
    fails("a fixed height that was enough", box("overflow:hidden;height:60px;line-height:20px;font-size:16px", LONG + LONG[:58]), {"below"}),
    passes("an ellipsis says that it goes on", box("overflow:hidden;white-space:nowrap;text-overflow:ellipsis", LONG)),
    passes("a carousel", V + f'<div class="swiper" style="overflow:hidden"><div style="display:flex;width:700px"><p style="width:350px">{LONG}</p><p style="width:350px">{LONG}</p></div></div>'),
    passes("a menu that waits beside the page", V + f'<p>{LONG}</p><nav class="drawer" style="position:fixed;left:-300px;width:300px;top:0">Menu</nav>'),
    passes("a page that redraws itself when the window changes", V + "<p id=a>hello</p><script>onresize = () => { a.textContent = innerWidth }</script>"),
)  # fmt: skip
