import json

from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
LINK = '<link rel="manifest" href="/m.json">'
HELP = "<p>Sur iPhone : Partager, puis « Sur l’écran d’accueil ».</p>"
ASKS = "<script>const go = () => r.pushManager.subscribe({applicationServerKey: K})</script>"
PUSH = WellKnown("https://shop.example/sw.js", 200, "", "self.addEventListener('push', show)")


def manifest(value: object, status: int = 200, **more: WellKnown) -> dict[str, AppLinks]:
    text = value if isinstance(value, str) else json.dumps(value)
    return {"app": AppLinks(manifest=WellKnown("https://shop.example/m.json", status, "", text), **more)}


STANDALONE = manifest({"display": "standalone"})

EXAMPLES = (
    silent("a page that sends no messages", f"{PHONE}<p>hello</p>"),
    silent("a page that sends none and has a manifest", f"{PHONE}{LINK}<p>hello</p>", **manifest({"display": "browser"})),
    silent("a worker that only keeps pages", f"{PHONE}<p>x</p>", app=AppLinks(worker=PUSH._replace(text="self.onfetch = keep"))),
    silent("Android needs none of it", f"{PHONE}{ASKS}", device="android"),
    passes("all is there", PHONE + LINK + HELP + ASKS, **STANDALONE),
    passes("full screen will do", PHONE + LINK + HELP + ASKS, **manifest({"display": "fullscreen"})),
    passes("help in English", f"{PHONE}{LINK}<p>Tap Share, then Add to Home Screen</p>{ASKS}", **STANDALONE),
    passes("help in German", f"{PHONE}{LINK}<p>Zum Home-Bildschirm hinzufügen</p>{ASKS}", **STANDALONE),
    passes("a manifest that was not asked for", PHONE + LINK + HELP + ASKS),
    passes("a manifest that is gone is told elsewhere", PHONE + LINK + HELP + ASKS, **manifest("", status=404)),
    passes("a manifest that is no JSON is told elsewhere", PHONE + LINK + HELP + ASKS, **manifest("<html>")),
    fails("no manifest", PHONE + HELP + ASKS, {"manifest"}),
    fails("no manifest, and the worker listens", f"{PHONE}<p>x</p>", {"manifest"}, app=AppLinks(worker=PUSH)),
    fails("no manifest, and a maker of push is loaded", f'{PHONE}<script src="https://cdn.onesignal.com/x.js"></script>', {"manifest"}),
    fails("no manifest, and the page asks", f"{PHONE}<script>Notification.requestPermission()</script>", {"manifest"}),
    fails("a page like any other", PHONE + LINK + HELP + ASKS, {"display"}, **manifest({"display": "browser"})),
    fails("minimal-ui is not enough", PHONE + LINK + HELP + ASKS, {"display"}, **manifest({"display": "minimal-ui"})),
    fails("no display at all", PHONE + LINK + HELP + ASKS, {"display"}, **manifest({"name": "Shop"})),
    fails("nobody says how", PHONE + LINK + ASKS, {"help"}, **STANDALONE),
    fails("help that is hidden", f'{PHONE}{LINK}<div style="display:none">{HELP}</div>{ASKS}', {"help"}, **STANDALONE),
    fails("nothing is right but the link", PHONE + LINK + ASKS, {"display", "help"}, **manifest({})),
)  # fmt: skip
