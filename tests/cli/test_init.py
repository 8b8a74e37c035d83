"""`parcours init`: what it writes, what it leaves alone, and that CI servers can read the jobs."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from parcours import __version__
from parcours.cli import main
from parcours.cli.init import SERVICES
from parcours.config import load_config
from parcours.errors import Exit
from servers import serving

ALWAYS = ("parcours.toml", ".parcours/schema.json", ".gitignore", ".pre-commit-config.yaml")
PAGE = '<!doctype html><html lang="en"><title>Boots</title><h1>Boots</h1><a href="tel:+33123456789">Call us</a>'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def init(*args: str) -> Result:
    return CliRunner().invoke(main, ["init", *args])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_fresh_folder_gets_all_that_belongs_beside_scenarios(here: Path) -> None:
    said = init("--device", "ipad", "--ci", "github")
    assert (said.exit_code, said.stderr) == (Exit.FINE, "")
    made = (*ALWAYS, ".github/workflows/parcours.yml")
    assert [line.split()[-1] for line in said.stdout.splitlines() if line.startswith("Written:")] == list(made)
    assert set(contents(here)) == set(made)
    config = load_config(here)
    assert (config.devices, config.scenarios, config.reports) == (("ipad",), here / "scenarios", here / "reports")
    assert json.loads((here / ".parcours/schema.json").read_text(encoding="utf-8"))["$schema"]
    assert said.stdout.splitlines()[-1].startswith("Next: parcours new")


@pytest.mark.parametrize("ci", SERVICES)
def test_a_second_call_changes_nothing(here: Path, ci: str) -> None:
    init("--ci", ci)
    before = contents(here)
    said = init("--ci", ci)
    assert {line.split(":")[0] for line in said.stdout.splitlines() if not line.startswith("Next")} == {"Left alone"}
    assert contents(here) == before


def test_what_is_somebody_elses_stays_letter_by_letter_and_what_to_add_is_told(here: Path) -> None:
    theirs = {
        ".pre-commit-config.yaml": "repos: []\n",
        ".gitlab-ci.yml": "build:\n  script: make\n",
        ".parcours/schema.json": "{}\n",
        "pyproject.toml": "tool = {black = {}}\n",
    }
    for name, text in theirs.items():
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(text, encoding="utf-8")
    said = init("--ci", "gitlab")
    assert said.exit_code == Exit.FINE
    after = contents(here)
    assert {name: after[name].decode() for name in theirs} == theirs
    assert set(after) - set(theirs) == {".gitignore", ".gitlab/parcours.yml"}
    for told in (
        "Left alone:  .pre-commit-config.yaml\n             add below its `repos:`\n               - repo: local",
        "Written:     .gitlab/parcours.yml\n             add to .gitlab-ci.yml:\n             include:\n               - local",
        "Left alone:  .parcours/schema.json\n             parcours schema --output .parcours/schema.json makes it again",
        "Left alone:  pyproject.toml\n             add to it:\n             [tool.parcours]",
    ):
        assert told in said.stdout


def test_a_jenkinsfile_that_is_there_gets_one_beside_it(here: Path) -> None:
    (here / "Jenkinsfile").write_text("pipeline {}\n")
    said = init("--ci", "jenkins")
    assert (here / "Jenkinsfile").read_text() == "pipeline {}\n"
    assert "with the script path parcours.Jenkinsfile" in said.stdout
    assert (here / "parcours.Jenkinsfile").is_file()


@pytest.mark.parametrize("end", ["\n", "\r\n", ""], ids=["a last line", "ends of Windows", "no end"])
def test_files_that_are_added_to_keep_what_they_said(here: Path, end: str) -> None:
    old = f'[project]{end or chr(10)}name = "shop"{end}'
    (here / "pyproject.toml").write_bytes(old.encode())
    (here / ".gitignore").write_bytes(f"dist/{end}".encode())
    said = init()
    assert "Added to:    pyproject.toml\n" in said.stdout
    assert "Added to:    .gitignore\n             reports/runs/\n" in said.stdout
    shared, ignored = (here / "pyproject.toml").read_bytes(), (here / ".gitignore").read_bytes()
    assert shared.startswith(old.encode())
    assert (b"\r\n" in shared) == (end == "\r\n") == (b"\r\n" in ignored)
    assert tomllib.loads(shared.decode())["project"] == {"name": "shop"}
    assert load_config(here).devices == ("iphone", "android")
    assert ignored.decode().split() == [
        "dist/",
        "#",
        "what",
        "parcours",
        "walked",
        "reports/runs/",
        "reports/history.jsonl",
    ]
    assert not (here / "parcours.toml").exists()


def test_runs_that_are_ignored_already_need_no_line(here: Path) -> None:
    (here / ".gitignore").write_text("/reports\n")
    assert "Left alone:  .gitignore\n" in init().stdout
    assert (here / ".gitignore").read_text() == "/reports\n"


def test_settings_that_are_there_decide_the_folders(here: Path) -> None:
    (here / "parcours.toml").write_text('scenarios = "journeys"\nreports = "out/phones"\n')
    init("--ci", "github")
    assert (here / ".gitignore").read_text().splitlines()[1:] == ["out/phones/runs/", "out/phones/history.jsonl"]
    assert "files: ^journeys/\n" in (here / ".pre-commit-config.yaml").read_text()
    job = (here / ".github/workflows/parcours.yml").read_text()
    assert (
        '"journeys/**"' in job,
        "path: out/phones/runs/" in job,
        "scenarios" in job.replace("that scenarios", ""),
    ) == (
        True,
        True,
        False,
    )


def test_a_ci_job_belongs_into_the_repositorys_root(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / ".git").mkdir()
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    said = init("--ci", "github")
    assert (said.exit_code, said.stdout) == (Exit.USAGE, "")
    assert "in the repository's root" in said.stderr
    assert contents(here) == {}


@pytest.mark.parametrize(
    ("args", "said"),
    [(("letter.pdf",), "there is no file 'letter.pdf'"), (("--ci", "gihub"), "'gihub'"), (("two words",), "two words")],
)
def test_a_wrong_call_writes_nothing(here: Path, args: tuple[str, ...], said: str) -> None:
    done = init(*args)
    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert said in done.stderr
    assert contents(here) == {}


def test_the_first_scenario_names_its_format_to_editors_and_is_left_alone_then(here: Path) -> None:
    with serving({"/": PAGE}) as site:
        said = init(f"{site.url}/", "--device", "iphone")
    assert said.exit_code == Exit.FINE, said.output
    (scenario,) = (here / "scenarios").glob("*.yaml")
    lines = scenario.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../.parcours/schema.json"
    assert (scenario.parent / lines[0].partition("=")[2]).is_file()
    assert CliRunner().invoke(main, ["lint"]).exit_code == Exit.FINE
    again = init(f"{site.url}/")  # nobody is asked: the site is gone
    assert (again.exit_code, again.stdout.splitlines()[-1]) == (
        Exit.FINE,
        f"Left alone:  scenarios/{scenario.name}",
    )


# The jobs


def job(here: Path, ci: str) -> str:
    init("--ci", ci)
    return (here / SERVICES[ci].path).read_text(encoding="utf-8")


def published(name: str) -> dict[str, Any]:
    """The format of a CI server's files, as it is published."""
    found = importlib.util.find_spec("check_jsonschema")
    if found is None:
        pytest.skip("check-jsonschema, which carries the format, is not installed")
    (folder,) = found.submodule_search_locations or ()
    file = Path(folder) / "builtin_schemas" / "vendor" / f"{name}.json"
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


@pytest.mark.parametrize(("ci", "name"), [("github", "github-workflows"), ("gitlab", "gitlab-ci")])
def test_a_job_is_as_its_server_wants_it(here: Path, ci: str, name: str) -> None:
    loaded = yaml.safe_load(job(here, ci))
    if ci == "github":
        loaded["on"] = loaded.pop(True)  # YAML 1.1 reads `on` as true
    validator = jsonschema.Draft7Validator(published(name))
    assert [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(loaded)] == []
    broken = {**loaded, "jobs" if ci == "github" else "parcours:walk": {"steps": 5}}
    assert list(validator.iter_errors(broken)) != []


COMMAND = re.compile(r"(?<![\w.-])parcours ((?:lint|run|report|doctor)\b[^\n']*)")


def commands(text: str) -> Iterator[list[str]]:
    """The calls of parcours in a job, their variables filled in."""
    for found in COMMAND.finditer("\n".join(line for line in text.splitlines() if line.lstrip()[:1] not in "#/")):
        line = re.sub(
            r'"?\$\{\{ matrix.shard \}\}"?|"?\$CI_NODE_INDEX/\$CI_NODE_TOTAL"?|"?\$SHARD/2"?', "1/2", found[1]
        )
        assert "$" not in line
        yield shlex.split(line)


@pytest.mark.parametrize("ci", SERVICES)
def test_every_command_of_a_job_is_one_that_we_have(here: Path, ci: str) -> None:
    found = list(commands(job(here, ci)))
    assert {words[0] for words in found} >= {"lint", "run", "report"}
    with click.Context(main) as top:
        for name, *args in found:
            command = main.get_command(top, name)
            assert command is not None
            command.make_context(name, list(args), parent=top)


@pytest.mark.parametrize("ci", SERVICES)
def test_a_job_walks_every_shard_once_keeps_what_was_found_and_reports_it(here: Path, ci: str) -> None:
    text = job(here, ci)
    assert f"parcours=={__version__}" in text
    assert "{parcours}" not in text
    assert "{scenarios}" not in text
    assert "{reports}" not in text
    if ci == "github":
        jobs = yaml.safe_load(text)["jobs"]
        assert jobs["walk"]["strategy"] == {"fail-fast": False, "matrix": {"shard": ["1/2", "2/2"]}}
        assert [step["if"] for step in jobs["walk"]["steps"] if "upload-artifact" in step.get("uses", "")] == [
            "${{ !cancelled() }}"
        ]
        assert all("timeout-minutes" in each for each in jobs.values())
        assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
        actions = [step["uses"] for each in jobs.values() for step in each["steps"] if "uses" in step]
        assert [action for action in actions if not re.fullmatch(r"[\w-]+/[\w/-]+@v\d+", action)] == []
        assert "github/codeql-action/upload-sarif@v3" in actions
    elif ci == "gitlab":
        jobs = yaml.safe_load(text)
        walk, report = jobs["parcours:walk"], jobs["parcours:report"]
        assert (walk["parallel"], walk["artifacts"]["when"], report["needs"]) == (2, "always", ["parcours:walk"])
        assert {rule["when"] for rule in report["rules"]} == {"always"}
        assert set(report["artifacts"]["reports"]) == {"junit", "codequality"}
    else:
        assert re.findall(r"values (.*)", text) == ["'1', '2'"]
        assert [text.count(f"unstash 'run-{shard}'") for shard in "12"] == [1, 1]
        assert "reportDir: 'report/html', reportFiles: 'index.html'" in text
        bare = re.sub(r"'''.*?'''|'[^'\n]*'|\"[^\"\n]*\"|//[^\n]*", "", text, flags=re.DOTALL)
        assert "'" not in bare
        assert [bare.count(left) - bare.count(right) for left, right in ("{}", "()", "[]")] == [0, 0, 0]


@pytest.mark.parametrize("ci", SERVICES)
def test_the_shell_of_a_job_is_well_formed(here: Path, ci: str) -> None:
    text = job(here, ci)
    if ci == "github":
        parts = [
            step["run"] for each in yaml.safe_load(text)["jobs"].values() for step in each["steps"] if "run" in step
        ]
        parts = [re.sub(r"\$\{\{.*?\}\}", "x", part) for part in parts]
    elif ci == "gitlab":
        jobs = yaml.safe_load(text).values()
        parts = [line for each in jobs for line in (*each.get("before_script", ()), *each.get("script", ()))]
    else:
        parts = re.findall(r"sh '''(.*?)'''", text, re.DOTALL)
    assert len(parts) >= 3
    for part in parts:
        said = subprocess.run(["bash", "-n", "-c", part], capture_output=True, text=True, check=False)
        assert (said.returncode, said.stderr) == (0, ""), part


# The hook


def test_the_hook_that_is_written_is_one_that_pre_commit_runs(here: Path) -> None:
    pytest.importorskip("pre_commit")
    (here / "scenarios").mkdir()
    (here / "scenarios" / "spring.yaml").write_text(
        "parcours: 1\nstart:\n  link: https://shop.example/\n", encoding="utf-8"
    )
    init()
    tools = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(here),
        "PRE_COMMIT_HOME": str(here / "home"),
    }
    for words in (["git", "init", "-q"], ["git", "add", "."]):
        subprocess.run(words, cwd=here, check=True)
    (here / "bin").mkdir()
    door = here / "bin" / "parcours"
    door.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(":".join(sys.path))} exec {shlex.quote(sys.executable)} -m parcours "$@"\n'
    )
    door.chmod(0o755)
    tools["PATH"] = f"{door.parent}:{tools['PATH']}"
    hook = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    fine = subprocess.run(hook, cwd=here, env=tools, capture_output=True, text=True, check=False)
    assert (fine.returncode, "Passed" in fine.stdout) == (0, True), fine.stdout + fine.stderr
    (here / "scenarios" / "spring.yaml").write_text(
        "parcours: 1\nstrat:\n  link: https://shop.example/\n", encoding="utf-8"
    )
    wrong = subprocess.run(hook, cwd=here, env=tools, capture_output=True, text=True, check=False)
    assert (wrong.returncode, "did you mean 'start'?" in wrong.stdout) == (1, True), wrong.stdout + wrong.stderr


def test_the_hook_that_this_repository_offers_is_one() -> None:
    manifest = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
    clientlib = pytest.importorskip("pre_commit.clientlib")
    (hook,) = clientlib.load_manifest(str(manifest))
    assert (hook["id"], hook["entry"], hook["pass_filenames"]) == ("parcours-lint", "parcours lint", False)
