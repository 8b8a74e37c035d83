from parcours.testing import fails, passes, silent
from parcours.trace import Start

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'
PROMISE = Start(expect_text="Les bottes d'été")

EXAMPLES = (
    silent("a journey without a promise", VIEWPORT + "<h1>Les bottes d'été</h1>"),
    silent("an error page is another rule's", "<h1>Introuvable</h1>", start=PROMISE, status=404),
    passes("the headline says it", VIEWPORT + "<h1>Les bottes d'été</h1>", start=PROMISE),
    passes("another apostrophe and case", VIEWPORT + "<h1>LES BOTTES&nbsp;d’ÉTÉ</h1>", start=PROMISE),
    passes("a picture says it", VIEWPORT + '<img alt="Les bottes d\'été" width=300 height=100>', start=PROMISE),
    fails("it is hidden", VIEWPORT + "<h1 hidden>Les bottes d'été</h1><p>Bonjour</p>", {"missing"}, start=PROMISE),
    fails("the page speaks of something else", VIEWPORT + "<h1>Notre histoire</h1>", {"missing"}, start=PROMISE),
    fails(
        "it stands far down",
        VIEWPORT + "<h1>Bonjour</h1><p style='margin-top:900px'>Les bottes d'été</p>",
        {"below"},
        start=PROMISE,
    ),
)
