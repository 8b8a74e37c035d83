"""What a walk cost, in words, and how the devices compare."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcours.reporting.efforts import Amount, Line, compared, costs
from parcours.reporting.messages import messages
from parcours.trace import Effort, StepTrace
from reporting import factory

ENGLISH, FRENCH = messages("en"), messages("fr")
ALL = Effort(taps=3, keys=12, scrolls=1.25, hops=2, ms=2140, bytes=340_400)


def walked(device: str, effort: Effort, *, stopped: bool = False) -> tuple[str, factory.JourneyResult]:
    result = replace(factory.parcel(device), effort=effort)
    blocked = StepTrace("tap", "tap", "tap “Buy”", ended="blocked")
    return result.device_title, replace(result, steps=(*result.steps, blocked)) if stopped else result


def test_every_cost_is_named_in_both_languages() -> None:
    assert ", ".join(costs(ALL, ENGLISH, whole=True)).replace("\u00a0", " ") == (
        "3 taps, 12 keys, 1.2 screens scrolled, 2 redirects, 2.1 s, 340 kB"
    )
    assert ", ".join(costs(ALL, FRENCH, whole=True)).replace("\u00a0", " ") == (
        "3 gestes, 12 touches, 1,2 écrans défilés, 2 redirections, 2,1 s, 340 ko"
    )


@pytest.mark.parametrize(
    ("effort", "said"),
    [
        (Effort(), []),
        (Effort(ms=49, scrolls=0.04, bytes=5), []),
        (Effort(ms=50, scrolls=0.05), ["0.1 screens scrolled", "0.1 s"]),
        (Effort(taps=1, hops=1), ["1 tap", "1 redirect"]),
    ],
    ids=["nothing", "next to nothing", "just enough", "one of a kind"],
)
def test_a_step_tells_what_is_worth_a_word(effort: Effort, said: list[str]) -> None:
    assert [text.replace("\u00a0", " ") for text in costs(effort, ENGLISH)] == said


def test_devices_stand_side_by_side_with_what_anybody_had_to_spend() -> None:
    iphone, android = walked("iphone", ALL), walked("android", replace(ALL, taps=5, keys=0, bytes=2_000_000))
    told = compared([iphone, android], ENGLISH)
    assert told is not None
    assert told.columns == ("Taps", "Keys", "Screens scrolled", "Redirects", "Seconds", "Data")
    assert [(line.device, line.stopped) for line in told.lines] == [("iPhone 15", ""), ("Pixel 7", "")]
    assert [[amount.text for amount in line.amounts] for line in told.lines] == [
        ["3", "12", "1.2", "2", "2.1", "340\u00a0kB"],
        ["5", "0", "1.2", "2", "2.1", "2.0\u00a0MB"],
    ]
    most = [[amount.most for amount in line.amounts] for line in told.lines]
    # Times and sizes always differ a little: nothing is made of them.
    assert most == [[False, True, False, False, False, False], [True, False, False, False, False, False]]


def test_a_walk_that_stopped_is_compared_with_no_other() -> None:
    told = compared([walked("iphone", Effort(taps=1), stopped=True), walked("android", Effort(taps=4))], ENGLISH)
    assert told is not None
    assert told.lines == (
        Line("iPhone 15", "until it stopped", (Amount("1", most=False),)),
        Line("Pixel 7", "", (Amount("4", most=False),)),
    )


def test_where_nothing_was_spent_there_is_nothing_to_compare() -> None:
    assert compared([walked("iphone", Effort())], ENGLISH) is None
