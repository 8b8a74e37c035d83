"""`parcours devices`: every device that a journey can be walked on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import click

from parcours.browser.devices import ALIASES, descriptor, descriptors, platform
from parcours.browser.ladder import webkit_installed
from parcours.errors import UsageError, closest


class Row(NamedTuple):
    """One line of the table."""

    name: str
    size: str
    platform: str
    engine: str
    stands_for: str = ""


@click.command(
    epilog="""\b
Examples:
  parcours devices
  parcours devices pixel
"""
)
@click.argument("filter", required=False, default="")
def devices(filter: str) -> None:
    """List the devices by name: our short names first, then all that Playwright knows.

    FILTER is a part of a name; letters' case does not matter.
    """
    rows = [row for row in table() if filter.casefold() in f"{row.name} {row.stands_for}".casefold()]
    if not rows:
        near = closest(filter, (*ALIASES, *descriptors()))
        raise UsageError(f"no device has {filter!r} in its name", tip=near or "`parcours devices` lists them all")
    heads = Row("device", "width x height", "platform", "engine", "stands for")
    widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    for row in (heads, *rows):
        click.echo("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())
    if not webkit_installed() and any(row.engine == "webkit" for row in rows):
        click.echo("\nWebKit is not installed: its devices are emulated in Chromium (parcours doctor says more).")


def table() -> Iterator[Row]:
    """Our aliases, then Playwright's descriptors, upright first as it lists them."""
    for name in (*ALIASES, *descriptors()):
        described = descriptor(name)
        viewport = described["viewport"]
        yield Row(
            name,
            f"{viewport['width']} x {viewport['height']}",
            platform(name) if described["has_touch"] else "desktop",
            described.get("default_browser_type", "chromium"),
            ALIASES.get(name, ""),
        )
