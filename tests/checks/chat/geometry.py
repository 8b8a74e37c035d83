from parcours.testing import fails, passes, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width">'
BAR = '<div style="position:fixed;left:0;right:0;bottom:0;height:60px"><a href="/buy" style="position:absolute;right:4px;top:4px;width:80px;height:52px">Acheter</a></div>'


def chat(inside: str) -> str:
    return f'{PHONE}<script>window.$crisp = []</script><body style="margin:0"><div class="crisp-client">{inside}</div>'


def button(size: float, more: str = "right:16px;bottom:16px", name: str = "Aide") -> str:
    style = f"position:fixed;box-sizing:border-box;padding:0;width:{size}px;height:{size}px;{more}"
    return chat(f'<button style="{style}" aria-label="{name}"></button>')


def window(close: str, style: str = "left:0;top:0;width:390px;height:600px") -> str:
    return chat(f'<div style="position:fixed;{style}"><p>Bonjour</p>{close}</div>')


def closing(size: float, label: str = "Fermer") -> str:
    return f'<button aria-label="{label}" style="padding:0;width:{size}px;height:{size}px"></button>'


def opening(inside: str, style: str = "left:0;top:0;width:390px;height:600px", page: str = "") -> str:
    """A chat whose window a tap opens."""
    shut = f'<div hidden style="position:fixed;background:#fff;{style}">{inside}</div>'
    opens = "document.querySelector('.crisp-client > div').hidden = false"
    style = "position:fixed;padding:0;width:56px;height:56px;right:16px;bottom:16px"
    return chat(f'<button style="{style}" aria-label="Aide" onclick="{opens}"></button>{shut}') + f"</div>{page}"


OPENED = frozenset({"chat-open"})
FIELD = '<textarea style="font-size:{}px" aria-label="Message"></textarea>'

EXAMPLES = (
    silent("no chat", PHONE + '<button style="width:20px;height:20px">x</button>'),
    silent("a chat without a button", chat("")),
    silent("a button in the text", chat('<button style="width:20px;height:20px">Chat</button>')),
    passes("a good button", button(56)),
    passes("forty-four", button(44)),
    passes("a wide one", chat('<button style="position:fixed;right:8px;bottom:8px;width:180px;height:48px">Chat</button>')),
    passes("over text that scrolls away", button(56) + "<p style='margin-top:600px;text-align:right'><a href='/x'>more</a></p>"),
    passes("beside the bar", button(56, "right:100px;bottom:4px") + BAR),
    passes("a window with a way out", window(closing(44))),
    passes("two pixels out", button(56, "right:-2px;bottom:16px")),
    fails("forty-three", button(43), {"small"}),
    fails("tiny", button(20), {"small"}),
    fails("three pixels out", button(56, "right:-3px;bottom:16px"), {"outside-button"}),
    fails("over a fixed button", BAR + button(56, "right:10px;bottom:2px"), {"covers"}),
    fails("a window that is too wide", window(closing(44), "left:0;top:0;width:420px;height:600px"), {"outside-window"}),
    passes("a cross is a way out", window("<button>×</button>")),
    passes("a small button that says chat is judged as a main target", button(20, name="Chat")),
    fails("a small frame", chat('<iframe style="position:fixed;right:9px;bottom:9px;width:40px;height:40px;border:0"></iframe>'), {"small"}),
    passes("a good window behind a good button", opening(closing(44) + FIELD.format(16)), facets=OPENED),
    fails("a window that opens too wide", opening(closing(44), "left:0;top:0;width:420px;height:600px"), {"outside-window"}, facets=OPENED),
    fails("a window whose way out is too small", opening(closing(43)), {"small-close"}, facets=OPENED),
    passes("one of two ways out is large enough", opening(closing(43) + closing(44, "Réduire")), facets=OPENED),
    fails("a field that iPhones enlarge", opening(closing(44) + FIELD.format(15)), {"field-zoom"}, facets=OPENED),
    passes("a field that Android leaves as it is", opening(closing(44) + FIELD.format(15)), device="android", facets=OPENED),
    fails("a page that slides behind the whole screen", opening(closing(44), "inset:0", "<p style='height:3000px'>long</p>"), {"scrolls-behind"}, facets=OPENED),
    passes("a page that is held", opening(closing(44), "inset:0", "<p style='height:3000px'>long</p><style>body:has(div div:not([hidden])){overflow:hidden}</style>"), facets=OPENED),
    reviews("a window that opens without a way out", opening(closing(44, "Envoyer")), {"no-close"}, facets=OPENED),
    reviews("a window without a way out", window(closing(44, "Envoyer")), {"no-close"}),
)  # fmt: skip
