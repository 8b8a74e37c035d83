import json

from association import assetlinks, statement
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width">'
IOS = AppLinks(ios="1234567890")
ANDROID = AppLinks(android="com.mybank.app")


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def store(id: str) -> str:
    return f'<p><a href="https://apps.apple.com/app/id{id}">App Store</a></p>'


def play(id: str) -> str:
    return f'<p><a href="https://play.google.com/store/apps/details?id={id}">Google Play</a></p>'


def manifest(*apps: dict[str, str]) -> AppLinks:
    return AppLinks(
        manifest=WellKnown("https://shop.example/m.json", 200, "", json.dumps({"related_applications": apps}))
    )


BANNER = meta("apple-itunes-app", "app-id=1234567890")
LINKS = AppLinks(
    android="com.mybank.app", assetlinks=assetlinks(statement(), statement(target={"package_name": "com.mybank.pro"}))
)
OTHERS = AppLinks(
    android="com.mybank.app", assetlinks=assetlinks(statement(target={"package_name": "com.shopfront.arrive"}))
)

EXAMPLES = (
    silent("nothing names an app", f"{PHONE}<p>hello</p>"),
    silent("one source alone", PHONE + BANNER),
    silent("store links alone may be anybody's", PHONE + store("1234567890") + store("987654321")),
    silent("the other platform's tags", PHONE + BANNER + meta("al:android:package", "com.other.app")),
    passes("all the same", PHONE + BANNER + meta("al:ios:app_store_id", "1234567890") + meta("twitter:app:id:iphone", "1234567890") + store("1234567890"), app=IOS),
    passes("the iPad may have an app of its own", PHONE + BANNER + meta("al:ios:app_store_id", "1234567890") + meta("twitter:app:id:ipad", "987654321")),
    passes("App Links may have several apps", PHONE + BANNER + meta("al:ios:app_store_id", "987654321") + meta("al:ios:app_store_id", "1234567890")),
    passes("several store links, one of another app", PHONE + BANNER + meta("al:ios:app_store_id", "1234567890") + store("1234567890") + store("987654321")),
    passes("an id that is none is another rule's", PHONE + BANNER + meta("al:ios:app_store_id", "id987") + store("1234567890")),
    passes("Android's file names two apps", PHONE + play("com.mybank.app"), app=LINKS, device="android"),
    passes("the manifest names the same", PHONE + BANNER, app=manifest({"platform": "itunes", "url": "https://apps.apple.com/app/id1234567890"})),
    fails("banner and App Links", PHONE + BANNER + meta("al:ios:app_store_id", "987654321"), {"tags"}),
    fails("banner and X's card", PHONE + BANNER + meta("twitter:app:id:iphone", "987654321"), {"tags"}),
    fails("banner and manifest", PHONE + BANNER, {"tags"}, app=manifest({"platform": "itunes", "url": "https://apps.apple.com/app/id987654321"})),
    fails("banner and scenario", PHONE + BANNER, {"declared"}, app=AppLinks(ios="987654321")),
    fails("App Links and scenario on Android", PHONE + meta("al:android:package", "com.mybank.debug"), {"declared"}, app=ANDROID, device="android"),
    fails("X's card and App Links on Android", PHONE + meta("al:android:package", "com.mybank.app") + meta("twitter:app:id:googleplay", "com.mybank.old"), {"tags"}, device="android"),
    reviews("the one store link leads to another app", PHONE + BANNER + store("987654321"), {"link"}),
    reviews("the one store link leads to another app than declared", PHONE + play("com.other.app"), {"link"}, app=ANDROID, device="android"),
    reviews("Android's file names other apps", f"{PHONE}<p>hello</p>", {"assetlinks"}, app=OTHERS, device="android"),
)  # fmt: skip
