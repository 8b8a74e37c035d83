"""What reads other people's bytes raises what it declares and nothing else: a bounded search, the same each time."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fuzzing import SEEDS, TARGETS

EXAMPLES = {"secret": 25, "scenario": 150, "mail": 150}
RUNS = 1500  # of all of them together
ODD = ("\u00a0", "\u202e", "\u200b", "\u3002", "１", "٣", "²", "İ", "ß", "\ufeff", "😀")
WORDS = st.sampled_from((
    b"\0", b"\n", b"\r", b"\t", b": ", b"- ", b'"', b"'", b"[", b"]", b"{", b"}", b"\\", b"%", b"%zz", b"&#", b"<a ", b"<!--",
    b"*", b"?", b"$(", b"${", b"@", b"//", b"1e999", b"-0", b"nan", b"9" * 400, b"null", b"xn--", b"\xff", b"\xed\xa0\x80",
    *map(str.encode, ODD),
))  # fmt: skip


def cut_up(seeds: tuple[bytes, ...]) -> st.SearchStrategy[bytes]:
    """Pieces of what the parser knows, with what it does not expect between them."""
    places = st.integers(0, max(map(len, seeds)))
    pieces = st.tuples(st.sampled_from(seeds), places, places).map(lambda cut: cut[0][min(cut[1:]) : max(cut[1:])])
    whole = st.sampled_from(seeds)
    return st.lists(st.one_of(pieces, whole, WORDS, st.binary(max_size=4)), max_size=8).map(b"".join)


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_what_is_declared_is_raised(name: str) -> None:
    @settings(
        max_examples=EXAMPLES.get(name, 300),
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(cut_up(SEEDS[name]))
    @example(b"")
    def tried(data: bytes) -> None:
        TARGETS[name](data)

    for seed in SEEDS[name]:
        TARGETS[name](seed)
    tried()


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed here (group `fuzz`)")
def test_a_search_that_follows_the_code_finds_nothing_either(tmp_path: Path) -> None:
    runner, found_here = Path(__file__).with_name("run.py"), tmp_path / "found"
    found_here.mkdir()
    found = subprocess.run(
        [sys.executable, runner, "all", f"-runs={RUNS}", "-seed=20260302", "-max_len=600", "-timeout=120"],
        cwd=found_here,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr[-3000:]
    assert f"Done {RUNS} runs" in found.stderr
    assert list(found_here.iterdir()) == []
