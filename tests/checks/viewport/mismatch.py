from parcours.testing import fails, passes, reviews, silent

TAG = '<meta name="viewport" content="width=device-width">'

EXAMPLES = (
    silent("a plain text has no viewport tag", "hello", headers={"content-type": "text/plain"}),
    passes("no tag", "<p>hello</p>"),
    passes("the usual tag", f"{TAG}<p>hello</p>"),
    passes("the usual tag on Android", f"{TAG}<p>hello</p>", device="android"),
    passes("a fixed width does as it says", '<meta name="viewport" content="width=1024"><p>hello</p>'),
    passes(
        "a broken tag does as it says",
        '<meta name="viewport" content="width=device-width;initial-scale=1"><p>hello</p>',
    ),
    passes("a scale that is odd", '<meta name="viewport" content="initial-scale=0.37"><p>hello</p>', device="android"),
    passes("content too wide does not widen the layout", f'{TAG}<div style="width: 2000px">hello</div>'),
    passes("a long page", f'{TAG}<div style="height: 20000px">hello</div>'),
    passes("an older hint", '<meta name="HandheldFriendly" content="true"><p>hello</p>', device="android"),
    passes(
        "a tag that a script adds",
        "<script>document.head.insertAdjacentHTML('beforeend', '<meta name=viewport content=width=device-width>')</script>",
    ),
    passes(
        "a tag that a script changes", f"{TAG}<script>document.querySelector('meta').content = 'width=500'</script>"
    ),
    fails(
        "a tag under another attribute",
        '<meta property="viewport" content="width=device-width"><p>hello</p>',
        {"no-effect"},
    ),
    fails(
        "a tag under an attribute for headers",
        '<meta http-equiv="viewport" content="width=device-width"><p>hello</p>',
        {"no-effect"},
    ),
    fails(
        "a script rewrites the first of two tags",
        f'{TAG}<meta name="viewport" content="width=500"><script>document.querySelector("meta").content = "width=600"</script>',
        {"script"},
    ),
    fails(
        "a script takes the tag away, too late",
        f"{TAG}<script>document.querySelector('meta').remove()</script>",
        {"script"},
    ),
    reviews(
        "a page that is zoomed by its own style", f"{TAG}<style>html {{ zoom: 0.5 }}</style><p>hello</p>", {"differs"}
    ),
)
