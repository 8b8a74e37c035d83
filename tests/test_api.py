"""What programs import from `parcours`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import parcours
from parcours.storage.facts import read_facts
from servers import serving

PAGE = '<!doctype html><html lang="en"><title>Shop</title><h1>Boots</h1><a href="tel:+33123456789">Call us</a>'


def test_every_public_name_is_there() -> None:
    assert {name for name in parcours.__all__ if getattr(parcours, name, None) is None} == set()
    assert set(parcours.__all__) <= set(dir(parcours))


def test_the_names_that_type_checkers_see_are_those_that_are_imported() -> None:
    source = Path(parcours.__file__).read_text(encoding="utf-8")
    seen = re.findall(r"^    from parcours\.(\S+) import (\w+) as (\w+)$", source, re.MULTILINE)
    assert seen == [(place, name, name) for place, names in parcours._PLACES.items() for name in names]


def test_importing_the_package_imports_nothing_else_of_it() -> None:
    code = "import sys, parcours; print([name for name in sys.modules if name.startswith('parcours.')])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


def test_a_name_that_is_none_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'parcours' has no attribute 'run_jorney'"):
        parcours.run_jorney  # noqa: B018


def test_a_program_walks_a_journey_and_judges_its_page_again(tmp_path: Path) -> None:
    with serving({"/": PAGE}) as site:
        file = tmp_path / "shop.yaml"
        file.write_text(
            f"parcours: 1\nallow-private: [127.0.0.1]\nstart:\n  link: {site.url}/\nsteps:\n  - see: Boots\n",
            encoding="utf-8",
        )
        scenario = parcours.load_scenario(file)
        result = parcours.run_journey(scenario, device="android", reports=tmp_path / "reports")
    assert (result.scenario, result.device, [step.ended for step in result.steps]) == ("shop", "android", ["done"] * 2)
    (run,) = (tmp_path / "reports" / "runs").iterdir()
    page = read_facts(run / result.folder / result.pages[0].facts)
    (said,) = parcours.judge(page, ["viewport/missing"])
    assert said.verdict is parcours.Verdict.FAILED
    assert {finding.rule for finding in result.findings} >= {"viewport/missing"}
    assert {judgement.rule.partition("/")[0] for judgement in parcours.judge(page, ["viewport"])} == {"viewport"}


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: parcours.load_scenario("gone.yaml"), "gone.yaml: E001"),
        (lambda: parcours.run_journey("gone.yaml"), "gone.yaml: E001"),
        (lambda: parcours.audit("https://shop.example", device="iphnoe"), "did you mean 'iphone'"),
    ],
    ids=["no file", "no file to walk", "no device"],
)
def test_what_is_wrong_is_a_usage_error(call: object, said: str) -> None:
    with pytest.raises(parcours.UsageError, match=said):
        call()  # type: ignore[operator]
