"""The words of consent banners, in six languages."""

from __future__ import annotations

import pytest

from parcours.facts.consent import Answer, answer_of, consent
from parcours.findings import Verdict
from parcours.testing import Example, Lab


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Tout accepter", Answer.ACCEPT),
        ("J’accepte", Answer.ACCEPT),
        ("OK", Answer.ACCEPT),
        ("Accept all cookies", Answer.ACCEPT),
        ("Alle akzeptieren", Answer.ACCEPT),
        ("Aceptar todas", Answer.ACCEPT),
        ("Accetta tutti i cookie", Answer.ACCEPT),
        ("Akkoord", Answer.ACCEPT),
        ("Continuer sans accepter →", Answer.REFUSE),
        ("Tout refuser", Answer.REFUSE),
        ("Uniquement les cookies nécessaires", Answer.REFUSE),
        ("I do not accept", Answer.REFUSE),
        ("Necessary cookies only", Answer.REFUSE),
        ("Alle ablehnen", Answer.REFUSE),
        ("Nur notwendige Cookies akzeptieren", Answer.REFUSE),
        ("Continuar sin aceptar", Answer.REFUSE),
        ("Continua senza accettare", Answer.REFUSE),
        ("Alles weigeren", Answer.REFUSE),
        ("Paramétrer mes choix", Answer.SETTINGS),
        ("Cookie settings", Answer.SETTINGS),
        ("Einstellungen anpassen", Answer.SETTINGS),
        ("Gestionar preferencias", Answer.SETTINGS),
        ("Personalizza", Answer.SETTINGS),
        ("Voorkeuren beheren", Answer.SETTINGS),
        ("×", Answer.CLOSE),
        ("Fermer", Answer.CLOSE),
        ("Schließen", Answer.CLOSE),
        ("", None),
        ("Bottes", None),
        ("Tokyo", None),
        ("Politique de confidentialité", None),
        ("En acceptant, vous nous aidez à mesurer l'audience et à proposer des offres.", None),
    ],
)
def test_a_control_is_known_by_its_words(words: str, answer: Answer | None) -> None:
    assert answer_of(words) is answer


def test_the_controls_of_a_banner_are_told_apart_and_can_be_found_again(lab: Lab) -> None:
    html = (
        '<div id="didomi-popup" style="position:fixed;bottom:0">Cookies <button id="didomi-notice-agree-button">Oui</button>'
        '<button id="didomi-notice-learn-more-button">Paramétrer</button><a class="didomi-continue-without-agreeing" href="#">Non</a></div>'
    )
    banner = consent(lab.look(Example("page", html, Verdict.PASSED)))
    assert banner
    assert banner.vendor == "Didomi"
    assert [(answer, element.name) for answer, element in banner.controls] == [
        (Answer.ACCEPT, "Oui"),
        (Answer.SETTINGS, "Paramétrer"),
        (Answer.REFUSE, "Non"),
    ]
    accept = banner.control(Answer.ACCEPT)
    assert accept
    assert accept.address == "#didomi-notice-agree-button"
