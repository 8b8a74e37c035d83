"""What the layout rules say about how much, how often and why."""

from __future__ import annotations

from parcours.checks.catalogue import discover
from parcours.findings import Certainty, Finding, Severity, Verdict
from parcours.testing import Example, Lab

V = '<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}</style>'


def found(lab: Lab, rule: str, html: str) -> tuple[Finding, ...]:
    return lab.judge(discover()[rule], Example("findings", V + html, Verdict.FAILED)).findings


def test_twenty_pixels_are_minor_and_one_more_is_major_told_of_the_page_alone(lab: Lab) -> None:
    told = {
        "layout/horizontal-scroll": [Severity.MINOR, Severity.MAJOR],
        "layout/overflow-element": [Severity.MINOR] * 2,
    }
    for rule, expected in told.items():
        severities = [found(lab, rule, f'<p style="width:{width}px">Hi</p>')[0].severity for width in (410, 411)]
        assert severities == expected, rule


def test_a_chain_is_told_once_by_its_outermost_element(lab: Lab) -> None:
    html = '<div id="outer" style="width:600px"><div style="width:600px"><p style="width:600px">Text</p></div></div>'
    assert [finding.about for finding in found(lab, "layout/overflow-element", html)] == ["#outer"]


def test_a_chain_is_told_by_its_widest_element_when_that_is_inside(lab: Lab) -> None:
    html = '<div style="width:400px"><img id="banner" src="a.jpg" width="900" height="80"></div>'
    (finding,) = found(lab, "layout/overflow-element", html)
    assert (finding.about, finding.evidence) == ("#banner", 'width="900" in its markup')
    assert finding.message == 'img of 900 px reaches 510 px past the page\'s right side: width="900" in its markup'


def test_siblings_alike_are_counted_not_listed(lab: Lab) -> None:
    rows = "".join(f'<p style="width:{500 + n}px">Row</p>' for n in range(5))
    (finding,) = found(lab, "layout/overflow-element", f"<div>{rows}</div>")
    assert finding.message.startswith("p of 504 px reaches 114 px past the page's right side, as 4 more beside it do")


def test_two_culprits_in_different_places_are_two_findings_widest_first(lab: Lab) -> None:
    html = (
        '<section><p id="a" style="width:500px">A</p></section><section><p id="b" style="width:700px">B</p></section>'
    )
    assert [finding.about for finding in found(lab, "layout/overflow-element", html)] == ["#b", "#a"]


def test_the_page_names_the_widest_culprit_and_the_pixels(lab: Lab) -> None:
    (finding,) = found(lab, "layout/horizontal-scroll", '<div id="fees" style="min-width:600px">Fees</div>')
    assert finding.message == (
        "The page is 210 px wider than its 390 px; the widest thing is #fees, 600 px wide (min-width: 600px)"
    )


def test_a_width_that_comes_from_a_style_sheet_is_explained_by_min_width(lab: Lab) -> None:
    (finding,) = found(lab, "layout/overflow-element", "<style>p{min-width:700px}</style><p>Text</p>")
    assert finding.evidence == "min-width: 700px"


def test_text_that_may_not_wrap_is_told_from_a_long_word(lab: Lab) -> None:
    (line,) = found(lab, "layout/overflow-element", '<p style="white-space:nowrap">' + "all in one line " * 8 + "</p>")
    (word,) = found(lab, "layout/overflow-element", "<p>https://shop.example/" + "a" * 80 + "</p>")
    assert (line.evidence, word.evidence) == ("text that may not wrap", "a long word or address that cannot break")


def test_a_page_widened_by_what_nobody_sees_says_so(lab: Lab) -> None:
    (finding,) = found(
        lab,
        "layout/horizontal-scroll",
        '<style>p::after{content:"";position:absolute;left:600px;width:9px;height:9px}</style><p>Text</p>',
    )
    assert "no single element does it" in finding.message


def test_cut_controls_are_named(lab: Lab) -> None:
    html = '<div style="overflow:hidden"><div style="width:600px"><button style="margin-left:300px;width:160px;text-align:left">Pay now</button></div></div>'
    (finding,) = found(lab, "layout/clipped", html)
    assert finding.message == "Cut off at the side of the page: a button (“Pay now”)"


def test_the_signs_of_a_desktop_page_are_all_in_the_evidence(lab: Lab) -> None:
    links = "".join(f'<a href="/{n}">Shelf {n}</a> ' for n in range(30))
    example = Example("signs", f"<header>{links}</header>", Verdict.FAILED)
    (finding,) = lab.judge(discover()["layout/desktop-served"], example).findings
    assert finding.evidence.split("; ") == [
        "laid out 980 px wide on a screen of 390 px",
        "half of the text is seen at 6.4 px or less",
        "30 links in the header and nothing to fold them",
        "no style asks how wide the screen is",
    ]


def test_a_hidden_menu_that_widens_the_page_is_named(lab: Lab) -> None:
    html = '<div id="menu" style="visibility:hidden;position:absolute;left:300px;width:300px">Menu</div><p>Text</p>'
    (finding,) = found(lab, "layout/horizontal-scroll", html)
    assert finding.message == "The page is 210 px wider than its 390 px; what does it is #menu, which nobody sees now"


def test_a_page_whose_style_sheet_did_not_load_is_judged_with_less_certainty(lab: Lab) -> None:
    html = '<link rel="stylesheet" href="/gone.css"><p style="width:600px">Text</p>'
    assert [finding.certainty for finding in found(lab, "layout/overflow-element", html)] == [Certainty.LOW]


def test_a_picture_drawn_larger_than_its_markup_says_is_not_blamed_on_the_markup(lab: Lab) -> None:
    (finding,) = found(
        lab, "layout/overflow-element", '<style>img{width:900px;height:50px}</style><img src="a.jpg" width="300">'
    )
    assert finding.evidence == "a picture without max-width: 100%"


def test_what_is_narrow_but_stands_aside_is_not_called_wide(lab: Lab) -> None:
    (finding,) = found(
        lab, "layout/overflow-element", '<img src="a.jpg" width="100" height="50" style="margin-left:350px">'
    )
    assert finding.evidence == ""


def test_after_twelve_places_the_rest_are_counted(lab: Lab) -> None:
    html = "".join(f'<section><p style="width:{500 + n}px">Row</p></section>' for n in range(15))
    findings = found(lab, "layout/overflow-element", html)
    assert len(findings) == 12
    assert findings[-1].message.endswith("(3 more places reach out less)")
