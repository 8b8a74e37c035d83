"""What a release stands on agrees with itself: versions, the image, the documents."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

import parcours
from parcours.cli.init import SERVICES

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, their lines joined."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(word, " ".join(rest.split())) for word, _, rest in (line.partition(" ") for line in lines)]


def test_one_version_is_told_everywhere() -> None:
    assert PROJECT["version"] == parcours.__version__
    changes = re.findall(r"^## \[(\S+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert parcours.__version__ in changes[:2]
    assert re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?", parcours.__version__)


def test_the_classifiers_name_the_pythons_that_it_is_tried_on() -> None:
    named = [c.rpartition(" :: ")[2] for c in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", c)]
    assert named == ["3.11", "3.12", "3.13"]
    assert PROJECT["requires-python"] == f">={named[0]}"
    assert f"Python {', '.join(named[:-1])} and {named[-1]}" in (ROOT / "docs" / "release.md").read_text(
        encoding="utf-8"
    )


def test_the_image_is_pinned_ordinary_and_keeps_the_sandbox() -> None:
    said = instructions()
    known = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "ENTRYPOINT", "CMD"}
    assert {word for word, _ in said} <= known
    bases = [rest.split()[0] for word, rest in said if word == "FROM"]
    assert [base for base in bases if not re.fullmatch(r"python:3\.\d+\.\d+-slim-[a-z]+", base)] == []
    last = said[max(index for index, (word, _) in enumerate(said) if word == "FROM") :]
    users = [rest for word, rest in last if word == "USER"]
    assert users == ["1000"]
    assert f"--uid {users[0]}" in " ".join(rest for _, rest in last)
    order = [word for word, _ in last]
    assert order.index("USER") > max(index for index, word in enumerate(order) if word in ("RUN", "COPY"))
    whole = " ".join(rest for _, rest in said)
    assert [word for word in ("--no-sandbox", "--privileged", "sudo", "curl", "wget", ":latest") if word in whole] == []
    for tool in re.findall(r'pip install [^&]*?"([^"]+)"', whole):
        assert "==" in tool


def test_the_image_has_no_fault_that_hadolint_knows() -> None:
    tool = shutil.which("hadolint")
    if tool is None:
        pytest.skip("hadolint is not on the path")
    said = subprocess.run([tool, str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (0, "")


def test_the_image_gets_what_it_copies_and_nothing_else() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")
    let_in = {line[1:] for line in lines if line.startswith("!")}
    copied = {
        name.strip("./")
        for word, rest in instructions()
        if word == "COPY" and not rest.startswith("--from")
        for name in rest.split()[:-1]
    }
    assert "*" in lines
    assert let_in == copied == {name for name in copied if (ROOT / name).exists()}


def test_the_package_carries_a_job_for_every_ci_server() -> None:
    jobs = {path.name for path in (ROOT / "src" / "parcours" / "cli" / "ci").iterdir()}
    assert jobs == {service.template for service in SERVICES.values()}
