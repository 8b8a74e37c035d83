"""The report for CI servers as they know tests: a suite for each scenario, a case for each phone.

Of the many dialects this is what all of them read: Jenkins' schema (xUnit plug-in, junit-10.xsd) has no properties
within a case, so that each stands in its suite, under the phone's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from parcours.comparing import Compared, Line, Policy
from parcours.comparing.ending import failed, fine
from parcours.redaction import masked
from parcours.reporting import Options, Report
from parcours.reporting.entries import broken_rules
from parcours.reporting.reasons import departments, reasons
from parcours.reporting.run import Run
from parcours.reporting.text import clean
from parcours.results import JourneyResult, Status
from parcours.storage.journal import write_whole
from parcours.trace import Effort

LONGEST = 600
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


@dataclass(frozen=True)
class _Case:
    """One test case: `tag` is "failure", "error" or "skipped", "" for one that passed."""

    name: str
    tag: str = ""
    type: str = ""
    message: str = ""
    text: str = ""
    ms: int = 0
    properties: Mapping[str, str] = field(default_factory=dict)
    out: Sequence[str] = ()
    err: Sequence[str] = ()


def document(run: Run, policy: Policy) -> bytes:
    """The whole run as XML in UTF-8, without a character that XML 1.0 forbids."""
    scenarios = dict.fromkeys(
        (*(result.scenario for result in run.results), *(missing.scenario for missing in run.unfinished))
    )
    suites = [_suite(scenario, run, policy) for scenario in scenarios]
    root = Element("testsuites", {"name": "parcours", **_sums(suites)})
    root.extend(suites)
    indent(root)
    return f"{HEAD}{tostring(root, encoding='unicode')}\n".encode()


def _sums(suites: Sequence[Element]) -> dict[str, str]:
    return {name: str(sum(int(suite.get(name, "0")) for suite in suites)) for name in ("tests", "failures", "errors")}


def _suite(scenario: str, run: Run, policy: Policy) -> Element:
    results = [result for result in run.results if result.scenario == scenario]
    cases = list(_cases(scenario, results, run, policy))
    tags = [case.tag for case in cases]
    counts = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    suite = Element(
        "testsuite",
        {
            "name": clean(scenario),
            "tests": str(len(cases)),
            **{name: str(tags.count(tag)) for name, tag in counts.items()},
            "time": _seconds(sum(case.ms for case in cases)),
            "timestamp": clean(min((result.started for result in results if result.started), default=""))[:19],
        },
    )
    properties = SubElement(suite, "properties")
    for name, value in _suite_properties(results, cases):
        SubElement(properties, "property", name=clean(name), value=clean(value))
    for case in cases:
        suite.append(_element(case, scenario))
    return suite


def _suite_properties(results: Sequence[JourneyResult], cases: Sequence[_Case]) -> Iterator[tuple[str, str]]:
    for result in results[:1]:
        yield from (("name", result.name), ("file", result.file), ("parcours", result.parcours))
    for case in cases:
        phone = case.name.rpartition("[")[2].rstrip("]")
        yield from ((f"{phone}.{name}", value) for name, value in case.properties.items())


def _element(case: _Case, scenario: str) -> Element:
    element = Element("testcase", name=clean(case.name), classname=clean(scenario), time=_seconds(case.ms))
    if case.tag:
        outcome = SubElement(element, case.tag, type=clean(case.type), message=clean(case.message, LONGEST))
        outcome.text = clean(case.text, 100_000, lines=True)
    for tag, lines in (("system-out", case.out), ("system-err", case.err)):
        if lines:
            SubElement(element, tag).text = "\n".join(clean(line, LONGEST) for line in lines)
    return element


def _cases(scenario: str, results: Sequence[JourneyResult], run: Run, policy: Policy) -> Iterator[_Case]:
    compared = run.comparison.of(scenario)
    for result in results:
        yield _case(result, compared, policy)
    for missing in run.unfinished:
        if missing.scenario == scenario:
            said = f"it did not finish{f': {missing.reason}' if missing.reason else ''}"
            yield _Case(missing.id, "error", "unfinished", said, said)
    if policy.strict and compared:
        yield from _not_run(scenario, results, compared, policy)


def _case(result: JourneyResult, compared: Compared | None, policy: Policy) -> _Case:
    tag, kind, told = _outcome(result, compared, policy)
    said = dict(properties(result, compared, policy))
    return _Case(
        result.id,
        tag,
        kind,
        " ".join(told[min(1, len(told) - 1)].split()) if told else "",
        "\n".join(told),
        result.ms,
        said,
        (*(f"{name}: {value}" for name, value in said.items()), *(f"note: {note}" for note in result.notes)),
        [f"{rule} broke: {note}" for rule, note in broken_rules(Run(results=(result,))).items()],
    )


def _outcome(result: JourneyResult, compared: Compared | None, policy: Policy) -> tuple[str, str, Sequence[str]]:
    """The tag, its type, and the lines that say why; the same as pytest tells of the journey."""
    if result.status is Status.ERROR:
        return "error", result.code or "error", list(reasons(result, compared, policy))
    if failed(result, compared, policy):
        return "failure", result.code or "findings", list(reasons(result, compared, policy))
    if fine(result, compared):
        return "", "", ()
    return "skipped", result.code or "unjudged", (f"not judged: {result.reason}",)


def _not_run(scenario: str, results: Sequence[JourneyResult], compared: Compared, policy: Policy) -> Iterator[_Case]:
    """Known phones that were not run, where one is strict about that."""
    run = {result.device for result in results}
    missed: dict[str, list[Line]] = {}
    for line in compared.lines:
        if line.device not in run and policy.fails(line):
            missed.setdefault(line.device, []).append(line)
    for device, lines in missed.items():
        told = [f"{line.rule} {line.message}" for line in lines]
        yield _Case(f"{scenario}[{device}]", "failure", "not-checked", told[0], "\n".join(told))


def properties(result: JourneyResult, compared: Compared | None, policy: Policy) -> Iterator[tuple[str, str]]:
    """What a CI server may show beside a journey, names and values, all of it clean."""
    engine, effort = result.engine, result.effort
    url = masked(result.pages[-1].url if result.pages else result.start.url)
    said = (
        ("status", result.status.value),
        ("device", result.device_title or result.device),
        ("engine", f"{engine.used} {engine.version}".strip()),
        ("fidelity", engine.fidelity),
        ("effort", told_effort(effort)),
        ("url", url),
        ("departments", ", ".join(departments(result, compared, policy))),
        ("result", f"{result.folder}/result.json"),
    )
    return ((name, clean(value)) for name, value in said if value)


def told_effort(effort: Effort) -> str:
    """What a walk cost, in one line: `2 taps, 0 keys, 1.5 screens, 3 redirects, 5.1 s, 3.41 MB`."""
    parts = (
        (effort.taps, "tap"),
        (effort.keys, "key"),
        (round(effort.scrolls, 1), "screen"),
        (effort.hops, "redirect"),
    )
    counted = [f"{n:g} {name}{'' if n == 1 else 's'}" for n, name in parts]
    return ", ".join((*counted, f"{effort.ms / 1000:.1f} s", f"{effort.bytes / 1_000_000:.2f} MB"))


def _seconds(ms: int) -> str:
    return f"{ms / 1000:.3f}"


def write_junit(run: Run, target: Path, options: Options) -> Path:
    """Write the document and give its path back."""
    write_whole(target, document(run, options.policy))
    return target


junit_report = Report("junit", ".xml", write_junit)
