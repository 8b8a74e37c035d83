from parcours.testing import fails, passes, silent


def tag(content: str) -> str:
    return f'<meta name="viewport" content="{content}"><p>hello</p>'


EXAMPLES = (
    silent("no tag", "<p>hello</p>"),
    passes("the usual tag", tag("width=device-width, initial-scale=1")),
    passes("words for scales", tag("width=device-width, initial-scale=yes, maximum-scale=device-width")),
    passes(
        "every key that phones know",
        tag(
            "width=device-width, height=device-height, viewport-fit=cover, interactive-widget=resizes-content, shrink-to-fit=no, minimal-ui"
        ),
    ),
    passes("a unit is another rule's", tag("width=600px")),
    passes("an unknown key is another rule's", tag("widht=foo")),
    passes("a semicolon is another rule's", tag("width=device-width;initial-scale=1")),
    passes("a semicolon behind a word is another rule's", tag("width=device-width, viewport-fit=cover;")),
    passes("what is not yes forbids zooming, which is another rule's", tag("width=device-width, user-scalable=true")),
    passes("the largest scale that phones take", tag("width=device-width, maximum-scale=10")),
    fails("a width that is none", tag("width=foo"), {"width"}),
    fails("a slip of the pen", tag("width=device_width, initial-scale=1"), {"width"}),
    fails("quotes within quotes", tag("width='device-width'"), {"width"}),
    fails("a width without a value", tag("width=, initial-scale=1"), {"width"}),
    fails("a width without an equals sign", tag("width device-width"), {"width"}),
    fails("a negative width", tag("width=-5"), {"width"}),
    fails("a scale without a value", tag("width=device-width, initial-scale="), {"initial-scale"}),
    fails(
        "a scale without a value on Android",
        tag("width=device-width, initial-scale="),
        {"initial-scale"},
        device="android",
    ),
    fails("a negative scale", tag("width=device-width, initial-scale=-1"), {"initial-scale"}),
    fails("a largest scale that is none", tag("width=device-width, maximum-scale=none"), {"maximum-scale"}),
    fails("a largest scale beyond the largest", tag("width=device-width, maximum-scale=12"), {"maximum-scale"}),
    fails("a fit that is none", tag("width=device-width, viewport-fit=full"), {"viewport-fit"}),
    fails("a keyboard that is none", tag("width=device-width, interactive-widget=resize"), {"interactive-widget"}),
    fails("a wrong word beside a semicolon", tag("width=foo; initial-scale=1"), {"width"}),
    fails("two of them", tag("width=foo, initial-scale=bar"), {"width", "initial-scale"}),
)
