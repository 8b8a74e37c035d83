"""Each standing, both ways: when it must be said, and when it must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parcours.checks.catalogue import discover
from parcours.comparing import (
    EFFORT,
    LIMIT,
    PAGE,
    STOPPED,
    UNCOMPARED,
    Comparison,
    Line,
    Policy,
    Standing,
    counted,
)
from parcours.comparing.against import compare
from parcours.comparing.ending import exit_code, failed, fine
from parcours.comparing.known import Acceptance, Baseline
from parcours.errors import Exit
from parcours.facts.belongings import Belonging, Sort
from parcours.findings import Certainty, Severity, Verdict
from parcours.results import JourneyResult, Status
from parcours.trace import Effort
from standings import DAY, approved, found, result


def against(baseline: Baseline | None, *results: JourneyResult, **terms) -> list[Line]:
    return list(compare(results, baseline, today=terms.pop("today", DAY), against="letter.yaml", **terms).lines)


def said(baseline: Baseline | None, *results: JourneyResult, **terms) -> list[tuple[str, str, str]]:
    return [(line.standing.value, line.rule, line.device) for line in against(baseline, *results, **terms)]


class TestFindings:
    def test_what_is_as_it_was_is_known(self) -> None:
        assert said(approved(result(found())), result(found())) == [("known", "text/tiny", "iphone")]

    def test_what_nobody_approved_is_new(self) -> None:
        assert said(approved(result()), result(found())) == [("new", "text/tiny", "iphone")]

    def test_another_fault_of_the_same_rule_is_new(self) -> None:
        lines = against(approved(result(found(aspect="price"))), result(found(aspect="price"), found(aspect="terms")))
        assert [(line.standing, line.aspect) for line in lines] == [(Standing.NEW, "terms"), (Standing.KNOWN, "price")]

    def test_the_same_at_another_step_or_on_another_phone_is_new(self) -> None:
        known = approved(result(found()), result(device="android"))
        assert said(known, result(found(), found(step="tap-buy")), result(found(), device="android")) == [
            ("new", "text/tiny", "android"),
            ("new", "text/tiny", "iphone"),
            ("known", "text/tiny", "iphone"),
        ]

    def test_words_boxes_and_evidence_are_no_part_of_it(self) -> None:
        other = replace(found(), message="11 px of text", evidence="<p>")
        assert said(approved(result(found())), result(other)) == [("known", "text/tiny", "iphone")]

    def test_more_of_the_same_is_worse(self) -> None:
        (line,) = against(approved(result(found())), result(found(), found(about="footer > p")))
        assert (line.standing, line.before, line.count) == (Standing.WORSE, 1, 2)
        assert line.message == "text/tiny is wrong (2 places, where 1 was known)"

    def test_fewer_of_the_same_is_known(self) -> None:
        (line,) = against(approved(result(found(), found(about="footer > p"))), result(found()))
        assert (line.standing, line.before, line.count) == (Standing.KNOWN, 2, 1)

    @pytest.mark.parametrize(
        ("before", "after", "standing"),
        [
            (Severity.MINOR, Severity.MAJOR, "worse"),
            (Severity.MAJOR, Severity.MAJOR, "known"),
            (Severity.MAJOR, Severity.MINOR, "known"),
        ],
    )
    def test_dearer_is_worse_and_cheaper_is_not(self, before: Severity, after: Severity, standing: str) -> None:
        known = approved(result(found(severity=before)))
        assert said(known, result(found(severity=after))) == [(standing, "text/tiny", "iphone")]

    def test_a_doubt_that_became_certain_is_worse_and_the_other_way_round_is_known(self) -> None:
        sure, doubt = found(), found(verdict=Verdict.REVIEW)
        assert said(approved(result(doubt)), result(sure)) == [("worse", "text/tiny", "iphone")]
        assert said(approved(result(sure)), result(doubt)) == [("known", "text/tiny", "iphone")]

    def test_as_many_in_other_places_is_changed(self) -> None:
        known = approved(result(found(about="main > p")))
        assert said(known, result(found(about="footer > p"))) == [("changed", "text/tiny", "iphone")]

    def test_many_places_of_which_only_the_first_are_kept_do_not_look_changed(self) -> None:
        many = [found(about=f"main > p:nth({number:02})") for number in range(40)]
        known = approved(result(*many))
        assert len(known.findings[0].places) < len(many)
        assert said(known, result(*reversed(many))) == [("known", "text/tiny", "iphone")]

    def test_what_is_mended_is_fixed(self) -> None:
        (line,) = against(approved(result(found())), result(), checks=discover())
        assert (line.standing, line.count, line.before) == (Standing.FIXED, 0, 1)
        assert line.message == discover()["text/tiny"].title

    def test_what_went_with_the_only_thing_that_was_wrong_is_fixed(self) -> None:
        flash = result(found("plugin/flash"), tried=())
        flash = replace(flash, judgements=tuple(replace(j, examined=1) for j in flash.judgements))
        page_two = [j for j in flash.judgements if j.page == 0]
        known = approved(replace(flash, judgements=tuple(page_two)))
        assert said(known, result(tried=(), idle=("plugin/flash",))) == [("fixed", "plugin/flash", "iphone")]

    def test_what_was_gone_at_a_second_look_is_unstable_unless_it_is_known(self) -> None:
        shaky = found(unstable=True)
        assert said(approved(result()), result(shaky)) == [("unstable", "text/tiny", "iphone")]
        assert said(approved(result(found())), result(shaky)) == [("known", "text/tiny", "iphone")]

    def test_what_was_gone_at_a_second_look_does_not_count_as_more(self) -> None:
        shaky = found(about="footer > p", unstable=True)
        assert said(approved(result(found())), result(found(), shaky)) == [("known", "text/tiny", "iphone")]

    def test_a_guess_is_compared_with_nothing_and_never_approved(self) -> None:
        guess = result(found(certainty=Certainty.LOW))
        assert said(approved(result()), guess) == []
        assert approved(guess).findings == ()
        assert said(approved(result(found())), guess) == [("known", "text/tiny", "iphone")]


class TestNewlyChecked:
    def test_a_rule_that_was_not_tried_then(self) -> None:
        known = approved(result(tried=("links/dead",)))
        (line,) = against(known, result(found()))
        assert (line.standing, line.message) == (
            Standing.NEWLY_CHECKED,
            "text/tiny is wrong (this rule had not been tried)",
        )

    def test_a_rule_that_lacked_what_it_needs_then(self) -> None:
        known = approved(result(tried=("links/dead",), no_facts=("text/tiny",)))
        assert said(known, result(found())) == [("newly-checked", "text/tiny", "iphone")]

    def test_a_rule_that_judges_otherwise_since(self) -> None:
        newer = result(found(), found(about="footer"), versions={"text/tiny": 2})
        assert said(approved(result()), newer) == [("newly-checked", "text/tiny", "iphone")]
        assert said(approved(result(found())), newer) == [("newly-checked", "text/tiny", "iphone")]

    def test_a_rule_that_had_nothing_to_look_at_then_was_tried(self) -> None:
        known = approved(result(tried=("links/dead",), idle=("text/tiny",)))
        assert said(known, result(found())) == [("new", "text/tiny", "iphone")]

    def test_a_phone_that_was_not_run_then(self) -> None:
        assert said(approved(result()), result(found(), device="android")) == [
            ("newly-checked", "text/tiny", "android")
        ]

    def test_a_page_that_was_not_looked_at_then(self) -> None:
        known = approved(result(steps=("start",)))
        assert said(known, result(found(step="tap-buy"))) == [("newly-checked", "text/tiny", "iphone")]


class TestNotChecked:
    def test_a_phone_that_is_not_run_is_left_alone(self) -> None:
        known = approved(result(found()), result(found(), device="android"))
        assert said(known, result(found())) == [
            ("not-checked", "text/tiny", "android"),
            ("known", "text/tiny", "iphone"),
        ]

    def test_one_phone_alone_is_not_asked_about_others(self) -> None:
        known = approved(result(found()), result(found(), device="android"))
        assert said(known, result(found()), all_devices=False) == [("known", "text/tiny", "iphone")]

    def test_a_step_that_was_not_reached_is_left_alone(self) -> None:
        known = approved(result(found(step="tap-buy")))
        assert said(known, result(blocked="tap-buy")) == [
            ("new", STOPPED, "iphone"),
            ("not-checked", "text/tiny", "iphone"),
        ]

    def test_a_rule_that_lacks_what_it_needs_is_left_alone(self) -> None:
        known = approved(result(found()))
        assert said(known, result(tried=("links/dead",), no_facts=("text/tiny",))) == [
            ("not-checked", "text/tiny", "iphone")
        ]

    def test_a_site_that_is_down_mends_nothing_and_loses_nothing(self) -> None:
        down = result(blocked="start", status=Status.INCONCLUSIVE, code="site-dns")
        assert said(approved(result(found())), down) == [("not-checked", "text/tiny", "iphone")]


class TestCoverage:
    def test_a_rule_that_looked_at_something_and_finds_nothing_any_more(self) -> None:
        (line,) = against(approved(result()), result(tried=("text/tiny",), idle=("links/dead",)))
        assert (line.standing, line.rule) == (Standing.COVERAGE_LOST, "links/dead")
        assert line.message == "links/dead: what it looked at is not there any more"

    def test_a_rule_that_is_not_tried_any_more_by_the_same_parcours(self) -> None:
        lost = said(approved(result()), result(tried=("text/tiny",)))
        assert lost == [("coverage-lost", "links/dead", "iphone")]
        assert said(approved(result()), replace(result(tried=("text/tiny",)), parcours="2.0")) == []

    def test_a_rule_that_had_nothing_to_look_at_before_loses_nothing(self) -> None:
        known = approved(result(tried=("text/tiny",), idle=("links/dead",)))
        assert said(known, result(tried=("text/tiny",), idle=("links/dead",))) == []

    def test_a_rule_that_lacks_what_it_needs_today_has_lost_nothing(self) -> None:
        assert said(approved(result()), result(tried=("text/tiny",), no_facts=("links/dead",))) == []

    def test_what_is_wrong_is_not_called_mended_when_all_of_it_is_gone(self) -> None:
        known = approved(result(found("links/dead")))
        assert said(known, result(tried=("text/tiny",), idle=("links/dead",))) == [
            ("coverage-lost", "links/dead", "iphone"),
            ("not-checked", "links/dead", "iphone"),
        ]

    def test_a_step_that_is_gone_from_the_scenario_is_one_line(self) -> None:
        (line,) = against(approved(result()), result(steps=("start",)))
        assert (line.standing, line.step, line.rule) == (Standing.COVERAGE_LOST, "tap-buy", PAGE)

    def test_a_step_that_leads_to_no_page_any_more(self) -> None:
        stays = result()
        stays = replace(
            stays, steps=(stays.steps[0], replace(stays.steps[1], page=0)), pages=stays.pages[:1],
            judgements=tuple(j for j in stays.judgements if j.page == 0),
        )  # fmt: skip
        (line,) = against(approved(result()), stays)
        assert (line.standing, line.step, line.rule) == (Standing.COVERAGE_LOST, "tap-buy", PAGE)

    def test_a_walk_that_is_stopped_says_so_once(self) -> None:
        assert said(approved(result()), result(blocked="tap-buy")) == [("new", STOPPED, "iphone")]


class TestTheWalk:
    def test_a_stop_that_was_approved_is_known_and_one_elsewhere_is_new(self) -> None:
        known = approved(result(blocked="tap-buy"))
        assert said(known, result(blocked="tap-buy")) == [("known", STOPPED, "iphone")]
        assert said(known, result(blocked="start")) == [("new", STOPPED, "iphone"), ("not-checked", STOPPED, "iphone")]

    def test_a_walk_that_goes_on_again_is_fixed(self) -> None:
        assert said(approved(result(blocked="tap-buy")), result()) == [("fixed", STOPPED, "iphone")]

    def test_a_walk_over_its_limits(self) -> None:
        over = result(status=Status.FAILED, code="over-limit", reason="5 taps, where 4 are allowed")
        assert said(approved(result()), over) == [("new", LIMIT, "iphone")]
        assert said(approved(over), over) == [("known", LIMIT, "iphone")]
        assert said(approved(over), result()) == [("fixed", LIMIT, "iphone")]

    @pytest.mark.parametrize(
        ("effort", "grown"),
        [
            (Effort(taps=3, scrolls=0.5, bytes=500_000), ["taps"]),
            (Effort(taps=2, keys=1, hops=1, scrolls=0.5, bytes=500_000), ["hops", "keys"]),
            (Effort(taps=2, scrolls=1.0, bytes=500_000), []),
            (Effort(taps=2, scrolls=1.1, bytes=500_000), ["scrolls"]),
            (Effort(taps=2, scrolls=0.5, bytes=600_000), []),  # not more than 100 kB more
            (Effort(taps=2, scrolls=0.5, bytes=600_001), ["bytes"]),
            (Effort(taps=1, scrolls=0, bytes=10), []),
            (Effort(taps=2, scrolls=0.5, bytes=500_000, ms=3_600_000), []),  # time alone fails nobody
        ],
    )
    def test_what_it_costs(self, effort: Effort, grown: list[str]) -> None:
        lines = against(approved(result()), result(effort=effort))
        assert [line.aspect for line in lines] == grown
        assert {(line.standing, line.rule) for line in lines} <= {(Standing.WORSE, EFFORT)}

    def test_a_large_page_may_grow_by_a_fifth(self) -> None:
        known = approved(result(effort=Effort(bytes=5_000_000)))
        assert said(known, result(effort=Effort(bytes=6_000_000))) == []
        assert said(known, result(effort=Effort(bytes=6_000_001))) == [("worse", EFFORT, "iphone")]

    def test_time_is_told(self) -> None:
        slow = result(effort=Effort(taps=2, scrolls=0.5, bytes=500_000, ms=9000))
        told = compare([slow], approved(result()), today=DAY, against="x")
        assert told.notes == ("iPhone 13: 9.0 s for the whole walk, where it took 4.0 s",)
        assert compare([result()], approved(result()), today=DAY, against="x").notes == ()


TEL = Belonging(Sort.CONTACT, "tel +33465711234")
WHATSAPP = Belonging(Sort.CONTACT, "WhatsApp 33639981234")


class TestInventory:
    def told(self, before: tuple[Belonging, ...], now: tuple[Belonging, ...]) -> list[tuple[str, str, str]]:
        lines = against(approved(result(inventory=before)), result(inventory=now))
        return [(line.standing.value, line.severity.value, line.message) for line in lines]

    def test_what_is_as_it_was_is_not_told(self) -> None:
        assert self.told((TEL, WHATSAPP), (WHATSAPP, TEL)) == []

    def test_a_way_to_people_that_vanished_on_one_platform_only(self) -> None:
        before = [result(inventory=(TEL, WHATSAPP), device=device) for device in ("iphone", "android", "small-android")]
        now = [before[0], *(replace(one, inventory=(TEL,)) for one in before[1:])]
        lines = against(approved(*before), *now)
        assert [(line.standing, line.device, line.owner) for line in lines] == [
            (Standing.WORSE, "android", "care"),
            (Standing.WORSE, "small-android", "care"),
        ]
        assert {line.message for line in lines} == {"the WhatsApp link (33639981234) vanished on Android only"}

    def test_a_way_to_people_that_vanished_on_one_phone_of_its_platform_only(self) -> None:
        before = [result(inventory=(TEL, WHATSAPP), device=device) for device in ("android", "small-android")]
        (line,) = against(approved(*before), before[0], replace(before[1], inventory=(TEL,)))
        assert line.message == "the WhatsApp link (33639981234) vanished on Galaxy S8 only"

    @pytest.mark.parametrize(
        ("before", "now", "expected"),
        [
            (
                TEL,
                Belonging(Sort.CONTACT, "tel +33465719999"),
                ("worse", "major", "the telephone number is +33465719999 now, it was +33465711234"),
            ),
            (
                Belonging(Sort.APP, "1234567890"),
                Belonging(Sort.APP, "9999999999"),
                ("worse", "major", "the app's id is 9999999999 now, it was 1234567890"),
            ),
            (
                Belonging(Sort.CHAT, "Intercom"),
                Belonging(Sort.CHAT, "Crisp"),
                ("worse", "major", "the chat is Crisp now, it was Intercom"),
            ),
            (
                Belonging(Sort.HOST, "go.example"),
                Belonging(Sort.HOST, "tracker.example"),
                ("new", "major", "the way passes through another host: tracker.example"),
            ),
            (
                Belonging(Sort.THIRD_PARTY, "a.example"),
                Belonging(Sort.THIRD_PARTY, "b.example"),
                ("changed", "note", "the pages load from another party: b.example"),
            ),
            (None, WHATSAPP, ("changed", "note", "the WhatsApp link (33639981234) is offered")),
            (Belonging(Sort.CHAT, "Crisp"), None, ("worse", "major", "the chat (Crisp) vanished")),
            (Belonging(Sort.APP, "12"), None, ("worse", "major", "nothing leads to the app 12 any more")),
        ],
    )
    def test_what_changed_in_a_sentence(self, before, now, expected) -> None:
        assert self.told((before,) if before else (), (now,) if now else ()) == [expected]

    @pytest.mark.parametrize("sort", [Sort.HOST, Sort.THIRD_PARTY])
    def test_a_host_that_is_gone_is_no_loss(self, sort: Sort) -> None:
        assert self.told((Belonging(sort, "a.example"),), ()) == []

    def test_a_walk_that_stopped_has_lost_nothing(self) -> None:
        known = approved(result(inventory=(TEL, WHATSAPP)))
        assert said(known, result(blocked="tap-buy", inventory=(TEL,))) == [("new", STOPPED, "iphone")]

    def test_a_result_without_an_inventory_has_lost_nothing(self) -> None:
        assert said(approved(result()), replace(result(), inventory=None)) == []


class TestApprovals:
    def test_an_approval_holds_on_its_last_day_and_fails_on_the_next(self) -> None:
        known = approved(result(found()), until=DAY, why="a legal notice")
        (line,) = against(known, result(found()))
        assert (line.standing, line.why, line.until) == (Standing.KNOWN, "a legal notice", DAY)
        (line,) = against(known, result(found()), today=DAY + timedelta(days=1))
        assert line.standing is Standing.NEW
        assert line.message == "text/tiny is wrong (approved until 2026-03-02: a legal notice)"

    @pytest.mark.parametrize(
        ("acceptance", "covers"),
        [
            (Acceptance("text/tiny", "because"), True),
            (Acceptance("text", "because"), True),
            (Acceptance("web", "because"), True),
            (Acceptance("links", "because"), False),
            (Acceptance("text/tiny", "because", aspect="terms"), True),
            (Acceptance("text/tiny", "because", aspect="price"), False),
            (Acceptance("text/tiny", "because", on=("iphone",)), True),
            (Acceptance("text/tiny", "because", on=("android",)), False),
        ],
    )
    def test_what_the_scenario_accepts(self, acceptance: Acceptance, covers: bool) -> None:
        (line,) = against(approved(result()), result(found(aspect="terms")), accepted=(acceptance,))
        expected = (Standing.KNOWN, "because", True) if covers else (Standing.NEW, "", False)
        assert (line.standing, line.why, line.accepted) == expected

    def test_what_was_accepted_until_yesterday_fails_even_when_the_baseline_has_it(self) -> None:
        acceptance = Acceptance("text/tiny", "because", until=DAY - timedelta(days=1))
        (line,) = against(approved(result(found())), result(found()), accepted=(acceptance,))
        assert line.standing is Standing.NEW
        assert line.message == "text/tiny is wrong (accepted until 2026-03-01: because)"

    def test_without_a_baseline_only_what_is_accepted_is_told(self) -> None:
        both = result(found(), found("links/dead"))
        assert said(None, both, accepted=(Acceptance("text/tiny", "because"),)) == [("known", "text/tiny", "iphone")]


class TestTheEnd:
    """What the process says."""

    def code(self, baseline: Baseline | None, *results: JourneyResult, policy: Policy = Policy(), **terms) -> Exit:
        one = compare(results, baseline, today=DAY, against="letter.yaml", **terms)
        return exit_code(results, Comparison((one,)), policy)

    def test_only_what_got_worse_fails(self) -> None:
        known = approved(result(found()))
        assert self.code(known, result(found())) == Exit.FINE
        assert self.code(known, result(found(), found("links/dead"))) == Exit.FINDINGS
        assert self.code(known, result()) == Exit.FINE

    def test_without_a_baseline_what_is_wrong_fails_unless_it_is_accepted(self) -> None:
        assert self.code(None, result(found())) == Exit.FINDINGS
        assert self.code(None, result(found()), accepted=(Acceptance("text", "because"),)) == Exit.FINE
        both = result(found(), found("links/dead"))
        assert self.code(None, both, accepted=(Acceptance("text", "because"),)) == Exit.FINDINGS
        assert exit_code([result(blocked="tap-buy")], UNCOMPARED, Policy()) == Exit.FINDINGS

    @pytest.mark.parametrize(
        ("fail_on", "known", "new"),
        [("new", Exit.FINE, Exit.FINDINGS), ("all", Exit.FINDINGS, Exit.FINDINGS), ("never", Exit.FINE, Exit.FINE)],
    )
    def test_what_fails_can_be_chosen(self, fail_on: str, known: Exit, new: Exit) -> None:
        policy = Policy(fail_on)
        assert self.code(approved(result(found())), result(found()), policy=policy) == known
        assert self.code(approved(result()), result(found()), policy=policy) == new

    @pytest.mark.parametrize(
        ("severity", "least", "expected"),
        [
            (Severity.NOTE, Severity.MINOR, Exit.FINE),
            (Severity.NOTE, Severity.NOTE, Exit.FINDINGS),
            (Severity.MINOR, Severity.MAJOR, Exit.FINE),
            (Severity.MAJOR, Severity.MAJOR, Exit.FINDINGS),
        ],
    )
    def test_the_least_that_fails_can_be_chosen(self, severity: Severity, least: Severity, expected: Exit) -> None:
        new = result(found(severity=severity))
        assert self.code(approved(result()), new, policy=Policy(least=least)) == expected
        assert self.code(None, new, policy=Policy(least=least)) == expected

    @pytest.mark.parametrize(
        "now",
        [
            result(found(about="footer > p")),  # changed
            result(found(), found("links/dead", unstable=True)),  # unstable
            result(found(), found("touch/size")),  # newly checked
            result(tried=("links/dead",), no_facts=("text/tiny",)),  # not checked
        ],
        ids=["changed", "unstable", "newly checked", "not checked"],
    )
    def test_what_is_unsettled_fails_only_in_strict_mode(self, now: JourneyResult) -> None:
        known = approved(result(found()))
        assert self.code(known, now) == Exit.FINE
        assert self.code(known, now, policy=Policy(strict=True)) == Exit.FINDINGS

    def test_a_doubt_fails_nobody(self) -> None:
        assert self.code(approved(result()), result(found(verdict=Verdict.REVIEW))) == Exit.FINE

    def test_a_grave_doubt_is_settled_by_an_approval(self) -> None:
        doubt = found(verdict=Verdict.REVIEW, severity=Severity.BLOCKER)
        unsure = result(doubt, status=Status.INCONCLUSIVE, code="to-review")
        assert self.code(approved(result()), unsure) == Exit.UNJUDGED
        assert self.code(approved(unsure), unsure) == Exit.FINE

    def test_a_site_that_is_down_is_not_fine(self) -> None:
        down = result(blocked="start", status=Status.INCONCLUSIVE, code="site-dns")
        assert self.code(approved(result(found())), down) == Exit.UNJUDGED

    def test_what_parcours_could_not_do_is_no_regression(self) -> None:
        broken = replace(result(), status=Status.ERROR)
        assert self.code(approved(result()), broken) == Exit.TOOL
        assert exit_code([], UNCOMPARED, Policy()) == Exit.NOTHING

    def test_one_phone_fails_for_its_own(self) -> None:
        known = approved(result(), result(device="android"))
        phones = result(found()), result(device="android")
        one = compare(phones, known, today=DAY, against="x")
        assert [failed(phone, one, Policy()) for phone in phones] == [True, False]
        assert all(fine(phone, one) for phone in phones)

    def test_one_line_says_it_all_and_counts_a_fault_on_two_phones_once(self) -> None:
        known = approved(
            *(result(found(), found("links/dead"), found("touch/size"), device=d) for d in ("iphone", "android"))
        )
        now = [
            result(found(about="footer"), found("touch/size"), found("plugin/flash"), device=device,
                   tried=("text/tiny", "links/dead", "touch/size"))
            for device in ("iphone", "android")
        ]  # fmt: skip
        comparison = Comparison((compare(now, known, today=DAY, against="x"),))
        assert counted(comparison) == (
            "0 new, 0 worse, 1 changed, 1 fixed, 1 known, 1 newly checked, 0 not checked, 0 unstable"
        )
