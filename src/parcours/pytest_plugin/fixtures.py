"""For people who write their tests in Python: a page on a phone, its judgement, and whole journeys.

Everything is soft: a test goes on after a finding, and fails at its end with all that was found.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from parcours.pytest_plugin import FOUND, Found, home

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from parcours.browser.relay import Relay
    from parcours.browser.sessions import Session as Phone
    from parcours.findings import Finding, Judgement
    from parcours.pytest_plugin.session import Session
    from parcours.results import JourneyResult
    from parcours.running.auditing import Audit

DEVICE_NEEDED = (
    "audit(page) judges pages as phones show them: ask for `mobile_page` in place of `page`, "
    "or run `pytest --device=iphone`"
)


@dataclass(frozen=True)
class Audited:
    """What `audit(page)` found. True when nothing is wrong that fails a journey.

    `findings` are all of them, notes and doubts too, dearest first; `failing` those that count; `judgements` say
    which rules passed, failed, or could not tell.
    """

    findings: tuple[Finding, ...]
    failing: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]

    def __bool__(self) -> bool:
        return not self.failing

    def __str__(self) -> str:
        return "\n".join(_lines(self.failing)) or "nothing is wrong"

    @property
    def rules(self) -> frozenset[str]:
        """The ids of the rules that fail."""
        return frozenset(finding.rule for finding in self.failing)


class AuditPage(Protocol):
    """The `audit` fixture."""

    def __call__(self, page: Page, *rules: str, soft: bool = True, ios: str = "", android: str = "") -> Audited:
        """Judge the page as it stands, by all rules or by those named (`viewport`, `touch/target-24`...).

        `ios` (App Store id) and `android` (package name) say which app the brand has. What fails is told when the test
        ends; with `soft=False` at once, as an AssertionError. Raises UsageError for a rule that there is none of.
        """


class WalkJourney(Protocol):
    """The `journey` fixture."""

    def __call__(self, file: str | Path, *, soft: bool = True) -> JourneyResult:
        """Walk a scenario file (from the root of the project, or from the test's folder) on this test's phone.

        What fails it is told when the test ends; with `soft=False` at once, as an AssertionError. Raises
        ScenarioError for a file that is no scenario.
        """


@dataclass
class _Phones:
    """The pages of one test, and what looks at them."""

    relay: Relay
    item: pytest.Item
    device: str
    known: dict[int, Phone] = field(default_factory=dict)
    audit: Audit | None = None

    def phone(self, page: Page) -> Phone:
        from parcours.running.auditing import adopt

        if id(page) not in self.known:
            if not self.device:
                raise pytest.UsageError(DEVICE_NEEDED)
            self.known[id(page)] = self.relay.run(adopt(self.relay.awaited(page), self.device))
        return self.known[id(page)]


@pytest.fixture
def parcours_device(request: pytest.FixtureRequest, device: str | None) -> str:
    """The phone of this test, as parcours names it: of --device, else each of `devices` of [tool.parcours]."""
    from parcours.browser.devices import short

    return short(device) if device else str(request.param)


@pytest.fixture
def _parcours_phones(request: pytest.FixtureRequest, device: str | None) -> Iterator[_Phones]:
    from parcours.browser.devices import short
    from parcours.browser.relay import Relay

    with Relay() as relay:
        phones = _Phones(relay, request.node, (device and short(device)) or "")
        yield phones
        if phones.audit and phones.audit.pages:
            _session(request.config).keep(phones.audit.result(next(iter(phones.known.values()))))


@pytest.fixture
def mobile_page(
    parcours_device: str,
    browser: Browser,
    browser_context_args: Mapping[str, Any],
    new_context: Callable[..., BrowserContext],
    _parcours_phones: _Phones,
) -> Page:
    """A blank Playwright page on an emulated phone, once for each device: of --device, else of [tool.parcours].

    What the project says of contexts (`browser_context_args`, the marker of that name) holds here too.
    """
    from parcours.browser.relay import bare
    from parcours.browser.sessions import context_options
    from parcours.running.auditing import open_phone

    relay = _parcours_phones.relay
    marked = next(_parcours_phones.item.iter_markers("browser_context_args"), None)
    said = {**browser_context_args, **(marked.kwargs if marked else {})}
    options = context_options(parcours_device, browser.browser_type.name)
    context = new_context(**{key: value for key, value in options.items() if key not in said})
    phone = relay.run(open_phone(relay.awaited(context), parcours_device))
    page: Page = bare(phone.page)
    _parcours_phones.device = parcours_device
    _parcours_phones.known[id(page)] = phone
    return page


@pytest.fixture
def audit(request: pytest.FixtureRequest, _parcours_phones: _Phones) -> AuditPage:
    """Judge a page as it stands: `audit(mobile_page)`."""
    session = _session(request.config)

    def judged(page: Page, *rules: str, soft: bool = True, ios: str = "", android: str = "") -> Audited:
        from parcours.browser.bound import Overrun
        from parcours.browser.worlds import ScriptError
        from parcours.checks.catalogue import known_rule, selection
        from parcours.facts.model import AppLinks

        __tracebackhide__ = True
        chosen = selection([known_rule(rule) for rule in rules])
        phone = _parcours_phones.phone(page)
        if _parcours_phones.audit is None:
            _parcours_phones.audit = session.audit(request.node, phone.device.name, _parcours_phones.device)
        line = inspect.stack()[1].lineno
        app = AppLinks(ios=ios, android=android)
        try:
            given = _parcours_phones.relay.run(_parcours_phones.audit.judge(phone, chosen, app, line))
        except (Overrun, ScriptError) as error:
            raise AssertionError(f"the page could not be judged: {error}") from None
        found = session.audited(given)
        _tell(request.node, f"{page.title() or page.url} on {phone.device.title}", _lines(found.failing), soft=soft)
        return found

    return judged


@pytest.fixture
def journey(request: pytest.FixtureRequest, parcours_device: str) -> WalkJourney:
    """Walk a scenario file on this test's phone: `journey("scenarios/spring.yaml")`."""
    session = _session(request.config)

    def walked(file: str | Path, *, soft: bool = True) -> JourneyResult:
        __tracebackhide__ = True
        result, reasons = session.walk(_found(request, file), parcours_device, request.node)
        title, *lines = reasons or ("",)
        _tell(request.node, title, lines, soft=soft)
        return result

    return walked


def _found(request: pytest.FixtureRequest, file: str | Path) -> Path:
    """The file as it was named: from the root of the project, else from the test's folder."""
    below = home(request.config) / file
    return below if below.exists() else request.path.parent / file


def _session(config: pytest.Config) -> Session:
    from parcours.pytest_plugin.session import Session

    return Session.of(config)


def _lines(findings: tuple[Finding, ...]) -> list[str]:
    from parcours.reporting.reasons import told

    return [line for finding in findings for line in told(finding)]


def _tell(item: pytest.Item, title: str, lines: list[str], *, soft: bool) -> None:
    """Keep what was found for the end of the test, or fail at once."""
    __tracebackhide__ = True
    if not lines:
        return
    if not soft:
        raise AssertionError("\n".join((title, *lines)))
    item.stash.setdefault(FOUND, Found()).add(title, lines)
