from parcours.testing import fails, silent

PHONE = '<meta name="viewport" content="width=device-width">'
RAIL = "https://cdn.callrail.com/companies/1/2/12/swap.js"


def script(src: str) -> str:
    return f'{PHONE}<script src="{src}"></script>'


EXAMPLES = (
    silent("no script", PHONE + '<a href="tel:+33123456789">Call</a>'),
    silent("another script", script("https://cdn.shop.example/callrail.com/swap.js")),
    silent("a host that only ends alike", script("https://notcallrail.com/swap.js")),
    silent("a picture of theirs", PHONE + '<img src="https://www.callrail.com/logo.png">'),
    fails("a script that came", script(RAIL), {"callrail"}, others={RAIL: "1"}),
    fails("a script that did not come", script(RAIL), {"callrail"}),
    fails("a name in the page", PHONE + "<script>window.__ctm = {}</script>", {"calltrackingmetrics"}),
    fails(
        "two of them",
        script("https://solutions.invocacdn.com/js/pnapi.js") + "<script>window.CallTrkSwap = {}</script>",
        {"invoca", "callrail"},
    ),
)
