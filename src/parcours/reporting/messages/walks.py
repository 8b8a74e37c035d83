"""What is said of a walk, in the reader's language: why a step stopped, what was noted, what nobody could look at.

Results hold these sentences in English, as they hold what rules say. Each stands here as a pair of templates like
those of `rules`: what is recognised in the one is filled into the other, so that old results speak French too. What
has no pair, such as the words of another package's step, stays as it is.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from parcours.checks.catalogue import discover
from parcours.comparing import Comparison, Line
from parcours.facts.artwork import Artwork
from parcours.facts.message import Message
from parcours.findings import Finding, Judgement
from parcours.reporting.messages.rules import book, message_in, translate
from parcours.reporting.messages.typography import NARROW, NO_BREAK, set_in_french
from parcours.reporting.run import Run, Unfinished
from parcours.results import JourneyResult, PageResult, ScreenResult, grave_doubts
from parcours.trace import StepTrace

AND_THEN = "; "  # what several reasons are joined by
AND = f"{NARROW}; "  # and what in French
REMEMBERED = 20_000  # sentences: a night's run says the same thing of thousands of pages


@dataclass(frozen=True, slots=True)
class Words:
    """The pairs of one language: steps' names by their verb, sentences, evidence by its rule, what stands in holes."""

    steps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)


@cache
def words_of(lang: str) -> Words:
    """The pairs of that language; none for English, which everything is said in."""
    if lang != "fr":
        return Words()
    package = importlib.import_module(f"{__package__}.walks_{lang}")
    files = [importlib.import_module(f"{package.__name__}.{f.name}") for f in pkgutil.iter_modules(package.__path__)]
    sentences = {english: said for file in files for english, said in getattr(file, "SENTENCES", {}).items()}
    terms = {english: said for file in files for english, said in getattr(file, "TERMS", {}).items()}
    evidence = {rule: said for file in files for rule, said in getattr(file, "EVIDENCE", {}).items()}
    said = set_in_french(Words(package.STEPS, {**sentences, **package.LAST}, evidence, terms))
    return replace(said, terms={**said.terms, **said.sentences})


@lru_cache(REMEMBERED)
def told(said: str, lang: str) -> str:
    """A sentence about a walk in that language; as it was said when there are no words for it."""
    words = words_of(lang)
    if not words.sentences or not said:
        return said
    parts = said.split(AND_THEN)
    spoken = [translate(part, words.sentences, words.terms) for part in parts]
    if not all(spoken):
        whole = translate(said, words.sentences, words.terms)
        if whole is not None or not any(spoken):
            return whole or said
    return AND.join(other or part for other, part in zip(spoken, parts, strict=True))


def named(says: str, verb: str, lang: str) -> str:
    """A step as read aloud, in that language: tap “Buy” becomes toucher « Buy »."""
    words = words_of(lang)
    return translate(says, words.steps.get(verb, {}), words.terms) or says


def shown(evidence: str, rule: str, lang: str) -> str:
    """What shows a rule's finding: each line of it in that language where its words are ours and not the page's."""
    words = words_of(lang)
    pairs = words.evidence.get(rule) or words.evidence.get(rule.partition("/")[0], {})
    if not pairs or not evidence:
        return evidence
    own = book(lang).get(rule)
    terms = {**(own.terms if own else {}), **words.terms}
    return "\n".join(_line_shown(line, pairs, terms) for line in evidence.split("\n"))


def _line_shown(line: str, pairs: Mapping[str, str], terms: Mapping[str, str]) -> str:
    parts = line.split(AND_THEN)
    spoken = [translate(part, pairs, terms) for part in parts]
    if not all(spoken):
        return translate(line, pairs, terms) or line
    return AND.join(other or part for other, part in zip(spoken, parts, strict=True))


def run_in(run: Run, lang: str) -> Run:
    """The run with all that was said of its walks in that language. What rules say is left: it has a language mark.

    Scorecards and comparisons read the English: they are to be made of the run as it was.
    """
    if not words_of(lang).sentences:
        return run
    results = tuple(result_in(result, lang) for result in run.results)
    return replace(
        run,
        results=results,
        unfinished=tuple(_unfinished(missing, lang) for missing in run.unfinished),
        comparison=_comparison(run.comparison, run.results, lang),
    )


def result_in(result: JourneyResult, lang: str) -> JourneyResult:
    """One result in that language."""
    screens = tuple(_screen(screen, lang) for screen in result.screens)
    return replace(
        result,
        reason=_reason(result, screens, lang),
        steps=tuple(_step(step, lang) for step in result.steps),
        pages=tuple(_page(page, lang) for page in result.pages),
        notes=_each(result.notes, lang),
        screens=screens,
        judgements=tuple(_judgement(judgement, lang) for judgement in result.judgements),
        findings=tuple(_finding(finding, lang) for finding in result.findings),
        start=replace(
            result.start, artwork=_artwork(result.start.artwork, lang), message=_message(result.start.message, lang)
        ),
    )


def _each(said: Iterable[str], lang: str) -> tuple[str, ...]:
    return tuple(told(one, lang) for one in said)


def _reason(result: JourneyResult, screens: Iterable[ScreenResult], lang: str) -> str:
    """Why a journey did not pass; what it quotes of findings and screens is said in their words."""
    if result.code == "to-review":
        doubts = [message_in(finding.rule, finding.message, lang) for finding in grave_doubts(result.findings)]
        return AND.join(doubts) if doubts else result.reason
    if result.code == "screen-changed":
        quoted = [f"{screen.step}{NO_BREAK}: {screen.reason}" for screen in screens if screen.fails]
        return AND.join(quoted) if quoted else result.reason
    return told(result.reason, lang)


def _step(step: StepTrace, lang: str) -> StepTrace:
    return replace(
        step,
        says=named(step.says, step.verb, lang),
        reason=told(step.reason, lang),
        notes=_each(step.notes, lang),
    )


def _page(page: PageResult, lang: str) -> PageResult:
    return replace(page, gaps=_each(page.gaps, lang))


def _screen(screen: ScreenResult, lang: str) -> ScreenResult:
    return replace(screen, reason=told(screen.reason, lang))


def _judgement(judgement: Judgement, lang: str) -> Judgement:
    return replace(judgement, note=told(judgement.note, lang)) if judgement.note else judgement


def _finding(finding: Finding, lang: str) -> Finding:
    return replace(finding, evidence=shown(finding.evidence, finding.rule, lang)) if finding.evidence else finding


def _artwork(artwork: Artwork | None, lang: str) -> Artwork | None:
    if artwork is None:
        return None
    return replace(artwork, codes=tuple(replace(code, error=told(code.error, lang)) for code in artwork.codes))


def _message(message: Message | None, lang: str) -> Message | None:
    return message and replace(message, gaps=_each(message.gaps, lang))


def _unfinished(missing: Unfinished, lang: str) -> Unfinished:
    return replace(missing, reason=told(missing.reason, lang))


# What stands against a baseline


def _comparison(comparison: Comparison, results: Iterable[JourneyResult], lang: str) -> Comparison:
    kept = tuple(results)
    scenarios = tuple(
        replace(
            one,
            lines=tuple(line_in(line, lang, _quoted(line, one.scenario, kept)) for line in one.lines),
            notes=_each(one.notes, lang),
        )
        for one in comparison.scenarios
    )
    return replace(comparison, scenarios=scenarios)


def _quoted(line: Line, scenario: str, results: Iterable[JourneyResult]) -> str:
    """What the finding of a line says, in English: the line says it again, with more behind it."""
    messages = (
        finding.message
        for result in results
        if line.found and result.scenario == scenario
        for finding in result.findings
        if finding.rule == line.rule and line.message.startswith(finding.message)
    )
    return max(messages, key=len, default="")


def line_in(line: Line, lang: str, quoted: str = "") -> Line:
    """A line of a comparison in that language. `quoted` is what its finding says, which is left as it is."""
    if quoted:
        return replace(line, message=quoted + told(line.message.removeprefix(quoted), lang))
    rule, check = book(lang).get(line.rule), discover().get(line.rule)
    for name in (check.title if check else "", line.rule):
        if name and line.message.startswith(name):
            rest = told(line.message.removeprefix(name), lang)
            return replace(line, message=(rule.title if rule else name) + rest)
    return replace(line, message=told(line.message, lang))
