from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
SCREEN = 664  # of the iPhone, in CSS pixels
CONTACT = '<a href="/contact" style="display:block;height:20px;margin:0">Contact</a>'
MENU = '<button aria-expanded="false">☰</button>'


def down(screens: float, body: str) -> str:
    """The middle of the body, 20 pixels tall, that many screens below the first one."""
    return f'{PHONE}<body style="margin:0"><div style="height:{SCREEN * (1 + screens) - 10}px"></div>{body}'


EXAMPLES = (
    silent("nobody to reach is another rule's", f"{PHONE}<p>hello</p>"),
    silent("a hidden link and no menu is another rule's", f'{PHONE}<nav hidden><a href="/contact">Contact</a></nav>'),
    passes("a contact link at the top", PHONE + CONTACT),
    passes("three screens down", down(3, CONTACT)),
    passes("a fixed one, far down in the document", down(9, f'<div style="position:fixed;top:0">{CONTACT}</div>')),
    passes("a sticky one", down(9, f'<div style="position:sticky;bottom:0">{CONTACT}</div>')),
    passes("a telephone in the menu", f'{PHONE}{MENU}<nav hidden><a href="tel:+33123456789">Call</a></nav>'),
    passes(
        "a telephone in the menu, contact far down",
        down(9, f'{CONTACT}{MENU}<nav hidden><a href="tel:+33123456789">Call</a></nav>'),
    ),
    fails("more than three screens down", down(3.2, CONTACT), {"screens"}),
    fails("a telephone far down", down(8, '<a href="tel:+33123456789">Call</a>'), {"screens"}),
    fails("contact in the menu", f'{PHONE}{MENU}<nav hidden><a href="/contact">Contact</a></nav>', {"taps"}),
    fails(
        "contact in the menu, and far down",
        down(8, f'{CONTACT}{MENU}<nav hidden><a href="/contact">Contact</a></nav>'),
        {"screens"},
    ),
    fails("on Android", down(8, CONTACT), {"screens"}, device="android"),
)
