"""Numbers and names stand in a sentence as English wants them."""

from __future__ import annotations

import pytest

from parcours.facts.wording import counted, with_article, with_the


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 pages"), (1, "1 page"), (1.0, "1 page"), (1.5, "1.5 pages"), (2, "2 pages")]
)
def test_only_one_is_one(count: float, said: str) -> None:
    assert counted(count, "page") == said


def test_some_words_take_more_than_an_s() -> None:
    assert [counted(n, "entry is", "entries are") for n in (1, 3)] == ["1 entry is", "3 entries are"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Aztec", "an Aztec"),
        ("Data Matrix", "a Data Matrix"),
        ("EAN-13", "an EAN-13"),
        ("UPC-A", "a UPC-A"),
        ("", "a "),
    ],
)
def test_the_article_fits_the_name(name: str, said: str) -> None:
    assert with_article(name) == said


def test_google_play_has_no_article() -> None:
    assert [with_the(store) for store in ("App Store", "Google Play", "Galaxy Store")] == [
        "the App Store",
        "Google Play",
        "the Galaxy Store",
    ]
