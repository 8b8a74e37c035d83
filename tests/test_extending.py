"""The example package, installed beside parcours: its check, verb, channel, report and context options work."""

from __future__ import annotations

import base64
import gzip
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from servers import Answer, serving

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples/house-rules"
DOC = ROOT / "docs/extending.md"
BLOCK = re.compile(r"^```(\w+)\n# ([\w./-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

PAGE = """<!doctype html><html lang=en><title>Boots</title><meta name=viewport content="width=device-width"><link rel=icon href="data:,">
<h1>Boots</h1><p>59,90 €</p>"""
NUMBER = '<a href="tel:+33142010203" style="font-size:40px">01 42 01 02 03</a>'
PASSWORD = "opensesame-0815"
LET_IN = "Basic " + base64.b64encode(f"parcours:{PASSWORD}".encode()).decode()


@dataclass(frozen=True)
class House:
    """A project with the package installed, after its journeys were walked."""

    folder: Path
    said: str
    code: int

    def call(self, *args: str) -> str:
        return called(self.folder, *args).stdout


def called(folder: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(folder / "installed"), *filter(None, [os.environ.get("PYTHONPATH")])))
    command = [sys.executable, "-m", "parcours", *args]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": path, **env}, capture_output=True, text=True, check=False
    )


def install(folder: Path) -> None:
    """What pip leaves behind: the package, and the entry points that its pyproject.toml names."""
    import shutil
    import tomllib

    shutil.copytree(EXAMPLE / "src", folder / "installed")
    about = tomllib.loads((EXAMPLE / "pyproject.toml").read_text())["project"]
    info = folder / f"installed/house_rules-{about['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n")
    groups = about["entry-points"].items()
    lines = (
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in points.items()) for group, points in groups
    )
    (info / "entry_points.txt").write_text("\n".join(lines))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    install(folder)
    (folder / "scenarios").mkdir()
    pages = {"/a/471100": PAGE, "/staging": Answer(PAGE + NUMBER, needs=LET_IN)}
    with serving(pages) as site:
        head = "parcours: 1\nallow-private: [127.0.0.1]\nstart:\n"
        (folder / "scenarios/article.yaml").write_text(
            f"{head}  article: '471100'\n  shop: {site.url}\nsteps:\n"
            "  - expect-price: 59.90\n  - check: house\n  - expect-price: {amount: 19, within: 0.1}\n"
        )
        (folder / "scenarios/staging-shop.yaml").write_text(
            f"{head}  link: {site.url}/staging\nsteps:\n  - check: house\n"
        )
        env = {"STAGING_PASSWORD": PASSWORD, "STAGING": site.url}
        done = called(folder, "run", "--device", "iphone", **env)
        yield House(folder, done.stdout + done.stderr, done.returncode)


def test_the_verb_the_channel_and_the_check_are_used_in_a_journey(house: House) -> None:
    assert house.code == 1
    assert "the price of € 19.00 cannot be read on the page" in " ".join(house.said.split())
    wiki = house.folder / "wiki.md"
    assert house.call("report", "--format", "wiki", "--output", str(wiki)) is not None
    assert wiki.read_text(encoding="utf-8").splitlines() == [
        "| department | rule | what is wrong |",
        "|---|---|---|",
        "| web | house/service-number | The service number is not on the page. |",
    ]


def test_the_rule_is_listed_and_explained(house: House) -> None:
    assert "house/service-number" in house.call("rules")
    assert "Customers who do not find our number call the competitor's." in house.call(
        "explain", "house/service-number"
    )


def test_the_phone_is_let_in_and_its_password_is_shown_nowhere(house: House) -> None:
    (result,) = house.folder.glob("reports/runs/*/staging-shop/iphone/result.json")
    assert '"status":"passed"' in result.read_text().replace(" ", "")
    left = [path for path in (house.folder / "reports").rglob("*") if path.is_file()]
    told = [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in left]
    assert [text for text in (house.said.encode(), *told) if PASSWORD.encode() in text] == []


def test_options_that_cannot_be_had_are_told_before_anything_is_walked(house: House) -> None:
    done = called(house.folder, "run", "scenarios/staging-shop.yaml", STAGING="https://staging.shop.example")
    assert done.returncode == 4
    assert "the context options 'staging' cannot be had for staging-shop: KeyError: 'STAGING_PASSWORD'" in done.stderr


def test_what_the_documentation_shows_is_what_is_tried_here() -> None:
    shown = {path: code for _, path, code in BLOCK.findall(DOC.read_text(encoding="utf-8")) if path != "conftest.py"}
    assert len(shown) == 7
    assert shown == {path: (EXAMPLE / path).read_text(encoding="utf-8") for path in shown}
