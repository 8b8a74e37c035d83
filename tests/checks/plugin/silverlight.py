from parcours.testing import fails, passes

V = '<meta name="viewport" content="width=device-width"><body style="margin:0"><a href="/">Home</a>'
BADGE = '<a href="http://go.microsoft.com/fwlink/?LinkID=149156"><img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%22200%22 height=%2260%22/%3E" alt="Get Microsoft Silverlight"></a>'

EXAMPLES = (
    passes("a page about silver light", V + "<p>Silverlight over the bay; Microsoft ended Silverlight in 2021.</p>"),
    passes("a script of that name for something else", V + '<script src="/silverlight-theme.js"></script>'),
    passes("Flash is another rule's", V + '<embed src="m.swf" width="300" height="250">'),
    fails(
        "the usual object with its badge",
        V
        + f'<object data="data:application/x-silverlight-2," type="application/x-silverlight-2" width="100%" height="100%"><param name="source" value="a.xap">{BADGE}</object>',
        {"content"},
    ),
    fails(
        "a data address alone",
        V + '<object data="data:application/x-silverlight-2," width="300" height="250"></object>',
        {"content"},
    ),
    fails(
        "a package as source",
        V + '<object width="300" height="250"><param name="source" value="ClientBin/a.xap"></object>',
        {"content"},
    ),
    fails(
        "its classid",
        V + '<object classid="clsid:DFEAF541-F3E1-4c24-ACAC-99C30715084A" width="300" height="250"></object>',
        {"content"},
    ),
    fails(
        "code that creates it",
        V
        + '<div id="sl"></div><script>Silverlight.createObjectEx({source: "a.xap", parentElement: document.getElementById("sl")});</script>',
        {"script"},
    ),
    fails("its helper script and nothing else", V + '<script src="/ClientBin/Silverlight.js"></script>', {"library"}),
    fails(
        "something equal in its place is a note",
        V
        + '<object type="application/x-silverlight-2" data="data:,"><video controls width="300" height="200"></video></object>',
        {"content"},
    ),
)
