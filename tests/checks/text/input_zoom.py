from parcours.testing import fails, passes, reviews, silent

V = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def field(size: float, tag: str = "input", more: str = "") -> str:
    end = "" if tag == "input" else f"</{tag}>"
    return f'<{tag} aria-label="Name" {more} style="font-size:{size}px">{end}'


EXAMPLES = (
    silent("no field", V + "<p>Hello</p>"),
    passes("16 px", V + field(16)),
    fails("15.9 px", V + field(15.9), {""}),
    fails("a field as browsers make it, 13.3 px", V + "<input>", {""}),
    fails("a list", V + field(14, "select"), {""}),
    fails("a box to write in", V + field(14, "textarea"), {""}),
    fails("one small field among large ones", V + field(18) + field(12), {""}),
    fails("a number", V + field(14, more='type="number"'), {""}),
    silent("a box to tick", V + field(12, more='type="checkbox"')),
    silent("a button", V + field(12, more='type="submit"')),
    silent("a hidden field", V + field(12, more='type="hidden"')),
    silent("a field that waits for a script", V + f'<div style="display:none">{field(12)}</div>'),
    silent("a field that is off", V + field(12, more="disabled")),
    silent("a field made invisible under a drawn list", V + '<select style="opacity:0;font-size:12px"></select>'),
    silent("Safari does not enlarge what may not be enlarged", V.replace("=1", "=1, maximum-scale=1") + field(12)),
    silent("nor where user-scalable is no", V.replace("=1", "=1, user-scalable=no") + field(12)),
    silent("a page for desks has another fault", field(12)),
    silent("Android enlarges nothing", V + field(12), device="android"),
    reviews("a page whose style sheet is missing", '<link rel="stylesheet" href="/gone.css">' + V + field(12), {""}),
)
