from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'


def metas(**metas: str) -> str:
    return PHONE + "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in metas.items()
    )


URL = {"al__ios__url": "mybank://offer"}
CARD = {"twitter__app__id__iphone": "1234567890"}
PACKAGE = {"al__android__package": "com.mybank.app"}

EXAMPLES = (
    silent("no such tags", f"{PHONE}<p>hello</p>"),
    silent("the other platform's tags", metas(al__android__url="x")),
    silent("empty tags", metas(al__ios__url="", twitter__app__id__iphone=" ")),
    silent("other tags of these families", metas(al__web__url="https://shop.example/", twitter__card="summary")),
    passes("a whole set", metas(**URL, al__ios__app_store_id="1234567890", al__ios__app_name="My bank")),
    passes("an address of the web", metas(al__ios__url="https://shop.example/offer")),
    passes("a whole card", metas(**CARD, twitter__app__name__iphone="My bank", twitter__app__url__iphone="mybank://x")),
    passes("names that differ in case only", metas(**URL, **CARD, al__ios__app_name="My Bank", twitter__app__name__iphone="my bank")),
    passes("Android's package", metas(**PACKAGE, al__android__url="mybank://offer"), device="android"),
    fails("no address", metas(al__ios__app_store_id="1234567890"), {"incomplete"}),
    fails("no package", metas(al__android__url="mybank://offer"), {"incomplete"}, device="android"),
    fails("a card without its id", metas(twitter__app__name__iphone="My bank"), {"card-incomplete"}),
    fails("a card without its id on Android", metas(twitter__app__url__googleplay="mybank://x"), {"card-incomplete"}, device="android"),
    fails("a bundle id for a number", metas(**URL, al__ios__app_store_id="com.mybank.app"), {"id"}),
    fails("id before the number", metas(twitter__app__id__iphone="id1234567890"), {"id"}),
    fails("a number for a package", metas(al__android__package="1234567890"), {"id"}, device="android"),
    fails("a path for an address", metas(al__ios__url="/offer"), {"url"}),
    fails("words for an address", metas(**CARD, twitter__app__url__iphone="open the app"), {"url"}),
    fails("two names", metas(**URL, **CARD, al__ios__app_name="My bank", twitter__app__name__iphone="Old bank"), {"names"}),
    fails("two names on Android", metas(**PACKAGE, al__android__app_name="A", twitter__app__name__googleplay="B", twitter__app__id__googleplay="com.mybank.app"), {"names"}, device="android"),
)  # fmt: skip
