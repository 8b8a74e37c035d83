from parcours.testing import fails, passes, reviews, silent

V = '<meta name="viewport" content="width=device-width, initial-scale=1">'
QUERY = "<style>@media (max-width: 600px) { p { margin: 0 } }</style>"
TEXT = "<p>" + "Your parcel is on its way to you and will be there soon. " * 5 + "</p>"
LINKS = "".join(f'<a href="/{n}">Shelf {n}</a> ' for n in range(26))
FEWER = "".join(f'<a href="/{n}">Shelf {n}</a> ' for n in range(25))

EXAMPLES = (
    silent("a page without a word", V),
    passes("a responsive page", V + QUERY + TEXT),
    passes("a plain page that flows", V + TEXT),
    passes("many links and a style that asks for the width", V + QUERY + f"<nav>{LINKS}</nav>" + TEXT),
    passes(
        "many links behind a toggle", V + f'<header><button aria-expanded="true">Menu</button>{LINKS}</header>' + TEXT
    ),
    passes("25 links are not too many", V + f"<header>{FEWER}</header>" + TEXT),
    passes("many links in the text", V + TEXT + LINKS),
    passes("wide alone is one sign", QUERY + '<p style="font-size:40px">Hello</p>'),
    passes("small alone is one sign", V + QUERY + '<p style="font-size:7px">Hello, small print</p>'),
    silent("tablets show desktop pages well", TEXT, device="ipad"),
    fails("a page for desks", TEXT, {""}),
    fails("a page for desks on Android", TEXT, {""}, device="android"),
    fails("a page for desks with a fixed width", '<meta name="viewport" content="width=1024">' + TEXT, {""}),
    fails("wide and without any query", '<p style="font-size:40px">Hello</p>', {""}),
    fails(
        "wide content shown small",
        '<meta name="viewport" content="width=device-width">' + f'<div style="width:1100px">{TEXT}</div>',
        {""},
    ),
    reviews("it fits, but its header is a desk's", V + f"<header>{LINKS}</header>" + TEXT, {""}),
)
