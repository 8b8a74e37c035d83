"""What the walk costs the customer, against what it cost before."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.comparing.known import Baseline, Cost
from parcours.comparing.seen import Seen

MORE_BYTES = 100_000
MORE_SHARE = 1.2
MORE_SCREENS = 0.5  # pages of one text are never of quite one height
MORE_SECONDS = 2.0
SLOWER = 1.5


def grown(before: Cost, now: Cost) -> Iterator[tuple[str, str, int, int]]:
    """What costs the customer more than it did: its name, a sentence, and the two figures."""
    for name, one, many in (("taps", "tap", "taps"), ("keys", "key", "keys"), ("hops", "redirect", "redirects")):
        was, there = getattr(before, name), getattr(now, name)
        if there > was:
            said = f"{there} {one if there == 1 else many}, where {was} {'was' if was == 1 else 'were'} enough"
            yield name, said, was, there
    if now.scrolls - before.scrolls > MORE_SCREENS:
        said = f"{now.scrolls:.1f} screens are scrolled, where {before.scrolls:.1f} were enough"
        yield "scrolls", said, round(before.scrolls), round(now.scrolls)
    if now.bytes - before.bytes > MORE_BYTES and now.bytes > before.bytes * MORE_SHARE:
        said = f"{now.bytes / 1000:.0f} kB are loaded, where {before.bytes / 1000:.0f} kB were enough"
        yield "bytes", said, before.bytes, now.bytes


def notes(baseline: Baseline, seen: Seen) -> Iterator[str]:
    """What is worth telling and fails nothing: times, and engines that stand for others."""
    walk = baseline.by_device.get(seen.result.device)
    if walk is None:
        return
    name, now = seen.result.device_title or seen.result.device, seen.walked
    if walk.cost and now.cost and walk.cost.seconds:
        slower = now.cost.seconds - walk.cost.seconds > MORE_SECONDS
        if slower and now.cost.seconds > walk.cost.seconds * SLOWER:
            yield f"{name}: {now.cost.seconds:.1f} s for the whole walk, where it took {walk.cost.seconds:.1f} s"
    if walk.engine and now.engine != walk.engine:
        yield f"{name}: looked at in {now.engine}, the baseline in {walk.engine}"
