"""Answer a page's question about cookies, as a customer would who wants to go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parcours.browser.walk import Walk
from parcours.facts.consent import Answer, Consent, consent
from parcours.facts.model import Element, PageSnapshot
from parcours.steps import Blocked

MOST_TAPS = 3  # the first layer, the second with its settings, and what confirms them

# What will do, the wished answer first. Where there is no refusal, one looks for it among the settings.
WAYS: Mapping[Answer, Sequence[Answer]] = {
    Answer.ACCEPT: (Answer.ACCEPT, Answer.CLOSE),
    Answer.REFUSE: (Answer.REFUSE, Answer.SETTINGS, Answer.CLOSE),
}


async def answer_consent(walk: Walk, page: PageSnapshot, asked: Consent, wish: Answer) -> bool:
    """Tap until the question is gone; False when nothing could be tapped. What was done stands in the step's notes.

    `wish` is ACCEPT or REFUSE. The taps count: a customer has to make them, too.
    """
    tapped: list[str] = []
    used: set[str] = set()
    question: Consent | None = asked
    while question and len(tapped) < MOST_TAPS:
        control = _control(question, wish, used)
        if control is None:
            break
        used.add(control.address)
        try:
            await walk.answer_element(control, page)
        except Blocked as blocked:
            if blocked.code.startswith(("page-", "tool-")):
                raise
            walk.note(f"the question about cookies could not be answered: {blocked.reason}")
            break
        tapped.append(f"“{(control.name or control.text)[:60]}”")
        page = await walk.look()
        question = consent(page)
    _tell(walk, asked, tapped, gone=question is None)
    return bool(tapped)


def _control(asked: Consent, wish: Answer, used: set[str]) -> Element | None:
    found = (asked.control(answer) for answer in WAYS[wish])
    return next((element for element in found if element and element.address not in used), None)


def _tell(walk: Walk, asked: Consent, tapped: Sequence[str], *, gone: bool) -> None:
    whose = f"{asked.vendor}'s question about cookies" if asked.vendor else "the question about cookies"
    if tapped:
        walk.note(f"answers {whose}: {', then '.join(tapped)}")
    if not gone:
        walk.note(f"{whose} is still there: it has no answer that parcours knows")
