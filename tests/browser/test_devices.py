"""Which phone is meant by a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcours.browser import devices
from parcours.errors import ToolError, UsageError
from parcours.storage import cache


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("iphone", "iphone"),
        ("iPhone", "iphone"),
        ("SMALL-ANDROID", "small-android"),
        ("pixel 7", "Pixel 7"),
        ("  Pixel   7 ", "Pixel 7"),
        ("iPhone 13 Pro", "iPhone 13 Pro"),
    ],
)
def test_a_name_is_understood_however_it_is_spelt(typed: str, meant: str) -> None:
    assert devices.resolve(typed) == meant


@pytest.mark.parametrize(
    ("typed", "tip"),
    [
        ("iphnoe", "'iphone'"),
        ("pixle 7", "'Pixel 7'"),
        ("zzzzzz", "one of iphone, android, small-android, ipad, or any name of `parcours devices`"),
    ],
)
def test_a_name_that_is_no_device_gets_the_nearest(typed: str, tip: str) -> None:
    with pytest.raises(UsageError) as caught:
        devices.resolve(typed)
    assert caught.value.message == f"{typed!r} is not a device"
    assert tip in caught.value.tip


def test_several_names_keep_their_order_and_each_device_comes_once() -> None:
    assert devices.resolve_all(["android,iPhone", "Pixel 7", "iphone", " , "]) == ("android", "iphone", "Pixel 7")


def test_no_name_is_no_device() -> None:
    assert devices.resolve_all([]) == ()


@pytest.mark.parametrize("alias", devices.ALIASES)
def test_each_alias_stands_for_a_device_that_playwright_knows(alias: str) -> None:
    assert devices.descriptor(alias) == devices.descriptors()[devices.ALIASES[alias]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("iphone", "ios"),
        ("ipad", "ios"),
        ("iPad Pro 11", "ios"),
        ("android", "android"),
        ("Galaxy S9+", "android"),
        ("Desktop Safari", "android"),
    ],
)
def test_a_device_has_a_platform(name: str, expected: str) -> None:
    assert devices.platform(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("iphone", "iphone"),
        ("Pixel 7", "pixel-7"),
        ("iPad (gen 7) landscape", "ipad-gen-7-landscape"),
        ("Galaxy S9+", "galaxy-s9"),
    ],
)
def test_a_slug_can_stand_in_a_file_name(name: str, expected: str) -> None:
    assert devices.slug(name) == expected


def test_every_device_has_a_slug_of_its_own() -> None:
    slugs = [devices.slug(name) for name in (*devices.ALIASES, *devices.descriptors())]
    assert sorted(set(slugs)) == sorted(slugs)


class TestAskingPlaywright:
    @pytest.fixture(autouse=True)
    def _fresh(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path)
        monkeypatch.setattr(devices, "descriptors", devices.descriptors.__wrapped__)

    def test_it_is_asked_once_and_its_answer_is_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked = devices.descriptors()
        monkeypatch.setattr(devices, "run_command", lambda *_: pytest.fail("asked again"))
        assert devices.descriptors() == asked

    def test_a_torn_answer_is_asked_for_again(self, tmp_path: Path) -> None:
        asked = devices.descriptors()
        (kept,) = tmp_path.iterdir()
        kept.write_text('{"iPhone 13": {', encoding="utf-8")
        assert devices.descriptors() == asked

    def test_a_driver_that_does_not_start_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(devices, "_LIST", "raise SystemExit(1)")
        with pytest.raises(ToolError, match="driver does not start"):
            devices.descriptors()


@pytest.mark.parametrize(
    ("names", "phones"),
    [
        (("ios",), {"iphone", "ipad", "iPhone 14"}),
        (("android",), {"android", "small-android"}),
        (("iphone",), {"iphone", "iPhone 14"}),
        (("ipad",), {"ipad"}),
        (("small-android",), {"small-android"}),
        (("Galaxy S8", "iPhone 14"), {"small-android", "iPhone 14"}),
        (("iPhone 13",), {"iphone"}),
        ((), set()),
    ],
)
def test_a_step_is_for_the_phones_that_are_meant(names, phones):
    every = ("iphone", "android", "small-android", "ipad", "iPhone 14")
    assert {phone for phone in every if devices.meant(names, phone)} == phones
