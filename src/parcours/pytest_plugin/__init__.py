"""The pytest door: scenario files are collected as items, `--device` takes our names, and several of them.

Installed in an environment it is loaded by every pytest there; so it imports next to nothing, and does
nothing until a scenario, a device of ours or a `[tool.parcours]` gives it work.
"""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from parcours.pytest_plugin.session import Session


class Found(list[str]):
    """What a test's fixtures found wrong, in lines; it is told when the test has run to its end."""

    def add(self, title: str, lines: Iterable[str]) -> None:
        """Keep what one call found."""
        self.extend((title, *lines))


SESSION: pytest.StashKey[Session] = pytest.StashKey()
PATTERNS: pytest.StashKey[Sequence[str]] = pytest.StashKey()
RUN: pytest.StashKey[Path] = pytest.StashKey()

FOUND: pytest.StashKey[Found] = pytest.StashKey()

FILES = "parcours_files"
pytest_plugins = ("parcours.pytest_plugin.fixtures",)
NOT_SCENARIOS = frozenset({"assets", "baselines", "shared"})  # folders beside the scenarios


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
    group.addoption(
        "--parcours-store-lookup",
        action="store_true",
        help="Ask the app stores, and Apple's CDN, about the brand's app: once a run, and gently.",
    )
    group.addoption(
        "--parcours-fail-on",
        choices=("new", "all", "never"),
        default=None,
        help="What fails a journey that has a baseline: what got worse (default), all that is wrong, or nothing.",
    )
    group.addoption(
        "--parcours-min-severity",
        choices=("blocker", "major", "minor", "note"),
        default=None,
        help="The least severity that fails (default: minor).",
    )
    group.addoption(
        "--parcours-strict",
        action="store_true",
        default=None,
        help="Fail for what is unsettled too: changed, unstable, newly checked, not checked.",
    )
    group.addoption(
        "--parcours-network",
        choices=("as-is", "slow-4g"),
        default="",
        help="slow-4g: the network and the processor of a phone on the move (in Chromium alone); else the scenario's.",
    )
    group.addoption(
        "--parcours-per-host",
        metavar="N",
        type=int,
        default=None,
        help="Journeys at one site at once, over all of xdist's workers (default: 2); 0 for any number.",
    )
    group.addoption(
        "--parcours-shard",
        metavar="K/N",
        default="",
        help="Run the Kth of N shards alone, of journeys and tests; or `auto`: the one that the CI server says.",
    )
    group.addoption(
        "--parcours-identify",
        metavar="TEXT",
        default=None,
        help="Say who asks, in a header (X-Parcours) of every page that is asked for.",
    )
    group.addoption(
        "--parcours-block-analytics",
        action="store_true",
        default=None,
        help="Keep those who count a site's visitors from counting ours.",
    )
    group.addoption(
        "--parcours-cdp",
        metavar="URL",
        default="",
        help="Walk with a Chromium that runs elsewhere, by its DevTools address (better told by $PARCOURS_CDP).",
    )
    group.addoption(
        "--parcours-connect",
        metavar="URL",
        default="",
        help="Walk with a Playwright server's browser (better told by $PARCOURS_CONNECT: it may hold a token).",
    )
    parser.addini(
        FILES,
        "Scenario files to collect (globs, from the root; default: below `scenarios` of [tool.parcours]).",
        "args",
    )


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    from parcours.pytest_plugin import hookspecs

    pluginmanager.add_hookspecs(hookspecs)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(args: list[str]) -> None:
    """Several --device become one, comma-separated: pytest-playwright's option takes a single value."""
    from parcours.pytest_plugin.options import fold_devices

    args[:] = fold_devices(args)


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    from parcours.pytest_plugin import launching
    from parcours.pytest_plugin.options import device_plugin, devices_of

    if config.pluginmanager.has_plugin("playwright"):
        config.pluginmanager.register(launching, "parcours-browser")
    devices = devices_of(config)
    if devices:
        # Registered last, it wins over pytest-playwright's own fixture; a conftest still wins over it.
        config.pluginmanager.register(device_plugin(devices), "parcours-devices")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Without --device, a Python test on phones runs once on each of the project's."""
    if "parcours_device" in metafunc.fixturenames and not metafunc.config.pluginmanager.has_plugin("parcours-devices"):
        from parcours.pytest_plugin.options import parametrise

        parametrise(metafunc)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    """What fixtures found fails a test when it has run to its end; a test that fails by itself says it too."""
    try:
        given = yield
    except Exception as error:
        if found := pyfuncitem.stash.get(FOUND, None):
            error.add_note("\n".join(("parcours found, before:", *found)))
        raise
    if found := pyfuncitem.stash.get(FOUND, None):
        pytest.fail("\n".join(found), pytrace=False)
    return given


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix not in (".yaml", ".yml") or not _is_scenario(file_path, parent):
        return None
    from parcours.pytest_plugin.collecting import ScenarioFile

    return ScenarioFile.from_parent(parent, path=file_path)


def _is_scenario(path: Path, parent: pytest.Collector) -> bool:
    """Files given by name, and those that the ini option or the settings name."""
    if parent.session.isinitpath(path):
        return True
    try:
        below = path.relative_to(home(parent.config))
    except ValueError:
        return False
    if any(part in NOT_SCENARIOS or part.startswith(".") for part in below.parts):
        return False
    return any(fnmatchcase(below.as_posix(), pattern) for pattern in _patterns(parent.config))


def _patterns(config: pytest.Config) -> Sequence[str]:
    """Where scenarios are, as globs from the project's folder: the ini option's, else the folder of the settings."""
    if PATTERNS not in config.stash:
        config.stash[PATTERNS] = config.getini(FILES) or [f"{glob.escape(_folder(config))}/*.y*ml"]
    return config.stash[PATTERNS]


def _folder(config: pytest.Config) -> str:
    from parcours.config import load_config
    from parcours.errors import ParcoursError

    try:
        return load_config(home(config)).scenarios.relative_to(home(config).resolve()).as_posix()
    except (ParcoursError, ValueError):  # told when there is a scenario; another's project is left alone
        return "scenarios"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("parcours_shard"):
        from parcours.pytest_plugin.sharding import cut

        cut(config, items)


def home(config: pytest.Config) -> Path:
    """The project's folder: pytest's root, or where pytest was called when nothing says which folder is the root.

    Then pytest guesses: it takes the value of another plug-in's option (`--alluredir ../results`) for a test folder,
    and its root is further up.
    """
    told = config.inipath or config.getoption("rootdir", None) or (config.rootpath / "setup.py").is_file()
    return config.rootpath if told else config.invocation_params.dir


def run_path(config: pytest.Config) -> Path:
    """The folder of this session's run, which all workers of xdist write into. Nobody has made it yet."""
    if RUN not in config.stash:
        from parcours.config import load_config
        from parcours.errors import ParcoursError
        from parcours.storage.naming import run_name

        worker: dict[str, Any] = getattr(config, "workerinput", {})
        try:
            reports = load_config(home(config)).reports
        except ParcoursError:  # told when there is a scenario
            reports = Path("reports")
        folder = home(config) / (config.getoption("parcours_reports") or reports) / "runs"
        config.stash[RUN] = Path(worker["parcours_run"]) if worker else folder / run_name()
    return config.stash[RUN]


def pytest_collection_finish(session: pytest.Session) -> None:
    if ours := session.config.stash.get(SESSION, None):
        ours.plan(session.items)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Xdist's controller: every worker writes into the same run."""
    node.workerinput["parcours_run"] = str(run_path(node.config))


def _ours(config: pytest.Config) -> Session | None:
    """The session, once a journey was collected: here, or by a worker of xdist, which made the run's folder then."""
    if SESSION in config.stash:
        return config.stash[SESSION]
    if RUN not in config.stash or not config.stash[RUN].is_dir():
        return None
    from parcours.pytest_plugin.session import Session

    return Session.of(config)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Xdist's controller: a worker has ended."""
    if node.config.getoption("parcours_shard"):
        from parcours.pytest_plugin.sharding import hear

        hear(node.config, getattr(node, "workeroutput", {}))


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if session.config.getoption("parcours_shard"):
        from parcours.pytest_plugin.sharding import emptied, tell

        tell(session.config)
        if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED and emptied(session.config):
            session.exitstatus = exitstatus = pytest.ExitCode.OK  # the other shards have all of them
    if ours := _ours(session.config):
        ours.close(exitstatus)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if ours := _ours(config):
        ours.summarise(terminalreporter)


def pytest_report_header(config: pytest.Config) -> Iterable[str]:
    plugin: Any = config.pluginmanager.get_plugin("parcours-devices")
    return [f"parcours devices: {', '.join(plugin.names)}"] if plugin else []
