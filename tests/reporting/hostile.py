"""Texts that attack whoever shows them, and a run every text of which is one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Literal, TypeVar, get_origin, get_type_hints

from parcours.comparing import Comparison
from parcours.facts.message import Message, MessageLink, TagRecord
from parcours.reporting import Run, Unfinished
from parcours.results import ScreenResult, Status
from parcours.trace import Promises
from reporting import exporting, factory

T = TypeVar("T")

ESCAPES = "\x1b[2J\x1b]8;;https://evil.example\x07x\x1b]8;;\x07\x1b]0;owned\x07\x9b31m\x85\x90q\x9c"
# Each is what an attacker would write for one reader or another of what a run leaves.
PAYLOADS: Mapping[str, str] = {
    "markup": "</script></title></style>--><script>document.title='OWNED'</script><svg onload=alert(1)>",
    "attribute": "\"' onmouseover=alert(1) x='\" autofocus onfocus=\"document.title='OWNED'",
    "address": "javascript:document.title='OWNED'",
    "data": "data:text/html,<script>document.title='OWNED'</script>",
    "escapes": ESCAPES,
    "controls": "a\x00b\x07c\x08d\x7fe\r\nf\x0bg\x1ch",
    "turned": "\u202egnp.exe\u202c \u2066x\u2069 \u200e\u200f\u061c",
    "hidden": "pay\u200bpal\u2060\ufeff\u00ad \U000e0041\U000e007f \u3164\u2800",
    "marks": "z" + "\u0336\u0489" * 200,
    "halves": "\ud800 \udfff \udc80",
    "no-characters": "\ufffe\uffff\ufdd0\U0001fffe\U0010ffff",
    "github": "::error::x\n::set-output name=a::b\r::add-mask::x %0A::stop-commands::t",
    "azure": "##vso[task.complete result=Succeeded] ##[error]x ##[group]",
    "teamcity": "##teamcity[buildStatus status='SUCCESS' text='x']",
    "formula": '=HYPERLINK("https://evil.example","x");=1+1,"=2+2',
    "signs": "+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "minus": "-2+3\t=1\r=2",
    "jinja": "{{7*7}} {% for x in y %} {# x #} ${7*7} <%= 7*7 %> #{7*7}",
    "format": "{0} {name} {self.__class__} %s %(x)s %d {",
    "markdown": "[a](https://evil.example) ![x](https://evil.example/x.png) `x` | x | # x\n- x **x** <b>x</b> @everyone",
    "slack": "<!channel> <!here> <@U123> <https://evil.example|x> &lt;!everyone&gt;",
    "rich": "[bold red]x[/] [link=https://evil.example]x[/link] [/]",
    "xml": "]]></failure><failure/> &lt; &#0; <!ENTITY x SYSTEM 'file:///etc/passwd'> &x;",
    "path": "../../../../etc/passwd\\..\\CON /x:y?z.html",
    "long": "long " * 20_000,
    "line-ends": "a\u2028b\u2029c\x85d\x0ce",
}

# What parcours itself writes and looks things up by: never another's words.
_OURS = frozenset({"id", "scenario", "device", "code", "folder", "picture", "rule", "standing", "aspect", "started"})


def filled(value: T, words: str, kept: Mapping[str, frozenset[str]] | None = None) -> T:
    """A value of ours with those words in each of its texts, but for what is ours: names, codes, choices of a few.

    `kept` are more fields that are left, by the name of their class.
    """
    return _filled(value, words, kept or {})  # type: ignore[no-any-return]


def _filled(value: Any, words: str, kept: Mapping[str, frozenset[str]]) -> Any:
    if isinstance(value, Enum) or value is None:
        return value
    if isinstance(value, str):
        return words
    if is_dataclass(value) and not isinstance(value, type):
        hints = get_type_hints(type(value))
        open_ = (
            f.name
            for f in fields(value)
            if f.init and f.name not in _OURS | kept.get(type(value).__name__, frozenset())
        )
        parts = {n: getattr(value, n) for n in open_ if get_origin(hints[n]) is not Literal}
        return replace(value, **{n: _filled(part, words, kept) for n, part in parts.items()})
    if isinstance(value, tuple):
        parts_ = [_filled(part, words, kept) for part in value]
        return type(value)(*parts_) if hasattr(value, "_fields") else tuple(parts_)
    return value


def hostile_run(words: str, kept: Mapping[str, frozenset[str]] | None = None) -> Run:
    """A run of a letter, a mail, a lost visit, a changed screen, a comparison and what never finished, all so worded."""
    letter, since = factory.letter("iphone"), exporting.since()
    letter = replace(letter, findings=letter.findings[:2], judgements=letter.judgements[:4])
    link = MessageLink("https://x.example/", "x", position=1)
    mail = Message(
        "email", file="x.eml", sender="x", subject="x", text="x", links=(link,), records=(TagRecord("uri", "x"),)
    )
    parcel = factory.parcel("iphone")
    parcel = replace(
        parcel,
        start=replace(parcel.start, message=mail, expect_url="https://x.example/", expect_text="x", hosts=("x",)),
        screens=(ScreenResult("start", "changed", "x", strict=True), ScreenResult("start", "not-compared", "x")),
        promises=Promises(adviser="x", hours="x", loyalty=("x",)),
        notes=("x",),
        reason="x",
    )
    lost = replace(factory.parcel("android"), status=Status.ERROR, code="tool-lost", reason="x")
    down = replace(factory.letter("android"), status=Status.INCONCLUSIVE, code="site-down", reason="x", findings=())
    after = replace(since.results[0], findings=since.results[0].findings[:2], judgements=())
    results = (letter, parcel, lost, replace(down, scenario="down"), after)
    return Run(
        results=tuple(filled(result, words, kept) for result in results),
        unfinished=(Unfinished("gift[ipad-chromium]", "gift", "ipad", words), Unfinished(words, words, words, words)),
        head={"parcours": words, "started": words},
        comparison=Comparison(tuple(filled(one, words) for one in since.comparison.scenarios)),
        ended=False,
    )
