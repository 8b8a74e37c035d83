"""The codes that journeys end with stand in one place, and all that the program says stands there."""

from __future__ import annotations

import re
from pathlib import Path

import parcours
from parcours.codes import CODES, known
from parcours.results import Status

ROOT = Path(parcours.__file__).parent
DOC = ROOT.parents[1] / "docs" / "results.md"
# Where a code is said: `Blocked("...", ...)` and the like, and tables of them.
SAID = re.compile(
    r'(?:Blocked|_Refused|Failure|ArtworkError|Code)\(\s*"([a-z0-9-]+)"|code="([a-z0-9-]+)"|'
    r'"((?:site|page|blocked|redirect|tool)-[a-z-]*[a-z])"'
)


def test_every_code_that_the_program_says_is_written_down() -> None:
    # What rules and reports call their own things is none of it.
    files = [p for layer in ("browser", "running", "steps", "channels") for p in (ROOT / layer).rglob("*.py")]
    said = {
        code for path in files for found in SAID.findall(path.read_text(encoding="utf-8")) if (code := "".join(found))
    }
    assert {"site-dns", "page-hung", "blocked-private", "tool-browser", "element-missing", "qr-none"} < said
    assert sorted(code for code in said if known(code) is None) == []


def test_every_code_counts_as_what_its_first_word_says() -> None:
    ends = {code: (code.partition("-")[0], meant.ends) for code, meant in CODES.items()}
    wrong = {
        code
        for code, (word, end) in ends.items()
        if ((word == "tool") != (end == "error") and code != "secret-missing")
        or (word == "blocked") > (end == "inconclusive")
    }
    assert wrong == set()
    assert {meant.ends for meant in CODES.values()} <= {status.value for status in Status} - {Status.PASSED.value}


def test_an_http_status_is_a_code_of_its_family() -> None:
    assert (known("site-404"), known("site-500")) == (CODES["site-4xx"], CODES["site-5xx"])
    assert known("site-403") == CODES["site-403"]
    assert (known("site-200"), known("page-404"), known("")) == (None, None, None)


def test_the_documents_say_what_every_code_means() -> None:
    text = DOC.read_text(encoding="utf-8")
    rows = dict(
        re.findall(
            r"^\| `([a-z0-9-]+)` \| (\w+ \| .*) \|$", text.partition("## Codes")[2].partition("\n## ")[0], re.MULTILINE
        )
    )
    assert rows == {code: f"{meant.ends} | {meant.says}" for code, meant in CODES.items()}
