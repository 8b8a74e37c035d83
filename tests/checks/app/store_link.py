from parcours.facts.model import AppLinks
from parcours.testing import fails, passes, reviews, silent

IOS = AppLinks(ios="1234567890")
ANDROID = AppLinks(android="com.mybank.app")


def page(*links: str, lang: str = "") -> str:
    body = "".join(f'<p><a href="{link}">Download our app</a></p>' for link in links)
    return f'<html lang="{lang}"><meta name="viewport" content="width=device-width">{body}'


APPLE = "https://apps.apple.com/app/my-bank/id1234567890"
PLAY = "https://play.google.com/store/apps/details?id=com.mybank.app"
HTML = '<meta name="viewport" content="width=device-width">'

EXAMPLES = (
    silent(
        "no store link", page("/contact", "https://www.apple.com/", "https://itunes.apple.com/us/album/x/id389801252")
    ),
    silent(
        "a hidden link", f'{HTML}<p style="display:none"><a href="http://apps.apple.com/app/id1234567890">x</a></p>'
    ),
    silent("the Mac's store", page("macappstore://apps.apple.com/app/id1234567890")),
    passes("the App Store on an iPhone", page(APPLE)),
    passes("Google Play on Android", page(PLAY), device="android"),
    passes("both badges", page(APPLE, PLAY)),
    passes("both badges, the other one first", page(PLAY, APPLE), app=IOS),
    passes("both badges on Android, with a known app", page(APPLE, PLAY), app=ANDROID, device="android"),
    passes(
        "Android's link beside a service that chooses the store", page(PLAY, "https://mybank.onelink.me/x"), app=IOS
    ),
    passes("another store of Android's", page("https://appgallery.huawei.com/app/C100"), device="android"),
    passes("the other store's faults are the other phone's", page(APPLE, "http://play.google.com/store/apps/details")),
    passes("a country where the language is spoken", page("https://apps.apple.com/fr/app/x/id1234567890", lang="fr")),
    passes("the page's own region", page("https://apps.apple.com/us/app/x/id1234567890", lang="fr-US")),
    passes("a neighbour with the same language", page("https://apps.apple.com/be/app/x/id1234567890", lang="fr-FR")),
    passes("an English page of a French shop", page("https://apps.apple.com/fr/app/x/id1234567890", lang="en")),
    passes("a page that does not say its language", page("https://apps.apple.com/us/app/x/id1234567890")),
    passes("a maker's list of apps", page("https://apps.apple.com/fr/developer/bank/id1234567890")),
    passes("a maker's list on Android", page("https://play.google.com/store/apps/dev?id=57"), device="android"),
    passes("Apple's short name", page("https://appstore.com/mybank")),
    passes("a game for Android in an article", f'{HTML}<a href="{PLAY}">Zelda returns</a>'),
    passes("a relative protocol", page("//apps.apple.com/app/id1234567890")),
    fails("http", page("http://itunes.apple.com/app/id1234567890"), {"insecure"}),
    fails(
        "http on Android",
        page("http://play.google.com/store/apps/details?id=com.mybank.app"),
        {"insecure"},
        device="android",
    ),
    fails("itms:", page("itms://itunes.apple.com/app/id1234567890"), {"scheme"}),
    fails("itms-apps:", page("itms-apps://itunes.apple.com/app/id1234567890"), {"scheme"}),
    fails("market:", page("market://details?id=com.mybank.app"), {"scheme"}, device="android"),
    fails("the store's front window", page("https://apps.apple.com/"), {"no-app"}),
    fails("Google Play's front window", page("https://play.google.com/store"), {"no-app"}, device="android"),
    fails(
        "Play's details of nothing", page("https://play.google.com/store/apps/details"), {"no-app"}, device="android"
    ),
    fails(
        "Play's details with an empty id",
        page("https://play.google.com/store/apps/details?id="),
        {"no-app"},
        device="android",
    ),
    fails(
        "a package that cannot be",
        page("https://play.google.com/store/apps/details?id=mybank"),
        {"bad-id"},
        device="android",
    ),
    fails(
        "a package of the textbooks",
        page("https://play.google.com/store/apps/details?id=com.example.app"),
        {"bad-id"},
        device="android",
    ),
    fails("a number of zeros", page("https://apps.apple.com/app/id0000000000"), {"bad-id"}),
    fails(
        "another country than the page's",
        page("https://apps.apple.com/us/app/x/id1234567890", lang="fr-FR"),
        {"country"},
    ),
    fails(
        "two faults of one link",
        page("http://itunes.apple.com/us/app/x/id1234567890", lang="de"),
        {"insecure", "country"},
    ),
    fails("only Google Play, and the iPhone app exists", page(PLAY), {"wrong-platform"}, app=IOS),
    fails(
        "only the App Store, and the Android app exists",
        page(APPLE, APPLE),
        {"wrong-platform"},
        app=ANDROID,
        device="android",
    ),
    reviews("only Google Play, and nobody knows of an iPhone app", page(PLAY), {"wrong-platform"}),
    reviews("only the App Store on Android", page(APPLE), {"wrong-platform"}, device="android"),
)
