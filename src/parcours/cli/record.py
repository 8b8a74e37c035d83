"""`parcours record`: walk a journey by hand in a visible browser, and get its scenario."""

from __future__ import annotations

import asyncio
import os
import shlex
import sys
import tempfile
from datetime import date
from pathlib import Path

import click

from parcours.browser import devices
from parcours.browser.recording import record as watched
from parcours.cli import manner, printable
from parcours.cli.audit import address
from parcours.cli.new import Target, refuse_to_overwrite, try_to_load, write
from parcours.cli.options import configured_devices, device_option, from_here
from parcours.config import load_config
from parcours.errors import ToolError, UsageError
from parcours.running.planning import DEFAULT_DEVICES
from parcours.running.run import lane_settings
from parcours.scenario.drafting import one_line
from parcours.scenario.loader import SUFFIXES
from parcours.scenario.model import slug
from parcours.scenario.recorded import Act, recorded


@click.command(
    epilog="""\b
Examples:
  parcours record https://shop.example/spring --device iphone
  parcours record localhost:3000 --name "Order a pair" --output scenarios/order.yaml

\b
Walk the journey, then close the window. Passwords and card numbers are not kept: the scenario takes them from the
environment. What was sent stands as `send:`, with its host under `allow-send:`.
"""
)
@click.argument("url", metavar="URL")
@device_option
@click.option("--name", default="", help="What people call the journey; else the page's title.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write it. Default: a file in the scenarios folder, named after the journey.",
)
@click.option("--headless", is_flag=True, help="No window: another program does the walking, through --port.")
@click.option("--port", type=click.IntRange(1, 65535), help="Open the browser to other programs, through DevTools.")
def record(
    url: str, devices: tuple[str, ...], name: str, output: Path | None, headless: bool, port: int | None
) -> None:
    """Walk a journey by hand from URL on, in a visible browser on an emulated phone, and get its scenario."""
    device = _one(devices or configured_devices()[:1] or DEFAULT_DEVICES[:1])
    start = address(url)
    if output:
        refuse_to_overwrite(_target(output))
    if not headless and sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        raise ToolError("there is no screen to show a browser on", tip="run it on a desk, or with xvfb-run")
    settings = lane_settings(headless=headless, may_download=True)
    _say(f"Walk the journey on {_titled(device)}, then close the window.")
    acts, title, lang = asyncio.run(watched(start, device, settings, _heard, port or 0))
    name = one_line(name or title or start, 80)
    target = _target(output or from_here(load_config(Path.cwd()).scenarios / f"{slug(name) or 'journey'}.yaml"))
    refuse_to_overwrite(target)
    command = f"parcours run {shlex.quote(str(target.output))}"
    text = recorded(acts, start, device, name, lang, command, date.today())  # noqa: DTZ011 - the day of whoever walks
    with tempfile.TemporaryDirectory(prefix="parcours-record-") as folder:
        try_to_load(text, Path(folder) / "draft.yaml")
    write(text, target)
    click.echo(f"Written: {target.output}")
    click.echo(f"Next: read it, make it yours, then {command}")


def _one(names: tuple[str, ...]) -> str:
    if len(names) > 1:
        raise UsageError("a journey is walked by hand on one device", tip=f"say --device={names[0]}")
    return names[0]


def _titled(device: str) -> str:
    return devices.ALIASES.get(device, device)


def _target(output: Path) -> Target:
    if output.suffix not in SUFFIXES:
        raise UsageError(f"{str(output)!r} is no scenario's name", tip="end it with .yaml")
    return Target(output)


def _heard(act: Act) -> None:
    said = {"tap": "tapped", "type": "typed into", "choose": "chosen in", "submit": "sent", "back": "back", "at": "at"}
    what = act.name.partition("?")[0] if act.kind == "at" else act.name  # a query may hold what was typed
    _say(f"  {said[act.kind]} {printable(one_line(what, 100))}")


def _say(words: str) -> None:
    if not manner().quiet:
        click.echo(words, err=True)
