from parcours.testing import fails, passes

V = '<meta name="viewport" content="width=device-width"><body style="margin:0">'
FRAME = {"https://shop.example/ok.html": "<p>ok</p>"}
DRAWING = "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E"

EXAMPLES = (
    passes("a page without anything embedded", V + "<p>hello</p>"),
    passes("embedded HTML", V + '<embed src="ok.html" width="300" height="250">', others=FRAME),
    passes(
        "an object that holds HTML",
        V + '<object data="ok.html" type="text/html" width="300" height="250">no</object>',
        others=FRAME,
    ),
    passes("a drawing", V + f'<object type="image/svg+xml" data="{DRAWING}" width="300" height="250"></object>'),
    passes("an embedded picture", V + f'<embed type="image/svg+xml" src="{DRAWING}" width="300" height="250">'),
    passes("a PDF is another rule's", V + '<embed src="terms.pdf" width="300" height="250">'),
    passes("Flash is another rule's", V + '<embed src="m.swf" width="300" height="250">'),
    passes(
        "an unknown type with words in its place",
        V + '<object type="application/x-model" data="a.xyz" width="300" height="250"><p>Photographs</p></object>',
    ),
    passes("a small one", V + '<embed type="application/x-model" src="a.xyz" width="39" height="39">'),
    passes(
        "one that is not shown",
        V + '<embed type="application/x-model" src="a.xyz" width="300" height="250" style="display:none">',
    ),
    fails(
        "just big enough to be missed",
        V + '<embed type="application/x-model" src="a.xyz" width="40" height="40">',
        {"blank"},
    ),
    fails("an unknown type", V + '<embed type="application/x-model" src="a.xyz" width="300" height="250">', {"blank"}),
    fails(
        "an unknown object without a fallback",
        V + '<object type="application/x-model" data="a.xyz" width="300" height="250"></object>',
        {"blank"},
    ),
    fails("embedded HTML that does not load", V + '<embed src="gone.html" width="300" height="250">', {"broken"}),
    fails(
        "an object that does not load and has nothing inside",
        V + '<object data="gone.html" type="text/html" width="300" height="250"></object>',
        {"broken"},
    ),
)
