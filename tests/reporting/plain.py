"""What a person reads in a report: the texts of an HTML document, without what is quoted from pages and code."""

from __future__ import annotations

import re
from html.parser import HTMLParser

QUOTED = {"code", "pre", "script", "style", "title"}
VOID = {"meta", "link", "br", "img", "input", "hr", "use", "path", "rect", "circle", "image", "polygon", "polyline"}
INLINE = {"b", "strong", "em", "i", "span", "bdi", "a", "small", "abbr", "time", "sup", "code"}
SPOKEN = {"aria-label", "alt", "title", "placeholder"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = [""]
        self._within: list[tuple[str, bool]] = []

    @property
    def _is_quoted(self) -> bool:
        return any(quoted for _, quoted in self._within)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.texts.append("")
        if not self._is_quoted:
            self.texts += [*(value for name, value in attrs if name in SPOKEN and value), ""] if attrs else []
        if tag == "code":
            self.texts[-1] += "x"  # what stood there is part of the sentence
        if tag not in VOID:
            self._within.append((tag, tag in QUOTED or dict(attrs).get("lang") == "en"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._within and self._within.pop()[0] != tag:
            pass
        if tag not in INLINE:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if not self._is_quoted:
            self.texts[-1] += data


def read(html: str) -> list[str]:
    """The texts that are shown or spoken, each once, in their order."""
    reader = _Reader()
    reader.feed(html)
    return list(dict.fromkeys(text for text in (re.sub(r"[ \n]+", " ", t).strip(" ") for t in reader.texts) if text))
