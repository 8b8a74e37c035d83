"""A new user: the wheel in an empty environment, away from this repository, and every first thing that one does.

One test, since each step stands on the one before. It needs a package index, and says so where there is none.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from parcours import __version__
from servers import serving

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "parcours"
PAGE = '<!doctype html><html lang="en"><title>Boots</title><h1>Spring boots</h1><a href="tel:+33123456789">Call</a>'
COMPANIONS = ("pytest-xdist", "pytest-rerunfailures", "pytest-html", "allure-pytest", "pytest-split")
# What would make another environment out of an empty one.
FOREIGN = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "CI", "GITHUB_STEP_SUMMARY")


@dataclass(frozen=True)
class User:
    """Somebody in a folder, with an environment of their own."""

    python: Path
    home: Path

    def calls(self, *words: str, ends: int = 0, seconds: float = 600) -> str:
        """What the command says on both outputs. It must end with that code."""
        kept = {name: value for name, value in os.environ.items() if name not in FOREIGN and "PYTEST" not in name}
        kept["PATH"] = os.pathsep.join((str(self.python.parent), kept.get("PATH", "")))
        done = subprocess.run(
            [str(self.python.parent / words[0]), *words[1:]],
            cwd=self.home,
            env=kept,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=seconds,
        )
        assert done.returncode == ends, f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}"
        return done.stdout

    def installs(self, *what: str) -> None:
        """Install packages, from the index where they are names."""
        self.calls("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what)


@pytest.fixture
def user(tmp_path: Path) -> User:
    home, environment = tmp_path / "shop", tmp_path / "environment"
    home.mkdir()
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    user = User(environment / "bin" / "python", home)
    try:
        user.calls(
            "python", "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(tmp_path / "any"), "iniconfig"
        )
    except AssertionError as error:
        pytest.skip(f"there is no package index here: {str(error).splitlines()[-1]}")
    return user


def built(source: Path, target: Path, *kinds: str) -> Path:
    """The wheel of a project, made with the tools that are here; without a `kind`, by way of its sdist."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    call = [sys.executable, "-m", "build", *kinds, "--no-isolation", "--outdir", str(target), str(source)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = target.glob("*.whl")
    return wheel


def ours(folder: Path) -> Iterator[str]:
    """The files of the package that belong to whoever installs it."""
    for file in folder.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(folder.parent).as_posix()


def test_a_new_user_gets_everywhere_from_the_wheel(user: User, tmp_path: Path) -> None:
    wheel = built(ROOT, tmp_path / "dist")
    it_holds_all_of_the_package(wheel, next((tmp_path / "dist").glob("*.tar.gz")))
    user.installs(str(wheel))
    it_is_a_command_and_a_module(user, tmp_path)
    with serving({"/": PAGE}) as site:
        init_makes_a_first_scenario(user, f"{site.url}/")
        lint_finds_a_planted_error(user)
        pytest_walks_it(user)
        approve_makes_it_known(user)
        python_walks_it(user)
        an_example_package_adds_to_it(user, tmp_path)
        it_works_beside_other_plugins(user)
    the_demo_tells_its_stories(user)


def it_holds_all_of_the_package(wheel: Path, sdist: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == set(ours(PACKAGE))
    with tarfile.open(sdist) as archive:
        tops = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    assert tops >= {"src", "tests", "scenarios", "docs", "examples", "bench", "README.md", "LICENSE", "pyproject.toml"}
    assert tops & {"reports", "build", "dist", ".venv", ".git", ".ci"} == set()


def it_is_a_command_and_a_module(user: User, tmp_path: Path) -> None:
    said = f"parcours, version {__version__}\n"
    assert user.calls("parcours", "--version") == user.calls("python", "-m", "parcours", "--version") == said
    where = user.calls("python", "-c", "import parcours; print(parcours.__file__)").strip()
    assert Path(where).is_relative_to(tmp_path / "environment")
    assert "viewport/missing" in user.calls("parcours", "rules")
    assert "did you mean 'lint' or 'init'?" in user.calls("parcours", "lnit", ends=4)
    assert "no scenario here" in user.calls("parcours", "run", ends=5)
    assert "no tests collected" in user.calls("python", "-m", "pytest", "--collect-only", "-q", ends=5)


def init_makes_a_first_scenario(user: User, address: str) -> None:
    said = user.calls("parcours", "init", address, "--device", "iphone", "--ci", "gitlab")
    for name in ("parcours.toml", ".gitignore", ".pre-commit-config.yaml", ".gitlab-ci.yml", ".parcours/schema.json"):
        assert (user.home / name).is_file(), said
    assert user.calls("parcours", "lint") == "1 scenario: nothing to mend\n"


def lint_finds_a_planted_error(user: User) -> None:
    (scenario,) = (user.home / "scenarios").glob("*.yaml")
    sound = scenario.read_text(encoding="utf-8")
    assert "  - see:" in sound
    scenario.write_text(sound.replace("  - see:", "  - seee:"), encoding="utf-8")
    line = sound[: sound.index("  - see:")].count("\n") + 1
    said = user.calls("parcours", "lint", ends=4)
    assert f"scenarios/{scenario.name}:{line}:5: E008: 'seee' is not a verb" in said
    assert "did you mean 'see'" in said
    scenario.write_text(sound, encoding="utf-8")


def pytest_walks_it(user: User) -> None:
    said = user.calls("python", "-m", "pytest", "--device=iphone", ends=1)
    assert "::journey[iphone-chromium]" in said
    assert "viewport/missing" in said
    assert "1 journey: some do not work as a customer needs (1)" in said
    (run,) = (user.home / "reports" / "runs").iterdir()
    assert "Spring boots" in (run / "report.html").read_text(encoding="utf-8")


def approve_makes_it_known(user: User) -> None:
    user.calls("parcours", "approve", "--why", "as it is")
    assert user.calls("parcours", "lint") == "1 scenario: nothing to mend\n"
    assert "1 passed" in user.calls("python", "-m", "pytest", "--device=iphone")


def python_walks_it(user: User) -> None:
    code = (
        "import parcours, pathlib\n"
        "file, = pathlib.Path('scenarios').glob('*.yaml')\n"
        "print(parcours.load_scenario(file).devices, parcours.run_journey.__module__)"
    )
    assert user.calls("python", "-c", code) == "('iphone',) parcours.api\n"


def an_example_package_adds_to_it(user: User, tmp_path: Path) -> None:
    example = ROOT / "examples" / "house-rules"
    user.installs("--no-deps", str(built(example, tmp_path / "example", "--wheel")))
    assert "house/" in user.calls("parcours", "rules")
    tried = user.home / "test_house_rules.py"
    tried.write_bytes((example / "tests" / "test_house_rules.py").read_bytes())
    assert " passed" in user.calls("python", "-m", "pytest", "-q", tried.name)
    tried.unlink()
    user.calls("python", "-m", "pip", "uninstall", "--quiet", "--yes", "house-rules")


def it_works_beside_other_plugins(user: User) -> None:
    user.installs(*COMPANIONS)
    (user.home / "test_plain.py").write_text("def test_plain(): pass\n", encoding="utf-8")
    (user.home.parent / "allure").mkdir()
    beside = ("-n", "2", "--reruns", "1", "--html=tests.html", "--alluredir", "../allure", "--junitxml=junit.xml")
    said = user.calls("python", "-m", "pytest", "--device=iphone", "--parcours-fail-on=all", *beside, ends=1)
    assert "1 failed, 1 passed, 1 rerun" in said
    assert "1 journey: some do not work as a customer needs (1)" in said
    told = [file.read_text(encoding="utf-8") for file in (user.home.parent / "allure").glob("*-result.json")]
    assert len(told) == 3
    assert sum("viewport/missing" in result for result in told) == 2
    assert "viewport/missing" in (user.home / "tests.html").read_text(encoding="utf-8")
    assert 'name="parcours_status"' in (user.home / "junit.xml").read_text(encoding="utf-8")
    halves = [
        user.calls(
            "python", "-m", "pytest", "--device=iphone", "--collect-only", "-q", "--splits", "2", "--group", group
        )
        for group in "12"
    ]
    assert ["::journey[" in half for half in halves] == [True, False]
    assert ["::test_plain" in half for half in halves] == [False, True]


def the_demo_tells_its_stories(user: User) -> None:
    said = user.calls("parcours", "demo", "--no-open")
    assert "The report, with a picture of every step" in said
