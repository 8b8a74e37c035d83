"""Feeds the parsers with what atheris makes up: `python tests/fuzz/run.py scenario -runs=20000`, or `all` for all.

Whatever a parser lets through but the errors that it declares ends the process with a trace and a file that shows it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

READERS = ["parcours.facts", "parcours.scenario", "parcours.channels", "parcours.redaction", "parcours.storage.codec"]
with atheris.instrument_imports(include=READERS):
    import fuzzing

NAMES = tuple(fuzzing.TARGETS)


def any_of_them(data: bytes) -> None:
    """The first byte chooses whom the others are for."""
    if data:
        fuzzing.TARGETS[NAMES[data[0] % len(NAMES)]](data[1:])


def main() -> None:
    name, *options = sys.argv[1:]
    wanted = NAMES if name == "all" else (name,)
    seeds = [
        (bytes([NAMES.index(one)]) if name == "all" else b"") + seed for one in wanted for seed in fuzzing.SEEDS[one]
    ]
    corpus = Path(tempfile.gettempdir(), "parcours-fuzz", name)  # atheris ends the process: nobody could remove it
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / str(number)).write_bytes(seed)
    atheris.Setup([sys.argv[0], *options, str(corpus)], any_of_them if name == "all" else fuzzing.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
