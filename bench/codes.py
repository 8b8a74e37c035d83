"""QR codes: what parcours reads beside plain zxing-cpp, and how long it takes.

`python bench/codes.py [--quick]` makes codes of its own: clean, small, grey, tilted, inverted, noisy.
Photographs come from a folder of labelled ones, where there is one: `PARCOURS_PHOTOGRAPHS=DIR` with a `labels.jsonl` of
{"file", "text"} in it, "text" null where there is no code to be read.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import segno
import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

from parcours.artwork.scanning import scan_file

NEIGHBOUR = Path(__file__).resolve().parents[2] / "shared" / "data" / "qr"
ADDRESS = "https://boots.example/{n}?utm_source=letter&utm_campaign=spring"
COUNT = 12  # codes of each kind
QUICK = 4
MAKERS: dict[str, Callable[[Image.Image, random.Random], Image.Image]] = {
    "clean": lambda picture, _: picture,
    "as small as it goes": lambda picture, _: picture.resize((picture.width // 5, picture.height // 5)),
    "pale grey on white": lambda picture, _: ImageOps.colorize(picture, "#b0b0b0", "#ffffff").convert("L"),
    "light on dark": lambda picture, _: ImageOps.expand(ImageOps.invert(picture), 60, 0),
    "tilted": lambda picture, chance: picture.rotate(chance.uniform(15, 40), expand=True, fillcolor=255),
    "blurred": lambda picture, _: picture.filter(ImageFilter.GaussianBlur(4)),
}


class Labelled(NamedTuple):
    """A picture on disk, and the text of its code; None when there is none to be read."""

    path: Path
    text: str | None


def _noise(picture: Image.Image, chance: random.Random) -> Image.Image:
    width, height = picture.width // 3, picture.height // 3
    small = Image.frombytes("L", (width, height), chance.randbytes(width * height))
    return Image.blend(picture, small.resize(picture.size), 0.45)


def _folded(picture: Image.Image, chance: random.Random) -> Image.Image:
    """A sheet that bends away: its right edge is shorter, and darker."""
    width, height = picture.size
    bend = chance.uniform(0.1, 0.2) * height
    corners = (0, 0, 0, height, width, height + bend, width, -bend)
    bent = picture.transform(picture.size, Image.Transform.QUAD, corners, fillcolor=255)
    shade = Image.linear_gradient("L").rotate(90).resize(picture.size).point(lambda level: 120 + level // 2)
    return ImageChops.multiply(bent, shade)


MAKERS |= {"noisy": _noise, "folded": _folded}


def made(kind: str, count: int, folder: Path) -> Iterator[Labelled]:
    """Codes of one kind, in files of their own."""
    chance = random.Random(kind)
    for n in range(count):
        text, kept = ADDRESS.format(n=n), io.BytesIO()
        segno.make(text, error="mqh"[n % 3]).save(kept, kind="png", scale=10, border=4)
        picture = Image.open(kept).convert("L")
        path = folder / f"{kind.replace(' ', '-')}-{n}.png"
        MAKERS[kind](picture, chance).save(path)
        yield Labelled(path, text)


def photographs() -> list[Labelled]:
    """Labelled photographs, when there are any here."""
    folder = Path(os.environ.get("PARCOURS_PHOTOGRAPHS") or NEIGHBOUR)
    labels = folder / "labels.jsonl"
    if not labels.exists():
        return []
    rows = (json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Labelled(folder / row["file"], row["text"]) for row in rows]


def by_parcours(path: Path) -> list[str]:
    return [code.text for code in scan_file(path).codes]


def plainly(path: Path) -> list[str]:
    with Image.open(path) as picture:
        return [code.text for code in zxingcpp.read_barcodes(picture)]


def plainly_qr(path: Path) -> list[str]:
    with Image.open(path) as picture:
        found = zxingcpp.read_barcodes(
            picture, formats=zxingcpp.BarcodeFormat.QRCode, text_mode=zxingcpp.TextMode.Plain
        )
        return [code.text for code in found]


READERS = {"zxing-cpp as it comes": plainly, "zxing-cpp, QR alone": plainly_qr, "parcours": by_parcours}


def row(name: str, pictures: Sequence[Labelled]) -> str:
    """A line of the table: how many each reader got right, how many wrong, the median time."""
    cells = []
    for read in READERS.values():
        right = wrong = 0
        seconds = []
        for labelled in pictures:
            begun = time.thread_time()
            texts = read(labelled.path)
            seconds.append(time.thread_time() - begun)
            right += labelled.text in texts if labelled.text else not texts
            wrong += any(text != labelled.text for text in texts)
        mistakes = f", {wrong} wrong" if wrong else ""
        cells.append(f"{right} of {len(pictures)}{mistakes}, {statistics.median(seconds) * 1000:.0f} ms")
    return f"| {name} | {' | '.join(cells)} |"


def measured(count: int) -> list[str]:
    """Lines of Markdown."""
    lines = [
        "Read rightly (without a code: nothing read), and the median CPU time of a picture, opening it included.",
        "",
        f"| | {' | '.join(READERS)} |",
        f"|---|{'---|' * len(READERS)}",
    ]
    with tempfile.TemporaryDirectory() as place:
        lines += [row(f"ours, {kind}", tuple(made(kind, count, Path(place)))) for kind in MAKERS]
    real = photographs()
    chosen = real if count >= COUNT else real[:: max(1, len(real) // (8 * count))]
    for kind, wanted in (("photographs with a code", True), ("photographs without", False)):
        if pictures := [one for one in chosen if (one.text is not None) is wanted]:
            lines.append(row(kind, pictures))
    if not real:
        lines += ["", "There were no photographs: PARCOURS_PHOTOGRAPHS names a folder of labelled ones."]
    return lines


def main() -> None:
    warnings.simplefilter("ignore")  # Pillow's, on palettes of old photographs
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    print("\n".join(measured(QUICK if parser.parse_args().quick else COUNT)))


if __name__ == "__main__":
    main()
