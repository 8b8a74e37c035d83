"""Whose report it is: an agency's name, logo, colours, words and language, out of its brand.toml.

name = "Agence Horizon"
logo = "logo.png"
lang = "fr"
introduction = "What we looked at, and why."
templates = "templates"

[contact]
name = "Camille Martin"
email = "camille@agence.example"
phone = "+33 1 23 45 67 89"
url = "https://agence.example/"

[colours]
accent = "#7a1f5c"
band = "#2b1140"
"""

from __future__ import annotations

import base64
import io
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parcours.errors import UsageError, closest
from parcours.facts.colour import LEAST, WHITE, Colour, contrast
from parcours.reporting.messages import LANGUAGES
from parcours.reporting.text import clean, href

BIGGEST_LOGO = 2_000_000  # bytes
HIGHEST_LOGO = 192  # pixels: four times what is shown, for sharp screens and paper
LONGEST_NAME, LONGEST_TEXT = 80, 4000
BLACK = Colour(0, 0, 0)

# The grounds of the report's own style on which the accent is text, light and dark.
LIGHT = tuple(Colour(r / 255, g / 255, b / 255) for r, g, b in ((251, 250, 248), (255, 255, 255), (243, 241, 236)))
DARK = tuple(Colour(r / 255, g / 255, b / 255) for r, g, b in ((20, 22, 26), (28, 31, 37), (34, 38, 45)))

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(r"\+?[0-9][0-9 ().-]{4,30}")


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to reach somebody; `href` is "" for a name."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Brand:
    """Whose report it is; all of it may be missing.

    `logo` is a picture as a `data:` address. `accent` is the colour of links and `band` that of the strip at the top,
    None where the report's own serve. `templates` is the folder of templates that extend ours.
    """

    name: str = ""
    logo: str = ""
    logo_size: tuple[int, int] = (0, 0)
    lang: str = ""
    introduction: tuple[str, ...] = ()
    contact: tuple[Reach, ...] = ()
    accent: Colour | None = None
    band: Colour | None = None
    templates: Path | None = None

    @property
    def logo_bytes(self) -> bytes:
        """The logo as a WebP file."""
        return base64.b64decode(self.logo.partition(",")[2])

    @property
    def style(self) -> str:
        """The colours as CSS: text in them, and on them, has the contrast that WCAG asks for."""
        rules = []
        if self.accent:
            light, dark = (readable(self.accent, grounds).hex for grounds in (LIGHT, DARK))
            rules.append(f":root {{ --link: {light}; }}")
            rules.append(f"@media (prefers-color-scheme: dark) {{ :root {{ --link: {dark}; }} }}")
            rules.append(f"@media print {{ :root {{ --link: {light}; }} }}")
        if self.band:
            ink = max((WHITE, BLACK), key=lambda text: contrast(text, self.band or WHITE))
            rules.append(f".band {{ background: {self.band.hex}; color: {ink.hex}; }}")
        return "".join(f"{rule}\n" for rule in rules)


PLAIN = Brand()


def readable(colour: Colour, grounds: tuple[Colour, ...]) -> Colour:
    """The colour itself where text in it can be read on each of the grounds; else the nearest darker or lighter one."""
    end = BLACK if grounds[0].luminance > 0.5 else WHITE
    for step in range(101):
        mixed = end._replace(alpha=step / 100).over(colour)
        shown = Colour(*(round(part * 255) / 255 for part in mixed[:3]))
        if all(contrast(shown, ground) >= LEAST for ground in grounds):
            return shown
    return end


def load_brand(file: Path) -> Brand:
    """The brand of that file. Raises UsageError that names the file, the key and what to write."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise UsageError(f"there is no brand file {file}", tip="name one that is there") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} cannot be read: {error}", tip="mend it: it must be TOML in UTF-8") from error
    values = _read(table, _BRAND, _Place(file))
    colours = values.pop("colours", {})
    logo = values.pop("logo", None)
    if logo:
        values |= dict(zip(("logo", "logo_size"), logo, strict=True))
    return Brand(**values, **colours)


@dataclass(frozen=True, slots=True)
class _Place:
    """A key of a brand file, for what is said of it."""

    file: Path
    key: str = ""

    def below(self, key: str) -> _Place:
        return _Place(self.file, f"{self.key}.{key}" if self.key else key)

    def wrong(self, wanted: str, value: object, tip: str) -> UsageError:
        return UsageError(f"{self.file}: {self.key} must be {wanted}, not {clean(repr(value), 60)}", tip=tip)


_Reader = Callable[[Any, _Place], Any]


def _read(table: Mapping[str, Any], readers: Mapping[str, _Reader], place: _Place) -> dict[str, Any]:
    for key in table:
        if key not in readers:
            near = closest(key, readers) or f"the keys are {', '.join(readers)}"
            raise UsageError(f"{place.file}: {place.below(key).key} is not known in a brand file", tip=near)
    return {key: readers[key](value, place.below(key)) for key, value in table.items()}


def _words(most: int) -> _Reader:
    def read(value: Any, place: _Place) -> str:
        if not isinstance(value, str) or not value.strip() or len(value) > most:
            raise place.wrong(f"a text of at most {most} characters", value, f'write {place.key} = "..."')
        return clean(value.strip(), most)

    return read


def _paragraphs(value: Any, place: _Place) -> tuple[str, ...]:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        wanted = f"a text of at most {LONGEST_TEXT} characters"
        raise place.wrong(wanted, value, "write paragraphs with an empty line between them, within three quotes")
    return tuple(clean(" ".join(part.split()), LONGEST_TEXT) for part in re.split(r"\n\s*\n", value) if part.strip())


def _lang(value: Any, place: _Place) -> str:
    if value not in LANGUAGES:
        raise place.wrong(" or ".join(LANGUAGES), value, 'write lang = "fr"')
    return str(value)


def _colour(value: Any, place: _Place) -> Colour:
    found = _HEX.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise place.wrong("a colour as #rrggbb", value, f'for example: {place.key.rpartition(".")[2]} = "#7a1f5c"')
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    return Colour(*(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)))


def _table(readers: Mapping[str, _Reader]) -> _Reader:
    def read(value: Any, place: _Place) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise place.wrong("a table", value, f"write [{place.key}] and its keys below: {', '.join(readers)}")
        return _read(value, readers, place)

    return read


def _contact(value: Any, place: _Place) -> tuple[Reach, ...]:
    return tuple(_table(_CONTACT)(value, place).values())


def _matching(pattern: re.Pattern[str], wanted: str, scheme: str, example: str) -> _Reader:
    def read(value: Any, place: _Place) -> Reach:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise place.wrong(wanted, value, f"for example: {example}")
        target = re.sub(r"[^0-9+]", "", value) if scheme == "tel:" else value
        return Reach(clean(value), scheme + target)

    return read


def _web(value: Any, place: _Place) -> Reach:
    if not isinstance(value, str) or not href(value):
        raise place.wrong("a web address", value, 'for example: url = "https://agence.example/"')
    return Reach(value.removeprefix("https://").removesuffix("/"), value)


def _inside(value: Any, place: _Place) -> Path:
    """A file or folder of the brand file's own folder: nothing else goes into reports that are handed on."""
    home = place.file.resolve().parent
    path = (home / value).resolve() if isinstance(value, str) and value.strip() and "\0" not in value else None
    if path is None or not path.is_relative_to(home):
        raise place.wrong(f"within the folder {home}", value, "put it beside the brand file and name it from there")
    return path


def _folder(value: Any, place: _Place) -> Path:
    path = _inside(value, place)
    if not path.is_dir():
        raise UsageError(f"{place.file}: {place.key}: there is no folder {path}", tip="make it, or drop the key")
    return path


def _logo(value: Any, place: _Place) -> tuple[str, tuple[int, int]]:
    """The logo made anew, so that nothing but its pixels goes into a report."""
    from PIL import Image  # here alone: most runs have no brand

    path = _inside(value, place)
    how = "save it as PNG, at most 2 MB; an SVG can hold a script, and is not taken"
    try:
        if path.stat().st_size > BIGGEST_LOGO:
            raise UsageError(f"{place.file}: {place.key}: {path} is larger than 2 MB", tip=how)
        with Image.open(path, formats=("PNG", "JPEG", "WEBP")) as image:
            if image.width * image.height > 40_000_000:
                raise UsageError(f"{place.file}: {place.key}: {path} is {image.width} × {image.height} pixels", tip=how)
            picture = image.convert("RGBA")
    except FileNotFoundError as error:
        raise UsageError(f"{place.file}: {place.key}: there is no file {path}", tip=how) from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UsageError(f"{place.file}: {place.key}: {path} is no PNG, JPEG or WebP picture", tip=how) from error
    picture.thumbnail((6 * HIGHEST_LOGO, HIGHEST_LOGO))
    out = io.BytesIO()
    picture.save(out, "WEBP", lossless=True)
    return f"data:image/webp;base64,{base64.b64encode(out.getvalue()).decode()}", picture.size


_CONTACT: Mapping[str, _Reader] = {
    "name": lambda value, place: Reach(_words(LONGEST_NAME)(value, place)),
    "email": _matching(_EMAIL, "an e-mail address", "mailto:", 'email = "camille@agence.example"'),
    "phone": _matching(_PHONE, "a telephone number", "tel:", 'phone = "+33 1 23 45 67 89"'),
    "url": _web,
}
_BRAND: Mapping[str, _Reader] = {
    "name": _words(LONGEST_NAME),
    "logo": _logo,
    "lang": _lang,
    "introduction": _paragraphs,
    "contact": _contact,
    "colours": _table({"accent": _colour, "band": _colour}),
    "templates": _folder,
}
