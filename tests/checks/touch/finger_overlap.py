from parcours.testing import fails, passes, reviews, silent

V = '<meta name="viewport" content="width=device-width"><style>body{margin:0}</style>'


def links(height: float, gap: float = 0, count: int = 2, style: str = "", same: bool = False) -> str:
    one = "".join(
        f'<a href="https://shop.example/{0 if same else n}" style="display:block;height:{height}px;margin-bottom:{gap}px;{style}">Link {n}</a>'
        for n in range(count)
    )
    return V + one


def squares(size: float, gap: float) -> str:
    one = f'<button style="display:block;width:{size}px;height:{size}px;margin-bottom:{gap}px;padding:0;border:0">x</button>'
    return V + one * 2


EXAMPLES = (
    silent("nothing to tap", V + "<p>Hello</p>"),
    passes("links of 48 px", links(48)),
    passes("a small link alone", V + '<a href="/a" style="display:block;width:20px;height:20px">x</a>'),
    # On a link of h px a finger reaches (48 - h) / 2 into the next one: a quarter of h from 32 px down.
    passes("links of 33 px, one below the other", links(33)),
    fails("links of 32 px, where the finger covers just a quarter", links(32), {""}),
    fails("links of 20 px", links(20), {""}),
    passes("links of 20 px with room between them", links(20, gap=14)),
    fails("the same with a little less room", links(20, gap=8), {""}),
    passes("squares of 24 px, 18 px apart", squares(24, 18)),
    passes("squares of 24 px, 6 px apart, where the finger takes exactly a quarter less", squares(24, 6.1)),
    fails("squares of 24 px, 6 px apart", squares(24, 6), {""}),
    passes("links to the same place", links(20, same=True)),
    passes(
        "links in a line of text",
        V + '<p>Read about <a href="/a">fees</a>, <a href="/b">cards</a> and <a href="/c">loans</a>.</p>',
    ),
    passes("a link in a target", V + '<div role="button" style="height:20px">Card <a href="/b">x</a></div>'),
    passes(
        "a button within a card's link",
        V
        + '<div style="position:relative;width:200px;height:40px"><a href="/a" style="position:absolute;inset:0">Shoe</a><button style="position:absolute;right:0;top:0;width:20px;height:20px;padding:0">+</button></div>',
    ),
    passes("links that nobody sees", V + '<div style="display:none"><a href="/a">A</a><a href="/b">B</a></div>'),
    passes(
        "a bar that stays over a link of the page",
        V
        + '<div style="position:fixed;top:30px;left:0"><a href="/a" style="display:block;height:20px">A</a></div><a href="/b" style="display:block;height:20px">B</a>',
    ),
    fails(
        "two links in one bar that stays",
        V
        + '<div style="position:fixed;top:30px;left:0"><a href="/a" style="display:block;height:20px">A</a><a href="/b" style="display:block;height:20px">B</a></div>',
        {""},
    ),
    fails(
        "the boxes within a link count",
        V
        + '<a href="/a"><span style="display:block;height:20px">A</span></a><a href="/b"><span style="display:block;height:20px">B</span></a>',
        {""},
    ),
    passes(
        "a link that a picture makes large",
        V
        + '<a href="/a"><img src="x.png" alt="A" style="display:block;width:100px;height:60px"></a><a href="/b"><img src="y.png" alt="B" style="display:block;width:100px;height:60px"></a>',
    ),
    silent("a page for desks has another fault", links(20).replace(V, "")),
    fails("a list of many", links(20, count=30), {""}),
    reviews(
        "a page whose style sheet is missing", '<link rel="stylesheet" href="/gone.css">' + links(20), {"unstyled"}
    ),
)
