"""What the loader must know of a verb or of a channel, whoever brings it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pydantic import BaseModel


class Kind(Protocol):
    """A word that may begin a step (a verb) or stand under `start:` (a channel).

    `main` is the field of `args` that the word's own value fills: `see: "text"`. A mapping as the value
    fills the fields by name, and the keys beside the word are fields too (`within: 4 s`). `example` is one
    line of YAML that must load.
    """

    @property
    def name(self) -> str:
        """The word itself."""

    @property
    def summary(self) -> str:
        """What it does, in one sentence."""

    @property
    def args(self) -> type[BaseModel]:
        """Its arguments; their aliases are the keys in the file."""

    @property
    def main(self) -> str:
        """The field that the word's own value fills."""

    @property
    def example(self) -> str:
        """One line of YAML."""


@dataclass(frozen=True)
class VerbKind:
    """A verb without a way to do it: enough to load and to describe a scenario."""

    name: str
    summary: str
    args: type[BaseModel]
    main: str
    example: str
