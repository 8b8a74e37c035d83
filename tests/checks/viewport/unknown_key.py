from parcours.testing import fails, passes, silent


def tag(content: str) -> str:
    return f'<meta name="viewport" content="{content}"><p>hello</p>'


EXAMPLES = (
    silent("no tag", "<p>hello</p>"),
    passes("the usual tag", tag("width=device-width, initial-scale=1")),
    passes(
        "keys that one engine knows",
        tag("width=device-width, viewport-fit=cover, interactive-widget=resizes-content, shrink-to-fit=no, minimal-ui"),
    ),
    passes("capitals", tag("Width=device-width, Initial-Scale=1")),
    passes("commas too many", tag(",width=device-width,,initial-scale=1,")),
    passes("a semicolon makes no new keys", tag("width=device-width;initial-scale=1")),
    passes("an invalid value is another rule's", tag("width=foo")),
    fails("a misspelt width", tag("widht=device-width"), {"width"}),
    fails("a colon", tag("width:device-width"), {"width"}),
    fails("a value without its key", tag("device-width, initial-scale=1"), {"width"}),
    fails("an underscore", tag("width=device-width, initial_scale=1"), {"initial-scale"}),
    fails("a misspelt scale", tag("width=device-width, intial-scale=1"), {"initial-scale"}),
    fails("a common misspelling", tag("width=device-width, user-scaleable=no"), {"user-scalable"}),
    fails("a misspelt key beside a semicolon", tag("width=device-width; inital-scale=1"), {"initial-scale"}),
    fails("a key that nobody knows", tag("width=device-width, foo=bar"), {"unknown"}),
    fails("a decimal comma", tag("width=device-width, initial-scale=1,0"), {"unknown"}),
    fails("a key that is read no more", tag("width=device-width, target-densitydpi=device-dpi"), {"target-densitydpi"}),
    fails("two of them", tag("widht=device-width, foo=bar"), {"width", "unknown"}),
)
