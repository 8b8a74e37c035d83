from parcours.testing import fails, passes, silent

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'
TEXT = "<h1>Bottes</h1><p>Les bottes de printemps</p>"


def mobile(href: str = "https://m.shop.example/", media: str = "only screen and (max-width: 640px)") -> str:
    return f'<link rel="alternate" media="{media}" href="{href}">{TEXT}'


EXAMPLES = (
    silent("a page for desks that has no other", TEXT),
    silent("another language", f'<link rel="alternate" hreflang="en" href="https://shop.example/en">{TEXT}'),
    silent("a feed", f'<link rel="alternate" type="application/rss+xml" href="/feed">{TEXT}'),
    silent("a page to print", mobile(media="print")),
    silent("on a tablet", mobile(), device="ipad"),
    passes("a page that fits", VIEWPORT + mobile()),
    passes("the mobile page names itself", mobile(href="https://shop.example/")),
    passes("an address that is none", mobile(href="javascript:void(0)")),
    fails("the page for desks", mobile(), {""}),
    fails("the page for desks, on Android", mobile(), {""}, device="android"),
    fails("a path for phones", mobile(href="/mobile/"), {""}),
    fails("an older way to say it", mobile(media="handheld"), {""}),
    fails("by the device's width", mobile(media="only screen and (max-device-width:640px)"), {""}),
)
