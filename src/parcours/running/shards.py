"""A run cut into shards that several machines walk: which scenarios are this one's."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from parcours.errors import UsageError
from parcours.scenario.model import scenario_id

AUTO = "auto"
FORM = "write 2/5 for the second of five, or auto where the CI server counts"


@dataclass(frozen=True, slots=True)
class Shard:
    """The `number`th (from 1) of `of` shards.

    A scenario's shard is made of its id alone: a new scenario moves no other, and all phones of one stay together,
    so that its comparison with its baseline is whole.
    """

    number: int = 1
    of: int = 1

    def takes(self, id: str) -> bool:
        """True when the scenario of that id is this shard's."""
        return int(hashlib.sha256(id.encode("utf-8", "replace")).hexdigest(), 16) % self.of == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


WHOLE = Shard()


def mine(files: Iterable[Path], shard: Shard) -> list[Path]:
    """The scenario files of a shard."""
    return [file for file in files if shard.takes(scenario_id(file))]


class _Counter(NamedTuple):
    """Where a CI server says which of its parallel jobs this is, counted from `first`."""

    number: str
    total: str
    first: int


COUNTERS = (
    _Counter("CI_NODE_INDEX", "CI_NODE_TOTAL", 1),  # GitLab
    _Counter("CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
    _Counter("BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0),
    _Counter("BITBUCKET_PARALLEL_STEP", "BITBUCKET_PARALLEL_STEP_COUNT", 0),
    _Counter("SYSTEM_JOBPOSITIONINPHASE", "SYSTEM_TOTALJOBSINPHASE", 1),  # Azure Pipelines
    _Counter("JOB_COMPLETION_INDEX", "JOB_COMPLETIONS", 0),  # Kubernetes, which tells a pod its index alone
)


def read_shard(text: str, environment: Mapping[str, str]) -> Shard:
    """The shard that an option names: "2/5"; "auto" for what the CI server says, "auto/5" where it knows no total.

    Raises UsageError for anything else, and when "auto" finds nothing: each machine would walk the whole run.
    """
    word, _, total = text.strip().partition("/")
    if word == AUTO and (not total or total.isdecimal()):
        return _counted(environment, total)
    if not word.isdecimal() or not total.isdecimal():
        raise UsageError(f"{text!r} is not a shard", tip=FORM)
    return _shard(int(word), int(total), f"{text!r}", FORM)


def _counted(environment: Mapping[str, str], total: str) -> Shard:
    for counter in COUNTERS:
        if index := environment.get(counter.number, "").strip():
            of = total or environment.get(counter.total, "").strip()
            if not of:
                raise UsageError(
                    f"{counter.number} is {index}, and {counter.total} does not say of how many",
                    tip=f"set {counter.total} to the number of parallel jobs, or write auto/<number>",
                )
            if not re.fullmatch(r"\d{1,6}", index) or not re.fullmatch(r"\d{1,6}", of):
                raise UsageError(f"{counter.number} is {index!r} of {of!r}: no numbers", tip=FORM)
            said = f"{counter.number}={index} of {of} (counted from {counter.first})"
            return _shard(int(index) - counter.first + 1, int(of), said, "write the shard out: 2/5")
    if environment.get("CI_NODE_TOTAL") == "1":  # GitLab, in a job without `parallel:`
        return WHOLE
    known = ", ".join(counter.number for counter in COUNTERS)
    raise UsageError(f"nothing here says which shard this is ({known})", tip="write the shard out: 2/5")


def _shard(number: int, of: int, said: str, tip: str) -> Shard:
    if not 1 <= number <= of:
        raise UsageError(f"{said} is not a shard: there is no number {number} of {of}", tip=tip)
    return Shard(number, of)
