"""A site that never stands still and does not change: ten runs find nothing new. One real fault more is found at once."""

from __future__ import annotations

import random
import string
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from parcours.comparing import Compared, Standing
from parcours.comparing.against import compare
from parcours.comparing.approving import Approval
from parcours.findings import Certainty
from parcours.results import JourneyResult
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.supervisor import Lane
from parcours.storage.journal import RunFolder
from servers import Answer, Site, serving

RUNS = 10
TODAY = date(2026, 3, 2)

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180" fill="#{}"/></svg>'
)
STYLE = """
body { margin: 0; font: 16px/1.5 sans-serif; color: #222; background: #fff }
a, button { display: inline-block; min-height: 48px; min-width: 48px; margin: 8px; font-size: 16px }
img { display: block; width: 100%; max-width: 320px; height: 180px } ul { padding: 0; list-style: none }
iframe { border: 0; width: 300px; height: 120px; display: block }
.slides { max-width: 320px; overflow: hidden; height: 120px; position: relative }
.slides > div { position: absolute; inset: 0; opacity: 0 } .slides > .on { opacity: 1 }
.faint { color: #bbb } .pale { color: #ccc } .fine { font-size: 9px }
@keyframes turn { to { transform: rotate(360deg) } }
.turns { width: 40px; height: 40px; animation: turn 2s infinite linear }
"""
VOICES = (
    ("Ada", "Je les porte tous les jours."),
    ("Bob", "Arrivées en deux jours, très bien emballées, et le vendeur a répondu à toutes mes questions."),
    ("Chloé", "Confortables."),
    ("Dina", "Un peu larges, mais le retour était gratuit."),
    ("Émile", "La deuxième paire en cinq ans."),
)


class Shop:
    """The site: each answer is another one, and says the same. `faults` are added for good."""

    def __init__(self) -> None:
        self.chance = random.Random(20260302)
        self.faults = ""
        self.moment = datetime(2026, 3, 2, 9, 41, tzinfo=UTC)

    def __call__(self, path: str) -> Answer | str:
        self.moment += timedelta(minutes=self.chance.randrange(400, 2000))
        if path.startswith("/picture"):
            return Answer(PICTURE.format(self.hex(6)), headers={"Content-Type": "image/svg+xml"})
        if path.startswith("/ad"):
            return self.advertisement()
        return self.home() if path.startswith("/shop") else Answer("nothing here", 404)

    def hex(self, length: int) -> str:
        return "".join(self.chance.choices("0123456789abcdef", k=length))

    def id(self) -> str:
        letters = "".join(self.chance.choices(string.ascii_lowercase, k=5))
        made = (
            f":r{self.chance.randrange(99)}:",
            f"ember{self.chance.randrange(9999)}",
            f"css-1{letters}9z",
            self.hex(32),
        )
        return self.chance.choice(made)

    def advertisement(self) -> str:
        lines = "".join(
            f'<p style="color:#ccc;font-size:8px">{self.hex(20)}</p>' for _ in range(self.chance.randrange(6))
        )
        return f'<body bgcolor=#fff>{lines}<a href="tel:12 34" style="font-size:7px">Gagnez {self.chance.randrange(999)} €</a>'

    def slides(self) -> str:
        names = ["Bottes", "Bottines", "Sandales"]
        self.chance.shuffle(names)
        slide = '<div class="{}" id="{}"><p>{} de saison</p><p class="faint pale">Cuir souple</p></div>'
        shown = "".join(slide.format("" if at else "on", self.id(), name) for at, name in enumerate(names))
        move = """setInterval(() => {
            const on = document.querySelector('.slides > .on');
            (on.nextElementSibling || on.parentElement.firstElementChild).className = 'on';
            on.className = '';
        }, 170)"""
        return f'<div class="slides">{shown}</div><script>{move}</script>'

    def late(self) -> str:
        wait = self.chance.randrange(0, 60)
        add = f"document.querySelector('#late').insertAdjacentHTML('beforeend', '<img alt=\"\" src=\"/picture?{self.hex(8)}\">')"
        return f'<div id="late" style="height:180px"></div><script>setTimeout(() => {{ {add} }}, {wait})</script>'

    def cards(self) -> str:
        cards = [
            f'<li class="{self.id()}"><a href="/shop?p={name}" id="{self.id()}">{name} {self.chance.randrange(40, 199)},90 €</a>'
            f'<img loading="lazy" src="/picture?{self.hex(8)}" alt="{name}"></li>'
            for name in ("Bottes", "Bottines", "Sandales", "Mocassins")
        ]
        self.chance.shuffle(cards)
        return f"<ul>{''.join(cards)}</ul>"

    def home(self) -> str:
        who, words = self.chance.choice(VOICES)
        cart, left = self.chance.randrange(120), self.chance.randrange(1, 20)
        pixels = '<div></div><img width="1" height="1" alt="" src="/picture">' * self.chance.randrange(3)
        ads = "".join(
            f'<iframe id="aswift_{self.hex(4)}" title="Publicité" src="http://ads.example/ad?{self.hex(9)}"></iframe>'
            for _ in range(self.chance.randrange(1, 4))
        )
        return f"""<!doctype html><html lang="fr"><title>Bottes</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style>
<body class="theme-{self.hex(8)}">{pixels}<header><a href="/shop">Accueil</a>
<a href="/shop?cart" style="width:200px" id="{self.id()}">Panier ({cart})</a></header>
<main class="{self.id()}"><h1>Bottes de printemps</h1><p class="faint">Plus que {left} {"jour" if left == 1 else "jours"}</p>
<p>Mis à jour le {self.moment:%d/%m/%Y à %H:%M:%S}</p><div class="turns"></div>
{self.slides()}{ads}{self.cards()}{self.late()}<blockquote><p>{words}</p><p style="color:#aaa">{who}, cliente</p></blockquote>
<form action="/shop"><label>Votre ville <input name="ville" id="{self.id()}" style="font-size:12px"></label></form>
<p><a href="tel:01 23 45">Appelez-nous</a></p>{self.faults}</main>
<footer><p class="fine">Mentions légales, conditions de vente et de retour, {self.moment:%Y}.</p></footer>"""


@pytest.fixture(scope="module")
def shop() -> Shop:
    return Shop()


@pytest.fixture(scope="module")
def site(shop: Shop) -> Iterator[Site]:
    with serving(shop) as site:
        yield site


def walked(lane: Lane, site: Site, tmp_path: Path, name: str) -> JourneyResult:
    file = tmp_path / "shop.yaml"
    file.write_text(
        f"parcours: 1\nlang: fr\nallow-private: [127.0.0.1]\nsites: {{ads.example: '127.0.0.1:{site.port}'}}\n"
        f"start:\n  link: {site.url}/shop\nsteps:\n  - see: Bottes de printemps\n"
    )
    folder = RunFolder.create(tmp_path, name)
    (job,) = jobs_for(load_scenario(file), ("android",), folder)
    folder.journey(*job.place.split("/"))
    return lane.run(job, lambda *_: None)


def told(compared: Compared) -> dict[Standing, list[str]]:
    """All that is not simply known, with where it is."""
    found: dict[Standing, list[str]] = {}
    for line in compared.lines:
        if line.standing is not Standing.KNOWN:
            found.setdefault(line.standing, []).append(f"{line.rule} {line.aspect}: {line.message} {line.places}")
    return found


def test_ten_runs_over_an_unchanged_site_find_nothing_new_and_then_what_is(
    lane: Lane, site: Site, shop: Shop, tmp_path: Path
) -> None:
    first = walked(lane, site, tmp_path, "first")
    # What is guessed from the testing machine's own speed is compared with nothing, however it comes out.
    rules = Counter(finding.rule for finding in first.findings if finding.certainty is not Certainty.LOW)
    assert rules == {"text/contrast": 3, "contact/tel-syntax": 1}
    baseline = Approval(TODAY).of(None, "shop", [first])
    for number in range(2, RUNS + 1):
        again = walked(lane, site, tmp_path, f"run-{number}")
        assert told(compare([again], baseline, today=TODAY)) == {}, f"run {number}"
        assert [finding for finding in again.findings if finding.unstable] == []
    shop.faults = '<p style="color:#c4c4c4">Livraison offerte</p><p><a href="mailto:">Écrivez-nous</a></p>'
    worse = compare([walked(lane, site, tmp_path, "worse")], baseline, today=TODAY)
    standings = {line.rule: line.standing for line in worse.lines if line.standing is not Standing.KNOWN}
    assert standings == {"text/contrast": Standing.WORSE, "contact/mail-syntax": Standing.NEW}
