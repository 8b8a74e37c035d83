"""What `parcours devices` lists."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from parcours.cli import main
from parcours.errors import Exit


def rows(*args: str) -> list[list[str]]:
    result = CliRunner().invoke(main, ["devices", *args])
    assert result.exit_code == Exit.FINE, result.stderr
    table = result.stdout.partition("\n\n")[0]
    return [[cell for cell in line.split("  ") if cell] for line in table.splitlines()[1:]]


def test_our_four_names_come_first_with_the_device_behind_each() -> None:
    first = rows()[:4]
    assert [(row[0], row[-1].strip()) for row in first] == [
        ("iphone", "iPhone 13"),
        ("android", "Pixel 7"),
        ("small-android", "Galaxy S8"),
        ("ipad", "iPad (gen 7)"),
    ]


def test_a_filter_keeps_the_names_that_hold_it_whatever_their_case() -> None:
    names = [row[0] for row in rows("pixel 7")]
    assert names == [
        "android",
        "Pixel 7",
        "Pixel 7 landscape",
        "Pixel 7 Pro",
        "Pixel 7 Pro landscape",
        "Pixel 7a",
        "Pixel 7a landscape",
    ]


def test_a_row_tells_size_platform_and_engine() -> None:
    phone = next(row for row in rows("iphone 13") if row[0] == "iPhone 13")
    assert [cell.strip() for cell in phone] == ["iPhone 13", "390 x 664", "ios", "webkit"]


def test_a_desktop_is_not_called_a_phone() -> None:
    assert {row[2].strip() for row in rows("desktop")} == {"desktop"}


def test_a_filter_that_nothing_holds_gets_the_nearest_names() -> None:
    result = CliRunner().invoke(main, ["devices", "iphnoe"])
    assert (result.exit_code, result.stdout) == (Exit.USAGE, "")
    assert "no device has 'iphnoe' in its name" in result.stderr
    assert "'iphone'" in result.stderr


@pytest.mark.parametrize(("installed", "warned"), [(True, False), (False, True)])
def test_emulated_iphones_are_announced(monkeypatch: pytest.MonkeyPatch, installed: bool, warned: bool) -> None:
    monkeypatch.setattr("parcours.cli.devices.webkit_installed", lambda: installed)
    result = CliRunner().invoke(main, ["devices", "iphone"])
    assert ("emulated in Chromium" in result.stdout) is warned


def test_androids_alone_need_no_such_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parcours.cli.devices.webkit_installed", lambda: False)
    assert "emulated" not in CliRunner().invoke(main, ["devices", "pixel"]).stdout
