import json

from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
IOS = AppLinks(ios="1234567890")
TAG = '<meta name="apple-itunes-app" content="app-id=1234567890">'
AASA = WellKnown(
    "",
    200,
    "application/json",
    json.dumps({"applinks": {"details": [{"appID": "ABCDE12345.com.mybank", "paths": ["*"]}]}}),
)
MANIFEST = WellKnown("", 200, "", json.dumps({
    "related_applications": [{"platform": "itunes", "url": "https://apps.apple.com/app/id1234567890"}]
}))  # fmt: skip
LATE = (
    "<script>const m = document.createElement('meta'); m.name = 'apple-itunes-app'; m.content = 'app-id=1234567890';"
    "document.head.append(m)</script>"
)

EXAMPLES = (
    silent("no app is known", f"{PHONE}<p>hello</p>"),
    silent("an app for Android alone", f"{PHONE}<p>hello</p>", app=AppLinks(android="com.mybank.app")),
    silent("Android has no such banner", f"{PHONE}<p>hello</p>", app=IOS, device="android"),
    silent("a link to somebody's app in an article", f'{PHONE}<a href="https://apps.apple.com/app/id999999999">a game</a>'),
    passes("the tag is there", PHONE + TAG, app=IOS),
    passes("the tag is there, and nothing else tells of an app", PHONE + TAG),
    passes("the tag was served and a script removed it", f"{PHONE}{TAG}<script>document.querySelector('[name=apple-itunes-app]').remove()</script>", app=IOS),
    passes("a tag with a fault is another rule's", f'{PHONE}<meta name="apple-itunes-app" content="app-id=id123">', app=IOS),
    passes("a tag that a script adds is another rule's", PHONE + LATE, app=IOS),
    fails("a declared app without the tag", f"{PHONE}<p>hello</p>", {""}, app=IOS),
    fails("a store link is no banner", f'{PHONE}<a href="https://apps.apple.com/app/id1234567890">app</a>', {""}, app=IOS),
    fails("an iPad has the banner too", f"{PHONE}<p>hello</p>", {""}, app=IOS, device="ipad"),
    fails("the page's metadata names the app", f'{PHONE}<meta property="al:ios:app_store_id" content="1234567890">', {""}),
    fails("the page's metadata names the app's scheme", f'{PHONE}<meta property="al:ios:url" content="mybank://home">', {""}),
    fails("the association file tells of an app", f"{PHONE}<p>hello</p>", {""}, app=AppLinks(aasa=AASA)),
    fails("the manifest tells of an app", f"{PHONE}<p>hello</p>", {""}, app=AppLinks(manifest=MANIFEST)),
    fails("a tag in a comment", f"{PHONE}<!-- {TAG} -->", {""}, app=IOS),
)  # fmt: skip
