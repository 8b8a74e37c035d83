"""`parcours lint`: what is wrong with scenarios is told with its place, and no browser is started."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parcours.cli import main
from parcours.comparing.known import Baseline, Known
from parcours.errors import Exit
from parcours.findings import Severity
from parcours.storage.baseline import write_baseline

ROOT = Path(__file__).parents[2]
LETTER = ROOT / "scenarios" / "assets" / "lettre-printemps.pdf"

GOOD = """\
parcours: 1
devices: [iphone, android]
start:
  qr: assets/letter.pdf
steps:
  - see: "Boots"
  - tap: "Order"
    only-on: ios
accept:
  - {rule: text/tiny, why: agreed, until: 2999-12-31, on: android}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one scenario that has nothing wrong."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scenarios" / "assets").mkdir(parents=True)
    shutil.copyfile(LETTER, tmp_path / "scenarios" / "assets" / "letter.pdf")
    (tmp_path / "scenarios" / "spring.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path / "scenarios"


def lint(*args: str) -> Result:
    return CliRunner().invoke(main, ["lint", *args])


def found(*args: str) -> tuple[Exit, list[str]]:
    """The exit code, and each problem as file:line:column code."""
    said = lint("--format", "json", *args)
    told = json.loads(said.stdout)["problems"]
    places = [f"{one['file']}:{one['line']}:{one['column']} {one['code']}" for one in told]
    assert [one["severity"] for one in told] == ["warning" if " W" in place else "error" for place in places]
    return Exit(said.exit_code), places


def change(folder: Path, old: str, new: str) -> None:
    assert old in GOOD
    (folder / "spring.yaml").write_text(GOOD.replace(old, new), encoding="utf-8")


def test_what_is_well_is_told_in_one_line(folder: Path) -> None:
    said = lint()
    assert (said.exit_code, said.stdout, said.stderr) == (Exit.FINE, "1 scenario: nothing to mend\n", "")


def test_quiet_and_well_says_nothing(folder: Path) -> None:
    assert CliRunner().invoke(main, ["-q", "lint"]).output == ""


@pytest.mark.parametrize(
    ("old", "new", "code", "places"),
    [
        ("- see:", "- sea:", Exit.USAGE, ["scenarios/spring.yaml:6:5 E008"]),
        ("assets/letter.pdf", "assets/gone.pdf", Exit.USAGE, ["scenarios/spring.yaml:4:7 E012"]),
        ("assets/letter.pdf", "assets/torn.pdf", Exit.USAGE, ["scenarios/spring.yaml:4:7 E017"]),
        ("qr: assets/letter.pdf", 'sms: "Call us"', Exit.FINDINGS, ["scenarios/spring.yaml:4:8 W001"]),
        (
            "qr: assets/letter.pdf",
            'sms: "Call us"\n  fallback-url: https://shop.example/',
            Exit.FINE,
            [],
        ),
        ("until: 2999-12-31", "until: 2026-01-31", Exit.FINDINGS, ["scenarios/spring.yaml:10:43 W002"]),
        ("on: android}", "on: ipad}", Exit.FINDINGS, ["scenarios/spring.yaml:10:59 W003"]),
        ("on: android}", "on: [ipad, iphone]}", Exit.FINE, []),
        ("only-on: ios", "only-on: ipad", Exit.FINDINGS, ["scenarios/spring.yaml:7:5 W003"]),
        (
            "devices: [iphone, android]",
            "devices: [android]",
            Exit.FINDINGS,
            ["scenarios/spring.yaml:7:5 W003"],
        ),
        ("devices: [iphone, android]\n", "", Exit.FINE, []),
    ],
    ids=[
        "a verb that is none",
        "an artwork that is not there",
        "an artwork that cannot be read",
        "a message without an address",
        "a message without an address and a way round",
        "an agreement that has ended",
        "an agreement for a phone that is not there",
        "an agreement for a phone that is there, among others",
        "a step for a phone that is not there",
        "a step for a phone that is not there any more",
        "phones that the configuration chooses",
    ],
)
def test_each_mistake_is_told_at_its_place(folder: Path, old: str, new: str, code: Exit, places: list[str]) -> None:
    (folder / "assets" / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    change(folder, old, new)
    assert found() == (code, places)


def known(step: str, rule: str, until: str = "") -> Known:
    from datetime import date

    return Known(step, rule, "", "iphone", Severity.MINOR, until=date.fromisoformat(until) if until else None)


def test_what_a_baseline_excuses_in_vain_is_told_at_its_line(folder: Path) -> None:
    findings = (
        known("start", "text/tiny"),
        known("see-boots", "journey/effort"),
        known("", "inventory/contact", "2999-12-31"),
        known("tap-order", "text/tiny", "2026-01-31"),
        known("tap-ordre", "text/tiny"),
        known("see-boots", "text/tinny"),
    )
    write_baseline(folder / "baselines" / "spring.yaml", Baseline("spring", findings))
    lines = (folder / "baselines" / "spring.yaml").read_text(encoding="utf-8").splitlines()
    code, places = found()
    assert code == Exit.FINDINGS
    assert {
        (lines[int(place.split(":")[1]) - 1].split("step: ")[-1].split(",")[0], place[-4:]) for place in places
    } == {
        ("tap-order", "W002"),
        ("tap-ordre", "W003"),
        ("see-boots", "W003"),
    }
    assert "did you mean 'tap-order'?" in lint().stdout
    assert "there is no rule 'text/tinny'" in lint().stdout


def test_a_baseline_without_a_scenario_is_told_once_the_whole_folder_is_looked_at(folder: Path) -> None:
    write_baseline(folder / "baselines" / "sprung.yaml", Baseline("sprung"))
    (folder / "other.yaml").write_text(GOOD, encoding="utf-8")
    assert found() == (Exit.FINDINGS, ["scenarios/baselines/sprung.yaml:0:0 W003"])
    assert found("scenarios/other.yaml") == (Exit.FINE, [])


def test_a_broken_baseline_is_an_error(folder: Path) -> None:
    (folder / "baselines").mkdir()
    (folder / "baselines" / "spring.yaml").write_text("baseline: 2\n", encoding="utf-8")
    code, places = found()
    assert (code, [place.split()[0] for place in places]) == (Exit.USAGE, ["scenarios/baselines/spring.yaml:1:11"])


def test_two_scenarios_of_one_name_are_an_error(folder: Path) -> None:
    (folder / "Spring.yml").write_text(GOOD, encoding="utf-8")
    code, places = found()
    assert (code, places) == (Exit.USAGE, ["scenarios/spring.yaml:0:0 E013"])


def test_an_error_among_warnings_decides(folder: Path) -> None:
    change(folder, "until: 2999-12-31", "until: 2026-01-31")
    (folder / "other.yaml").write_text("parcours: 1\n", encoding="utf-8")
    said = lint()
    assert said.exit_code == Exit.USAGE
    assert said.stdout.splitlines()[-1] == "2 scenarios: 1 error, 1 warning"
    assert "scenarios/other.yaml: E009: `start` is missing" in said.stdout


def test_annotations_stand_at_the_line_of_a_pull_request(folder: Path) -> None:
    change(folder, "- see:", "- sea:")
    said = lint("--format", "github")
    assert said.stdout == (
        "::error file=scenarios/spring.yaml,line=6,title=parcours lint E008"
        "::'sea' is not a verb%0Adid you mean 'use' or 'see'?\n"
    )


def test_without_a_scenario_there_is_nothing_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = lint()
    assert (said.exit_code, said.stdout) == (Exit.NOTHING, "")
    assert "no scenario here" in said.stderr
    assert lint("nothing.yaml").exit_code == Exit.USAGE


def test_no_browser_is_driven_for_it(folder: Path) -> None:
    """Nothing is imported that drives one, so that it fits before each commit."""
    code = (
        "import sys\nfrom parcours.cli import main\n"
        "try: main(['lint'])\nexcept SystemExit as end: print(end.code)\n"
        "print([name for name in ('playwright.async_api', 'playwright.sync_api', 'pytest', 'jinja2') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "1 scenario: nothing to mend\n0\n[]\n"


def test_our_own_scenarios_have_nothing_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    said = lint("scenarios", "src/parcours/demo/scenarios")
    assert (said.exit_code, said.stdout.splitlines()[-1].partition(": ")[2]) == (Exit.FINE, "nothing to mend")
