"""What a tap would send, and where that may go."""

from __future__ import annotations

import pytest

from parcours.facts.sending import Control, may_send, place, sends

SENDING = (
    "Envoyer",
    "Envoyer le message",
    "Send",
    "Send message",
    "Buy now",
    "Jetzt kaufen",
    "Zahlungspflichtig bestellen",
    "Place your order",
    "Confirm and pay",
    "Valider et payer",
    "Passer commande",
    "Payer 149 €",
    "Verstuur bericht",
    "Enviar",
    "Invia",
    "Paga ora",
)
READING = (
    "",
    "Envoyer un message",
    "Send a message",
    "Send us a message",
    "Send me to the shop",
    "Order status",
    "Order history",
    "Commander en ligne",
    "Commandes",
    "Sender",
    "Payment methods",
    "Pay attention to the size",
    "Voir mes commandes",
    "Sendungsverfolgung",
    "Menu",
    "Write a message",
    "Appeler",
)


@pytest.mark.parametrize("words", SENDING)
def test_a_button_that_says_so_sends(words: str) -> None:
    assert sends(Control(words)) == "says that it sends, orders or pays"
    assert sends(Control(words, link=True)) == ""


@pytest.mark.parametrize("words", READING)
def test_other_buttons_do_not(words: str) -> None:
    assert sends(Control(words)) == ""


@pytest.mark.parametrize(
    ("control", "why"),
    [
        (Control("Go", True, "post", "https://x.example:8443/a?b"), "sends a form to x.example:8443"),
        (Control("Go", True, "get", "https://x.example/", writes=True), "sends what is written in its form"),
        (Control("Envoyer", True, "get", "https://x.example/search"), ""),
        (Control("Send", True, "dialog"), ""),
        (Control("Search", True, "get"), ""),
    ],
)
def test_forms_that_ask_are_read_and_forms_that_tell_are_sent(control: Control, why: str) -> None:
    assert sends(control) == why


@pytest.mark.parametrize(
    ("url", "allowed", "may"),
    [
        ("https://x.example/a", ("x.example",), True),
        ("https://x.example:8443/a", ("x.example",), True),
        ("https://x.example:8443/a", ("x.example:8443",), True),
        ("https://x.example/a", ("x.example:443",), True),
        ("https://x.example/a", ("x.example:8443",), False),
        ("https://x.example./a", ("x.example",), True),
        ("https://a.x.example/", ("x.example",), False),
        ("https://a.x.example/", ("*.x.example",), True),
        ("https://x.example/", ("*.x.example",), False),
        ("https://ax.example/", ("*.x.example",), False),
        ("https://x.example.evil.example/", ("x.example",), False),
        ("https://x.example@evil.example/", ("x.example",), False),
        ("http://[::1]:8000/", ("[::1]:8000", "[::1]"), True),
        ("http://[::1]:8000/", ("[::1]",), True),
        ("http://127.0.0.1:8000/", ("127.0.0.1",), True),
        ("about:blank", ("x.example",), False),
        ("http://[bad", ("x.example",), False),
        ("https://x.example/", (), False),
    ],
)
def test_a_host_is_allowed_as_it_is_written(url: str, allowed: tuple[str, ...], may: bool) -> None:
    assert may_send(url, allowed) is may


def test_a_place_is_a_host_with_its_port() -> None:
    assert [place(url) for url in ("https://x.example/a", "http://[::1]:8000/", "about:blank", "http://[bad")] == [
        "x.example",
        "::1:8000",
        "",
        "",
    ]
