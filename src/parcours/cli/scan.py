"""`parcours scan`: read printed codes as a phone would, and judge them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parcours.cli import printable, scan_mail
from parcours.errors import ArtworkError, Exit
from parcours.facts.artwork import MOST_MARGIN, Artwork, Code
from parcours.facts.message import Message
from parcours.facts.model import Device
from parcours.facts.urls import Kind, classify
from parcours.findings import Finding, Severity, Verdict, Where

if TYPE_CHECKING:
    from parcours.trace import Start

SCHEMA = 1

DEVICES = (Device(), Device(name="android", title="Android phone", platform="android"))
COLOURS = {Severity.BLOCKER: "bold red", Severity.MAJOR: "red", Severity.MINOR: "yellow", Severity.NOTE: "cyan"}
SECRET = frozenset({Kind.WIFI, Kind.OTP})


@dataclass(frozen=True, slots=True)
class Scanned:
    """One file: what is on it and what was found, or why it cannot be read."""

    file: str
    artwork: Artwork | None = None
    findings: tuple[Finding, ...] = ()
    error: ArtworkError | None = None
    mail: Message | None = None


@click.command(
    epilog="""\b
Examples:
  parcours scan letter.pdf
  parcours scan --page 2 letter.pdf
  parcours scan --format json poster.png flyer.jpg
  parcours scan newsletter.eml

\b
Exit codes: 0 fine, 1 findings of minor severity or worse, 4 a file that cannot be read.
"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--page", type=click.IntRange(min=1), help="Look at this page of each PDF only, counted from 1.")
@click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json prints one document on the standard output and nothing else.",
)
def scan(files: tuple[str, ...], page: int | None, format: str) -> None:
    """Read the QR codes in pictures and PDFs, and the links of e-mails: where they lead, and what is wrong with them.

    Takes PDF, PNG, JPEG and WebP; .eml and .html. No address is opened.
    """
    seen = [_scanned(file, page) for file in files]
    if format == "json":
        click.echo(json.dumps(document(seen), ensure_ascii=True, indent=2))
    else:
        _show(seen)
    sys.exit(exit_code(seen))


def exit_code(seen: Iterable[Scanned]) -> Exit:
    """4 when a file could not be read, else 1 when a finding is minor or worse, else 0."""
    from parcours.results import failing

    files = tuple(seen)
    if any(one.error for one in files):
        return Exit.USAGE
    return Exit.FINDINGS if any(failing(one.findings) for one in files) else Exit.FINE


def _scanned(file: str, page: int | None) -> Scanned:
    from parcours.artwork.scanning import scan_file
    from parcours.trace import Start

    try:
        if scan_mail.is_mail(file):
            mail = scan_mail.read(file)
            return Scanned(file, findings=judged(Start("email", message=mail, file=file), "entry"), mail=mail)
        # Whoever types a link's name means the file behind it.
        artwork = scan_file(Path(file).resolve(), file, page=page, tries=True)
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a NUL in the name
        return Scanned(file, error=ArtworkError(f"{file!r} cannot be opened: {error}", code="qr-image"))
    except ArtworkError as error:
        return Scanned(file, error=error)
    return Scanned(file, artwork, findings(artwork))


def findings(artwork: Artwork) -> tuple[Finding, ...]:
    """What the rules on printed codes say about an artwork."""
    from parcours.trace import Start

    return judged(Start("qr", artwork=artwork, file=artwork.file), "qr")


def judged(start: Start, area: str) -> tuple[Finding, ...]:
    """What an area's rules say about a start, for both kinds of phones, each once, dearest first."""
    from parcours.checks.catalogue import discover
    from parcours.judging import judge_journey
    from parcours.trace import JourneyTrace

    rules = [check for check in discover().values() if check.area == area]
    found: dict[tuple[str, str, str], Finding] = {}
    for device in DEVICES:
        trace = JourneyTrace(device=device, start=start)
        for judgement in judge_journey(trace, rules, Where(file=start.file)):
            for finding in judgement.findings:
                known = found.setdefault((finding.rule, finding.aspect, finding.evidence), finding)
                if finding.severity.rank < known.severity.rank:
                    found[finding.rule, finding.aspect, finding.evidence] = finding
    return tuple(sorted(found.values(), key=lambda finding: (finding.severity.rank, finding.rule, finding.aspect)))


# One document


def document(seen: Iterable[Scanned]) -> dict[str, Any]:
    """All files as plain values for JSON: their codes, their findings, and those that could not be read."""
    from parcours.storage.codec import to_plain

    files = tuple(seen)
    return {
        "schema": SCHEMA,
        "codes": [_plain(one.artwork, code) for one in files if one.artwork for code in one.artwork.codes],
        "links": [link for one in files if one.mail for link in scan_mail.plain(one.file, one.mail)],
        "findings": [to_plain(finding) for one in files for finding in one.findings],
        "errors": [
            {"file": one.file, "code": one.error.code, "message": one.error.message, "tip": one.error.tip}
            for one in files
            if one.error
        ],
    }


def _plain(artwork: Artwork, code: Code) -> dict[str, Any]:
    link = classify(code.text)
    plain: dict[str, Any] = {
        "file": artwork.file,
        "text": code.text,
        "format": code.format,
        "page": code.page,
        "corners": [[corner.x, corner.y] for corner in code.corners],
        "kind": link.kind.value,
    }
    if link.is_web and not code.error:
        plain["url"] = code.text.strip()
    return plain | {
        "version": code.version,
        "ecc": code.ecc,
        "module_px": code.module_px,
        "inverted": code.inverted,
        "mirrored": code.mirrored,
        "how": code.how,
        "error": code.error,
        "width_mm": round(artwork.width_of(code), 1),
        "module_mm": round(artwork.module_of(code), 2),
        "margins": [margin._asdict() for margin in code.margins],
        "contrast": code.contrast,
        "spare": code.spare,
        "drawn": code.drawn,
        "trials": [trial._asdict() for trial in code.trials],
    }


# For people


def _show(seen: Iterable[Scanned]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    for index, one in enumerate(seen):
        if index:
            console.print()
        for line in _card(one):
            # Parts of a line with their colours; text of the file's own never moves the cursor.
            console.print(Text.assemble(*((printable(text), style) for text, style in line)))


Line = tuple[tuple[str, str], ...]


def _card(one: Scanned) -> Iterator[Line]:
    if one.error:
        yield ((one.file, "bold"), ("  cannot be read", "bold red"))
        yield ((f"  {one.error.message}", ""),)
        if one.error.tip:
            yield ((f"  {one.error.tip}", "dim"),)
        return
    if one.mail:
        yield from scan_mail.card(one.mail)
    else:
        assert one.artwork
        yield ((one.file, "bold"), (f"  {_what(one.artwork)}", "dim"))
        for code in one.artwork.codes:
            yield from _of_code(code, one.artwork)
    if not one.findings:
        yield (("  nothing to mend", "green"),)
    for finding in one.findings:
        yield from _of_finding(finding)


def _what(artwork: Artwork) -> str:
    sheet = artwork.sheets[0]
    size = f"{sheet.width} x {sheet.height} px"
    pages = f"{len(artwork.sheets)} page{'' if len(artwork.sheets) == 1 else 's'}"
    codes = f"{len(artwork.codes) or 'no'} QR code{'' if len(artwork.codes) == 1 else 's'}"
    return f"{pages if artwork.kind == 'pdf' else size}, {codes}"


def _of_code(code: Code, artwork: Artwork) -> Iterator[Line]:
    link = classify(code.text)
    if code.error:
        yield (("  holds     ", "dim"), (code.error, "bold"))
    elif link.is_web:
        yield (("  leads to  ", "dim"), (code.text.strip(), "bold"))
    else:
        value = link.value if link.kind in SECRET else code.text
        yield ((f"  {link.kind.value:<9} ", "dim"), (value, "bold"))
    yield ((f"            {', '.join(_facts(code))}", "dim"),)
    if measured := ", ".join(_print(code, artwork)):
        yield ((f"            {measured}", "dim"),)


def _facts(code: Code) -> Iterator[str]:
    yield f"page {code.page}"
    if code.version:
        yield f"version {code.version}, error correction {code.ecc}, modules of {code.module_px:.1f} px"
    if code.inverted:
        yield "light on dark"
    if code.mirrored:
        yield "mirrored"
    yield "read at the first attempt" if code.how == "plain" else f"hard to read ({code.how})"


def _print(code: Code, artwork: Artwork) -> Iterator[str]:
    """What was measured of the print."""
    if artwork.module_of(code):
        yield f"{artwork.width_of(code):.0f} mm wide with modules of {artwork.module_of(code):.2f} mm"
    if code.margins:
        least = min(code.margins)
        more = " or more" if least.cut or least.modules >= MOST_MARGIN else ""
        yield f"a margin of {least.modules:.1f} modules{more}"
    if code.contrast:
        yield f"contrast {code.contrast:.1f}:1"
    if 0 <= code.spare < 1:
        yield f"{1 - code.spare:.0%} of the error correction used up"
    if code.trials:
        missed = [trial.name for trial in code.trials if not trial.read]
        but = f" (not {', '.join(missed)})" if missed else ""
        yield f"read in {len(code.trials) - len(missed)} of {len(code.trials)} attempts as phones see it{but}"


def _of_finding(finding: Finding) -> Iterator[Line]:
    word = finding.severity.value if finding.verdict is Verdict.FAILED else "look at this"
    yield (
        (f"  {word:<9} ", COLOURS[finding.severity]),
        (finding.message, ""),
        (f"  {finding.rule}, for {finding.owner.value}", "dim"),
    )
    if finding.advice:
        yield ((f"            {finding.advice.do}", "green"),)
