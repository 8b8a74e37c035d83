from parcours.testing import fails, passes, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width">'
TAG = '<meta name="apple-itunes-app" content="app-id=1234567890">'


def adds(content: str = "app-id=1234567890") -> str:
    made = "const m = document.createElement('meta'); m.name = 'apple-itunes-app';"
    return f"<script>{made} m.content = '{content}'; document.head.append(m)</script>"


def sets(content: str) -> str:
    return f"<script>document.querySelector('[name=apple-itunes-app]').content = '{content}'</script>"


EXAMPLES = (
    silent("no banner tag", f"{PHONE}<p>hello</p>"),
    silent("a served tag that a script removes was read before", f"{PHONE}{TAG}<script>document.querySelector('[name=apple-itunes-app]').remove()</script>"),
    silent("Android does not read the tag", PHONE + adds(), device="android"),
    passes("a served tag", PHONE + TAG),
    passes("a script writes the same again", PHONE + TAG + sets("app-id=1234567890 ")),
    passes("a script adds a second one", PHONE + TAG + adds()),
    fails("a script adds the tag", PHONE + adds(), {"added"}),
    fails("the served one is in a comment", f"{PHONE}<!-- {TAG} -->{adds()}", {"added"}),
    fails("on an iPad", PHONE + adds(), {"added"}, device="ipad"),
    reviews("a script adds the argument", PHONE + TAG + sets("app-id=1234567890, app-argument=https://shop.example/a"), {"changed"}),
)  # fmt: skip
