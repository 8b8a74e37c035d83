from parcours.testing import fails, passes, reviews


def tag(content: str) -> str:
    return f'<meta name="viewport" content="{content}"><p>hello</p>'


XHTML_MOBILE = (
    '<!DOCTYPE html PUBLIC "-//WAPFORUM//DTD XHTML Mobile 1.0//EN" "http://www.wapforum.org/DTD/xhtml-mobile10.dtd">'
)

EXAMPLES = (
    passes("a responsive page", tag("width=device-width")),
    passes("a scale alone is enough", tag("initial-scale=1")),
    passes("a tag in the body counts", '<p>hello</p><meta name="viewport" content="width=device-width">'),
    passes(
        "a tag that a script adds counts",
        "<script>document.head.innerHTML += '<meta name=viewport content=width=device-width>'</script>",
    ),
    passes("the name is not case-sensitive", '<meta name="Viewport" content="Width=Device-Width"><p>hello</p>'),
    passes("a fixed width is another rule's", tag("width=1024")),
    passes("the device's height is another rule's", tag("width=device-height")),
    passes("a semicolon that breaks the width is another rule's", tag("width=device-width;initial-scale=1")),
    passes("a value that is none is another rule's", tag("width=foo")),
    passes("a misspelt key is another rule's", tag("widht=device-width")),
    passes("a colon is another rule's", tag("width:device-width")),
    passes("a scale of a half is another rule's", tag("initial-scale=0.5")),
    passes("a largest scale of a half is another rule's", tag("width=device-width, maximum-scale=0.5")),
    passes(
        "a tag that is no name at all is another rule's",
        '<meta property="viewport" content="width=device-width"><p>hello</p>',
    ),
    fails("a desktop page", "<p>hello</p>", {""}),
    fails("a desktop page on Android", "<p>hello</p>", {""}, device="android"),
    fails("a desktop page on a tablet", "<p>hello</p>", {""}, device="ipad"),
    fails("other meta tags", '<meta name="robots" content="width=device-width"><p>hello</p>', {""}),
    fails("a tag in a comment", '<!-- <meta name="viewport" content="width=device-width"> --><p>hello</p>', {""}),
    fails("an empty tag", tag(""), {"no-width"}),
    fails("a tag that only forbids zooming", tag("user-scalable=no"), {"no-width"}),
    fails("a tag that only reaches under the notch", tag("viewport-fit=cover"), {"no-width"}),
    fails("a smallest scale does not make a page fit", tag("minimum-scale=1"), {"no-width"}),
    fails("a height alone", tag("height=device-height"), {"no-width"}, device="android"),
    fails("a key of another maker", tag("uc-fitscreen=yes"), {"no-width"}),
    fails(
        "Chrome alone obeys an older hint",
        '<meta name="HandheldFriendly" content="true"><p>hello</p>',
        {"legacy-hint"},
        device="android",
    ),
    fails(
        "Chrome alone obeys a hint for Pocket PCs",
        '<meta name="MobileOptimized" content="320"><p>hello</p>',
        {"legacy-hint"},
        device="android",
    ),
    fails(
        "Chrome alone obeys the doctype of early phones",
        f"{XHTML_MOBILE}<p>hello</p>",
        {"legacy-hint"},
        device="android",
    ),
    reviews(
        "an iPhone may not obey an older hint",
        '<meta name="HandheldFriendly" content="true"><p>hello</p>',
        {"legacy-hint"},
    ),
    fails(
        "an older hint that says no",
        '<meta name="HandheldFriendly" content="false"><p>hello</p>',
        {""},
        device="android",
    ),
    passes("an older hint beside the tag", f'<meta name="HandheldFriendly" content="true">{tag("width=device-width")}'),
)
