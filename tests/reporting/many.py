"""A run of many journeys, as large as one likes: each visit with its own pictures, findings and judgements.

Nothing is measured or judged here: results are written as a run would leave them, for what reads them.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import TextIO

from PIL import Image, ImageDraw

from parcours.checks.catalogue import AnyCheck, discover
from parcours.facts.geometry import Box
from parcours.facts.model import Engine, Hop
from parcours.findings import Certainty, Finding, Judgement, Verdict, Where
from parcours.results import JourneyResult, PageResult, Status
from parcours.storage.codec import to_json
from parcours.trace import Effort, Start, StepTrace

PHONES = (
    ("iphone", "iPhone 15", "ios", (390, 664), Engine("webkit", "chromium", "156.0.6820.2", "emulated")),
    ("android", "Pixel 7", "android", (412, 839), Engine("chromium", "chromium", "156.0.6820.2", "native")),
)
STEPS = ("go", "see", "tap", "find")
SCREENS = 3  # different pictures of a visit
FAULTS = 12  # rules that have something against a visit, at most
SITE = "https://www.shop-{n}.example/"


def write_many(folder: Path, journeys: int, *, pictures: bool = True, sites: int = 4) -> Path:
    """Write a run of so many journeys on two phones. Its pages belong to `sites` shops."""
    folder.mkdir(parents=True)
    with (folder / "journal.jsonl").open("w", encoding="ascii") as journal:
        log(journal, "run", parcours="0.1.0", started="2026-03-02T09:41:02+00:00")
        for number, phone in product(range(journeys), range(len(PHONES))):
            result = visit(number, phone, sites, pictures=pictures)
            log(journal, "planned", id=result.id, scenario=result.scenario, device=result.device)
            place = folder / result.folder
            place.mkdir(parents=True)
            for screen in range(SCREENS if pictures else 0):
                (place / shot(screen)).write_bytes(picture(number, phone, screen))
            (place / "result.json").write_bytes(to_json(result))
            log(journal, "result", id=result.id, folder=result.folder)
        log(journal, "end")
    return folder


def log(journal: TextIO, kind: str, **more: str) -> None:
    journal.write(json.dumps({"kind": kind, **more}) + "\n")


def shot(screen: int) -> str:
    return f"step-{screen + 1:02}.webp"


def visit(number: int, phone: int, sites: int = 4, *, pictures: bool = True) -> JourneyResult:
    """One journey on one phone. One in eight stops, one in four has nothing against it, the rest is hard."""
    device, title, platform, (width, height), engine = PHONES[phone]
    scenario = f"journey-{number:05}"
    site = SITE.format(n=number % sites)
    findings = () if number % 4 == 3 else tuple(faults(number, device, scenario, site))
    stuck = number % 8 == 0
    pages = tuple(
        PageResult(
            f"{site}{name}/{number}",
            f"{name.capitalize()} {number}",
            200,
            (Hop(f"https://go.example/{number}", 301, 90), Hop(f"{site}{name}/{number}", 200, 210)),
            shot=shot(screen) if pictures else "",
            shot_width=width,
            layout_width=width,
            requests=40,
            bytes=900_000,
        )
        for screen, name in enumerate(("landing", "offer", "contact"))
    )
    return JourneyResult(
        scenario,
        device,
        engine,
        Status.FAILED if stuck or findings else Status.PASSED,
        name=f"Letter {number}: the boots of spring",
        file=f"scenarios/{scenario}.yaml",
        lang="en",
        device_title=title,
        platform=platform,
        width=width,
        height=height,
        code="ELEMENT_MISSING" if stuck else "",
        reason="No way to the app was found within 2 taps" if stuck else "",
        start=Start("link", f"https://go.example/{number}"),
        steps=tuple(steps(stuck=stuck, pictures=pictures)),
        pages=pages,
        findings=findings,
        judgements=judgements(findings),
        effort=Effort(taps=number % 5, ms=1200 + number % 700, bytes=900_000),
        started="2026-03-02T09:41:02+00:00",
        ms=4000,
        folder=f"{scenario}/{device}",
        parcours="0.1.0",
        brand=f"Shop {number % sites}",
    )


def steps(*, stuck: bool, pictures: bool) -> Iterator[StepTrace]:
    for index, verb in enumerate(STEPS):
        last = index == len(STEPS) - 1
        step = StepTrace(
            f"step-{index}",
            verb,
            f"{verb}: the {('letter', 'boots', 'basket', 'app')[index]}",
            7 + index,
            ms=800,
            effort=Effort(taps=index % 2, ms=800),
            page=min(index, SCREENS - 1),
            shot=shot(min(index, SCREENS - 1)) if pictures else "",
        )
        yield replace(step, ended="blocked", code="ELEMENT_MISSING", reason="No app") if stuck and last else step


@cache
def _rules() -> Sequence[AnyCheck]:
    return tuple(discover().values())


def faults(number: int, device: str, scenario: str, site: str) -> Iterator[Finding]:
    rules = _rules()
    for index in range(1 + number % FAULTS):
        check = rules[(7 * index + number % 5) % len(rules)]
        yield Finding(
            rule=check.id,
            verdict=Verdict.FAILED,
            severity=check.severity,
            certainty=Certainty.HIGH,
            owner=check.owner,
            message=f"Something is wrong with the boots of letter {number}",
            about=f"main > link “Boots {index}”",
            where=Where(scenario, device, "step-1", f"scenarios/{scenario}.yaml", 8, f"{site}offer/{number}", 1),
            box=Box(20, 60 + 40 * index, 160, 30),
            evidence=f'<a href="/boots/{number}">Boots {index}</a>',
            title=check.title,
            why=check.reason,
            advice=check.advice,
        )


def judgements(findings: Sequence[Finding]) -> tuple[Judgement, ...]:
    failed = {finding.rule for finding in findings}
    return tuple(
        Judgement(check.id, Verdict.FAILED if check.id in failed else Verdict.PASSED, 3, page=1) for check in _rules()
    )


def picture(number: int, phone: int, screen: int) -> bytes:
    """What a phone showed. Browsers draw a few different ones; as files no two are alike."""
    return drawn(number % 8, phone, screen) + f"{number}-{phone}-{screen}".encode()


@cache
def drawn(colour: int, phone: int, screen: int) -> bytes:
    """A shop's page: a picture, some lines, a button."""
    width, height = PHONES[phone][3]
    image = Image.new("RGB", (width, height), "#fbfaf8")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 60, width - 20, 300), fill=(colour * 30, screen * 80, 90 + phone * 60))
    draw.text((40, 160), f"Screen {screen}", fill="white", font_size=28)
    for line in range(3):
        draw.text((20, 330 + 24 * line), "Bottes de printemps, cousues main", fill="#333333")
    draw.rounded_rectangle((20, height - 120, width - 20, height - 60), 10, fill="#17693f")
    out = io.BytesIO()
    image.save(out, "WEBP", quality=40)
    return out.getvalue()
