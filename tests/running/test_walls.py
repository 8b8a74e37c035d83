"""A journey that was not let in is neither passed nor failed."""

from __future__ import annotations

from pathlib import Path

from parcours.findings import Verdict
from parcours.results import JourneyResult, Status
from parcours.running import run as running
from servers import Answer, serving

PAGES = {
    "/challenge": Answer("<title>Just a moment...</title><p>Wait</p>", 403, {"cf-mitigated": "challenge"}),
    "/polite": "<title>Pardon Our Interruption</title><p>Something about your browser made us think you were a bot.</p>",
    "/often": Answer("<p>Slow down</p>", 429),
}


def test_a_wall_before_the_site_leaves_the_journey_open(tmp_path: Path) -> None:
    with serving(PAGES) as site:
        outcome = running.audit([site.url + path for path in PAGES], devices=("android",), reports=tmp_path)
    assert [said(result) for result in outcome.results] == [
        (Status.INCONCLUSIVE, "blocked-wall", [("landing/blocked", "challenge")]),
        (Status.INCONCLUSIVE, "blocked-wall", [("landing/blocked", "challenge")]),
        (Status.INCONCLUSIVE, "blocked-wall", [("landing/blocked", "limit")]),
    ]


def said(result: JourneyResult) -> tuple[Status, str, list[tuple[str, str]]]:
    doubts = [(found.rule, found.aspect) for found in result.findings if found.verdict is Verdict.REVIEW]
    return result.status, result.code, doubts
