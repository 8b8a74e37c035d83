from parcours.testing import fails, passes, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width">'
APPLE = "smartbanner:button-url-apple"
GOOGLE = "smartbanner:button-url-google"


def meta(name: str, content: str = "https://apps.apple.com/app/id1234567890") -> str:
    return f'<meta name="{name}" content="{content}">'


def banner(close: str) -> str:
    return f'{PHONE}<div class="smartbanner"><p>Our app</p>{close}<a href="https://apps.apple.com/app/id1234567890">View</a></div>'


def button(width: int, height: int, more: str = 'aria-label="Close"', text: str = "×") -> str:
    style = f"width:{width}px;height:{height}px;padding:0;border:0;display:inline-block"
    return f'<button style="{style}" {more}>{text}</button>'


EXAMPLES = (
    silent("no banner", f"{PHONE}<p>hello</p>"),
    silent("a hidden banner", f'{PHONE}<div class="smartbanner" style="display:none"><p>Our app</p></div>'),
    silent("a tag for the other platform", PHONE + meta(GOOGLE)),
    silent("the library is told to leave this platform out", PHONE + meta(APPLE) + meta("smartbanner:enabled-platforms", "android")),
    silent("the page's script shows it when it sees fit", PHONE + meta(APPLE) + meta("smartbanner:api", "true")),
    silent("the library is told to leave some browsers out", PHONE + meta(APPLE) + meta("smartbanner:exclude-user-agent-regex", "Safari")),
    passes("a close button of 44 px", banner(button(44, 44))),
    passes("a close button by its mark", banner(button(50, 44, more="", text="×"))),
    passes("a small one beside a large one", banner(button(20, 20) + button(48, 48))),
    passes("a banner without anything to tap", f'{PHONE}<div class="smartbanner">Our app is in the store</div>'),
    passes("the tag asks for it, and it is there", meta(APPLE) + banner(button(44, 44))),
    passes("a frame, which is not looked into", f'{PHONE}<iframe id="branch-banner-iframe" width="300" height="76"></iframe>'),
    fails("43 px wide", banner(button(43, 44)), {"close-small"}),
    fails("43 px high", banner(button(44, 43)), {"close-small"}),
    fails("on Android", banner(button(24, 24)), {"close-small"}, device="android"),
    fails("the library's own mark", banner('<a href="#" class="smartbanner__exit" style="display:block;width:24px;height:24px"></a>'), {"close-small"}),
    fails("a close button in German", banner(button(30, 30, 'aria-label="Schließen"', "")), {"close-small"}),
    reviews("nothing that closes it", banner(""), {"no-close"}),
    reviews("the tag asks for it, and it does not come", PHONE + meta(APPLE), {"not-shown"}),
    reviews("the tag asks for it on Android, and it does not come", PHONE + meta(GOOGLE), {"not-shown"}, device="android"),
)  # fmt: skip
