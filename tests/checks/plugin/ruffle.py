from parcours.testing import fails, passes

V = '<meta name="viewport" content="width=device-width">'
SOURCE = "https://unpkg.com/@ruffle-rs/ruffle"
SCRIPT = f'<script src="{SOURCE}"></script>'
MOVIE = '<embed src="m.swf" width="300" height="250">'
STARTS = {SOURCE: "window.RufflePlayer = {};"}

EXAMPLES = (
    passes("a page without it", V + "<p>hello</p>"),
    passes(
        "ruffles are also clothing",
        V
        + '<img src="/ruffle.jpg" alt="ruffle"><div class="ruffle">A skirt with ruffles</div><script src="/truffle.js"></script>',
    ),
    passes("Flash without it is another rule's", V + MOVIE),
    fails("it plays the page's Flash", V + SCRIPT + MOVIE, {"active"}, others=STARTS),
    fails("its own element", V + '<ruffle-player style="width:300px;height:200px"></ruffle-player>', {"active"}),
    fails("what it made of an object", V + '<ruffle-object data="m.swf"></ruffle-object>', {"active"}),
    fails("it did not start", V + SCRIPT + MOVIE, {"idle"}),
    fails("it is loaded for nothing and failed", V + SCRIPT, {"library"}),
)
