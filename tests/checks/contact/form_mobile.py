from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
MAIL = '<label>E-mail <input type="email" autocomplete="email"></label>'
BOX = "<label>Message <textarea></textarea></label>"


def form(body: str, box: str = BOX) -> str:
    return f"{PHONE}<form>{body}{box}<button>Send</button></form>"


def required(count: int) -> str:
    return "".join(f"<label>Answer {n} <input required></label>" for n in range(count))


EXAMPLES = (
    silent("no form", PHONE + "<p>hello</p>"),
    silent("a log-in is another matter", PHONE + '<form><input name="email"><input type="password"></form>'),
    silent("a newsletter", PHONE + '<form><input name="email"></form>'),
    silent("a form of another site", PHONE + '<iframe src="https://form.typeform.com/to/x" width=300 height=300></iframe>'),
    passes("a good form", form(MAIL)),
    passes("a keyboard by inputmode", form('<label>E-mail <input inputmode="email" autocomplete="email"></label>')),
    passes("a number by its type", form('<label>Phone <input type="tel" autocomplete="tel"></label>')),
    passes("a name is prose", form('<label>Name <input name="name"></label>')),
    passes("seven answers demanded", form(required(7))),
    passes("a label and a placeholder", form('<label>City <input placeholder="Lyon"></label>')),
    passes("a label by its id", form('<label for="c">City</label><input id="c" placeholder="City">')),
    passes("words above the field", form('<p>City</p><div><input placeholder="City"></div>')),
    passes("words beside the field", form('<span>City</span> <input placeholder="City">')),
    fails(
        "a mail address in prose", form('<label>E-mail <input autocomplete="email"></label>'), {"email-keyboard"}
    ),
    fails(
        "a mail address by its name",
        form('<label>Adresse <input name="your-email" type="text" autocomplete="email"></label>'),
        {"email-keyboard"},
    ),
    fails("a number in prose", form('<label>Téléphone <input autocomplete="tel"></label>'), {"tel-keyboard"}),
    fails("no autocomplete", form('<label>E-mail <input type="email"></label>'), {"autocomplete"}),
    fails("eight answers demanded", form(required(8)), {"required"}),
    fails(
        "eight demanded for those who listen",
        form(required(8).replace("required", 'aria-required="true"')),
        {"required"},
    ),
    fails("a name inside the field", form('<div style="margin:60px 0"><input placeholder="City"></div>'), {"placeholder"}),
    fails(
        "a box with its name inside",
        form("", '<div style="margin:60px 0"><textarea placeholder="Message"></textarea></div>'),
        {"placeholder"},
    ),
)  # fmt: skip
