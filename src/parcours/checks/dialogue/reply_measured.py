"""A human replies, and soon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.trace import JourneyTrace, StepTrace


class Band(NamedTuple):
    """Up to `good` seconds a reply is quick, beyond `poor` it is slow."""

    good: float
    poor: float


# What vendors of contact centres publish as good and poor: orders of magnitude, no standard.
BANDS: Mapping[str, Band] = {"chat": Band(60, 180), "message": Band(300, 1800)}


def waited(trace: JourneyTrace) -> Iterable[StepTrace]:
    """The steps that waited for a human."""
    return [step for step in trace.steps if step.reply or step.code == "no-reply"]


@journey_check(
    "dialogue/reply-measured",
    title="A human replies, and as soon as promised",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=waited,
    advice=Advice(
        do="Staff the channel for the hours that it is open, and say outside of them when somebody will answer.",
        links=("https://www.iso.org/standard/64739.html",),
    ),
    passes="The adviser answers four seconds after the message.",
    fails="Only an automatic acknowledgement came within a minute.",
)
def reply_measured(step: StepTrace, trace: JourneyTrace) -> Iterator[Problem]:
    """Who writes is waiting: every minute of silence is one in which somebody else may answer."""
    if step.reply is None:
        yield Problem(step.reason[:1].upper() + step.reason[1:], "none")
        return
    seconds, promised = step.reply.ms / 1000, trace.promises.reply
    band = BANDS[step.reply.channel]
    if promised is not None and seconds > promised:
        yield Problem(f"The reply took {_time(seconds)}, where {_time(promised)} are promised", "late")
    elif seconds > band.poor:
        yield Problem(f"The reply took {_time(seconds)}: over {_time(band.poor)} is slow here", "slow")
    elif seconds > band.good and promised is None:
        said = f"The reply took {_time(seconds)}; within {_time(band.good)} is quick here"
        yield Problem(said, "middling", severity=Severity.NOTE)


def _time(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"
