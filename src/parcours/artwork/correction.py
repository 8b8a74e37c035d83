"""How much of a symbol's error correction its damage uses up (ISO/IEC 18004, Reed and Solomon's codes).

Decoders mend what they can and say little of it. Here nothing is mended, the errors are only counted: in each block
of codewords, the degree of the error locator polynomial that Berlekamp and Massey find is how many there are.
"""

from __future__ import annotations

from functools import cache, reduce
from itertools import zip_longest
from operator import xor

from parcours.artwork.symbol import BLOCKS, MASKS, Matrix, Module, modules_across, patterns

# Table 9: how many codewords of each block correct errors, by version, for each level.
CORRECTING = {
    level: tuple(map(int, counts.split()))
    for level, counts in {
        "L": "7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28 30 30 30 30 30 30 30 30"
        " 30 30 30 30 30 30",
        "M": "10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26 26 28 28 28 28 28 28 28 28 28 28 28 28 28"
        " 28 28 28 28 28 28",
        "Q": "13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30 28 30 30 30 30 28 30 30 30 30 30 30 30 30"
        " 30 30 30 30 30 30",
        "H": "17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28 30 24 30 30 30 30 30 30 30 30 30 30 30 30"
        " 30 30 30 30 30 30",
    }.items()
}
FIELD = 0x11D  # the polynomial that makes 256 numbers a field


def spare(matrix: Matrix, version: int, ecc: str, mask: int) -> float:
    """The share of the error correction that a symbol's most damaged block leaves over, 0 to 1.

    `matrix` are its modules as they were seen, the right way round.
    """
    correcting = CORRECTING[ecc][version - 1]
    words = _codewords(matrix, version, mask)
    worst = max(_errors(block, correcting) for block in _blocks(words, BLOCKS[ecc][version - 1], correcting))
    return max(0.0, 1 - worst / (correcting // 2))


def _codewords(matrix: Matrix, version: int, mask: int) -> bytes:
    places, turned = _data_modules(version), MASKS[mask]
    bits = [matrix[y][x] ^ turned(x, y) for x, y in places]
    return bytes(int("".join("01"[bit] for bit in bits[at : at + 8]), 2) for at in range(0, len(bits) - 7, 8))


@cache
def _data_modules(version: int) -> tuple[Module, ...]:
    """Where the bits of the codewords stand, in their order: two columns wide, up and down, from the right."""
    size = modules_across(version)
    taken = set(patterns(version))
    # The format information, and from version 7 on the version's own.
    ends = (*range(9), *range(size - 8, size))
    beside = {(i, 8) for i in ends} | (
        {(i, size - 11 + j) for i in range(6) for j in range(3)} if version >= 7 else set()
    )
    taken |= beside | {(y, x) for x, y in beside}
    places: list[Module] = []
    for pair, right in enumerate((*range(size - 1, 6, -2), *range(5, 0, -2))):
        rows = range(size) if pair % 2 else range(size - 1, -1, -1)
        places += ((x, y) for y in rows for x in (right, right - 1) if (x, y) not in taken)
    return tuple(places)


def _blocks(words: bytes, count: int, correcting: int) -> list[bytes]:
    """The blocks as they were before their codewords were dealt out. The last ones may be one longer."""
    data = len(words) - count * correcting
    short, longer = divmod(data, count)
    blocks: list[bytes] = []
    for index in range(count):
        own = words[index : short * count : count]
        if index >= count - longer:
            own += words[short * count + index - (count - longer) :][:1]
        blocks.append(own + words[data + index :: count])
    return blocks


def _errors(block: bytes, correcting: int) -> int:
    """How many codewords of a block are wrong, as long as they can be mended."""
    powers, logs = _field()
    syndromes = []
    for power in range(correcting):
        value = 0
        for word in block:
            value = word ^ (powers[logs[value] + power] if value else 0)
        syndromes.append(value)
    return _degree(syndromes) if any(syndromes) else 0


def _degree(syndromes: list[int]) -> int:
    """The length of the shortest shift register that makes the syndromes (Massey, 1969)."""
    powers, logs = _field()

    def times(one: int, other: int) -> int:
        return powers[logs[one] + logs[other]] if one and other else 0

    locator, before = [1], [1]
    length, gap, last = 0, 1, 1
    for n in range(len(syndromes)):
        off = reduce(xor, (times(locator[i], syndromes[n - i]) for i in range(min(length + 1, len(locator)))))
        if not off:
            gap += 1
            continue
        factor = powers[(logs[off] - logs[last]) % 255]
        moved = [0] * gap + [times(factor, each) for each in before]
        mended = [one ^ other for one, other in zip_longest(locator, moved, fillvalue=0)]
        if 2 * length <= n:
            length, before, last, gap = n + 1 - length, locator, off, 1
        else:
            gap += 1
        locator = mended
    return length


@cache
def _field() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The powers of two in the field, twice over, and their logarithms."""
    powers, logs, value = [], [0] * 256, 1
    for power in range(255):
        powers.append(value)
        logs[value] = power
        value <<= 1
        if value > 255:
            value ^= FIELD
    return (*powers, *powers), tuple(logs)
