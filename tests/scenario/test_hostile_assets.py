"""A file that a scenario names and that cannot be opened is a mistake in one line of it, whatever the system says."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from parcours.running.planning import load_scenario
from parcours.scenario.problems import Code, ScenarioError


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize(
    "name",
    ["a" * 300 + ".png", "a/" * 3000 + "x.png", "loop.png", "out.png", "pipe.png", "../x.png", "/dev/zero", "C:/x.png"],
    ids=["long name", "deep", "circle of links", "link out", "pipe", "above", "device", "drive"],
)
def test_a_file_that_cannot_be_had_is_told_with_its_place(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop.png").symlink_to("loop.png")
    (tmp_path / "out.png").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe.png")
    file = tmp_path / "letter.yaml"
    file.write_text(f"parcours: 1\nstart:\n  qr: {name}\n")
    with pytest.raises(ScenarioError) as caught:
        load_scenario(file)
    assert [(problem.code, problem.line, problem.column) for problem in caught.value.problems] == [(Code.ASSET, 3, 7)]
