"""A run against the baselines beside its scenarios: the commands as a nightly job calls them, real pages and phones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parcours.cli import main
from parcours.errors import Exit
from parcours.reporting import load_run, merged, newest_run
from parcours.running.comparison import accepted_in, this_day
from servers import Site, serving
from standings import result

GOOD = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width, initial-scale=1">
<style>a{display:inline-block;padding:20px;font-size:18px}</style>
<h1>Spring boots</h1><p>Call us: <a href="tel:+33123456789">+33 1 23 45 67 89</a></p>"""
LOCKED = GOOD.replace("initial-scale=1", "initial-scale=1, user-scalable=no")
UNLINKED = GOOD.replace('<a href="tel:+33123456789">', "<b>").replace("</a>", "</b>")


class Shop:
    """A site whose only page can be exchanged between two nights."""

    def __init__(self) -> None:
        self.html = GOOD

    def __call__(self, path: str) -> str:
        return self.html if path.startswith("/shop") else ""


@pytest.fixture(scope="module")
def shop() -> Shop:
    return Shop()


@pytest.fixture(scope="module")
def site(shop: Shop) -> Iterator[Site]:
    with serving(shop) as site:
        yield site


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "scenarios").mkdir()
    write(site)
    return tmp_path


def write(site: Site, more: str = "") -> None:
    text = f"parcours: 1\nname: The shop\nallow-private: [127.0.0.1]\n{more}start:\n  link: {site.url}/shop\n"
    Path("scenarios/shop.yaml").write_text(text, encoding="utf-8")


def night(*args: str, device: str = "android") -> Result:
    return CliRunner().invoke(main, ["run", "--device", device, *args])


def test_a_baseline_is_approved_and_only_what_got_worse_fails(project: Path, shop: Shop) -> None:
    shop.html = LOCKED
    first = night()
    assert first.exit_code == Exit.FINDINGS
    assert "known" not in first.stdout.splitlines()[-1]
    assert CliRunner().invoke(main, ["approve"]).exit_code == Exit.FINE

    again = night()
    assert again.exit_code == Exit.FINE, again.stdout
    assert again.stdout.splitlines()[-1].startswith("0 new, 0 worse, 0 fixed, ")
    assert "viewport/zoom-blocked  Pixel 7  [known]" in again.stdout
    assert night("--fail-on", "all").exit_code == Exit.FINDINGS

    shop.html = UNLINKED
    worse = night()
    assert worse.exit_code == Exit.FINDINGS
    assert "contact/tel-not-linked  Pixel 7  [new]" in worse.stdout
    assert "fixed          viewport/zoom-blocked  Pixel 7" in worse.stdout
    assert night("--fail-on", "never").exit_code == Exit.FINE


def test_what_the_scenario_accepts_fails_nobody_until_the_day_has_passed(project: Path, shop: Shop, site: Site) -> None:
    shop.html = LOCKED
    accept = "accept:\n  - {rule: viewport/zoom-blocked, on: android, why: agreed, until: %s}\n  - {rule: access, why: agreed}\n"
    write(site, accept % this_day())
    fine = night()
    assert fine.exit_code == Exit.FINE, fine.stdout
    assert "[accepted: agreed]" in fine.stdout
    write(site, accept % (this_day() - timedelta(days=1)))
    assert night().exit_code == Exit.FINDINGS


def test_a_broken_baseline_is_named_and_the_journeys_are_walked_all_the_same(project: Path, shop: Shop) -> None:
    shop.html = GOOD
    (project / "scenarios/baselines").mkdir()
    (project / "scenarios/baselines/shop.yaml").write_text("baseline: 1\nfindings:\n  - {on: x}\n")
    said = night()
    assert said.exit_code == Exit.USAGE
    assert "baselines/shop.yaml:3:5: E009: 'rule' is missing" in said.stderr
    assert len(load_run(newest_run(project / "reports/runs")).results) == 1


def test_the_comparison_is_kept_and_reports_are_made_of_it_again(project: Path, shop: Shop) -> None:
    shop.html = LOCKED
    night()
    CliRunner().invoke(main, ["approve"])
    shop.html = GOOD
    night()
    folder = newest_run(project / "reports/runs")
    fixed = [line for line in load_run(folder).comparison.lines if line.standing == "fixed"]
    assert {line.rule for line in fixed} >= {"viewport/zoom-blocked"}
    (folder / "report.html").unlink()
    CliRunner().invoke(main, ["report", str(folder), "--lang", "fr"])
    assert "Depuis la dernière fois" in (folder / "report.html").read_text(encoding="utf-8")
    (project / "scenarios/baselines/shop.yaml").unlink()
    assert load_run(folder).comparison.lines  # what was said then stands


def test_two_phones_of_one_night_are_merged_without_calling_each_other_unchecked(project: Path, shop: Shop) -> None:
    shop.html = LOCKED
    CliRunner().invoke(main, ["run", "--device", "android,iphone"])
    CliRunner().invoke(main, ["approve"])
    runs = []
    for device in ("android", "iphone"):
        said = night(device=device)
        assert "0 not checked" not in said.stdout.splitlines()[-1]
        runs.append(load_run(newest_run(project / "reports/runs")))
    standings = {line.standing for line in merged(runs).comparison.lines}
    assert standings == {"known"}


def test_a_scenario_that_is_gone_accepts_nothing() -> None:
    assert accepted_in([result()]) == ()
    assert isinstance(this_day(), date)
