"""The pictures of a report, each of them read once: looked at, made WebP, and kept in one copy.

A report's pages name a picture by its id. Whether its bytes lie in the page itself or in a folder beside it is the
album's affair.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from PIL import Image

from parcours.facts.geometry import Box
from parcours.reporting.pictures import Crop, Picture
from parcours.storage.journal import make_folder, write_whole

MOST_INSIDE = 10_000_000  # characters of pictures within one file; above, they lie in a folder beside it
BIGGEST = 4_000_000  # bytes of one file
MOST_PIXELS = 40_000_000
QUALITY = 78
PREFIX = "data:image/webp;base64,"
_OURS = re.compile(r"[0-9a-f]{20}(-\d+){0,4}\.webp")

# Pictures alone, known by their first bytes: an SVG can hold a script, and a name proves nothing.
_OTHERS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture's bytes: a WebP file, and the name it has in a folder of pictures."""

    file: Path
    name: str
    size: int

    @property
    def inside(self) -> int:
        """How many characters it takes in a page."""
        return len(PREFIX) + (self.size + 2) // 3 * 4


class Album:
    """The pictures that a view shows. Use it as a context: what had to be made anew lies in a temporary folder.

    `photos` are theirs by id: one that is missing, or is no picture, has none. A part of a picture is a picture of its
    own here (`part_of`). `times` counts how often the same is shown.
    """

    def __init__(self, view: object) -> None:
        self._shown = tuple(_shown(view))
        self.pictures: tuple[Picture, ...] = ()
        self.photos: dict[str, Photo] = {}
        self.times: Counter[tuple[str, float, float]] = Counter()
        self._seen: dict[str, Photo | None] = {}
        self._workshop = tempfile.TemporaryDirectory(prefix="parcours-pictures-")

    def __enter__(self) -> Self:
        """Read them all."""
        folder = Path(self._workshop.name)
        for picture in dict.fromkeys(one for one in self._shown if isinstance(one, Picture)):
            if photo := self._photo(picture.file, folder):
                self.photos[picture.id] = photo
        for picture, crops in _by_picture(self._shown):
            self.photos.update(_cut(picture, crops, folder))
        shown = [part_of(one) if isinstance(one, Crop) else one for one in self._shown]
        there = [picture for picture in shown if picture.id in self.photos]
        self.times = Counter(map(self.key, there))
        self.pictures = tuple({picture.id: picture for picture in reversed(there)}.values())[::-1]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Forget what was made."""
        self._workshop.cleanup()

    def key(self, picture: Picture) -> tuple[str, float, float]:
        """What makes two pictures look the same."""
        return self.photos[picture.id].name, picture.width, picture.height

    @property
    def weight(self) -> int:
        """How many characters all of them take in a page."""
        once = {self.key(picture): self.photos[picture.id].inside for picture in self.pictures}
        return sum(once.values())

    def write(self, folder: Path) -> None:
        """Write each once into a folder, and remove what an earlier report left there.

        Raises ToolError when the disk will not have them.
        """
        make_folder(folder)
        photos = {photo.name: photo for photo in self.photos.values()}
        for old in folder.glob("*.webp"):
            if old.name not in photos and _OURS.fullmatch(old.name):
                old.unlink(missing_ok=True)
        for name, photo in photos.items():
            target = folder / name
            if not target.is_file() or target.stat().st_size != photo.size:  # the name stands for what is in it
                write_whole(target, photo.file.read_bytes())

    def _photo(self, file: Path, folder: Path) -> Photo | None:
        data = _read(file)
        digest = _digest(data)
        if digest not in self._seen:
            self._seen[digest] = _photo(file, data, digest, folder)
        return self._seen[digest]


def _shown(value: object) -> Iterator[Picture | Crop]:
    """Every picture and part of one that a value has in it, as often as it has."""
    if isinstance(value, Picture | Crop):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _shown(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _shown(getattr(value, field.name))


def part_of(crop: Crop) -> Picture:
    """The part as a picture of its own: as wide and high as its view."""
    x, y, width, height = crop.view
    return Picture(f"{crop.picture.id}-{x:g}-{y:g}-{width:g}-{height:g}", crop.picture.file, width, height, crop.alt)


def _by_picture(shown: Iterable[Picture | Crop]) -> Iterator[tuple[Picture, Iterable[Crop]]]:
    """The parts that are shown, those of one picture together."""
    found: dict[Picture, dict[Box, Crop]] = {}
    for one in shown:
        if isinstance(one, Crop):
            found.setdefault(one.picture, {})[one.view] = one
    return ((picture, crops.values()) for picture, crops in found.items())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:20]


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes() if file.is_file() and file.stat().st_size <= BIGGEST else b""
    except OSError:
        return b""


def _photo(file: Path, data: bytes, digest: str, folder: Path) -> Photo | None:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Photo(file, f"{digest}.webp", len(data))
    if data.startswith(_OTHERS) and (image := _opened(data)):
        return _made(image, digest, folder)
    return None


def _opened(data: bytes) -> Image.Image | None:
    try:
        image = Image.open(io.BytesIO(data), formats=("WEBP", "PNG", "JPEG"))
        if image.width * image.height > MOST_PIXELS:
            return None
        image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # what Pillow says of damaged files
        return None
    return image


def _made(image: Image.Image, name: str, folder: Path) -> Photo:
    file = folder / f"{name}.webp"
    image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB").save(
        file, "WEBP", quality=QUALITY, method=2
    )
    return Photo(file, file.name, file.stat().st_size)


def _cut(picture: Picture, crops: Iterable[Crop], folder: Path) -> Iterator[tuple[str, Photo]]:
    """Parts of one picture, which is opened once, by id. Its pixels may be more or fewer than its units."""
    data = _read(picture.file)
    image = _opened(data)
    if image is None:
        return
    across, down = image.width / picture.width, image.height / picture.height
    for crop in crops:
        view = crop.view
        left, top = round(view.x * across), round(view.y * down)
        right, bottom = round(view.right * across), round(view.bottom * down)
        if right > left and bottom > top:
            name = f"{_digest(data)}-{left}-{top}-{right}-{bottom}"
            yield part_of(crop).id, _made(image.crop((left, top, right, bottom)), name, folder)


class Inside:
    """A page's pictures within the page: what is shown several times lies in its store, the rest where it is shown."""

    folder = ""

    def __init__(self, album: Album) -> None:
        self.album = album
        firsts: dict[object, Picture] = {}
        self.shared: dict[str, str] = {}
        for picture in album.pictures:
            key = album.key(picture)
            first = firsts.setdefault(key, picture)
            if album.times[key] > 1:
                self.shared[picture.id] = first.id
        self.store = tuple(picture for picture in firsts.values() if picture.id in self.shared)

    def __contains__(self, id: str) -> bool:
        """True when there is a picture to show."""
        return id in self.album.photos

    def __getitem__(self, id: str) -> str:
        """Its bytes, as an address."""
        return _uri(self.album.photos[id])


class Beside:
    """A page's pictures in a folder beside it."""

    store: tuple[Picture, ...] = ()

    def __init__(self, album: Album, folder: str) -> None:
        self.album = album
        self.folder = folder
        self.shared: dict[str, str] = {}

    def __contains__(self, id: str) -> bool:
        """True when there is a picture to show."""
        return id in self.album.photos

    def __getitem__(self, id: str) -> str:
        """Where it is, from the page."""
        return f"{quote(self.folder)}/{self.album.photos[id].name}"


Pictures = Inside | Beside


def _uri(photo: Photo) -> str:
    return PREFIX + base64.b64encode(photo.file.read_bytes()).decode()
