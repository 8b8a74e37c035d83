from parcours.testing import fails, passes, reviews

V = '<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}</style>'
LONG = "Your adviser answers within a day, on every day of the week, by telephone or by message. "
LOREM = LONG * 3


def hidden(inside: str, more: str = "") -> str:
    return V + f'<div style="overflow:hidden" {more}>{inside}</div>'


EXAMPLES = (
    passes("a page that fits", V + f"<p>{LOREM}</p>"),
    passes("a page that scrolls sideways is another rule's", V + f'<p style="width:600px">{LOREM}</p>'),
    passes(
        "a box that starts a little to the left, whose words end where the page scrolls to",
        V + f'<div style="margin:0 -7px"><p style="padding-left:40px;white-space:nowrap">{LONG}</p></div>',
    ),
    fails(
        "words that start to the left of a page that scrolls",
        V + f'<div style="margin:0 -70px"><p style="white-space:nowrap">{LONG}</p></div>',
        {"cut"},
    ),
    fails(
        "words that a box cuts on a page that scrolls for another",
        hidden(f'<div style="margin:0 -7px"><p style="white-space:nowrap">{LONG}</p></div>')
        + '<p style="width:900px">Fees</p>',
        {"cut"},
    ),
    fails("a wide paragraph in a box that hides", hidden(f'<p style="width:600px">{LOREM}</p>'), {"cut"}),
    fails(
        "a body that hides", V + f'<style>body{{overflow-x:hidden}}</style><p style="width:600px">{LOREM}</p>', {"cut"}
    ),
    fails(
        "one line that may not wrap",
        V + f'<style>html{{overflow-x:hidden}}</style><p style="white-space:nowrap">{LONG}</p>',
        {"cut"},
    ),
    fails(
        "half a button",
        hidden('<div style="width:600px"><button style="margin-left:350px;width:120px">Pay</button></div>'),
        {"cut"},
    ),
    fails(
        "a button that is wholly gone",
        hidden('<div style="width:600px"><p>Total</p><button style="margin-left:420px;width:120px">Pay</button></div>'),
        {"cut"},
    ),
    fails("a field", hidden('<div style="width:600px"><input style="width:500px"></div>'), {"cut"}),
    fails(
        "a table",
        hidden(
            '<table style="width:700px"><tr><td>One</td><td>Two</td><td>Three</td><td style="width:150px">Four</td></tr></table>'
        ),
        {"cut"},
    ),
    fails("a heading pulled over the left side", V + f'<h1 style="margin-left:-40px">{LONG}</h1>', {"cut"}),
    fails(
        "a fixed bar wider than the screen",
        V
        + '<div style="position:fixed;bottom:0;left:0;width:600px"><button style="margin-left:360px;width:120px">Accept</button></div>',
        {"cut"},
    ),
    passes("a wide block whose text is short", hidden('<p style="width:600px">Short</p>')),
    passes("a wide picture", hidden('<img src="a.jpg" alt="A beach" style="width:900px;height:200px">')),
    passes(
        "a drawn background",
        hidden('<div style="width:900px;height:300px;background:linear-gradient(red,blue)"></div>'),
    ),
    passes("a pixel too many", hidden('<button style="width:391px">Pay</button>')),
    passes(
        "a carousel by its name",
        hidden(
            '<div style="display:flex;width:1000px">' + f'<p style="width:250px">{LONG}</p>' * 4 + "</div>",
            'class="owl-carousel"',
        ),
    ),
    passes(
        "a carousel by its role",
        hidden(
            '<div style="display:flex;width:1000px">' + f'<p style="width:250px">{LONG}</p>' * 4 + "</div>",
            'aria-roledescription="carousel"',
        ),
    ),
    passes(
        "slides as wide as the screen",
        hidden(
            '<div style="display:flex;width:780px"><p style="width:390px">One</p><p style="width:390px">Two and a bit</p></div>'
        ),
    ),
    passes(
        "a band moved by a transform",
        hidden(
            '<div style="display:flex;width:1000px;transform:translateX(-300px)">'
            + f'<p style="width:250px">{LONG}</p>' * 4
            + "</div>"
        ),
    ),
    passes("a marquee", V + f"<marquee>{LOREM}</marquee>"),
    passes(
        "a band that scrolls by itself",
        V
        + '<div style="overflow-x:auto"><div style="display:flex;width:1000px"><p>One</p><p style="margin-left:500px">Two</p></div></div>',
    ),
    passes(
        "a menu beside the page",
        V
        + '<style>body{overflow-x:hidden}</style><nav style="position:absolute;left:100%;width:300px"><a href="/a">Accounts</a></nav>',
    ),
    passes(
        "a drawer that peeps in",
        V
        + f'<style>body{{overflow-x:hidden}}</style><div class="drawer" style="position:absolute;left:370px;width:300px"><p>{LONG}</p></div>',
    ),
    passes(
        "a drawer that a transform keeps half away",
        V + f'<div style="position:fixed;top:0;left:0;width:300px;transform:translateX(-150px)"><p>{LONG}</p></div>',
    ),
    passes("inert content", hidden(f'<div inert style="width:600px">{LOREM}</div>')),
    passes("text for screen readers", V + '<span style="position:absolute;left:-9999px">Skip to the content</span>'),
    passes(
        "an ellipsis within the page is meant",
        V + f'<p style="overflow:hidden;white-space:nowrap;text-overflow:ellipsis">{LONG}</p>',
    ),
    passes(
        "a desktop page within its 980 px", f'<div style="overflow:hidden"><p style="width:900px">{LOREM}</p></div>'
    ),
    fails(
        "a desktop page that hides the rest",
        f'<div style="overflow:hidden"><p style="width:1500px">{LOREM}</p></div>',
        {"cut"},
    ),
    fails(
        "from right to left, the end is on the left",
        '<html dir="rtl">' + V + f'<div style="overflow:hidden"><p style="width:600px">{LOREM}</p></div>',
        {"cut"},
    ),
    passes(
        "a wide picture that links",
        hidden('<a href="/sale"><img src="a.jpg" alt="Sale" style="width:900px;height:200px"></a>'),
    ),
    fails(
        "a picture that links, all but gone",
        hidden(
            '<div style="width:600px"><a href="/sale" style="margin-left:370px;display:inline-block"><img src="a.jpg" alt="Sale" style="width:200px;height:50px"></a></div>'
        ),
        {"cut"},
    ),
    fails(
        "a body whose class speaks of sliders excuses nothing",
        hidden(f'<p style="width:600px">{LOREM}</p>').replace(
            "<style>", '<body class="has-slider mobile-menu"><style>'
        ),
        {"cut"},
    ),
    passes(
        "rows with negative margins, as grids have them",
        V
        + f'<style>body{{overflow-x:hidden}}</style><div style="margin:0 -15px"><div style="padding:0 15px">{LOREM}</div></div>',
    ),
    passes(
        "a ribbon across a corner",
        hidden(
            '<div style="position:relative;height:120px"><b style="position:absolute;right:-40px;top:20px;width:160px;transform:rotate(45deg)">New</b></div>'
        ),
    ),
    reviews(
        "a row of cards may be a band to swipe",
        hidden('<div style="display:flex;width:1000px">' + f'<p style="width:200px">{LONG}</p>' * 4 + "</div>"),
        {"band"},
    ),
)
