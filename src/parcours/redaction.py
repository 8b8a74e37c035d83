"""What must never be shown: secrets in every spelling that a page may give them, and tokens in addresses.

A journey's secrets are what it takes from the environment and what it types into password fields. All that a
journey says and keeps goes through one Redactor where it leaves the worker.
"""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from html.entities import codepoint2name
from itertools import chain
from typing import Any, Literal, TypeVar, cast, get_origin, get_type_hints
from urllib.parse import parse_qsl, quote, urlsplit

T = TypeVar("T")

DOTS = "•••"
SHORTEST = 4  # characters of a secret: a shorter one stands in half of all texts by chance

_PARAMETER = re.compile(
    r"([?&;#](?:[\w.-]*(?:token|passw|secret|session|signature|api[_-]?key|jwt)[\w.-]*"
    r"|sid|sig|otp|pin|pwd|code|auth|ticket|e-?mail)=)[^&;#\s\"'<>“”«»]+",
    re.IGNORECASE,
)
_CREDENTIALS = re.compile(r"(://[^\s/?#@:\\]*:)[^\s/?#@\\]+@")
# What scripts, headers and their echoes call a secret; quotation marks may be escaped, as JSON has them.
_NAMED = re.compile(
    r"""((?:token|passw\w*|secret|session\w*|signature|api[_-]?key|jwt|csrf|xsrf)[\w.-]*\\?["']?\s*[:,=]\s*\\?["'])"""
    r"""[^"'\\\s][^"'\\]{3,}(?=\\?["'])""",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"((?<![\w.?&;#-])[\w.-]{0,40}(?:token|passw|secret|session|signature|api[_-]?key|jwt)[\w.-]{0,40}=)"
    r"[^&;#\s\"'<>“”«»\\=(){}\[\]]{4,}",
    re.IGNORECASE,
)
_COOKIE = re.compile(
    r"""(cookie\\?["']?\s*[:=]\s*\\?["'`]?[\w.-]+=)[^\s;"'`<\\]+(?:;\s*[\w.-]+=[^\s;"'`<\\]+)*""", re.IGNORECASE
)
_LOGIN = re.compile(
    r"""(\b(?:bearer|basic)\s+|\bx-[\w-]*(?:token|key|secret|auth)[\w-]*:\s*)(?=[\w.~+/=-]*\d)[\w.~+/=-]{8,}""",
    re.IGNORECASE,
)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_MAY_HOLD = re.compile(r"=|@|bearer|basic|token|cookie|auth", re.IGNORECASE)
_TELLING = re.compile(r"token|passw|secret|session|signature|key|jwt|csrf|xsrf|cookie|bearer|basic|auth", re.IGNORECASE)

_GROUPED = 6  # characters from which pages write numbers in groups: 4111 1111 1111 1111
_PIECES = 64  # characters of which a cut text may hold the first ones

# What is ours in these values, never a page's: names that files and other values are found by.
_KEPT: Mapping[str, frozenset[str]] = {
    name: frozenset(kept.split())
    for name, kept in {
        "JourneyResult": "scenario device engine code folder file started parcours lang",
        "PageResult": "shot full facts",
        "StepTrace": "id verb code shot file",
        "Start": "channel file",
        "Finding": "rule aspect",
        "Judgement": "rule",
        "Where": "scenario device step file",
        "Device": "name title engine",
        "PageSnapshot": "device facets taken_at",
        "Said": "kind",
        "Artwork": "file kind picture",
    }.items()
}


def masked(text: str) -> str:
    """The text with what looks secret in it replaced by dots: tokens, sessions and passwords in addresses and scripts,
    cookies and authorization headers.
    """
    text = _CREDENTIALS.sub(rf"\1{DOTS}@", _PARAMETER.sub(rf"\1{DOTS}", text))
    if not _TELLING.search(text):
        return text
    for pattern in (_NAMED, _BARE, _COOKIE, _LOGIN):
        text = pattern.sub(rf"\1{DOTS}", text)
    return text


def masked_json(data: bytes) -> bytes:
    """The same for every text in a piece of JSON in ASCII, such as facts are kept in."""

    def text(found: re.Match[str]) -> str:
        return json.dumps(masked(json.loads(found[0]))) if _MAY_HOLD.search(found[0]) else found[0]

    return _STRING.sub(text, data.decode("ascii")).encode("ascii")


class Redactor:
    """Takes secrets out of texts and values. More can be added while a journey goes on."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self._coded: tuple[str, ...] = ()
        self.add(*secrets)

    def __bool__(self) -> bool:
        """True when there is a secret to keep."""
        return bool(self._secrets)

    def add(self, *secrets: str) -> None:
        """Keep these too; what is shorter than SHORTEST is no secret."""
        new = {secret for secret in secrets if len(secret.strip()) >= SHORTEST} - self._secrets
        if new:
            self._secrets |= new
            forms = {form for secret in self._secrets for part in (secret, *_parts(secret)) for form in _forms(part)}
            self._pattern = _pattern(forms)
            codes = {code for form in forms for data in _bytes(form) for code in _coded(data)}
            self._coded = tuple(sorted(codes, key=len, reverse=True))

    def text(self, text: str) -> str:
        """The text without the secrets."""
        if not self._pattern or len(text) < SHORTEST:
            return text
        for code in self._coded:
            text = text.replace(code, DOTS)
        return self._pattern.sub(DOTS, text)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where secrets stand in a text."""
        if self._pattern:
            codes = (re.finditer(re.escape(code), text) for code in self._coded if code in text)
            yield from (found.span() for found in chain(self._pattern.finditer(text), *codes))

    def facts(self, value: T) -> T:
        """A value of ours (dataclasses, tuples, mappings) without the secrets."""
        return cast("T", _walked(value, self.text)) if self else value

    def shown(self, value: T) -> T:
        """The same for what is shown and handed on: tokens in addresses go too."""
        return cast("T", _walked(value, lambda text: masked(self.text(text))))


# Values


def _walked(value: Any, text: Callable[[str], str]) -> Any:
    """The value with every text in it replaced; the value itself where nothing changes."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else text(value)
    if is_dataclass(value) and not isinstance(value, type):
        old = ((name, getattr(value, name)) for name in _names(type(value)))
        changed = {name: new for name, part in old if (new := _walked(part, text)) is not part}
        return replace(value, **changed) if changed else value
    if isinstance(value, Mapping):
        kept = {key: _walked(part, text) for key, part in value.items()}
        return value if all(kept[key] is part for key, part in value.items()) else kept
    if isinstance(value, tuple | list | frozenset):
        return _gathered(value, [_walked(part, text) for part in value])
    return value


def _gathered(value: Any, parts: list[Any]) -> Any:
    if all(new is old for new, old in zip(parts, value, strict=True)):
        return value
    return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields that may hold another's text: not the kept ones, not those of a few words of ours."""
    hints = get_type_hints(kind)
    kept = _KEPT.get(kind.__name__, frozenset())
    return tuple(f.name for f in fields(kind) if f.name not in kept and get_origin(hints[f.name]) is not Literal)


# Spellings


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """All spellings, the longest first; then the beginnings that a cut leaves."""
    longest = sorted(forms, key=len, reverse=True)
    # Most texts hold none, and most letters begin none: a look at one letter decides that.
    first = "".join({re.escape(case) for form in longest for case in (form[0].lower(), form[0].upper())})
    patterns = (*map(_whole, longest), *map(_beginnings, longest))
    return re.compile(rf"(?=[{first}%&\\])(?:{'|'.join(filter(None, patterns))})", re.IGNORECASE)


def _forms(secret: str) -> Iterator[str]:
    """The secret as Unicode may compose it."""
    yield from (
        secret.strip(),
        unicodedata.normalize("NFC", secret.strip()),
        unicodedata.normalize("NFD", secret.strip()),
    )


def _letters(form: str) -> list[str]:
    """A pattern for each letter: as it is, and as addresses, HTML, JSON and scripts write it; for each space one."""
    words = [[_letter(c) for c in word] for word in form.split()]
    space = r"(?:\s|\+|%(?:25)*20|&nbsp;|&#0*(?:32|160);|&#x0*(?:20|a0);|\\+[nrt])+"
    return [letter for n, word in enumerate(words) for letter in (*([space] if n else []), *word)]


@cache
def _letter(c: str) -> str:
    units = c.encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    written = [re.escape(c), "".join(rf"%(?:25)*{byte:02x}" for byte in c.encode("utf-8", "replace"))]
    written += [rf"&#0*{ord(c)};", rf"&#x0*{ord(c):x};", "".join(rf"\\+u{pair}" for pair in pairs)]
    if ord(c) < 256:
        written += [rf"%(?:25)*{ord(c):02x}", rf"\\+x{ord(c):02x}"]
    if not c.isalnum():
        written.append(rf"\\+{re.escape(c)}")
    name = {"'": "apos"}.get(c) or codepoint2name.get(ord(c))
    written += [f"&{name};"] if name else []
    return f"(?:{'|'.join(dict.fromkeys(written))})"


def _whole(form: str) -> str:
    """The secret as a whole; pages write long numbers in groups."""
    grouped = form.isalnum() and _GROUPED <= len(form) <= _PIECES
    return ("[ .\\u00a0\\u202f-]?" if grouped else "").join(_letters(form))


def _beginnings(form: str) -> str:
    """Its first letters: half of them wherever they stand, fewer where a text ends or was cut."""
    letters = _letters(form)[:_PIECES]
    half = max(SHORTEST + 2, -(-len(letters) // 2))
    anywhere = [_nested(letters, half)] if len(letters) > half else []
    at_the_end = [rf"{_nested(letters, SHORTEST)}(?=…|\.\.\.|$)"] if len(letters) > SHORTEST else []
    return "|".join((*anywhere, *at_the_end))


def _nested(letters: Sequence[str], least: int) -> str:
    """At least so many of the first letters, and as many more as there are."""
    rest = ""
    for letter in reversed(letters[least:]):
        rest = f"(?:{letter}{rest})?"
    return "".join(letters[:least]) + rest


def _bytes(form: str) -> Iterator[bytes]:
    """The secret as programs hand it to an encoder: in UTF-8, in Latin-1, made fit for an address before."""
    yield form.encode("utf-8", "replace")
    yield form.encode("latin-1", "replace")
    yield from (quote(form, safe=safe, errors="replace").encode() for safe in ("", "/", "!'()*~"))


def _coded(data: bytes) -> Iterator[str]:
    """The bytes in hexadecimal, and in base64 wherever they stand (`user:secret`), less what their neighbours share."""
    yield from (data.hex(), data.hex().upper())
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + data).decode().rstrip("=")
        first = -(-before * 8 // 6)  # the characters that hold bits of what stands before
        last = (before + len(data)) * 8 // 6  # up to those that hold bits of what follows
        core = coded[first:last]
        if len(core) > SHORTEST:
            yield from (core, core.replace("+", "-").replace("/", "_"), quote(core, safe=""))


def _parts(secret: str) -> Iterator[str]:
    """What is secret by itself in an address that is secret as a whole: its password, its tokens, long path parts."""
    if "://" not in secret:
        return
    try:
        parts = urlsplit(secret)
        password = parts.password or ""
    except ValueError:
        return
    values = [value for _, value in parse_qsl(parts.query) + parse_qsl(parts.fragment)]
    lengthy = [part for part in parts.path.split("/") if len(part) >= 12 and any(c.isdigit() for c in part)]
    yield from (part for part in (password, *values, *lengthy) if len(part) >= 2 * SHORTEST)
