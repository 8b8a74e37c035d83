from parcours.testing import fails, passes, reviews, silent

PHONE = '<!doctype html><html lang=en><meta name="viewport" content="width=device-width">'
BUTTON = '<button id=b style="position:fixed;right:16px;bottom:16px;width:56px;height:56px">Help</button>'
FIELD = '<textarea aria-label="Your message"></textarea>'


def chat(inside: str, does: str = "w.hidden = false", style: str = "inset:0") -> str:
    window = f'<div id=w hidden style="position:fixed;{style};background:#fff">{inside}</div>'
    return f'{PHONE}<script>window.$crisp = []</script><p>Boots</p><div class="crisp-client">{BUTTON}{window}</div><script>b.onclick = () => {{ {does} }}</script>'


EXAMPLES = (
    silent("no chat", PHONE + "<p>hello</p>"),
    silent("a chat without a button", PHONE + '<script>window.$crisp = []</script><div class="crisp-client"></div>'),
    passes("a field to write in", chat(FIELD)),
    passes("a field for the name first", chat("<label>Your name <input></label><button>Begin</button>")),
    passes("a field that is drawn by hand", chat("<div contenteditable=true>…</div>")),
    passes("a choice of channels", chat("<a href='https://wa.me/33639981234'>WhatsApp</a><a href='sms:+33639981234'>SMS</a>")),
    passes("it opens late", chat(FIELD, "setTimeout(() => { w.hidden = false }, 1500)")),
    passes("a window of sixty per cent", chat(FIELD, style="right:0;bottom:0;width:234px;height:400px")),
    passes("a window in a frame", chat('<iframe src="https://client.crisp.chat/box/" style="width:100%;height:100%" title=Chat></iframe>'), others={"https://client.crisp.chat/box/": FIELD}),
    passes("a messenger opens in its place", chat("", "location.href = 'https://wa.me/33639981234'")),
    passes("a bubble of nobody we know", f'{PHONE}{BUTTON.replace("Help", "Chat")}<div id=w hidden style="position:fixed;inset:0;background:#fff">{FIELD}</div><script>b.onclick = () => {{ w.hidden = false }}</script>'),
    fails("nothing opens", chat(FIELD, "0"), {"shut"}),
    fails("a window that is too narrow", chat(FIELD, style="right:0;bottom:0;width:230px;height:400px"), {"shut"}),
    fails("a window with nothing in it", chat("<p>Hello!</p><button>Close</button>"), {"no-field"}),
    fails("a field that is switched off", chat("<textarea disabled></textarea>"), {"no-field"}),
    reviews("the vendor does not answer", chat("", "const s = document.createElement('script'); s.src = 'https://client.crisp.chat/l.js'; document.body.append(s)"), {"unreachable"}),
    reviews("a frame that does not come", chat('<iframe id=f style="width:100%;height:100%" title=Chat></iframe>', "w.hidden = false; f.src = 'https://client.crisp.chat/gone'"), {"unseen"}),
)  # fmt: skip
