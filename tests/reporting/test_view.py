"""What the report says, to the word: built from results alone, without a file or a clock."""

from __future__ import annotations

import base64
import json
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from parcours.facts.artwork import Artwork, Code, Margin, Sheet, Trial
from parcours.facts.geometry import Box
from parcours.findings import Judgement, Owner, Severity, Verdict
from parcours.reporting import Run, Unfinished
from parcours.reporting.messages import LANGUAGES, messages
from parcours.reporting.pictures import Picture, marks
from parcours.reporting.view import MOST_STORIES, Link, Outcome, Tile, build, outcome_of
from parcours.results import JourneyResult, Status
from parcours.trace import Start, StepTrace
from reporting import factory


def run_of(*results: JourneyResult, unfinished=(), ended=True) -> Run:
    folders = {result.id: Path("/run") / result.folder for result in results}
    return Run(Path("/run"), results, tuple(unfinished), {"started": "2026-03-02T09:41:02+00:00"}, ended, folders)


def story() -> Run:
    missing = Unfinished("parcel-sms[android-chromium]", "parcel-sms", "android")
    return run_of(factory.letter("iphone"), factory.letter("android"), factory.parcel("iphone"), unfinished=[missing])


@pytest.fixture(scope="module")
def view():
    return build(story(), messages("en"))


def test_the_head_says_in_one_sentence_what_matters(view):
    assert view.verdict == "Customers get stuck on 1 of 2 journeys."
    assert view.mood is Outcome.STOPS
    assert view.summary == (
        "“Spring letter: from the QR code to the app” stops at “find: app” on iPhone 15.",
        "9 things to mend, 2 of which stop the customer.",
        "1 of 4 planned visits did not finish.",
    )
    assert view.date == "2 March 2026, 09:41 UTC"
    assert view.sites == ("www.chaussures-lumiere.example",)


def test_the_head_speaks_french_when_asked():
    french = build(story(), messages("fr"))
    assert french.verdict == "Les clients restent bloqués sur 1 parcours sur 2."
    assert french.date == "2 mars 2026 à 9\u00a0h\u00a041 UTC"
    assert [department.label for department in french.departments] == [
        "Imprimé",
        "Web",
        "Application",
        "Service client",
    ]


def test_findings_are_told_in_french_as_far_as_there_are_words_and_each_part_says_its_language():
    def found(rule: str, message: str):
        return replace(factory.finding(rule, message, Severity.MAJOR, Owner.CARE), title="a title", why="a reason")

    ours = "Nobody can be reached from this page: it holds no links at all"
    findings = (found("contact/none", ours), found("contact/order", "otherwise"), found("theirs/own", "their words"))
    result = replace(factory.letter("iphone"), findings=findings)
    cards = {card.rule: card for d in build(run_of(result), messages("fr")).departments for card in d.cards}
    told = {rule: (card.message, card.said_in, card.title, card.lang) for rule, card in cards.items()}
    french = "Personne ne peut être joint depuis cette page\u00a0: elle ne contient aucun lien"
    assert told == {
        "contact/none": (french, "fr", "Depuis cette page, un client peut joindre quelqu’un", "fr"),
        "contact/order": ("otherwise", "en", "L’aide se trouve dans le même ordre sur chaque page", "fr"),
        "theirs/own": ("their words", "en", "a title", "en"),
    }
    places = {rule: [(said.message, said.lang) for said in card.places[0].said] for rule, card in cards.items()}
    assert places == {
        "contact/none": [(french, "fr")],
        "contact/order": [("otherwise", "en")],
        "theirs/own": [("their words", "en")],
    }


def test_the_tiles_count_what_the_run_holds(view):
    assert view.tiles == (
        Tile("2", "journeys", "1 of 4 visits without a fault"),
        Tile("2", "devices", "iPhone 15 and Pixel 7"),
        Tile("9", "findings", "blocker 2 · major 4 · minor 3"),
        Tile("2", "blockers", "the customer cannot go on", "blocker"),
        Tile("1", "to look at", "a person should decide"),
    )


def test_the_engine_that_looked_is_always_said(view):
    emulated, own = view.engines
    assert (emulated.native, emulated.label, own.native, own.label) == (
        False,
        "stands in for WebKit",
        True,
        "their own engine",
    )
    assert emulated.says == (
        "iPhone 15: emulated in Chromium 156. Its own engine, WebKit, was not used, "
        "so what only a real one can tell is not claimed, and certainty is lowered."
    )
    assert own.says == "Pixel 7: emulated in Chromium 156, the engine that these phones use."


def test_every_journey_stands_on_every_device_in_the_table(view):
    cells = {row.name: [(cell.device, cell.outcome, cell.details) for cell in row.cells] for row in view.rows}
    assert cells == {
        "Spring letter: from the QR code to the app": [
            ("iPhone 15", Outcome.STOPS, ("2 blockers", "at step 2 of 3", "8 findings")),
            ("Pixel 7", Outcome.STOPS, ("1 blocker", "8 findings")),
        ],
        "Text message: where is my parcel?": [("iPhone 15", Outcome.WORKS, ()), ("Pixel 7", Outcome.UNFINISHED, ())],
    }


def test_a_device_that_was_not_planned_for_a_journey_is_no_outcome():
    rows = build(run_of(factory.letter("iphone"), factory.parcel("android")), messages()).rows
    assert [[cell.outcome for cell in row.cells] for row in rows] == [[Outcome.STOPS, None], [None, Outcome.WORKS]]


def test_what_to_do_first_has_something_for_every_department_before_a_second_thing_for_one(view):
    assert [(card.rule, card.severity) for card in view.first] == [
        ("plugin/flash", Severity.BLOCKER),
        ("app/banner-missing", Severity.BLOCKER),
        ("contact/phone-not-tappable", Severity.MAJOR),
    ]


def test_findings_are_listed_by_department_dearest_first_and_numbered_in_reading_order(view):
    listed = [(d.owner, [(c.number, c.rule, c.severity.value) for c in d.cards]) for d in view.departments]
    assert listed == [
        ("print", [(1, "qr/quiet-zone", "minor"), (2, "qr/no-human-url", "note")]),
        (
            "web",
            [
                (3, "plugin/flash", "blocker"),
                (4, "touch/primary-too-small", "major"),
                (5, "viewport/zoom-blocked", "major"),
                (6, "layout/horizontal-scroll", "major"),
                (7, "text/tiny", "minor"),
                (8, "redirect/chain", "minor"),
            ],
        ),
        ("app", [(9, "app/banner-missing", "blocker")]),
        ("care", [(10, "contact/phone-not-tappable", "major")]),
    ]
    assert [(card.number, card.rule, card.mood) for card in view.reviews] == [(11, "chat/offline", "review")]


def test_the_same_finding_on_two_devices_is_one_card_that_names_both(view):
    cards = {card.rule: card for department in view.departments for card in department.cards}
    assert cards["plugin/flash"].devices == "iPhone 15 and Pixel 7"
    assert cards["plugin/flash"].device_keys == "d1 d2"
    assert len(cards["plugin/flash"].places) == 1
    assert cards["layout/horizontal-scroll"].devices == "Pixel 7"
    assert cards["viewport/zoom-blocked"].severity is Severity.MAJOR  # minor on the iPhone


def test_one_fault_in_several_places_is_one_card_that_lists_them(view):
    card = view.departments[1].cards[1]
    assert card.spots == "3 places"
    assert [place.about for place in card.places] == [
        "banner > button “Menu”",
        "contentinfo > link “Aide”",
        "contentinfo > link “Mentions légales”",
    ]
    assert [said.devices for place in card.places for said in place.said] == ["iPhone 15 and Pixel 7"] * 3


def test_what_is_the_same_on_several_pages_is_told_once_with_all_their_addresses():
    result = factory.letter("iphone")
    (tiny,) = (f for f in result.findings if f.rule == "text/tiny")
    pages = ("https://www.chaussures-lumiere.example/", factory.CONTACT, factory.LANDING)
    everywhere = tuple(replace(tiny, where=replace(tiny.where, url=url)) for url in pages)
    view = build(run_of(replace(result, findings=everywhere)), messages())
    (card,) = view.departments[0].cards
    assert card.spots == "3 pages"
    assert [[link.text for link in place.links] for place in card.places] == [list(pages)]
    android = tuple(replace(f, where=replace(f.where, device="android")) for f in everywhere)
    first_on_android = (replace(factory.letter("android"), findings=android[:2]), replace(result, findings=everywhere))
    for results in (first_on_android, first_on_android[::-1]):  # who met it first is no other thing to mend
        (card,) = build(run_of(*results), messages()).departments[0].cards
        assert [(len(place.links), place.said[0].devices) for place in card.places] == [
            (2, card.devices),
            (1, "iPhone 15"),
        ]
    elsewhere = replace(tiny, about="main > p:other", where=replace(tiny.where, url=pages[0]))
    view = build(run_of(replace(result, findings=(*everywhere, elsewhere))), messages())
    (card,) = view.departments[0].cards
    assert (card.spots, len(card.places)) == ("4 places", 2)


def test_findings_are_found_again_by_rule_and_by_page(view):
    rules = {line.name: [badge.number for badge in line.badges] for line in view.by_rule}
    assert list(rules) == sorted(rules)
    assert rules["touch/primary-too-small"] == [4]
    assert sum(len(numbers) for numbers in rules.values()) == 11
    pages = {line.name: [badge.number for badge in line.badges] for line in view.by_page}
    nowhere = "About no page: the artwork, the message or the walk itself"
    assert list(pages)[-1] == nowhere
    assert (pages[nowhere], 3 in pages[factory.LANDING]) == ([1, 2], True)
    cards = [card for department in view.departments for card in department.cards]
    assert {card.page_key for card in cards} <= {line.key for line in view.by_page}
    assert {card.rule for card in cards} <= {line.key for line in view.by_rule}


def test_a_number_on_a_screen_is_explained_on_the_spot(view):
    line = next(line for line in view.stories[0].key if line.number == 3)
    assert (line.rule, line.severity, line.about) == ("plugin/flash", "Blocker", "main > object:film-printemps")
    assert line.html.startswith('<object type="application/x-shockwave-flash"')
    assert line.do == "Replace the film by an MP4 in a video element, with a still picture as its poster."
    assert line.link == Link(factory.LANDING, factory.LANDING)


def test_the_annex_says_what_made_the_report_and_carries_the_data(view):
    assert [version.name for version in view.versions] == ["parcours", "Browser engines", "Rules", "Run"]
    assert view.versions[1].value == "Chromium 156.0.6820.2"
    head, _, coded = view.document.uri.partition(",")
    data = json.loads(base64.b64decode(coded))
    assert head == "data:application/json;base64"
    assert [journey["scenario"] for journey in data["journeys"]] == ["spring-letter", "spring-letter", "parcel-sms"]
    assert "s3cr3t" not in base64.b64decode(coded).decode()


def test_data_too_large_to_be_carried_is_left_out():
    result = factory.letter("iphone")
    page = replace(result.pages[0], gaps=("x" * 1_500_000,))
    assert build(run_of(replace(result, pages=(page,))), messages()).document.uri == ""


def test_many_journeys_are_folded_at_first():
    def journeys(n: int):
        letter = factory.letter("iphone")
        return run_of(*(replace(letter, scenario=f"s{i}", name=f"S{i}", findings=()) for i in range(n)))

    assert [story.folded for story in build(journeys(8), messages()).stories] == [False] * 8
    view = build(journeys(9), messages())
    assert [story.folded for story in view.stories] == [True] * 9
    assert [story.anchor for story in view.stories] == [choice.key for choice in view.journey_choices]


def test_the_first_step_says_what_the_customer_does_with_what_was_received():
    letter = factory.letter("iphone")
    first = StepTrace("qr", "qr", "qr assets/printemps-2026.pdf", page=0)
    result = replace(letter, steps=(first, *letter.steps))
    frames = build(run_of(result), messages("fr")).stories[0].walks[0].frames
    assert frames[0].says == "scanner le code"


def test_words_that_differ_between_devices_are_told_apart_at_the_same_place():
    def worded(device, message):
        result = factory.letter(device)
        return replace(
            result, findings=tuple(replace(f, message=message) for f in result.findings if f.rule == "text/tiny")
        )

    view = build(run_of(worded("iphone", "7.5 px"), worded("android", "8 px")), messages())
    (card,) = view.departments[0].cards
    assert card.spots == ""
    assert [(said.message, said.devices) for said in card.places[0].said] == [
        ("7.5 px", "iPhone 15"),
        ("8 px", "Pixel 7"),
    ]


def test_what_was_gone_at_a_second_look_says_so_and_is_nothing_to_do_first():
    def once(device, **more):
        result = factory.letter(device)
        return replace(result, findings=tuple(replace(f, **more) for f in result.findings if f.rule == "text/tiny"))

    view = build(run_of(once("iphone", unstable=True)), messages())
    (card,) = view.departments[0].cards
    assert (card.certainty, view.first) == ("unstable: gone at a second look", ())
    view = build(run_of(once("iphone", unstable=True), once("android")), messages())
    (card,) = view.departments[0].cards
    assert (card.certainty, len(view.first)) == ("certain", 1)


def test_the_same_fault_on_two_sites_is_two_findings():
    other = replace(factory.letter("android"), scenario="other")
    moved = tuple(
        replace(f, where=replace(f.where, url="https://bank.example/")) for f in other.findings if f.rule == "text/tiny"
    )
    here = tuple(f for f in factory.letter("iphone").findings if f.rule == "text/tiny")
    view = build(run_of(replace(factory.letter("iphone"), findings=here), replace(other, findings=moved)), messages())
    assert [card.devices for card in view.departments[0].cards] == ["iPhone 15", "Pixel 7"]


def test_boxes_carry_the_number_of_their_finding_in_percent_of_the_picture(view):
    screen = view.stories[0].walks[0].screens[0]
    assert [(mark.number, mark.mood) for mark in screen.marks] == [
        (3, "blocker"),
        (4, "major"),
        (4, "major"),
        (4, "major"),
        (7, "minor"),
        (10, "major"),
        (11, "review"),
    ]
    flash = screen.marks[0]
    assert (flash.x, flash.y, flash.width, flash.height) == (4.1, 3.62, 91.79, 11.9)
    assert [line.number for line in view.stories[0].key] == [3, 4, 6, 7, 10, 11]


def test_a_card_leads_to_its_first_box_and_shows_it(view):
    card = next(c for c in view.departments[1].cards if c.rule == "plugin/flash")
    assert card.screen_anchor == view.stories[0].walks[0].screens[0].marks[0].anchor
    assert card.crop is not None
    assert card.crop.box == factory.BOXES["flash"]
    assert card.crop.view.meet(card.crop.box) == card.crop.box


def test_a_finding_about_the_code_shows_the_code(view):
    crop = view.departments[0].cards[0].crop
    assert crop is not None
    assert crop.box == factory.CODE_BOX
    assert (crop.picture.width, crop.picture.height) == factory.SHEET


def test_a_box_below_the_picture_is_said_not_drawn():
    result = factory.letter("iphone")
    low = tuple(replace(f, box=Box(0, 9000, 50, 50)) for f in result.findings if f.rule == "text/tiny")
    view = build(run_of(replace(result, findings=low)), messages())
    (card,) = view.departments[0].cards
    assert (card.crop, card.below_picture, card.screen_anchor) == (None, True, "")
    assert view.stories[0].walks[0].screens == ()


def test_without_a_long_picture_boxes_lie_on_the_screen_as_it_was_scaled():
    result = factory.letter("iphone")
    page = replace(result.pages[0], full="", shot_width=980)
    flash = tuple(replace(f, box=Box(0, 0, 490, 100)) for f in result.findings if f.rule == "plugin/flash")
    view = build(run_of(replace(result, pages=(page,), findings=flash)), messages())
    screen = view.stories[0].walks[0].screens[0]
    assert (screen.picture.width, round(screen.picture.height)) == (980, 1669)
    assert (screen.marks[0].width, screen.marks[0].height) == (50.0, 5.99)


def test_badges_of_boxes_that_share_a_corner_do_not_hide_one_another():
    picture = Picture("p1", Path("x"), 390, 664, "")
    found = marks([(n, "minor", Box(20, 20, 300, 200)) for n in range(1, 6)], picture, "m")
    assert len({(mark.badge_x, mark.badge_y) for mark in found}) == 5
    places = [(mark.badge_x * 3.9, mark.badge_y * 6.64) for mark in found]
    radius = 0.088 * 390 / 2
    apart = [max(abs(a[0] - b[0]), abs(a[1] - b[1])) for i, a in enumerate(places) for b in places[i + 1 :]]
    assert min(apart) >= 2 * radius - 0.1


def test_the_film_shows_what_was_done_what_blocked_and_what_was_never_reached(view):
    frames = view.stories[0].walks[0].frames
    assert [(f.says, f.ended, f.code, f.costs, bool(f.picture)) for f in frames] == [
        ("see: “Les bottes de printemps”", "done", "", ("3 redirects", "2.8\u00a0s"), True),
        ("find: app", "blocked", "ELEMENT_MISSING", ("2 taps", "2.3\u00a0s"), True),
        ("find: contact", "skipped", "", (), False),
    ]
    assert view.stories[0].walks[0].effort == ("2 taps", "3 redirects", "5.1\u00a0s", "3.4\u00a0MB")


def test_the_story_begins_with_the_letter_its_code_and_the_addresses_on_the_way(view):
    story = view.stories[0]
    assert story.beginning.codes == (Link(factory.CODE_TEXT, factory.CODE_TEXT),)
    assert story.beginning.outlines == ("860.0,1270.0 1110.0,1270.0 1110.0,1520.0 860.0,1520.0",)
    assert story.beginning.expected is None
    assert [(hop.link.text, hop.how) for hop in story.walks[0].hops] == [
        (factory.CODE_TEXT, "301 redirect"),
        ("http://chaussures-lumiere.example/p26?src=mailer", "301 redirect"),
        ("https://chaussures-lumiere.example/printemps", "302 redirect"),
        (factory.LANDING, "200"),
    ]
    assert story.walks[0].hops_label == "3 addresses on the way"


def test_what_was_measured_of_the_print_is_told_in_the_reader_s_language():
    result = factory.letter("iphone")
    assert result.start.artwork
    (code,) = result.start.artwork.codes
    assert build(run_of(result), messages()).stories[0].beginning.printed == (
        "42 mm wide, modules of 1.27 mm · 33 × 33 modules, error correction M",
    )
    measured = replace(
        code,
        spare=0.58,
        margins=(Margin(5), Margin(3.25), Margin(4), Margin(4)),
        contrast=18.48,
        trials=(Trial("50 %", read=True), Trial("blurred", read=False)),
    )
    start = replace(result.start, artwork=replace(result.start.artwork, sheets=(Sheet(10, 10),), codes=(measured,)))
    told = run_of(replace(result, start=start))
    assert build(told, messages("fr")).stories[0].beginning.printed == (
        (
            "33 × 33 modules, correction d’erreurs M · marge claire de 3,2 modules · contraste de 18,5 pour 1 · "
            "42\u202f% de sa correction d’erreurs consommés · lu dans 1 essai sur 2, de plus loin, flou et incliné"
        ),
    )
    cut = replace(code, margins=(Margin(2, cut=True),) * 4, version=0)
    start = replace(start, artwork=replace(start.artwork, codes=(cut, replace(code, version=0))))
    assert build(run_of(replace(result, start=start)), messages()).stories[0].beginning.printed == (
        "a light margin of 2.0 modules or more",
    )


def test_a_code_that_says_something_else_than_agreed_shows_both():
    result = factory.letter("iphone")
    start = replace(result.start, expect_url="https://www.chaussures-lumiere.example/ete")
    beginning = build(run_of(replace(result, start=start)), messages()).stories[0].beginning
    assert beginning.expected == Link(start.expect_url, start.expect_url)


def test_a_letter_without_a_readable_code_says_so():
    result = factory.letter("iphone")
    unread = replace(result, start=Start("qr", artwork=Artwork("a.png", sheets=(Sheet(10, 10),), picture="a.webp")))
    broken = replace(result, start=Start("qr", artwork=Artwork("a.png", codes=(Code("", error="not UTF-8"),))))
    assert build(run_of(unread), messages()).stories[0].beginning.unread
    assert build(run_of(broken), messages()).stories[0].beginning.errors == ("The code cannot be used: not UTF-8",)


def test_a_secret_in_an_address_is_neither_shown_nor_linked(view):
    assert view.stories[1].beginning.link == Link("https://www.chaussures-lumiere.example/colis/4f2a?token=•••")


def test_all_that_was_not_checked_is_said_with_its_reason(view):
    said = [(u.kind, u.reason, u.names, u.devices) for u in view.unchecked]
    both = "iPhone 15 and Pixel 7"
    assert said == [
        ("Planned, but not finished", "no result arrived", ("Text message: where is my parcel? (Pixel 7)",), ""),
        ("A check of parcours itself broke", "KeyError: 'role'", ("access/names",), both),
        ("Not enough to judge by", "a real device could not be had", ("viewport/notch",), both),
        (
            "Not enough to judge by",
            "the files that tie the site to its app could not be had",
            ("app/universal-links",),
            both,
        ),
        (
            "Part of the page could not be looked at",
            "the frame “https://ads.example/slot” could not be looked into",
            ("Printemps 2026 – Chaussures Lumière",),
            both,
        ),
        (
            "Steps that were never reached",
            "Spring letter: from the QR code to the app",
            ("find: contact",),
            "iPhone 15",
        ),
    ]


def test_a_rule_held_only_where_nothing_speaks_against_it(view):
    assert view.held == (
        "access/lang",
        "landing/not-found",
        "landing/tls",
        "media/autoplay",
        "qr/unreadable",
        "redirect/loop",
        "viewport/missing",
    )
    doubted = replace(factory.parcel("android"), judgements=(Judgement("viewport/missing", Verdict.REVIEW),))
    assert "viewport/missing" not in build(run_of(factory.letter("iphone"), doubted), messages()).held


def blocked(**more) -> JourneyResult:
    return replace(factory.parcel("iphone"), status=Status.FAILED, **more)


@pytest.mark.parametrize(
    ("result", "outcome"),
    [
        (factory.parcel("iphone"), Outcome.WORKS),
        (blocked(findings=factory.letter_findings("android")[-1:]), Outcome.PROBLEMS),
        (blocked(findings=factory.letter_findings("android")), Outcome.STOPS),
        (blocked(steps=(StepTrace("a", "see", "see", ended="blocked"),)), Outcome.STOPS),
        (blocked(code="NET_DNS"), Outcome.STOPS),
        (replace(factory.parcel("iphone"), status=Status.INCONCLUSIVE, code="HTTP_BOTWALL"), Outcome.UNJUDGED),
        (replace(factory.parcel("iphone"), status=Status.ERROR, code="WORKER_LOST"), Outcome.ERROR),
    ],
)
def test_an_outcome_says_what_a_customer_would_have_met(result, outcome):
    assert outcome_of(result) is outcome


@pytest.mark.parametrize(
    ("run", "sentence"),
    [
        (run_of(factory.parcel("iphone")), "The journey works on every phone that was tried."),
        (run_of(factory.letter("iphone")), "Customers get stuck on this journey."),
        (
            run_of(blocked(findings=factory.letter_findings("android")[-1:])),
            "Customers get through, but the journey is harder than it should be.",
        ),
        (
            run_of(factory.parcel("iphone"), unfinished=[Unfinished("x[a-b]", "x", "a")]),
            "1 of 2 journeys works; the rest could not be judged.",
        ),
        (run_of(unfinished=[Unfinished("x[a-b]", "x", "a")]), "Nothing could be judged."),
        (run_of(), "Nothing could be judged."),
    ],
)
def test_the_verdict_is_plain(run, sentence):
    assert build(run, messages()).verdict == sentence


def test_one_visit_that_did_not_finish_keeps_its_journey_from_being_praised():
    run = run_of(
        factory.parcel("iphone"), unfinished=[Unfinished("parcel-sms[android-chromium]", "parcel-sms", "android")]
    )
    view = build(run, messages())
    assert (view.verdict, view.mood) == ("No journey could be judged on every phone.", Outcome.UNJUDGED)
    assert view.tiles[0].hint == "1 of 2 visits without a fault"


def test_an_interrupted_run_says_so():
    assert (
        "The run was interrupted: what follows is what had been finished."
        in build(run_of(ended=False), messages()).summary
    )


def test_a_walk_without_a_blocked_step_names_the_finding_that_stops_it(view):
    android = view.stories[0].walks[1]
    assert (android.because, android.reason) == (
        3,
        "The film at the top of the page needs Flash, which no phone has ever played since 2021",
    )


def test_a_huge_run_tells_the_worst_visits_and_counts_the_rest():
    many = [replace(factory.parcel("iphone"), scenario=f"s{i}", folder=f"s{i}/iphone") for i in range(MOST_STORIES)]
    bad = [replace(factory.letter("iphone"), scenario=f"bad{i}", folder=f"bad{i}/iphone") for i in range(2)]
    view = build(run_of(*many, *bad), messages())
    assert len(view.rows) == MOST_STORIES + 2
    assert len(view.stories) == MOST_STORIES
    assert view.stories[-1].walks[0].outcome is Outcome.STOPS
    assert view.stories_more == "2 more visits are in the table above, without their pictures."


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_hidden_reaches_the_view_from_any_field_of_a_result(lang):
    evil = "\u202eevil\x1b\x00\u200b\ud800"

    def poisoned(value):
        if isinstance(value, Path) or value is None:
            return value
        if is_dataclass(value):
            return replace(value, **{f.name: poisoned(getattr(value, f.name)) for f in fields(value)})
        if isinstance(value, tuple):
            made = [poisoned(part) for part in value]
            return type(value)(*made) if hasattr(value, "_fields") else tuple(made)
        return value + evil if type(value) is str and value not in ("done", "blocked", "skipped") else value

    result = poisoned(factory.letter("iphone", hostile=True))
    run = Run(Path("/run"), (result,), (Unfinished(evil, evil, evil, evil),), {"started": evil, "parcours": evil})
    for text in strings(build(run, messages(lang))):
        assert not set(text) & set(evil) & set("\u202e\x1b\x00\u200b\ud800"), text
