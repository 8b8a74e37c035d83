"""A site is a folder: which of its files answers a path, and how a page is put together.

A page may hold three kinds of marks, and nothing else is done to it:

    <!--#include header.html-->             the file of that name in the site's folder `parts`
    <!--#unless android--> ... <!--#end-->  left out for phones of that platform ("ios" or "android")
    {{here}}                                the page's own address, without its query; a site with a memory
                                            (`bank.py`) fills in more of these

A folder may hold no more than what differs from another site: its file `.base` names that one.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

SITES = Path(__file__).parent / "sites"
PARTS = "parts"
BASE = ".base"

# Said outright: what `mimetypes` knows differs from machine to machine.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".swf": "application/x-shockwave-flash",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".xml": "application/xml",
}

# Apple asks for this file without a suffix, and for JSON.
APPLE = "apple-app-site-association"

_INCLUDE = re.compile(r"<!--#include ([a-z0-9-]+\.html)-->")
_UNLESS = re.compile(r"<!--#unless (ios|android)-->(.*?)<!--#end-->", re.DOTALL)
_VALUE = re.compile(r"\{\{([a-z-]+)\}\}")


@dataclass(frozen=True, slots=True)
class Request:
    """What a browser asks of a site: GET or POST, path and query, headers by lower-case name, a form's bytes."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    form: bytes = b""

    @property
    def path(self) -> str:
        """The decoded path."""
        return unquote(self.target.partition("?")[0])

    @property
    def query(self) -> str:
        """What stands after the question mark, encoded."""
        return self.target.partition("?")[2]

    @property
    def host(self) -> str:
        """The host that it was sent to, with its port."""
        return self.headers.get("host", "")

    @property
    def agent(self) -> str:
        """The browser, as it calls itself."""
        return self.headers.get("user-agent", "")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site says to one request. `stream` is what goes on after `body`, piece by piece, until it ends."""

    status: int
    mime: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    stream: Iterable[bytes] | None = None


class Site(Protocol):
    """What the server serves."""

    def answer(self, request: Request) -> Answer:
        """What the site says; called from several threads at once."""

    def close(self) -> None:
        """Let go of everybody who waits for news."""


class Folder:
    """A site without a memory: it thanks for a form, and keeps nothing of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def answer(self, request: Request) -> Answer:
        """A file, a page, or the page of thanks."""
        if request.method != "POST":
            return answer(self._folder, request.target, host=request.host, agent=request.agent)
        return see_other("/merci") if find(self._folder, "/merci") else Answer(405, TYPES[".txt"], b"")

    def close(self) -> None:
        """Nobody waits."""


def see_other(path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """After a form: go on to that page."""
    return Answer(303, TYPES[".txt"], b"", {"Location": path, **(headers or {})})


def names() -> tuple[str, ...]:
    """The sites there are, by name."""
    return tuple(sorted(folder.name for folder in SITES.iterdir() if folder.is_dir()))


def platform(agent: str) -> str:
    """What a user agent runs on: "ios", "android", "" for a desk."""
    if any(word in agent for word in ("iPhone", "iPad", "iPod")):
        return "ios"
    return "android" if "Android" in agent else ""


def answer(folder: Path, target: str, *, host: str = "", agent: str = "") -> Answer:
    """The site's answer to a request target (path and query): a file, a page, or its page 404."""
    path = unquote(target.partition("?")[0])
    file = find(folder, path)
    status = 200 if file else 404
    file = file or find(folder, "/404") or folder / "404.html"
    if file.suffix != ".html":
        mime = "application/json" if file.name == APPLE else TYPES.get(file.suffix, "application/octet-stream")
        return Answer(status, mime, file.read_bytes())
    here = f"http://{host}{path}"
    return Answer(status, TYPES[".html"], compose(file, folder / PARTS, here=here, on=platform(agent)).encode())


def find(folder: Path, path: str) -> Path | None:
    """The file behind a decoded path; None when there is none that may be seen.

    `/` is index.html and `/contact` is contact.html; a folder has no listing, and nothing outside
    the site's folder, no part of a page and no hidden file but `.well-known` is reachable.
    """
    names = path.strip("/").split("/") if path.strip("/") else ["index"]
    if "\0" in path or "\\" in path or path.endswith("/") != (path == "/"):
        return None
    if names[0] == PARTS or any(not name or (name.startswith(".") and name != ".well-known") for name in names):
        return None
    for layer in layers(folder):
        plain = layer.joinpath(*names)
        for file in (plain, plain.with_name(f"{plain.name}.html")):
            if file.is_file() and file.resolve().is_relative_to(layer.resolve()):
                return file
    return None


def layers(folder: Path) -> tuple[Path, ...]:
    """The site's folder, and those of the sites that it is made of, the nearest first."""
    base = folder / BASE
    if not base.is_file():
        return (folder,)
    return (folder, *layers(folder.parent / base.read_text(encoding="utf-8").strip()))


def _part(parts: Path, name: str) -> str:
    """A part of a page, from the nearest layer that has it."""
    files = [layer / PARTS / name for layer in layers(parts.parent)]
    return next((file for file in files if file.is_file()), files[0]).read_text(encoding="utf-8").rstrip("\n")


def compose(file: Path, parts: Path, *, here: str, on: str, values: Mapping[str, str] | None = None) -> str:
    """The text of a page, its parts put in, for a reader on that platform.

    `values` are HTML by mark, put in last and as they are; KeyError for a mark without one.
    """
    text = file.read_text(encoding="utf-8")
    text = _INCLUDE.sub(lambda found: _part(parts, found[1]), text)
    text = _UNLESS.sub(lambda found: "" if found[1] == on else found[2], text)
    known = {"here": html.escape(here), **(values or {})}
    return _VALUE.sub(lambda found: known[found[1]], text)
