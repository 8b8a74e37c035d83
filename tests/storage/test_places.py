"""Places at a site are kept by the system itself: whoever dies leaves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from parcours.storage.places import FilePlaces, GivenUp

GUEST = """
import sys
from pathlib import Path
from parcours.storage.places import FilePlaces
FilePlaces(Path(sys.argv[1]), 2).take("shop.example")
print("in", flush=True)
sys.stdin.read()
"""


def guest(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", GUEST, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def full(places: FilePlaces, host: str = "shop.example") -> bool:
    try:
        places.take(host, lambda: True)()
    except GivenUp:
        return True
    return False


def test_no_more_than_so_many_processes_are_at_a_host_and_a_dead_one_has_left(tmp_path: Path) -> None:
    places = FilePlaces(tmp_path / "places", 2)
    first, second = guest(places.folder), guest(places.folder)
    for process in (first, second):
        assert process.stdout
        assert process.stdout.readline() == "in\n"
    third = guest(places.folder)
    assert full(places)
    assert not full(places, "other.example")
    first.kill()
    assert third.stdout
    assert third.stdout.readline() == "in\n"
    assert full(places)
    for process in (second, third, first):
        process.communicate()
    assert not full(places)


def test_a_place_that_was_left_is_the_next_ones(tmp_path: Path) -> None:
    places = FilePlaces(tmp_path, 1)
    leave = places.take("shop.example")
    assert full(places)
    leave()
    places.take("shop.example")()


def test_who_gives_up_is_told_at_once(tmp_path: Path) -> None:
    places = FilePlaces(tmp_path, 1)
    leave = places.take("shop.example")
    with pytest.raises(GivenUp):
        places.take("shop.example", lambda: True)
    leave()
