"""Which department's gap broke which link of the chain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcours.checks.catalogue import discover
from parcours.comparing import Comparison
from parcours.findings import Judgement, Owner, Severity, Verdict
from parcours.reporting import Run
from parcours.reporting.messages import messages
from parcours.reporting.view import build
from parcours.reporting.view.chain import LINKS, link_of, link_of_step
from parcours.results import JourneyResult, Status
from parcours.trace import LEFT_OUT, StepTrace
from reporting import factory


def letter(*rules: tuple[str, Owner, Severity], **more) -> JourneyResult:
    """The letter with these findings alone."""
    findings = tuple(factory.finding(rule, "it is wrong", severity, owner) for rule, owner, severity in rules)
    return replace(factory.letter("iphone"), findings=findings, **{"judgements": (), "steps": (), **more})


def chain(*results: JourneyResult) -> dict[str, str]:
    """The state of each link of the first journey."""
    return {stage.key: stage.state for stage in build(Run(results=results), messages()).stories[0].chain}


@pytest.mark.parametrize(
    ("rule", "link"),
    [
        ("qr/quiet-zone", "received"),
        ("entry/email-alt", "received"),
        ("redirect/chain", "way"),
        ("safety/certificate", "way"),
        ("landing/tls", "way"),
        ("landing/not-found", "page"),
        ("safety/mixed-content", "page"),
        ("touch/dead", "page"),
        ("app/store-dead", "app"),
        ("links/aasa-fetch", "app"),
        ("contact/none", "person"),
        ("dialogue/inbox-present", "person"),
        ("dialogue/push-on-load", "after"),
        ("dialogue/badge-ui", "after"),
    ],
)
def test_a_rule_is_about_one_link_of_the_chain(rule, link):
    assert link_of(rule, Owner.WEB) == link


def test_every_rule_of_ours_has_its_link_by_its_name():
    guessed = [rule for rule in discover() if len({link_of(rule, owner) for owner in Owner}) > 1]
    assert guessed == []


def test_a_rule_of_others_is_placed_by_who_mends_it():
    assert [link_of("theirs/own", owner) for owner in Owner] == ["received", "page", "app", "person"]


@pytest.mark.parametrize(
    ("verb", "says", "link"),
    [
        ("qr", "qr letter.pdf", "received"),
        ("see", "see “app”", "page"),
        ("find", "find app", "app"),
        ("find", "find message", "person"),
        ("find", "find store", "page"),
        ("expect-reply", "expect-reply 10 s", "person"),
        ("expect-badge", "expect-badge 1", "after"),
    ],
)
def test_a_step_tries_one_link_of_the_chain(verb, says, link):
    assert link_of_step(StepTrace("s", verb, says)) == link


def test_a_blocker_breaks_its_link_and_a_lesser_fault_weakens_it():
    states = chain(
        letter(("plugin/flash", Owner.WEB, Severity.BLOCKER), ("app/manifest", Owner.APP, Severity.MINOR)),
    )
    assert states == {
        "received": "unknown",
        "way": "unknown",
        "page": "breaks",
        "app": "weak",
        "person": "unknown",
        "after": "unknown",
    }


def test_a_note_and_a_doubt_weaken_nothing():
    doubt = factory.finding("chat/hours", "?", Severity.MAJOR, Owner.CARE, verdict=Verdict.REVIEW)
    note = factory.finding("contact/form-present", "a form", Severity.NOTE, Owner.CARE)
    assert set(chain(replace(letter(), findings=(doubt, note))).values()) == {"unknown"}


def test_a_link_holds_only_where_something_was_judged_good():
    passed = Judgement("redirect/chain", Verdict.PASSED, 1)
    idle = Judgement("contact/none", Verdict.NOT_APPLICABLE)
    states = chain(letter(judgements=(passed, idle)))
    assert {key for key, state in states.items() if state == "holds"} == {"way"}


def test_a_link_that_the_walk_never_came_to_is_not_said_to_hold():
    passed = Judgement("contact/none", Verdict.PASSED, 1)
    skipped = StepTrace("find-contact", "find", "find contact", ended="skipped")
    assert chain(letter(judgements=(passed,), steps=(skipped,)))["person"] == "unknown"
    elsewhere = replace(skipped, code=LEFT_OUT)  # for another phone
    assert chain(letter(judgements=(passed,), steps=(elsewhere,)))["person"] == "holds"


def test_where_a_walk_stops_the_link_breaks_and_the_devices_are_named():
    stopped = StepTrace("find-app", "find", "find app", ended="blocked", code="not-found")
    view = build(Run(results=(letter(steps=(stopped,), code="not-found"),)), messages())
    app = next(stage for stage in view.stories[0].chain if stage.key == "app")
    assert (app.state, app.note, app.gaps) == ("breaks", "the walk stops here on iPhone 15", ())


def test_the_map_puts_each_number_in_its_departments_row_under_its_link():
    results = (
        letter(("plugin/flash", Owner.WEB, Severity.BLOCKER), ("qr/quiet-zone", Owner.PRINT, Severity.MINOR)),
        replace(letter(("contact/none", Owner.CARE, Severity.MAJOR)), scenario="other", name="Other"),
    )
    map = build(Run(results=results), messages()).map
    assert map is not None
    assert [link.key for link in map.links] == list(LINKS)
    assert [(link.state, link.note) for link in map.links if link.state != "unknown"] == [
        ("weak", "in 1 of 2 journeys"),
        ("breaks", "in 1 of 2 journeys"),
        ("weak", "in 1 of 2 journeys"),
    ]
    cells = {
        (row.label, link.key): [(badge.number, badge.mood) for badge in cell]
        for row in map.rows
        for link, cell in zip(map.links, row.cells, strict=True)
        if cell
    }
    assert cells == {
        ("Print", "received"): [(1, "minor")],
        ("Web", "page"): [(2, "blocker")],
        ("Customer care", "person"): [(3, "major")],
    }


def test_where_nothing_is_wrong_there_is_no_map():
    view = build(Run(results=(factory.parcel("iphone"),), comparison=Comparison()), messages())
    assert view.map is None


def test_a_step_that_stops_breaks_the_chain_even_where_no_rule_says_why():
    stopped = StepTrace("see", "see", "see “boots”", ended="blocked", code="text-missing")
    result = letter(steps=(stopped,), status=Status.FAILED, code="text-missing")
    map = build(Run(results=(result,)), messages("fr")).map
    assert map is not None
    assert [(link.title, link.label) for link in map.links if link.state == "breaks"] == [("La page", "Se rompt")]
