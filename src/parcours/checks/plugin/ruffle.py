"""The page does not lean on a Flash emulator."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts import plugins
from parcours.facts.model import FrameFacts, PageSnapshot


@page_check(
    "plugin/ruffle",
    title="The page does without a Flash emulator",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=lambda page: page.frames[:1],
    advice=Advice(
        do="Replace the emulated Flash with HTML, or try it with a thumb on a real phone and measure what it weighs.",
        links=("https://ruffle.rs/", "https://github.com/ruffle-rs/ruffle/wiki/Using-Ruffle"),
    ),
    passes='<meta name="viewport" content="width=device-width"><video controls src="film.mp4"></video>',
    fails=(
        '<meta name="viewport" content="width=device-width">'
        '<ruffle-embed src="intro.swf" width="300" height="250"></ruffle-embed>'
    ),
)
def ruffle(_: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """An emulator brings several megabytes before anything moves, and films made for a mouse rarely obey a thumb."""
    scripts = plugins.ruffle_scripts(page)
    sources = "; ".join(script.attr("src") for script in scripts)
    if signs := plugins.ruffle(page):
        evidence = "; ".join(filter(None, (*signs, sources)))
        yield Problem(
            "Flash content is played by the emulator Ruffle: heavy, and rarely made for touch",
            "active",
            evidence=evidence,
        )
    elif scripts and any(True for _ in plugins.contents(page, "flash")):
        yield Problem(
            "The emulator Ruffle is asked for but did not start: its Flash content stays empty",
            "idle",
            evidence=sources,
        )
    elif scripts:
        yield Problem(
            "The page loads the emulator Ruffle, though no Flash content was found",
            "library",
            Severity.NOTE,
            Certainty.MEDIUM,
            evidence=sources,
        )
