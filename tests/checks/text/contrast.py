from parcours.testing import fails, passes, reviews, silent

V = '<meta name="viewport" content="width=device-width">'
PALE = "color:#aaa"


def p(style: str, inside: str = "Your parcel is on its way", more: str = "") -> str:
    return f'<p style="{style}" {more}>{inside}</p>'


EXAMPLES = (
    silent("a page without text", V + '<img src="a.png" alt="">'),
    passes("black on white", V + "<p>Your parcel is on its way</p>"),
    passes("4.54, just enough", V + p("color:#767676")),
    fails("4.48, just too little", V + p("color:#777777"), {"low"}),
    fails("pale on white", V + p(PALE), {"low"}),
    fails("white on yellow", V + p("color:#fff;background:#fc0"), {"low"}),
    passes("large text needs 3", V + p("color:#949494;font-size:24px")),
    fails("large text below 3", V + p("color:#969696;font-size:24px"), {"low"}),
    fails("a pixel less is not large", V + p("color:#949494;font-size:23.9px"), {"low"}),
    passes("bold text is large from 18.66 px", V + p("color:#949494;font-size:18.67px;font-weight:700")),
    fails("bold text below that", V + p("color:#949494;font-size:18.6px;font-weight:700"), {"low"}),
    fails("semibold is not bold", V + p("color:#949494;font-size:20px;font-weight:600"), {"low"}),
    passes("the ground of the parent counts", V + f'<div style="background:#222">{p("color:#ddd")}</div>'),
    fails("the ground of the body counts", V + f"<style>body{{background:#ccc}}</style>{p('color:#777')}", {"low"}),
    fails("black half seen through", V + p("color:rgba(0,0,0,.4)"), {"low"}),
    passes("black nearly whole", V + p("color:rgba(0,0,0,.6)")),
    fails("a ground half seen through", V + p("color:#fff;background:rgba(0,0,0,.3)"), {"low"}),
    passes("a ground nearly opaque", V + p("color:#fff;background:rgba(0,0,0,.7)")),
    fails("a group faded by its opacity", V + f'<div style="opacity:.4">{p("color:#000")}</div>', {"low"}),
    passes("a group faded a little", V + f'<div style="opacity:.8">{p("color:#000")}</div>'),
    passes(
        "an opaque ground over a picture",
        V + f'<div style="background:url(a.png)">{p("color:#000;background:#fff")}</div>',
    ),
    reviews("words on a picture", V + f'<div style="background:url(a.png)">{p(PALE)}</div>', {"unsure"}),
    reviews("words on a gradient", V + p("color:#fff;background:linear-gradient(#333,#eee)"), {"unsure"}),
    reviews(
        "words on a photograph behind them",
        V
        + '<div style="position:relative"><img src="a.png" alt="" style="display:block;width:300px;height:200px">'
        + p("color:#fff;position:absolute;top:50px;left:20px;margin:0")
        + "</div>",
        {"unsure"},
    ),
    reviews(
        "words on a ground drawn by a pseudo-element",
        V
        + "<style>.b{position:relative;z-index:0;color:#fff}"
        + '.b::before{content:"";position:absolute;inset:0;background:#123;z-index:-1}</style>'
        + '<p class="b">Your parcel is on its way</p>',
        {"unsure"},
    ),
    passes(
        "a small mark drawn by a pseudo-element",
        V
        + '<style>.b{position:relative}.b::before{content:"";position:absolute;width:8px;height:8px;background:red}</style>'
        + '<p class="b">Your parcel is on its way</p>',
    ),
    reviews(
        "letters filled with a gradient",
        V + p("background:linear-gradient(red,blue);background-clip:text;color:transparent"),
        {"unsure"},
    ),
    reviews("a shadow that may save white letters", V + p("color:#fff;text-shadow:0 0 4px #000"), {"unsure"}),
    reviews("a filter", V + f'<div style="filter:invert(1)">{p(PALE)}</div>', {"unsure"}),
    reviews("text of the colour of its ground", V + p("color:#fff"), {"unsure"}),
    reviews("a colour outside sRGB", V + p("color:color(display-p3 .7 .7 .7)"), {"unsure"}),
    fails("a colour in oklch", V + p("color:oklch(0.75 0.02 250)"), {"low"}),
    passes("a dark colour in oklch", V + p("color:oklch(0.45 0.02 250)")),
    passes("hidden text", V + p(PALE + ";visibility:hidden") + "<p>Welcome</p>"),
    passes("text that is kept from readers", V + p(PALE, more="aria-hidden=true") + "<p>Welcome</p>"),
    passes("a button that is switched off", V + f'<button disabled style="{PALE}">Pay now</button><p>Welcome</p>'),
    passes(
        "the same, said with ARIA",
        V + f'<div role="button" aria-disabled="true" style="{PALE}">Pay now</div><p>Hi you</p>',
    ),
    passes("all that a fieldset holds that is off", V + f"<fieldset disabled>{p(PALE)}</fieldset><p>Welcome</p>"),
    passes(
        "the label of a field that is off",
        V + f'<label for="a" style="{PALE}">Code</label><input id="a" disabled><p>Hello</p>',
    ),
    passes(
        "a label around a field that is off", V + f'<label style="{PALE}">Code <input disabled></label><p>Hello</p>'
    ),
    fails("the label of a field that works", V + f'<label for="a" style="{PALE}">Code</label><input id="a">', {"low"}),
    fails("a button", V + '<button style="color:#999;background:#eee">Pay now</button>', {"low"}),
    fails(
        "a button made of an input",
        V + '<input type="submit" value="Pay now" style="color:#999;background:#eee">',
        {"low"},
    ),
    silent("a sign, no letters", V + p(PALE, "»")),
    silent("an icon font's word", V + f'<i class="material-icons" style="{PALE}">menu</i>'),
    passes(
        "a black parent that is not behind the text",
        V + '<div style="background:#000;height:0"><p style="color:#000">Your parcel is on its way</p></div>',
    ),
    fails(
        "text in a frame, on what the frame stands on",
        V + '<iframe src="https://shop.example/inner" title="x"></iframe>',
        {"low"},
        others={"https://shop.example/inner": p(PALE)},
    ),
    fails("pale text and text on a picture", V + p(PALE) + p("color:#fff;background:url(a.png)"), {"low", "unsure"}),
    passes(
        "pale text under a bar that stays",
        V + '<p>Welcome</p><div style="position:fixed;top:0;left:0;right:0;height:80px;background:#000"></div>',
    ),
    reviews("a page whose style sheet is missing", '<link rel="stylesheet" href="/gone.css">' + V + p(PALE), {"low"}),
)
