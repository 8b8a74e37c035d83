from journeys import led, left
from parcours.testing import fails, passes, silent

FALLBACK = "S.browser_fallback_url=https%3A%2F%2Fbank.example%2Foffer"

EXAMPLES = (
    silent("a way to a page", led("https://go.example/x", "https://shop.example/")),
    passes("a number to call", left("tel:+33123456789")),
    passes("a messenger", left("whatsapp://send?phone=33612345678")),
    passes("an intent with a page to fall back on", left(f"intent://o#Intent;scheme=bank;{FALLBACK};end", "android")),
    fails("an app's own scheme", left("mybank://offer"), {"no-fallback"}),
    fails("an app's own scheme on Android", left("mybank://offer", "android"), {"no-fallback"}),
    fails("an intent with nothing behind it", left("intent://o#Intent;scheme=bank;end", "android"), {"no-fallback"}),
    fails("an intent that only Chrome saves", left("intent://o#Intent;package=com.bank;end", "android"), {"no-fallback"}),
    fails("a fallback without encryption", left("intent://o#Intent;S.browser_fallback_url=http%3A%2F%2Fx.fr;end", "android"),
          {"no-fallback"}),
    fails("an intent on an iPhone", left(f"intent://o#Intent;scheme=bank;{FALLBACK};end"), {"foreign"}),
    fails("Android's store on an iPhone", left("market://details?id=com.bank"), {"foreign"}),
    fails("Apple's store on Android", left("itms-apps://apps.apple.com/app/id1234567890", "android"), {"foreign"}),
    fails("straight into Apple's store", left("itms-apps://apps.apple.com/app/id1234567890"), {"store"}),
    fails("straight into Android's store", left("market://details?id=com.bank", "android"), {"store"}),
    fails("another store's scheme", left("samsungapps://ProductDetail/com.bank", "android"), {"no-fallback"}),
)  # fmt: skip
