"""The pages of the documentation that are made from the code are current."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from parcours.cli import main
from parcours.cli.rules import WORDS

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = {"en": DOCS / "rules.md", "fr": DOCS / "rules.fr.md"}


def test_every_language_has_its_page() -> None:
    assert set(PAGES) == set(WORDS)


@pytest.mark.parametrize("lang", PAGES)
def test_the_rule_book_is_current(lang: str) -> None:
    made = CliRunner().invoke(main, ["rules", "--format", "markdown", "--lang", lang]).stdout
    page = PAGES[lang]
    command = f"parcours rules --format markdown --lang {lang} > docs/{page.name}"
    assert page.read_text(encoding="utf-8") == made, f"make it again: {command}"


def test_the_reference_of_scenario_files_is_current() -> None:
    made = CliRunner().invoke(main, ["schema", "--format", "markdown"]).stdout
    page = DOCS / "scenario.md"
    assert page.read_text(encoding="utf-8") == made, (
        f"make it again: parcours schema --format markdown > docs/{page.name}"
    )
