"""Chains of redirects, which the lab's pages cannot have: hand-made facts."""

from __future__ import annotations

import pytest

from parcours.checks.redirect.chain import chain
from parcours.facts.model import Hop, PageSnapshot
from parcours.findings import Judgement, Severity, Verdict, Where
from parcours.judging import judge_page


def judged(*hops: Hop) -> Judgement:
    return judge_page(PageSnapshot(url=hops[-1].url if hops else "", navigation=hops), [chain], Where())[0]


def redirects(count: int, ms: float = 100) -> list[Hop]:
    return [*(Hop(f"https://r{n}.example/", 302, ms) for n in range(count)), Hop("https://shop.example/", 200, 300)]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_two_redirects_are_fair(count: int) -> None:
    assert judged(*redirects(count)).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("count", "severity"),
    [(3, Severity.MINOR), (4, Severity.MINOR), (5, Severity.MAJOR), (12, Severity.MAJOR)],
)
def test_more_than_two_are_long_and_more_than_four_far_too_long(count: int, severity: Severity) -> None:
    judgement = judged(*redirects(count))
    assert [(f.aspect, f.severity) for f in judgement.findings] == [("long", severity)]


def test_a_page_without_a_known_way_is_not_judged() -> None:
    assert judged().verdict is Verdict.NOT_APPLICABLE


def test_the_message_says_how_long_it_took_and_by_which_hosts() -> None:
    (finding,) = judged(*redirects(3, ms=412.5)).findings
    assert finding.message == (
        "3 redirects before the page took 1,238 ms: r0.example 302 → r1.example 302 → r2.example 302 → shop.example 200"
    )
    assert finding.evidence.splitlines() == [hop.url for hop in redirects(3)]


def test_no_time_is_told_when_one_is_unknown() -> None:
    (finding,) = judged(Hop("https://a.example/", 301), *redirects(2)).findings
    assert finding.message.startswith("3 redirects before the page: a.example 301 → ")


def test_pages_that_send_the_visitor_on_are_counted_apart() -> None:
    hops = redirects(2)
    judgement = judged(*hops[:-1], Hop("https://b.example/", 200), Hop("https://c.example/", 200, how="meta"), hops[-1])
    assert [(f.aspect, f.severity) for f in judgement.findings] == [
        ("long", Severity.MINOR),
        ("from-page", Severity.MINOR),
    ]
    assert "by meta refresh once" in judgement.findings[1].message


def test_scripts_and_refreshes_together_are_told_together() -> None:
    hops = (
        Hop("https://a.example/", 200),
        Hop("https://b.example/", 200, how="script"),
        Hop("https://c.example/", 200, how="meta"),
    )
    (finding,) = judged(*hops).findings
    assert (finding.aspect, "by meta refresh and script 2 times" in finding.message) == ("from-page", True)


def test_what_the_customer_tapped_is_no_redirect() -> None:
    before = redirects(5)
    assert judged(*before, Hop("https://shop.example/offer", 200, how="tap")).verdict is Verdict.PASSED


def test_a_chain_behind_a_tap_is_judged() -> None:
    hops = (Hop("https://shop.example/", 200), Hop("https://go.example/", 302, how="tap"), *redirects(2))
    assert [f.aspect for f in judged(*hops).findings] == ["long"]


def test_a_chain_that_ends_in_an_error_is_judged_too() -> None:
    page = PageSnapshot(status=404, navigation=tuple(redirects(3)))
    assert judge_page(page, [chain], Where())[0].verdict is Verdict.FAILED


def test_a_loop_is_another_rules() -> None:
    hops = [Hop("https://a.example/", 200), *[Hop("https://a.example/", 200, how="meta")] * 3]
    assert judged(*hops).verdict is Verdict.PASSED
    assert judged(*hops[:-1]).verdict is Verdict.FAILED
