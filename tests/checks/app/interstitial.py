from parcours.testing import fails, passes

V = '<meta name="viewport" content="width=device-width"><style>body{margin:0}</style>'
PAGE = '<h1>Spring offer</h1><p>Three models, made for long walks, and a letter that is worth fifteen percent.</p><a href="/a">See them</a>'
STORE = '<a href="https://apps.apple.com/app/id1234567890">Install</a>'


def over(style: str, inside: str) -> str:
    return V + PAGE + f'<div style="position:fixed;background:#fff;{style}">{inside}</div>'


EXAMPLES = (
    passes("a page", V + PAGE),
    fails("a store's link over everything", over("inset:0", STORE), {""}),
    fails("a store's link over 40 %, in the middle", over("top:30%;left:0;right:0;height:40%", STORE), {""}),
    passes("a banner", over("bottom:0;left:0;right:0;height:20%", STORE)),
    passes("a store's link in the page", V + PAGE + STORE),
    fails("words alone", over("inset:0", "<p>It is better in the app</p><button>Continue</button>"), {""}),
    fails("words in French", over("inset:0", "<p>Téléchargez l’appli</p><button>Non merci</button>"), {""}),
    fails(
        "Android's store",
        over("inset:0", '<a href="https://play.google.com/store/apps/details?id=com.shop.app">Get it</a>'),
        {""},
        device="android",
    ),
    passes("a newsletter is another rule's", over("inset:0", "<h2>Our newsletter</h2><button>No</button>")),
    passes("consent", over("inset:0", "<p>We use cookies in our app and on our pages</p><button>Accept</button>")),
)
