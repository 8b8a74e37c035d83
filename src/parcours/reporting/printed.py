"""What was measured of a printed code, in a line."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.facts.artwork import MOST_MARGIN, Artwork, Code
from parcours.reporting.messages import Messages


def printed(artwork: Artwork, words: Messages) -> tuple[str, ...]:
    """A line for each code that the customer scans and of which anything was measured."""
    lines = (" · ".join(_measures(code, artwork, words)) for code in artwork.scanned)
    return tuple(filter(None, lines))


def _measures(code: Code, artwork: Artwork, words: Messages) -> Iterator[str]:
    if module := artwork.module_of(code):
        width = words.number(artwork.width_of(code))
        yield words.print_width.format(width=width, module=words.number(module, 2))
    if code.version and code.ecc in {"L", "M", "Q", "H"}:
        yield words.print_level.format(size=code.modules, level=code.ecc)
    if code.margins:
        least = min(code.margins)
        margin = words.print_margin_more if least.cut or least.modules >= MOST_MARGIN else words.print_margin
        yield margin.format(n=words.number(least.modules, 1))
    if code.contrast:
        yield words.print_contrast.format(n=words.number(code.contrast, 1))
    if 0 <= code.spare < 1:
        yield words.print_spent.format(n=words.number(100 * (1 - code.spare)))
    if code.trials:
        read = sum(trial.read for trial in code.trials)
        yield words.count(words.print_tried, read, tried=len(code.trials))
