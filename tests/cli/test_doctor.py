"""What `parcours doctor` says of this machine."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parcours import __version__
from parcours.browser.ladder import Attempt, Found, NoBrowserError
from parcours.cli import main
from parcours.errors import Exit

MODULE = importlib.import_module("parcours.cli.doctor")

FOUND = Found(
    "chromium",
    "/usr/bin/chromium",
    "156.0.1",
    "system",
    sandbox=True,
    attempts=(Attempt("Playwright's own", "not there", ok=False), Attempt("system", "starts", ok=True)),
)


def doctor(*args: str) -> Result:
    return CliRunner().invoke(main, ["doctor", *args])


def finding(monkeypatch: pytest.MonkeyPatch, found: Found, *, webkit: bool = False) -> list[Mapping[str, bool]]:
    asked: list[Mapping[str, bool]] = []

    def find_browser(**options: bool) -> Found:
        asked.append(options)
        return found

    monkeypatch.setattr(MODULE, "find_browser", find_browser)
    monkeypatch.setattr(MODULE, "webkit_installed", lambda: webkit)
    return asked


def rows(result: Result) -> dict[str, list[str]]:
    """What stands beside each name, the lines below it included."""
    table: dict[str, list[str]] = {}
    name = ""
    for line in result.stdout.splitlines():
        name = line[:22].strip() or name
        table.setdefault(name, []).append(line[22:])
    return table


def test_it_finds_the_browser_of_this_machine_and_names_every_version(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    result = doctor()
    table = rows(result)
    assert result.exit_code == Exit.FINE, result.output
    assert table["parcours"] == [__version__]
    assert {"python", "playwright", "zxing-cpp", "pillow", "pypdfium2", "cache", "sandbox", "webkit"} <= set(table)
    assert table["browser"][0].startswith("chromium ")
    assert table["browser"][-1].startswith("+ ")


def test_every_attempt_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, FOUND)
    assert rows(doctor())["browser"] == [
        "chromium 156.0.1  /usr/bin/chromium",
        "- Playwright's own: not there",
        "+ system: starts",
    ]


def test_an_answer_of_an_earlier_run_is_called_one(monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, replace(FOUND, remembered=True))
    assert rows(doctor())["browser"][1] == "as found earlier, unchanged since; --refresh looks again"


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ([], {"refresh": False, "may_download": False, "may_install": False}),
        (["--refresh"], {"refresh": True, "may_download": False, "may_install": False}),
        (["--download"], {"refresh": False, "may_download": True, "may_install": False}),
        (["--install"], {"refresh": False, "may_download": False, "may_install": True}),
    ],
    ids=["plain", "refresh", "download", "install"],
)
def test_it_fetches_only_what_it_is_told_to(
    monkeypatch: pytest.MonkeyPatch, args: list[str], expected: Mapping[str, bool]
) -> None:
    asked = finding(monkeypatch, FOUND)
    doctor(*args)
    assert asked == [expected]


def test_the_sandbox_is_said_to_be_on_or_off_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, FOUND)
    assert rows(doctor())["sandbox"] == ["on"]
    finding(monkeypatch, replace(FOUND, sandbox=False))
    monkeypatch.setattr(MODULE, "is_root", lambda: True)
    assert "for root" in rows(doctor())["sandbox"][0]
    monkeypatch.setattr(MODULE, "is_root", lambda: False)
    assert "this system does not let" in rows(doctor())["sandbox"][0]


def test_it_says_what_iphones_run_in(monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, FOUND, webkit=True)
    assert rows(doctor())["webkit"] == ["installed: iPhones and iPads run in it where it starts"]
    finding(monkeypatch, FOUND, webkit=False)
    assert rows(doctor())["webkit"] == [
        "not installed: iPhones and iPads are emulated in Chromium, and results say so",
        f"to install it: {sys.executable} -m playwright install webkit",
    ]


def test_without_a_browser_it_ends_with_3_and_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_browser(**_: bool) -> Found:
        raise NoBrowserError("none", tip="type: make it so", attempts=FOUND.attempts[:1])

    monkeypatch.setattr(MODULE, "find_browser", find_browser)
    result = doctor()
    assert result.exit_code == Exit.TOOL
    assert rows(result)["browser"] == ["none starts", "- Playwright's own: not there"]
    assert result.stderr == "\ntype: make it so\n"


def test_a_package_that_is_missing_is_called_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, FOUND)
    monkeypatch.setattr(MODULE, "PACKAGES", (("no-such-package", "reads nothing"),))
    assert rows(doctor())["no-such-package"] == ["missing  reads nothing"]
