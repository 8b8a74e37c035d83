"""What shows a finding, in French, where parcours says it in words of its own; by rule, or by a whole area of them.

Each line of it stands for itself, and so does each part of a line between semicolons.
"""

from collections.abc import Mapping

from parcours.reporting.messages.rules_fr import WIDE

_KNOWN = {
    "Known from {source}": "Connue par {source:term}",
    "The app is known from {source}": "L’application est connue par {source:term}",
    "to {location}": "vers {location}",
}
_DEVICES = {
    "phone: {url}": "téléphone : {url}",
    "computer: {url}": "ordinateur : {url}",
    "iPhone: {url}": "iPhone : {url}",
    "Android: {url}": "Android : {url}",
}
_REASON = {"{said}": "{said:term}"}
_SIGNS = {
    "an applet element": "un élément applet",
    "asks {host}": "appelle {host}",
    "holds {host} back": "retient {host}",
    "<iframe> of {host}": "<iframe> de {host}",
}

EVIDENCE: Mapping[str, Mapping[str, str]] = {
    "app": _KNOWN,
    "app/id-conflict": {"{source}: {ids}": "{source:term} : {ids}"},
    "chat/dead": _SIGNS,
    "dialogue/push-ios-ready": {
        "the page asks for notifications": "la page demande l’accord pour les notifications",
        "a script in the page asks for notifications": "un script de la page demande l’accord pour les notifications",
        "the page loads {vendor}": "la page charge {vendor}",
        "its service worker listens for push messages": "son service worker écoute les notifications",
    },
    "entry/email-app-link": {"{url}: no answer": "{url} : pas de réponse", "{url}: {status}": "{url} : {status}"},
    "entry/email-tracker": {"hides {target}": "cache {target}"},
    "landing/blocked": _REASON,
    "landing/tls": _REASON,
    "layout/desktop-served": {
        "no style asks how wide the screen is": "aucun style ne demande la largeur de l’écran",
        "{n} links in the header and nothing to fold them": "{n} liens dans l’en-tête, et rien pour les replier",
        **_REASON,
    },
    "layout/overflow-element": WIDE,
    "layout/reflow": WIDE,
    "links": _KNOWN,
    "plugin": _SIGNS,
    "redirect/device-diff": _DEVICES,
    "redirect/loop": _REASON,
    "redirect/to-desktop": _DEVICES,
    "speed/weight": {"{n} MB {url}": "{n:number} Mo {url}"},
    "text/enlarged": WIDE,
    "text/legible": {
        "{size} px: {share}, {n} characters, such as {address}": "{size:number} px : {share:number}, {n:number} "
        "caractères, par exemple {address}",
        "other sizes: {share}": "autres tailles : {share:number}",
        "{share} of the small text stands in the footer or in legal notes, which count too": "{share:number} du petit "
        "texte se trouve en pied de page ou dans des mentions légales, qui comptent aussi",
    },
    "touch/finger-overlap": {
        "{share} of the finger's share of the one lies on the other; {most} is too much": "{share:number} de ce que le "
        "doigt couvre de l’un empiète sur l’autre ; {most:number} est trop",
    },
}
