from parcours.testing import fails, passes, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width">'
DEEP = "https://shop.example/bottines/lison"


def tag(argument: str | None, more: str = "") -> str:
    said = "app-id=1234567890" + (f", app-argument={argument}" if argument is not None else "")
    return f'{PHONE}<meta name="apple-itunes-app" content="{said}">{more}<p>hello</p>'


EXAMPLES = (
    silent("no banner", f"{PHONE}<p>hello</p>", url=DEEP),
    silent("the home page", tag(None)),
    silent("the home page of a language", tag(None), url="https://shop.example/fr-FR/"),
    silent("the home page by its file", tag(None), url="https://shop.example/index.html"),
    silent("a tag that Safari cannot read", f'{PHONE}<meta name="apple-itunes-app" content="app-id=x">', url=DEEP),
    silent("Android", tag(None), url=DEEP, device="android"),
    passes("the page's own address", tag(DEEP), url=DEEP + "?src=letter"),
    passes("a slash more", tag(DEEP + "/"), url=DEEP),
    passes("the canonical address", tag("https://shop.example/p/12", '<link rel="canonical" href="/p/12">'), url=DEEP),
    passes("the app's own scheme", tag("mybank://lison"), url=DEEP),
    passes("a tracker", tag("https://shop.app.link/lison"), url=DEEP),
    passes("a sister host", tag("https://www.shop.example/bottines/lison"), url=DEEP),
    passes("no address is the syntax's fault", tag("lison"), url=DEEP),
    fails("no argument on a deep page", tag(None), {"missing"}, url=DEEP),
    fails("the home page from a deep page", tag("https://shop.example/"), {"home"}, url=DEEP),
    fails("the home page of a language from a deep page", tag("https://shop.example/fr"), {"home"}, url=DEEP),
    fails("the bare host", tag("https://www.shop.example"), {"home"}, url=DEEP),
    reviews("another page of the site", tag("https://shop.example/bottines"), {"elsewhere"}, url=DEEP),
    reviews("somebody else's host", tag("https://agency.example/bottines/lison"), {"host"}, url="https://shop.test/bottines/lison"),
)  # fmt: skip
