"""Which pages tell about a case."""

from __future__ import annotations

import pytest

from parcours.facts.cases import case_of
from parcours.facts.model import Element, FrameFacts, PageSnapshot


def page(heading: str, *texts: str, tag: str = "h1") -> PageSnapshot:
    elements = [Element("h", tag, name=heading, text=heading, visible=True)]
    elements += [Element(f"p{n}", "p", text=text, visible=True) for n, text in enumerate(texts)]
    return PageSnapshot(frames=(FrameFacts(elements=tuple(elements)),))


@pytest.mark.parametrize(
    ("heading", "text", "reference"),
    [
        ("Suivi de votre commande", "Commande n° 123456", "123456"),
        ("État de mon dossier", "Référence : FR-2026-1234", "fr-2026-1234"),
        ("Votre commande est en cours", "N° 12 345 678", "12 345 678"),
        ("Order status", "Order #987654 left us", "987654"),
        ("Track your parcel", "Ref. AB123456", "ab123456"),
        ("Bestellstatus", "# 4711-0815", "4711-0815"),
        ("Stato del tuo ordine", "Ordine n. 1, rif #55512", "55512"),
        ("Le printemps", "Commande n° 123456", ""),
        ("Suivi de votre commande", "Expédiée hier", ""),
        ("Suivi de votre commande", "Appelez le 01 23 45 67 89", ""),
        ("Suivez-nous", "Commande n° 123456", ""),
    ],
)
def test_a_case_is_a_heading_about_its_state_and_a_number(heading: str, text: str, reference: str) -> None:
    found = case_of(page(heading, text))
    assert (found.reference if found else "") == reference


def test_a_link_to_the_state_of_an_order_is_no_case() -> None:
    assert case_of(page("Suivi de votre commande", "Commande n° 123456", tag="a")) is None


def test_digits_are_those_of_the_number_alone() -> None:
    found = case_of(page("Order status", "Order no. AB-123 456"))
    assert found
    assert found.digits == "123456"
