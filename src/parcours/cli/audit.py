"""`parcours audit`: the same judgement without a scenario file."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit

import click

from parcours.cli import manner, printable
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
from parcours.facts.sitemap import kinds
from parcours.facts.sitemap import sample as drawn
from parcours.results import JourneyResult, failing
from parcours.running import run as running
from parcours.running.sitemaps import pages_of
from parcours.storage.history import remember

# A host with what may follow it: shop.example/spring, localhost:3000, [::1]:8000.
_BARE = re.compile(r"(?:[\w-]+(?:\.[\w-]+)*|\[[0-9a-fA-F:]+\])(?::\d{1,5})?(?:[/?#]\S*)?")

SAMPLE = 20  # pages of a sitemap
MOST_LIST = 20_000_000  # characters
_TIME = re.compile(r"(\d+(?:\.\d+)?)\s*(s|m|min|h)?")
_UNITS = {"s": 1, "": 1, "m": 60, "min": 60, "h": 3600}


def _budget(_ctx: click.Context, option: click.Parameter, text: str | None) -> float:
    """Seconds; 0 without a budget."""
    if text is None:
        return 0
    found = _TIME.fullmatch(text.strip().lower())
    if not found or not float(found[1]):
        raise click.BadParameter("write 90s, 10m or 2h", param=option)
    return float(found[1]) * _UNITS[found[2] or ""]


@click.command(
    epilog="""\b
Examples:
  parcours audit https://shop.example/spring
  parcours audit http://localhost:3000 --device iphone --format json
  parcours audit --sitemap https://shop.example --sample 20
  parcours audit --urls pages.txt --budget 10m
"""
)
@click.argument("urls", nargs=-1, metavar="[URL]...")
@click.option(
    "--sitemap", metavar="URL", help="The pages that this sitemap names, or the sitemaps of this site; see --sample."
)
@click.option(
    "--urls", "file", type=click.File(encoding="utf-8-sig"), metavar="FILE", help="A page a line; - is stdin."
)
@click.option(
    "--sample",
    type=click.IntRange(1),
    help="How many of them: some of each kind of page. [default: 20 of a sitemap, all of a list]",
)
@click.option("--budget", callback=_budget, metavar="TIME", help="Begin no page after so long: 90s, 10m, 2h.")
@device_option
@format_option
@click.option("--allow-private", is_flag=True, help="Follow redirects and requests to private addresses too.")
@lookup_option
@network_option
@spread_options
def audit(
    urls: tuple[str, ...],
    sitemap: str | None,
    file: TextIO | None,
    sample: int | None,
    budget: float,
    devices: tuple[str, ...],
    format: str,
    allow_private: bool,
    store_lookup: bool,
    network: str | None,
    how: Mapping[str, Any],
) -> None:
    """Judge the pages at some addresses on emulated phones.

    What you type is followed wherever it is; what the page leads to must be public unless --allow-private. Pages that
    robots.txt asks robots to leave alone are left out of a sitemap's.
    """
    config = load_config(Path.cwd())
    chosen = _chosen(urls, sitemap, file, sample)
    with show(format) as shown:
        outcome = running.audit(
            [url for group in chosen.values() for url in group],
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
            budget=budget,
            **how,
        )
        remember(outcome.folder, outcome.results, Comparison())
        shown.outcome(outcome)
        if (sitemap or file) and not shown.as_json:
            _tell_kinds(chosen, outcome.results)
    sys.exit(shown.exit_code)


def _chosen(
    typed: Sequence[str], sitemap: str | None, file: TextIO | None, count: int | None
) -> Mapping[str, Sequence[str]]:
    """The addresses to look at, by the kind of page. Raises UsageError when there are none."""
    listed = [*map(address, typed), *(_listed(file) if file else ())]
    named = _named(address(sitemap)) if sitemap else ()
    if not listed and not named:
        raise UsageError("no page to look at", tip="name one, or use --sitemap or --urls")
    if not sitemap and not file and count is None:
        return {"": listed}
    found = kinds([*listed, *named])
    if not sitemap and count is None:
        return found
    chosen = drawn(found, count or SAMPLE)
    pages, of = sum(map(len, chosen.values())), sum(map(len, found.values()))
    _say(f"Looks at {pages} of {of} page{_s(of)}, of {len(found)} kind{_s(len(found))}.")
    return chosen


def _named(url: str) -> Sequence[str]:
    named = pages_of(url)
    for count, why in (
        (named.elsewhere, "on other hosts"),
        (named.unwanted, "that robots.txt asks robots to leave alone (if they are yours, name them with --urls)"),
    ):
        if count:
            _say(f"Left out: {count} page{_s(count)} {why}.")
    if named.more:
        _say("There are more sitemaps than were read.")
    if not named.pages:
        raise UsageError(f"the sitemap at {url} names no page to look at", tip="name pages with --urls FILE")
    return named.pages


def _listed(file: TextIO) -> Iterator[str]:
    """The addresses of a list; empty lines and what follows a # at a line's beginning are left out."""
    try:
        lines = file.read(MOST_LIST).splitlines()
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{file.name} is not UTF-8: {error.reason} at byte {error.start}", tip="save it as UTF-8"
        ) from None
    for number, line in enumerate(lines, start=1):
        if (text := line.strip()) and not text.startswith("#"):
            try:
                yield address(text)
            except UsageError as error:
                raise UsageError(f"{file.name}:{number}: {error.message}", tip=error.tip) from None


def _tell_kinds(chosen: Mapping[str, Sequence[str]], results: Sequence[JourneyResult]) -> None:
    """What is wrong with every page of a kind that was looked at: one template to mend."""
    by_url: dict[str, list[JourneyResult]] = {}
    for result in results:
        by_url.setdefault(result.start.url, []).append(result)
    click.echo("By kind of page:")
    for kind, urls in chosen.items():
        seen = [result for url in urls for result in by_url.get(url, ())]
        wrong = [{finding.rule for finding in failing(result.findings)} for result in seen]
        common = sorted(set.intersection(*wrong)) if wrong else []
        pages = sum(url in by_url for url in urls)
        some = len(set().union(*wrong)) - len(common)
        told = f"on all: {', '.join(common)}" if common else "nothing on all of them"
        more = f"; {some} more rule{_s(some)} on some" if some else ""
        click.echo(printable(f"  {kind} ({pages} page{_s(pages)}): {told}{more}"))


def _s(count: int) -> str:
    return "" if count == 1 else "s"


def _say(words: str) -> None:
    if not manner().quiet:
        click.echo(words, err=True)


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
