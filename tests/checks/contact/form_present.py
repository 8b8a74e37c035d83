from parcours.testing import fails, silent

PHONE = '<meta name="viewport" content="width=device-width">'


def page(body: str) -> str:
    return f"{PHONE}<h1>Contact</h1>{body}"


EXAMPLES = (
    silent("no form", page("<p>Bonjour</p>")),
    silent("a search", page('<form role="search"><input type="search"><input name="city"></form>')),
    silent("a search that asks much", page('<form action="/search"><input type="email"><input><input></form>')),
    silent("a newsletter", page('<form><input type="email"><input name="firstname"><button>OK</button></form>')),
    silent("a log-in", page('<form><input type="email"><input><input><input type="password"></form>')),
    silent("a payment", page('<form><input type="email"><input><input><input autocomplete="cc-number"></form>')),
    silent("comments", page('<form id="commentform"><input type="email"><textarea></textarea></form>')),
    silent("telling a friend", page('<form class="send-to-friend"><textarea></textarea></form>')),
    silent("a review", page('<form class="product-review"><textarea></textarea></form>')),
    silent("a form that nobody sees", page('<form style="display:none"><textarea></textarea></form>')),
    silent("a captcha's own box", page('<form><input><textarea id="g-recaptcha-response"></textarea></form>')),
    silent("a film's frame", page('<iframe src="https://www.youtube.com/embed/x" width=300 height=200></iframe>')),
    silent("a mail address and one name", page('<form><input type="email"><input name="name"></form>')),
    fails("a mail address and two texts", page('<form><input type="email"><input><input></form>'), {""}),
    fails("a telephone and two texts", page('<form><input type="tel"><input><input></form>'), {""}),
    fails("a mail address by its name alone", page('<form><input name="email"><input><input></form>'), {""}),
    fails("a box to write in", page("<form><textarea></textarea></form>"), {""}),
    fails("a box without a form", page("<div><textarea></textarea></div>"), {""}),
    fails("a plug-in's", page('<div class="wpcf7"><form><textarea></textarea></form></div>'), {""}),
    fails(
        "a form of another site",
        page('<iframe src="https://form.typeform.com/to/x" width="300" height="300"></iframe>'),
        {""},
    ),
    fails(
        "a form in a frame",
        page('<iframe src="/f" width="300" height="300"></iframe>'),
        {""},
        others={"https://shop.example/f": "<form><textarea></textarea></form>"},
    ),
)
