"""The screens of one journey against those that were kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from PIL import Image

from parcours.browser.sessions import Session
from parcours.browser.still import Still, still
from parcours.facts.advertising import holders
from parcours.facts.model import Device, PageSnapshot
from parcours.results import ScreenResult
from parcours.scenario.model import Scenario, StepSpec
from parcours.storage.journal import write_whole
from parcours.storage.screens import ENDING, Kept, elsewhere, encoded, place, read_screen, screens_folder
from parcours.visual import difference, masked, outlined

NEVER_KEPT = "no screen is kept of it yet"
FOLDER = "screens"  # in the journey's folder
# Steps that look and change nothing: the step before them shows the same screen.
LOOKS = frozenset({"see", "not-see", "check", "expect-url", "expect-badge", "expect-notification", "manual"})


@dataclass
class Screens:
    """Pictures the screen at the end of each step that changes it, when the scenario wants it or screens are kept."""

    scenario: Scenario
    device: Device
    folder: Path  # the journey's
    secret: bool = False  # what is typed must stand in no picture
    found: list[ScreenResult] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find out where its screens are kept, and whether any are wanted."""
        self._kept = screens_folder(Path(self.scenario.file), self.scenario.id)
        self._place = place(self.device.name, self.device.engine.used)
        there = any(self._kept.glob(f"{self.device.name}-*/*{ENDING}")) if self.scenario.file else False
        self._wanted = bool(self.scenario.file) and (self.scenario.visual in ("inform", "strict") or there)
        self._wanted = self._wanted and self.scenario.visual != "off"

    async def look(self, session: Session, spec: StepSpec, page: PageSnapshot | None) -> None:
        """Picture the screen that the step ended on, and compare it."""
        if not self._wanted or spec.verb in LOOKS:
            return
        if self.secret:
            self._say(spec.id, "not-compared", "this journey types secrets: no screen of it is kept")
            return
        shown = await still(session.page, session.cdp, self.scenario.mask, holders(page) if page else ())
        if shown is None:
            self._say(spec.id, "not-compared", "the screen could not be pictured")
            return
        self.found.append(self._compared(spec.id, shown))

    def _say(self, step: str, state: str, reason: str) -> None:
        self.found.append(ScreenResult(step, state, reason, strict=self._strict))  # type: ignore[arg-type]

    @property
    def _strict(self) -> bool:
        return self.scenario.visual == "strict"

    def _compared(self, step: str, shown: Still) -> ScreenResult:
        masks = (*shown.masks, *shown.moving)
        picture = masked(shown.picture, masks)
        shot = self._write(step, "", encoded(picture, self.device.engine.version))
        kept = read_screen(self._kept / self._place / f"{step}{ENDING}")
        reason = self._apart(step, kept, picture)
        if kept is None or reason:
            state = "not-compared" if reason != NEVER_KEPT else "new"
            said = "; ".join((reason, *_remarks(shown)))
            return ScreenResult(step, state, said, shot, strict=self._strict)  # type: ignore[arg-type]
        found = difference(kept.picture, picture, masks)
        result = ScreenResult(
            step, "same", "", shot, "", "", found.percent, found.blocks, found.places[:40], self._strict
        )
        said = "; ".join(_remarks(shown))
        if not found.changed:
            return replace(result, reason=said)
        told = f"{found.percent:g} % of the screen is another, in {_counted(len(found.places), 'place')}"
        return replace(
            result,
            state="changed",
            reason="; ".join(filter(None, (told, said))),
            kept=self._write(step, "-kept", encoded(kept.picture, kept.version)),
            diff=self._write(step, "-diff", encoded(outlined(picture, found.places), kept.version)),
        )

    def _apart(self, step: str, kept: Kept | None, now: Image.Image) -> str:
        """Why the screen cannot be compared with what is kept, in words; "" when it can."""
        here = self._place.removeprefix(f"{self.device.name}-")
        version = self.device.engine.version.partition(".")[0]
        if kept is None:
            others = elsewhere(self._kept, self.device.name, step, self._place)
            return f"kept of {', '.join(others)}, and this is {here}" if others else NEVER_KEPT
        if kept.version != version:
            engine = self.device.engine.used.title()
            return f"it was drawn by {engine} {kept.version or 'of an unknown version'}, and this is {version}"
        if kept.picture.size != now.size:
            return f"it was {kept.picture.width} by {kept.picture.height} pixels, and is {now.width} by {now.height}"
        return ""

    def _write(self, step: str, what: str, data: bytes) -> str:
        name = f"{FOLDER}/{step}{what}{ENDING}"
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, data)
        return name


def _remarks(shown: Still) -> Iterator[str]:
    if shown.moving:
        count = len(shown.moving)
        yield f"{_counted(count, 'part')} never stood still and {'was' if count == 1 else 'were'} left out"
    if shown.missing:
        yield f"nothing here is called {', '.join(f'“{name}”' for name in shown.missing)} (mask)"


def told(screens: Iterable[ScreenResult]) -> Iterator[str]:
    """What a journey's screens are worth a remark for: those that changed, and why others were not compared."""
    seen = tuple(screens)
    changed = [screen.step for screen in seen if screen.state == "changed"]
    if changed:
        looks = "screen looks" if len(changed) == 1 else "screens look"
        yield f"{len(changed)} {looks} otherwise than the one that was kept: {', '.join(changed)}."
    missed = Counter(screen.reason for screen in seen if screen.state == "not-compared")
    for reason, count in missed.items():
        yield f"{_counted(count, 'screen')} {'was' if count == 1 else 'were'} not compared: {reason}."


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
