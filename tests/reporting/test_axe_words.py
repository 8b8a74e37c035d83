"""Everything that axe-core says of an element, by the rules that it is run with, has French words of ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser

from parcours.browser.axe import _OPTIONS, source
from parcours.checks.access.axe import JUDGED_ELSEWHERE
from parcours.reporting.messages.rules import book, message_in, translate

TOLD = """
([tags, apart]) => {
  const rules = axe._audit.rules.filter((rule) => rule.enabled && rule.tags.some((tag) => tags.includes(tag))
    && !apart.includes(rule.id) && !rule.tags.includes('experimental') && !rule.tags.includes('deprecated'));
  const { data } = axe._audit;
  const checks = new Set(rules.flatMap((rule) => [...rule.any, ...rule.all, ...rule.none]).map((c) => c.id || c));
  return JSON.stringify([
    rules.map((rule) => data.rules[rule.id].help),
    [...checks].map((check) => data.checks[check]).filter(Boolean).map((check) => check.messages),
  ]);
}
"""


def sentences(said: Any) -> Iterator[str]:
    """The sentences for a failure and for a doubt, however deep they lie; those of passes are shown to nobody."""
    if isinstance(said, str):
        yield re.sub(r"\$\{[\w.]+\}", "7", said).rstrip(".")
    elif isinstance(said, dict):
        for key, part in said.items():
            if key != "pass":
                yield from sentences(part)


def test_every_rule_and_every_reason_of_axe_has_its_french(plain_browser: Browser) -> None:
    page = plain_browser.new_page()
    page.evaluate(f"{source()};0")
    tags: Any = _OPTIONS["runOnly"]
    rules, checks = json.loads(page.evaluate(TOLD, [tags["values"], sorted(JUDGED_ELSEWHERE)]))
    page.close()
    terms = book("fr")["access/axe"].terms
    assert len(rules) > 40
    assert [help for help in rules if help not in terms] == []
    said = sorted({sentence for check in checks for sentence in sentences(check)})
    assert len(said) > 100
    assert [sentence for sentence in said if translate(sentence, terms, terms) is None] == []


def test_a_finding_of_axe_is_french_to_its_last_word() -> None:
    said = (
        "Buttons must have discernible text: Element does not have inner text that is visible to screen readers; "
        "3 more like it"
    )
    assert message_in("access/axe", said, "fr") == (
        "Les boutons doivent avoir un texte perceptible (il n’a pas de texte qu’un lecteur d’écran puisse lire)"
        "\u202f; 3 autres du même genre"
    )
