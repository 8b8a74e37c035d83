from parcours.testing import fails, passes, reviews, silent

V = '<meta name="viewport" content="width=device-width">'


def sized(width: float, height: float, tag: str = "button", more: str = 'aria-label="Menu"', inside: str = "") -> str:
    return (
        V
        + f'<{tag} {more} style="display:block;box-sizing:border-box;padding:0;border:0;width:{width}px;height:{height}px">{inside}</{tag}>'
    )


TEL = 'href="tel:+33465711234"'

EXAMPLES = (
    silent("nothing to tap", V + "<p>Hello</p>"),
    silent("a button of no special use", sized(20, 20, more='aria-label="Two"')),
    passes("44 px", sized(44, 44)),
    fails("43 px wide", sized(43, 60), {"menu"}),
    fails("43 px high", sized(60, 43), {"menu"}),
    fails("a burger by its class", sized(30, 30, more='class="navbar-toggler hamburger" aria-label="Open"'), {"menu"}),
    fails("a button to close", sized(24, 24, more="", inside="×"), {"close"}),
    fails("the same, in French words", sized(24, 24, more='aria-label="Fermer la fenêtre"'), {"close"}),
    fails("a number to call", sized(200, 20, "a", TEL, "04 65 71 12 34"), {"contact"}),
    passes("a number to call with padding", sized(200, 44, "a", TEL, "04 65 71 12 34")),
    silent("a number in a line of text", V + f"<p>Call us: <a {TEL}>04 65 71 12 34</a>, from Monday to Friday</p>"),
    fails("WhatsApp", sized(40, 40, "a", 'href="https://wa.me/33639981234" aria-label="WhatsApp"'), {"contact"}),
    fails("a button called primary", sized(200, 30, "a", 'href="/a" class="btn btn-primary"', "Begin"), {"action"}),
    fails(
        "the button that sends a form",
        V
        + '<form><input aria-label="Name"><input aria-label="Mail"><button type="submit" style="height:24px">Send</button></form>',
        {"action"},
    ),
    silent(
        "the button of a search",
        V
        + '<form><input type="search" aria-label="Search"><button type="submit" style="height:24px">Go</button></form>',
    ),
    passes(
        "padding drawn by a pseudo-element that a tap meets",
        V + "<style>body{margin:40px}button{position:relative;width:20px;height:20px;padding:0;border:0}"
        'button::after{content:"";position:absolute;inset:-14px}</style><button aria-label="Menu"></button>',
    ),
    passes(
        "what a link holds counts",
        V + f'<a {TEL}><span style="display:inline-block;height:60px;width:60px">Call</span></a>',
    ),
    silent("a link that shares the page", sized(40, 40, "a", 'href="https://wa.me/?text=hello" aria-label="WhatsApp"')),
    silent("a button that is off", sized(20, 20, more='aria-label="Menu" disabled')),
    silent("a button that nobody sees", V + f"<div hidden>{sized(20, 20)}</div>"),
    silent("a page for desks has another fault", sized(20, 20).replace(V, "")),
    fails("two kinds", sized(20, 20) + sized(24, 24, more="", inside="×"), {"menu", "close"}),
    reviews(
        "a page whose style sheet is missing",
        '<link rel="stylesheet" href="/gone.css">' + sized(20, 20) * 2,
        {"unstyled"},
    ),
)
