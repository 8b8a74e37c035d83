from parcours.testing import fails, passes, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width">'
CRISP = "https://client.crisp.chat/l.js"
POLICY = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'
BUTTON = "position:fixed;right:16px;bottom:16px;width:56px;height:56px"
MADE = (
    "document.body.insertAdjacentHTML('beforeend',"
    f'\'<div class="crisp-client"><button style="{BUTTON}">Chat</button></div>\')'
)
OPENED = (
    "document.body.insertAdjacentHTML('beforeend','<div class=\"crisp-client\">"
    '<div style="position:fixed;left:0;top:50px;width:390px;height:600px">Bonjour</div></div>\')'
)


def page(more: str = "", src: str = CRISP) -> str:
    return f'{PHONE}{more}<body><p>hello</p><script src="{src}"></script>'


EXAMPLES = (
    silent("no chat", PHONE + "<p>hello</p>"),
    silent("a chat that waits for consent", page(src=f'{CRISP}" type="text/plain')),
    silent("a dead one", page(src="https://connect.facebook.net/fr_FR/sdk/xfbml.customerchat.js")),
    silent("a name alone", PHONE + "<script>window.$crisp = []</script>"),
    passes("a chat with its button", page(), others={CRISP: MADE}),
    passes("a chat that is open", page(), others={CRISP: OPENED}),
    passes(
        "a button that the site made itself",
        page() + f'<button style="{BUTTON}">Chat</button>',
        others={CRISP: "window.$crisp = []"},
    ),
    reviews("a chat without a button", page(), {"no-launcher"}, others={CRISP: "window.$crisp = []"}),
    reviews("a host that is not reached", page(), {"unreachable"}),
    fails("the page's own policy", page(POLICY), {"forbidden"}),
)
