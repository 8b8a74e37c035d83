"""How the legibility of a page is told."""

from __future__ import annotations

from parcours.checks.catalogue import discover
from parcours.findings import Finding, Severity, Verdict
from parcours.testing import Example, Lab

V = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def found(lab: Lab, html: str) -> tuple[Finding, ...]:
    return lab.judge(discover()["text/legible"], Example("findings", V + html, Verdict.FAILED)).findings


def shares(large: int, small: int) -> str:
    return f'<p>{"x" * large}</p><p style="font-size:10px">{"x" * small}</p>'


def test_sixty_percent_warns_and_less_fails(lab: Lab) -> None:
    severities = [[finding.severity for finding in found(lab, shares(large, 20 - large))] for large in (11, 12, 15, 16)]
    assert severities == [[Severity.MAJOR], [Severity.MINOR], [Severity.MINOR], []]


def test_the_table_lists_sizes_by_share_and_says_what_legal_notes_add(lab: Lab) -> None:
    (finding,) = found(
        lab,
        '<p>0123456789</p><p style="font-size:11px">0123456789</p><footer style="font-size:9px">01234567890123456789</footer>',
    )
    assert finding.message == "Only 25% of the text is at least 12 px as the visitor sees it"
    assert finding.evidence.splitlines() == [
        "9 px: 50%, 20 characters, such as contentinfo",
        "16 px: 25%, 10 characters, such as html > body > p",
        "11 px: 25%, 10 characters, such as html > body > p[2]",
        "67% of the small text stands in the footer or in legal notes, which count too",
    ]


def test_a_page_that_is_zoomed_out_says_so(lab: Lab) -> None:
    example = Example("zoomed", "<p>hello</p>", Verdict.FAILED)
    (finding,) = lab.judge(discover()["text/legible"], example).findings
    assert finding.message == (
        "None of the text is at least 12 px as the visitor sees it (the page is shown at 40% of its size)"
    )
