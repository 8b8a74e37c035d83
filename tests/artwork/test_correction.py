from __future__ import annotations

import pytest
import segno

from parcours.artwork.correction import CORRECTING, spare
from parcours.artwork.symbol import BLOCKS

MASK = 3


def matrix_of(version: int, level: str) -> list[list[bool]]:
    symbol = segno.make_qr("HTTPS:", version=version, error=level, boost_error=False, mask=MASK)
    return [[bool(module) for module in row] for row in symbol.matrix]


@pytest.mark.parametrize("level", ["L", "M", "Q", "H"])
@pytest.mark.parametrize("version", range(1, 41))
def test_a_whole_symbol_of_any_size_and_level_has_all_of_it_left(version: int, level: str):
    assert spare(matrix_of(version, level), version, level, MASK) == 1


def damaged(version: int, level: str, words: int) -> list[list[bool]]:
    """The same with a module turned in so many codewords of its first block."""
    matrix = matrix_of(version, level)
    size, blocks = len(matrix), BLOCKS[level][version - 1]
    # Above the bottom right corner a codeword is two modules wide and four high.
    for word in range(words):
        place = word * blocks
        assert place * 4 + 3 < size - 9, "the first column pair alone"
        matrix[size - 1 - place * 4][size - 1] ^= True
    return matrix


@pytest.mark.parametrize(
    ("version", "level", "words", "left"),
    [
        (1, "L", 1, 1 - 1 / 3),
        (1, "L", 3, 0),
        (3, "H", 2, 1 - 2 / 11),
        (10, "Q", 1, 1 - 1 / 12),
        (27, "H", 1, 1 - 1 / 15),
        (40, "L", 1, 1 - 1 / 15),
    ],
)
def test_each_damaged_codeword_costs_its_share(version: int, level: str, words: int, left: float):
    assert CORRECTING[level][version - 1] // 2 >= words
    assert spare(damaged(version, level, words), version, level, MASK) == pytest.approx(left)


def test_damage_of_one_codeword_costs_the_same_however_many_modules_it_has():
    matrix = damaged(3, "Q", 1)
    matrix[-2][-1] ^= True
    matrix[-1][-2] ^= True
    assert spare(matrix, 3, "Q", MASK) == pytest.approx(1 - 1 / 9)


def test_more_damage_than_can_be_mended_leaves_nothing():
    matrix = matrix_of(2, "L")
    assert spare([[not module for module in row] for row in matrix], 2, "L", MASK) == 0
