"""The terminal tells a run in plain lines, and never lets a page speak to the terminal or to a CI server."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from rich.console import Console as Terminal

from parcours.reporting.console import Console
from parcours.results import Status
from reporting import factory


def told(*results, report=None, **terminal) -> str:
    out = io.StringIO()
    console = Console(Terminal(file=out, width=80, **terminal))
    console.planned([result.id for result in results])
    for result in results:
        for step in result.steps:
            console.event(result.id, {"kind": "step", "step": {"says": step.says, "verb": step.verb}})
        console.event(result.id, {"kind": "page", "url": "https://x.example/", "findings": 2})
        console.event(result.id, {"kind": "ready", "findings": 0})
        console.finished(result)
    console.summary(results, report)
    return out.getvalue()


def test_a_run_without_a_terminal_is_told_in_plain_lines():
    findings = tuple(f for f in factory.letter_findings("android") if f.rule in ("plugin/flash", "chat/offline"))
    android = replace(factory.letter("android"), findings=findings)
    assert told(android, factory.parcel("iphone"), report=Path("reports/runs/x/report.html")) == (
        "[1/2] stops     spring-letter[android-chromium], 8.1 s\n"
        "[2/2] works     parcel-sms[iphone-chromium], 2.2 s\n"
        "\n"
        "Journeys\n"
        "  stops     Spring letter: from the QR code to the app on Pixel 7\n"
        "            3 taps, 1.5 screens scrolled, 3 redirects, 7.0\u00a0s, 3.4\u00a0MB\n"
        "            - The film at the top of the page needs Flash, which no phone has ever played since 2021\n"
        "  works     Text message: where is my parcel? on iPhone 15\n"
        "\n"
        "Web (1)\n"
        "  blocker  plugin/flash  Pixel 7\n"
        "           - The film at the top of the page needs Flash, which no phone has ever played since 2021\n"
        "           do: Replace the film by an MP4 in a video element, with a still picture as its poster.\n"
        "\n"
        "A person should look (1)\n"
        "  minor    chat/offline  Pixel 7\n"
        "           - A chat bubble is there, but the facts do not tell whether anybody answers\n"
        "           do: Open the chat during and after office hours and see who answers.\n"
        "\n"
        "Note: iPhone 15 was emulated in Chromium, not in its own engine, WebKit. "
        "What only a real one can tell is not claimed.\n"
        "Report: reports/runs/x/report.html\n"
    )


def test_a_blocked_step_and_a_tool_error_say_why():
    lost = replace(factory.parcel("android"), status=Status.ERROR, code="WORKER_LOST", reason="its worker ended")
    said = told(factory.letter("iphone"), lost)
    assert (
        "            - step 2 of 3, find: app: No banner, no store link and no app link was found within 2 taps\n"
        in said
    )
    assert (
        "  tool error Text message: where is my parcel? on Pixel 7\n            - WORKER_LOST: its worker ended\n"
        in said
    )


def test_a_finding_on_two_devices_is_told_once_and_the_engine_once_a_run():
    said = told(factory.letter("iphone"), factory.letter("android"), factory.parcel("iphone"))
    assert said.count("plugin/flash  iPhone 15, Pixel 7\n") == 1
    assert said.count("was emulated in Chromium") == 1


def test_what_was_gone_at_a_second_look_says_so():
    letter = factory.letter("iphone")
    gone = replace(letter, findings=tuple(replace(f, unstable=f.rule == "plugin/flash") for f in letter.findings))
    assert told(gone).count("plugin/flash  iPhone 15  unstable: gone at a second look\n") == 1
    assert told(gone).count("unstable") == 1


def test_remarks_of_the_visits_are_told_once_each():
    noted = [replace(factory.letter(d), notes=("2 screens look otherwise.",)) for d in ("iphone", "android")]
    name = "Spring letter: from the QR code to the app"
    assert f"Note: {name} on iPhone 15 and 1 more: 2 screens look otherwise.\n" in told(*noted)
    emulated = replace(factory.letter("iphone"), notes=("iPhone 15 was emulated in Chromium 156.",))
    assert told(emulated).count("was emulated") == 1


def test_a_hostile_page_cannot_speak_to_the_terminal_or_to_a_server():
    hostile = factory.letter("iphone", hostile=True)
    evil = tuple(replace(f, message=f"\n::error::x {f.message}\r##vso[x]\x1b]0;title\x07") for f in hostile.findings)
    commands = replace(
        hostile, findings=evil, name="::set-output name=a::b", device_title="##[group]x", reason="\x1b[2J"
    )
    for said in (told(commands), told(commands, force_terminal=True, no_color=True, color_system=None)):
        assert "::" not in said
        assert "##" not in said
        assert not {"\x07", "\x00", "\u202e", "\ud800"} & set(said)
        assert "\x1b]0" not in said
        assert "\x1b[2J" not in said


def test_square_brackets_of_a_page_are_no_markup():
    result = factory.letter("iphone")
    shouting = replace(
        result, findings=tuple(replace(f, message="[bold red]sale[/] :smile:") for f in result.findings[:1])
    )
    assert "           - [bold red]sale[/] :smile:\n" in told(shouting)


def test_no_colour_is_used_when_the_environment_asks_for_none(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in told(factory.letter("iphone"), force_terminal=True)


def test_the_moving_line_ends_with_the_last_journey():
    out = io.StringIO()
    console = Console(Terminal(file=out, force_terminal=True, width=100))
    console.planned(["a", "b"])
    console.finished(factory.letter("iphone"))
    console.finished(factory.letter("android"))
    assert out.getvalue().count("\x1b[?25l") == out.getvalue().count("\x1b[?25h") == 1


def test_a_run_of_nothing_is_told_without_a_fault():
    assert told() == "\nJourneys\n\n"
