from parcours.testing import fails, passes, silent

V = '<meta name="viewport" content="width=device-width, initial-scale=1">'

EXAMPLES = (
    silent("a page without a word", V + "<img src=a.jpg alt=hello>"),
    silent("text that is not shown", V + '<p style="display:none">hello</p><p style="visibility:hidden">hello</p>'),
    passes("text of 16 px", V + "<p>hello</p>"),
    passes("text of 12 px", V + '<p style="font-size:12px">hello</p>'),
    fails("text of 11.9 px", V + '<p style="font-size:11.9px">hello</p>', {""}),
    fails("text of 11 px", V + '<p style="font-size:11px">hello</p>', {""}),
    passes("80 % is enough", V + '<p>12345678</p><p style="font-size:10px">12</p>'),
    fails("79 % is a warning", V + "<p>" + "x " * 39 + "x</p><p style='font-size:10px'>" + "x " * 10 + "x</p>", {""}),
    fails("half is too little", V + '<p>12345</p><p style="font-size:10px">12345</p>', {""}),
    passes("inert text does not count", V + '<p>hello</p><div inert style="font-size:8px">' + "small " * 50 + "</div>"),
    passes(
        "hidden text does not count",
        V + '<p>hello</p><div style="font-size:8px;display:none">' + "small " * 50 + "</div>",
    ),
    passes(
        "text of no size is hidden, not small", V + '<p>hello</p><div style="font-size:0">' + "small " * 50 + "</div>"
    ),
    fails(
        "legal small print counts", V + '<p>hello</p><footer style="font-size:9px">' + "small " * 50 + "</footer>", {""}
    ),
    fails("16 px on a page for desks", "<p>hello</p>", {""}),
    passes("40 px on a page for desks", '<p style="font-size:40px">hello</p>'),
    fails(
        "a page zoomed out by a wide table",
        '<meta name="viewport" content="width=device-width"><p>hello</p><div style="width:1100px">wide</div>',
        {""},
    ),
    fails(
        "small text in a frame",
        V + "<p>hello</p><iframe src='/f.html' width=300 height=200></iframe>",
        {""},
        others={"https://shop.example/f.html": '<p style="font-size:9px">' + "small " * 30 + "</p>"},
    ),
    passes(
        "small text in a frame that nobody sees",
        V + "<p>hello</p><iframe src='/f.html' style='display:none'></iframe>",
        others={"https://shop.example/f.html": '<p style="font-size:9px">' + "small " * 30 + "</p>"},
    ),
    fails("on Android too", V + '<p style="font-size:10px">hello</p>', {""}, device="android"),
)
