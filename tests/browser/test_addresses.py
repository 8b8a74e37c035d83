"""An element keeps its address whatever moves on the page, and a finding its identity."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from parcours.checks.catalogue import AnyCheck, discover
from parcours.facts.model import PageSnapshot
from parcours.findings import Verdict, Where
from parcours.judging import judge_page
from parcours.testing import Example, Lab

HEAD = '<!doctype html><html lang="fr"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Bottes</title>'


def look(lab: Lab, html: str) -> PageSnapshot:
    return lab.look(Example("page", HEAD + html, Verdict.PASSED))


def addresses(page: PageSnapshot) -> list[str]:
    return [element.address for element in page.elements()]


# Names that say the same, on one day and on another.
SAME_NAMES = [
    ("Panier", "Panier (3)", "Panier (12)", "3 Panier", "Panier [1]", "Panier 99+"),
    ("Il reste 1 jour", "Il reste 2 jours", "Il reste 3 h 12 min", "Il reste 02:12:33", "Il reste 2 jours et 5 heures"),
    ("Noch 1 Tag", "Noch 12 Tage", "Noch 5 Stunden", "Noch 2 Wochen"),
    ("1 day left", "12 days left", "3 hours left"),
    ("Nog 1 dag", "Nog 3 dagen", "Nog 2 uur"),
    ("Quedan 1 día", "Quedan 3 días", "Quedan 2 horas"),
    ("Manca 1 giorno", "Manca 3 giorni", "Manca 2 ore"),
    ("Bottes 129,00 €", "Bottes 89 €", "Bottes 1 299,00 €", "Bottes €89", "Bottes", "Bottes CHF 12.90"),
    ("Soldes -20 %", "Soldes −50%", "Soldes 5 %"),
    ("1 article", "2 articles", "1 203 articles"),
    ("1 nouveau message", "3 nouveaux messages"),
    ("(4) avis", "1203 avis"),
    (
        "Le lundi 12 mars 2026",
        "Le mardi 3 août",
        "Le 1er mai",
        "Le 12/03/2026",
        "Le 2026-03-12",
        "Le Mon, March 12, 2026",
    ),
    ("Livré demain", "Livré lundi", "Livré aujourd’hui", "Livré jeudi 4 avril"),
    ("Dossier A3F9C2", "Dossier B77", "Dossier 19384"),
    ("Vu il y a 5 minutes", "Vu il y a 1 heure", "Vu il y a 3 semaines"),
    ("Appeler +33 1 23 45 67 89", "Appeler 0800 123 456"),
]
OTHER_NAMES = [
    ("Panier", "Compte"),
    ("Il reste 2 jours", "Il reste 2 places"),
    ("2 articles", "2 avis"),
    ("Mars", "Avril"),
    ("May we help?", "We help?"),
    ("Lire la suite (3)", "Lire (3)"),
    ("12 €", "Acheter"),
]

HUMAN = [
    "buy-now", "backToTop", "userID", "myID", "menu", "field-0", "slide-3", "step2", "b2b-offer", "cta_primary",
    "top-50off", "col-6", "i18n", "react-root", "collapseOne", "newsletter-email", "iosApp", "Panier", "accueil",
]  # fmt: skip
MACHINE = [
    ":r1:", "r:1:-label", "_r_1_", "ember12", "ember417", "radix-3", "headlessui-menu-button-4", "a3f9c2e17b", "btn-19384",
    "yui_3_17_2", "css-1x2y3z", "sc-bdVaJa", "svelte-1abc2de", "comp-kx2n9z1a", "accordion-5f3a", "select2-q3xk-container",
    "mat-input-3", "cdk-overlay-2", "j_idt45", "swiper-wrapper-10d1f2a3b4c5", "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "x3fa85f64-5717-4562-b3fc-2c963f66afa6", "tab-xkqzptv", "input_k3j9", "w-node-abcdef12", "jss12", "gwt-uid-12",
]  # fmt: skip


class TestNames:
    @pytest.mark.parametrize("names", SAME_NAMES, ids=lambda names: names[0])
    def test_what_a_name_says_of_today_does_not_change_the_address(self, lab: Lab, names: tuple[str, ...]) -> None:
        page = look(lab, "".join(f"<button>{name}</button>" for name in names))
        found = [element.address.partition(" (")[0] for element in page.elements("button")]
        assert found == [found[0]] * len(names)

    @pytest.mark.parametrize("names", OTHER_NAMES, ids=lambda names: names[0])
    def test_names_that_say_something_else_are_told_apart(self, lab: Lab, names: tuple[str, ...]) -> None:
        page = look(lab, "".join(f"<button>{name}</button>" for name in names))
        assert len({element.address.partition(" (")[0] for element in page.elements("button")}) == len(names)

    def test_a_name_of_figures_alone_still_has_an_address(self, lab: Lab) -> None:
        page = look(lab, "<nav><a href=/1>1</a><a href=/2>2</a></nav>")
        assert [element.address for element in page.elements("a")] == [
            'navigation > link "#"',
            'navigation > link "#" (2)',
        ]

    def test_a_pathological_name_is_read_at_once(self, lab: Lab) -> None:
        page = look(lab, f"<button>{'1 ' * 900}{'a' * 3000}</button><button>{'é' * 3000}1</button>")
        assert len({element.address for element in page.elements("button")}) == 2


class TestIds:
    def test_an_id_that_a_person_chose_is_the_address(self, lab: Lab) -> None:
        page = look(lab, "".join(f"<button id={name}>Acheter</button>" for name in HUMAN))
        assert [element.address for element in page.elements("button")] == [f"#{name}" for name in HUMAN]

    def test_an_id_that_a_machine_made_is_not(self, lab: Lab) -> None:
        page = look(lab, "".join(f"<button id={name}>Acheter</button>" for name in MACHINE))
        trusted = {element.attr("id") for element in page.elements("button") if element.address.startswith("#")}
        assert trusted == set()

    def test_numbers_and_hashes_in_test_ids_do_not_matter(self, lab: Lab) -> None:
        page = look(lab, "<p data-testid=card-1842></p><p data-testid=card-a3f9></p>")
        assert [element.address for element in page.elements("p")] == ["testid=card-#", "testid=card-# (2)"]


class Move(NamedTuple):
    """A page, and the same page another day; `comes` counts the addresses that only the second one has."""

    sentence: str
    before: str
    after: str
    comes: int = 0


SHOP = (
    '<header><a href="/">Chaussures</a><a href="/c">Panier{count}</a></header>'
    '<main{main}><h1>Bottes</h1>{promo}<div id="{id}" class="{kind}"><p class="{kind}">Le cuir.</p>'
    '<a class="{kind}" href="/acheter">Acheter {price}</a></div><div><p>La gomme.</p></div></main>'
    "<footer><p>Mentions</p></footer>{tail}"
)


def shop(*, count="", main="", promo="", id="ember1", kind="css-1x", price="129 €", tail="") -> str:
    return SHOP.format(count=count, main=main, promo=promo, id=id, kind=kind, price=price, tail=tail)


PIXEL = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="1" height="1" alt="">'
MOVES = [
    Move("rendered again, ids and classes are others", shop(), shop(id=":r7:", kind="css-9z8y7x")),
    Move("another arm of an A/B test has other classes", shop(kind="hero hero--a"), shop(kind="hero hero--b wide")),
    Move("a counter, a price and their absence", shop(), shop(count=" (3)", price="89,90 €")),
    Move("a measuring pixel and an empty box come first", shop(promo=PIXEL + "<div></div>"), shop(promo="<div></div>" + PIXEL)),
    Move("a script's empty box among its neighbours", shop(), shop(promo="<div></div>"), 1),
    Move("a banner with a name among its neighbours", shop(), shop(promo='<div id="soldes"><p>Soldes</p></div>'), 2),
    Move("something that is added at the end", shop(), shop(tail="<div><p>Merci</p></div>"), 2),
    Move("a wrapper around everything", f"<body>{shop()}", f"<body><div id=root>{shop()}</div>", 1),
    Move(
        "links in another order",
        "<nav><a href=/a>Bottes</a><a href=/b>Sandales</a><a href=/c>Bottines</a></nav>",
        "<nav><a href=/c>Bottines</a><a href=/a>Bottes</a><a href=/b>Sandales</a></nav>",
    ),
    Move(
        "a picture that has come meanwhile",
        '<main><figure><img loading=lazy alt="Une botte"><figcaption>Botte</figcaption></figure></main>',
        '<main><figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width=200 height=200 alt="Une botte">'
        "<figcaption>Botte</figcaption></figure></main>",
    ),
    Move(
        "an advertisement in a frame with a name of its own each time",
        "<main><p>Le cuir.</p><div id=aswift_19384_host><iframe id=aswift_19384 name=x81 title=Publicité></iframe></div></main>",
        "<main><p>Le cuir.</p><div id=aswift_77777_host><iframe id=aswift_77777 name=k2j title=Publicité></iframe></div></main>",
    ),
    Move(
        "slides in another order",
        "".join(f'<section aria-label="Avis {n}"><p>Avis de {who}</p></section>' for n, who in ((1, "Ada"), (2, "Bob"))),
        "".join(f'<section aria-label="Avis {n}"><p>Avis de {who}</p></section>' for n, who in ((2, "Bob"), (1, "Ada"))),
    ),
]  # fmt: skip


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.sentence)
def test_addresses_outlive(lab: Lab, move: Move) -> None:
    before, after = (Counter(addresses(look(lab, html))) for html in (move.before, move.after))
    assert (list((before - after).elements()), sum((after - before).values())) == ([], move.comes)


# The identity of findings: what a baseline counts.

FAULTY = (
    '<header><a href="/">{home}</a><p></p><br><br><a href="/c" style="font-size:9px;color:#aaa">{cart}</a></header>'
    '<main class="{kind}"><h1>{title}</h1>{items}<p style="color:#bbb">{small}</p>'
    '<p style="color:#bbb;white-space:nowrap;width:700px">{wide}</p></main>'
)
ITEMS = (
    '<button id="{0}" style="width:18px;height:18px">+</button>',
    '<input name="q" style="font-size:12px" id="{0}">',
)


def faulty(items: tuple[str, ...] = ITEMS, ids: tuple[str, ...] = (":r1:", "ember7"), **words: str) -> str:
    said = {
        "home": "Accueil",
        "cart": "Panier",
        "title": "Bottes",
        "small": "Le cuir souple.",
        "wide": "La gomme.",
        "kind": "a",
    }
    made = "".join(item.format(name) for item, name in zip(items, (*ids, *ids), strict=False))
    return FAULTY.format(items=made, **{**said, **words})


@pytest.fixture(scope="module")
def checks() -> list[AnyCheck]:
    return [check for check in discover().values() if "axe" not in check.needs]


def counts(lab: Lab, checks: list[AnyCheck], html: str) -> Counter[tuple[str, str]]:
    """Rule and aspect of all findings, counted, as a baseline keeps them for one step and device."""
    judged = judge_page(look(lab, html), checks, Where(page=0))
    return Counter((finding.rule, finding.aspect) for judgement in judged for finding in judgement.findings)


class TestIdentity:
    @pytest.mark.parametrize(
        "after",
        [
            faulty(ids=("css-9z8y7x", "a3f9c2e17b"), kind="b wide"),
            faulty(cart="Panier (3)", title="Bottes à 89,90 €", small="Encore 2 jours."),
            faulty(tuple(reversed(ITEMS))),
            faulty(home="Home", cart="Basket", title="Boots", small="The leather is soft.", wide="The rubber."),
        ],
        ids=["rendered again with other ids and classes", "with counters and prices", "in another order", "translated"],
    )
    def test_the_same_faults_are_the_same_findings(self, lab: Lab, checks: list[AnyCheck], after: str) -> None:
        before = counts(lab, checks, faulty())
        assert {"text/contrast", "text/input-zoom", "layout/horizontal-scroll"} <= {rule for rule, _ in before}
        assert counts(lab, checks, after) == before

    def test_one_more_fault_of_the_same_rule_is_one_more_finding(self, lab: Lab, checks: list[AnyCheck]) -> None:
        before = counts(lab, checks, faulty())
        after = counts(lab, checks, faulty(small='Le cuir.</p><p style="color:#ccc">La semelle aussi.'))
        assert after - before == Counter({("text/contrast", "low"): 1})

    def test_a_fault_of_another_aspect_is_a_new_one(self, lab: Lab, checks: list[AnyCheck]) -> None:
        before = counts(lab, checks, '<a href="tel:+33123456789">Appeler</a>')
        after = counts(lab, checks, '<a href="tel:">Appeler</a>')
        assert {rule for rule, _ in after - before} >= {"contact/tel-syntax"}
