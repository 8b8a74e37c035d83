from parcours.testing import fails, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width">'
APPLE = '<p><a href="https://apps.apple.com/app/id1234567890">App Store</a></p>'
PLAY = '<p><a href="https://play.google.com/store/apps/details?id=com.mybank.app">Google Play</a></p>'
LATER = "<script>document.querySelector('a').onclick = () => setTimeout(() => { location = 'https://apps.apple.com/app/id1234567890' }, 1500)</script>"


def link(href: str, more: str = "") -> str:
    return f'{PHONE}<p><a href="{href}" {more}>Open in our app</a></p>'


EXAMPLES = (
    silent("a universal link", link("https://app.mybank.example/offer")),
    silent("telephone, message, mail and messenger", link("tel:+33123456789") + link("sms:+33612345678") + link("mailto:a@b.fr") + link("whatsapp://send?text=x")),
    silent("the store's own scheme", link("itms-apps://apps.apple.com/app/id1234567890")),
    silent("a calendar", link("webcal://shop.example/events.ics")),
    silent("a map", link("maps:?q=Romans")),
    silent("an intent is another rule's", link("intent://x#Intent;scheme=mybank;end"), device="android"),
    silent("a hidden link", link("mybank://offer", 'style="display:none"')),
    silent("a button of javascript", link("javascript:void(0)")),
    fails("a link for the app alone", link("mybank://offer/12"), {"link"}),
    fails("a link for the app alone, on Android", link("mybank://offer/12"), {"link"}, device="android"),
    fails("the other platform's store is no way out", link("mybank://offer") + PLAY, {"link"}),
    fails("the store is elsewhere on the page", link("mybank://offer") + APPLE, {"store-beside"}),
    fails("the store is elsewhere on the page, on Android", link("mybank://offer") + PLAY, {"store-beside"}, device="android"),
    fails("somebody else's app", link("spotify:album:5xUJqzMUtGPjd4nTgJ5C0Q"), {"link"}),
    fails("two links of one scheme are one", link("mybank://a") + link("mybank://b"), {"link"}),
    reviews("the link has a handler of its own", link("mybank://offer", 'onclick="return openApp(this)"'), {"caught"}),
    reviews("a script waits, then goes to the store", link("mybank://offer") + LATER, {"caught"}),
)  # fmt: skip
