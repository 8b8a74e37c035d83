"""All the ways to reach somebody, as a list."""

import pytest

from parcours.facts.inventory import HOURS, Channel, Contact, inventory, is_contact_page, offered, tells_hours
from parcours.findings import Verdict
from parcours.testing import Example, Lab

PHONE = '<meta name="viewport" content="width=device-width"><html lang="fr">'


def look(lab: Lab, body: str, **more):
    return lab.look(Example("x", PHONE + body, Verdict.PASSED, **more))


def listed(contacts: tuple[Contact, ...]) -> list[tuple[str, str, str]]:
    return [(contact.channel.value, contact.label, contact.target) for contact in contacts]


def test_every_channel_is_listed_in_the_pages_order(lab: Lab) -> None:
    page = look(
        lab,
        '<a href="tel:+33123456789">Appeler</a><a href="sms:+33612345678">SMS</a>'
        '<a href="https://wa.me/33612345678">WhatsApp</a><a href="mailto:aide@shop.example">Écrire</a>'
        '<a href="https://calendly.com/shop">Une date</a><a href="/contact">Contact</a>'
        '<p>Tél. 01 99 88 77 66</p><p>sav@shop.example</p><form aria-label="Nous écrire"><textarea></textarea></form>'
        "<script>window.$crisp = []</script>",
    )
    assert listed(inventory(page)) == [
        ("tel", "Appeler", "tel:+33123456789"),
        ("sms", "SMS", "sms:+33612345678"),
        ("messaging", "WhatsApp", "https://wa.me/33612345678"),
        ("mail", "Écrire", "mailto:aide@shop.example"),
        ("callback", "Une date", "https://calendly.com/shop"),
        ("page", "Contact", "/contact"),
        ("tel", "01 99 88 77 66", ""),
        ("mail", "sav@shop.example", ""),
        ("form", "Nous écrire", ""),
        ("chat", "Crisp", ""),
    ]


def test_a_number_within_its_link_is_listed_once(lab: Lab) -> None:
    page = look(lab, '<a href="tel:+33123456789">Appeler <b>le 01 23 45 67 89</b></a>')
    assert listed(inventory(page)) == [("tel", "Appeler le 01 23 45 67 89", "tel:+33123456789")]


def test_what_leads_to_nobody_is_not_listed(lab: Lab) -> None:
    page = look(
        lab,
        '<a href="/terms">Mentions légales</a><a href="mailto:?subject=x">Partager</a><a href="tel:">x</a>'
        '<a href="https://wa.me/?text=x">WhatsApp</a><form role="search"><input type="search"></form><p>SIRET 812 345 678 00012</p>',
    )
    assert inventory(page) == ()


def test_the_first_screen_and_the_way_down_are_told(lab: Lab) -> None:
    page = look(
        lab,
        '<body style="margin:0"><a href="/contact">Contact</a><div style="height:1328px"></div><a href="/aide">Aide</a>'
        '<a href="tel:+33123456789" style="position:fixed;bottom:0">Appeler</a><nav hidden><a href="/help">Help</a></nav>',
    )
    contacts = inventory(page)
    assert [(c.label, c.visible, c.first_screen, c.screens) for c in contacts] == [
        ("Contact", True, True, 0),
        ("Aide", True, False, 1.0),
        ("Appeler", True, True, 0),
        ("Help", False, False, 0),
    ]
    assert [c.label for c in offered(contacts)] == ["Contact", "Aide", "Appeler"]


def test_the_hours_beside_a_channel_are_told(lab: Lab) -> None:
    page = look(
        lab,
        '<section><p>Du lundi au samedi, de 9 h 30 à 19 h.</p><div><a href="tel:+33123456789">Appeler</a></div></section>'
        '<section><p>Livraison gratuite</p><div><div><div><div><a href="mailto:a@shop.example">Écrire</a></div></div></div></div></section>',
    )
    assert [contact.hours for contact in inventory(page)] == ["Du lundi au samedi, de 9 h 30 à 19 h.", ""]


def test_a_list_is_made_once(lab: Lab) -> None:
    page = look(lab, '<a href="/contact">Contact</a>')
    assert inventory(page) is inventory(page)


@pytest.mark.parametrize(
    "text",
    [
        "de 9 h 30 à 19 h", "9h-18h", "9am to 6pm", "9:00 – 18:00", "von 8 bis 18 Uhr", "24/7", "24h/24", "7j/7",
        "du lundi au vendredi", "Mon-Fri", "Mo–Fr", "lunes a viernes", "maandag t/m vrijdag", "from 9 to 5pm",
    ],
)  # fmt: skip
def test_hours_are_told(text: str) -> None:
    assert tells_hours(text)


@pytest.mark.parametrize(
    "text", ["", "01 23 45 67 89", "2019-2024", "de 35 à 43", "3 à 5 jours", "le lundi 12 mai", "dans 24 heures", "A-Z", "12 - 15 €"]
)  # fmt: skip
def test_other_numbers_are_no_hours(text: str) -> None:
    assert not tells_hours(text), HOURS.pattern


def test_a_contact_page_is_known_by_its_address_or_its_heading(lab: Lab) -> None:
    assert is_contact_page(look(lab, "<h1>Bonjour</h1>", url="https://shop.example/fr/nous-contacter/contact.html"))
    assert is_contact_page(look(lab, "<h1>Nous contacter</h1>"))
    assert not is_contact_page(look(lab, "<h1>Lentilles de contact</h1>", url="https://shop.example/produits"))


def test_every_channel_has_its_own_word() -> None:
    assert len(set(Channel)) == 8
