from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
SDK = "https://connect.facebook.net/fr_FR/sdk/xfbml.customerchat.js"

EXAMPLES = (
    silent("no chat", PHONE + "<p>hello</p>"),
    silent("a link to Messenger still works", PHONE + '<a href="https://m.me/shop.example">Messenger</a>'),
    silent("Facebook's other scripts", PHONE + '<script src="https://connect.facebook.net/fr_FR/sdk.js"></script>'),
    silent("Facebook's other plug-ins", PHONE + '<iframe src="https://www.facebook.com/plugins/page.php"></iframe>'),
    passes("a chat that lives", PHONE + "<script>window.$crisp = []</script>"),
    fails("the plug-in's script", f'{PHONE}<script src="{SDK}"></script>', {"facebook-chat-plugin"}),
    fails("the plug-in's box", PHONE + '<div class="fb-customerchat" page_id="1"></div>', {"facebook-chat-plugin"}),
    fails(
        "the plug-in's frame",
        PHONE + '<iframe src="https://www.facebook.com/v18.0/plugins/customerchat.php"></iframe>',
        {"facebook-chat-plugin"},
    ),
    fails(
        "a dead one beside one that lives",
        PHONE + '<script>window.$crisp = []</script><div class="fb-customerchat"></div>',
        {"facebook-chat-plugin"},
    ),
)
