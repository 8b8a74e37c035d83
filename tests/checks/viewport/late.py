from parcours.testing import fails, passes, silent

TAG = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def script(text: str, head: str = TAG) -> str:
    return f"{head}<p>hello</p><script>{text}</script>"


EXAMPLES = (
    silent("no tag, early or late", "<p>hello</p>"),
    passes("a tag that was served", f"{TAG}<p>hello</p>"),
    passes("a tag that was served in the body", f"<p>hello</p>{TAG}"),
    passes("two tags that were served", f"{TAG}{TAG}<p>hello</p>"),
    passes("capitals and line breaks", '<META NAME="Viewport"\n CONTENT="width=device-width,\n initial-scale=1">'),
    passes("entities", '<meta name="viewport" content="width&#61;device-width">'),
    passes("another tag in a comment", f'{TAG}<!-- <meta name="viewport" content="width=1024"> --><p>hello</p>'),
    passes("another tag in a script's text", script('const text = \'<meta name="viewport" content="width=1024">\'')),
    passes(
        "a script that writes the same",
        script("const meta = document.querySelector('meta'); meta.content = meta.content"),
    ),
    passes(
        "a script that changes another tag",
        f'<meta name="robots" content="all">{TAG}' + script("document.querySelector('meta').content = 'none'", ""),
    ),
    fails(
        "a script adds it",
        script("document.head.insertAdjacentHTML('beforeend', '<meta name=viewport content=width=device-width>')", ""),
        {"added"},
    ),
    fails(
        "a script writes it while the page loads",
        script("document.write('<meta name=viewport content=width=device-width>')", ""),
        {"added"},
    ),
    fails("a script changes it", script("document.querySelector('meta').content += ', maximum-scale=1'"), {"changed"}),
    fails(
        "a script adds another",
        script("document.head.insertAdjacentHTML('beforeend', '<meta name=viewport content=width=500>')"),
        {"changed"},
    ),
    fails("a script takes it away", script("document.querySelector('meta').remove()"), {"removed"}),
)
