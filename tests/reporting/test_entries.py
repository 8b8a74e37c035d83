"""What other programs are given to list: each fault once a step and a phone, what fails first, as the comparison has it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from parcours.comparing import Comparison, Policy
from parcours.comparing.ending import failed
from parcours.findings import Severity
from parcours.reporting import Run
from parcours.reporting.entries import entries, from_root, repository, troubles
from parcours.reporting.messages import messages
from parcours.results import ScreenResult
from reporting import exporting, factory


def told(run: Run, **policy) -> list[tuple[str, str, bool]]:
    return [(e.key.rule, e.standing.standing if e.standing else "", e.fails) for e in entries(run, Policy(**policy))]


def test_against_a_baseline_only_what_got_worse_fails():
    assert told(exporting.since()) == [
        ("touch/primary-too-small", "worse", True),
        ("text/tiny", "new", True),
        ("plugin/flash", "known", False),
        ("viewport/zoom-blocked", "known", False),
        ("contact/phone-not-tappable", "known", False),
        ("redirect/chain", "known", False),
        ("qr/no-human-url", "known", False),
        ("qr/quiet-zone", "unstable", False),
        ("chat/offline", "", False),
        ("layout/horizontal-scroll", "fixed", False),
    ]


@pytest.mark.parametrize(
    ("policy", "failing"),
    [
        ({"fail_on": "never"}, set()),
        ({"least": Severity.MAJOR}, {"touch/primary-too-small"}),
        ({"strict": True}, {"touch/primary-too-small", "text/tiny", "qr/quiet-zone"}),
        (
            {"fail_on": "all"},
            {"touch/primary-too-small", "text/tiny", "plugin/flash", "viewport/zoom-blocked", "redirect/chain"},
        ),
    ],
)
def test_what_fails_follows_the_policy(policy, failing):
    run = exporting.since()
    assert {rule for rule, _, fails in told(run, **policy) if fails} == failing
    result = run.results[0]
    assert failed(result, run.comparison.of(result.scenario), Policy(**policy)) is bool(failing)


def test_a_fault_in_three_places_is_one_entry_and_the_comparison_s_words_stay():
    worse = entries(exporting.since(), Policy())[0]
    assert len(worse.findings) == 3
    assert worse.message == "The menu button is 26 × 26 px: a fingertip needs 44 (3 places, where 2 were known)"


def test_an_entry_s_identity_has_no_words_in_it():
    run = exporting.story()
    reworded = replace(
        run, results=tuple(replace(r, findings=tuple(replace(f, message="x") for f in r.findings)) for r in run.results)
    )
    before, after = ({e.fingerprint for e in entries(one, Policy())} for one in (run, reworded))
    assert before == after
    assert len(before) == len(entries(run, Policy())) == 21


def test_where_a_walk_stops_is_told_though_it_is_no_finding():
    stops = [e for e in entries(exporting.story(), Policy()) if e.key.rule == "journey/stopped"]
    assert [(e.key.step, e.key.aspect, e.device, e.file, e.line, e.fails) for e in stops] == [
        ("find-app", "ELEMENT_MISSING", "iPhone 15", "scenarios/spring-letter.yaml", 11, True)
    ]
    assert not [e for e in entries(exporting.story(), Policy(fail_on="never")) if e.fails]


def test_a_limit_and_a_changed_screen_are_told():
    screen = ScreenResult("see-offer", "changed", "4 % of it has changed", strict=True)
    letter = replace(factory.letter("android"), findings=(), code="over-limit", reason="5 taps, 3 at most")
    found = entries(Run(results=(replace(letter, screens=(screen,)),)), Policy())
    assert [(e.key.rule, e.message, e.line, e.fails) for e in found] == [
        ("journey/limit", "5 taps, 3 at most", 0, True),
        ("journey/screen", "4 % of it has changed", 9, True),
    ]


def test_what_is_known_of_a_phone_that_was_not_run_is_told_and_fails_only_a_strict_run():
    run = exporting.since()
    (one,) = run.comparison.scenarios
    elsewhere = replace(one, lines=tuple(replace(line, device="iphone") for line in one.lines[-1:]))
    alone = Run(results=run.results, comparison=Comparison((elsewhere,)))
    assert ("layout/horizontal-scroll", "iphone") not in {(e.key.rule, e.key.device) for e in entries(run, Policy())}
    assert [e.key.device for e in entries(alone, Policy()) if e.standing] == ["iphone"]


def test_findings_speak_french_as_far_as_there_are_words():
    from parcours.reporting.messages.rules import translated

    letter = factory.letter("android")
    run = Run(results=(letter,))
    said = [e.findings for e in entries(run, Policy(), "fr")]
    assert Counter(f for found in said for f in found) == Counter(translated(f, "fr") for f in letter.findings)


def test_what_says_nothing_of_the_site_is_told_apart():
    words = messages("en")
    assert [
        (t.kind, t.scenario, t.told(words)) for t in (*troubles(exporting.story()), *troubles(exporting.broken()))
    ] == [
        ("error", "parcel-sms", "parcours could not do its work: its worker ended (worker-lost)"),
        ("unfinished", "gift", "it did not finish"),
        ("unjudged", "parcel-sms", "nothing could be judged: it answered 503 (site-down)"),
        ("unfinished", "gift", "it did not finish: its result.json is gone"),
        ("unfinished", "gift", "it did not finish"),
    ]
    assert len({t.fingerprint for t in troubles(exporting.broken())}) == 3


def test_files_are_named_from_the_repository_s_root(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    shop = tmp_path / "shop" / "scenarios"
    shop.mkdir(parents=True)
    (shop / "spring.yaml").write_text("")
    assert repository(shop) == tmp_path.resolve()
    monkeypatch.chdir(tmp_path / "shop")
    named = {
        "scenarios/spring.yaml": "shop/scenarios/spring.yaml",  # as it was called from where one stands
        str(shop / "spring.yaml"): "shop/scenarios/spring.yaml",
        "/builds/acme/shop/scenarios/spring.yaml": "shop/scenarios/spring.yaml",  # another machine's
        "C:\\work\\shop\\scenarios\\spring.yaml": "shop/scenarios/spring.yaml",
        "/gone/autumn.yaml": "autumn.yaml",
        "scenarios/autumn.yaml": "scenarios/autumn.yaml",
        "../../etc/passwd": "etc/passwd",
        "": "",
    }
    assert {file: from_root(file, tmp_path) for file in named} == named
