from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from parcours.channels import catalogue
from parcours.channels.link import LINK, Link

HERE = Path()


def test_it_is_in_the_catalogue() -> None:
    assert catalogue()["link"] is LINK


@pytest.mark.parametrize("url", ["https://shop.example/spring", "http://localhost:8000/", " https://shop.example "])
def test_a_web_address_is_opened_as_it_is(url: str) -> None:
    found = LINK.open(Link(url=url), HERE)
    assert (found.url, found.code, found.artwork) == (url.strip(), "", None)


@pytest.mark.parametrize(
    "url", ["shop.example", "javascript:alert(1)", "file:///etc/passwd", "tel:+33123456789", "https://"]
)
def test_anything_else_is_an_authors_mistake(url: str) -> None:
    with pytest.raises(ValidationError, match="is not a web address"):
        Link(url=url)
