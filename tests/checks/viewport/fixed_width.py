from parcours.testing import fails, passes, silent


def tag(content: str) -> str:
    return f'<meta name="viewport" content="{content}"><p>hello</p>'


EXAMPLES = (
    silent("no tag", "<p>hello</p>"),
    passes("the device's width", tag("width=device-width, initial-scale=1")),
    passes("a scale alone", tag("initial-scale=1")),
    passes("a number that is negative is no width", tag("width=-5")),
    passes("a word that is none is another rule's", tag("width=foo")),
    passes("a number for another key", tag("width=device-width, height=600")),
    passes("a fixed width that a later tag overrules", tag("width=1024") + tag("width=device-width")),
    passes("a fixed width that a later pair overrules", tag("width=1024, width=device-width")),
    fails("a desk's width", tag("width=1024"), {"wider"}),
    fails("a desk's width on Android", tag("width=1024"), {"wider"}, device="android"),
    fails("a desk's width with a scale", tag("width=1024, initial-scale=1"), {"wider"}),
    fails("one pixel more than the phone", tag("width=391"), {"wider"}),
    fails("this phone's own width is another one's wrong width", tag("width=390"), {"narrower"}),
    fails("a width with a unit", tag("width=600px"), {"wider"}),
    fails("the first phones' width", tag("width=320"), {"narrower"}),
    fails("the first phones' width on a tablet", tag("width=320"), {"narrower"}, device="ipad"),
    fails("a share of something", tag("width=100%"), {"narrower"}),
    fails("as wide as high", tag("width=device-height"), {"device-height"}),
    fails("a number before a semicolon", tag("width=600;initial-scale=1"), {"wider"}),
    fails("a number that a later word does not overrule", tag("width=500, width=foo"), {"wider"}),
)
