"""A French report is French throughout, and printed as French is: every sentence that parcours can say is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from parcours.checks.catalogue import discover
from parcours.comparing import Compared, Comparison, Line, Standing
from parcours.findings import Advice, Certainty, Finding, Judgement, Owner, Severity, Verdict, Where
from parcours.reporting import Options, Run, Unfinished
from parcours.reporting.html import write_html
from parcours.reporting.messages.rules import book, holes
from parcours.reporting.messages.typography import french, misprints
from parcours.reporting.messages.walks import words_of
from parcours.results import Status
from parcours.trace import StepTrace
from reporting import factory, plain

# Words that English sentences hardly do without, and French ones do not have.
ENGLISH = re.compile(
    r"\b(?:the|and|of|is|are|was|were|with|this|that|from|which|have|has|been|when|what|they|there|its|it|for|by|to|in|"
    r"cannot|does|could|should|would|nothing|only|more|than|then|where|who|page is|not|no longer|step|tap|finding)\b"
)
# Rules' ids, and what is written with a colon in addresses, styles and headers: they are the same in every language.
NAMES = re.compile(
    r"^[a-z]+/[a-z0-9-]+$"
    r"|\b(?:tel|sms|mailto|intent|https?|hosts|display|urn:biz|Vary|text-size-adjust|max-width|7):(?: 100%)?"
)
WORDS = words_of("fr")


def filled(template: str) -> str:
    """What parcours says with a 7 for each of its values."""
    return "".join(hole.before + ("7" if hole.name else "") for hole in holes(template))


# Those that follow on another sentence begin with a blank or a colon.
SENTENCES = tuple(filled(english) for english in WORDS.sentences if english[0] not in " :")


def findings() -> Iterator[Finding]:
    """Everything that every rule says, at the step where it says it."""
    for id, check in discover().items():
        said = [english for english, _ in (*book("fr")[id].says, *book("fr")[id].unseen)]
        shows = [*WORDS.evidence.get(id, ()), *WORDS.evidence.get(check.area, ())] or [""]
        for index, english in enumerate(said):
            yield Finding(
                id,
                Verdict.FAILED if index % 3 else Verdict.REVIEW,
                tuple(Severity)[index % 4],
                tuple(Certainty)[index % 3],
                tuple(Owner)[index % 4],
                filled(english),
                aspect=f"a{index}",
                where=Where("everything", "iphone", "start", "everything.yaml", 3, "https://shop.example/", 0),
                evidence=filled(shows[index % len(shows)]),
                title=check.title,
                why=check.reason,
                advice=check.advice,
            )


def steps() -> Iterator[StepTrace]:
    """Every sentence about a walk, as the reason or a note of some step, and every step's name."""
    names = [(verb, filled(english)) for verb, said in WORDS.steps.items() for english in said]
    for index, sentence in enumerate(SENTENCES):
        verb, says = names[index % len(names)]
        yield StepTrace(
            f"s{index}", verb, says, 3, "blocked" if index % 2 else "done", "x", sentence, notes=(sentence,)
        )


def everything() -> Run:
    """A run in which all that parcours can say was said."""
    said = tuple(findings())
    parcel = replace(factory.parcel("iphone"), name="Colis", scenario="everything", findings=said, steps=tuple(steps()))
    notes = (*SENTENCES[::2], "iPhone 15 was emulated in Chromium 156: WebKit, its own engine, is not installed here.")
    facts = Judgement("touch/dead", Verdict.NO_FACTS, note="missing: wellknown, axe")
    page = replace(parcel.pages[0], title="Colis", gaps=SENTENCES[1::2])
    parcel = replace(
        parcel, notes=notes, pages=(page,), judgements=(facts,), status=Status.FAILED, reason=SENTENCES[3], brand="Shop"
    )
    down = replace(parcel, device="android", device_title="Pixel 7", status=Status.INCONCLUSIVE, findings=(), steps=())
    lines = tuple(
        Line(standing, f"s{index}", rule, "", "iphone", message=message, severity=Severity.MINOR, owner=Owner.WEB)
        for index, (standing, rule, message) in enumerate(gone())
    )
    compared = Compared("everything", "baseline.yaml", lines, SENTENCES[::3])
    missing = Unfinished("gift[ipad-chromium]", "cadeau", "ipad", "its result.json is gone")
    return Run(
        results=(parcel, down),
        unfinished=(missing, replace(missing, reason="")),
        head={"parcours": "0.1.0", "started": "2026-03-01T09:01:02+00:00"},
        comparison=Comparison((compared,)),
    )


def gone() -> Iterator[tuple[Standing, str, str]]:
    """What a comparison says beside the findings, in each standing."""
    title = discover()["touch/dead"].title
    for standing in (Standing.FIXED, Standing.NEW, Standing.WORSE, Standing.COVERAGE_LOST, Standing.CHANGED):
        yield standing, "touch/dead", f"{title}: it is not tried any more"
        yield standing, "inventory/contact", "the telephone number 7 vanished on iPhones only"
        yield standing, "journey/effort", "7 taps, where 3 were enough"


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> str:
    target = tmp_path_factory.mktemp("french") / "rapport.html"
    return write_html(everything(), target, Options(lang="fr")).read_text(encoding="utf-8")


def ours(report: str) -> list[str]:
    return [NAMES.sub("x", re.sub(r"`[^`]*`|https?://\S+|“[^”]*”", "x", text)) for text in plain.read(report)]


def test_no_english_is_left(report: str) -> None:
    texts = ours(report)
    assert len(texts) > 500
    assert [text for text in texts if ENGLISH.search(text)] == []


def test_spaces_quotation_marks_and_numbers_are_french(report: str) -> None:
    assert [(misprint, text) for text in ours(report) for misprint in misprints(text)] == []


def test_nothing_of_it_claims_to_be_english(report: str) -> None:
    assert 'lang="en"' not in report


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("Oui ! Non ? 7 % ; fin : ici", "Oui~! Non~? 7~% ; fin_: ici"),
        ("« oui »", "«~oui~»"),
        ("«oui»", "«~oui~»"),
        ("https://x.example:8000/?a=1;b", "https://x.example:8000/?a=1;b"),
        ("7 px et 7 ko, 2,5 s", "7_px et 7_ko, 2,5_s"),
        ("«~oui~»", "«~oui~»"),
        ("", ""),
    ],
)
def test_texts_are_set_as_french_is(text: str, set_: str) -> None:
    marked = set_.replace(" ;", "~;").replace("~", "\u202f").replace("_", "\u00a0")
    assert french(text.replace("~", "\u202f")) == marked
    assert french(marked) == marked


@pytest.mark.parametrize(
    "text", ["c'est", "“oui”", 'il dit "oui"', "Oui!", "Oui !", "7%", "ici: là", "« oui »", "a  b", "7.5 s"]
)
def test_what_is_not_french_printing_is_seen(text: str) -> None:
    assert len(misprints(text)) >= 1


@pytest.mark.parametrize(
    "text",
    ["c’est «\u202foui\u202f»\u202f!", "à 9\u00a0h\u00a005\u00a0: 7,5\u202f%", "version 1.2.3", "1\u202f234 pages"],
)
def test_what_is_french_printing_is_let_be(text: str) -> None:
    assert misprints(text) == ()


def test_advice_of_others_is_theirs() -> None:
    theirs = Finding(
        "shop/own", Verdict.FAILED, Severity.MINOR, Certainty.HIGH, Owner.WEB, "It rains", advice=Advice("Wait.")
    )
    run = Run(results=(replace(factory.parcel("iphone"), findings=(theirs,)),))
    from parcours.reporting.messages import messages
    from parcours.reporting.view import build

    (card,) = [card for part in build(run, messages("fr")).departments for card in part.cards]
    assert (card.message, card.said_in, card.do, card.lang) == ("It rains", "en", "Wait.", "en")
