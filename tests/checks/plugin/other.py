from parcours.testing import fails, passes

V = '<meta name="viewport" content="width=device-width"><body style="margin:0"><a href="/">Home</a>'


def clsid(number: str) -> str:
    return V + f'<object classid="clsid:{number}" width="300" height="250"></object>'


EXAMPLES = (
    passes("a sound that every browser plays", V + '<audio controls src="a.mp3"></audio>'),
    passes(
        "Flash, Silverlight and Java are other rules'",
        V + '<embed src="a.swf"><object data="data:application/x-silverlight-2,"></object><applet code="A"></applet>',
    ),
    passes("a link to a Windows Media film", V + '<a href="film.wmv">Film</a>'),
    passes("an embedded mp4", V + '<embed src="film.mp4" type="video/mp4" width="300" height="250">'),
    passes(
        "a game in today's Unity",
        V + "<canvas id=unity></canvas><script>var createUnityInstance = function () {};</script>",
    ),
    passes("scroll behaviour in a style", V + '<p style="scroll-behavior:smooth">Text</p>'),
    fails(
        "Shockwave Director",
        V + '<embed type="application/x-director" src="a.dcr" width="300" height="250">',
        {"content"},
    ),
    fails("Director's classid", clsid("166B1BCA-3F9C-11CF-8075-444553540000"), {"content"}),
    fails(
        "Unity's old player",
        V + '<embed type="application/vnd.unity" src="a.unity3d" width="300" height="250">',
        {"content"},
    ),
    fails(
        "code that waits for Unity's old player",
        V + '<div id="u"></div><script>unityObject.embedUnity("u", "a.unity3d", 300, 250);</script>',
        {"script"},
    ),
    fails(
        "RealPlayer", V + '<embed type="audio/x-pn-realaudio-plugin" src="a.rpm" width="300" height="250">', {"content"}
    ),
    fails(
        "Windows Media by its type",
        V + '<embed type="application/x-mplayer2" src="a.mp3" width="300" height="250">',
        {"content"},
    ),
    fails("Windows Media by its file", V + '<embed src="a.wmv" width="300" height="250">', {"content"}),
    fails(
        "Windows Media's classid with an embed inside is one thing",
        V
        + '<object classid="clsid:6BF52A52-394A-11D3-B153-00C04F79FAA6" width="300" height="250"><param name="url" value="a.wmv"><embed type="video/x-ms-wmv" src="a.wmv" width="300" height="250"></object>',
        {"content"},
    ),
    fails("QuickTime's classid", clsid("02BF25D5-8C17-4B23-BC80-D3488ABDDC6B"), {"content"}),
    fails("VLC's classid", clsid("9BE31822-FDAD-461B-AD51-BE1D1C159921"), {"content"}),
    fails("Acrobat's classid", clsid("CA8A9780-280D-11CF-A24D-444553540000"), {"content"}),
    fails("any other control", clsid("12345678-AAAA-BBBB-CCCC-1234567890AB"), {"content"}),
    fails(
        "a control that nobody sees",
        V
        + '<object classid="clsid:8856F961-340A-11D0-A96B-00C04FD705A2" style="display:none" width="0" height="0"></object>',
        {"hidden"},
    ),
    passes(
        "an unknown control around Flash is Flash's",
        V
        + '<object classid="clsid:12345678-AAAA-BBBB-CCCC-1234567890AB" width="300" height="250"><embed src="a.swf" width="300" height="250"></object>',
    ),
    fails("VBScript", V + '<script language="VBScript">MsgBox "Hello"</script>', {"vbscript"}),
    fails("VBScript by its type", V + '<script type="text/vbscript" src="a.vbs"></script>', {"vbscript"}),
    passes(
        "VBScript that only looks for Flash",
        V + '<script language="VBScript">CreateObject("ShockwaveFlash.ShockwaveFlash.6")</script>',
    ),
    fails(
        "behaviour files, told once",
        V + '<p style="behavior: url(/fix.htc)">a</p><p style="behavior:url(\'/fix.htc\')">b</p>',
        {"behaviour"},
    ),
)
