import json

from parcours.facts.model import AppLinks, Device, FrameFacts, HandOff, MetaTag, PageSnapshot, WellKnown
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

PHONE = '<meta name="viewport" content="width=device-width">'
IOS = AppLinks(ios="1234567890")
ANDROID = AppLinks(android="com.mybank.app")
BOTH = AppLinks(ios="1234567890", android="com.mybank.app")
APPLE = '<a href="https://apps.apple.com/fr/app/my-bank/id1234567890">App Store</a>'
PLAY = '<a href="https://play.google.com/store/apps/details?id=com.mybank.app">Google Play</a>'


def file(value: object, status: int = 200) -> WellKnown:
    return WellKnown("https://shop.example/f", status, "application/json", json.dumps(value))


AASA = file({"applinks": {"details": [{"appIDs": ["ABCDE12345.com.mybank.app"], "components": [{"/": "*"}]}]}})
CREDENTIALS = file({"webcredentials": {"apps": ["ABCDE12345.com.mybank.app"]}})
LINKS = file([{
    "relation": ["delegate_permission/common.handle_all_urls"],
    "target": {"namespace": "android_app", "package_name": "com.mybank.app", "sha256_cert_fingerprints": []},
}])  # fmt: skip
LOGIN = file([{
    "relation": ["delegate_permission/common.get_login_creds"],
    "target": {"namespace": "android_app", "package_name": "com.mybank.app"},
}])  # fmt: skip
RELATED = {"related_applications": [{"platform": "play", "id": "com.mybank.app"}]}
MANIFEST = file(RELATED)
PROMPT = file({**RELATED, "prefer_related_applications": True})


def journey(
    *hand_offs: HandOff,
    url: str = "https://shop.example/",
    status: int = 200,
    served: tuple[MetaTag, ...] | None = None,
    metas: tuple[MetaTag, ...] = (),
) -> JourneyTrace:
    page = PageSnapshot(
        url=url, status=status, frames=(FrameFacts(served=served, metas=metas),), hand_offs=hand_offs, app=IOS
    )
    return JourneyTrace(device=Device(), app=IOS, pages=(page,), facets=frozenset({"frames"}))


TAG = (MetaTag("apple-itunes-app", "app-id=1234567890"),)

EXAMPLES = (
    silent("no app is known", f"{PHONE}<p>hello</p>"),
    silent("the app is for the other platform", f"{PHONE}<p>hello</p>", app=ANDROID),
    silent("credentials are shared with an app, no links are", f"{PHONE}<p>hello</p>", app=AppLinks(aasa=CREDENTIALS)),
    silent("an association file that was refused", f"{PHONE}<p>hello</p>", app=AppLinks(aasa=AASA._replace(status=404))),
    silent("an association file that is a page of HTML", f"{PHONE}<p>hello</p>", app=AppLinks(aasa=AASA._replace(text="<html>"))),
    silent("an association file of an odd shape", f"{PHONE}<p>x</p>", app=AppLinks(aasa=file({"applinks": [1]}), assetlinks=file({"a": 1}))),
    silent("a login shared on Android is no link", f"{PHONE}<p>hello</p>", app=AppLinks(assetlinks=LOGIN), device="android"),
    silent("a journey that met no page", JourneyTrace(app=IOS, facets=frozenset({"frames"}))),
    silent("the landing page is an error", journey(status=404)),
    passes("Apple's banner tag", f'{PHONE}<meta name="apple-itunes-app" content="app-id=1234567890">', app=IOS),
    passes("a banner tag with an argument", f'{PHONE}<meta name="apple-itunes-app" content="app-id=1234567890, app-argument=https://shop.example/">', app=IOS),
    passes("an App Store link", PHONE + APPLE, app=IOS),
    passes("a badge below the fold", f'{PHONE}<p style="height:3000px">long</p>{APPLE}', app=IOS),
    passes("both badges", PHONE + APPLE + PLAY, app=BOTH),
    passes("both badges on Android", PHONE + APPLE + PLAY, app=BOTH, device="android"),
    passes("a link that knows which store to open", f'{PHONE}<a href="https://mybank.onelink.me/x">the app</a>', app=IOS),
    passes("a Play link on Android", PHONE + PLAY, app=ANDROID, device="android"),
    passes("another store of Android's", f'{PHONE}<a href="https://appgallery.huawei.com/app/C1">AppGallery</a>', app=ANDROID, device="android"),
    passes("an intent with a package", f'{PHONE}<a href="intent://x#Intent;scheme=mybank;package=com.mybank.app;end">open</a>', app=ANDROID, device="android"),
    passes("the manifest asks Android to offer the app", f"{PHONE}<p>hello</p>", app=AppLinks(android="com.mybank.app", manifest=PROMPT), device="android"),
    passes("the journey ends in the App Store itself", journey(url="https://apps.apple.com/app/id1234567890")),
    passes("the landing page opens the App Store by itself", journey(HandOff("itms-apps://apps.apple.com/app/id1234567890", "script"))),
    passes("a tag that was served and then removed", journey(served=TAG)),
    fails("nothing leads to the declared app", f"{PHONE}<p>hello</p>", {""}, app=IOS),
    fails("nothing leads to the declared app on Android", f"{PHONE}<p>hello</p>", {""}, app=ANDROID, device="android"),
    fails("an iPad is offered nothing", f"{PHONE}<p>hello</p>", {""}, app=IOS, device="ipad"),
    fails("Apple's tag does nothing on Android", f'{PHONE}<meta name="apple-itunes-app" content="app-id=1234567890">', {""}, app=BOTH, device="android"),
    fails("a hidden App Store link", f'{PHONE}<div style="display:none">{APPLE}</div>', {""}, app=IOS),
    fails("a badge that is only a picture", f'{PHONE}<img alt="App Store" src="data:," width="120" height="40">', {""}, app=IOS),
    fails("a banner tag that Safari cannot read", f'{PHONE}<meta name="apple-itunes-app" content="app-id=com.mybank.app">', {""}, app=IOS),
    fails("an article with an app in its title", f'{PHONE}<a href="/news/the-app-economy">The app economy is growing</a>', {""}, app=IOS),
    fails("only the other platform's store", PHONE + PLAY, {"other-platform"}, app=BOTH),
    fails("only the other platform's store, on Android", PHONE + APPLE, {"other-platform"}, app=BOTH, device="android"),
    fails("an association file that opens installed apps only", f"{PHONE}<p>hello</p>", {""}, app=AppLinks(aasa=AASA)),
    fails("asset links that open installed apps only", f"{PHONE}<p>hello</p>", {""}, app=AppLinks(assetlinks=LINKS), device="android"),
    fails("a manifest that names the app and does not prefer it", f"{PHONE}<p>hello</p>", {""}, app=AppLinks(manifest=MANIFEST), device="android"),
    fails("App Links metadata names the app", f'{PHONE}<meta property="al:ios:app_store_id" content="1234567890">', {""}),
    fails("X's card names the app", f'{PHONE}<meta name="twitter:app:id:iphone" content="1234567890">', {""}),
    fails("App Links metadata on Android", f'{PHONE}<meta property="al:android:package" content="com.mybank.app">', {""}, device="android"),
    reviews("a link that promises the app", f'{PHONE}<a href="/mobile">Téléchargez notre application</a>', {"promise"}, app=IOS),
    reviews("a button that promises the app", f"{PHONE}<button>Get the app</button>", {"promise"}, app=IOS),
    reviews("a promise in German", f'{PHONE}<a href="/x">App herunterladen</a>', {"promise"}, app=ANDROID, device="android"),
    reviews("a store's name on a link of one's own", f'{PHONE}<a href="/go/ios">App Store</a>', {"promise"}, app=IOS),
    reviews("a banner that a script adds", journey(served=(), metas=TAG), {"late-banner"}),
)  # fmt: skip
