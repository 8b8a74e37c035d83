"""Baselines as they lie on the disk: read, written, merged by git, refused with a place."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from parcours.comparing import Standing
from parcours.comparing.against import compare
from parcours.comparing.approving import Scope
from parcours.comparing.known import Baseline, Known
from parcours.facts.belongings import Belonging, Sort
from parcours.findings import Severity
from parcours.scenario.problems import ScenarioError
from parcours.storage.baseline import baseline_file, dumped, read_baseline, write_baseline
from standings import DAY, approved, found, result

HOSTILE = (
    "plain", "", "a: b", "# no comment", "- x", "{x}", "[x], y", "it's “so”", 'say "x"', "yes", "null", "0612", "12:30",
    "back\\slash", "café ☎", "<<", "*x", "&x", "!x", "%x", "@x", "x #y", "2027-01-31", "~", "ﷺ", "a\u200db",
)  # fmt: skip


def whole() -> Baseline:
    stock = (Belonging(Sort.CONTACT, "tel +33465711234"), Belonging(Sort.THIRD_PARTY, "cdn.example"))
    android = result(found(), found(about="footer > p"), device="android", inventory=stock[:1], idle=("chat/dead",))
    return approved(result(found("links/dead", severity=Severity.BLOCKER), inventory=stock), android)


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    file = baseline_file(tmp_path / "letter.yaml", "letter")
    write_baseline(file, whole())
    known = read_baseline(file)
    assert known is not None
    assert dumped(known) == dumped(whole()) == file.read_text(encoding="utf-8")
    assert known.by_key == whole().by_key
    assert known.by_device.keys() == whole().by_device.keys()
    assert known.by_device["android"].inventory == whole().by_device["android"].inventory
    assert known.by_device["android"].cost == whole().by_device["android"].cost
    now = (result(found("links/dead", severity=Severity.BLOCKER)), result(found(), device="android"))
    assert {line.standing for line in compare(now, known, today=DAY).lines} == {
        line.standing for line in compare(now, whole(), today=DAY).lines
    }


def test_one_line_a_finding_sorted_and_nothing_that_need_not_be_said(tmp_path: Path) -> None:
    assert dumped(whole()).splitlines()[2:6] == [
        "baseline: 1",
        "findings:",
        '  - {step: start, rule: links/dead, on: iphone, severity: blocker, count: 1, at: ["main > p"]}',
        '  - {step: start, rule: text/tiny, on: android, severity: minor, count: 2, at: ["footer > p", "main > p"]}',
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    known = Known("start", "text/tiny", text, "iphone", Severity.MINOR, why=text, places=(text or "x", "b"))
    file = tmp_path / "letter.yaml"
    write_baseline(file, Baseline("letter", (known,)))
    read = read_baseline(file)
    assert read is not None
    assert read.findings == (known,)


def test_a_page_cannot_write_lines_into_it(tmp_path: Path) -> None:
    evil = found(about="p\n  - {step: x}\u202e\x00", aspect="a\nb\ud800")
    file = tmp_path / "letter.yaml"
    write_baseline(file, approved(result(evil)))
    known = read_baseline(file)
    assert known is not None
    assert [(one.aspect, one.places) for one in known.findings] == [("a b", ("p - {step: x}",))]
    assert [line.standing for line in compare([result(evil)], known, today=DAY).lines] == [Standing.KNOWN]


def test_where_there_is_no_file_nothing_is_known(tmp_path: Path) -> None:
    assert read_baseline(tmp_path / "letter.yaml") is None


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("baseline: 1\nfindings:\n  - {step: a, rule: b, on: c, severity: grave}\n", "3:41", "'grave' is not"),
        ("baseline: 1\nfindings:\n  - {step: a, rule: b, severity: minor}\n", "3:5", "'on' is missing"),
        ("baseline: 1\nfindings:\n  - {rule: b, on: c, severity: minor, count: 0}\n", "3:46", "'0' should be greater"),
        ("baseline: 1\nfindings:\n  - {rule: b, on: c, severity: minor, until: soon}\n", "3:46", "'soon' is not a day"),
        ("baseline: 1\nfindings:\n  - {rule: b, on: c, severity: minor, until: 2026-02-30}\n", "3:46", "no day"),
        ("baseline: 1\nfindigns: []\n", "2:1", "'findigns' is not a key of a baseline"),
        ("baseline: 2\n", "1:11", "'2' is not"),
        ("baseline: 1\nwalks:\n  - {on: a, taps: -1}\n", "3:19", "'-1' should be greater"),
        ("- a\n", "1:1", "this is no baseline"),
        ("baseline: 1\nfindings: [\n", "", "E003"),
        (
            "baseline: 1\nfindings:\n<<<<<<< HEAD\n  - {rule: b, on: c, severity: minor}\n=======\n>>>>>>> theirs\n",
            "3:1",
            "a merge was not finished here",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, place: str, said: str) -> None:
    file = tmp_path / "letter.yaml"
    file.write_text(text)
    with pytest.raises(ScenarioError) as refused:
        read_baseline(file)
    first = str(refused.value).splitlines()[0]
    assert said in first
    assert first.startswith(f"{file}:{place}")


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "letter.yaml"
    file.write_text("baseline: 1\nfindings:\n  - {on: c, severity: minor}\n  - {rule: b, on: c, severity: x}\n")
    with pytest.raises(ScenarioError) as refused:
        read_baseline(file)
    assert [problem.line for problem in refused.value.problems] == [3, 4]


def test_a_scenario_of_many_findings_is_read(tmp_path: Path) -> None:
    many = tuple(Known("start", "text/tiny", f"p-{n}", "iphone", Severity.MINOR) for n in range(900))
    file = tmp_path / "letter.yaml"
    write_baseline(file, Baseline("letter", many))
    known = read_baseline(file)
    assert known is not None
    assert len(known.findings) == 900


def test_one_finding_on_two_lines_stands_for_what_either_approved(tmp_path: Path) -> None:
    file = tmp_path / "letter.yaml"
    one = "step: start, rule: text/tiny, on: iphone"
    file.write_text(
        f"baseline: 1\nfindings:\n  - {{{one}, severity: minor, count: 3, until: 2027-01-31}}\n"
        f"  - {{{one}, severity: major, why: agreed, until: 2026-12-31}}\n"
    )
    known = read_baseline(file)
    assert known is not None
    assert known.findings == (
        Known(
            "start", "text/tiny", "", "iphone", Severity.MAJOR, 3, why="agreed", until=date(2026, 12, 31)
        ),
    )  # fmt: skip


# Merging, by git itself


class Repository:
    """A repository of a test's own, with nothing of the machine's settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")

    def git(self, *args: str) -> str:
        settings = ("-c", "user.name=A", "-c", "user.email=a@shop.example", "-c", "commit.gpgsign=false")
        ran = subprocess.run(
            ["git", *settings, *args], cwd=self.folder, capture_output=True, text=True, check=False,
            env={"PATH": "/usr/bin:/bin:/usr/local/bin", "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(self.folder)},
        )  # fmt: skip
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def approves(self, branch: str, scenario: str, baseline: Baseline) -> None:
        """A branch on which somebody approves something, and commits it."""
        self.git("checkout", "-q", "-B", branch, "main")
        write_baseline(self.folder / "baselines" / f"{scenario}.yaml", baseline)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", branch)

    def merged(self, *branches: str) -> None:
        self.git("checkout", "-q", "main")
        for branch in branches:
            self.git("merge", "-q", "--no-edit", branch)

    def known(self, scenario: str) -> Baseline:
        found = read_baseline(self.folder / "baselines" / f"{scenario}.yaml")
        assert found is not None
        return found


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path)
    write_baseline(tmp_path / "baselines" / "letter.yaml", approved(result()))
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "nothing is known")
    return repository


def test_two_branches_that_approve_different_scenarios_merge(repository: Repository) -> None:
    repository.approves("one", "letter", approved(result(found())))
    repository.approves("other", "poster", approved(result(found("links/dead"))))
    repository.merged("one", "other")
    assert [known.rule for known in repository.known("letter").findings] == ["text/tiny"]
    assert [known.rule for known in repository.known("poster").findings] == ["links/dead"]


def test_two_branches_that_begin_with_different_scenarios_merge(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.git("commit", "-q", "--allow-empty", "-m", "nothing")
    repository.approves("one", "letter", approved(result(found())))
    repository.approves("other", "poster", approved(result(found("links/dead"))))
    repository.merged("one", "other")
    assert [known.rule for known in repository.known("letter").findings] == ["text/tiny"]
    assert [known.rule for known in repository.known("poster").findings] == ["links/dead"]


def test_two_branches_that_approve_different_findings_of_one_scenario_merge(repository: Repository) -> None:
    """Their lines are neighbours: without the attributes file, git gives up."""
    both = result(found("links/dead"), found("text/tiny"))
    base = approved(result())
    for branch, rule in (("one", "links/dead"), ("other", "text/tiny")):
        repository.approves(branch, "letter", approved(both, old=base, scope=Scope(rules=(rule,)), why=branch))
    repository.merged("one", "other")
    known = repository.known("letter")
    assert [(one.rule, one.why) for one in sorted(known.findings, key=lambda one: one.rule)] == [
        ("links/dead", "one"),
        ("text/tiny", "other"),
    ]
    assert {line.standing for line in compare([both], known, today=DAY).lines} == {Standing.KNOWN}


def test_two_branches_that_approve_the_same_finding_differently_merge(repository: Repository) -> None:
    base = approved(result())
    repository.approves("one", "letter", approved(result(found()), old=base, why="agreed"))
    repository.approves("other", "letter", approved(result(found(), found(about="footer")), old=base))
    repository.merged("one", "other")
    (known,) = repository.known("letter").findings
    assert (known.count, known.why, known.places) == (2, "agreed", ("footer", "main > p"))
