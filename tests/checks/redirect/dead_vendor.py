from parcours.testing import fails, passes

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def link(url: str) -> str:
    return f'{VIEWPORT}<a href="{url}">voir</a>'


EXAMPLES = (
    passes("a page", VIEWPORT + "<p>Bonjour</p>"),
    passes("a link to a friend", link("https://other.example/")),
    passes("a link to Google's maps", link("https://maps.app.goo.gl/abc")),
    passes("a look-alike ending", link("https://mypage.links.example/")),
    passes("a host that only ends alike", link("https://shoppage.link/")),
    passes("a hidden link", VIEWPORT + '<a hidden href="https://shop.page.link/app">app</a><p>Bonjour</p>'),
    passes("text about it", VIEWPORT + "<p>shop.page.link</p>"),
    fails("a link through Firebase", link("https://shop.page.link/app"), {"firebase"}),
    fails("a link through Firebase's older host", link("https://x7k2.app.goo.gl/app"), {"firebase"}),
    fails("a link to Google's messages", link("https://businessmessages.google.com/x"), {"business-messages"}),
    fails("a link through Google's shortener", link("https://goo.gl/abc"), {"goo-gl"}),
    fails("the page itself", "<h1>Not found</h1>", {"firebase"}, url="https://shop.page.link/app", status=404),
    fails("a hop", "<script>location='https://shop.example/'</script>", {"goo-gl"}, url="https://goo.gl/abc",
          others={"https://shop.example/": "<p>Bonjour</p>"}),
)  # fmt: skip
