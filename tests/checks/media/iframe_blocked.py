from parcours.testing import fails, passes, silent

V = '<meta name="viewport" content="width=device-width">'
URL = "https://player.example/film"


def frame(url: str = URL, size: str = "width=300 height=200") -> str:
    return V + f'<iframe src="{url}" title="film" {size}></iframe>'


EXAMPLES = (
    silent("no frame", V + "<p>Hello</p>"),
    silent("a frame that counts visits", frame(size="width=1 height=1")),
    silent("a frame that nobody sees", frame(size="width=300 height=200 hidden")),
    silent("a frame without an address", V + "<iframe width=300 height=200></iframe>"),
    passes("a frame that shows its page", frame(), others={URL: "<p>Film</p>"}),
    passes("a host that does not answer is not a refusal", frame()),
    passes("the same with an empty query, which joining addresses drops", frame(URL + "?")),
    passes("the same with an address of 600 characters", frame(URL + "?" + "a" * 600)),
    fails(
        "a site that denies to be framed",
        frame(),
        {"refused"},
        others={URL: "HTTP/1.1 200 OK\nX-Frame-Options: DENY\n\n<p>Film</p>"},
    ),
    fails(
        "the same, in its policy",
        frame(),
        {"refused"},
        others={URL: "HTTP/1.1 200 OK\nContent-Security-Policy: frame-ancestors 'self'\n\n<p>Film</p>"},
    ),
    fails("a film that was taken down", frame(), {"missing"}, others={URL: "HTTP/1.1 404 Not Found\n\n<p>Gone</p>"}),
    fails("over http in a page over https", frame("http://player.example/film"), {"mixed"}),
    passes(
        "over http in a page over http",
        frame("http://player.example/film"),
        url="http://shop.example/",
        others={"http://player.example/film": "<p>Film</p>"},
    ),
    fails(
        "kept out by the page's own policy",
        frame(),
        {"policy"},
        headers={"content-security-policy": "frame-src 'self'"},
        others={URL: "<p>Film</p>"},
    ),
    fails("an advertisement", frame("http://ad.network.example/film"), {"mixed"}),
)
