from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'


def chat(body: str) -> str:
    return f'{PHONE}<script>window.$crisp = []</script><p>hello</p><div class="crisp-client">{body}</div>'


EXAMPLES = (
    silent("no chat", PHONE + "<p>We are offline</p>"),
    silent("a chat that is open", chat("<p>Ask us anything</p>")),
    silent("the page speaks of offline", chat("") + "<p>Use the app offline</p>"),
    silent("closed, but hidden", chat('<p style="display:none">We are offline</p>')),
    passes("hours beside it", chat("<p>We are offline now.</p><p>Open from 9am to 6pm</p>")),
    passes("French hours", chat("<p>Nous sommes absents, de retour du lundi au vendredi</p>")),
    passes("German hours", chat("<p>Derzeit nicht erreichbar. Mo-Fr 8:00-18:00</p>")),
    fails("English", chat("<p>We're currently away</p>"), {""}),
    fails("French", chat("<p>Nos conseillers ne sont pas disponibles</p>"), {""}),
    fails("German", chat("<p>Wir sind derzeit nicht erreichbar</p>"), {""}),
    fails("Spanish", chat("<p>Ahora no estamos disponibles</p>"), {""}),
    fails("a button's name", chat('<button aria-label="Chat (offline)">?</button>'), {""}),
    fails("hours of something else, elsewhere on the page", chat("<p>Offline</p>") + "<p>Shop: 9am to 6pm</p>", {""}),
    fails(
        "in the chat's own frame",
        PHONE + '<iframe src="https://www.chaport.com/app" width="300" height="300"></iframe>',
        {""},
        others={"https://www.chaport.com/app": "<p>We are offline</p>"},
    ),
)
