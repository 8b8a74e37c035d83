"""What a host's name tells."""

from __future__ import annotations

import pytest

from parcours.facts.hosts import (
    disguise,
    distance,
    imitated,
    is_number,
    is_private,
    is_public_number,
    readable,
    site_of,
)


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("shop.example", "shop.example"),
        ("www.shop.example", "shop.example"),
        ("A.B.SHOP.EXAMPLE.", "shop.example"),
        ("www.shop.co.uk", "shop.co.uk"),
        ("impots.gouv.fr", "impots.gouv.fr"),
        ("co.uk", "co.uk"),
        ("shop.myshopify.com", "shop.myshopify.com"),
        ("a.shop.github.io", "shop.github.io"),
        ("localhost", "localhost"),
        ("192.168.1.20", "192.168.1.20"),
    ],
)
def test_a_site_is_what_was_registered(host: str, site: str) -> None:
    assert site_of(host) == site


def test_numbers_are_told_from_names_and_public_ones_from_private_ones() -> None:
    hosts = ("8.8.8.8", "[2001:4860:4860::8888]", "10.0.0.1", "[::1]", "shop.example")
    assert [is_number(host) for host in hosts] == [True, True, True, True, False]
    assert [is_public_number(host) for host in hosts] == [True, True, False, False, False]


@pytest.mark.parametrize("host", ["localhost", "shop.localhost", "printer.local", "10.1.2.3", "[::1]", "intranet"])
def test_what_only_an_office_reaches_is_private(host: str) -> None:
    assert is_private(host)


@pytest.mark.parametrize("host", ["shop.example", "8.8.8.8", "localhost.example"])
def test_what_everyone_reaches_is_not_private(host: str) -> None:
    assert not is_private(host)


def test_machines_names_become_readable_and_broken_ones_stay() -> None:
    assert [readable(host) for host in ("xn--caf-dma.example", "shop.example", "xn--é.example")] == [
        "café.example",
        "shop.example",
        "xn--é.example",
    ]


@pytest.mark.parametrize(
    "host",
    [
        "shop.example",
        "café.example",
        "почта.example",
        "東京タワー.example",
        "日々.example",
        "한국.example",
        "xn--caf-dma.fr",
    ],
)
def test_a_name_in_scripts_of_one_language_is_no_disguise(host: str) -> None:
    assert disguise(host) == ""


@pytest.mark.parametrize(
    ("host", "why"),
    [
        ("аpple.example", "“аpple” mixes Cyrillic and Latin letters"),
        ("xn--80ak6aa92e.example", "“аррӏе” looks like “apple”, and is written in Cyrillic letters"),
        ("www.shοp.example", "“shοp” mixes Greek and Latin letters"),
    ],
)
def test_a_disguise_is_named(host: str, why: str) -> None:
    assert disguise(host) == why


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("shop", "shop", 0),
        ("shop", "shp", 1),
        ("shop", "sohp", 1),
        ("shop", "chap", 2),
        ("shop", "boots", 3),
        ("", "abc", 3),
    ],
)
def test_the_distance_of_two_names_is_told_up_to_what_is_asked(one: str, other: str, apart: int) -> None:
    assert distance(one, other, 2) == distance(other, one, 2) == apart


def test_a_brand_is_not_imitated_by_itself_nor_under_another_ending() -> None:
    assert [imitated(host, ["*.chaussures.example"]) for host in ("m.chaussures.example", "chaussures.fr")] == ["", ""]


def test_an_imitation_names_the_brand() -> None:
    assert imitated("www.chausures.example", ["other.example", "www.chaussures.example"]) == "chaussures.example"
