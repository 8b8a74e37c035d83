"""A scenario drafted from what phones saw: the text of a file, with comments for whoever goes on with it. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from parcours.facts.apps import known_app, linked_iphone_app
from parcours.facts.chat import chats
from parcours.facts.consent import consent
from parcours.facts.hosts import is_private
from parcours.facts.inventory import inventory, offered
from parcours.facts.model import AppLinks, PageSnapshot
from parcours.facts.stores import Named, named_apps
from parcours.scenario.problems import invisible

LONGEST = 80  # characters of a name or a headline
MOST = 6  # of a kind that one comment lists
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
BRANDS = ("og:site_name", "application-name", "apple-mobile-web-app-title")
IN_WORDS = {"app": "the app", "contact": "somebody to ask"}


@dataclass(frozen=True, slots=True)
class Begun:
    """What the customer received: its channel, the value of that, more of its keys, and what to say about it.

    `leads_to` is the address that an artwork holds.
    """

    channel: str
    value: str
    keys: tuple[tuple[str, str], ...] = ()
    leads_to: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Met:
    """The first page as one phone met it; None when there was none, and `reason` says why. `device` is its name."""

    device: str
    title: str
    page: PageSnapshot | None
    reason: str = ""


class Way(NamedTuple):
    """What a search came to on one phone: how many taps (None: nothing was found), in words, and where it ended."""

    goal: str
    device: str
    taps: int | None
    said: str = ""
    left: bool = False  # for another app
    moved: bool = False  # to another page


@dataclass(frozen=True)
class Sketch:
    """All that a draft is made of. `headlines` are the texts that could be read again, by device."""

    begun: Begun
    met: tuple[Met, ...]
    ways: tuple[Way, ...] = ()
    headlines: Mapping[str, str] | None = None
    name: str = ""
    lang: str = ""
    allow_private: tuple[str, ...] = ()

    @property
    def pages(self) -> Mapping[str, PageSnapshot]:
        """The first page on each phone that met one."""
        return {met.device: met.page for met in self.met if met.page}

    @property
    def devices(self) -> tuple[str, ...]:
        """The phones that it is for."""
        return tuple(met.device for met in self.met)


def quoted(text: str) -> str:
    """A text in double quotes, as YAML reads it back letter by letter."""
    return json.dumps(one_line(text), ensure_ascii=False)


def one_line(text: str, most: int = 8000) -> str:
    """The text on one line, without what nobody sees; cut between words where it is long."""
    seen = " ".join("".join(" " if c.isspace() else "" if invisible(c) else c for c in text).split())
    if len(seen) <= most:
        return seen
    return seen[: most + 1].rpartition(" ")[0] or seen[:most]


def literal(text: str) -> str:
    """A text in double quotes where variables would be put in: ${name} stays the text that it is."""
    return quoted(text.replace("${", "$${"))


def comment(text: str) -> str:
    """A text as a comment of one line."""
    return f"# {one_line(text, 300)}"


# The pieces


def trial(sketch: Sketch, steps: Iterable[str]) -> str:
    """A scenario with the draft's beginning and these steps, for looking."""
    lines = ["parcours: 1", *_plain_header(sketch), "start:", *_start(sketch.begun), "steps:"]
    return "\n".join([*lines, *(f"  {line}" for step in steps for line in step.splitlines()), ""])


def drafted(sketch: Sketch, source: str, command: str, today: date) -> str:
    """The whole file. `source` is what it was made of, `command` how to run it."""
    lines = [
        comment(f"Drafted on {today.isoformat()} from {source}, by looking at it."),
        comment("Read it, and make it say what your customers should be able to do. Then run it:"),
        comment(command),
        "",
        "parcours: 1",
        *_header(sketch),
        "",
        *_beside_the_start(sketch),
        "start:",
        *_start(sketch.begun),
        *_promise(sketch),
        "",
        *_steps(sketch),
        *_possible(),
    ]
    return "\n".join([*lines, ""])


def headlines(sketch: Sketch) -> Mapping[str, str]:
    """What each phone's first page says in its first heading that can be seen; no entry where there is none."""
    found: dict[str, str] = {}
    for device, page in sketch.pages.items():
        for level in ("h1", "h2"):
            texts = (one_line(element.text or element.name, LONGEST) for element in page.visible(level))
            if text := next(filter(None, texts), ""):
                found[device] = text
                break
    return found


def language(sketch: Sketch) -> str:
    """The language that was asked for, else the one that the first page says it is in; "" when neither does."""
    said = (page.main.lang for page in sketch.pages.values())
    return next((lang for lang in (sketch.lang, *said) if LANGUAGE.fullmatch(lang or "")), "")


def see(text: str) -> str:
    """The step that reads a text."""
    return f"- see: {literal(text)}"


def _plain_header(sketch: Sketch) -> Iterator[str]:
    if lang := language(sketch):
        yield f"lang: {lang}"
    if sketch.allow_private:
        yield f"allow-private: [{', '.join(map(quoted, sketch.allow_private))}]"


def _header(sketch: Sketch) -> Iterator[str]:
    first = next(iter(sketch.pages.values()), None)
    yield f"name: {quoted(sketch.name or _title(first, sketch.begun))}"
    if lang := language(sketch):
        yield f"lang: {lang}"
    yield f"devices: [{', '.join(sketch.devices)}]"
    brand = _brand(first)
    yield (
        f"brand: {quoted(brand)}"
        if brand
        else "# brand: the name that results are gathered under; else the site's host"
    )
    yield from _apps(sketch)
    if sketch.allow_private:
        yield f"allow-private: [{', '.join(map(quoted, sketch.allow_private))}]"
    yield from _consent(sketch)


def _title(page: PageSnapshot | None, begun: Begun) -> str:
    title = one_line(page.title, LONGEST) if page else ""
    return title or one_line(begun.leads_to.partition("://")[2] or begun.value, LONGEST)


def _brand(page: PageSnapshot | None) -> str:
    names = (meta.content for name in BRANDS for meta in (page.metas(name) if page else ()))
    return next(filter(None, (one_line(name, LONGEST) for name in names)), "")


def _apps(sketch: Sketch) -> Iterator[str]:
    """The app's ids with who tells of them. A page may link to others' apps in the stores: then a person chooses."""
    ids: dict[str, str] = {}
    for page in sketch.pages.values():
        platform = page.device.platform
        named = [one for one in named_apps(page) if one.source != "the scenario"]
        known = known_app(page, AppLinks())
        id, source = (known.id, known.source) if known and known.id else _only(named)
        if id and platform not in ids:
            ids[platform] = id
            yield comment(f"{'iPhone' if platform == 'ios' else 'Android'} app {id}: told by {source}.")
        elif choice := dict.fromkeys(one.id for one in named if one.id):
            yield comment(f"{platform}: the page names several apps, {', '.join(choice)}: say which is yours.")
        elif platform == "ios" and (app := linked_iphone_app(page.app.aasa)):
            yield comment(f"The site's links open {app} on an iPhone; its number stands in the App Store's address.")
    if ids:
        yield f"app: {{{', '.join(f'{platform}: {quoted(id)}' for platform, id in ids.items())}}}"
    else:
        yield '# app: {ios: "1234567890", android: com.example.app}   when the brand has one'


def _only(named: Sequence[Named]) -> tuple[str, str]:
    """The one app that tags and links agree on; two empty texts when there is none, or more."""
    ids = dict.fromkeys(one.id for one in named if one.id)
    return (named[0].id, named[0].source) if len(ids) == 1 else ("", "")


def _consent(sketch: Sketch) -> Iterator[str]:
    for page in sketch.pages.values():
        if asked := consent(page.first_seen):
            whose = f"{asked.vendor} asks" if asked.vendor else "The page asks"
            answers = ", ".join(dict.fromkeys(answer.value for answer, _ in asked.controls)) or "none that was seen"
            yield comment(f"{whose} about cookies (answers: {answers}). `refuse` and `ignore` can be tried as well.")
            yield "consent: accept"
            return


def _beside_the_start(sketch: Sketch) -> Iterator[str]:
    """What was seen on the way and on the first page, for the one who goes on with the draft."""
    for met in sketch.met:
        if met.page is None:
            yield comment(f"{met.title}: no page came. {met.reason}")
    for said, titles in _told(sketch, _way_there):
        yield comment(f"The way there ({titles}): {said}")
    hosts = [h for page in sketch.pages.values() for hop in page.navigation if (h := urlsplit(hop.url).hostname)]
    if hosts:
        names = ", ".join(quoted(host) for host in dict.fromkeys(hosts))
        yield comment(f"hosts: [{names}]   leads the customer nowhere else, once this line is above `start:`")
    for said, titles in _told(sketch, _contacts):
        yield comment(f"Ways to reach somebody on the first page ({titles}): {said}")
    for said, titles in _told(sketch, _chats):
        yield comment(f"Chat ({titles}): {said}")


def _told(sketch: Sketch, tell: Callable[[PageSnapshot], str]) -> Iterator[tuple[str, str]]:
    """What is to be told of the pages, once for all phones of which it is true."""
    said: dict[str, list[str]] = {}
    for met in sketch.met:
        if met.page and (text := tell(met.page)):
            said.setdefault(text, []).append(met.title)
    yield from ((text, " and ".join(titles)) for text, titles in said.items())


def _way_there(page: PageSnapshot) -> str:
    return " → ".join(hop.url for hop in page.navigation) if len(page.navigation) > 1 else ""


def _contacts(page: PageSnapshot) -> str:
    ways = offered(inventory(page))
    named = list(dict.fromkeys(f"{way.channel.value} “{one_line(way.label or way.target, 40)}”" for way in ways))
    more = f" and {len(named) - MOST} more" if len(named) > MOST else ""
    return ", ".join(named[:MOST]) + more


def _chats(page: PageSnapshot) -> str:
    return ", ".join(dict.fromkeys(chat.name for chat in chats(page)))


def _start(begun: Begun) -> Iterator[str]:
    yield f"  {begun.channel}: {literal(begun.value)}"
    for key, value in begun.keys:
        yield f"  {key}: {literal(value)}"


def _promise(sketch: Sketch) -> Iterator[str]:
    begun = sketch.begun
    for remark in begun.remarks:
        yield f"  {comment(remark)}"
    if begun.leads_to:
        yield f"  expect-url: {literal(begun.leads_to)}"
        yield '  # expect-text: "The promise in print"   what must be met again on the first page'
    if begun.channel == "qr":
        yield "  # printed: {width: 25 mm, distance: 30 cm}   how large the code is printed, and scanned from where"


# The steps


def _steps(sketch: Sketch) -> Iterator[str]:
    if not sketch.pages:
        yield "# steps: no page was met, so there is nothing to begin with"
        return
    yield "steps:"
    for text, devices in _grouped((device, text) for device, text in (sketch.headlines or {}).items()):
        yield f"  {see(text)}"
        yield from _only_on(sketch, devices)
    for pattern, devices in _grouped((device, _address(page, sketch)) for device, page in sketch.pages.items()):
        yield f"  - expect-url: {literal(pattern)}"
        yield from _only_on(sketch, devices)
    back: list[str] = []
    for goal in dict.fromkeys(way.goal for way in sketch.ways):
        found = [way for way in sketch.ways if way.goal == goal and way.taps is not None]
        yield from _search(sketch, goal, found, back)
        back = list(_way_back(sketch, found))


def _grouped(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Each value once, with the devices that have it."""
    found: dict[str, list[str]] = {}
    for device, value in pairs:
        found.setdefault(value, []).append(device)
    yield from found.items()


def _only_on(sketch: Sketch, devices: Sequence[str]) -> Iterator[str]:
    if set(devices) != set(sketch.devices):
        yield f"    only-on: [{', '.join(devices)}]"


def _address(page: PageSnapshot, sketch: Sketch) -> str:
    """The page's address without its query: the path, where it is on the host that the customer was sent to."""
    parts = urlsplit(page.url)
    asked = sketch.begun.leads_to or sketch.begun.value
    path = parts.path or "/"
    return path if urlsplit(asked).netloc == parts.netloc else f"{parts.scheme}://{parts.netloc}{path}"


def _search(sketch: Sketch, goal: str, found: Sequence[Way], back: Sequence[str]) -> Iterator[str]:
    titles = {met.device: met.title for met in sketch.met}
    if found:
        yield from back
    for way in sketch.ways:
        if way.goal == goal:
            said = way.said if way.taps is not None else f"no way to {IN_WORDS.get(goal, goal)} was found. {way.said}"
            yield f"  {comment(f'{titles[way.device]}: {said}')}"
    if found:
        most = max(way.taps or 0 for way in found)
        yield f"  - find: {goal}"
        yield f"    within: {most} tap{'' if most == 1 else 's'}"
        yield from _only_on(sketch, [way.device for way in found])


def _way_back(sketch: Sketch, found: Sequence[Way]) -> Iterator[str]:
    """The steps that lead to the first page again."""
    if left := [way.device for way in found if way.left]:
        yield "  - go: back"
        yield from _only_on(sketch, left)
    moved = ((way.device, sketch.pages[way.device].url) for way in found if way.moved and way.device in sketch.pages)
    for url, devices in _grouped(moved):
        yield f"  - go: {literal(url)}"
        yield from _only_on(sketch, devices)


def _possible() -> Iterator[str]:
    yield from (
        "",
        "# What the journey may cost the customer at most, once you know what it should:",
        "# limits: {taps: 4, landing: 3 s, bytes: 2 MB}",
    )


def place(url: str) -> str:
    """The host, with its port where the address has one, as `allow-private` names it."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    name = f"[{host}]" if ":" in host else host
    return f"{name}:{parts.port}" if parts.port else name


def is_at_home(url: str) -> bool:
    """True for an address on this machine or in the house, by its name."""
    return is_private(urlsplit(url).hostname or "")
