"""`python -m parcours` is `parcours`."""

from __future__ import annotations

from parcours.cli import main

if __name__ == "__main__":
    main(prog_name="parcours")
