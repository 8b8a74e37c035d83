"""What the standard says about a QR symbol's own modules (ISO/IEC 18004), as far as reading one needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

# A matrix is rows of modules, True for dark.
Matrix = Sequence[Sequence[bool]]
Module = tuple[int, int]  # column, row

# Mode indicators, table 2.
STRUCTURED_APPEND = 0b0011
CHARACTER_SET = 0b0111  # an ECI designator

# Table 9: into how many blocks the codewords are dealt out, by version, for each error correction level.
BLOCKS = {
    level: tuple(map(int, counts.split()))
    for level, counts in {
        "L": "1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25",
        "M": "1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47"
        " 49",
        "Q": "1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65"
        " 68",
        "H": "1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74"
        " 77 81",
    }.items()
}

# Table 10, with the column first.
MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda x, y: (x + y) % 2 == 0,
    lambda _, y: y % 2 == 0,
    lambda x, _: x % 3 == 0,
    lambda x, y: (x + y) % 3 == 0,
    lambda x, y: (y // 2 + x // 3) % 2 == 0,
    lambda x, y: x * y % 2 + x * y % 3 == 0,
    lambda x, y: (x * y % 2 + x * y % 3) % 2 == 0,
    lambda x, y: ((x + y) % 2 + x * y % 3) % 2 == 0,
)

LEVEL_BITS = {"L": 0b01, "M": 0b00, "Q": 0b11, "H": 0b10}
FORMAT_GENERATOR = 0b10100110111
FORMAT_MASK = 0b101010000010010


class Part(NamedTuple):
    """Which code this is of how many, counted from 1."""

    number: int
    total: int


def modules_across(version: int) -> int:
    """The symbol's width in modules, without the quiet zone."""
    return 17 + 4 * version


def is_mirrored(matrix: Matrix, ecc: str, mask: int) -> bool:
    """True when the matrix holds the format information of a symbol seen from behind.

    Decoders turn such a symbol over silently: its rows are its columns.
    """
    wanted = _format_bits(ecc, mask)
    straight = _distance(matrix, wanted, turned=False)
    return _distance(matrix, wanted, turned=True) < straight


def part_of(matrix: Matrix, version: int, ecc: str, mask: int) -> Part | None:
    """The structured append header of a symbol, None when it stands alone.

    The header is read before error correction; one that makes no sense is taken for damage.
    """
    blocks = BLOCKS[ecc][version - 1]
    first, second = (_codeword(matrix, index, mask) for index in (0, blocks))
    if first >> 4 != STRUCTURED_APPEND:
        return None
    part = Part((first & 15) + 1, (second >> 4) + 1)
    return part if part.total >= 2 and part.number <= part.total else None


def names_charset(matrix: Matrix, mask: int) -> bool:
    """True when the symbol begins by naming the character set of its text (ECI)."""
    return _codeword(matrix, 0, mask) >> 4 == CHARACTER_SET


def _codeword(matrix: Matrix, index: int, mask: int) -> int:
    """One of the first codewords. They stand in the two column pairs at the right, without a pattern below row 8."""
    size = len(matrix)
    rows = size - 9
    value = 0
    for bit in range(index * 8, index * 8 + 8):
        pair, place = divmod(bit, rows * 2)
        x = size - 1 - 2 * pair - place % 2
        y = 9 + place // 2 if pair % 2 else size - 1 - place // 2
        value = value << 1 | (matrix[y][x] ^ MASKS[mask](x, y))
    return value


def _format_bits(ecc: str, mask: int) -> int:
    data = LEVEL_BITS[ecc] << 3 | mask
    rest = data << 10
    for shift in range(4, -1, -1):
        if rest >> (10 + shift) & 1:
            rest ^= FORMAT_GENERATOR << shift
    return (data << 10 | rest) ^ FORMAT_MASK


def _format_places() -> tuple[Module, ...]:
    """Where the format information stands around the top left finder, its highest bit first."""
    along = tuple((x, 8) for x in (0, 1, 2, 3, 4, 5, 7, 8))
    return along + tuple((8, y) for y in (7, 5, 4, 3, 2, 1, 0))


def _distance(matrix: Matrix, wanted: int, *, turned: bool) -> int:
    bits = [matrix[x][y] if turned else matrix[y][x] for x, y in _format_places()]
    return sum(bit != bool(wanted >> (14 - index) & 1) for index, bit in enumerate(bits))


@cache
def patterns(version: int) -> Mapping[Module, bool]:
    """The modules that every symbol of a version has alike, and the ring of light around it: dark or not."""
    size = modules_across(version)
    known: dict[Module, bool] = {}
    for i in range(8, size - 8):
        known[i, 6] = known[6, i] = i % 2 == 0
    for x, y in _alignment_centres(version):
        known.update(_rings(x, y, 2, size))
    for x, y in ((3, 3), (size - 4, 3), (3, size - 4)):
        known.update(_rings(x, y, 4, size))
    for i in range(-1, size + 1):
        known[i, -1] = known[-1, i] = known[i, size] = known[size, i] = False
    return known


def _rings(x: int, y: int, reach: int, size: int) -> dict[Module, bool]:
    """A finder (reach 4, with its separator) or an alignment pattern (reach 2), cut at the symbol's edge."""
    light = {1} if reach == 2 else {2, 4}
    return {
        (x + dx, y + dy): max(abs(dx), abs(dy)) not in light
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
        if 0 <= x + dx < size and 0 <= y + dy < size
    }


def _alignment_centres(version: int) -> list[Module]:
    if version == 1:
        return []
    last = modules_across(version) - 7
    count = version // 7 + 2
    # Annex E spaces them evenly in even steps from the far edge; version 32 alone is rounded the other way.
    step = 26 if version == 32 else (version * 4 + count * 2 + 1) // (2 * count - 2) * 2
    places = [6, *(last - index * step for index in range(count - 1))]
    corners = {(6, 6), (6, last), (last, 6)}
    return [(x, y) for x in places for y in places if (x, y) not in corners]
