"""How dear a missing plug-in is, and that one thing on the page is told once."""

from __future__ import annotations

import pytest

from parcours.checks.catalogue import discover
from parcours.facts.model import FrameFacts, PageSnapshot, Request
from parcours.findings import Finding, Severity, Verdict, Where
from parcours.judging import judge_page
from parcours.testing import Example, Lab

V = '<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}</style>'
LINK = '<p><a href="/contact">Contact us</a></p>'
CLSID = "clsid:D27CDB6E-AE6D-11CF-96B8-444553540000"
STORY = "<p>" + "A long story that can be read on any phone. " * 12 + "</p>"


def movie(width: int, height: int, inside: str = "") -> str:
    return (
        f'<object type="application/x-shockwave-flash" data="m.swf" width="{width}" height="{height}">{inside}</object>'
    )


def found(lab: Lab, html: str, rule: str = "plugin/flash", **more: object) -> tuple[Finding, ...]:
    example = Example("severity", V + html, Verdict.FAILED, **more)  # type: ignore[arg-type]
    return lab.judge(discover()[rule], example).findings


@pytest.mark.parametrize(
    ("sentence", "html", "severity"),
    [
        ("a third of the first screen", LINK + movie(390, 220), Severity.BLOCKER),
        ("just less than that", LINK + movie(390, 198), Severity.MAJOR),
        (
            "large, but far below the first screen",
            LINK + '<div style="height:2000px"></div>' + movie(390, 400),
            Severity.MAJOR,
        ),
        ("nothing else to tap and little to read", movie(200, 100), Severity.BLOCKER),
        ("nothing else to tap, but a story to read", STORY + movie(200, 100), Severity.MAJOR),
        ("a link that goes nowhere is no way on", '<a href="#">Top</a>' + movie(200, 100), Severity.BLOCKER),
        (
            "a link to the installer is no way on",
            movie(200, 100, '<a href="https://get.adobe.com/flashplayer/">Get Flash</a>'),
            Severity.BLOCKER,
        ),
        ("a film in its place", movie(390, 400, '<video controls width="300" height="200"></video>'), Severity.NOTE),
        ("links in its place", movie(390, 400, '<ul><li><a href="/shoes">Shoes</a></li></ul>'), Severity.NOTE),
        (
            "text in its place",
            movie(390, 400, "<p>We open at nine and close at six, every day of the week.</p>"),
            Severity.NOTE,
        ),
        (
            "an apology in its place",
            LINK + movie(390, 150, "<p>Sorry, your browser does not support this content, really it does not.</p>"),
            Severity.MAJOR,
        ),
        (
            "a prompt in its place",
            LINK + movie(390, 150, '<p>You need <a href="https://get.adobe.com/flashplayer/">Flash Player</a></p>'),
            Severity.MAJOR,
        ),
        ("a small button", LINK + movie(30, 30), Severity.MINOR),
        ("a counting pixel", LINK + movie(1, 1), Severity.NOTE),
        ("a movie in a tab that is closed", LINK + f'<div style="display:none">{movie(390, 400)}</div>', Severity.NOTE),
        (
            "an old YouTube player, which engines replace",
            LINK
            + '<embed src="https://www.youtube.com/v/abc" type="application/x-shockwave-flash" width="390" height="300">',
            Severity.MINOR,
        ),
        (
            "a script whose place has a text of its own",
            '<div id="m"><p>We open at nine and close at six, every day.</p></div><script>swfobject.embedSWF("m.swf", "m", "390", "400", "9")</script>',
            Severity.NOTE,
        ),
        (
            "a script whose place is empty",
            LINK + '<div id="m"></div><script>swfobject.embedSWF("m.swf", "m", "390", "400", "9")</script>',
            Severity.BLOCKER,
        ),
        (
            "a script whose place is not on the page",
            LINK + '<script>swfobject.embedSWF("m.swf", "gone", "390", "400", "9")</script>',
            Severity.MINOR,
        ),
    ],
)
def test_severity_follows_what_the_visitor_sees(lab: Lab, sentence: str, html: str, severity: Severity) -> None:
    findings = found(lab, html)
    assert [finding.severity for finding in findings] == [severity], (sentence, [f.message for f in findings])


def test_an_object_with_embed_params_and_library_is_one_finding_about_the_outermost_element(lab: Lab) -> None:
    html = (
        f'<script src="/swfobject.js"></script><script src="/AC_RunActiveContent.js"></script>{LINK}'
        f'<object id="intro" classid="{CLSID}" codebase="http://download.macromedia.com/pub/shockwave/cabs/flash/swflash.cab" width="390" height="100">'
        '<param name="movie" value="m.swf"><param name="quality" value="high">'
        '<embed src="m.swf" type="application/x-shockwave-flash" pluginspage="http://www.macromedia.com/go/getflashplayer" width="390" height="100">'
        "</object>"
    )
    findings = found(lab, html)
    assert [(finding.about, finding.aspect) for finding in findings] == [("#intro", "content")]


def test_the_twice_cooked_object_is_one_finding(lab: Lab) -> None:
    inner = movie(300, 100, "<p>Nothing</p>")
    html = f'{LINK}<object id="outer" classid="{CLSID}" width="300" height="100"><param name="movie" value="m.swf">{inner}</object>'
    assert [finding.about for finding in found(lab, html)] == ["#outer"]


def test_two_movies_are_two_findings(lab: Lab) -> None:
    assert len(found(lab, LINK + movie(300, 100) + movie(300, 100))) == 2


def test_a_movie_in_a_frame_is_placed_on_the_page(lab: Lab) -> None:
    html = '<div style="height:100px"></div><iframe src="/f.html" style="border:0" width="300" height="200"></iframe>'
    frame = {"https://shop.example/f.html": '<body style="margin:0"><embed src="m.swf" width="280" height="150">'}
    (finding,) = found(lab, html, others=frame)
    assert finding.box is not None
    assert (finding.box.x, finding.box.y, finding.box.width, finding.box.height) == (0, 100, 280, 150)


def test_the_evidence_names_every_mark(lab: Lab) -> None:
    html = f'{LINK}<object classid="{CLSID}" width="300" height="100"><param name="movie" value="m.swf"></object>'
    (finding,) = found(lab, html)
    assert finding.evidence == f"classid {CLSID}; param movie m.swf"
    assert (
        finding.message == "Flash content (m.swf) does not work on a phone: visitors see an empty box of 300 x 100 px"
    )


def test_a_prompt_inside_content_that_is_reported_costs_less(lab: Lab) -> None:
    inside = '<p>Please install <a href="https://get.adobe.com/flashplayer/">Flash Player</a></p>'
    (finding,) = found(lab, LINK + movie(300, 100, inside), "plugin/install-prompt")
    assert (finding.severity, finding.aspect) == (Severity.MINOR, "prompt")


def judged(**facts: object) -> list[tuple[str, Severity]]:
    page = PageSnapshot(frames=(FrameFacts(),), facets=frozenset({"frames"}), **facts)  # type: ignore[arg-type]
    (judgement,) = judge_page(page, [discover()["plugin/flash"]], Where())
    return [(finding.aspect, finding.severity) for finding in judgement.findings]


def test_an_address_that_leads_to_a_movie_itself_blocks() -> None:
    assert judged(mime="application/x-shockwave-flash") == [("document", Severity.BLOCKER)]


def test_a_movie_that_was_fetched_and_stands_nowhere_is_told_once() -> None:
    movies = tuple(
        Request(f"https://shop.example/{n}.swf", "fetch", 200, "application/x-shockwave-flash") for n in range(3)
    )
    assert judged(requests=movies) == [("request", Severity.MINOR)]


def test_what_was_fetched_in_another_type_is_no_movie() -> None:
    assert judged(requests=(Request("https://shop.example/flash.js", "script", 200, "text/javascript"),)) == []
