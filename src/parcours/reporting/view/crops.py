"""The best picture of a finding."""

from __future__ import annotations

from parcours.reporting.groups import Group, Sighting
from parcours.reporting.pictures import Crop, around, closer, crop, pictured_codes
from parcours.reporting.view.desk import Desk


def card_crop(desk: Desk, group: Group) -> Crop | None:
    """The best picture of the finding: its first box that was pictured, else the code on the artwork."""
    for sighting in sorted(group.sightings, key=lambda s: s.finding is not group.lead):
        if found := _element_crop(desk, sighting, group.number):
            return found
    if any(s.finding.box for s in group.sightings):
        return None
    beginnings = (_artwork_crop(desk, s, group.number) or _mail_crop(desk, s, group.number) for s in group.sightings)
    return next(filter(None, beginnings), None)


def _mail_crop(desk: Desk, sighting: Sighting, number: int) -> Crop | None:
    """The link of the mail that a finding is about."""
    finding, result = sighting.finding, sighting.result
    mail = result.start.message
    if mail is None or not finding.rule.startswith("entry/"):
        return None
    link = next((link for link in mail.links if link.address == finding.about and link.spot), None)
    picture = desk.mail_picture(result) if link else None
    if link is None or link.spot is None or picture is None:
        return None
    return crop(picture, link.spot, desk.words.picture_of.format(n=number, device=desk.device(result)))


def _element_crop(desk: Desk, sighting: Sighting, number: int) -> Crop | None:
    finding, result = sighting.finding, sighting.result
    index = finding.where.page
    if finding.box is None or index is None or not 0 <= index < len(result.pages):
        return None
    picture = desk.page_picture(result, result.pages[index])
    alt = desk.words.picture_of.format(n=number, device=desk.device(result))
    return crop(picture, finding.box, alt) if picture else None


def _artwork_crop(desk: Desk, sighting: Sighting, number: int) -> Crop | None:
    finding, result = sighting.finding, sighting.result
    artwork = result.start.artwork
    if artwork is None or finding.where.page is not None or not finding.rule.startswith("qr/"):
        return None
    box = next(filter(None, map(around, pictured_codes(artwork))), None)
    picture = desk.artwork_picture(result)
    if box is None or picture is None:
        return None
    return closer(picture, box, desk.words.picture_of.format(n=number, device=desk.device(result)))
