"""The pytest door: scenario files are collected as items, `--device` takes our names, and several of them.

Installed in an environment it is loaded by every pytest there; so it imports next to nothing, and does
nothing until a scenario, a device of ours or a `[tool.parcours]` gives it work.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from parcours.pytest_plugin.session import Session

SESSION: pytest.StashKey[Session] = pytest.StashKey()

FILES = "parcours_files"
NOT_SCENARIOS = frozenset({"assets", "baselines"})  # folders beside the scenarios


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("parcours", "journeys on emulated phones")
    group.addoption(
        "--parcours-reports",
        metavar="DIR",
        default=None,
        help="Where runs and their reports are kept (default: `reports` of [tool.parcours], else reports/).",
    )
    group.addoption(
        "--parcours-timeout", metavar="SECONDS", type=float, default=None, help="How long one journey may take at most."
    )
    parser.addini(FILES, "Scenario files to collect (globs, from the root).", "args", default=["scenarios/*.y*ml"])


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(args: list[str]) -> None:
    """Several --device become one, comma-separated: pytest-playwright's option takes a single value."""
    from parcours.pytest_plugin.options import fold_devices

    args[:] = fold_devices(args)


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    from parcours.pytest_plugin.options import Devices, devices_of

    devices = devices_of(config)
    if devices:
        # Registered last, it wins over pytest-playwright's own fixture; a conftest still wins over it.
        config.pluginmanager.register(Devices(devices), "parcours-devices")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix not in (".yaml", ".yml") or not _is_scenario(file_path, parent):
        return None
    from parcours.pytest_plugin.collecting import ScenarioFile

    return ScenarioFile.from_parent(parent, path=file_path)


def _is_scenario(path: Path, parent: pytest.Collector) -> bool:
    """Files given by name, and those that the ini option names."""
    if parent.session.isinitpath(path):
        return True
    try:
        below = path.relative_to(parent.config.rootpath)
    except ValueError:
        return False
    if any(part in NOT_SCENARIOS or part.startswith(".") for part in below.parts):
        return False
    patterns: list[str] = parent.config.getini(FILES)
    return any(fnmatchcase(below.as_posix(), pattern) for pattern in patterns)


def pytest_collection_finish(session: pytest.Session) -> None:
    if ours := session.config.stash.get(SESSION, None):
        ours.plan(session.items)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Xdist's controller: every worker writes into the same run."""
    from parcours.pytest_plugin.session import Session

    ours = node.config.stash.setdefault(SESSION, Session.of(node.config))
    node.workerinput["parcours_run"] = str(ours.folder.path)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if ours := session.config.stash.get(SESSION, None):
        ours.close()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if ours := config.stash.get(SESSION, None):
        ours.summarise(terminalreporter)


def pytest_report_header(config: pytest.Config) -> Iterable[str]:
    plugin: Any = config.pluginmanager.get_plugin("parcours-devices")
    return [f"parcours devices: {', '.join(plugin.names)}"] if plugin else []
