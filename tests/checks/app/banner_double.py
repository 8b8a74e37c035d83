from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
TAG = '<meta name="apple-itunes-app" content="app-id=1234567890">'
DRAWN = (
    '<div class="smartbanner smartbanner--ios"><div class="smartbanner__info">Our app</div><a href="#">View</a></div>'
)

EXAMPLES = (
    silent("Apple's banner alone", PHONE + TAG),
    silent("a script's banner that is hidden here", f'{PHONE}{TAG}<div style="display:none">{DRAWN}</div>'),
    silent("a banner of another kind", f'{PHONE}{TAG}<div class="banner smart">Sales</div>'),
    silent("Android has no banner of Apple's", PHONE + TAG + DRAWN, device="android"),
    passes("a script's banner alone", PHONE + DRAWN),
    passes("Apple's tag cannot be read", f'{PHONE}<meta name="apple-itunes-app" content="app-id=x">{DRAWN}'),
    fails("both", PHONE + TAG + DRAWN, {""}),
    fails("both, by an id", f'{PHONE}{TAG}<div id="smartbanner">Our app</div>', {""}),
    fails("both, on an iPad", PHONE + TAG + DRAWN, {""}, device="ipad"),
    fails("both, of Branch", f'{PHONE}{TAG}<iframe id="branch-banner-iframe" width="300" height="76"></iframe>', {""}),
)
