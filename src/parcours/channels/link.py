"""A plain address, as someone would type it or tap it."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from parcours.channels import Channel, Opening
from parcours.facts.urls import classify


class Link(BaseModel):
    """Where it leads."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str = Field(min_length=1, max_length=8000, description="The address, with http:// or https://.")


def open_link(args: Link, _folder: Path) -> Opening:
    """The address itself; the code "link-not-url" when it is none that a browser opens."""
    url = args.url.strip()
    link = classify(url)
    if not link.is_web or not link.host:
        return Opening(
            code="link-not-url", reason=f"{url[:80]!r} is not an address that begins with http:// or https://"
        )
    return Opening(url=url)


LINK = Channel("link", "A plain address.", Link, "url", "link: https://shop.example/", open_link)
