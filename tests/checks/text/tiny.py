from parcours.testing import fails, passes, silent

V = '<meta name="viewport" content="width=device-width">'
BODY = "<p>Your parcel is on its way to you, and it should be there before Friday evening, or on Saturday at the latest.</p>"


def small(size: float, text: str = "Terms apply", tag: str = "p") -> str:
    return V + BODY + f'<{tag} style="font-size:{size}px">{text}</{tag}>'


EXAMPLES = (
    silent("a page without text", V + '<img src="a.png" alt="">'),
    passes("text of a usual size", V + BODY),
    passes("9 px", small(9)),
    fails("8.9 px", small(8.9), {""}),
    fails("a line of 5 px", small(5), {""}),
    fails("many of them are one finding", small(8) + "<small style='font-size:7px'>Fees</small>" * 3, {""}),
    passes("the number of a footnote", small(8, "12345", "sup")),
    passes("a sign", small(8, "®")),
    passes("text of size 0 is hidden, not small", small(0)),
    passes("tiny text that nobody sees", V + BODY + '<p hidden style="font-size:5px">Terms apply</p>'),
    silent("a page of small text is another rule's", V + '<p style="font-size:8px">Your parcel is on its way</p>'),
    silent("so is a page for desks, where all is small", BODY),
    fails(
        "a page that opens at half its size",
        '<meta name="viewport" content="width=780, initial-scale=0.5">'
        + BODY.replace("<p>", '<p style="font-size:30px">')
        + '<p style="font-size:16px">Terms</p>',
        {""},
    ),
)
