"""What can be wrong with a scenario file: every code, and how a problem is shown.

A problem reads like a compiler's: where, what, the line with a caret under the place, and what to do.

    mailer.yaml:7:23: E006: 'plugin-x' is not a rule, an area or a department
         7 |   - check: [viewport, plugin-x]
           |                       ^^^^^^^^
           = help: did you mean 'plugin'?
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from parcours.errors import UsageError


class Code(StrEnum):
    """The codes of scenario files. They are stable: a code never changes its meaning."""

    FILE = "E001"  # cannot be read, is no regular file, or is too large
    ENCODING = "E002"  # not UTF-8, or a character that nobody can see
    SYNTAX = "E003"  # not YAML, or more than one document
    LIMIT = "E004"  # nested too deep, too many values, a text that is too long
    YAML_FEATURE = "E005"  # anchor, alias, tag, merge key: YAML that scenarios do without
    UNKNOWN_NAME = "E006"  # not a rule, an area, a device...
    DUPLICATE_KEY = "E007"  # the same key twice in one mapping
    UNKNOWN_KEY = "E008"  # not a key, a verb, a channel or a modifier
    MISSING = "E009"  # a key or a value that must be there
    VALUE = "E010"  # a value that does not fit
    VARIABLE = "E011"  # ${name} that is not under `vars:`
    ASSET = "E012"  # a file that is not there, or not in the scenario's folder
    DUPLICATE_ID = "E013"  # two scenarios, or two steps, of the same id
    AMBIGUOUS = "E014"  # two verbs in one step, two channels under `start:`
    VERSION = "E015"  # `parcours: 1` is missing, or another version
    ENVIRONMENT = "E016"  # ${env:NAME} that is not set where the journey is to be walked
    ARTWORK = "E017"  # a file that is there, and is no artwork that can be read
    LEADS_NOWHERE = "W001"  # an artwork or a message that holds no address to open
    EXPIRED = "W002"  # `until` has passed
    IDLE = "W003"  # can concern nothing: a rule, a step or a phone that is not there

    @property
    def warns(self) -> bool:
        """True where the journey can be walked all the same."""
        return self.value.startswith("W")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the file: line and column count characters from 1; `width` is what the caret underlines.

    Line 0 is the file as a whole.
    """

    line: int = 0
    column: int = 0
    width: int = 1


WHOLE_FILE = Mark()

# What is shown of a long line, and how much of it stands before the caret.
_SHOWN = 110
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class ScenarioProblem:
    """One thing that is wrong with a scenario file. `source` is the line it stands on."""

    file: str
    mark: Mark
    code: Code
    message: str
    help: str = ""
    source: str = ""

    @property
    def line(self) -> int:
        """The line, from 1; 0 is the file as a whole."""
        return self.mark.line

    @property
    def column(self) -> int:
        """The column in characters, from 1."""
        return self.mark.column

    @property
    def width(self) -> int:
        """How many characters of the line are meant."""
        return self.mark.width

    def __str__(self) -> str:
        """As it is shown: the place, the line with a caret, the help."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        lines = [f"{visible(place)}: {self.code}: {visible(self.message)}"]
        if self.line and self.source.strip():
            lines += [
                f"{self.line:>6} | {shown}" if not n else f"{'':6} | {shown}" for n, shown in enumerate(self._caret())
            ]
        if self.help:
            lines.append(f"{'':6} = help: {visible(self.help)}")
        return "\n".join(lines)

    def _caret(self) -> tuple[str, str]:
        start = self.column - 1
        cut = max(0, start - _BEFORE) if len(self.source) > _SHOWN else 0
        kept = self.source[cut : cut + _SHOWN]
        before, meant = kept[: start - cut], kept[start - cut :][: self.width]
        more = "…" if cut else ""
        text = f"{more}{visible(kept)}{'…' if cut + _SHOWN < len(self.source) else ''}"
        return text, f"{' ' * _columns(more + visible(before))}{'^' * max(1, _columns(visible(meant)))}"


class ScenarioError(UsageError):
    """One or more scenario files cannot be used; `problems` are all that was found."""

    def __init__(self, problems: Iterable[ScenarioProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, by lines: what a problem is shown in."""

    file: str
    lines: tuple[str, ...] = ()

    def problem(self, mark: Mark, code: Code, message: str, help: str = "") -> ScenarioProblem:
        """A problem at that place, with its line."""
        line = self.lines[mark.line - 1] if 0 < mark.line <= len(self.lines) else ""
        return ScenarioProblem(self.file, mark, code, message, help, line)


class Notes:
    """Gathers the problems of one file."""

    def __init__(self, source: Source, problems: Iterable[ScenarioProblem] = ()) -> None:
        self.source = source
        self.problems = list(problems)

    def say(self, mark: Mark, code: Code, message: str, help: str = "") -> None:
        """Note a problem at that place."""
        self.problems.append(self.source.problem(mark, code, message, help))


def invisible(character: str) -> bool:
    """True for what nobody sees in an editor: control characters, zero-width and bidirectional marks.

    Joiners are left alone, because emoji and several scripts are spelt with them.
    """
    if character in "\u200c\u200d":
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} or character in "\ufffe\uffff"


def visible(text: str) -> str:
    """The text with nothing hidden in it: a tab becomes a space, what is invisible is written out."""
    return "".join(_spelt(character) for character in text)


def _spelt(character: str) -> str:
    if character == "\t":
        return " "
    if not invisible(character):
        return character
    return f"\\u{ord(character):04x}" if ord(character) <= 0xFFFF else f"\\U{ord(character):08x}"


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes: Chinese and Japanese characters take two."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) - sum(unicodedata.combining(character) > 0 for character in text) + wide
