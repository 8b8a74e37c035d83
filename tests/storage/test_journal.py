from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from parcours.errors import ToolError
from parcours.facts.model import Engine
from parcours.results import JourneyResult, Status
from parcours.storage.journal import RunFolder, write_whole

RESULT = JourneyResult("spring", "iphone", Engine(), Status.PASSED, folder="spring/iphone")


def test_a_run_has_a_folder_of_its_own(tmp_path: Path) -> None:
    assert RunFolder.create(tmp_path).path != RunFolder.create(tmp_path).path


def test_a_folder_that_is_there_is_never_taken_over(tmp_path: Path) -> None:
    RunFolder.create(tmp_path, "nightly")
    with pytest.raises(ToolError, match="nightly"):
        RunFolder.create(tmp_path, "nightly")


def test_a_result_is_a_file_and_a_line(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path)
    folder.journey("spring", "iphone")
    folder.save(RESULT)
    (line,) = (folder.path / "journal.jsonl").read_text().splitlines()
    assert json.loads(line) == {
        "schema": 1,
        "kind": "result",
        "id": "spring[iphone-chromium]",
        "status": "passed",
        "code": "",
        "folder": "spring/iphone",
    }
    assert json.loads((folder.path / "spring/iphone/result.json").read_text())["status"] == "passed"
    assert [path.name for path in (folder.path / "spring/iphone").iterdir() if path.suffix == ".tmp"] == []


def test_lines_of_many_writers_stay_whole(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path)
    writers = [
        threading.Thread(target=lambda: [folder.log("step", text="x" * 3000) for _ in range(50)]) for _ in range(4)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    lines = (folder.path / "journal.jsonl").read_text().splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["step"] * 200


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path)
    (folder.path / "journal.jsonl").symlink_to("/dev/full")
    with pytest.raises(ToolError, match=r"journal\.jsonl: No space left"):
        folder.log("step")


def test_a_file_that_cannot_be_written_leaves_nothing_half(tmp_path: Path) -> None:
    (tmp_path / "result.json").mkdir()
    with pytest.raises(ToolError, match=r"result\.json"):
        write_whole(tmp_path / "result.json", b"{}")
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]
