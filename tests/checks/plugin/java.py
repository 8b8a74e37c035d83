from parcours.testing import fails, passes

V = '<meta name="viewport" content="width=device-width"><body style="margin:0"><a href="/">Home</a>'

EXAMPLES = (
    passes(
        "a page about Java",
        V + '<h1>Java courses</h1><a href="/java.html">Learn Java</a><script>var java = 1;</script>',
    ),
    passes("a library to download", V + '<a href="/tool.jar">Download the tool</a><code>Main.class</code>'),
    passes("JavaScript", V + '<script type="text/javascript" src="/java.js"></script>'),
    fails("an applet", V + '<applet code="Rates" width="300" height="250"></applet>', {"content"}),
    fails(
        "an applet that speaks when it fails",
        V
        + '<applet code="Rates.class" archive="rates.jar" width="300" height="250"><param name="a" value="b">No Java here.</applet>',
        {"content"},
    ),
    fails(
        "an object of a dated type",
        V
        + '<object type="application/x-java-applet;version=1.6" width="300" height="250"><param name="code" value="Rates"></object>',
        {"content"},
    ),
    fails(
        "a type given as param",
        V + '<object width="300" height="250"><param name="type" value="application/x-java-applet"></object>',
        {"content"},
    ),
    fails("a java: classid", V + '<object classid="java:Rates.class" width="300" height="250"></object>', {"content"}),
    fails(
        "the plug-in's classid",
        V + '<object classid="clsid:8AD9C840-044E-11D1-B3E9-00805F499D93" width="300" height="250"></object>',
        {"content"},
    ),
    fails(
        "a version's own classid",
        V + '<object classid="clsid:CAFEEFAC-0016-0000-0000-ABCDEFFEDCBA" width="300" height="250"></object>',
        {"content"},
    ),
    fails(
        "an embed by its archive", V + '<embed code="Rates" archive="rates.jar" width="300" height="250">', {"content"}
    ),
    fails("Web Start behind a link", V + '<a href="/bank/start.jnlp?lang=fr">Open the bank</a>', {"link"}),
    fails(
        "code that runs an applet",
        V + '<script>deployJava.runApplet({code: "Rates.class", archive: "rates.jar"}, {}, "1.6");</script>',
        {"script"},
    ),
    fails("the helper script alone", V + '<script src="https://www.java.com/js/deployJava.js"></script>', {"library"}),
    fails(
        "object and applet for one thing are one",
        V
        + '<object classid="clsid:8AD9C840-044E-11D1-B3E9-00805F499D93" width="300" height="250"><applet code="Rates.class" width="300" height="250"></applet></object>',
        {"content"},
    ),
)
