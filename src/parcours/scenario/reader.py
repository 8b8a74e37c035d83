"""Bytes of a scenario file become a tree of texts that know where they stand.

YAML reads 0612345670 as a number, NO as false, 12:30 as 750 and `on:` as true, takes the last of two equal
keys, and lets eight lines grow into a thousand million values. So nothing is resolved here: the parser's
events are walked, every scalar stays the text that it is, and what a scenario has no use for is refused.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from parcours.scenario.problems import WHOLE_FILE, Code, Mark, Notes, ScenarioProblem, Source, invisible
from parcours.scenario.units import shortened

MOST_BYTES = 256 * 1024
MOST_DEPTH = 20
MOST_VALUES = 5000
MOST_TEXT = 8 * 1024

# Line ends as YAML counts them, less the Unicode ones, which are refused before the parser sees them.
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. `plain` is True when it stands without quotes; an absent value is a plain ""."""

    text: str
    mark: Mark
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping: its keys in the order of the file, each once."""

    entries: tuple[tuple[Scalar, Node], ...]
    mark: Mark

    def get(self, key: str) -> Node | None:
        """The value of a key, None when it is not there."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, for its place."""
        return next((name for name, _ in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Refused:
    """Stands where something was refused already: nothing more needs to be said about it."""

    mark: Mark


Node = Scalar | Items | Entries | Refused


class _UnreadableError(Exception):
    """The file cannot be read, or not further."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: `root` is None when nothing could be made of it."""

    source: Source
    root: Node | None
    problems: tuple[ScenarioProblem, ...]


def read(path: Path, *, most_bytes: int = MOST_BYTES, most_values: int = MOST_VALUES) -> Reading:
    """Read a scenario file; never raises for what the file is or holds."""
    source = Source(str(path))
    try:
        return parse(_bytes(path, most_bytes), str(path), most_values=most_values)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Reading(source, None, (source.problem(WHOLE_FILE, Code.FILE, f"cannot be read: {reason}"),))
    except _UnreadableError as error:
        return Reading(source, None, (source.problem(WHOLE_FILE, Code.FILE, str(error)),))


def _bytes(path: Path, most: int) -> bytes:
    # Opening a named pipe would wait for ever.
    if not stat.S_ISREG(path.stat().st_mode):
        raise _UnreadableError("is not a file" if path.is_dir() else "is not a regular file")
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise _UnreadableError(f"is larger than {most // 1024} KB; a scenario describes one journey")
    return data


def parse(data: bytes, file: str, *, most_values: int = MOST_VALUES) -> Reading:
    """Read a scenario from bytes; `file` is only what problems call it."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, file)
    source = Source(file, tuple(_LINE_END.split(text)))
    hidden = tuple(_hidden(source))
    if hidden:
        return Reading(source, None, hidden)
    tree = _Tree(source, most_values)
    root = tree.document(text)
    return Reading(source, root, tuple(tree.notes.problems))


def _not_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> Reading:
    help = "save it as UTF-8; in most editors that is a choice of “Save as”"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        problem = Source(file).problem(WHOLE_FILE, Code.ENCODING, "is in UTF-16, and must be in UTF-8", help)
        return Reading(Source(file), None, (problem,))
    source = Source(file, tuple(_LINE_END.split(data.decode("utf-8", "replace"))))
    before = _LINE_END.split(data[: error.start].decode("utf-8", "replace"))
    mark = Mark(len(before), len(before[-1]) + 1)
    problem = source.problem(mark, Code.ENCODING, f"the byte 0x{data[error.start]:02x} is not UTF-8", help)
    return Reading(source, None, (problem,))


def _hidden(source: Source) -> Iterator[ScenarioProblem]:
    for number, line in enumerate(source.lines, 1):
        if line.isascii() and line.isprintable():
            continue
        for column, character in enumerate(line, 1):
            if invisible(character) and character != "\t":
                yield source.problem(
                    Mark(number, column),
                    Code.ENCODING,
                    f"an invisible character, U+{ord(character):04X}, stands here",
                    'delete it; a text that must hold it spells it in double quotes, like "\\u200b"',
                )


class _Tree:
    """Walks the parser's events into nodes, and notes what it refuses."""

    def __init__(self, source: Source, most: int) -> None:
        self.source = source
        self.most = most
        self.notes = Notes(source)
        self.values = 0
        self.reached = Mark(1, 1)

    def document(self, text: str) -> Node | None:
        """The file's only document, None when it is empty or cannot be parsed."""
        # The pure parser only: the one in C reads tabs and invisible characters differently.
        events: Iterator[Event] = yaml.parse(text, Loader=yaml.SafeLoader)
        root: Node | None = None
        try:
            for event in events:
                if isinstance(event, DocumentStartEvent) and root is not None:
                    help = "put each journey into a file of its own"
                    self.notes.say(_mark(event.start_mark, 3), Code.SYNTAX, "a second document begins here", help)
                    break
                if isinstance(event, NodeEvent):
                    root = self._node(event, events, depth=1)
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
            return None
        except (ValueError, OverflowError):
            # PyYAML lets Python's own errors through for "\\UFFFFFFFF" and for a version of 5,000 digits.
            self.notes.say(self.reached, Code.SYNTAX, "what follows holds a number that is out of range")
            return None
        except _UnreadableError:
            return None
        return root

    def _node(self, event: NodeEvent, events: Iterator[Event], depth: int) -> Node:
        self.values += 1
        self.reached = self._span(event)
        if self.values > self.most:
            raise self._stop(event, f"more than {self.most} values", "split the journey into several scenarios")
        if depth > MOST_DEPTH:
            raise self._stop(event, f"nested more than {MOST_DEPTH} levels deep")
        if isinstance(event, AliasEvent):
            mark = self._span(event)
            self.notes.say(
                mark, Code.YAML_FEATURE, f"*{_cut(event.anchor)} repeats another part of the file", _ANCHOR_HELP
            )
            return Refused(mark)
        self._refuse_properties(event)
        if isinstance(event, SequenceStartEvent):
            return Items(tuple(self._items(events, depth)), self._span(event))
        if isinstance(event, MappingStartEvent):
            return Entries(tuple(self._entries(events, depth)), self._span(event))
        assert isinstance(event, ScalarEvent)
        return self._scalar(event)

    def _items(self, events: Iterator[Event], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, CollectionEndEvent):
                return
            yield self._node(_noded(event), events, depth + 1)

    def _entries(self, events: Iterator[Event], depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        for event in events:
            if isinstance(event, CollectionEndEvent):
                return
            key = self._node(_noded(event), events, depth + 1)
            value = self._node(_noded(next(events)), events, depth + 1)
            if isinstance(key, Scalar) and self._may_stand(key, seen):
                seen[key.text] = key
                yield key, value
            elif not isinstance(key, Scalar | Refused):
                self.notes.say(key.mark, Code.YAML_FEATURE, "a key must be a text")

    def _may_stand(self, key: Scalar, seen: dict[str, Scalar]) -> bool:
        if key.text == "<<" and key.plain:
            help = "write the keys out; `<<` merges them from another place"
            self.notes.say(key.mark, Code.YAML_FEATURE, "a merge key is not understood in scenarios", help)
        elif key.text in seen:
            first, again = seen[key.text].mark.line, key.mark.line
            where = "twice on this line" if first == again else f"twice: on lines {first} and {again}"
            self.notes.say(key.mark, Code.DUPLICATE_KEY, f"{shortened(key.text)} is here {where}", "keep one of them")
        else:
            return True
        return False

    def _scalar(self, event: ScalarEvent) -> Scalar | Refused:
        mark = self._span(event)
        if len(event.value) > MOST_TEXT:
            self.notes.say(mark, Code.LIMIT, f"a text of {len(event.value)} characters; {MOST_TEXT} is the most")
            return Refused(mark)
        # "\0" and "\ud800" in double quotes are spelt out, and would break the first report that shows them.
        bad = next((c for c in event.value if c not in "\t\n\r" and (c < " " or "\ud800" <= c <= "\udfff")), None)
        if bad is not None:
            self.notes.say(mark, Code.ENCODING, f"a text cannot hold the character U+{ord(bad):04X}")
            return Refused(mark)
        return Scalar(event.value, mark, plain=event.style is None)

    def _refuse_properties(self, event: NodeEvent) -> None:
        mark = self._span(event)
        if event.anchor is not None:
            self.notes.say(
                mark,
                Code.YAML_FEATURE,
                f"the anchor &{_cut(event.anchor)} is not understood in scenarios",
                _ANCHOR_HELP,
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            help = "every value is read as text; leave the tag out, or put the text in quotes if it begins with `!`"
            self.notes.say(mark, Code.YAML_FEATURE, f"the tag {_tag(tag)} is not understood in scenarios", help)

    def _span(self, event: Event) -> Mark:
        start: Any = event.start_mark
        end: Any = event.end_mark
        if isinstance(event, SequenceStartEvent | MappingStartEvent):
            return _mark(start, 1)
        line = self.source.lines[start.line] if start.line < len(self.source.lines) else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        return _mark(start, max(1, stop - start.column))

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        said = error.problem or error.context or "the parser gives no reason"
        known = next((known for known in _SYNTAX if known.sign in said), _Syntax("", f"not YAML: {said}", ""))
        place = (error.context_mark if known.at_context else error.problem_mark) or error.context_mark
        self.notes.say(_mark(place, 1) if place else WHOLE_FILE, Code.SYNTAX, known.message, known.help)

    def _stop(self, event: Event, message: str, help: str = "") -> _UnreadableError:
        self.notes.say(self._span(event), Code.LIMIT, message, help)
        return _UnreadableError()


_ANCHOR_HELP = "write the value out, or name it under `vars:` and use it as ${name}"


@dataclass(frozen=True, slots=True)
class _Syntax:
    sign: str
    message: str
    help: str
    at_context: bool = False


# What PyYAML says, and what it means to somebody who does not know YAML's grammar.
_SYNTAX = (
    _Syntax(
        "mapping values are not allowed here", "a second `: ` in this value", "put a text that holds `: ` in quotes"
    ),
    _Syntax("found character '\\t'", "a tab cannot begin a value", "indent with spaces"),
    _Syntax("found unexpected end of stream", "the quotes are not closed", "end the text with the same quote", True),
    _Syntax(
        "expected <block end>", "this does not line up with what stands above", "give keys of one level one indent"
    ),
    _Syntax("could not find expected ':'", "this line has no `key: value`", "put a `: ` after the key", True),
    _Syntax("expected ',' or ']'", "the list is not closed", "part its values with `, ` and end it with `]`", True),
    _Syntax("expected ',' or '}'", "the mapping is not closed", "part its keys with `, ` and end it with `}`", True),
    _Syntax("that cannot start any token", "a text cannot begin with this character", "put it in quotes"),
)


def _noded(event: Event) -> NodeEvent:
    assert isinstance(event, NodeEvent)
    return event


def _mark(place: Any, width: int) -> Mark:
    return Mark(place.line + 1, place.column + 1, width)


def _tag(tag: str) -> str:
    return _cut(tag.replace("tag:yaml.org,2002:", "!!"))


def _cut(name: str | None) -> str:
    word = name or ""
    return word if len(word) <= 60 else f"{word[:59]}…"
