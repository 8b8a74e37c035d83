"""What the customer received."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.reporting.pictures import Crop, around, enlarged, pictured_codes
from parcours.reporting.printed import printed
from parcours.reporting.sent import sent
from parcours.reporting.view.desk import Desk
from parcours.reporting.view.model import Beginning
from parcours.results import JourneyResult
from parcours.trace import Start


def beginning(desk: Desk, result: JourneyResult) -> Beginning:
    """What the journey of that visit began with."""
    start, artwork = result.start, result.start.artwork
    codes = artwork.codes if artwork else ()
    expected = start.expect_url
    return Beginning(
        channel=desk.words.channels.get(start.channel) or desk.text(start.channel, 40),
        file=desk.text((artwork or start.message or start).file, 120) if start.channel != "link" else "",
        picture=desk.artwork_picture(result),
        outlines=tuple(_outline(c.corners) for c in pictured_codes(artwork) if c.corners) if artwork else (),
        codes=tuple(desk.link(code.text) for code in codes if code.text),
        errors=tuple(desk.words.code_error.format(error=desk.text(code.error, 120)) for code in codes if code.error),
        unread=artwork is not None and not codes,
        link=desk.link(start.url) if start.url and not _seen(start) else None,
        expected=desk.link(expected) if expected and not _met(result) else None,
        promise=desk.text(start.expect_text, 160),
        sent=sent(start.message, desk.words, desk.mail_picture(result)) if start.message else None,
        printed=printed(artwork, desk.words) if artwork else (),
        closeup=_closeup(desk, result),
    )


def _closeup(desk: Desk, result: JourneyResult) -> Crop | None:
    """The code with little around it: on the picture of a whole sheet nobody can tell one code from another."""
    artwork, picture = result.start.artwork, desk.artwork_picture(result)
    if artwork is None or picture is None:
        return None
    box = next(filter(None, map(around, pictured_codes(artwork))), None)
    alt = desk.words.code_alt.format(file=desk.text(artwork.file, 80))
    return enlarged(picture, box, alt) if box else None


def _seen(start: Start) -> bool:
    """True when the address that was followed is shown already: on the code, the tag, or in the text."""
    shown = {code.text for code in start.artwork.codes} if start.artwork else set()
    if start.message and start.message.kind in {"sms", "nfc"}:
        shown |= {link.text for link in start.message.links}
    return start.url in shown


def _met(result: JourneyResult) -> bool:
    """True when the address that was agreed on is the one that was received."""
    if result.start.message:
        return all(finding.rule != "entry/mismatch" for finding in result.findings)
    artwork = result.start.artwork
    return result.start.expect_url in {code.text for code in artwork.codes} if artwork else False


def _outline(corners: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
