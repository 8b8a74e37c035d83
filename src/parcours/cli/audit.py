"""`parcours audit`: the same judgement without a scenario file."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from parcours.cli.options import (
    configured_devices,
    device_option,
    format_option,
    lookup_option,
    network_option,
    show,
    spread_options,
)
from parcours.comparing import Comparison
from parcours.config import load_config
from parcours.errors import UsageError
from parcours.running import run as running
from parcours.storage.history import remember

# A host with what may follow it: shop.example/spring, localhost:3000, [::1]:8000.
_BARE = re.compile(r"(?:[\w-]+(?:\.[\w-]+)*|\[[0-9a-fA-F:]+\])(?::\d{1,5})?(?:[/?#]\S*)?")


@click.command(
    epilog="""\b
Examples:
  parcours audit https://shop.example/spring
  parcours audit http://localhost:3000 --device iphone --format json
"""
)
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@device_option
@format_option
@click.option("--allow-private", is_flag=True, help="Follow redirects and requests to private addresses too.")
@lookup_option
@network_option
@spread_options
def audit(
    urls: tuple[str, ...],
    devices: tuple[str, ...],
    format: str,
    allow_private: bool,
    store_lookup: bool,
    network: str | None,
    how: Mapping[str, Any],
) -> None:
    """Judge the pages at some addresses on emulated phones.

    What you type is followed wherever it is; what the page leads to must be public unless --allow-private.
    """
    config = load_config(Path.cwd())
    with show(format) as shown:
        outcome = running.audit(
            [address(url) for url in urls],
            devices=devices,
            fallback=configured_devices(),
            reports=config.reports,
            listener=shown.listener,
            cut=shown.cut,
            allow_private=allow_private,
            declared=config.allow_private,
            hard_seconds=config.timeout,
            network=network or "",
            lookups=config.lookups(asked=store_lookup),
            **how,
        )
        remember(outcome.folder, outcome.results, Comparison())
        shown.outcome(outcome)
    sys.exit(shown.exit_code)


def address(typed: str) -> str:
    """A web address from what a person types: a bare host will do. Raises UsageError for anything else."""
    if typed.lower().startswith(("http://", "https://")):
        return _whole(typed)
    if Path(typed).exists():
        raise UsageError(f"{typed!r} is a file", tip="`parcours scan` reads artwork, `parcours run` scenarios")
    if not _BARE.fullmatch(typed):
        raise _no_address(typed)
    local = typed.startswith(("localhost", "127.", "[::1]"))
    return _whole(f"{'http' if local else 'https'}://{typed}")


def _whole(url: str) -> str:
    try:
        parts = urlsplit(url)
        if parts.hostname and parts.port != 0:
            return url
    except ValueError:
        pass
    raise _no_address(url)


def _no_address(typed: str) -> UsageError:
    return UsageError(f"{typed!r} is not a web address", tip="write it in full: https://shop.example/spring")
