"""PDFs are opened in a process of their own: some pages take hours to draw, or all memory, and none says so before.

The process is given a PDF and asked for its pages and texts; it owns nothing, and is ended when it takes too long.
"""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
import threading
import weakref
from contextlib import suppress
from typing import IO, Any, NamedTuple

SECONDS = 20.0  # that one answer may take
CPU_SECONDS = 120  # and all answers about one file
MEMORY = 3_000_000_000  # bytes


class Bitmap(NamedTuple):
    """A page as it was drawn: lines of blue, green and red, each padded to `stride` bytes."""

    width: int
    height: int
    stride: int
    data: bytes


class DrawingError(Exception):
    """What was asked for cannot be had of this PDF."""


class Drawer:
    """A PDF in the hands of another process."""

    def __init__(self, data: bytes) -> None:
        """Raises DrawingError when it cannot be opened."""
        self._process = subprocess.Popen(
            # -P: a json.py in the user's folder must not stand in for Python's.
            [sys.executable, "-P", "-m", "parcours.artwork.drawing"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.close = weakref.finalize(self, _end, self._process)
        try:
            self.sizes: tuple[tuple[float, float], ...] = tuple(map(tuple, self._answer(_line(len(data)) + data)))
        except DrawingError:
            self.close()
            raise

    def page(self, index: int, scale: float) -> Bitmap:
        """A page, `scale` pixels a point. Raises DrawingError when it cannot be drawn in time."""
        width, height, stride = self._answer(_line(["page", index, scale]))
        return Bitmap(width, height, stride, self._more)

    def text(self, index: int) -> str:
        """A page's own text. Raises DrawingError when it has none that can be had in time."""
        return str(self._answer(_line(["text", index])))

    def text_within(self, index: int, size: tuple[int, int], box: tuple[float, float, float, float]) -> str:
        """The same in a part of a page: left, top, right and bottom, where the page has that size. Raises the same."""
        return str(self._answer(_line(["within", index, size, box])))

    def _answer(self, ask: bytes) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        if not self.close.alive:
            raise DrawingError("it was given up")
        late, process = threading.Event(), self._process

        def give_up() -> None:  # without `self`: a thread that ends late must not keep the process
            late.set()
            process.kill()

        timer = threading.Timer(SECONDS, give_up)
        timer.daemon = True
        timer.start()
        try:
            with suppress(OSError):
                self._process.stdin.write(ask)
                self._process.stdin.flush()
            head = self._process.stdout.readline()
            answer = json.loads(head) if head.endswith(b"\n") else None
            self._more = self._process.stdout.read(answer.get("more", 0)) if answer else b""
        finally:
            timer.cancel()
        if answer is None or len(self._more) < answer.get("more", 0):
            self.close()
            why = f"it takes more than {SECONDS:g} s" if late.is_set() else "it takes too much memory, or too long"
            raise DrawingError(why)
        if "error" in answer:
            raise DrawingError(answer["error"])
        return answer["is"]


def _line(value: object) -> bytes:
    return json.dumps(value).encode() + b"\n"


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    with suppress(OSError):
        process.communicate()


# The other process


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, CPU_SECONDS)):
        with suppress(ValueError, OSError):  # a system that has its own, lower ones
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def main() -> None:
    """Answer for one PDF, until nobody asks any more."""
    _limit()
    import pypdfium2

    told, out = sys.stdin.buffer, sys.stdout.buffer
    try:
        document = pypdfium2.PdfDocument(told.read(int(told.readline())))
        sizes = [document.get_page_size(index) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        out.write(_line({"error": str(error)}))
        return
    out.write(_line({"is": sizes}))
    out.flush()
    for line in told:
        try:
            _reply(document, json.loads(line), out)
        except (pypdfium2.PdfiumError, MemoryError, ValueError) as error:
            out.write(_line({"error": str(error) or "there is not enough memory"}))
        out.flush()


def _reply(document: Any, ask: list[Any], out: IO[bytes]) -> None:
    match ask:
        case ["page", index, scale]:
            bitmap = document[index].render(scale=scale)
            data = bytes(bitmap.buffer)
            out.write(_line({"is": [bitmap.width, bitmap.height, bitmap.stride], "more": len(data)}))
            out.write(data)
        case ["text", index]:
            out.write(_line({"is": document[index].get_textpage().get_text_bounded()}))
        case ["within", index, size, box]:
            page = document[index]
            (left, top), (right, bottom) = (_on_page(page, size, box[at], box[at + 1]) for at in (0, 2))
            sides = min(left, right), min(bottom, top), max(left, right), max(bottom, top)
            out.write(_line({"is": page.get_textpage().get_text_bounded(*sides)}))


def _on_page(page: Any, size: tuple[int, int], x: float, y: float) -> tuple[float, float]:
    """A place in the page's own units, whichever way it is turned, of a pixel of its picture."""
    from pypdfium2 import raw

    across, up = ctypes.c_double(), ctypes.c_double()
    # Whole pixels only; sheets are at most some ten thousand wide.
    raw.FPDF_DeviceToPage(page, 0, 0, size[0], size[1], 0, round(x), round(y), across, up)
    return across.value, up.value


if __name__ == "__main__":
    main()
