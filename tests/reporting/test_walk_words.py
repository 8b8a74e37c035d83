"""What is said of a walk has French words, every sentence of it, wherever in parcours it is said."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import parcours
from parcours.comparing import Line, Standing
from parcours.facts.offers import Goal
from parcours.findings import Owner, Severity
from parcours.reporting.messages.rules import holes
from parcours.reporting.messages.typography import misprints
from parcours.reporting.messages.walks import line_in, named, result_in, run_in, shown, told, words_of
from parcours.results import ScreenResult
from parcours.steps import catalogue as steps
from reporting import exporting, factory

ROOT = Path(parcours.__file__).parent
WORDS = words_of("fr")
HOLE = "\0"

# Where sentences about walks are said. What rules say has its own books, and its own tests.
SPEAKERS = (
    *sorted(ROOT.glob("steps/*.py")),
    *sorted(ROOT.glob("channels/*.py")),
    *(ROOT / "browser" / f"{name}.py" for name in ("walk", "failures", "consent", "collect", "snapshot", "mail")),
    *(ROOT / "browser" / "probing" / f"{name}.py" for name in ("__init__", "copies")),
    *(
        ROOT / "running" / f"{name}.py"
        for name in ("journey", "looking", "record", "outcome", "screens", "proxy", "supervisor", "appetite")
    ),
    *(ROOT / "comparing" / f"{name}.py" for name in ("against", "effort", "inventory")),
    *(ROOT / "facts" / f"{name}.py" for name in ("walls", "sending", "badges", "advertising")),
    *(ROOT / "artwork" / f"{name}.py" for name in ("reading", "scanning")),
    ROOT / "judging.py",
    ROOT / "reporting" / "run.py",
)
# In French texts too.
CODE = re.compile(r"`[^`]*`|\(\w+\)|\{(?:name|scheme)\}:(?: \{value\})?|max-width: 100%")
# Said to no reader of a report: to whoever writes a scenario or starts parcours, to a browser, to a server.
APART = re.compile(
    r"""
    ^HTTP/1|\sHTTP/1\.1|visualViewport|default-src|://|\\|[<>{}=]|\w\(|\(\?|\|
    |^(?:a\ tag\ is\ one\ of|write\ (?:two|it\ in|`nfc)|the\ crop\ reaches|\0\ are\ no\ bytes)
    |^(?:`parcours\ doctor`|the\ (?:worker\ process|run)|call\ to\ action$|a\ run$|host\ )
    |^(?:name\ a\ folder|there\ is\ no\ run|\0\ holds\ no\ run|\0:\0:\ |only\ the\ last\ line|it\ names\ a|schema\ )
    |^(?:facts\ that|acting\ on|meta\ refresh|stop\ loading|page\ events|served\ HTML|init\ script|new\ )
    |^(?:a\ copy\ of|the\ browser\ opens|run\ a\ journey)
    |^(?:intercepts\ pointer\ events|not\ (?:stable|enabled|editable)|outside\ of\ the|has\ been\ closed)  # Playwright's
    |^AWS\ WAF$|^\0,\ where\ \0\ \0\ known$  # a name; two templates have this
    """,
    re.VERBOSE,
)


def sentences(path: Path) -> Iterator[str]:
    """Every text of two words or more that a module can say, its values as holes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = set(_silent(tree))
    for node in ast.walk(tree):
        if id(node) not in silent and (text := _template(node)) and " " in text.strip(f" {HOLE}"):
            yield text


def _silent(tree: ast.AST) -> Iterator[int]:
    """What is no sentence: docstrings, descriptions of fields, parts of other texts, patterns, annotations."""
    for node in ast.walk(tree):
        inner: list[ast.AST] = []
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inner = [node.value]
        elif isinstance(node, ast.Call) and _called(node) in {"Field", "Step", "Channel", "compile", "wrong", "Vendor"}:
            inner = [part for part in ast.walk(node) if part is not node]
        elif isinstance(node, ast.JoinedStr):
            inner = [part for part in node.values if isinstance(part, ast.Constant)]
            specs = [part.format_spec for part in node.values if isinstance(part, ast.FormattedValue)]
            inner += [part for spec in specs if spec for part in ast.walk(spec)]
        elif isinstance(node, ast.Call) and _called(node) in {"search", "match", "bound"}:
            inner = list(node.args[:1])
        yield from map(id, inner)


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _template(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        parts = string.Formatter().parse(node.value) if "{name}" in node.value else ()
        return "".join(text + HOLE * bool(name) for text, name, _, _ in parts) or node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else HOLE for part in node.values)  # type: ignore[misc]
    return ""


KNOWN = [
    HOLE.join(hole.before for hole in holes(english))
    for english in (*WORDS.sentences, *WORDS.terms, "missing: {names}")
]


def spoken(sentence: str) -> bool:
    """True when the words of the sentence stand in one of the templates, in their order."""
    pieces = [re.escape(piece) for piece in sentence.split(HOLE) if piece.strip(" ;:,.()“”") or piece == sentence]
    pattern = re.compile(".*".join(pieces), re.DOTALL)
    return any(pattern.search(known) for known in KNOWN)


@pytest.mark.parametrize("path", SPEAKERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_sentence_that_is_said_of_a_walk_has_its_french(path: Path) -> None:
    silent = [said for said in sentences(path) if not APART.search(said) and not spoken(said)]
    assert silent == [], "write their pairs in reporting/messages/walks_fr/"


def test_the_guard_sees_sentences() -> None:
    assert "“\0” cannot be read on the page within \0 s" in list(sentences(ROOT / "steps" / "see.py"))
    assert not spoken("\0 cannot be smelt on the page")
    assert sum(len(list(sentences(path))) for path in SPEAKERS) > 300


def pairs() -> list[tuple[str, str]]:
    shows = [pair for said in WORDS.evidence.values() for pair in said.items()]
    says = [pair for said in WORDS.steps.values() for pair in said.items()]
    return [*says, *WORDS.sentences.items(), *shows, *WORDS.terms.items()]


def test_both_sides_put_the_same_values_and_nothing_is_left_to_guess() -> None:
    for english, french in pairs():
        found, put = ({hole.name for hole in holes(side)} - {""} for side in (english, french))
        assert {name for name in found if not name.startswith(("_", "again"))} <= put <= found, (english, french)
        assert {hole.put for hole in holes(french)} <= {"", "term", "list", "number", "day"}, french
        assert all(hole.before for hole in holes(english)[1:-1]), f"nothing parts two values of: {english}"


def test_every_pair_is_printed_as_french_is() -> None:
    plain = [CODE.sub("x", french) for _, french in pairs()]
    assert [text for text in plain if misprints(text)] == []


def test_every_step_has_a_french_name_and_every_goal_a_french_word() -> None:
    assert set(steps()) - set(WORDS.steps) == {"use"}, "another file's steps are put in its place: it is never walked"
    assert set(Goal) <= set(WORDS.terms)


@pytest.mark.parametrize(
    ("said", "french"),
    [
        ("“Buy” cannot be read on the page within 1.5 s", "«~Buy~» ne se lit pas sur la page, même après 1,5_s"),
        ("3 taps, where 1 is allowed; 2 redirects, where 1 is allowed", "3 gestes, pour 1 au plus~; 2 redirections, pour 1 au plus"),
        ("an-own-step: it rained; 1 screen was not compared: it rained.", "an-own-step: it rained~; 1 écran n’a pas été comparé_: it rained."),
        ("no app or store within 2 taps; tried the page itself; Aide › Contact and 3 more", "introuvable en 2 gestes_: l’application ou le magasin~; pages parcourues_: la page elle-même~; Aide › Contact et 3 de plus"),
        ("attested by Anna on 2026-11-01, until 2027-02-20", "attesté par Anna le 1er novembre 2026, jusqu’au 20 février 2027"),
        ("the code holds plain text: 'hi'", "le code contient du simple texte_: «~hi~»"),
        ("letter.pdf: the PDF is damaged: boo (export it again)", "letter.pdf_: le PDF est abîmé_: boo (exportez-le à nouveau)"),
        ("answers Didomi's question about cookies: “Ok”, then “No”", "répond à la question sur les cookies (Didomi)_: «~Ok~», puis «~No~»"),
        ("a badge is still shown: “Inbox” shows 2; the page's title, (2) shows 2", "une pastille est encore affichée_: «~Inbox~» affiche 2~; le titre de la page, (2) affiche 2"),
        ("the telephone number +33 1 vanished on iPhones only", "disparu, sur iPhone seulement_: le numéro de téléphone +33 1"),
        ("the page was not tried out by tapping: time is short", "la page n’a pas été essayée au toucher_: le temps manque"),
        ("The words of somebody else's step", "The words of somebody else's step"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_was_said_is_told_in_french(said: str, french: str) -> None:
    assert told(said, "fr") == french.replace("~", "\u202f").replace("_", "\u00a0")
    assert told(said, "en") == said


@pytest.mark.parametrize(
    ("says", "french"),
    [
        ("tap “Buy!”", "toucher «~Buy!~»"),
        ("see: “Les bottes”", "voir «~Les bottes~»"),
        ("find message", "trouver le moyen d’écrire à quelqu’un"),
        ("go “back”", "revenir en arrière"),
        ("go “/contact”", "aller à /contact"),
        ("wait for “Merci”", "attendre «~Merci~»"),
        ("expect-reply 60 s", "attendre une réponse (60 s au plus)"),
        ("expect-badge 0", "attendre que la pastille disparaisse"),
        ("check", "vérifier la page"),
        ("qr assets/letter.pdf", "le code QR de assets/letter.pdf"),
    ],
)
def test_a_step_is_read_aloud_in_french(says: str, french: str) -> None:
    verb = says.partition(" ")[0].rstrip(":")
    assert named(says, verb, "fr") == french.replace("~", "\u202f")
    assert named(says, "somebody-else-s", "fr") == named(says, verb, "en") == says


def test_evidence_that_a_page_gave_is_left_as_it_is() -> None:
    assert shown("Known from the scenario", "app/undiscoverable", "fr") == "Connue par le scénario"
    assert shown("Known from the scenario", "viewport/late", "fr") == "Known from the scenario"
    assert shown('<p title="Known from">', "app/undiscoverable", "fr") == '<p title="Known from">'


def test_evidence_of_several_lines_is_told_line_by_line() -> None:
    said = "12 px: 80%, 1,200 characters, such as main > p\nother sizes: 20%"
    assert shown(said, "text/legible", "fr").replace("\u202f", "~").replace("\u00a0", "_") == (
        "12_px_: 80~%, 1~200 caractères, par exemple main > p\nautres tailles_: 20~%"
    )
    signs = "laid out 980 px wide on a screen of 390 px; no style asks how wide the screen is"
    assert shown(signs, "layout/desktop-served", "fr").replace("\u202f", "~").replace("\u00a0", "_") == (
        "mise en page de 980_px sur un écran de 390_px~; aucun style ne demande la largeur de l’écran"
    )


def test_a_line_of_a_comparison_says_what_its_finding_says_and_the_rest_in_french() -> None:
    line = Line(Standing.WORSE, "start", "touch/dead", "", "iphone", message="It is dead (2 places, where 1 was known)", severity=Severity.MINOR, owner=Owner.WEB)  # fmt: skip
    assert line_in(line, "fr", "It is dead").message == "It is dead (2 endroits, pour 1 connu)"
    gone = replace(line, rule="shop/own", message="shop/own: this phone was not run")
    assert line_in(gone, "fr").message == "shop/own\u00a0: ce téléphone n’a pas été essayé"


def test_what_a_reason_quotes_is_said_in_the_words_of_those_who_said_it() -> None:
    screen = ScreenResult("start", "changed", "2.5 % of the screen is another, in 1 place", strict=True)
    result = replace(
        factory.parcel("iphone"), code="screen-changed", reason=f"start: {screen.reason}", screens=(screen,)
    )
    assert result_in(result, "fr").reason == "start\u00a0: 2,5\u202f% de l’écran a changé, à 1 endroit"


def test_english_is_what_was_said() -> None:
    run = exporting.story()
    assert run_in(run, "en") is run
