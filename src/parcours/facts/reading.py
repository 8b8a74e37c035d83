"""What a page says, for holding it against what was promised."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from parcours.facts.model import Element


def same_words(text: str) -> str:
    """Letters, digits and single blanks, without case: typography must not tell a promise from its page."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'")
    return " ".join(plain.split())


def readable(elements: Iterable[Element]) -> str:
    """What can be read in these elements, names of pictures included, as `same_words` has it."""
    return same_words(" ".join(f"{e.text} {e.name if e.tag == 'img' or not e.text else ''}" for e in elements))
