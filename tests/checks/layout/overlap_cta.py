from parcours.testing import fails, passes, reviews, silent

V = '<meta name="viewport" content="width=device-width"><style>body{margin:0}</style>'
LONG = '<div style="height:3000px">Page</div>'
BUTTON = '<button style="display:block;height:44px">Call us</button>'


def fixed(where: str, inside: str = "Shop", more: str = "") -> str:
    return f'<div style="position:fixed;left:0;right:0;{where};background:#fff" {more}>{inside}</div>'


EXAMPLES = (
    silent("nothing to tap", V + "<p>Hello</p>"),
    passes("a button that lies free", V + BUTTON),
    fails("a bar at the top over a button at the page's top", V + BUTTON + fixed("top:0;height:60px"), {"covered"}),
    fails("the same on a long page", V + BUTTON + LONG + fixed("top:0;height:60px"), {"covered"}),
    passes("room left for the bar", V + f'<div style="height:60px"></div>{BUTTON}' + fixed("top:0;height:60px")),
    passes(
        "a bar at the bottom, from which scrolling frees the button",
        V + f'<div style="height:600px"></div>{BUTTON}{LONG}' + fixed("bottom:0;height:80px"),
    ),
    fails(
        "a bar at the bottom of a page that ends there",
        V + f'<div style="height:610px"></div>{BUTTON}' + fixed("bottom:0;height:80px"),
        {"covered"},
    ),
    passes(
        "a page that ends with room for the bar",
        V + f'<div style="height:610px"></div>{BUTTON}<div style="height:80px"></div>' + fixed("bottom:0;height:80px"),
    ),
    fails(
        "a chat bubble over a button in a bar that stays as well",
        V
        + LONG
        + fixed("bottom:0;height:80px", '<button style="float:right;width:60px;height:60px">Pay</button>')
        + '<div style="position:fixed;right:0;bottom:0;width:70px;height:70px;background:#00f">Chat</div>',
        {"covered"},
    ),
    fails(
        "a panel placed over a link",
        V
        + '<a href="/offer">Our offer</a><div style="position:absolute;top:0;left:0;width:300px;height:100px;background:#fff">Hi</div>',
        {"covered"},
    ),
    fails(
        "a panel that nobody sees takes the taps all the same",
        V
        + '<a href="/offer">Our offer</a><div style="position:absolute;top:0;left:0;width:300px;height:100px;opacity:0">Hi</div>',
        {"covered"},
    ),
    passes(
        "an empty box that lets taps through",
        V + '<a href="/offer">Our offer</a>'
        '<div style="position:absolute;top:0;left:0;width:300px;height:100px;pointer-events:none">Hi</div>',
    ),
    passes(
        "a card's link that is stretched over its heading's link to the same place",
        V + '<div style="position:relative;height:100px"><a href="/shoe">Shoe</a>'
        '<a href="/shoe" style="position:absolute;inset:0" aria-label="Shoe"></a></div>',
    ),
    passes(
        "slides lie over one another",
        V + '<div class="carousel" style="position:relative;height:100px"><a href="/1">One</a>'
        '<a href="/2" style="position:absolute;inset:0;background:#fff">Two</a></div>',
    ),
    passes(
        "a field drawn by what lies over it",
        V + '<div style="position:relative"><select style="width:200px"><option>One</select>'
        '<span style="position:absolute;left:0;top:0;width:200px;height:30px;background:#fff">One</span></div>',
    ),
    passes(
        "a link on two lines, with another one between its ends",
        V
        + '<p style="width:200px">Read what we wrote about it in <a href="/a">our long report</a> <a href="/b">and here</a></p>',
    ),
    fails(
        "a consent wall over everything is one finding",
        V
        + '<a href="/a">One</a> <a href="/b">Two</a>'
        + BUTTON * 5
        + fixed("top:0;bottom:0", "<p>We use cookies</p><button>Accept</button>"),
        {"until-consent"},
    ),
    fails(
        "a cookie bar over a button at the page's end will be gone in a moment",
        V
        + f'<div style="height:610px"></div>{BUTTON}'
        + fixed("bottom:0;height:80px", "Cookies? <button>Yes</button>"),
        {"until-consent"},
    ),
    passes(
        "what stands before the whole page is another rule's",
        V
        + "<p>Welcome to our shop of fine shoes, dear visitor.</p>"
        + BUTTON
        + fixed("top:0;bottom:0", "<h2>Our newsletter</h2><button>Close</button>"),
    ),
    fails(
        "a menu that stays at the top",
        V + BUTTON + fixed("top:0;height:60px", '<nav><a href="/a">A</a> <a href="/b">B</a> <a href="/c">C</a></nav>'),
        {"covered"},
    ),
    passes(
        "a chat's bubble is another rule's",
        V
        + f'<div style="height:610px"></div>{BUTTON}'
        + fixed("bottom:0;height:80px", "Ask us", 'class="chat-bubble"'),
    ),
    passes(
        "an open menu over the page",
        V
        + "<p>Welcome to our shop of fine shoes, dear visitor.</p>"
        + BUTTON
        + fixed("top:0;bottom:0", '<nav><a href="/a">A</a> <a href="/b">B</a> <a href="/c">C</a></nav>'),
    ),
    reviews(
        "a page whose style sheet is missing",
        V + '<link rel="stylesheet" href="/gone.css">' + BUTTON + fixed("top:0;height:60px"),
        {"covered"},
    ),
)
