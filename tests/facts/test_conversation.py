"""Who said what: the customer, a machine, a human."""

from __future__ import annotations

import pytest

from parcours.facts.conversation import acknowledged, is_automatic, is_said, replies, texts
from parcours.findings import Verdict
from parcours.testing import Example, Lab

ASKED = "Hello, may I move my appointment?"


@pytest.mark.parametrize(
    "text",
    [
        "Réponse automatique : votre message est bien arrivé.",
        "Votre demande a bien été transmise à nos équipes",
        "Nous avons bien reçu votre message",
        "Merci de ne pas répondre à ce message",
        "Camille est en train d’écrire",
        "Automatic reply: we are closed",
        "We've received your message and will answer soon",
        "We have received your request",
        "Your message has been sent",
        "Thank you for contacting Example Bank",
        "Someone will get back to you shortly",
        "Anna is typing…",
        "Automatische Antwort",
        "Ihre Nachricht wurde gesendet",
        "Hemos recibido su mensaje",
        "Abbiamo ricevuto il tuo messaggio",
        "We hebben uw bericht ontvangen",
    ],
)
def test_a_machine_is_known_by_its_words(text: str) -> None:
    assert is_automatic(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Louise, bien sûr, déplaçons-le.",
        "Votre dossier est accepté",
        "Yes of course. When would suit you?",
        "I read your message: Tuesday is fine.",
        "Ja, gerne. Wann passt es Ihnen?",
        "Camille Berthier",
        "Je vous ai envoyé le contrat par courrier",
    ],
)
def test_a_human_is_not_taken_for_a_machine(text: str) -> None:
    assert not is_automatic(text)


@pytest.mark.parametrize(("text", "said"), [("Yes", True), ("14:02", False), ("Lu à 14 h 02", False), ("Sent", False), ("1", False), ("✓✓", False), ("Delivered 09.15", False), ("Sent it yesterday", True)])  # fmt: skip
def test_times_counts_and_marks_of_delivery_are_no_message(text: str, said: bool) -> None:
    assert is_said(text) == said


LIST = "<ul><li><b>Anna</b><p>Welcome</p><time>Monday</time></li>{0}</ul><p>{1}</p>"
BOXES = "<div id=t><div class=m><p>Welcome</p></div>{0}</div><aside>{1}</aside>"
SCROLLED = "<div style='height:300px;overflow-y:auto'><div><div>Welcome</div>{0}</div></div><p>{1}</p>"
OURS = "<li><b>You</b><p>" + ASKED + "</p><time>14:02</time> <i>Sent</i></li>"
ACK = "<li><b>Assistant</b><p>Automatic reply: your message is here.</p><time>14:02</time></li>"
REPLY = "<li><b>Anna</b><p>Of course. Would Tuesday suit you?</p><time>14:03</time></li>"
ANNA = "Anna Of course. Would Tuesday suit you? 14:03"


@pytest.mark.parametrize(
    ("shape", "said", "heard"),
    [
        (LIST, OURS, []),
        (LIST, OURS + ACK, []),
        (LIST, OURS + ACK + REPLY, [ANNA]),
        (LIST, REPLY + ACK + OURS, [ANNA]),  # the newest first
        (LIST, "", []),
        (BOXES, OURS.replace("li>", "div>") + REPLY.replace("li>", "div>"), [ANNA]),
        (SCROLLED, OURS.replace("li>", "div>") + ACK.replace("li>", "div>"), []),
        (SCROLLED, OURS.replace("li>", "div>") + REPLY.replace("li>", "div>"), [ANNA]),
    ],
)
def test_a_reply_is_what_a_human_said_since_in_the_same_thread(
    lab: Lab, shape: str, said: str, heard: list[str]
) -> None:
    before = texts(lab.look(page(shape.format("", "Rates from 1 %"))))
    now = lab.look(page(shape.format(said, "Rates from 2 % today")))
    assert list(replies(now, ASKED, before)) == heard
    assert acknowledged(now, before) == ("Automatic" in said)


def page(body: str) -> Example:
    return Example(
        "thread",
        f'<!doctype html><meta name="viewport" content="width=device-width"><main>{body}</main>',
        Verdict.PASSED,
    )
