"""A pytest run that is cut into shards: a scenario's phones stay together, other tests go each by its own name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import pytest

from parcours.errors import ParcoursError
from parcours.pytest_plugin.collecting import ScenarioFile
from parcours.pytest_plugin.session import Session
from parcours.running.run import Whole
from parcours.running.shards import Shard, read_shard
from parcours.scenario.model import scenario_id

TOLD = "parcours_left"
LEFT: pytest.StashKey[int] = pytest.StashKey()


def shard_of(config: pytest.Config) -> Shard:
    """The shard that was asked for. Raises pytest.UsageError for what is none."""
    try:
        return read_shard(config.getoption("parcours_shard") or "1/1", os.environ)
    except ParcoursError as error:
        raise pytest.UsageError(str(error)) from None


def cut(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave only the shard's own items."""
    shard = shard_of(config)
    mine = [item for item in items if shard.takes(_name(item))]
    others = [item for item in items if not shard.takes(_name(item))]
    config.stash[LEFT] = len(others)
    if scenarios := tuple(dict.fromkeys(_name(item) for item in items if isinstance(item.parent, ScenarioFile))):
        Session.of(config).whole = Whole(shard, scenarios)
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = mine


def emptied(config: pytest.Config) -> bool:
    """True when there was something to run, and all of it is other shards'."""
    return config.stash.get(LEFT, 0) > 0


def tell(config: pytest.Config) -> None:
    """As a worker of xdist, tell the first process what was left to other shards."""
    if (output := getattr(config, "workeroutput", None)) is not None:
        output[TOLD] = config.stash.get(LEFT, 0)


def hear(config: pytest.Config, output: Mapping[str, Any]) -> None:
    """As the first process, hear of it."""
    config.stash[LEFT] = max(config.stash.get(LEFT, 0), int(output.get(TOLD, 0)))


def _name(item: pytest.Item) -> str:
    if isinstance(item.parent, ScenarioFile):
        return scenario_id(item.path)
    return item.nodeid.partition("[")[0]
