"""A small vocabulary to load scenarios with, and a way to load one from text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from parcours.errors import UsageError, closest
from parcours.scenario.kinds import VerbKind
from parcours.scenario.loader import load
from parcours.scenario.model import Scenario
from parcours.scenario.problems import ScenarioError
from parcours.scenario.units import AssetFile, Millimetres, RuleName, Seconds, Taps, one_or_several

Goal = Literal["app", "contact", "message", "call", "store"]


class Args(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class See(Args):
    text: str = Field(min_length=1, description="The text.")
    within: Seconds = Field(default=5.0, description="How soon.")


class Tap(Args):
    name: str = Field(min_length=1, description="Its text or label.")


class Type(Args):
    into: str = Field(min_length=1, description="The field's label.")
    text: str = Field(description="What is typed.")


class Find(Args):
    goal: Goal = Field(description="What to find.")
    any_of: Annotated[tuple[Goal, ...], BeforeValidator(one_or_several)] = Field(
        default=(), alias="any-of", description="The kinds that will do."
    )
    to: str = Field(default="", description="Whom it must reach.")
    within: Taps = Field(default=2, description="Taps that it may cost.")


class Check(Args):
    rules: Annotated[tuple[RuleName, ...], BeforeValidator(one_or_several)] = Field(
        default=("all",), description="Rules or areas."
    )


class Wait(Args):
    time: Seconds = Field(default=0.0, description="How long.")
    text: str = Field(default="", alias="for", description="A text to wait for.")


class Go(Args):
    to: str = Field(description="`back`, or an address.")


class Count(Args):
    number: int = Field(ge=0, description="A number.")

    @model_validator(mode="after")
    def _not_seven(self) -> Count:
        if self.number == 7:
            raise ValueError("seven is taken")
        return self


class Reply(Args):
    within: Seconds = Field(default=30.0, description="How soon.")


class Printed(Args):
    width: Millimetres = Field(description="The code's width on paper.")
    distance: Millimetres = Field(default=300.0, description="How far it is read from.")


class Qr(Args):
    file: AssetFile = Field(description="The picture or PDF.")
    printed: Printed | None = Field(default=None, description="Its size on paper.")


class Message(Args):
    text: str = Field(description="The message.")


class Link(Args):
    url: str = Field(description="The address.")


def kinds(*several: VerbKind) -> Mapping[str, VerbKind]:
    return {kind.name: kind for kind in several}


VERBS = kinds(
    VerbKind("see", "A text can be read.", See, "text", 'see: "Bottes"'),
    VerbKind("tap", "Tap something.", Tap, "name", 'tap: "Panier"'),
    VerbKind("type", "Type into a field.", Type, "into", 'type: {into: "Nom", text: "Martin"}'),
    VerbKind("find", "Find something.", Find, "goal", "find: message"),
    VerbKind("check", "Judge the page.", Check, "rules", "check: [viewport, plugin]"),
    VerbKind("wait", "Wait.", Wait, "time", "wait: 2 s"),
    VerbKind("go", "Go somewhere.", Go, "to", "go: back"),
    VerbKind("send", "Send a form.", Tap, "name", 'send: "Envoyer"'),
    VerbKind("expect-badge", "The badge's number.", Count, "number", "expect-badge: 1"),
    VerbKind("expect-reply", "Somebody answers.", Reply, "within", "expect-reply: {within: 60 s}"),
)
CHANNELS = kinds(
    VerbKind("qr", "A printed code.", Qr, "file", "qr: assets/lettre.pdf"),
    VerbKind("sms", "A text message.", Message, "text", 'sms: "https://shop.example/"'),
    VerbKind("link", "An address.", Link, "url", "link: https://shop.example/"),
)
RULES = ("all", "viewport", "viewport/missing", "plugin", "text/tiny")
DEVICES = ("iphone", "android", "small-android", "ipad")


def spelt(kind: str, known: tuple[str, ...]) -> Callable[[str], str]:
    def as_known(name: str) -> str:
        if name.lower() not in known:
            raise UsageError(f"{name!r} is not {kind}", tip=closest(name, known))
        return name.lower()

    return as_known


KNOWN_RULE = spelt("a rule or area", RULES)
KNOWN_DEVICE = spelt("a device", DEVICES)

Loads = Callable[[str], Scenario]
Says = Callable[[str | bytes], list[str]]


@pytest.fixture
def loads(tmp_path: Path) -> Loads:
    """The scenario of a text that stands in `voyage.yaml`, beside an assets folder with one PDF."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "printemps-2026.pdf").write_bytes(b"%PDF-")

    def loaded(text: str | bytes) -> Scenario:
        file = tmp_path / "voyage.yaml"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return load(file, VERBS, CHANNELS, known_rule=KNOWN_RULE, known_device=KNOWN_DEVICE)

    return loaded


@pytest.fixture
def says(loads: Loads) -> Says:
    """What is wrong with a text, one line a problem: `4:12 E006 'andriod' is not a device | help`."""

    def said(text: str | bytes) -> list[str]:
        with pytest.raises(ScenarioError) as raised:
            loads(text)
        return [
            f"{p.line}:{p.column} {p.code} {p.message}" + (f" | {p.help}" if p.help else "")
            for p in raised.value.problems
        ]

    return said


@pytest.fixture
def kinds_of_words() -> tuple[Mapping[str, VerbKind], Mapping[str, VerbKind]]:
    """The verbs and the channels."""
    return VERBS, CHANNELS
