from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
CRISP = "https://client.crisp.chat/l.js"

EXAMPLES = (
    silent("no chat", PHONE + "<p>hello</p>"),
    silent("another script that waits", PHONE + '<script type="text/plain" src="https://shop.example/a.js"></script>'),
    silent("a dead chat", PHONE + '<div class="fb-customerchat"></div>'),
    passes("a chat that runs", f'{PHONE}<script src="{CRISP}"></script>', others={CRISP: "window.$crisp = []"}),
    passes("a module that runs", f'{PHONE}<script type="module" src="{CRISP}"></script>'),
    passes("an old type", f'{PHONE}<script type="text/javascript" src="{CRISP}"></script>'),
    passes(
        "one that waits beside one that runs",
        f'{PHONE}<script type="text/plain" src="{CRISP}"></script><script src="{CRISP}"></script>',
    ),
    fails("another type", f'{PHONE}<script type="text/plain" src="{CRISP}"></script>', {"crisp"}),
    fails("a consent tool's type", f'{PHONE}<script type="didomi/javascript" src="{CRISP}"></script>', {"crisp"}),
    fails("a hidden address", f'{PHONE}<script type="text/plain" data-src="{CRISP}"></script>', {"crisp"}),
    fails("an address without its scheme", f'{PHONE}<script type="text/plain" src="{CRISP[6:]}"></script>', {"crisp"}),
)
