"""`parcours doctor`: what is installed, which browser starts, and what that means."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version

import click

from parcours import __version__
from parcours.browser.ladder import Attempt, Found, NoBrowserError, find_browser, is_root, webkit_installed
from parcours.errors import Exit
from parcours.storage.cache import cache_folder

Row = tuple[str, str]

# What a run stands on, and what each is for.
PACKAGES = (
    ("playwright", "drives the browser"),
    ("axe-playwright-python", "carries axe-core"),
    ("pytest", ""),
    ("pytest-playwright", ""),
    ("zxing-cpp", "reads QR codes"),
    ("pillow", "reads pictures"),
    ("pypdfium2", "reads PDFs"),
)


@click.command(
    epilog="""\b
Examples:
  parcours doctor
  parcours doctor --download          fetch Playwright's own browser when it is missing
  parcours doctor --refresh           forget what earlier runs found
"""
)
@click.option("--refresh", is_flag=True, help="Ask again: forget the remembered answers and failed downloads.")
@click.option("--download", is_flag=True, help="Download Playwright's browser if none of its own starts.")
@click.option("--install", is_flag=True, help="Install Chromium with apt-get (root on Debian or Ubuntu).")
def doctor(refresh: bool, download: bool, install: bool) -> None:
    """Say what is installed and which browser starts.

    Ends with 3 when no browser starts; then it says what to type.
    """
    _print(versions())
    try:
        found = find_browser(refresh=refresh, may_download=download, may_install=install)
    except NoBrowserError as error:
        _print([("browser", "none starts"), *tried(error.attempts)])
        click.echo(f"\n{error.tip}", err=True)
        sys.exit(Exit.TOOL)
    _print(browser(found))


def versions() -> Iterator[Row]:
    """parcours, Python and the packages that a run stands on."""
    yield "parcours", __version__
    yield "python", f"{platform.python_version()}  {sys.executable}"
    yield "system", f"{platform.system()} {platform.release()} {platform.machine()}"
    for name, purpose in PACKAGES:
        try:
            said = version(name)
        except PackageNotFoundError:
            said = "missing"
        yield name, f"{said}  {purpose}".rstrip()
    yield "cache", str(cache_folder())


def browser(found: Found) -> Iterator[Row]:
    """The browser that was found, how, and what it can and cannot stand for."""
    where = found.executable or "Playwright's own"
    yield "browser", f"{found.engine} {found.version}  {where}"
    if found.remembered:
        yield "", "as found earlier, unchanged since; --refresh looks again"
    yield from tried(found.attempts)
    yield "sandbox", _sandbox(found)
    if webkit_installed():
        yield "webkit", "installed: iPhones and iPads run in it where it starts"
    else:
        yield "webkit", "not installed: iPhones and iPads are emulated in Chromium, and results say so"
        yield "", f"to install it: {sys.executable} -m playwright install webkit"


def tried(attempts: tuple[Attempt, ...]) -> Iterator[Row]:
    """One row for each thing that was tried."""
    for attempt in attempts:
        yield "", f"{'+' if attempt.ok else '-'} {attempt.rung}: {attempt.detail}"


def _sandbox(found: Found) -> str:
    if found.sandbox:
        return "on"
    if is_root():
        return "off: Chromium has none for root; walk pages that you do not trust as an ordinary user"
    return "off: this system does not let Chromium start with it; walk only pages that you trust"


def _print(rows: Iterable[Row]) -> None:
    for name, said in rows:
        click.echo(f"{name:<22}{said}")
