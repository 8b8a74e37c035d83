from parcours.testing import fails, passes, silent

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def form(action: str, field: str = '<input type="email" name="email">') -> str:
    return f'{VIEWPORT}<form action="{action}" method="post">{field}<button>OK</button></form>'


EXAMPLES = (
    silent("a page without a form", VIEWPORT + "<p>Bonjour</p>"),
    silent("a search", form("http://search.example/", '<input type="search" name="x">')),
    silent("a search by its name", form("http://search.example/", '<input name="q">')),
    silent("a lone line of text", form("http://search.example/", '<input name="words">')),
    silent("nothing to write in", form("http://shop.example/basket", '<input type="hidden" name="id" value="7">')),
    silent("a page without encryption is another rule's", form("/contact"), url="http://shop.example/"),
    passes("a path", form("/contact")),
    passes("encrypted", form("https://shop.example/contact")),
    passes("the page itself", f"{VIEWPORT}<form><input type=email></form>"),
    passes("a script's", form("javascript:void(0)")),
    passes("a mail is another rule's", form("mailto:contact@shop.example")),
    passes("this machine", form("http://localhost:8000/contact")),
    fails("an address", form("http://shop.example/contact"), {""}),
    fails("two lines of text", form("http://shop.example/contact", '<input name="first"><input name="last">'), {""}),
    fails("a message", form("http://shop.example/contact", "<textarea></textarea>"), {""}),
    fails("a password, on Android", form("HTTP://shop.example/in", '<input type="password">'), {""}, device="android"),
    fails("in a frame", f'{VIEWPORT}<iframe src="https://forms.example/" width=300 height=300></iframe>', {""},
          others={"https://forms.example/": form("http://forms.example/send")}),
)  # fmt: skip
