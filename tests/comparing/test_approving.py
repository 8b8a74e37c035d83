"""What an approval takes, what it leaves, and what it forgets."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parcours.comparing import STOPPED
from parcours.comparing.against import compare
from parcours.comparing.approving import Approval, Scope
from parcours.comparing.known import Acceptance, Baseline
from parcours.facts.belongings import Belonging, Sort
from parcours.findings import Severity
from parcours.trace import Effort
from standings import DAY, approved, found, result

BOTH = (found("text/tiny"), found("links/dead", step="tap-buy"))


def rules(known: Baseline) -> list[tuple[str, str]]:
    return sorted((one.rule, one.device) for one in known.findings)


def standings(known: Baseline, *results) -> list[tuple[str, str]]:
    return [(line.standing.value, line.rule) for line in compare(results, known, today=DAY, against="x").lines]


@pytest.mark.parametrize(
    ("scope", "taken"),
    [
        (Scope(), [("links/dead", "android"), ("links/dead", "iphone"), ("text/tiny", "android"), ("text/tiny", "iphone")]),
        (Scope(devices=("android",)), [("links/dead", "android"), ("text/tiny", "android")]),
        (Scope(steps=("tap-buy",)), [("links/dead", "android"), ("links/dead", "iphone")]),
        (Scope(rules=("text/tiny",)), [("text/tiny", "android"), ("text/tiny", "iphone")]),
        (Scope(rules=("text",)), [("text/tiny", "android"), ("text/tiny", "iphone")]),
        (Scope(("android",), ("start",), ("text", "links")), [("text/tiny", "android")]),
        (Scope(rules=("touch",)), []),
    ],
)  # fmt: skip
def test_only_what_is_meant_is_approved(scope: Scope, taken: list[tuple[str, str]]) -> None:
    phones = [result(*BOTH, device=device) for device in ("iphone", "android")]
    assert rules(approved(*phones, scope=scope)) == taken


def test_what_a_first_approval_leaves_out_is_new_and_not_newly_checked() -> None:
    known = approved(result(*BOTH), scope=Scope(rules=("text",)))
    assert standings(known, result(*BOTH)) == [("new", "links/dead"), ("known", "text/tiny")]


def test_the_reason_and_the_day_are_kept_when_the_same_is_approved_again() -> None:
    known = approved(result(found()), why="agreed", until=DAY + timedelta(days=9))
    (again,) = approved(result(found()), old=known).findings
    assert (again.why, again.until) == ("agreed", DAY + timedelta(days=9))
    (other,) = approved(result(found()), old=known, why="for ever").findings
    assert (other.why, other.until) == ("for ever", DAY + timedelta(days=9))


def test_what_has_ended_is_renewed_only_by_another_day() -> None:
    known = approved(result(found()), until=DAY)
    later = DAY + timedelta(days=1)
    assert approved(result(found(), found(about="footer")), old=known, today=later).findings == known.findings
    assert Approval(later).expired(known) == known.findings
    renewed = approved(result(found()), old=known, today=later, until=later)
    assert [one.until for one in renewed.findings] == [later]


def test_what_is_mended_is_kept_until_somebody_prunes() -> None:
    known = approved(result(*BOTH))
    assert rules(approved(result(), old=known)) == rules(known)
    assert rules(approved(result(), old=known, prune=True)) == []
    assert rules(approved(result(), old=known, prune=True, scope=Scope(rules=("text",)))) == [("links/dead", "iphone")]


def test_fewer_are_kept_as_many_until_somebody_prunes() -> None:
    known = approved(result(found(), found(about="footer")))
    assert [one.count for one in approved(result(found()), old=known).findings] == [2]
    assert [one.count for one in approved(result(found()), old=known, prune=True).findings] == [1]


@pytest.mark.parametrize(
    "now",
    [
        result(device="android"),
        result(blocked="tap-buy"),
        result(tried=("text/tiny",), no_facts=("links/dead",)),
    ],
    ids=["another phone", "a walk that stopped before", "a rule without facts"],
)
def test_what_was_not_checked_is_never_forgotten(now) -> None:
    known = approved(result(found("links/dead", step="tap-buy")))
    assert ("links/dead", "iphone") in rules(approved(now, old=known, prune=True))


def test_what_stood_at_a_step_that_is_gone_is_forgotten_when_pruned() -> None:
    known = approved(result(found("links/dead", step="tap-buy")))
    assert rules(approved(result(steps=("start",)), old=known, prune=True)) == []


def test_a_stop_is_approved_and_forgotten_when_the_walk_goes_on() -> None:
    known = approved(result(blocked="tap-buy"))
    assert [(one.rule, one.step, one.aspect, one.severity) for one in known.findings] == [
        (STOPPED, "tap-buy", "not-found", Severity.BLOCKER)
    ]
    assert rules(approved(result(), old=known, prune=True)) == []


def test_a_walk_that_stopped_keeps_the_steps_beyond() -> None:
    known = approved(result(blocked="tap-buy"), old=approved(result()))
    assert known.by_device["iphone"].steps == ("start", "tap-buy")
    assert standings(known, result(steps=("start",)))[:1] == [("coverage-lost", "journey/page")]


def test_what_is_lost_may_be_approved() -> None:
    known = approved(result())
    for now in (
        result(steps=("start",)),
        result(tried=("text/tiny",), idle=("links/dead",)),
        result(tried=("text/tiny",)),
        result(inventory=()),
        result(inventory=(Belonging(Sort.HOST, "go.example"),)),
        result(effort=Effort(taps=9)),
    ):
        assert standings(known, now) != []
        assert standings(approved(now, old=known), now) == []


def test_a_scope_leaves_effort_and_inventory_alone() -> None:
    known = approved(result())
    now = result(inventory=(), effort=Effort(taps=9))
    assert standings(approved(now, old=known, scope=Scope(rules=("text",))), now) == standings(known, now)
    assert standings(approved(now, old=known, scope=Scope(rules=("inventory",))), now) == [("worse", "journey/effort")]
    assert standings(approved(now, old=known, scope=Scope(rules=("journey/effort",))), now) == [
        ("worse", "inventory/contact")
    ]


def test_seconds_alone_change_nothing() -> None:
    known = approved(result())
    slower = replace(result().effort, ms=7000, bytes=540_000)
    assert approved(result(effort=slower), old=known).by_device == known.by_device


def test_what_the_scenario_accepts_is_not_approved_twice() -> None:
    assert rules(approved(result(*BOTH), accepted=(Acceptance("text/tiny", "agreed"),))) == [("links/dead", "iphone")]


def test_what_was_gone_at_a_second_look_is_not_approved() -> None:
    assert rules(approved(result(found(unstable=True)))) == []
    (known,) = approved(result(found(), found(about="x", unstable=True))).findings
    assert known.count == 1


def test_approving_twice_changes_nothing() -> None:
    known = approved(result(*BOTH), result(*BOTH, device="android"))
    again = approved(result(*BOTH), result(*BOTH, device="android"), old=known)
    assert (again.by_key, again.by_device) == (known.by_key, known.by_device)
    assert {r: (set(t.held), set(t.idle)) for r, t in again.by_rule.items()} == {
        r: (set(t.held), set(t.idle)) for r, t in known.by_rule.items()
    }
