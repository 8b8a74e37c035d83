from parcours.testing import fails, silent

PHONE = '<meta name="viewport" content="width=device-width">'
INTERCOM = "https://widget.intercom.io/widget/abc"
BUBBLE = "position:fixed;right:16px;bottom:16px;width:56px;height:56px"


def script(src: str, more: str = "") -> str:
    return f'{PHONE}<script src="{src}"></script>{more}'


EXAMPLES = (
    silent("no chat", PHONE + '<a href="/contact">Contact</a>'),
    silent("HubSpot's tracker is no chat", script("https://js.hs-scripts.com/1.js")),
    silent("a host that only ends alike", script("https://notintercom.io/widget/abc")),
    silent("a path of a host that serves more", script("https://www.gstatic.com/recaptcha/api.js")),
    silent("Facebook's other scripts", script("https://connect.facebook.net/fr_FR/sdk.js")),
    silent("a picture from a vendor's host", PHONE + '<img src="https://www.tawk.to/logo.png">'),
    silent("a preparation that came to nothing", PHONE + '<link rel="preconnect" href="https://widget.intercom.io">'),
    silent("a name that others use too", PHONE + "<script>window.Beacon = class {}; window.drift = 1</script>"),
    silent("a mark that others use too", PHONE + '<div id="chat-application">hello</div>'),
    silent("a link to WhatsApp", PHONE + '<a href="https://wa.me/33612345678">WhatsApp</a>'),
    silent("a page of a vendor's own", script("https://embed.tawk.to/1/default"), url="https://embed.tawk.to/"),
    silent("a chat that is dead", PHONE + '<div class="fb-customerchat"></div>'),
    silent("a bubble to the top", PHONE + f'<button style="{BUBBLE}">Top</button>'),
    silent("a bubble that calls", PHONE + f'<a href="tel:+33123456789" style="{BUBBLE}">Contact</a>'),
    silent("a button that scrolls", PHONE + '<button style="width:56px;height:56px">Chat</button>'),
    fails("a script that came", script(INTERCOM), {"intercom"}, others={INTERCOM: "window.Intercom = () => {}"}),
    fails("a script that did not come", script(INTERCOM), {"intercom"}),
    fails("a script that waits for consent", script(f'{INTERCOM}" type="text/plain'), {"intercom"}),
    fails("a name in the page", PHONE + "<script>window.Tawk_API = {}</script>", {"tawk-to"}),
    fails("a mark in the page", PHONE + '<div class="woot-widget-holder">hello</div>', {"chatwoot"}),
    fails("an element of its own", PHONE + "<df-messenger></df-messenger>", {"google-dialogflow"}),
    fails("a frame", PHONE + '<iframe src="https://www.chaport.com/app"></iframe>', {"chaport"}),
    fails(
        "a common name beside the host",
        script("https://beacon-v2.helpscout.net/", "<script>window.Beacon = {}</script>"),
        {"help-scout-beacon"},
    ),
    fails("on one's own host", script("https://chat.shop.example/packs/js/sdk.js"), {"chatwoot"}),
    fails("a region's host", script("https://salesiq.zoho.eu/widget"), {"zoho-salesiq"}),
    fails("a customer's host at Salesforce", script("https://a.my.site.com/ESWweb/assets/js/bootstrap.min.js"), {"salesforce-in-app-and-web"}),
    fails("two of them", script(INTERCOM, "<script>window.$crisp = []</script>"), {"intercom", "crisp"}),
    fails("a bubble that somebody made", PHONE + f'<button style="{BUBBLE}">Chat</button>', {"unknown"}),
    fails("a bubble for help, in German", PHONE + f'<button aria-label="Hilfe" style="{BUBBLE}">?</button>', {"unknown"}),
)  # fmt: skip
