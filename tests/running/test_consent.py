"""A page that asks about cookies is judged as it asks, answered, and judged as the customer then has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lanes import walked_on
from parcours.findings import Finding, Verdict
from parcours.results import JourneyResult
from parcours.running.supervisor import Lane
from parcours.storage.facts import read_facts
from servers import Answer, Site, serving

HEAD = (
    '<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width, initial-scale=1">'
    "<style>body{{font-size:18px}}a,button{{display:inline-block;padding:16px;font-size:18px}}</style>"
)
PLAIN = HEAD.format()
ASKS = (
    HEAD + "<main><h1>Spring boots</h1><p id=said></p><a href='tel:+33465711234'>+33 4 65 71 12 34</a></main>"
    "<div id=didomi-popup role=dialog aria-label=Cookies style='position:fixed;inset:0;background:#fff'><p>We use cookies</p>"
    "<button id=didomi-notice-agree-button>Accept</button>{refusal}</div>"
    "<script>document.querySelectorAll('#didomi-popup button').forEach(b => b.onclick = () => {{"
    "said.textContent = 'chosen: ' + b.textContent; document.getElementById('didomi-popup').remove() }})</script>"
)
FAIR = ASKS.format(refusal="<button id=didomi-notice-disagree-button>Refuse</button>")
PAGES = {
    "/fair": FAIR,
    "/unfair": ASKS.format(refusal=""),
    "/from": Answer("", 302, {"Location": "/reloads"}),
    "/reloads": PLAIN + "<main><h1>Spring boots</h1></main><div role=dialog aria-label=Cookies style='position:fixed;bottom:0'>"
    "<p>We use cookies</p><button onclick=\"document.cookie='asked=1';location.reload()\">Accept</button><button>Refuse</button></div>"
    "<script>if (document.cookie.includes('asked')) document.querySelector('[role=dialog]').remove()</script>",
    "/posts": PLAIN + "<main><h1>Spring boots</h1></main><div role=dialog aria-label=Cookies style='position:fixed;bottom:0'>"
    "<form method=post action=/agreed><p>We use cookies</p><button>Accept</button><button>Refuse</button></form></div>",
}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as site:
        yield site


Walked = Callable[..., JourneyResult]


@pytest.fixture
def walk(lane: Lane, site: Site, tmp_path: Path) -> Walked:
    def walked(path: str, *steps: str, consent: str = "") -> JourneyResult:
        file = tmp_path / "walk.yaml"
        head = f"parcours: 1\nallow-private: [127.0.0.1]\n{f'consent: {consent}' if consent else ''}\n"
        lines = "\n".join(f"  - {step}" for step in ("check: [landing, layout, contact]", *steps))
        file.write_text(f"{head}start:\n  link: {site.url}{path}\nsteps:\n{lines}\n")
        return walked_on(lane, file, "iphone")

    return walked


def of(rule: str, result: JourneyResult) -> list[tuple[str, Verdict]]:
    found: list[Finding] = [finding for finding in result.findings if finding.rule == rule]
    return [(finding.aspect, finding.verdict) for finding in found]


@pytest.mark.parametrize(("wish", "chosen"), [("", "Accept"), ("accept", "Accept"), ("refuse", "Refuse")])
def test_the_wall_is_answered_as_the_scenario_wishes(walk: Walked, wish: str, chosen: str) -> None:
    result = walk("/fair", f'see: "chosen: {chosen}"', consent=wish)
    assert [step.ended for step in result.steps] == ["done"] * 3, result.reason
    assert result.steps[0].notes == (f"answers Didomi's question about cookies: “{chosen}”",)
    assert result.effort.taps == 1  # the customer's, too
    assert of("landing/consent", result) == []


def test_a_wall_that_is_left_alone_stays_in_the_way(walk: Walked) -> None:
    result = walk("/fair", 'not-see: {text: "chosen: Accept", within: 0 s}', consent="ignore")
    assert [step.ended for step in result.steps] == ["done"] * 3, result.reason
    assert result.effort.taps == 0


def test_the_wall_is_judged_as_it_asked_and_the_page_as_it_is_then(walk: Walked) -> None:
    result = walk("/unfair")
    assert of("landing/consent", result) == [("no-refusal", Verdict.FAILED)]
    assert of("contact/none", result) == []  # the number lay beneath the wall
    assert len(result.pages) == 1


def test_the_facts_keep_the_page_as_it_asked(walk: Walked, tmp_path: Path) -> None:
    result = walk("/unfair")
    (file,) = tmp_path.rglob("facts/00.json.gz")
    page = read_facts(file)
    assert page.before_consent is not None
    assert [e.name for e in page.before_consent.visible("button")] == ["Accept"]
    assert [e.name for e in page.visible("button")] == []
    assert page.first_seen is page.before_consent
    assert result.pages[0].facts == "facts/00.json.gz"


def test_an_answer_that_loads_the_page_anew_does_not_hide_the_way_to_it(walk: Walked, site: Site) -> None:
    result = walk("/from")
    assert [hop.url for hop in result.pages[0].navigation] == [f"{site.url}/from", f"{site.url}/reloads"]


def test_an_answer_that_is_sent_as_a_form_needs_leave_and_the_note_says_whose(walk: Walked, site: Site) -> None:
    result = walk("/posts")
    host = f"127.0.0.1:{site.port}"
    kept = f"a form was about to be sent to {host}, and was kept back: put {host} under `allow-send:`"
    assert result.steps[0].notes[0] == f"the question about cookies could not be answered: {kept}"
    assert "/agreed" not in site.asked
