"""The pictures of README and the documentation: the demo's report, as a desk and a phone show it.

    python docs/make_pictures.py

walks the demo's letter and writes docs/pictures/*.webp. It needs what `parcours demo` needs.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from parcours.browser.ladder import find_browser

PICTURES = Path(__file__).parent / "pictures"
LETTER = Path(__file__).parents[1] / "src/parcours/demo/scenarios/lettre-avant.yaml"
DESK: dict[str, Any] = {"viewport": {"width": 1200, "height": 1000}, "device_scale_factor": 1.5}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 780}, "device_scale_factor": 2, "is_mobile": True}


def parcours(folder: Path, *args: str) -> None:
    """Run a command there; that it finds something wrong is what it is for."""
    subprocess.run([sys.executable, "-m", "parcours", "-q", *args], cwd=folder, check=False)


def picture(browser: Browser, report: Path, name: str, how: dict[str, Any], part: str = "") -> None:
    """Keep what a screen shows of a report, from its top or from the element that a selector finds."""
    page = browser.new_page(color_scheme="light", reduced_motion="reduce", **how)
    page.goto(report.as_uri())
    if part:
        page.locator(part).first.scroll_into_view_if_needed()
    PICTURES.mkdir(exist_ok=True)
    Image.open(io.BytesIO(page.screenshot())).convert("RGB").save(PICTURES / f"{name}.webp", quality=80, method=6)
    page.close()


def main() -> None:
    """Make them all again."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        there = Path(folder)
        parcours(there, "run", str(LETTER))
        browser = playwright.chromium.launch(executable_path=find_browser("chromium").executable or None)
        for lang, ending in (("en", ""), ("fr", ".fr")):
            report = there / f"report{ending}.html"
            parcours(there, "report", "--lang", lang, "--output", str(report))
            picture(browser, report, f"report{ending}", DESK)
            picture(browser, report, f"phone{ending}", PHONE)
        browser.close()


if __name__ == "__main__":
    main()
