"""What holds for every check, and every example of every table beside this file."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from parcours.checks import Check, JourneyCheck
from parcours.checks.catalogue import discover
from parcours.findings import Judgement, Verdict
from parcours.reporting.messages.rules import Rule, book, holes
from parcours.testing import Example, Lab, aspects

HERE = Path(__file__).parent
CHECKS = discover()
FRENCH = book("fr")
# What French printing does not do: straight quotes, a plain space before a high mark, none inside of « and ».
MISPRINTS = re.compile(r"""["']| [;:!?%»]|«(?!\u202f)|(?<!\u202f)»|\w[;!?](?:\s|$)|[\u00a0\u202f]{2}|  """)
# What English does not do: one of several, an article before the wrong letter, or before a name that has none.
ODDITIES = re.compile(
    r"(?<![\d.,:/-])1 (?:more |other )?(?:style |QR )?(?:sheets|sites|pages|links|texts|places|taps|screens|days|files|codes"
    r"|requests|characters|fields|pairs|things|steps|redirects|parts|hosts|signs|scripts|messages|elements|buttons|apps"
    r"|numbers|hops|attempts|bytes|targets|colours|seconds|minutes|hours|people|words|frames|records|kinds|others)\b"
    r"|\b[Aa] (?!uni|us[ei]|one\b|eu|uti|UPC|UR[IL]|Un|Us)[AEIOUaeiou]|\b[Aa]n (?![aeiouAEIOU]|hour|honest|[A-Z])\w"
    r"|\bthe Google Play\b(?! store)"
)
QUOTED = re.compile(r"“[^”]*”|\([^)]*\)|https?://\S+|'[^']*'")


def odd(message: str) -> bool:
    """True for a sentence that nobody would write; what a page says in it does not count."""
    return bool(ODDITIES.search(QUOTED.sub("…", message)))


def translations(rule: Rule) -> Iterator[tuple[str, str]]:
    """All pairs of an entry, those of its terms too."""
    yield from (*rule.says, *rule.also, *rule.unseen, *rule.terms.items())


def misspoken(check: Check[Any, Any], judgement: Judgement) -> list[str]:
    """What a rule said that has no French."""
    rule = FRENCH[check.id]
    usual = check.advice.do
    advised = [finding.advice.do for finding in judgement.findings if finding.advice]
    return [
        *(finding.message for finding in judgement.findings if rule.said(finding.message) is None),
        *(do for do in advised if rule.advised(do, usual) is None),
    ]


def table_of(check: Check[Any, Any]) -> Path:
    return HERE / check.area / f"{check.id.partition('/')[2].replace('-', '_')}.py"


@cache
def examples_of(check: Check[Any, Any]) -> tuple[Example, ...]:
    table = table_of(check)
    if not table.exists():
        return ()
    spec = importlib.util.spec_from_file_location(f"examples_{check.area}_{table.stem}", table)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    examples: tuple[Example, ...] = module.EXAMPLES
    return examples


@pytest.mark.parametrize(
    ("check", "example"),
    [
        pytest.param(check, example, id=f"{check.id}: {example.sentence}")
        for check in CHECKS.values()
        for example in examples_of(check)
    ],
)
def test_example(
    lab: Lab, check: Check[Any, Any], example: Example, record_property: Callable[[str, object], None]
) -> None:
    judgement = lab.judge(check, example)
    said = [finding.message for finding in judgement.findings]
    assert (judgement.verdict, aspects(judgement)) == (example.verdict, example.expected), (judgement.note, said)
    assert [message for message in said if odd(message)] == []
    if check.id in FRENCH:
        assert misspoken(check, judgement) == [], "these have no French"
        rule = FRENCH[check.id]
        pairs = [rule.says.index(pair) for message in said if (pair := rule.pair(message)) in rule.says]
        record_property("french", (check.id, len(examples_of(check)), pairs))


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS.keys())
class TestEveryCheck:
    def test_its_id_is_its_place(self, check: Check[Any, Any]) -> None:
        area, _, slug = check.id.partition("/")
        assert check.judge.__module__ == f"parcours.checks.{area}.{slug.replace('-', '_')}"

    def test_it_says_why_it_matters(self, check: Check[Any, Any]) -> None:
        assert len(check.reason.split()) >= 8

    def test_its_title_says_what_holds_when_it_passes(self, check: Check[Any, Any]) -> None:
        assert check.title
        assert not check.title.endswith(".")

    def test_its_advice_tells_someone_to_do_something(self, check: Check[Any, Any]) -> None:
        first = check.advice.do.split()[0]
        assert first[0].isupper()
        assert first.lower() not in {"the", "a", "an", "you", "it", "this", "please", "never", "do"}
        assert check.advice.do.endswith(".")

    def test_it_has_a_source(self, check: Check[Any, Any]) -> None:
        assert check.advice.links
        assert all(link.startswith("https://") for link in check.advice.links)

    def test_its_table_has_silence_and_noise(self, check: Check[Any, Any]) -> None:
        verdicts = {example.verdict for example in examples_of(check)}
        assert verdicts & {Verdict.PASSED, Verdict.NOT_APPLICABLE}, "at least one quiet example"
        assert verdicts & {Verdict.FAILED, Verdict.REVIEW}, "at least one failing example"

    def test_the_examples_it_shows_users_are_true(self, lab: Lab, check: Check[Any, Any]) -> None:
        if isinstance(check, JourneyCheck):
            pytest.skip("a journey's examples are words; its table holds journeys")
        platform = "iphone" if "ios" in check.platforms else "android"
        good = lab.judge(check, Example("passes", check.passes, Verdict.PASSED, device=platform))
        bad = lab.judge(check, Example("fails", check.fails, Verdict.FAILED, device=platform))
        assert good.findings == ()
        assert bad.verdict in (Verdict.FAILED, Verdict.REVIEW)


@pytest.mark.parametrize("check", [check for id, check in CHECKS.items() if id in FRENCH], ids=lambda it: it.id)
class TestFrench:
    def test_its_words_are_whole(self, check: Check[Any, Any]) -> None:
        rule = FRENCH[check.id]
        assert rule.title
        assert not rule.title.endswith(".")
        assert len(rule.why.split()) >= 8
        assert rule.why.endswith((".", "!", "?"))
        assert rule.do.endswith(".")
        assert rule.do[0].isupper()

    def test_both_sides_put_the_same_values(self, check: Check[Any, Any]) -> None:
        for english, french in translations(FRENCH[check.id]):
            found, put = ({hole.name for hole in holes(side)} - {""} for side in (english, french))
            assert {name for name in found if not name.startswith("_")} <= put <= found, (english, french)
            assert {hole.put for hole in holes(french)} <= {"", "term", "list", "number"}, french
            assert all(hole.before for hole in holes(english)[1:-1]), f"nothing parts two values of: {english}"

    def test_it_is_printed_as_french_is(self, check: Check[Any, Any]) -> None:
        rule = FRENCH[check.id]
        printed = [rule.title, rule.why, rule.do, *(french for _, french in translations(rule))]
        assert [text for text in printed if MISPRINTS.search(text)] == []


@pytest.mark.parametrize(
    ("message", "is_odd"),
    [
        ("1 style sheets of other hosts", True),
        ("from 1 other sites", True),
        ("it needs 1 taps", True),
        ("a Aztec", True),
        ("an Data matrix", False),  # letters of a name may be spelt out: an NFC tag
        ("an data matrix", True),
        ("the Google Play", True),
        ("a URI record and a URL", False),
        ("a unit, a one, a user and an hour", False),
        ("the Google Play store", False),
        ("11 links, 2.1 screens, 1 link, 1 address and 1 is too small", False),
        ("“1 links” and (1 links) are another's words", False),
    ],
)
def test_odd_english_is_seen(message: str, is_odd: bool) -> None:
    assert odd(message) == is_odd


def test_every_rule_speaks_french_and_nothing_else_does() -> None:
    assert [id for id in CHECKS if id not in FRENCH] == [], "write its words in reporting/messages/rules_fr/<area>.py"
    assert [id for id in FRENCH if id not in CHECKS] == []
