"""Every text of a run is an attack, each in its turn: nothing that is made of the run acts, breaks or hides anything."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser
from rich.console import Console as Terminal

from parcours.comparing import Policy
from parcours.redaction import _KEPT, Redactor
from parcours.reporting import Options, Run, reports
from parcours.reporting.console import Console
from parcours.reporting.github import summary
from parcours.reporting.messages import LANGUAGES, messages
from parcours.reporting.reasons import reasons
from reporting.hostile import PAYLOADS, hostile_run
from reporting.sarif_schema import LOG

# Nothing of this may stand in what a person's program shows: controls, directions, zero widths, tags, halves.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\u2800\ufeff\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]|[\u0300-\u036f\u0489]{5}"
)
COMMANDS = re.compile(r"::|##")


@pytest.fixture(scope="module")
def runs() -> dict[str, Run]:
    return {name: hostile_run(words) for name, words in PAYLOADS.items()}


@pytest.fixture(autouse=True)
def no_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def written(
    runs: dict[str, Run], form: str, folder: Path, langs: tuple[str, ...] = LANGUAGES
) -> Iterator[tuple[str, str]]:
    """What that format makes of each payload in each language, as text; every file is whole UTF-8."""
    for name, run in runs.items():
        for lang in langs:
            file = reports()[form].write(run, folder / f"{name}-{lang}.{form}", Options(lang))
            text = file.read_bytes().decode("utf-8").removeprefix("\ufeff" if form == "csv" else "")
            assert HIDDEN.search(text.replace("\r\n", "\n")) is None, (name, lang)
            yield name, text


class Structure(HTMLParser):
    """A document's elements, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href")}

    def handle_data(self, data: str) -> None:
        self.text += data


def structure(html: str) -> Structure:
    parsed = Structure()
    parsed.feed(html)
    return parsed


def test_html_has_the_same_elements_whatever_a_text_says(runs: dict[str, Run], tmp_path: Path) -> None:
    usual = structure(next(html for _, html in written({"plain": hostile_run("x y")}, "html", tmp_path, ("en",))))
    french = {name: runs[name] for name in ("markup", "turned", "halves")}
    for name, html in (*written(runs, "html", tmp_path, ("en",)), *written(french, "html", tmp_path, ("fr",))):
        found = structure(html)
        assert set(found.tags) <= set(usual.tags) | {"code"}, name
        assert found.tags.count("script") == usual.tags.count("script"), name
        assert {a for a in found.attributes if a.startswith("on")} == set(), name
        assert found.attributes <= usual.attributes, name
        assert [
            link
            for link in found.links
            if not re.match(r"(?:https?://[!-~]+|#[\w-]+|data:image/|data:application/json;base64,)", link)
        ] == [], name
        assert name != "markup" or "OWNED" in found.text, "what was said can be read"


def test_a_hostile_report_in_a_real_browser_runs_nothing_and_asks_nothing(
    runs: dict[str, Run], tmp_path: Path, plain_browser: Browser
) -> None:
    page = plain_browser.new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("dialog", lambda dialog: (noise.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: noise.append(request.url))
    page.on("popup", lambda _: noise.append("popup"))
    attacks = ("markup", "attribute", "address", "data", "jinja", "xml")
    for name in attacks:
        file = reports()["html"].write(runs[name], tmp_path / f"{name}.html", Options())
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
        page.evaluate(
            "document.querySelectorAll('main *').forEach((part) => part.dispatchEvent(new Event('mouseover')))"
        )
        assert page.evaluate("[document.title.startsWith('Mobile journey report'), '49' in window]") == [True, False]
        assert page.locator("main").count() == 1
        assert PAYLOADS[name].split("<")[0].strip()[:20] in (page.locator("main").text_content() or ""), name
    assert [said for said in noise if not said.startswith(("file:", "data:image/"))] == []
    page.close()


def test_json_is_ascii_and_holds_what_was_said(runs: dict[str, Run], tmp_path: Path) -> None:
    for name, text in written(runs, "json", tmp_path, ("en",)):
        assert text.isascii()
        assert json.loads(text)["journeys"][0]["name"] == PAYLOADS[name]


def test_junit_is_xml_of_the_same_shape(runs: dict[str, Run], tmp_path: Path) -> None:
    shapes = set()
    for name, text in written(runs, "junit", tmp_path, ("en",)):
        root = ET.fromstring(text)
        assert {part.tag for part in root.iter()} <= {
            *("testsuites", "testsuite", "testcase", "properties", "property"),
            *("failure", "error", "skipped", "system-out", "system-err"),
        }, name
        shapes.add((len(root), sum(1 for _ in root.iter("testcase"))))
    assert len(shapes) == 1


def test_sarif_holds_to_its_schema_and_has_no_placeholder_or_link(runs: dict[str, Run], tmp_path: Path) -> None:
    schema = Draft202012Validator(LOG)
    for name, text in written(runs, "sarif", tmp_path):
        assert text.isascii()
        log = json.loads(text)
        assert list(schema.iter_errors(log)) == [], name
        for result in log["runs"][0]["results"]:
            said = result["message"]["text"]
            assert re.search(r"(?<!\{)(?:\{\{)*\{\d+\}", said) is None
            assert "](" not in said
            assert HIDDEN.search(said) is None


def test_annotations_are_the_commands_that_were_meant(runs: dict[str, Run], tmp_path: Path) -> None:
    for name, text in written(runs, "github", tmp_path):
        for line in text.splitlines():
            assert re.match(r"::(?:error|warning|notice) (?:file=[^:,]*,line=\d+,)?title=[^:,]*::", line), (
                name,
                line[:200],
            )
            assert COMMANDS.search(line.partition("title=")[2].partition("::")[2]) is None, (name, line[:200])
    for name, run in runs.items():
        told = summary(run, Options())
        assert HIDDEN.search(told) is None, name
        assert re.search(r"(?<!\\)<(?!https?://)|(?<!\\)\[[^\]]*(?<!\\)\]\(|(?<!\\)@everyone|(?<!\\)`", told) is None, (
            name
        )


def test_gitlab_s_issues_are_text(runs: dict[str, Run], tmp_path: Path) -> None:
    for name, text in written(runs, "gitlab", tmp_path):
        assert text.isascii()
        for issue in json.loads(text):
            said = f"{issue['description']} {issue['check_name']} {issue['location']['path']}"
            assert HIDDEN.search(said) is None, name
            assert COMMANDS.search(said) is None, name


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_no_cell_is_a_formula_however_the_file_is_split(runs: dict[str, Run], tmp_path: Path, mark: str) -> None:
    for name, text in written(runs, "csv", tmp_path):
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            cells = [cell for cell in row if re.match(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]", cell)]
            assert cells == [], (name, cells[0][:80])
    fr = next(text for _, text in written({"formula": runs["formula"]}, "csv", tmp_path, ("fr",)))
    assert messages("fr").csv_mark in fr.splitlines()[0]


@pytest.mark.parametrize("form", ["text", "webhook"])
def test_a_line_for_a_chat_is_one_line_and_calls_nobody(runs: dict[str, Run], tmp_path: Path, form: str) -> None:
    for name, text in written(runs, form, tmp_path):
        assert text.count("\n") == 1, name
        said = json.loads(text)["text"] if form == "webhook" else text
        assert COMMANDS.search(said) is None, name
        assert form == "text" or re.search(r"[<>]", said) is None, name


def test_the_terminal_shows_lines_of_ours_only(runs: dict[str, Run]) -> None:
    for name, run in runs.items():
        out = io.StringIO()
        console = Console(Terminal(file=out, width=80))
        console.planned([result.id for result in run.results])
        for result in run.results:
            console.event(result.id, {"kind": "step", "step": {"says": PAYLOADS[name], "verb": PAYLOADS[name]}})
            console.event(result.id, {"kind": "page", "url": PAYLOADS[name]})
            console.finished(result)
        console.summary(run.results, Path("report.html"), run.comparison)
        told = out.getvalue()
        assert HIDDEN.search(told) is None, name
        assert COMMANDS.search(told) is None, name
        told.encode("utf-8")


def test_what_pytest_shows_of_a_failure_is_clean(runs: dict[str, Run]) -> None:
    for name, run in runs.items():
        for result in run.results:
            lines = list(reasons(result, run.comparison.of(result.scenario), Policy()))
            assert lines
            assert [line for line in lines if HIDDEN.search(line) or "\n" in line or COMMANDS.search(line)] == [], name


def test_a_token_in_any_text_reaches_no_reader(tmp_path: Path) -> None:
    words = "https://me:pw-7Qx9Lm2@shop.example/?token=tk-7Qx9Lm2&sig=tk-7Qx9Lm2#access_token=tk-7Qx9Lm2 Bearer tk-7Qx9Lm2aaaa"
    kept = tuple(Redactor().shown(result) for result in hostile_run(words, _KEPT).results)
    for form in ("html", "json", "junit", "sarif", "github", "gitlab", "csv", "text", "webhook"):
        file = reports()[form].write(Run(results=kept), tmp_path / form, Options())
        assert "7Qx9Lm2" not in file.read_text(encoding="utf-8"), form


def test_the_table_fills_every_text_of_a_result() -> None:
    said = repr(hostile_run("evil-words").results[1]).split("'")[1::2]
    assert said.count("evil-words") > 40
    assert {"x", "x.eml", "https://x.example/"} & set(said) == set()
