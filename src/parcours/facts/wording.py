"""Numbers and names as English puts them into a sentence."""

from __future__ import annotations

_LIKE_YOU = ("eu", "uni", "upc", "us", "uti")  # begin with a vowel, and are spoken as if they did not


def counted(count: float, one: str, many: str = "") -> str:
    """So many of something: `1 page`, `2 pages`, `1 entry`, `3 entries`; `many` where it takes more than an s."""
    return f"{count:g} {one}" if count == 1 else f"{count:g} {many or f'{one}s'}"


def with_article(name: str) -> str:
    """A name with its indefinite article: `a Data Matrix`, `an Aztec`."""
    vowel = name[:1].casefold() in tuple("aeiou") and not name.casefold().startswith(_LIKE_YOU)
    return f"{'an' if vowel else 'a'} {name}"


def with_the(store: str) -> str:
    """A store as people speak of it: `the App Store`, but `Google Play`."""
    return store if store.startswith(("Google Play", "F-Droid")) else f"the {store}"
