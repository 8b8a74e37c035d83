from parcours.testing import fails, passes, reviews

VIEWPORT = '<meta name="viewport" content="width=device-width">'

EXAMPLES = (
    passes("a page of words", VIEWPORT + "<p>hello</p>"),
    passes(
        "a page of one picture",
        VIEWPORT + '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width=300 height=200>',
    ),
    passes("a page that draws itself", VIEWPORT + "<canvas></canvas>"),
    passes(
        "words in a frame",
        VIEWPORT + '<iframe src="https://other.example/"></iframe>',
        others={"https://other.example/": "<p>hello</p>"},
    ),
    fails("an empty body", VIEWPORT + "<body></body>", {"empty"}),
    fails("everything is transparent", VIEWPORT + '<body style="opacity:0"><p>hello</p></body>', {"empty"}),
    fails("everything is hidden", VIEWPORT + "<p hidden>hello</p>", {"empty"}),
    fails("blanks only", VIEWPORT + "<p>&nbsp;</p>", {"empty"}),
    reviews(
        "it waits for a script that never came",
        VIEWPORT + '<body style="opacity:0"><p>hello</p><script src="https://cdn.example/app.js"></script></body>',
        {"parts-missing"},
    ),
)
