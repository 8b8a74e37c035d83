from parcours.testing import fails, passes, reviews, silent

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}</style>'
BAR = "position:fixed;bottom:0;left:0;right:0;background:#fff;padding:20px"


def bar(inner: str, attrs: str = "", style: str = BAR) -> str:
    return f'{VIEWPORT}<h1>Bottes</h1><p>Offre</p><div {attrs} style="{style}">{inner}</div>'


def both(yes: str, no: str, about: str = "Nous utilisons des cookies") -> str:
    return bar(f"{about} <button>{yes}</button> <button>{no}</button>")


def one(yes: str, about: str) -> str:
    return bar(f"{about} <button>{yes}</button>")


DIDOMI_YES = '<button id="didomi-notice-agree-button">Agree &amp; close</button>'
DIDOMI_NO = '<span class="didomi-continue-without-agreeing" role="button" tabindex="0">Continue without agreeing</span>'
SHADOW = """<div id="usercentrics-root"></div><script>
const root = document.getElementById('usercentrics-root').attachShadow({mode: '%s'});
root.innerHTML = `<div style="position:fixed;bottom:0;left:0;right:0;height:200px">Cookies
<button data-testid="uc-accept-all-button">Alles</button><button data-testid="uc-deny-all-button">Nichts</button></div>`;
</script>"""
FRAME = {"https://cmp.example/": "<p>We use cookies</p><button class='sp_choice_type_11'>Yes</button>"}

EXAMPLES = (
    silent("a page that asks nothing", VIEWPORT + "<h1>Bottes</h1><button>OK</button>"),
    silent("a page about cookies", VIEWPORT + "<h1>Our cookies</h1><p>Baked today.</p><button>Accept the offer</button>"),
    silent("a fixed bar that sells", bar("Bottes à 89 € <button>OK</button>")),
    silent("a banner that is hidden", bar("Cookies <button>Accept</button>", style=BAR + ";display:none")),
    silent("a vendor's empty mount", VIEWPORT + '<div id="axeptio_overlay"></div><p>Bonjour</p>'),
    passes("both answers in French", both("Tout accepter", "Tout refuser")),
    passes("continuing without accepting", both("Accepter et fermer", "Continuer sans accepter →")),
    passes("both answers in English", both("Accept all", "Reject all", "We value your privacy")),
    passes("what is necessary only", both("Allow all", "Only necessary cookies", "We use cookies")),
    passes("both answers in German", both("Alle akzeptieren", "Nur notwendige Cookies", "Wir nutzen Cookies")),
    passes("both answers in Spanish", both("Aceptar todo", "Rechazar todo", "Usamos cookies")),
    passes("both answers in Italian", both("Accetta tutti", "Rifiuta tutti", "Usiamo i cookie")),
    passes("both answers in Dutch", both("Alles accepteren", "Weigeren", "Wij gebruiken cookies")),
    passes("a dialog of a vendor", bar(f"Cookies {DIDOMI_YES}{DIDOMI_NO}", 'id="didomi-popup"')),
    passes("OneTrust with a refusal", bar('Cookies <button id="onetrust-accept-btn-handler">Accept</button>'
           '<button id="onetrust-reject-all-handler">Reject</button>', 'id="onetrust-banner-sdk"')),
    passes("a vendor's buttons with words of the site's own", bar(
        'Cookies <button id="tarteaucitronPersonalize2">Miam</button><button id="tarteaucitronAllDenied2">Beurk</button>',
        'id="tarteaucitronAlertBig"')),
    passes("a shadow root that is open", VIEWPORT + SHADOW % "open"),
    passes("a wall that scrolls to its answers", bar(
        "Cookies <p style='height:900px'>Texte</p><button>Accepter</button><button>Refuser</button>",
        style="position:fixed;inset:0;overflow:auto;background:#fff")),
    passes("a small bar that only tells", bar("Cookies: en continuant, vous acceptez.", 'id="cmplz-cookiebanner-container"')),
    fails("a vendor's banner without a no", bar(f"Cookies {DIDOMI_YES}", 'id="didomi-popup"'), {"no-refusal"}),
    fails("the no is behind the settings", bar('Cookies <button class="osano-cm-accept">Accept</button>'
          '<button>Manage preferences</button>', 'class="osano-cm-window"'), {"no-refusal"}),
    fails("on Android", bar(f"Cookies {DIDOMI_YES}", 'id="didomi-popup"'), {"no-refusal"}, device="android"),
    fails("in a vendor's frame", VIEWPORT + '<div id="sp_message_container_1"><iframe id="sp_message_iframe_1" width=390 '
          'height=300 src="https://cmp.example/"></iframe></div>', {"no-refusal"}, others={
              "https://cmp.example/": '<div id="sp_message_container_1">We use cookies<button class="sp_choice_type_11">Yes</button></div>'}),
    fails("the answers hang below the screen", bar("Cookies <p style='height:900px'>Texte</p><button>Accepter</button>"
          "<button>Refuser</button>", style="position:fixed;top:0;left:0;right:0"), {"out-of-reach"}),
    fails("something lies over the answers", both("Accepter", "Refuser") +
          '<div id="promo" style="position:fixed;inset:0;z-index:9;background:#eee">Promo</div>', {"out-of-reach"}),
    reviews("a banner of nobody's make without a no", one("Accepter", "Nous utilisons des cookies"), {"no-refusal"}),
    reviews("a wall without an answer", bar("Cookies et vie privée", 'id="sd-cmp"', "position:fixed;inset:0;background:#fff"),
            {"no-way-out"}),
    reviews("a shadow root that is closed", VIEWPORT + SHADOW % "closed" + "<style>#usercentrics-root{position:fixed;"
            "inset:0}</style>", {"opaque"}),
)  # fmt: skip
