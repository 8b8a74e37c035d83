from functools import partial

from parcours import testing
from parcours.testing import silent
from parcours.trace import Start

LETTER = Start(channel="qr")
fails, passes = partial(testing.fails, start=LETTER), partial(testing.passes, start=LETTER)

V = '<meta name="viewport" content="width=device-width"><style>body{margin:0}a,button{display:block;width:200px;height:50px}</style>'


def down(pixels: float, inside: str = "<button>See the models</button>", before: str = "") -> str:
    return V + before + f'<div style="height:{pixels}px">Spring</div>{inside}<div style="height:2000px">More</div>'


EXAMPLES = (
    silent("a page that no letter led to", down(900)),
    silent("nothing asks for a tap", V + "<p>Hello</p>", start=LETTER),
    silent("links in a list ask for nothing", down(900, '<a href="/a">One</a>'), start=LETTER),
    passes("a button in the first screen", down(300)),
    passes("a button that begins there", down(660)),
    fails("a button below it", down(664), {""}),
    fails("a button made of a link, by its class", down(900, '<a href="/a" class="btn">Begin</a>'), {""}),
    fails("a link drawn as a button", down(900, '<a href="/a" style="background:#006">Begin</a>'), {""}),
    fails("links in the header are another matter", down(900, before='<header><a href="/">Shop</a></header>'), {""}),
    passes("any link of the content", down(900, before='<a href="/a">See the models</a>')),
    passes(
        "a bar that stays at the lower edge",
        down(900, before='<div style="position:fixed;bottom:0"><button>Call us</button></div>'),
    ),
    silent("arrows are no buttons to begin with", down(900, "<button>→</button>"), start=LETTER),
    silent("what unfolds", down(900, '<button aria-expanded="false">Fees</button>'), start=LETTER),
    silent("a page for desks has another fault", down(3000).replace(V, ""), start=LETTER),
    silent("a tablet", down(3000), device="ipad", start=LETTER),
    silent("an error page", down(900), status=404, start=LETTER),
    silent("a page whose style sheet is missing", '<link rel="stylesheet" href="/gone.css">' + down(900), start=LETTER),
)
