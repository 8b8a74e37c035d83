from parcours.testing import fails, passes, silent

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'

EXAMPLES = (
    silent("a page that loads nothing", VIEWPORT + "<p>Bonjour</p>"),
    silent("a page without encryption", VIEWPORT + '<img src="http://cdn.example/a.png">', url="http://shop.example/"),
    silent("a link to a page", VIEWPORT + '<a href="http://other.example/">voir</a>'),
    silent("a link of another kind", VIEWPORT + '<link rel="canonical" href="http://shop.example/">'),
    silent("a frame is another rule's", VIEWPORT + '<iframe src="http://player.example/7"></iframe>'),
    silent("what lies in the page itself", VIEWPORT + '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
    passes("encrypted", VIEWPORT + '<img src="https://cdn.example/a.png"><script src="/a.js"></script>'),
    passes("as the page is", VIEWPORT + '<img src="//cdn.example/a.png">'),
    passes("this machine", VIEWPORT + '<img src="http://127.0.0.1:8000/a.png">'),
    passes("the page has them asked for over https", VIEWPORT
           + '<meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests">'
           + '<script src="http://cdn.example/a.js"></script>'),
    passes("the answer has them asked for over https", VIEWPORT + '<img src="http://cdn.example/a.png">',
           headers={"content-security-policy": "default-src *; upgrade-insecure-requests"}),
    fails("a script", VIEWPORT + '<script src="http://cdn.example/a.js"></script>', {"script"}),
    fails("a style sheet", VIEWPORT + '<link rel="stylesheet" href="http://cdn.example/a.css">', {"style-sheet"}),
    fails("an object", VIEWPORT + '<object data="http://cdn.example/a.svg" type="image/svg+xml"></object>', {"object"}),
    fails("a picture", VIEWPORT + '<img src="http://cdn.example/a.png"><img src="/b.png">', {"image"}),
    fails("a film", VIEWPORT + '<video src="http://cdn.example/a.mp4"></video>', {"video-or-sound"}),
    fails("several kinds", VIEWPORT + '<img src="http://a.example/a.png"><script src="http://a.example/a.js"></script>',
          {"image", "script"}),
)  # fmt: skip
