"""What a lane takes of the machine is measured from outside, and more than its share ends it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from parcours.running.appetite import MOST_DISK, MOST_MEMORY, Appetite, appetite, lane, too_much
from parcours.running.jobs import LANE_VARIABLE

MARK = "parcours-lane-of-a-test"
# One that says its mark no more, as Chromium's renderers do, is known by who started it.
CHILD = "import sys; kept = bytearray(64_000_000); print('there', flush=True); sys.stdin.read()"
PARENT = (
    "import subprocess, sys;"
    f"child = subprocess.Popen([sys.executable, '-c', {CHILD!r}], env={{}}, stdin=0); child.wait()"
)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells")
def test_a_lane_is_its_marked_processes_and_all_that_they_started(tmp_path: Path) -> None:
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "data").write_bytes(b"x" * 1_000_000)
    with subprocess.Popen(
        [sys.executable, "-c", PARENT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, LANE_VARIABLE: MARK},
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"there\n"
        assert len(lane(MARK)) == 2
        taken = appetite(MARK, tmp_path)
        process.communicate()
    assert 64_000_000 < taken.memory < 640_000_000
    assert 1_000_000 <= taken.disk < 2_000_000
    assert lane(MARK) == frozenset()


@pytest.mark.parametrize(
    ("now", "code"),
    [
        (Appetite(MOST_MEMORY, MOST_DISK), ""),
        (Appetite(MOST_MEMORY + 1, 0), "page-memory"),
        (Appetite(0, MOST_DISK + 1), "page-storage"),
    ],
)
def test_more_than_its_share_is_too_much(now: Appetite, code: str) -> None:
    assert too_much(now, Appetite())[0] == code
