from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
REGISTER = "navigator.serviceWorker.register('/sw.js')"
SUBSCRIBE = "go.onclick = () => r.pushManager.subscribe({userVisibleOnly: true, applicationServerKey: KEY});"
SHOWS = "self.addEventListener('push', (e) => e.waitUntil(self.registration.showNotification('news')));"
CACHES = "self.addEventListener('fetch', (e) => e.respondWith(caches.match(e.request)));"


def page(*scripts: str) -> str:
    return PHONE + "<p>Offers</p>" + "".join(f"<script>{script}</script>" for script in scripts)


def beside(text: str = "", status: int = 200) -> dict[str, AppLinks]:
    return {"app": AppLinks(worker=WellKnown("https://shop.example/sw.js", status, "text/javascript", text))}


EXAMPLES = (
    silent("a page without a worker", page()),
    silent("a worker that keeps pages for when there is no net", page(REGISTER), **beside(CACHES)),
    silent("a worker that cannot be read, and no word of push", page(REGISTER)),
    silent("a worker that is gone, and no word of push", page(REGISTER), **beside(status=404)),
    silent("push without a worker of one's own", page("if (false) r.pushManager.subscribe({applicationServerKey: K})")),
    silent("a worker of another origin is none", page("try { navigator.serviceWorker.register('https://cdn.example/sw.js') } catch {}"), **beside(SHOWS)),
    passes("a worker that shows what it hears", page(REGISTER, SUBSCRIBE), **beside(SHOWS)),
    passes("a worker that hears, and a page that does not ask", page(REGISTER), **beside(SHOWS)),
    passes("onpush, as the old way has it", page(REGISTER), **beside("self.onpush = (e) => self.registration.showNotification('x')")),
    passes("a worker that borrows its listener", page(REGISTER, SUBSCRIBE), **beside("importScripts('https://cdn.onesignal.com/sdks/sw.js');")),
    passes("a worker that is a module", page(REGISTER, SUBSCRIBE), **beside("import {listen} from './push.js';\nlisten();")),
    passes("a worker too long to be read to its end", page(REGISTER, SUBSCRIBE), **beside("x" * 128 * 1024)),
    passes("settings that are made elsewhere", page(REGISTER, "r.pushManager.subscribe(options)"), **beside(SHOWS)),
    passes("a worker that was not asked for", page(REGISTER, SUBSCRIBE)),
    passes("the folder's own pages are served", page("navigator.serviceWorker.register('sw.js')", SUBSCRIBE), url="https://shop.example/club/", **beside(SHOWS)),
    passes("a wider scope is said", page("navigator.serviceWorker.register('/js/sw.js', {scope: '/'})", SUBSCRIBE), **beside(SHOWS)),
    fails("a worker that is gone", page(REGISTER, SUBSCRIBE), {"no-script"}, **beside(status=404)),
    fails("a worker that is led on", page(REGISTER, SUBSCRIBE), {"no-script"}, **beside(status=302)),
    fails("a worker that does not answer", page(REGISTER, SUBSCRIBE), {"no-script"}, **beside(status=0)),
    fails("a worker that only keeps pages", page(REGISTER, SUBSCRIBE), {"no-listener"}, **beside(CACHES)),
    fails("a listener that is only a comment", page(REGISTER, SUBSCRIBE), {"no-listener"}, **beside("// self.addEventListener('push', x)\n" + CACHES)),
    fails("a vendor is loaded, and the worker does not listen", page(REGISTER) + '<script src="https://cdn.onesignal.com/sdks/page.js"></script>', {"no-listener"}, **beside(CACHES)),
    fails("a worker that hears and shows nothing", page(REGISTER), {"silent"}, **beside("self.addEventListener('push', (e) => console.log(e.data.text()));")),
    fails("a worker in a folder of its own", page("navigator.serviceWorker.register('/js/sw.js')", SUBSCRIBE), {"scope"}, **beside(SHOWS)),
    fails("a scope that is too narrow", page("navigator.serviceWorker.register('/sw.js', {scope: '/club/'})", SUBSCRIBE), {"scope"}, **beside(SHOWS)),
    fails("no key", page(REGISTER, "if (false) r.pushManager.subscribe({userVisibleOnly: true})"), {"no-key"}, **beside(SHOWS)),
    fails("no settings at all", page(REGISTER, "if (false) r.pushManager.subscribe()"), {"no-key"}, **beside(SHOWS)),
)  # fmt: skip
