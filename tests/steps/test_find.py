"""What a person would find, how far they had to go for it, and what they tried in vain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lanes import walked_on
from parcours.results import JourneyResult
from parcours.running.supervisor import Lane
from servers import Site, serving

HEAD = (
    '<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width, initial-scale=1">'
    "<style>a,button{display:inline-block;padding:16px;font-size:18px}</style>"
)


def footed(target: str, words: str) -> str:
    return HEAD + f"<h1>Boots</h1><p style='height:1500px'>…</p><footer><a href='{target}'>{words}</a></footer>"


CALL = HEAD + '<h1>Here we are</h1><a href="tel:+33465711234">04 65 71 12 34</a>'
LANGUAGES = {
    "fr": "Nous contacter",
    "en": "Contact us",
    "de": "Kontakt",
    "es": "Contacto",
    "it": "Contatti",
    "nl": "Klantenservice",
}
PAGES = {
    "/": HEAD + "<h1>Boots</h1><a href=/aside>Help for boots</a> <a href=/deep>Contact</a> <a href=/call>Customer service</a>",
    "/aside": HEAD + "<h1>How to tie them</h1>",
    "/deep": HEAD + "<h1>Contact</h1><a href=/deeper>Help by topic</a>",
    "/deeper": CALL,
    "/call": CALL,
    "/menu": HEAD + "<h1>Boots</h1><button aria-expanded=false onclick='m.hidden=false'>Menu</button>"
    "<nav id=m hidden><a href=/call>Contact</a></nav>",
    "/traps": HEAD + "<h1>Boots</h1><form method=post action=/sent><button>Contact me now</button>"
    "<input type=submit value='Help yourself'><button type=submit>Message</button></form>"
    "<form id=f method=post action=/sent></form><button form=f>Write to us</button>"
    "<a href='https://elsewhere.example/contact'>Contact elsewhere</a> <a href='mailto:'>Share by mail</a>",
    "/low": footed("tel:+33465711234", "04 65 71 12 34"),
    "/write": HEAD + "<h1>Write</h1><form><label>Yours <textarea></textarea></label></form>",
    "/to-write": HEAD + "<h1>Boots</h1><a href=/write>Write to us</a>",
} | {f"/{lang}": footed("/call", words) for lang, words in LANGUAGES.items()}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as site:
        yield site


Walked = Callable[[str, str], JourneyResult]


@pytest.fixture
def walk(lane: Lane, site: Site, tmp_path: Path) -> Walked:
    """Look for something from that page on, on an iPhone."""

    def walked(path: str, find: str) -> JourneyResult:
        file = tmp_path / "walk.yaml"
        steps = f"  - find: {find}\n  - check: landing\n"
        file.write_text(f"parcours: 1\nallow-private: [127.0.0.1]\nstart:\n  link: {site.url}{path}\nsteps:\n{steps}")
        return walked_on(lane, file, "iphone")

    return walked


def test_the_shortest_way_is_found_and_only_its_cost_is_counted(walk: Walked) -> None:
    step = walk("/", "call").steps[1]
    assert step.notes == (
        "call found: Customer service › 04 65 71 12 34 (2 taps)",
        "leaves the browser for tel:+33465711234",
    )
    assert (step.effort.taps, step.effort.hops) == (2, 0)


def test_what_was_tried_is_told_in_the_order_of_trying(walk: Walked) -> None:
    step = walk("/", "{goal: form, within: 1 tap}").steps[1]
    said = "no form within 1 tap; tried the page itself; Help for boots; Contact; Customer service"
    assert (step.code, step.reason, step.effort.taps) == ("not-found", said, 0)


@pytest.mark.parametrize(("within", "ended"), [(2, "blocked"), (3, "done")])
def test_the_taps_that_are_allowed_are_counted_with_the_last_one(walk: Walked, within: int, ended: str) -> None:
    assert walk("/menu", f"{{goal: call, within: {within} taps}}").steps[1].ended == ended


@pytest.mark.parametrize(("within", "ended"), [(0, "blocked"), (1, "done")])
def test_a_form_is_found_where_it_stands(walk: Walked, within: int, ended: str) -> None:
    step = walk("/to-write", f"{{goal: form, within: {within} taps}}").steps[1]
    assert (step.ended, step.effort.taps) == (ended, 1 if ended == "done" else 0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_are_known_in_six_languages_down_to_the_foot_of_the_page(walk: Walked, lang: str) -> None:
    step = walk(f"/{lang}", "call").steps[1]
    assert step.notes[0] == f"call found: {LANGUAGES[lang]} › 04 65 71 12 34 (2 taps)"


def test_how_far_down_it_stands_counts(walk: Walked) -> None:
    step = walk("/low", "call").steps[1]
    assert step.effort.taps == 1
    assert 1 < step.effort.scrolls < 3


def test_nothing_is_sent_and_no_other_site_is_asked(walk: Walked, site: Site) -> None:
    result = walk("/traps", "{goal: call, within: 3 taps}")
    assert (result.steps[1].code, result.steps[1].reason) == (
        "not-found",
        "no call within 3 taps; tried the page itself",
    )
    assert "/sent" not in site.asked
