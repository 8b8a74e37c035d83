"""A plain address, as someone would type it or tap it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from parcours.channels import Channel, Opening
from parcours.facts.urls import classify
from parcours.scenario.units import shortened, wrong


def _web_address(value: str) -> str:
    link = classify(value.strip())
    if not link.is_web or not link.host:
        raise wrong(f"{shortened(value)} is not a web address", "write it in full: https://shop.example/spring")
    return value.strip()


class Link(BaseModel):
    """Where it leads."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: Annotated[str, AfterValidator(_web_address)] = Field(
        min_length=1, max_length=8000, description="The address, with http:// or https://."
    )


def open_link(args: Link, _folder: Path) -> Opening:
    """The address itself."""
    return Opening(url=args.url)


LINK = Channel("link", "A plain address.", Link, "url", "link: https://shop.example/", open_link)
