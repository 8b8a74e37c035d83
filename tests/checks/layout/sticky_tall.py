from parcours.testing import fails, passes, silent

V = '<meta name="viewport" content="width=device-width"><style>body{margin:0}</style>'
PAGE = '<p style="height:3000px;margin:0">Page</p>'


def bar(style: str, inside: str = "Shop", more: str = "") -> str:
    return f'<div style="left:0;right:0;background:#fff;{style}" {more}>{inside}</div>'


EXAMPLES = (
    silent("nothing that stays", V + PAGE),
    passes("a header of 60 px", V + bar("position:fixed;top:0;height:60px") + PAGE),
    passes("199 of 664 px, 30 %", V + bar("position:fixed;top:0;height:199px") + PAGE),
    fails("200 of 664 px, more", V + bar("position:fixed;top:0;height:200px") + PAGE, {""}),
    fails(
        "a header and a bar at the bottom, together",
        V + bar("position:fixed;top:0;height:120px") + bar("position:fixed;bottom:0;height:100px") + PAGE,
        {""},
    ),
    passes(
        "two bars in one place",
        V + bar("position:fixed;top:0;height:150px") + bar("position:fixed;top:0;height:140px") + PAGE,
    ),
    fails("a sticky header", V + f"<main>{bar('position:sticky;top:0;height:250px')}{PAGE}</main>", {""}),
    silent(
        "a sticky heading of one section",
        V + f"<main><section>{bar('position:sticky;top:0;height:250px')}</section>{PAGE}</main>",
    ),
    silent("sticky, but to no edge", V + f"<main>{bar('position:sticky;height:250px')}{PAGE}</main>"),
    silent(
        "a bubble in the corner",
        V
        + '<div style="position:fixed;right:9px;bottom:9px;width:90px;height:300px;background:#00f">Chat</div>'
        + PAGE,
    ),
    silent(
        "a tall consent bar is gone in a moment",
        V + bar("position:fixed;bottom:0;height:300px", "We use cookies <button>Accept</button>") + PAGE,
    ),
    silent(
        "a layer over everything is another rule's",
        V + "<h1>Spring offer</h1><a href=/a>See it</a>" + bar("position:fixed;top:0;bottom:0", "Newsletter") + PAGE,
    ),
    silent("a picture that stays behind", V + bar("position:fixed;top:0;bottom:0;z-index:-1") + PAGE),
    silent(
        "a frame without ground", V + '<div style="position:fixed;top:0;left:0;right:0;height:300px">Hi</div>' + PAGE
    ),
    fails(
        "on a small Android as well",
        V + bar("position:fixed;bottom:0;height:250px") + PAGE,
        {""},
        device="small-android",
    ),
)
