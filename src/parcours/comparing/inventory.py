"""What vanished, changed and appeared: ways to people, apps, chats, hosts on the way, other parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parcours.comparing import INVENTORY, Key, Line, Standing
from parcours.comparing.known import Baseline
from parcours.comparing.seen import Seen
from parcours.facts.belongings import Belonging, Sort
from parcours.findings import Owner, Severity

_VANISHED = {
    Sort.CONTACT: "{name} vanished",
    Sort.CHAT: "the chat ({name}) vanished",
    Sort.APP: "nothing leads to the app {name} any more",
}
_CAME = {
    Sort.CONTACT: "{name} is offered",
    Sort.CHAT: "there is a chat ({name})",
    Sort.APP: "the pages lead to the app {name}",
    Sort.HOST: "the way passes through another host: {name}",
    Sort.THIRD_PARTY: "the pages load from another party: {name}",
}
_OWNERS = {Sort.CONTACT: Owner.CARE, Sort.CHAT: Owner.CARE, Sort.APP: Owner.APP}
_LINKS = {"tel": "the telephone number", "sms": "the number for text messages", "mail": "the e-mail address"}


def inventories(baseline: Baseline, seen: Sequence[Seen]) -> Iterator[Line]:
    """What vanished, changed and appeared, phone by phone; the sentence says when other phones still have it."""
    pairs = [pair for one in seen if (pair := _pair(baseline, one))]
    for one, before, now in pairs:
        yield from _inventory(one, before, now, {belonging: _only(one, belonging, pairs) for belonging in before - now})


_Pair = tuple[Seen, frozenset[Belonging], frozenset[Belonging]]


def _pair(baseline: Baseline, seen: Seen) -> _Pair | None:
    """What a phone had and has; None when not all pages of then were met, or nobody took stock."""
    walk, now = baseline.by_device.get(seen.result.device), seen.walked.inventory
    if walk is None or walk.inventory is None or now is None or not set(walk.pages) <= set(seen.page_steps):
        return None
    return seen, frozenset(walk.inventory), frozenset(now)


def _only(one: Seen, belonging: Belonging, pairs: Sequence[_Pair]) -> str:
    """Which phones alone lost it, as the sentence ends; "" when none of the run has it any more."""
    lost = [seen.result for seen, before, now in pairs if belonging in before - now]
    kept = [seen.result for seen, _, now in pairs if belonging in now]
    if not kept:
        return ""
    platform = one.result.platform
    if {result.platform for result in lost} == {platform} and platform not in {result.platform for result in kept}:
        return f" on {'iPhones' if platform == 'ios' else 'Android'} only"
    return f" on {' and '.join(result.device_title or result.device for result in lost)} only"


def _inventory(
    seen: Seen, before: frozenset[Belonging], now: frozenset[Belonging], only: Mapping[Belonging, str]
) -> Iterator[Line]:
    gone, came = sorted(before - now), sorted(now - before)
    for old in gone:
        new = next((each for each in came if _stands_for(old, each)), None)
        if new:
            came.remove(new)
            yield _stock(seen, old, Standing.WORSE, f"{_replaced(old, new)}{only[old]}", Severity.MAJOR)
        elif old.sort in _VANISHED:
            said = f"{_VANISHED[old.sort].format(name=_called(old))}{only[old]}"
            yield _stock(seen, old, Standing.WORSE, said, Severity.MAJOR)
    for new in came:
        told = _CAME[new.sort].format(name=_called(new))
        if new.sort is Sort.HOST:
            yield _stock(seen, new, Standing.NEW, told, Severity.MAJOR)
        else:
            yield _stock(seen, new, Standing.CHANGED, told, Severity.NOTE)


def _stands_for(old: Belonging, new: Belonging) -> bool:
    """True when one took the other's place: another number for the same channel, another app, another chat."""
    if old.sort is not new.sort or old.sort in {Sort.HOST, Sort.THIRD_PARTY}:
        return False
    return old.sort is not Sort.CONTACT or old.name.partition(" ")[0] == new.name.partition(" ")[0]


def _replaced(old: Belonging, new: Belonging) -> str:
    if old.sort is Sort.CHAT:
        return f"the chat is {new.name} now, it was {old.name}"
    if old.sort is Sort.APP:
        return f"the app's id is {new.name} now, it was {old.name}"
    channel, _, was = old.name.partition(" ")
    return f"{_LINKS.get(channel, f'what is behind {channel}')} is {new.name.partition(' ')[2]} now, it was {was}"


def _called(belonging: Belonging) -> str:
    """What people call it."""
    channel, _, name = belonging.name.partition(" ")
    if belonging.sort is not Sort.CONTACT:
        return belonging.name
    if channel in _LINKS:
        return f"{_LINKS[channel]} {name}"
    return f"the {channel} link ({name})" if name else f"the {channel}"


def _stock(seen: Seen, belonging: Belonging, standing: Standing, message: str, severity: Severity) -> Line:
    key = Key("", f"{INVENTORY}/{belonging.sort}", belonging.name, seen.result.device)
    owner = _OWNERS.get(belonging.sort, Owner.WEB)
    return Line(standing, *key, message=message, severity=severity, owner=owner)
