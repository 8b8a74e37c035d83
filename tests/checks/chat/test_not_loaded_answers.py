"""What a vendor answered, which the lab's pages cannot choose: hand-made facts."""

import pytest

from parcours.checks.chat.not_loaded import not_loaded
from parcours.facts.model import PageSnapshot, Request
from parcours.findings import Severity, Verdict, Where
from parcours.judging import judge_page

SCRIPT = "https://client.crisp.chat/l.js"


def said(*requests: Request) -> list[tuple[Verdict, Severity, str]]:
    page = PageSnapshot(url="https://shop.example/", requests=requests, facets=frozenset({"frames"}))
    findings = judge_page(page, [not_loaded], Where())[0].findings
    return [(finding.verdict, finding.severity, finding.aspect) for finding in findings]


@pytest.mark.parametrize("status", [400, 403, 404, 503])
def test_a_vendor_that_refuses_is_a_fault(status: int) -> None:
    assert said(Request(SCRIPT, "script", status)) == [(Verdict.FAILED, Severity.MAJOR, "refused")]


def test_a_vendor_that_is_slow_is_only_noted() -> None:
    assert said(Request(SCRIPT, "script")) == [(Verdict.REVIEW, Severity.NOTE, "slow")]


def test_a_network_between_us_and_the_vendor_is_a_doubt() -> None:
    lost = Request(SCRIPT, "script", failed="net::ERR_NAME_NOT_RESOLVED")
    assert said(lost) == [(Verdict.REVIEW, Severity.MAJOR, "unreachable")]


@pytest.mark.parametrize("failed", ["csp", "net::ERR_BLOCKED_BY_CSP", "mixed-content"])
def test_what_the_page_forbids_is_the_pages_fault(failed: str) -> None:
    assert said(Request(SCRIPT, "script", failed=failed)) == [(Verdict.FAILED, Severity.MAJOR, "forbidden")]


def test_one_answer_that_came_is_enough() -> None:
    came = said(Request(SCRIPT, "script", 200), Request("https://client.crisp.chat/x.js", "script", 404))
    assert came == [(Verdict.REVIEW, Severity.NOTE, "no-launcher")]
