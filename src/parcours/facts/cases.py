"""Pages that tell a customer how far their order, claim or request has come."""

from __future__ import annotations

import re
from typing import NamedTuple

from parcours.facts.model import Element, PageSnapshot
from parcours.facts.offers import folded

# Folded, in six languages: "your order's status", "suivi de votre dossier".
_THINGS = r"(?:commande|demande|dossier|reclamation|colis|livraison|sinistre|retour|pret|credit|reparation|reservation)"
_THINGS_EN = (
    r"(?:orders?|cases?|claims?|requests?|parcels?|deliver(?:y|ies)|applications?|repairs?|bookings?|tickets?|loans?)"
)
_STATUS = re.compile(
    rf"\b(?:suivi|suivre|etat|statut|avancement)\b.{{0,20}}\b{_THINGS}|\b{_THINGS} (?:est )?en cours|"
    rf"\b{_THINGS_EN} (?:status|progress|tracking)|\b(?:status|progress|state) of (?:your|the|my) {_THINGS_EN}|"
    rf"\btrack(?:ing)? (?:your|my) {_THINGS_EN}|bestellstatus|sendungsverfolgung|bearbeitungsstand|"
    r"\bestado (?:de |del )?(?:su |tu )?(?:pedido|solicitud|reclamacion)|\bstato (?:del |della )?(?:tuo |suo )?"
    r"(?:ordine|pratica|reclamo)|\bstatus van (?:uw|je) (?:bestelling|aanvraag)"
)
_REFERENCE = re.compile(
    r"(?:\bn[°ºo]\.? ?|\bnumero\b.{0,12}?|\bref(?:erence)?\b\.?.{0,8}?|#|"
    r"\b(?:order|case|claim|ticket|commande|dossier|pedido)\b.{0,6}?)"
    r":? ?#?((?:[a-z]{1,5}[- ]?)?\d[\d -]{3,14}\d)\b"
)
_FIELDS = {"text", "search", "tel", "number", ""}


class Case(NamedTuple):
    """One case: its number as the page writes it, and the heading over it."""

    reference: str
    heading: Element

    @property
    def address(self) -> str:
        """The heading's."""
        return self.heading.address

    @property
    def digits(self) -> str:
        """The number without what stands between its digits."""
        return re.sub(r"\D", "", self.reference)


def case_of(page: PageSnapshot) -> Case | None:
    """The case that the page tells about; None for any other page, and for a form that asks which case is meant."""
    heading = next((e for e in page.visible("h1", "h2") if _STATUS.search(folded(e.name or e.text))), None)
    if heading is None or any(_asks(element) for element in page.visible("input")):
        return None
    for element in page.visible():
        if element.text and (found := _REFERENCE.search(folded(element.text))):
            return Case(found[1].strip(), heading)
    return None


def _asks(element: Element) -> bool:
    """True for a field that a case's number may be typed into; the search of the whole site is none."""
    marks = folded(f"{element.name} {element.attr('name')} {element.attr('id')} {element.attr('placeholder')}")
    kind = element.attr("type").lower()
    return kind in _FIELDS and bool(
        re.search(r"\bn[°o]|numero|number|ref|commande|order|dossier|case|track|suivi", marks)
    )
