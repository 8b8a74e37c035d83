from parcours.testing import fails, silent

V = '<meta name="viewport" content="width=device-width">'
SIZE = 'width="300" height="400"'

EXAMPLES = (
    silent("a link to a PDF", V + '<a href="fees.pdf">Our fees</a>'),
    silent("a frame with a page", V + f'<iframe src="fees.html" {SIZE}></iframe>'),
    silent("a viewer of another site's", V + f'<iframe src="https://docs.example/view?url=fees.pdf" {SIZE}></iframe>'),
    silent("a PDF that nobody sees", V + f'<iframe src="fees.pdf" {SIZE} hidden></iframe>'),
    silent("a PDF of a pixel", V + '<iframe src="fees.pdf" width="1" height="1" style="border:0"></iframe>'),
    fails("in a frame", V + f'<iframe src="fees.pdf" {SIZE}></iframe>', {"embedded"}),
    fails("in a frame, on Android", V + f'<iframe src="fees.pdf" {SIZE}></iframe>', {"embedded"}, device="android"),
    fails("with a page to open at", V + f'<iframe src="fees.pdf#page=2" {SIZE}></iframe>', {"embedded"}),
    fails("in an embed, by its type", V + f'<embed src="fees" type="application/pdf" {SIZE}>', {"embedded"}),
    fails(
        "in an object with words inside",
        V + f'<object data="fees.pdf" type="application/pdf" {SIZE}><p>No PDF here</p></object>',
        {"embedded"},
    ),
    fails(
        "in an object with a link inside",
        V + f'<object data="fees.pdf" type="application/pdf" {SIZE}><a href="fees.pdf">Our fees</a></object>',
        {"linked"},
    ),
    fails(
        "an embed within an object is one finding",
        V + f'<object data="fees.pdf" {SIZE}><embed src="fees.pdf" {SIZE}></object>',
        {"embedded"},
    ),
    fails(
        "by what the server says",
        V + f'<iframe src="/fees" {SIZE}></iframe>',
        {"embedded"},
        others={"https://shop.example/fees": "HTTP/1.1 200 OK\nContent-Type: application/pdf\n\n%PDF-1.4"},
    ),
)
