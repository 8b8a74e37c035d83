from parcours.testing import fails, passes, silent

V = '<!doctype html><html lang=en><meta name="viewport" content="width=device-width"><style>a,button{display:inline-block;padding:14px}ul ul{display:none}</style>'
SHOWN = "<style>li:hover > ul{display:block}</style>"
LIST = '<ul><li><a href="/low">Low boots</a></li><li><a href="/high">High boots</a></li></ul>'


def menu(trigger: str, more: str = "", inside: str = LIST) -> str:
    return f"{V}<nav><ul><li>{trigger}{inside}</li><li><a href=/help>Help</a></li></ul></nav>{more}"


def by_mouse(trigger: str) -> str:
    script = "const l = document.querySelector('li'); l.onpointerenter = l.onpointerleave = (e) => { if (e.pointerType === 'mouse') l.querySelector('ul').style.display = e.type === 'pointerenter' ? 'block' : 'none' }"
    return menu(trigger, f"<script>{script}</script>")


LINK, NOWHERE, BUTTON = '<a href="/boots">Boots</a>', '<a href="#">Boots</a>', "<button type=button>Boots</button>"

EXAMPLES = (
    silent("no menu", V + "<p>hello</p>"),
    silent("a menu without lists", V + "<nav><ul><li><a href=/boots>Boots</a></li></ul></nav>"),
    silent("a list that nothing shows", menu(LINK)),
    silent("a list of one link", menu(BUTTON, SHOWN, '<ul><li><a href="/low">Low boots</a></li></ul>')),
    silent("a list that is there all along", menu(LINK, "<style>ul ul{display:block}</style>")),
    silent("a button of its own opens it", menu(LINK + "<button aria-expanded=false>More boots</button>", SHOWN)),
    silent("the same links stand in a menu for phones", menu(LINK, SHOWN + f"<div class=burger>{LIST}</div>")),
    silent("a list that only a large screen shows", menu(LINK, "<style>@media (hover: hover) { li:hover > ul { display: block } }</style>")),
    silent("outside of a menu", f"{V}<ul><li>{BUTTON}{LIST}</li></ul>{SHOWN}"),
    passes("a button that a finger points at too", menu(BUTTON, SHOWN)),
    passes("a link to nowhere", menu(NOWHERE, SHOWN)),
    passes("a click opens it as well", menu(LINK, SHOWN + "<script>document.querySelector('li a').onclick = (e) => { e.preventDefault(); e.target.nextSibling.style.display = 'block' }</script>")),
    passes("it slides open", menu(BUTTON, "<style>ul ul{display:block;visibility:hidden;opacity:0;transition:.2s}li:hover ul{visibility:visible;opacity:1}</style>")),
    passes("Safari shows it before it follows", menu(LINK, SHOWN), device="iphone"),
    fails("Chrome follows at once", menu(LINK, SHOWN), {"leaves"}, device="android"),
    fails("a mouse alone", by_mouse(BUTTON), {"shut"}),
    fails("a mouse alone, on a link to nowhere", by_mouse(NOWHERE), {"shut"}),
    fails("a mouse alone, and the link leads on", by_mouse(LINK), {"leaves"}),
)  # fmt: skip
