"""The golden rules as reports show them: in the page, in both languages, and in the terminal."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from rich.console import Console as Terminal

from parcours.findings import Certainty, Finding, Judgement, Owner, Severity, Verdict, Where
from parcours.reporting.console import Console
from parcours.reporting.drawing import drawn
from parcours.reporting.messages import messages
from parcours.reporting.run import Run
from parcours.reporting.scores import BrandCard, Proof
from parcours.reporting.view import build
from parcours.results import JourneyResult
from parcours.trace import Promises, Reply, StepTrace
from reporting import factory

HELD = ("contact/taps", "dialogue/case-progress")


def bank(device: str, *, brand: str = "Banque Mésange", **more: Any) -> JourneyResult:
    """A customer who writes to the adviser, who replies; the card of the loan has lost its date."""
    wrong = Finding(
        "dialogue/case-progress",
        Verdict.FAILED,
        Severity.MINOR,
        Certainty.HIGH,
        Owner.CARE,
        "Case 7 has no date",
        "no-date",
        where=Where("parcel-sms", device, page=0),
    )
    reply = StepTrace(
        "expect-reply", "expect-reply", "expect-reply 20 s", page=0, reply=Reply(2400), notes=("a reply after 2.4 s",)
    )
    judged = tuple(Judgement(rule, Verdict.FAILED if "case" in rule else Verdict.PASSED, 1, page=0) for rule in HELD)
    return replace(factory.parcel(device), brand=brand, steps=(reply,), judgements=judged, findings=(wrong,), **more)


def brands(*results: JourneyResult, lang: str = "en") -> tuple[BrandCard, ...]:
    return build(Run(results=results), messages(lang)).brands


def test_a_card_counts_each_rule_s_points_and_shows_what_is_known() -> None:
    (card,) = brands(bank("iphone"), bank("android"))
    assert card.brand == "Banque Mésange"
    assert [(rule.title, rule.tally) for rule in card.rules] == [
        ("Favour conversation", "1 of 7 points kept, 6 unknown"),
        ("Tell customers when there is progress", "0 of 6 points kept, 1 broken, 5 unknown"),
        ("Answer fast", "1 of 4 points kept, 3 unknown"),
        ("Give reasons to be loyal", "0 of 2 points kept, 2 unknown"),
    ]
    conversation, progress, speed, loyalty = card.rules
    assert conversation.points[0].proofs == (Proof("contact/taps", "", "holds", "iPhone 15 and Pixel 7", True),)
    assert [(point.label, point.title) for point in progress.points] == [
        ("Broken", "The case says how far it is, and since when")
    ]
    assert progress.points[0].proofs == (
        Proof("dialogue/case-progress", "Case 7 has no date", "", "iPhone 15 and Pixel 7", True),
    )
    assert speed.points[0].proofs == (
        Proof("expect-reply 20 s", "a reply after 2.4 s", "", "iPhone 15 and Pixel 7", False),
    )
    assert loyalty.points == ()
    assert loyalty.untold == (
        "The adviser has a name, and can be reached",
        "The reasons to be loyal can be read on the way",
    )


def test_what_an_emulated_phone_alone_showed_says_so() -> None:
    (card,) = brands(bank("iphone"))
    assert card.rules[2].points[0].proofs[0].where == "iPhone 15 · on an emulated phone"


def test_journeys_are_named_where_a_brand_has_several() -> None:
    other = bank("android", scenario="other", name="Another way")
    (card,) = brands(bank("android"), other)
    assert (
        card.rules[2].points[0].proofs[0].where == "Pixel 7 · Text message: where is my parcel? · Another way · 2 pages"
    )


def test_more_than_a_few_proofs_are_counted() -> None:
    def slow(n: int) -> JourneyResult:
        met = bank("android", scenario=f"way-{n}")
        return replace(met, steps=(replace(met.steps[0], notes=(f"a reply after {n} s",)),))

    (card,) = brands(*map(slow, range(5)))
    point = card.rules[2].points[0]
    assert ([proof.says for proof in point.proofs], point.more) == (
        ["a reply after 0 s", "a reply after 1 s", "a reply after 2 s"],
        "and 2 more",
    )


def test_the_report_speaks_of_the_points_in_french() -> None:
    (card,) = brands(bank("android"), lang="fr")
    assert [(rule.title, rule.tally) for rule in card.rules][:2] == [
        ("Privilégier la conversation", "1 point tenu sur 7, 6 inconnus"),
        ("Prévenir le client quand cela avance", "0 point tenu sur 6, 1 rompu, 5 inconnus"),
    ]
    assert card.rules[2].points[0].title == "Un humain a répondu"


@pytest.mark.parametrize("promises", [Promises(), Promises(adviser="Camille")], ids=["none", "some"])
def test_a_page_without_dialogue_has_no_card(promises: Promises) -> None:
    plain = replace(factory.parcel("android"), brand="Shop", promises=promises)
    assert len(brands(plain)) == (promises != Promises())


def html(*results: JourneyResult) -> str:
    words = messages("en")
    view = build(Run(results=results), words)
    return drawn(view, words)


def test_the_page_shows_the_points_and_hostile_brands_as_text() -> None:
    shown = html(bank("android", brand="<b>Bank</b>"))
    assert '<section id="golden">' in shown
    assert "&lt;b&gt;Bank&lt;/b&gt;" in shown
    assert "<b>Bank</b>" not in shown
    assert 'id="golden"' not in html(factory.parcel("android"))


def told(*results: JourneyResult) -> str:
    out = StringIO()
    Console(Terminal(file=out, width=200)).summary(results, None)
    return out.getvalue()


def test_the_terminal_counts_the_points_and_names_those_that_are_broken() -> None:
    block = told(bank("iphone"), bank("android")).partition("The four golden rules")[2].partition("\n\n")[0]
    assert block.splitlines() == [
        ": Banque Mésange",
        "  Favour conversation: 1 of 7 points kept, 6 unknown",
        "  Tell customers when there is progress: 0 of 6 points kept, 1 broken, 5 unknown",
        "           - broken: The case says how far it is, and since when",
        "  Answer fast: 1 of 4 points kept, 3 unknown",
        "  Give reasons to be loyal: 0 of 2 points kept, 2 unknown",
    ]


def test_the_terminal_is_quiet_about_a_page_without_dialogue() -> None:
    assert "golden" not in told(factory.parcel("android"))
