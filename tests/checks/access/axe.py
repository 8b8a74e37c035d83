from parcours.testing import fails, passes, reviews

TITLE = "<title>Offer</title>"
VIEWPORT = '<meta name="viewport" content="width=device-width">'


def page(body: str, head: str = TITLE + VIEWPORT, lang: str = ' lang="en"') -> str:
    return f"<!DOCTYPE html><html{lang}><head>{head}</head><body>{body}</body></html>"


MENU = """<header><button aria-expanded=false onclick="document.querySelector('nav').hidden = false">Menu</button>
<nav hidden><ul><li>{}</li></ul></nav></header><h1>Shop</h1>"""

EXAMPLES = (
    passes("a plain page", page("<p>hello</p>")),
    passes(
        "a form with labels", page('<form><label>Name <input autocomplete="name"></label><button>send</button></form>')
    ),
    passes("a picture with words", page('<img src="/a.png" alt="two shoes">')),
    passes("a picture that says it is decoration", page('<img src="/a.png" alt="">')),
    passes(
        "small targets are another rule's",
        page(
            '<div style="font-size: 0">'
            + '<button style="width: 16px; height: 16px; padding: 0; border: 0">a</button>' * 2
            + "</div>"
        ),
    ),
    passes(
        "zooming is another rule's",
        page("<p>hello</p>", f'{TITLE}<meta name="viewport" content="width=device-width, user-scalable=no">'),
    ),
    passes(
        "a frame that nobody sees",
        page('<iframe src="https://other.example/" title="x" style="display: none"></iframe>'),
        others={"https://other.example/": page("<button></button>")},
    ),
    fails("a picture without words", page('<img src="/a.png">'), {"image-alt"}),
    fails(
        "a picture without words that is all a link has",
        page('<h1>Offer</h1><a href="/a"><img src="/a.png"></a>'),
        {"link-name"},
    ),
    fails(
        "a picture without words in a link that has some",
        page('<h1>Offer</h1><a href="/a"><img src="/a.png"> Boots</a>'),
        {"image-alt"},
    ),
    fails("a list that holds something else", page("<ul><div>Boots</div></ul>"), {"list"}),
    fails("a button without a name", page("<button></button>"), {"button-name"}),
    fails("a link without a name", page('<h1>Offer</h1><a href="/a"></a>'), {"link-name"}),
    fails("a field without a label", page("<input>"), {"label"}),
    fails("a page without a title", page("<p>hello</p>", VIEWPORT), {"document-title"}),
    fails("a page without a language", page("<p>hello</p>", lang=""), {"html-has-lang"}),
    passes("pale words are another rule's", page('<p style="color: #ccc; background: #fff">hello</p>')),
    fails("several barriers", page('<img src="/a.png"><button></button>'), {"image-alt", "button-name"}),
    fails(
        "a barrier in a frame",
        page('<iframe src="https://other.example/" title="chat"></iframe>'),
        {"button-name"},
        others={"https://other.example/": page("<button></button>")},
    ),
    passes(
        "a frame needs no title and language of its own",
        page('<iframe src="https://other.example/" title="chat"></iframe>'),
        others={"https://other.example/": "<p>hello</p>"},
    ),
    fails("a barrier in the menu", page(MENU.format("<a href=/a></a>")), {"link-name"}),
    passes("a menu without barriers", page(MENU.format("<a href=/a>Boots</a>"))),
    passes(
        "a menu that no tap opens is not looked into", page(MENU.format("<a href=/a></a>").replace("onclick", "data-x"))
    ),
    fails(
        "what the page has is not told again for its menu",
        page(MENU.format("<a href=/a>Boots</a>") + '<img src="/a.png">'),
        {"image-alt"},
    ),
    reviews("a film whose captions nobody can see from here", page('<video src="/a.mp4"></video>'), {"video-caption"}),
)
