"""Text that others wrote, made fit to be shown: in a report, and in a terminal that a CI server reads."""

from __future__ import annotations

import re
import unicodedata

from parcours.redaction import masked

LONGEST = 300
TAIL = "… ({n} characters)"

# Letters that draw nothing: fillers of Hangul, Khmer and Braille, the joiner of graphemes.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Co"})
# More marks than any script puts on one letter would run over the lines above and below.
_MOST_MARKS = 4
_MARKS = frozenset({"Mn", "Me"})  # those that enclose a letter have no combining class

_LINK = re.compile(r"https?://[^\s/?#@\\<>\"'`{}|^\[\]]+(?:[/?#][!-~]*)?", re.IGNORECASE)
_ASCII = re.compile(r"[!-~]+")
_HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/?#@\\]*@)?([^/?#\\]+)", re.IGNORECASE)


def clean(text: str, limit: int = LONGEST, *, lines: bool = False, tail: str = TAIL) -> str:
    r"""The text with nothing hidden in it.

    Controls, direction marks, zero-width and tag characters are written out (`\u202e`), halves of
    surrogate pairs become U+FFFD, and what is longer than `limit` is cut and says its true length.
    With `lines`, line feeds and tabs stay.
    """
    cut = text[:limit]
    shown, marks = [], 0
    for char in cut.replace("\r\n", "\n").replace("\t", "    ") if lines else cut:
        marks = marks + 1 if not char.isascii() and unicodedata.category(char) in _MARKS else 0
        shown.append(char if lines and char == "\n" else _written_out(char) if marks > _MOST_MARKS else _visible(char))
    return "".join(shown) + (tail.format(n=len(text)) if len(text) > limit else "")


def _visible(char: str) -> str:
    if char.isascii() and char.isprintable():
        return char
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    selector = "\U000e0100" <= char <= "\U000e01ef"
    none = ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"  # never a character: XML forbids U+FFFE
    return _written_out(char) if category in _HIDDEN or char in _BLANK or selector or none else char


def _written_out(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def href(url: str) -> str:
    """The address if a reader may safely follow it: http or https, plain ASCII, no user name; else ""."""
    return url if _ASCII.fullmatch(url) and _LINK.fullmatch(url) and masked(url) == url else ""


def host(url: str) -> str:
    """The address's host as it is written, with its port; "" when it has none."""
    found = _HOST.match(url)
    return found[1].casefold() if found else ""


def for_terminal(text: str, limit: int = LONGEST) -> str:
    """Clean text that no CI server takes for a command.

    Servers look for `::set-output`, `##[group]`, `##vso[` and `##teamcity[` in what a program prints,
    some of them in the middle of a line.
    """
    return clean(text, limit).replace("##", "# #").replace("::", ": :")


# What Markdown, as GitHub and GitLab write it, takes for more than text: in the middle of a line, where ours stands.
_ACTIVE = re.compile(r"[\\`*_\[\]<>|~&@#$!^]|:(?=\S)|(?<=www)\.", re.IGNORECASE)


def for_markdown(text: str, limit: int = LONGEST) -> str:
    """Clean text that Markdown shows as it stands: no markup, no HTML, no link, nobody mentioned."""
    return _ACTIVE.sub(lambda found: "\\" + found[0], for_terminal(text, limit))
