from parcours.testing import fails, passes, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width">'
FALLBACK = "S.browser_fallback_url=https%3A%2F%2Fshop.example%2Foffer"


def link(href: str, more: str = "") -> str:
    return f'{PHONE}<p><a href="{href}" {more}>Open in our app</a></p>'


def intent(*extras: str, body: str = "//offer/12", end: str = "end") -> str:
    return link(f"intent:{body}#Intent;{''.join(f'{extra};' for extra in extras)}{end}")


WHOLE = ("scheme=mybank", "package=com.mybank.app")

EXAMPLES = (
    silent("no intent", link("https://shop.example/offer"), device="android"),
    silent("a hidden intent link on an iPhone", link("intent://x#Intent;scheme=mybank;end", 'style="display:none"')),
    silent("an app's own scheme is another rule's", link("mybank://offer"), device="android"),
    passes("package and fallback", intent(*WHOLE, FALLBACK), device="android"),
    passes("a package without fallback: Chrome goes to the Play Store", intent(*WHOLE), device="android"),
    passes("a semicolon after the end", intent(*WHOLE, end="end;"), device="android"),
    passes("an action without an address", intent("action=com.mybank.SCAN", "package=com.mybank.app", body=""), device="android"),
    fails("neither package nor fallback", intent("scheme=mybank"), {"no-way-out"}, device="android"),
    fails("no end", intent(*WHOLE, end=""), {"syntax"}, device="android"),
    fails("no Intent part", link("intent://offer/12"), {"syntax", "no-way-out"}, device="android"),
    fails("no scheme", intent("package=com.mybank.app"), {"scheme"}, device="android"),
    fails("a package that cannot be", intent("scheme=mybank", "package=mybank"), {"package"}, device="android"),
    fails("a fallback over http", intent(*WHOLE, "S.browser_fallback_url=http%3A%2F%2Fshop.example"), {"insecure"}, device="android"),
    fails("a fallback that is no web address", intent(*WHOLE, "S.browser_fallback_url=market%3A%2F%2Fdetails"), {"fallback"}, device="android"),
    fails("a fallback that is a path", intent(*WHOLE, "S.browser_fallback_url=%2Foffer"), {"fallback"}, device="android"),
    fails("shown to an iPhone", intent(*WHOLE, FALLBACK), {"iphone"}),
    reviews("a fallback without a package", intent("scheme=mybank", FALLBACK), {"no-package"}, device="android"),
)  # fmt: skip
