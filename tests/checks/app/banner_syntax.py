from parcours.testing import fails, passes, reviews, silent


def tag(content: str) -> str:
    return f'<meta name="viewport" content="width=device-width"><meta name="apple-itunes-app" content="{content}"><p>hello</p>'


EXAMPLES = (
    silent("no banner tag", "<p>hello</p>"),
    silent("Android does not read the tag", tag("nonsense"), device="android"),
    silent("a tag in a comment", "<!-- <meta name='apple-itunes-app' content='nonsense'> --><p>hello</p>"),
    passes("the number alone", tag("app-id=1234567890")),
    passes("blanks after the comma", tag("app-id=1234567890, app-argument=https://shop.example/offer?a=1")),
    passes("no blanks at all", tag("app-id=1234567890,app-argument=https://shop.example/")),
    passes("blanks around", tag("  app-id=389801252 , affiliate-data=at=abc&ct=letter ")),
    passes(
        "an App Clip beside the app",
        tag("app-id=1234567890, app-clip-bundle-id=com.mybank.Clip, app-clip-display=card"),
    ),
    passes("an address of the app's own", tag("app-id=1234567890, app-argument=mybank://offer/12")),
    passes("a semicolon inside an address", tag("app-id=1234567890, app-argument=https://shop.example/a;v=2?x=1;y=2")),
    passes("an equals sign inside an address", tag("app-id=1234567890, app-argument=https://shop.example/?id=12")),
    passes("a comma at the end", tag("app-id=1234567890,")),
    passes("the oldest apps have short numbers", tag("app-id=284882")),
    passes("the same tag twice", tag("app-id=1234567890") + tag("app-id=1234567890")),
    fails("nothing in it", tag(""), {"app-id-missing"}),
    fails("an argument without an app", tag("app-argument=https://shop.example/"), {"app-id-missing"}),
    fails("an empty number", tag("app-id="), {"app-id-missing"}),
    fails("a bundle id", tag("app-id=com.mybank.app"), {"app-id-format"}),
    fails("id before the number", tag("app-id=id1234567890"), {"app-id-format"}),
    fails("a store address", tag("app-id=https://apps.apple.com/app/id1234567890"), {"app-id-format"}),
    fails("a placeholder that was left", tag("app-id=myAppStoreID"), {"app-id-format"}),
    fails("quotes", tag("app-id=“1234567890”"), {"app-id-format"}),
    fails("too short", tag("app-id=12345"), {"app-id-format"}),
    fails("digits of another script", tag("app-id=١٢٣٤٥٦٧٨٩"), {"app-id-format"}),
    fails("a semicolon between the pairs", tag("app-id=1234567890; app-argument=https://shop.example/"), {"separator"}),
    fails("a semicolon at the end", tag("app-id=1234567890;"), {"separator"}),
    fails("a blank between the pairs", tag("app-id=1234567890 app-argument=https://shop.example/"), {"separator"}),
    fails(
        "a semicolon after a wrong number",
        tag("app-id=id1234567890; app-argument=https://shop.example/"),
        {"separator", "app-id-format"},
    ),
    fails("a colon in place of the equals sign", tag("app-id:1234567890"), {"app-id-missing", "unknown-key"}),
    fails("a key that Safari does not know", tag("app-id=1234567890, app-name=My bank"), {"unknown-key"}),
    fails("a key misspelt", tag("app-id=1234567890, app-arguments=https://shop.example/"), {"unknown-key"}),
    fails("an argument that is no address", tag("app-id=1234567890, app-argument=offer-12"), {"app-argument"}),
    fails("an argument that is a path", tag("app-id=1234567890, app-argument=/offer/12"), {"app-argument"}),
    fails("an empty argument", tag("app-id=1234567890, app-argument="), {"app-argument"}),
    fails(
        "a comma inside the argument",
        tag("app-id=1234567890, app-argument=https://shop.example/48.8,2.3"),
        {"comma-in-argument"},
    ),
    fails(
        "a card of another kind",
        tag("app-id=1234567890, app-clip-bundle-id=com.mybank.Clip, app-clip-display=banner"),
        {"app-clip-display"},
    ),
    fails("on an iPad", tag("app-id=com.mybank.app"), {"app-id-format"}, device="ipad"),
    reviews("two apps in two tags", tag("app-id=1234567890") + tag("app-id=987654321"), {"rivals"}),
    reviews("a key in capitals", tag("App-ID=1234567890"), {"key-case"}),
    reviews("an App Clip alone", tag("app-clip-bundle-id=com.mybank.Clip, app-clip-display=card"), {"clip-only"}),
)
