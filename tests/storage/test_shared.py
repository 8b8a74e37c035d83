"""Processes of one run do not ask twice, and do not ask at once."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from parcours.browser.apart import run_to_end
from parcours.storage.shared import Shared


def test_a_value_is_made_once_for_all_who_know_the_folder(tmp_path: Path) -> None:
    made: list[str] = []

    async def make() -> tuple[int, str]:
        made.append("made")
        await asyncio.sleep(0)
        return 200, "found"

    async def several() -> list[tuple[int, str]]:
        folder = tmp_path / "shared"
        kind = tuple[int, str]
        return await asyncio.gather(*(Shared(folder).once(kind, "app 1", make) for _ in range(4)))

    assert run_to_end(several()) == [(200, "found")] * 4
    assert made == ["made"]


def test_names_that_no_file_could_have_are_kept_apart(tmp_path: Path) -> None:
    shared = Shared(tmp_path)

    async def both() -> list[str]:
        async def say(word: str) -> str:
            return word

        names = ("https://a.example/?x=é\ud800", "https://a.example/?x=/../..")
        return [await shared.once(str, name, lambda name=name: say(name[-2:])) for name in names]  # type: ignore[misc]

    assert run_to_end(both())[1] == ".."


def test_a_value_that_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    shared = Shared(tmp_path)

    async def make() -> int:
        return 7

    assert run_to_end(shared.once(int, "n", make)) == 7
    (file,) = tmp_path.glob("*.json")
    file.write_text("half a")
    assert run_to_end(shared.once(int, "n", make)) == 7


def test_two_turns_of_one_name_never_come_closer_than_the_pause(tmp_path: Path) -> None:
    begun: list[float] = []
    pause = 0.05

    async def take() -> None:
        await Shared(tmp_path).turn("store", pause)
        begun.append(time.time())

    async def several() -> None:
        await asyncio.gather(*(take() for _ in range(3)))

    run_to_end(several())
    slots = sorted(int(file.stem.rpartition("-")[2]) for file in tmp_path.glob("store-*.turn"))
    assert len(slots) == 3
    assert slots == list(range(slots[0], slots[0] + 3))
    # Each begins with its slot or later, never before it: a busy machine only makes it later.
    assert all(at >= slot * pause for at, slot in zip(sorted(begun), slots, strict=True))


def test_without_a_pause_nobody_waits(tmp_path: Path) -> None:
    run_to_end(Shared(tmp_path).turn("store", 0))
    assert list(tmp_path.iterdir()) == []
