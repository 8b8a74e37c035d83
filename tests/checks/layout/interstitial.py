from parcours.testing import fails, passes, reviews

V = '<meta name="viewport" content="width=device-width"><style>body{margin:0}</style>'
PAGE = '<h1>Spring offer</h1><p>Three models, made for long walks, and a letter that is worth fifteen percent.</p><a href="/a">See them</a>'
NEWS = "<h2>Our newsletter</h2><input type=email aria-label=mail><button>No, thank you</button>"


def over(style: str, inside: str = NEWS, more: str = "") -> str:
    return V + PAGE + f'<div style="position:fixed;background:#fff;{style}" {more}>{inside}</div>'


EXAMPLES = (
    passes("a page", V + PAGE),
    fails("a box over everything", over("inset:0"), {"cover"}),
    fails("a box of 60 % in the middle", over("top:20%;left:0;right:0;height:60%"), {"cover"}),
    fails("a box of 40 % in the middle", over("top:30%;left:0;right:0;height:40%"), {"cover"}),
    passes("a box of 30 % in the middle", over("top:40%;left:0;right:0;height:30%")),
    passes("a sheet of 40 % at the bottom is a bar", over("bottom:0;left:0;right:0;height:40%")),
    fails("a sheet of 60 % from the bottom", over("bottom:0;left:0;right:0;height:60%"), {"cover"}),
    fails(
        "a small box with a veil over all the rest",
        V
        + PAGE
        + '<div style="position:fixed;inset:0;background:rgba(0,0,0,.5)"></div>'
        + f'<div style="position:fixed;top:35%;left:10%;right:10%;height:30%;background:#fff">{NEWS}</div>',
        {"cover"},
    ),
    fails(
        "a dialog placed absolutely",
        V + PAGE + f'<div role="dialog" style="position:absolute;inset:0;height:640px;background:#fff">{NEWS}</div>',
        {"cover"},
    ),
    fails(
        "an open dialog element",
        V + PAGE + f'<dialog id=d style="width:90%;height:90%">{NEWS}</dialog><script>d.showModal()</script>',
        {"cover"},
    ),
    passes("a dialog that is closed", V + PAGE + f"<dialog>{NEWS}</dialog>"),
    passes("consent is asked for by law", over("inset:0", "<p>We use cookies.</p><button>Accept</button>")),
    passes(
        "so it is in a box of a known maker",
        over("inset:0", "<p>Your choice</p><button>OK</button>", 'id="didomi-host"'),
    ),
    passes(
        "and in a frame",
        over("inset:0", '<iframe id="sp_message_iframe_1" src="https://cmp.example/"></iframe>'),
        others={"https://cmp.example/": "<p>Nous utilisons des cookies</p>"},
    ),
    passes("the age is asked for by law", over("inset:0", "<p>Avez-vous 18 ans ou plus ?</p><button>Oui</button>")),
    passes("a log-in", over("inset:0", '<input type="password" aria-label="code">')),
    passes(
        "the app is another rule's", over("inset:0", '<a href="https://apps.apple.com/app/id1234567890">Get it</a>')
    ),
    passes("an open menu", over("inset:0", '<nav><a href="/a">A</a><a href="/b">B</a><a href="/c">C</a></nav>')),
    passes(
        "an app that is all layers",
        V + '<div style="position:fixed;inset:0;background:#fff"><h1>My bank</h1><button>Accounts</button></div>',
    ),
    passes("a picture that stays behind the page", over("inset:0;z-index:-1", "Spring")),
    passes("a frame without ground", V + PAGE + '<div style="position:fixed;inset:0">Hello you</div>'),
    reviews("a veil without words", over("inset:0", ""), {"wordless"}),
)
