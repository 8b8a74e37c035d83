from parcours.testing import fails, passes

V = '<meta name="viewport" content="width=device-width"><body style="margin:0">'
LINK = '<a href="/contact">Contact us</a>'
CLSID = "clsid:D27CDB6E-AE6D-11CF-96B8-444553540000"
RUFFLE = '<script src="https://cdn.example/ruffle.js"></script>'

EXAMPLES = (
    passes("a page without anything embedded", V + "<h1>Shoes</h1>"),
    passes("a film in a video element", V + '<video controls src="film.mp4"></video>'),
    passes(
        "a flash sale is not Flash",
        V + '<h1>Flash sale</h1><a href="/flash">Flash deals</a><img src="flash.jpg" alt="flash">',
    ),
    passes(
        "news about Flash",
        V + "<article><p>Adobe ended Flash Player; the .swf format lives on in museums.</p></article>",
    ),
    passes(
        "a video with Flash only inside it, for older browsers",
        V
        + '<video controls src="film.mp4"><object type="application/x-shockwave-flash" data="p.swf"></object></video>',
    ),
    passes(
        "a drawing with Flash inside it, for older browsers",
        V
        + '<object width="300" height="250" type="image/svg+xml" data="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E"><embed src="m.swf" width="300" height="250"></object>',
    ),
    passes("an embedded PDF", V + '<embed src="terms.pdf" type="application/pdf" width="300" height="250">'),
    passes(
        "Flash in a comment, a noscript and a template",
        V
        + '<!-- <embed src="m.swf"> --><noscript><embed src="m.swf"></noscript><template><embed src="m.swf"></template>',
    ),
    passes(
        "an address that has swf in its name",
        V + '<iframe src="/swf-archive/page.html"></iframe><a href="/movie.swf.html">How</a>',
    ),
    passes(
        "code of an HTML player that knows Flash as a last resort",
        V + "<script>var o = {html5: true, flash_swf_url: 'plupload.swf', swf: 'player.swf'};</script>",
    ),
    passes("a class name that says swfobject", V + '<div class="swfobject">Text</div>'),
    fails(
        "an object by its type",
        V + LINK + '<object type="application/x-shockwave-flash" data="m" width="300" height="100"></object>',
        {"content"},
    ),
    fails(
        "an object by its classid alone",
        V + LINK + f'<object classid="{CLSID}" width="300" height="100"></object>',
        {"content"},
    ),
    fails(
        "a classid in small letters",
        V + LINK + f'<object classid="{CLSID.lower()}" width="300" height="100"></object>',
        {"content"},
    ),
    fails("an embed by its file", V + LINK + '<embed src="/media/m.SWF?v=2#x" width="300" height="100">', {"content"}),
    fails(
        "an object by its param",
        V + LINK + '<object width="300" height="100"><param name="Movie" value="m.swf"></object>',
        {"content"},
    ),
    fails(
        "an old YouTube player",
        V
        + '<object width="300" height="250"><param name="movie" value="http://www.youtube.com/v/x"><embed src="http://www.youtube.com/v/x" type="application/x-shockwave-flash" width="300" height="250"></object>',
        {"content"},
    ),
    fails(
        "the old FutureSplash type",
        V + LINK + '<embed type="application/futuresplash" src="m.spl" width="300" height="100">',
        {"content"},
    ),
    fails(
        "a frame that holds a movie",
        V + LINK + '<iframe src="content.swf?SITE" width="300" height="100"></iframe>',
        {"content"},
    ),
    fails(
        "a movie inside a frame",
        V + '<iframe src="/frame.html" width="300" height="200"></iframe>',
        {"content"},
        others={"https://shop.example/frame.html": '<embed src="m.swf" width="280" height="150">'},
    ),
    fails(
        "a movie that is not shown now",
        V + '<div style="display:none"><embed src="m.swf" width="300" height="250"></div>',
        {"hidden"},
    ),
    fails("a library and no content", V + '<script src="/js/swfobject-2.2.min.js"></script>', {"library"}),
    fails("a library that was bundled", V + "<script>window.swfobject = {};</script>", {"library"}),
    fails(
        "a library beside an object adds nothing",
        V + '<script src="/swfobject.js"></script><object data="m.swf" width="300" height="250"></object>',
        {"content"},
    ),
    fails(
        "code that waits for Flash",
        V + '<div id="box">Hello</div><script>swfobject.embedSWF("m.swf", "box", "300", "250", "9.0.0");</script>',
        {"script"},
    ),
    fails(
        "the older way to write it",
        V
        + '<div id="box">Hello</div><script>var so = new SWFObject("m.swf", "mv", "300", "250", "8"); so.write("box");</script>',
        {"script"},
    ),
    fails(
        "code and the object that it made are one thing",
        V
        + '<script>AC_FL_RunContent("src", "m", "width", "300");</script><embed src="m.swf" width="300" height="250">',
        {"content"},
    ),
    passes(
        "code that is commented out",
        V + '<script>\n// swfobject.embedSWF("m.swf", "box", "300", "250");\n/* new SWFObject("m.swf") */</script>',
    ),
    fails("a link to a movie", V + '<a href="/intro.swf">See the intro</a>', {"link"}),
    passes("a hidden link to a movie", V + '<a href="/intro.swf" style="display:none">See the intro</a>'),
    fails(
        "Ruffle softens it",
        V + RUFFLE + '<embed src="m.swf" width="300" height="250">',
        {"content"},
        others={"https://cdn.example/ruffle.js": "window.RufflePlayer = {};"},
    ),
    fails("on Android too", V + '<embed src="m.swf" width="300" height="250">', {"content"}, device="android"),
)
