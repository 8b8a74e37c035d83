"""The report as SARIF 2.1.0 (OASIS), which code hosts show beside the scenarios: one result for each identity."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import parcours
from parcours.checks.catalogue import discover
from parcours.comparing import Standing
from parcours.findings import Advice, Certainty, Owner, Severity
from parcours.reporting import Options, Report
from parcours.reporting.entries import Entry, Hitch, Trouble, broken_rules, entries, from_root, troubles
from parcours.reporting.messages import Messages, messages
from parcours.reporting.messages.rules import book
from parcours.reporting.run import Run
from parcours.reporting.standing import Standings
from parcours.reporting.text import clean, for_markdown, href
from parcours.storage.journal import write_whole

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
IDENTITY = "parcours/v1"
LONGEST = 1000
LEVELS = {Severity.BLOCKER: "error", Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.NOTE: "note"}
_STATES = {
    Standing.WORSE: "updated",
    Standing.CHANGED: "updated",
    Standing.KNOWN: "unchanged",
    Standing.NOT_CHECKED: "unchanged",
    Standing.FIXED: "absent",
}


def document(run: Run, options: Options) -> dict[str, Any]:
    """The log of a run, as plain values."""
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Log(run, options).run()]}


def _text(text: str) -> str:
    """Clean text in which SARIF finds no placeholder (`{0}`) and no link (`[text](address)`)."""
    return _braced(clean(text, LONGEST)).replace("](", "] (")


def _markdown(text: str) -> str:
    return _braced(for_markdown(text, LONGEST))


def _braced(text: str) -> str:
    """With its braces doubled, as message strings want them (3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")


@dataclass(frozen=True)
class _Log:
    """A log in the making."""

    source: Run
    options: Options

    @property
    def words(self) -> Messages:
        return messages(self.options.lang)

    def run(self) -> dict[str, Any]:
        told = entries(self.source, self.options.policy, self.options.lang)
        rules: dict[str, Entry] = {}
        for entry in told:
            rules.setdefault(entry.key.rule, entry)
        order = {rule: index for index, rule in enumerate(rules)}
        results = [self._result(entry, order[entry.key.rule]) for entry in told]
        if any(entry.accepted for entry in told):  # then every result must say whether it is suppressed
            for result, entry in zip(results, told, strict=True):
                result["suppressions"] = [_suppression(entry)] if entry.accepted else []
        return {
            "tool": {"driver": self._driver(rules)},
            "language": self.options.lang,
            "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the scenarios' repository."}}},
            "invocations": [self._invocation()],
            "results": results,
        }

    def _driver(self, rules: Mapping[str, Entry]) -> dict[str, Any]:
        return {
            "name": "parcours",
            "version": clean(str(self.source.head.get("parcours") or parcours.__version__), 40),
            "rules": [self._rule(id, entry) for id, entry in rules.items()],
        }

    # -- rules -----------------------------------------------------------------------------------

    def _rule(self, id: str, entry: Entry) -> dict[str, Any]:
        """A rule as the catalogue has it; one that is not in there (any more) as its finding tells it."""
        terms = _terms(id, entry, self.options.lang, self.words)
        links = [link for link in terms.advice.links if href(link)]
        rule: dict[str, Any] = {
            "id": clean(id, 80),
            "shortDescription": {"text": _text(terms.title)},
            "fullDescription": {"text": _text(terms.why or terms.title)},
            "help": self._help(terms, links),
            "defaultConfiguration": {"level": LEVELS[terms.severity]},
            "properties": {
                "department": terms.owner.value,
                "area": clean(id.partition("/")[0], 40),
                "tags": [clean(id.partition("/")[0], 40), f"department:{terms.owner.value}"],
                "precision": terms.certainty.value,
            },
        }
        return {**rule, "helpUri": links[0]} if links else rule

    def _help(self, terms: _Terms, links: Sequence[str]) -> dict[str, str]:
        do, snippet = terms.advice.do or terms.title, terms.advice.snippet
        text = [_text(do), *([_text(snippet)] if snippet else []), *links]
        code = _braced(clean(snippet, LONGEST, lines=True)).replace("```", "` ` `")
        fence = [f"```\n{code}\n```"] if snippet else []
        marked = [_markdown(terms.why), _markdown(do), *fence, *(f"<{link}>" for link in links)]
        return {"text": "\n".join(text), "markdown": "\n\n".join(part for part in marked if part)}

    # -- results ---------------------------------------------------------------------------------

    def _result(self, entry: Entry, index: int) -> dict[str, Any]:
        kind, level = _kind(entry)
        result: dict[str, Any] = {
            "ruleId": clean(entry.key.rule, 80),
            "ruleIndex": index,
            "kind": kind,
            "level": level,
            "message": self._message(entry),
            "locations": list(self._locations(entry)),
            "partialFingerprints": {IDENTITY: entry.fingerprint, "primaryLocationLineHash": entry.fingerprint},
            "occurrenceCount": max(1, len(entry.findings)),
            "properties": dict(_properties(entry)),
        }
        if Standings(self.source.comparison).has_baseline:
            result["baselineState"] = _state(entry)
        return result

    def _message(self, entry: Entry) -> dict[str, str]:
        places = [self.words.count(self.words.places, len(entry.findings))] if len(entry.findings) > 1 else []
        where = self.words.comma.join([clean(entry.device, 60), *places])
        lead = entry.lead
        more = [lead.why, lead.advice.do if lead.advice else "", entry.url] if lead else []
        marked = [f"**{_markdown(entry.message)}** ({_markdown(where)})", *(_markdown(part) for part in more if part)]
        return {"text": f"{_text(entry.message)} ({_text(where)})", "markdown": "\n\n".join(marked)}

    def _locations(self, entry: Entry) -> Iterator[dict[str, Any]]:
        """The scenario's line; the page where there is no scenario."""
        file = from_root(entry.file, self.options.root)
        if file:
            place = {"uri": quote(clean(file, LONGEST)), "uriBaseId": ROOT}
            yield {"physicalLocation": {"artifactLocation": place, "region": {"startLine": max(1, entry.line)}}}
        elif href(entry.url):
            yield {"physicalLocation": {"artifactLocation": {"uri": entry.url}}}

    # -- what came of the run itself -------------------------------------------------------------

    def _invocation(self) -> dict[str, Any]:
        told = list(troubles(self.source, self.options.lang))
        broken = broken_rules(self.source)
        failed = broken or not self.source.ended or any(trouble.kind is not Hitch.UNJUDGED for trouble in told)
        notes = [self._notification(trouble) for trouble in told]
        notes += [
            {
                "level": "error",
                "descriptor": {"id": "rule/broken"},
                "associatedRule": {"id": clean(rule, 80)},
                "message": {"text": _text(f"{rule} broke: {note}")},
            }
            for rule, note in broken.items()
        ]
        return {"executionSuccessful": not failed, "toolExecutionNotifications": notes}

    def _notification(self, trouble: Trouble) -> dict[str, Any]:
        said = f"{trouble.scenario}, {trouble.device}: {trouble.told(self.words)}"
        return {
            "level": "warning" if trouble.kind is Hitch.UNJUDGED else "error",
            "descriptor": {"id": trouble.rule},
            "message": {"text": _text(said)},
        }


@dataclass(frozen=True)
class _Terms:
    """What is said of a rule."""

    title: str
    why: str
    advice: Advice
    severity: Severity
    owner: Owner
    certainty: Certainty = Certainty.HIGH


def _terms(id: str, entry: Entry, lang: str, words: Messages) -> _Terms:
    check, said, lead = discover().get(id), book(lang).get(id), entry.lead
    if check:
        title, why, do = (said.title, said.why, said.do) if said else (check.title, check.reason, check.advice.do)
        advice = Advice(do, check.advice.snippet, check.advice.links)
        return _Terms(title, why, advice, check.severity, check.owner, check.certainty)
    if lead:
        advice = lead.advice or Advice("")
        return _Terms(lead.title or id, lead.why, advice, lead.severity, lead.owner, lead.certainty)
    own = words.walk_rules.get(id) or words.walk_rules.get(id.partition("/")[0], id)
    return _Terms(own, "", Advice(""), entry.severity, entry.owner)


def _kind(entry: Entry) -> tuple[str, str]:
    """What the result is, and its level: anything but a fault has none."""
    if entry.standing and entry.standing.standing is Standing.NOT_CHECKED:
        return "open", "none"
    if entry.doubt:
        return "review", "none"
    return "fail", "note" if entry.guess else LEVELS[entry.severity]


def _state(entry: Entry) -> str:
    """How it stands against the baseline; what nobody had looked at before is new, unless something of it was known."""
    line = entry.standing
    if line is None:
        return "new"
    return _STATES.get(line.standing) or ("updated" if line.before else "new")


def _suppression(entry: Entry) -> dict[str, str]:
    why = entry.standing.why if entry.standing else ""
    return {"kind": "inSource", "status": "accepted", **({"justification": _text(why)} if why else {})}


def _properties(entry: Entry) -> Iterator[tuple[str, Any]]:
    result, lead = entry.result, entry.lead
    yield "scenario", clean(entry.scenario, 120)
    yield "device", clean(entry.key.device, 60)
    if result:
        yield "engine", clean(f"{result.engine.used} ({result.engine.fidelity})", 60)
    yield "department", entry.owner.value
    yield "severity", entry.severity.value
    yield "fails", entry.fails
    if lead:
        yield "certainty", lead.certainty.value
        yield "unstable", lead.unstable
    said = (("step", entry.key.step), ("aspect", entry.key.aspect), ("url", entry.url))
    yield from ((name, clean(value)) for name, value in said if value)
    if entry.standing:
        yield "standing", entry.standing.standing.value


def write_sarif(run: Run, target: Path, options: Options) -> Path:
    """Write the log, in ASCII so that no reader's encoding matters, and give its path back."""
    text = json.dumps(document(run, options), ensure_ascii=True, allow_nan=False, indent=1)
    write_whole(target, f"{text}\n".encode())
    return target


sarif_report = Report("sarif", ".sarif", write_sarif)
