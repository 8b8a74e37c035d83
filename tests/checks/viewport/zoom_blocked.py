from parcours.testing import fails, passes, silent


def tag(content: str) -> str:
    return f'<meta name="viewport" content="width=device-width, {content}"><p>hello</p>'


EXAMPLES = (
    silent("a desktop page has no viewport to lock", "<p>hello</p>"),
    passes("a tag that does not speak of zooming", tag("initial-scale=1")),
    passes("zoom up to five", tag("maximum-scale=5")),
    passes("zoom up to ten", tag("maximum-scale=10")),
    passes("zooming allowed", tag("user-scalable=yes")),
    passes("one means yes", tag("user-scalable=1")),
    passes("a negative scale is none", tag("maximum-scale=-1")),
    passes("a largest scale that is no number is another rule's", tag("maximum-scale=none")),
    passes("a semicolon that forbids zooming is another rule's", tag("user-scalable=yes;")),
    passes("a misspelt key forbids nothing", tag("user-scaleable=no")),
    passes("a tag that does not count", tag("user-scalable=no") + tag("initial-scale=1")),
    fails("no", tag("user-scalable=no"), {"user-scalable"}),
    fails("no, on Android", tag("user-scalable=no"), {"user-scalable"}, device="android"),
    fails("zero means no", tag("user-scalable=0"), {"user-scalable"}),
    fails("true means no", tag("user-scalable=true"), {"user-scalable"}),
    fails("nothing means no", tag("user-scalable"), {"user-scalable"}),
    fails("no, with a semicolon", tag("user-scalable=no;"), {"user-scalable"}),
    fails("a largest scale of one", tag("maximum-scale=1"), {"maximum-scale"}),
    fails("a largest scale just below two", tag("maximum-scale=1.9"), {"maximum-scale"}),
    fails("a largest scale of two", tag("maximum-scale=2"), {"maximum-scale"}),
    fails("a largest scale just below five", tag("maximum-scale=4.9"), {"maximum-scale"}),
    fails("a largest scale with a semicolon", tag("maximum-scale=1;"), {"maximum-scale"}),
    fails("a smallest scale lifts the largest", tag("minimum-scale=3, maximum-scale=1"), {"maximum-scale"}),
    fails("both", tag("maximum-scale=1.0, user-scalable=no"), {"user-scalable", "maximum-scale"}),
)
