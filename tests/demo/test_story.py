from dataclasses import replace

import pytest

from parcours.cli import demo
from parcours.demo.story import LETTER, SCENARIOS, STORIES, differences, told
from parcours.facts.model import Engine
from parcours.findings import Advice, Certainty, Finding, Judgement, Owner, Severity, Verdict
from parcours.results import JourneyResult, Status

DEVICES = ("iphone", "android")


def finding(rule: str, owner: Owner = Owner.WEB, verdict: Verdict = Verdict.FAILED) -> Finding:
    advice = Advice(do=f"Mend {rule}.")
    return Finding(rule, verdict, Severity.MAJOR, Certainty.HIGH, owner, f"{rule} is wrong", advice=advice)


STORY = (finding("viewport/missing"), finding("plugin/flash"), finding("app/undiscoverable", Owner.APP))


def journey(scenario: str, device: str, *findings: Finding, status: Status = Status.PASSED) -> JourneyResult:
    rules = [found.rule for found in findings] or ["viewport/missing"]
    return JourneyResult(
        scenario,
        device,
        Engine(),
        status,
        device_title=device.title(),
        findings=findings,
        judgements=tuple(Judgement(rule, Verdict.FAILED if findings else Verdict.PASSED, 1) for rule in rules),
    )


def run(*found: Finding, after: tuple[Finding, ...] = ()) -> list[JourneyResult]:
    old = [journey("lettre-avant", device, *found, status=Status.FAILED) for device in DEVICES]
    new = [journey("lettre-apres", device, *after) for device in DEVICES]
    return [*old, *new]


def test_the_story_as_it_should_be_has_no_differences():
    assert list(differences(LETTER, run(*STORY), DEVICES)) == []


def test_more_findings_in_the_old_shop_do_not_spoil_the_story():
    assert list(differences(LETTER, run(*STORY, finding("text/tiny")), DEVICES)) == []


@pytest.mark.parametrize("missing", STORY, ids=lambda found: found.rule)
def test_an_error_that_is_not_found_is_named_for_each_phone(missing):
    said = list(differences(LETTER, run(*(found for found in STORY if found != missing)), DEVICES))
    assert [line.partition(":")[0] for line in said] == [
        "lettre-avant[iphone-chromium]",
        "lettre-avant[android-chromium]",
    ]
    assert all(missing.rule in line for line in said)


def test_a_doubt_is_not_an_error_found():
    doubtful = replace(STORY[1], verdict=Verdict.REVIEW)
    assert len(list(differences(LETTER, run(STORY[0], doubtful, STORY[2]), DEVICES))) == 2


def test_a_finding_in_the_mended_shop_is_a_difference():
    said = list(differences(LETTER, run(*STORY, after=(finding("text/tiny"),)), DEVICES))
    assert said == [
        f"lettre-apres[{device}-chromium]: the mended shop should be clean: text/tiny: text/tiny is wrong"
        for device in DEVICES
    ]


def test_a_note_or_a_doubt_in_the_mended_shop_is_none():
    quiet = (replace(finding("text/tiny"), severity=Severity.NOTE), finding("touch/dead", verdict=Verdict.REVIEW))
    assert list(differences(LETTER, run(*STORY, after=quiet), DEVICES)) == []


def test_a_journey_that_did_not_pass_says_why():
    results = run(*STORY)
    results[-1] = replace(results[-1], status=Status.ERROR, reason="the browser went away")
    assert list(differences(LETTER, results, DEVICES)) == [
        "lettre-apres[android-chromium]: error, not passed: the browser went away"
    ]


def test_a_mended_shop_that_nobody_judged_is_not_clean():
    results = run(*STORY)
    results[-1] = replace(results[-1], judgements=())
    assert list(differences(LETTER, results, DEVICES)) == [
        "lettre-apres[android-chromium]: nothing could be judged in the mended shop"
    ]


def test_a_journey_that_is_missing_is_told():
    assert list(differences(LETTER, run(*STORY)[1:3], DEVICES)) == [
        "the old shop was not visited on iphone",
        "the mended shop was not visited on android",
    ]


def test_each_error_is_told_once_with_the_phones_that_met_it():
    results = run(*STORY)
    results[1] = replace(results[1], findings=STORY[:2])
    assert [(each.finding.rule, each.phones) for each in told(LETTER, results)] == [
        ("viewport/missing", ("Iphone", "Android")),
        ("plugin/flash", ("Iphone", "Android")),
        ("app/undiscoverable", ("Iphone",)),
    ]


def test_the_rule_that_tells_it_best_speaks_for_an_error():
    found = told(LETTER, run(*STORY, finding("layout/desktop-served", Owner.PRINT)))
    assert found[0].finding.rule == "layout/desktop-served"


def test_the_summary_names_errors_departments_and_what_to_do():
    assert list(demo.telling(LETTER, run(*STORY))) == [
        "",
        "Before: Bottines & Cie sends a spring letter with a QR code.",
        "A customer who scans it meets 3 errors, for: Web, App.",
        "",
        "1. The code leads to a page made for a desk",
        "   major · Web · Iphone, Android",
        "   viewport/missing is wrong",
        "   What to do: Mend viewport/missing.",
        "",
        "2. The page opens with a Flash film",
        "   major · Web · Iphone, Android",
        "   plugin/flash is wrong",
        "   What to do: Mend plugin/flash.",
        "",
        "3. An app exists, and nothing leads to it",
        "   major · App · Iphone, Android",
        "   app/undiscoverable is wrong",
        "   What to do: Mend app/undiscoverable.",
        "",
        "After: the same letter, the mended shop.",
        "1 rule had something to look at on Iphone and Android, and found nothing to mend.",
    ]


def test_the_summary_does_not_call_a_shop_clean_that_is_not():
    said = list(demo.telling(LETTER, run(after=(finding("text/tiny"),))))
    assert "None of the errors that belong to the story was found." in said
    assert said[-1] == "2 findings that should not be there."


def test_the_summary_does_not_call_a_shop_clean_that_could_not_be_walked():
    results = run(*STORY)
    results[-1] = replace(results[-1], status=Status.FAILED, reason="there is no page to go back to")
    assert list(demo.telling(LETTER, results))[-1] == "Android: there is no page to go back to"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.place)
def test_a_storys_scenarios_are_there(story):
    assert [file.is_file() for file in story.files] == [True, True]
    assert {file.parent for file in story.files} == {SCENARIOS}


@pytest.mark.parametrize(
    ("platform", "environment", "opens"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "CI": "true"}, False),
        ("darwin", {}, True),
        ("darwin", {"CI": "1"}, False),
    ],
)
def test_the_report_is_opened_only_where_somebody_sits(monkeypatch, platform, environment, opens):
    for name in ("CI", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(demo.sys, "platform", platform)
    assert demo.may_open() is opens
