from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
BUTTON = "position:fixed;right:16px;bottom:16px;width:56px;height:56px"


def frame(title: str, more: str = "") -> str:
    told = f'title="{title}"' if title else ""
    return (
        f"{PHONE}<script>window.HubSpotConversations = {{}}</script>"
        f'<div id="hubspot-messages-iframe-container"><iframe {told} {more} width="60" height="60"></iframe></div>'
    )


def button(name: str) -> str:
    return (
        f"{PHONE}<script>window.$crisp = []</script>"
        f'<div class="crisp-client"><button aria-label="{name}" style="{BUTTON}"></button></div>'
    )


EXAMPLES = (
    silent("no chat", PHONE + "<iframe></iframe>"),
    silent("another frame has no name", PHONE + "<script>window.$crisp = []</script><iframe></iframe>"),
    silent("a frame that nobody sees", frame("", "hidden")),
    silent("a frame that is hidden from those who listen", frame("", 'aria-hidden="true"')),
    passes("a frame with a title", frame("Chat with an adviser")),
    passes("a vendor's title", frame("Intercom live chat")),
    passes("one word", frame("Chat")),
    passes("French", frame("Messagerie")),
    passes("a label", frame("", 'aria-label="Chat with us"')),
    passes("a button with a name", button("Ouvrir le tchat")),
    fails("a frame without a title", frame(""), {"no-name-window"}),
    fails("a blank title", frame(" "), {"no-name-window"}),
    fails("a frame called frame", frame("iframe"), {"empty-name-window"}),
    fails("a machine's name", frame("chat-widget-container"), {"empty-name-window"}),
    fails("a number", frame("iframe-1712345678"), {"empty-name-window"}),
    fails("an address", frame("https://app.hubspot.com/conversations"), {"empty-name-window"}),
    fails("a button without a name", button(""), {"no-name-button"}),
    fails("a button called button", button("Button"), {"empty-name-button"}),
    fails("a button that is a sign", button("•••"), {"empty-name-button"}),
)
