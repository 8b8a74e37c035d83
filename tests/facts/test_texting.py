"""What a phone underlines in a text, and how many messages the text takes."""

from __future__ import annotations

import pytest

from parcours.facts.texting import Coding, coding, links_in


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Your statement is ready: https://bank.example/m/4f2a", ["https://bank.example/m/4f2a"]),
        ("Soldes: https://a.fr/x. STOP au 36111", ["https://a.fr/x"]),
        ("Vous voulez voir https://a.fr/x?y=1?", ["https://a.fr/x?y=1"]),
        ("(https://a.fr/x)", ["https://a.fr/x"]),
        ("(https://a.fr/Boot_(shoe))", ["https://a.fr/Boot_(shoe)"]),
        ("«https://a.fr/x»", ["https://a.fr/x"]),
        ("HTTPS://A.FR/X", ["HTTPS://A.FR/X"]),
        ("https://a.fr/été", ["https://a.fr/été"]),
        ("https://a.fr/x\nhttps://b.fr/y", ["https://a.fr/x", "https://b.fr/y"]),
        ("https://", []),
        ("nothing to see", []),
    ],
)
def test_an_address_with_its_scheme_is_a_link_without_the_punctuation_behind_it(text: str, links: list[str]) -> None:
    assert [link.href for link in links_in(text)] == links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Ecrivez-nous: bank.example/m/4f2a, merci", ["http://bank.example/m/4f2a"]),
        ("www.shop.fr et shop.com", ["http://www.shop.fr", "http://shop.com"]),
        ("café.fr/menu", ["http://café.fr/menu"]),
        ("bottines.localhost:8000/x", ["http://bottines.localhost:8000/x"]),
        ("jean.dupont@shop.fr", []),
        ("Merci.Bonne journee", []),
        ("C'est ok.On arrive", []),
        ("letter.pdf", []),
        ("12.50 euros, le 01.02.2026", []),
        ("Appelez le 01 23 45 67 89 ou +33 1 23 45 67 89 ou 36111", []),
        ("https://a.fr/www.b.fr", ["https://a.fr/www.b.fr"]),
    ],
)
def test_a_host_without_scheme_is_a_link_where_phones_know_its_ending(text: str, links: list[str]) -> None:
    assert [link.href for link in links_in(text)] == links


def test_a_link_knows_its_place_in_the_text() -> None:
    text = "a.fr puis (https://b.fr/x)."
    assert [(link.position, text[link.start : link.end], link.text) for link in links_in(text)] == [
        (1, "a.fr", "a.fr"),
        (2, "https://b.fr/x", "https://b.fr/x"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Coding((), 0, 1, 1)),
        ("a" * 160, Coding((), 160, 1, 1)),
        ("a" * 161, Coding((), 161, 2, 2)),
        ("a" * 306, Coding((), 306, 2, 2)),
        ("a" * 307, Coding((), 307, 3, 3)),
        ("é" * 160, Coding((), 160, 1, 1)),
        ("€" * 80, Coding((), 160, 1, 1)),
        ("€" * 81, Coding((), 162, 2, 2)),
        # 76 of them fill 152 places of a part, and the next one may not be cut in two.
        ("€" * 153, Coding((), 306, 3, 3)),
        ("’" + "a" * 69, Coding(("’",), 70, 1, 1)),
        ("’" + "a" * 70, Coding(("’",), 71, 2, 1)),
        ("ê" + "a" * 133, Coding(("ê",), 134, 2, 1)),
        ("ê" + "a" * 134, Coding(("ê",), 135, 3, 1)),
        ("😀" * 35, Coding(("😀",), 70, 1, 0)),
        ("😀" * 36, Coding(("😀",), 72, 2, 0)),
        ("😀’", Coding(("😀", "’"), 3, 1, 0)),
    ],
)
def test_a_text_takes_as_many_messages_as_its_alphabet_allows(text: str, expected: Coding) -> None:
    assert coding(text) == expected
    assert coding(text).alphabet == ("UCS-2" if expected.foreign else "GSM-7")
