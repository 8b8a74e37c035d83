"""Steps that scenarios share: they come into the journey as if they stood there, and errors stay in their file."""

from __future__ import annotations

from pathlib import Path

import pytest

import parcours.channels
import parcours.steps
from parcours.errors import UsageError
from parcours.scenario.loader import find_scenarios, load
from parcours.scenario.model import Scenario
from parcours.scenario.problems import ScenarioError

HEAD = "parcours: 1\nstart: {link: https://shop.example/}\nvars: {name: Anna}\nsteps:\n"
LOGIN = """\
parcours: 1
steps:
- type: {into: Name, text: "${who}"}
- type: "${env:SHOP_WORD}"
  into: Word
- tap: Log in
  id: enter
- use: parts/cookies.yaml
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shared" / "parts").mkdir(parents=True)
    (tmp_path / "shared" / "login.yaml").write_text(LOGIN, encoding="utf-8")
    (tmp_path / "shared" / "parts" / "cookies.yaml").write_text("parcours: 1\nsteps:\n- tap: OK\n", encoding="utf-8")
    return tmp_path


def loaded(folder: Path, steps: str) -> Scenario:
    file = folder / "voyage.yaml"
    file.write_text(HEAD + steps, encoding="utf-8")
    return load(file, parcours.steps.catalogue(), parcours.channels.catalogue())


def said(folder: Path, steps: str) -> list[str]:
    with pytest.raises(ScenarioError) as raised:
        loaded(folder, steps)
    return [
        f"{Path(p.file).relative_to(folder)}:{p.line}:{p.column} {p.code} {p.message} | {p.help}"
        for p in raised.value.problems
    ]


def test_shared_steps_stand_where_they_are_used(folder: Path) -> None:
    text = '- see: Shop\n- use: shared/login.yaml\n  with: {who: "${name}"}\n- see: Welcome\n'
    scenario = loaded(folder, text)
    assert [(step.id, step.verb, step.line, Path(step.file).name) for step in scenario.steps] == [
        ("see-shop", "see", 5, ""),
        ("login-type-name", "type", 3, "login.yaml"),
        ("login-type-word", "type", 4, "login.yaml"),
        ("login-enter", "tap", 6, "login.yaml"),
        ("login-cookies-tap-ok", "tap", 3, "cookies.yaml"),
        ("see-welcome", "see", 8, ""),
    ]
    assert scenario.steps[1].args.text == "Anna"
    assert {name: Path(problem.file).name for name, problem in scenario.environment.items()} == {
        "SHOP_WORD": "login.yaml"
    }


def test_a_file_may_be_used_twice_and_for_some_phones(folder: Path) -> None:
    text = (
        "- use: shared/parts/cookies.yaml\n- use: shared/parts/cookies.yaml\n  only-on: ios\n"
        "- {use: shared/parts/cookies.yaml, id: again}\n"
    )
    assert [(step.id, step.only_on) for step in loaded(folder, text).steps] == [
        ("cookies-tap-ok", ()),
        ("cookies-2-tap-ok", ("ios",)),
        ("again-tap-ok", ()),
    ]


def test_what_is_not_given_is_said_in_the_shared_file(folder: Path) -> None:
    advice = 'give it where the file is used: with: {who: "..."}'
    assert said(folder, "- use: shared/login.yaml\n") == [
        f"shared/login.yaml:3:29 E011 'who' is not given under `with:` | {advice}"
    ]
    assert said(folder, "- use: shared/login.yaml\n  with: {whom: x}\n") == [
        "shared/login.yaml:3:29 E011 'who' is not given under `with:` | did you mean 'whom'?"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("steps: [{tap: OK}]\n", "E015 `parcours: 1` is missing"),
        ("parcours: 1\n", "E009 a file of shared steps needs a list of `steps`"),
        ("parcours: 1\nsteps: {tap: OK}\n", "E009 a file of shared steps needs a list of `steps`"),
        ("parcours: 1\nstart: {link: x}\nsteps: []\n", "E008 'start' cannot stand in a file of shared steps"),
        ("parcours: 1\nvars: {a: b}\nsteps: []\n", "E008 'vars' cannot stand in a file of shared steps"),
        ("parcours: 1\nstep: []\nsteps: []\n", "E008 'step' is not a key of a file of shared steps"),
        ("parcours: 1\nsteps: [{tapp: OK}]\n", "E008 'tapp' is not a verb"),
        ("parcours: 1\nsteps: [{tap: OK\n", "E003 the mapping is not closed"),
        ("", "E009 the file is empty"),
        ("parcours: 1\nsteps: [{use: x.yaml}]\n", "E004 'x.yaml' uses itself in the end"),
        ("parcours: 1\nsteps: [{use: ../shared/x.yaml}]\n", "E012 '../shared/x.yaml' is not a path below"),
    ],
)
def test_a_shared_file_s_mistakes_are_said_in_it(folder: Path, text: str, problem: str) -> None:
    (folder / "shared" / "x.yaml").write_text(text, encoding="utf-8")
    (found,) = said(folder, "- use: shared/x.yaml\n")
    assert found.startswith("shared/x.yaml:")
    assert problem in found


@pytest.mark.parametrize("path", ["../other.yaml", "/etc/passwd", "shared/missing.yaml", "~/x.yaml"])
def test_only_files_below_the_scenario_are_used(folder: Path, path: str) -> None:
    (folder.parent / "other.yaml").write_text("parcours: 1\nsteps: []\n", encoding="utf-8")
    (found,) = said(folder, f"- use: {path}\n")
    assert found.startswith("voyage.yaml:5:8 E012 ")


def test_a_scenario_cannot_use_itself(folder: Path) -> None:
    (found,) = said(folder, "- use: voyage.yaml\n")
    assert (
        found == "voyage.yaml:5:3 E004 'voyage.yaml' uses itself in the end | write the steps out in one of the files"
    )


def test_files_use_each_other_five_deep_and_fifty_times(folder: Path) -> None:
    for n in range(1, 7):
        text = f"parcours: 1\nsteps: [{{use: {n + 1}.yaml}}]\n" if n < 6 else "parcours: 1\nsteps: [{tap: OK}]\n"
        (folder / f"{n}.yaml").write_text(text, encoding="utf-8")
    assert [step.verb for step in loaded(folder, "- use: 2.yaml\n").steps] == ["tap"]
    (deep,) = said(folder, "- use: 1.yaml\n")
    assert deep.startswith("5.yaml:2:10 E004 '6.yaml' is one file too many: at most 5 use each other")
    often = "- use: 6.yaml\n" * 51
    assert len(loaded(folder, often[: -len("- use: 6.yaml\n")]).steps) == 50
    (found,) = said(folder, often)
    assert found.startswith("voyage.yaml:55:3 E004 '6.yaml' is used once too often: 50 times are the most")


def test_for_which_phones_is_said_once(folder: Path) -> None:
    (folder / "shared" / "x.yaml").write_text("parcours: 1\nsteps: [{tap: OK, only-on: ios}]\n", encoding="utf-8")
    assert said(folder, "- use: shared/x.yaml\n  only-on: android\n") == [
        "voyage.yaml:5:3 E014 `only-on` stands beside this, and in 'shared/x.yaml' too | keep one of them"
    ]


def test_shared_files_are_no_scenarios(folder: Path) -> None:
    loaded(folder, "- use: shared/parts/cookies.yaml\n")
    assert [file.name for file in find_scenarios([folder])] == ["voyage.yaml"]
    with pytest.raises(UsageError) as raised:
        load(folder / "shared" / "login.yaml", parcours.steps.catalogue(), parcours.channels.catalogue())
    assert "steps for others to `use` belong into a folder named shared" in str(raised.value)
