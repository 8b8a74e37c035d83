"""A scenario as values: what the loader makes of a file, and what walks it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from parcours.facts.model import Network
from parcours.scenario.problems import ScenarioProblem
from parcours.scenario.units import (
    Bytes,
    Count,
    Day,
    DeviceName,
    PhoneName,
    RuleName,
    Screens,
    Seconds,
    Taps,
    YesNo,
    one,
    one_or_several,
    shortened,
    wrong,
)

VERSION = "1"

ServiceWorkers = Literal["block", "allow"]
Visual = Literal["auto", "off", "inform", "strict"]
Consent = Literal["accept", "refuse", "ignore"]

_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?"
_HOST = rf"(?:{_LABEL}\.)*{_LABEL}|\[[0-9A-Fa-f:.]+\]"
_PORT = r":([0-9]{1,5})"
_LONGEST_ID = 60
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o"})


def slug(text: str, most: int = _LONGEST_ID) -> str:
    """The text as an id: lower case, no accents, words joined by hyphens, cut between words.

    Letters of other scripts stay; "" when the text has neither letters nor digits.
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    letters = (c for c in folded if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in letters).split()
    whole = "-".join(words)
    if len(whole) <= most:
        return whole
    return whole[: most + 1].rpartition("-")[0] or whole[:most]


def scenario_id(file: Path | str) -> str:
    """A scenario's id: the slug of its file's name."""
    return slug(Path(file).stem) or "scenario"


def unique(wanted: str, taken: Iterable[str]) -> str:
    """The id itself, or the first of id-2, id-3... that is not taken."""
    seen = frozenset(taken)
    number, found = 1, wanted
    while found in seen:
        number += 1
        found = f"{wanted}-{number}"
    return found


@dataclass(frozen=True)
class _Fits:
    """A pattern that a text must fit as a whole; the JSON Schema gets it too."""

    pattern: str
    message: str
    help: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "pattern": f"^(?:{self.pattern})$"}

    def checked(self, value: str) -> str:
        """The text itself."""
        if not re.fullmatch(self.pattern, value):
            raise wrong(f"{shortened(value)} {self.message}", self.help)
        return value


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _port(value: str) -> str:
    port = re.search(_PORT + "$", value)
    if port and not 0 < int(port[1]) < 65536:
        raise wrong(f"{shortened(value)}: there is no port {port[1]}", "ports go from 1 to 65535")
    return value


Several = BeforeValidator(one_or_several)
Devices = Annotated[tuple[DeviceName, ...], Several, AfterValidator(lambda names: tuple(dict.fromkeys(names)))]
Language = Annotated[str, _Fits(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "is not a language", "write fr, en or pt-BR")]
Host = Annotated[
    str,
    BeforeValidator(_lower),
    _Fits(_HOST, "is not a host name", "write the name alone, without https:// and without a path: shop.example"),
]
HostPattern = Annotated[
    str,
    BeforeValidator(_lower),
    _Fits(rf"(\*\.)?(?:{_HOST})", "is not a host name", "write shop.example, or *.shop.example for all below it"),
]
SendPlace = Annotated[
    str,
    BeforeValidator(_lower),
    _Fits(
        rf"(?:(?:\*\.)?(?:{_HOST}))({_PORT})?",
        "is not a host",
        "write staging.shop.example, *.shop.example for all below it, or 127.0.0.1:8000",
    ),
    AfterValidator(_port),
]
HostPort = Annotated[
    str,
    BeforeValidator(_lower),
    _Fits(rf"(?:{_HOST})({_PORT})?", "is not a host", "write localhost:8000, or 127.0.0.1"),
    AfterValidator(_port),
]
Place = Annotated[
    str,
    BeforeValidator(_lower),
    _Fits(rf"[Dd]emo:[A-Za-z0-9-]+|(?:{_HOST}){_PORT}", "is not a place", "write 127.0.0.1:8000, or demo:shop"),
    AfterValidator(lambda value: value if value.startswith("demo:") else _port(value)),
]
StoreNumber = Annotated[
    str, _Fits(r"(id)?[0-9]{6,12}", "is not an App Store number", "it stands after /id in the store's address")
]
Package = Annotated[
    str,
    _Fits(r"[A-Za-z]\w*(\.[A-Za-z]\w*)+", "is not an Android package", "it stands after ?id= in the store's address"),
]
VarName = Annotated[
    str, _Fits(r"[A-Za-z][A-Za-z0-9_-]{0,40}", "cannot name a variable", "letters, digits, - and _, a letter first")
]
WebAddress = Annotated[
    str, _Fits(r"https?://\S+", "is not a web address", "write it in full: https://shop.example/spring")
]
StepId = Annotated[
    str,
    _Fits(r"[a-z0-9]+(-[a-z0-9]+)*", "is not an id", "lower-case letters and digits, joined by hyphens: see-the-boots"),
]


class _Keys(BaseModel):
    """Keys as a scenario file spells them: hyphens for underscores, none but the known."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"))


class AppIds(_Keys):
    """The brand's app in the stores; "" where there is none."""

    ios: Annotated[StoreNumber, AfterValidator(lambda value: value.removeprefix("id"))] = Field(
        default="", description="The App Store's number, as in apps.apple.com/app/id1234567890."
    )
    android: Package = Field(
        default="", description="The package's name, as in play.google.com/store/apps/details?id=com.example.shoes."
    )


class Limits(_Keys):
    """What the journey may cost the customer at most; None where there is no limit."""

    taps: Taps | None = Field(default=None, description="Taps from the first scan to the goal.")
    landing: Seconds | None = Field(default=None, description="Time until the first page can be used.")
    bytes: Bytes | None = Field(default=None, description="Data that the whole journey loads.")
    keys: Count | None = Field(default=None, description="Characters that are typed.")
    screens: Screens | None = Field(default=None, description="Screens that a thumb scrolls by: 3, or 2.5 screens.")
    hops: Count | None = Field(default=None, description="Addresses on the way that only send the customer on.")


class PromisesKeys(_Keys):
    """What the brand says that it offers its customers; what is left out is not known."""

    inbox: YesNo | None = Field(default=None, description="Whether customers have a place of their own for messages.")
    adviser: str = Field(
        default="", max_length=200, description="Who answers, a name or a role, as customers are shown it."
    )
    chat: YesNo | None = Field(default=None, description="Whether a chat with a person is offered.")
    reply: Seconds | None = Field(default=None, description="How soon an answer is promised: 60 s, 10 min.")
    hours: str = Field(default="", max_length=200, description="When somebody answers, in the brand's own words.")
    loyalty: Annotated[tuple[str, ...], BeforeValidator(one)] = Field(
        default=(), description="Texts that are shown as reasons to be loyal."
    )


class Accept(_Keys):
    """What the journey's owner accepts, with the reason. It is shown, and fails nobody until the day has passed."""

    rule: RuleName = Field(description="A rule; or an area or a department, for all of its rules.")
    aspect: str = Field(default="", description="Which of the rule's faults; else every one.")
    on: Annotated[tuple[PhoneName, ...], Several] = Field(
        default=(), description="The only phones: ios, android, iphone, ipad, or a device's name; else every one."
    )
    why: str = Field(min_length=1, max_length=300, description="Why it may stay.")
    until: Day | None = Field(default=None, description="The last day on which it may: 2027-01-31; else for ever.")


class Header(_Keys):
    """The keys of a scenario file, less `start` and `steps`, whose keys are the channels and the verbs."""

    parcours: Annotated[Literal["1"], WithJsonSchema({"const": int(VERSION)})] = Field(
        description="The version of the format: 1."
    )
    name: str = Field(default="", max_length=200, description="What people call the journey; else the file's name.")
    lang: Language = Field(default="", description="The customer's language: fr, en, pt-BR.")
    devices: Devices = Field(
        default=(),
        description="The phones to walk it on: iphone, android, small-android, ipad, or a name of `parcours devices`;"
        " else those of the configuration.",
    )
    app: AppIds = Field(default_factory=AppIds, description="The brand's app in the stores.")
    sites: dict[Host, Place] = Field(
        default_factory=dict,
        description="Hosts that are served elsewhere in this test: the host, and host:port or demo:<name>.",
    )
    hosts: Annotated[tuple[HostPattern, ...], Several] = Field(
        default=(), description="The only hosts that the customer may be led to; else every public host."
    )
    allow_private: Annotated[tuple[HostPort, ...], Several] = Field(
        default=(), description="Private or local addresses that may be opened: host or host:port."
    )
    service_workers: ServiceWorkers = Field(default="block", description="Whether pages may keep service workers.")
    limits: Limits = Field(default_factory=Limits, description="What the journey may cost the customer at most.")
    vars: dict[VarName, str] = Field(
        default_factory=dict, description="Texts by name, for use as ${name} below `start` and `steps`."
    )
    accept: tuple[Accept, ...] = Field(
        default=(), description="What is known and accepted, each with its reason: reported, and failing nobody."
    )
    allow_send: Annotated[tuple[SendPlace, ...], Several] = Field(
        default=(), description="Hosts (or host:port) that `send` may send to; else nothing is ever sent."
    )
    consent: Consent = Field(
        default="accept", description="What is done with a consent wall once it is judged: accept, refuse or ignore."
    )
    promises: PromisesKeys = Field(
        default_factory=PromisesKeys, description="What the brand says that it offers its customers."
    )
    brand: str = Field(
        default="", max_length=100, description="The brand, under which results are gathered; else the site's host."
    )
    network: Network = Field(
        default="as-is",
        description="as-is, or slow-4g: the network and the processor of a phone on the move (in Chromium alone).",
    )
    visual: Visual = Field(
        default="auto",
        description="What a screen does that looks otherwise than the one that was kept: `inform`, `strict` (it fails),"
        " `off`. `auto` informs where screens are kept; the others picture them for"
        " `parcours approve --screens` too.",
    )
    mask: Annotated[tuple[str, ...], Several] = Field(
        default=(),
        description="Moving parts that are left out when screens are compared: selectors, texts or labels.",
    )


class Promise(_Keys):
    """What `start` may hold beside its channel: what the customer was promised."""

    expect_url: str = Field(
        default="", description="The address that the code or link must hold; `*` stands for anything."
    )
    expect_text: str = Field(default="", description="The promise on paper, which must be met on the first page.")
    fallback_url: WebAddress = Field(
        default="", description="The page to go on with when the channel itself leads nowhere."
    )


class StepKeys(_Keys):
    """What every step may hold beside its verb."""

    id: StepId = Field(
        default="", description="The step's name in reports and baselines; else made of its verb and value."
    )
    only_on: Annotated[tuple[PhoneName, ...], Several] = Field(
        default=(), description="The only phones to take the step on: ios, android, iphone, ipad, or a device's name."
    )


@dataclass(frozen=True)
class StartSpec:
    """Where the customer comes from: the channel, its arguments, and what was promised. "" where nothing was."""

    channel: str
    args: BaseModel
    expect_url: str = ""
    expect_text: str = ""
    fallback_url: str = ""
    line: int = 0


@dataclass(frozen=True)
class StepSpec:
    """One step. `says` is the step as read aloud, `line` its line in the file."""

    id: str
    verb: str
    says: str
    args: BaseModel
    line: int = 0
    only_on: tuple[str, ...] = ()  # the platforms and devices that take it; none: every one
    file: str = ""  # the file of shared steps that it stands in; "" for the scenario's own


@dataclass(frozen=True)
class Scenario:
    """One journey, ready to be walked.

    `id` is a slug of the file's name. `devices` is empty when the configuration decides. `sites` are
    places (host:port, or demo:<name>) by the host that they stand for. `environment` are the environment
    variables that it needs where it is walked, each with what to say when it is not there.
    """

    id: str
    file: str
    name: str
    start: StartSpec
    steps: tuple[StepSpec, ...] = ()
    lang: str = ""
    devices: tuple[str, ...] = ()
    app: AppIds = field(default_factory=AppIds)
    sites: Mapping[str, str] = field(default_factory=dict)
    hosts: tuple[str, ...] = ()
    allow_private: tuple[str, ...] = ()
    service_workers: ServiceWorkers = "block"
    limits: Limits = field(default_factory=Limits)
    vars: Mapping[str, str] = field(default_factory=dict)
    accept: tuple[Accept, ...] = ()
    allow_send: tuple[str, ...] = ()
    consent: Consent = "accept"
    promises: PromisesKeys = field(default_factory=PromisesKeys)
    brand: str = ""
    network: Network = "as-is"
    environment: Mapping[str, ScenarioProblem] = field(default_factory=dict)
    visual: Visual = "auto"
    mask: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder that the scenario's files lie in."""
        return Path(self.file).parent
