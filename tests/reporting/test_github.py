"""GitHub Actions: annotations that no page can forge, the dearest first, and a summary of the job."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from parcours.comparing import Policy
from parcours.errors import ToolError
from parcours.reporting import Options, Run, reports
from parcours.reporting.github import SUMMARY, commands, summary
from reporting import exporting, factory

COMMAND = re.compile(r"::(error|warning|notice) (?:file=[^,:]+,line=[1-9]\d*,)?title=[^,:]+::(?!.*::).+")


def said(run: Run, **options) -> list[str]:
    return list(commands(run, Options(**options)))


@pytest.fixture
def small() -> Run:
    """The Android letter with what fails, what is a note and what a person must look at."""
    letter = factory.letter("android")
    rules = ("plugin/flash", "touch/primary-too-small", "qr/no-human-url", "chat/offline")
    return Run(results=(replace(letter, findings=tuple(f for f in letter.findings if f.rule in rules)),))


def test_an_annotation_says_what_is_wrong_where_and_what_to_do(small):
    place = "file=scenarios/spring-letter.yaml,line=12"
    assert said(small) == [
        (
            f"::error {place},title=plugin/flash (Pixel 7)::The film at the top of the page needs Flash, which no phone has "
            "ever played since 2021%0AReplace the film by an MP4 in a video element, with a still picture as its poster."
        ),
        (
            f"::error {place},title=touch/primary-too-small (Pixel 7)::The menu button is 26 × 26 px: a fingertip needs 44 "
            "(3 places)%0AGive the link or button a padding that makes it at least 44 px high and wide."
        ),
        (
            f"::notice {place},title=qr/no-human-url (Pixel 7)::No address is printed near the code for people who do not "
            "scan%0APrint the short address beneath the code."
        ),
        (
            f"::notice {place},title=chat/offline (Pixel 7)::A chat bubble is there, but the facts do not tell whether "
            "anybody answers%0AOpen the chat during and after office hours and see who answers."
        ),
    ]


def test_what_fails_nothing_is_no_error(small):
    assert [line.split()[0] for line in said(small, policy=Policy(fail_on="never"))] == [
        "::warning",
        "::warning",
        "::notice",
        "::notice",
    ]


def test_against_a_baseline_what_is_known_or_mended_is_not_annotated():
    titles = [re.search(r"^::(\w+) .*title=(\S+)", line).groups() for line in said(exporting.since())]
    assert titles == [
        ("error", "touch/primary-too-small"),
        ("error", "text/tiny"),
        ("notice", "qr/quiet-zone"),
        ("notice", "chat/offline"),
    ]


def test_the_dearest_are_told_and_the_rest_is_counted():
    lines = said(exporting.story())
    assert len(lines) == 11
    assert lines[:2] == [
        (
            "::error file=scenarios/parcel-sms.yaml,line=1,title=parcel-sms (Pixel 7)::"
            "parcours could not do its work: its worker ended (worker-lost)"
        ),
        "::error title=gift (iphone)::it did not finish",
    ]
    assert lines[2].startswith(
        "::error file=scenarios/spring-letter.yaml,line=12,title=plugin/flash (iPhone 15 and Pixel 7)::"
    )
    assert lines[-1] == "::notice title=parcours::and 4 more: see the report"
    assert (
        said(exporting.story(), lang="fr")[-1]
        == "::notice title=parcours::et 4 autres\N{NO-BREAK SPACE}: voir le rapport"
    )


def test_a_site_that_was_down_is_a_warning():
    assert [line.split()[0] for line in said(exporting.broken())] == ["::warning", "::error", "::error"]


def test_no_page_can_write_a_command():
    lines = said(exporting.hostile())
    assert len(lines) == 11
    for line in lines:
        assert COMMAND.fullmatch(line), line
        assert line.isprintable()
        assert "##" not in line
        assert "%0A" not in line.replace("%0A", "", 1)  # the one between what is wrong and what to do
    assert all("%250A" in line for line in lines[:-1])


def test_the_summary_is_a_table_of_journeys_and_one_of_faults(small):
    assert summary(small, Options(link="https://ci.example/7")) == (
        "## Customers get stuck on this journey.\n\n"
        "2 things to mend, 1 of which stops the customer.\n\n"
        "| Journey | Pixel 7 |\n|---|---|\n| Spring letter: from the QR code to the app | Stops |\n\n"
        "| Severity | Department | Finding | What to do | Phones | Rule |\n|---|---|---|---|---|---|\n"
        "| ❌ Blocker | Web | The film at the top of the page needs Flash, which no phone has ever played since 2021 | "
        "Replace the film by an MP4 in a video element, with a still picture as its poster. | Pixel 7 | plugin/flash |\n"
        "| ❌ Major | Web | The menu button is 26 × 26 px: a fingertip needs 44 | "
        "Give the link or button a padding that makes it at least 44 px high and wide. | Pixel 7 | touch/primary-too-small |\n"
        "| ℹ️ Note | Print | No address is printed near the code for people who do not scan | "
        "Print the short address beneath the code. | Pixel 7 | qr/no-human-url |\n"
        "| ℹ️ Minor | Customer care | A chat bubble is there, but the facts do not tell whether anybody answers | "
        "Open the chat during and after office hours and see who answers. | Pixel 7 | chat/offline |\n\n"
        "<https://ci.example/7>\n"
    )


def test_the_summary_counts_what_is_known_and_speaks_french():
    text = summary(exporting.since(), Options("fr"))
    assert text.startswith("## Les clients restent bloqués sur ce parcours.\n")
    assert "| ❌ Majeur (aggravé) | Web |" in text
    assert text.endswith("\n\n5 constats sont connus et ne sont pas listés.\n")


def test_a_hostile_page_stays_text_in_the_summary():
    text = summary(exporting.hostile(), Options())
    tables = [block for block in text.split("\n\n") if block.startswith("|")]
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1
    bare = re.sub(r"\\.", "", text)
    assert not re.search(r"[<>`\[\]*_@]|://|www\.|&\w+;", bare)


def test_the_summary_is_added_to_the_job_s_where_there_is_one(small, tmp_path, monkeypatch):
    job = tmp_path / "summary.md"
    job.write_text("Before\n")
    monkeypatch.setenv(SUMMARY, str(job))
    written = reports()["github"].write(small, tmp_path / "x.txt", Options())
    assert written.read_text(encoding="utf-8").splitlines() == said(small)
    assert job.read_text(encoding="utf-8") == "Before\n" + summary(small, Options()) + "\n"
    monkeypatch.setenv(SUMMARY, str(tmp_path / "nowhere" / "summary.md"))
    with pytest.raises(ToolError, match="cannot write the job's summary"):
        reports()["github"].write(small, tmp_path / "x.txt", Options())


def test_a_run_of_nothing_has_nothing_to_annotate():
    assert said(Run()) == []
    assert summary(Run(), Options()) == "## Nothing could be judged.\n"
