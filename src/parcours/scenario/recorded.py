"""A scenario of what a person did by hand in a browser: their taps and words, in the order they came. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from parcours.facts.sending import Control, place, sends
from parcours.scenario.drafting import LANGUAGE, comment, is_at_home, literal, one_line, quoted
from parcours.scenario.drafting import place as host_of


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that was done, or the page that it led to ("at", with its address as `name`).

    `name` is what a person would call the thing; `nth` counts from 0 among the `of` that can be seen and are called the
    same, `test_id` tells it from them. `text` is what was typed, "" where it is `secret`.
    """

    kind: Literal["tap", "type", "choose", "submit", "back", "at"]
    name: str
    text: str = ""
    secret: bool = False
    nth: int = 0
    of: int = 1
    test_id: str = ""
    control: Control = field(default_factory=Control)


def recorded(acts: Sequence[Act], url: str, device: str, name: str, lang: str, command: str, today: date) -> str:
    """The whole file. `url` is where it began, `command` how to run it."""
    steps = list(_steps(acts, url))
    secrets = dict(_secrets(acts))
    hosts = dict.fromkeys(host for act in acts if act.kind == "tap" and sends(act.control) for host in _hosts(act))
    private = [host_of(url)] if is_at_home(url) else []
    lines = [
        comment(f"Recorded on {today.isoformat()} by hand, on {device}. Read it, and say what customers should see:"),
        comment(command),
        "",
        "parcours: 1",
        f"name: {quoted(name)}",
        *([f"lang: {lang}"] if LANGUAGE.fullmatch(lang) else []),
        f"devices: [{quoted(device) if ' ' in device else device}]",
        *([f"allow-private: [{quoted(private[0])}]"] if private else []),
        *([f"allow-send: [{', '.join(map(quoted, hosts))}]"] if hosts else []),
        *([f"vars: {{{', '.join(f'{key}: {quoted(value)}' for key, value in secrets.items())}}}"] if secrets else []),
        "",
        "start:",
        f"  link: {literal(url)}",
        "",
        *(["steps:", *(f"  {line}" for line in steps)] if steps else ["# steps: nothing was done"]),
    ]
    return "\n".join([*lines, ""])


def _steps(acts: Sequence[Act], url: str) -> Iterator[str]:
    here = url
    for index, act in enumerate(acts):
        if act.kind == "at":
            # A page that only passes another on is no place to stop at.
            if _page(act.name) != _page(here) and not (index + 1 < len(acts) and acts[index + 1].kind == "at"):
                yield f"- expect-url: {literal(_from(act.name, url))}"
            here = act.name
        else:
            yield from _step(act)


def _step(act: Act) -> Iterator[str]:
    if act.kind == "back":
        yield "- go: back"
    elif act.kind == "type":
        text = f'"${{{_variable(act.name)}}}"' if act.secret else literal(act.text)
        yield f"- type: {{into: {literal(act.name)}, text: {text}}}"
    elif act.kind == "choose":
        yield comment(f"“{one_line(act.text, 60)}” was chosen in the list “{act.name}”: there is no verb for lists yet")
    elif act.kind == "submit":
        yield comment(f"the form was sent with the Enter key: name its button in a `send:` step ({act.name})")
    else:
        yield from _tap(act)


def _tap(act: Act) -> Iterator[str]:
    verb = "send" if sends(act.control) else "tap"
    if act.nth and not act.test_id:
        yield comment(f"number {act.nth + 1} of {act.of} that are called “{act.name}”: the first will be tapped")
    if not act.name and not act.test_id:
        yield comment("something without a name was tapped: nobody could say what, a screen reader neither")
        return
    yield f"- {verb}: {literal(act.test_id if act.nth and act.test_id else act.name or act.test_id)}"


def _hosts(act: Act) -> Iterator[str]:
    ways = (act.control.page, act.control.target if act.control.submits else "")
    yield from (place(url) for url in ways if url.startswith(("http:", "https:")))


def _secrets(acts: Sequence[Act]) -> Iterator[tuple[str, str]]:
    for act in acts:
        if act.kind == "type" and act.secret:
            name = _variable(act.name)
            yield name, f"${{env:{name.upper().replace('-', '_')}}}"


def _variable(label: str) -> str:
    """A field's label as a variable's name."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:30].strip("-") or "secret"


def _page(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.netloc, parts.path or "/"


def _from(url: str, start: str) -> str:
    """The address without its query; its path alone on the host that it all began on."""
    parts = urlsplit(url)
    path = parts.path or "/"
    return path if parts.netloc == urlsplit(start).netloc else f"{parts.scheme}://{parts.netloc}{path}"
