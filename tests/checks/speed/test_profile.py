"""On a phone's network and processor times are surer, and their messages say where they were measured."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import painted
from parcours.checks.catalogue import discover
from parcours.facts.model import Network, Vitals
from parcours.findings import Certainty, Where
from parcours.judging import judge_journey
from parcours.results import failing

SLOW = "on slow 4G (1.6 Mbit/s, 150 ms) with a processor four times slower"
HERE = "on the machine that tested"
VITALS = Vitals(fcp=1000, lcp=5500, cls=0.3, blocked=900, loaded=6000)


def told(rule: str, network: Network) -> tuple[Certainty, bool, bool, bool]:
    """The finding's certainty, whether it fails a journey, and whether it names the phone, or the machine."""
    trace = painted(VITALS)
    # An Android in Chromium: an emulated engine would lower what is certain.
    device = replace(trace.device, engine=replace(trace.device.engine, wanted="chromium"))
    pages = tuple(replace(page, network=network) for page in trace.pages)
    (judgement,) = judge_journey(replace(trace, device=device, pages=pages), [discover()[rule]], Where())
    (finding,) = judgement.findings
    return finding.certainty, bool(failing([finding])), SLOW in finding.message, HERE in finding.message


@pytest.mark.parametrize("rule", ["speed/lcp", "speed/tbt", "speed/journey-over-3s"])
def test_times_of_the_machine_are_a_guess_and_those_of_a_slow_phone_fail(rule: str) -> None:
    assert told(rule, "as-is") == (Certainty.LOW, False, False, True)
    assert told(rule, "slow-4g") == (Certainty.MEDIUM, True, True, False)


def test_a_page_that_jumps_does_so_more_surely_on_a_slow_phone() -> None:
    assert [told("speed/cls", network)[0] for network in ("as-is", "slow-4g")] == [Certainty.MEDIUM, Certainty.HIGH]
