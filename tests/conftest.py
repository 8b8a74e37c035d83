"""What the tests share: one browser for all examples, and the data that only developers have."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from parcours.reporting.messages.rules import book
from parcours.running.run import lane_settings
from parcours.running.supervisor import Lane
from parcours.testing import Lab

# pytester moves HOME; which browser starts on this machine need not be found out anew for each of its tests.
os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))

# What takes longest, so that it does not begin last.
LONGEST = ("faults/", "packaging/", "running/test_killed_runs", "running/test_spread")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"


@cache
def shares(module: str) -> str:
    """The group of a module's tests that share what is dear to make: they must not be dealt out to several workers."""
    path = ROOT / module
    text = path.read_text(encoding="utf-8") if path.suffix == ".py" else ""
    return "story" if "story_run" in text else module if 'scope="module"' in text else ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not any(name in item.path.as_posix() for name in LONGEST))


class Dealing:
    """Deals tests out to the workers of xdist: what shares a group to one of them, all else as they are free.

    Marks would say the same, but pytest 9.2 does not tell xdist 3.8 of them.
    """

    @pytest.hookimpl
    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: object) -> object:
        from xdist.scheduler import LoadScopeScheduling

        class Scheduler(LoadScopeScheduling):
            def _split_scope(self, nodeid: str) -> str:
                return shares(nodeid.partition("::")[0]) or nodeid

        return Scheduler(config, log)


@pytest.fixture(scope="session")
def lab() -> Iterator[Lab]:
    with Lab() as lab:
        yield lab


@pytest.fixture(scope="session")
def lane() -> Iterator[Lane]:
    with Lane(lane_settings()) as lane:
        yield lane


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the photographs and pages of ../shared/data are not here")
    return SHARED


class Unsaid:
    """Fails the run when a rule's French has a sentence that none of the rule's examples brings about.

    The examples of a rule are judged by several workers, and only the first process hears of all of them. A rule
    some of whose examples were not run is left alone.
    """

    def __init__(self) -> None:
        self.waiting: dict[str, int] = {}
        self.said: dict[str, set[int]] = defaultdict(set)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for name, value in report.user_properties if report.when == "call" and report.passed else ():
            if name == "french":
                rule, examples, pairs = value
                self.waiting[rule] = self.waiting.get(rule, examples) - 1
                self.said[rule].update(pairs)

    def unsaid(self) -> list[str]:
        return [
            f"{rule}: no example makes it say “{english}” (mend the pair, or move it to `unseen`)"
            for rule, waiting in self.waiting.items()
            for index, (english, _) in enumerate(book("fr")[rule].says)
            if not waiting and index not in self.said[rule]
        ]

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.unsaid() and not session.exitstatus:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if unsaid := self.unsaid():
            terminalreporter.section("French that no example says")
            terminalreporter.write("\n".join([*unsaid, ""]))


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Unsaid())
    if config.pluginmanager.has_plugin("xdist"):
        config.pluginmanager.register(Dealing())
