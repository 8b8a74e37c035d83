"""A post in a social app, whose links open in the app's own browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from parcours.channels import Channel, Opening
from parcours.facts.inapp import App
from parcours.facts.message import Message, MessageLink
from parcours.facts.urls import classify
from parcours.scenario.units import shortened, wrong


def _web_address(value: str) -> str:
    link = classify(value.strip())
    if not link.is_web or not link.host:
        raise wrong(f"{shortened(value)} is not a web address", "write it in full: https://shop.example/spring")
    return value.strip()


class Social(BaseModel):
    """Where the post leads, and in which app it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: Annotated[str, AfterValidator(_web_address)] = Field(
        min_length=1, max_length=8000, description="The post's address, with http:// or https://."
    )
    app: App = Field(description="The app: instagram, facebook, tiktok, linkedin, snapchat or x.")


def open_social(args: Social, _folder: Path) -> Opening:
    """The address, to be opened in the app's own browser."""
    links = (MessageLink(args.url, args.url),)
    return Opening(args.url, message=Message("social", links=links, chosen=1, app=args.app), inside=args.app)


SOCIAL = Channel(
    "social",
    "A post in a social app, which opens its links in a browser of its own.",
    Social,
    "url",
    "social: {url: https://shop.example/, app: instagram}",
    open_social,
)
