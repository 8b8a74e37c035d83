"""A step, or what stands under `start:`: one word of a catalogue, its value, and the keys beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from parcours.errors import closest
from parcours.scenario.filling import absent, commented, filled, say_absent
from parcours.scenario.kinds import Kind
from parcours.scenario.problems import Code, Mark, Notes
from parcours.scenario.reader import Entries, Items, Node, Refused, Scalar
from parcours.scenario.translating import keys_of, main_key, other_key, unknown_key
from parcours.scenario.units import shortened

_LONGEST_SAYING = 80

Pair = tuple[Scalar, Node]


@dataclass(frozen=True)
class Phrase:
    """A word with its arguments. `shared` are the keys that may stand beside every such word."""

    kind: Kind
    word: Scalar
    args: Entries
    shared: Entries

    @property
    def main(self) -> str:
        """The word's own value as text, "" when there is none."""
        return spoken(self.args.get(main_key(self.kind)))

    @property
    def says(self) -> str:
        """The phrase as read aloud: see “Les bottes de printemps”."""
        key = main_key(self.kind)
        if self.args.get(key) is not None:
            return f"{self.kind.name} {self._quoted(key)}"
        first = next((name.text for name, value in self.args.entries if isinstance(value, Scalar)), "")
        return f"{self.kind.name} {first} {self._quoted(first)}" if first else self.kind.name

    def _quoted(self, key: str) -> str:
        text = spoken(self.args.get(key))
        short = text if len(text) <= _LONGEST_SAYING else f"{text[: _LONGEST_SAYING - 1]}…"
        return f"“{short}”" if _is_text(keys_of(self.kind.args)[key].annotation) else short


@dataclass(frozen=True)
class Grammar:
    """Which words there are, and what they are: "a verb", "a channel"."""

    words: Mapping[str, Kind]
    shared: type[BaseModel]
    called: str
    only_one: str  # what to do with a second word

    def phrase(self, node: Node, texts: Mapping[str, str], notes: Notes) -> Phrase | None:
        """The phrase that a node holds, its variables filled in. None, and a note, when it holds none."""
        mapping = self._mapping(node, notes)
        if mapping is None:
            return None
        words = [key for key, _ in mapping.entries if key.text in self.words]
        if not words:
            self._no_word(mapping, notes)
            return None
        # A key of another word beside it is no second word, whichever stands first: `email:` has a `link:`.
        words = sorted(words, key=lambda key: any(key.text in self._keys_of(o) for o in words if o is not key))
        kind, word = self.words[words[0].text], words[0]
        beside = tuple(self._beside(mapping, words, kind, notes))
        common = keys_of(self.shared).keys() - keys_of(kind.args).keys()
        said = {key.text for key, _ in beside}
        own = (
            *_value(word, mapping.get(word.text), kind, said, notes),
            *(pair for pair in beside if pair[0].text not in common),
        )
        args = Entries(tuple(self._known(own, word, kind, notes)), word.mark)
        shared = Entries(tuple(pair for pair in beside if pair[0].text in common), word.mark)
        return Phrase(kind, word, filled(args, texts, notes), filled(shared, texts, notes))

    def _keys_of(self, word: Scalar) -> Collection[str]:
        return keys_of(self.words[word.text].args)

    def _mapping(self, node: Node, notes: Notes) -> Entries | None:
        if isinstance(node, Entries):
            return node
        if isinstance(node, Scalar) and node.plain and node.text in self.words:
            return Entries(((node, Scalar("", node.mark)),), node.mark)
        if isinstance(node, Scalar) and node.text:
            begun = next((word for word in self.words if re.match(rf"{re.escape(word)}[ :]", node.text)), "")
            help = f"write `{begun}: ` before its value" if begun else self._near(node.text)
            notes.say(node.mark, Code.UNKNOWN_KEY, f"{shortened(node.text)} is not {self.called}", help)
        elif not isinstance(node, Refused):
            notes.say(node.mark, Code.MISSING, f"{self.called} is expected here", self._near(""))
        return None

    def _no_word(self, node: Entries, notes: Notes) -> None:
        keys = [key for key, _ in node.entries if key.text not in keys_of(self.shared)]
        if keys:
            message = f"{shortened(keys[0].text)} is not {self.called}"
            notes.say(keys[0].mark, Code.UNKNOWN_KEY, message, self._near(keys[0].text))
        else:
            notes.say(node.mark, Code.MISSING, f"{self.called} is expected here", self._near(""))

    def _near(self, word: str) -> str:
        return closest(word, self.words) or f"one of {', '.join(sorted(self.words))}"

    def _beside(self, node: Entries, words: Sequence[Scalar], kind: Kind, notes: Notes) -> Iterator[Pair]:
        for key, value in node.entries:
            if key not in words or key.text in keys_of(kind.args):
                yield key, value
            elif key is not words[0]:
                message = f"{key.text!r} is {self.called} too, beside {words[0].text!r}"
                notes.say(key.mark, Code.AMBIGUOUS, message, self.only_one)

    def _known(self, pairs: Sequence[Pair], word: Scalar, kind: Kind, notes: Notes) -> Iterator[Pair]:
        known = keys_of(kind.args)
        seen: dict[str, Mark] = {}
        for key, value in pairs:
            if key.text not in known:
                fault = unknown_key(key, (*known, *keys_of(self.shared)), f"`{kind.name}`")
                notes.say(fault.mark, fault.code, fault.message, fault.help)
            elif key.text in seen:
                short = seen[key.text] == word.mark  # `type: Name` stands for `type: {into: Name}`
                where = (
                    f"the value of {kind.name!r} is its {key.text!r}" if short else f"in {kind.name!r} and beside it"
                )
                message = f"{key.text!r} is given twice: {where}"
                notes.say(key.mark, Code.DUPLICATE_KEY, message, "keep one of them")
            else:
                seen[key.text] = key.mark
                yield key, value


def spoken(node: Node | None) -> str:
    """A value as read aloud: a list's texts with commas."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    return ", ".join(spoken(item) for item in node.items) if isinstance(node, Items) else ""


def _value(word: Scalar, value: Node | None, kind: Kind, beside: Collection[str], notes: Notes) -> tuple[Pair, ...]:
    """The word's own value by fields: those of a mapping, or the main one; the other one where that stands beside."""
    if isinstance(value, Entries):
        return value.entries
    if value is None or absent(value):
        if value is None or not commented(value, notes):
            return ()
        say_absent(word.mark, word.text, value, notes)
        value = Refused(word.mark)
    other = other_key(kind)
    swapped = other and main_key(kind) in beside and other not in beside
    return ((Scalar(other if swapped else main_key(kind), word.mark), value),)


def _is_text(annotation: Any) -> bool:
    return annotation is str or str in get_args(annotation)
