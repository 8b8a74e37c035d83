"""A banner that a script draws must come, and must go when it is told to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.apps import ScriptBanner, script_banners
from parcours.facts.model import Element, MetaTag, PageSnapshot
from parcours.facts.offers import folded

TOUCH = 44  # CSS pixels: what Apple asks of anything that is tapped
LIBRARY = "smartbanner:"
BUTTONS = {"ios": "smartbanner:button-url-apple", "android": "smartbanner:button-url-google"}
CLOSE = re.compile(r"close|exit|dismiss|\bhide|fermer|schliess|cerrar|chiudi|sluit|no.?thanks|non.?merci|^[×x✕✖⨯]$")


def _subjects(page: PageSnapshot) -> Iterable[ScriptBanner | MetaTag]:
    """The banners that can be seen; where there is none, the tag that asks for one on this platform."""
    return script_banners(page) or _asked_for(page)


def _asked_for(page: PageSnapshot) -> tuple[MetaTag, ...]:
    said = {meta.name: meta.content.strip().lower() for meta in page.main.metas if meta.name.startswith(LIBRARY)}
    platform = page.device.platform
    limited = any("user-agent-regex" in name for name in said)
    elsewhere = platform not in said.get("smartbanner:enabled-platforms", platform)
    # With api=true the page's own script shows it when it sees fit.
    if limited or elsewhere or said.get("smartbanner:api") in ("true", "yes", "1"):
        return ()
    return page.metas(BUTTONS[platform])[:1]


@page_check(
    "app/banner-script-library",
    title="The script's banner for the app is shown, and easy to close",
    severity=Severity.MINOR,
    owner=Owner.APP,
    looks_at=_subjects,
    advice=Advice(
        do="Give the banner a close button of 44 by 44 px at least, and remember that it was closed.",
        snippet=".smartbanner__exit { width: 44px; height: 44px; }",
        links=(
            "https://github.com/ain/smartbanner.js",
            "https://developer.apple.com/design/human-interface-guidelines/accessibility",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><div class="smartbanner">Our app '
    '<button aria-label="Close" style="width: 44px; height: 44px">×</button></div>',
    fails='<meta name="viewport" content="width=device-width"><div class="smartbanner">Our app '
    '<button aria-label="Close" style="width: 20px; height: 20px; padding: 0">×</button></div>',
)
def banner_script_library(subject: ScriptBanner | MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """A banner that will not go covers what the customer came for, on every page, at every visit."""
    if isinstance(subject, MetaTag):
        said = "The page asks for a banner by smartbanner.js, and none is shown: is the library loaded?"
        yield CannotTell(said, "not-shown", Severity.NOTE, evidence=f"{subject.name}: {subject.content[:200]}")
        return
    banner = subject.element
    if banner.tag == "iframe":  # what is in it is another frame's
        return
    frame = page.frame_of[id(banner)]
    closers = [one for one in frame.below(banner) if one.visible and _closes(one)]
    if not closers:
        if any(True for one in frame.below(banner) if one.visible and _is_target(one)):
            yield CannotTell(f"The banner of {subject.library} has nothing that is called “close”", "no-close")
        return
    best = max(closers, key=lambda one: min(one.box.width, one.box.height))
    if min(best.box.width, best.box.height) < TOUCH:
        size = f"{best.box.width:.0f} by {best.box.height:.0f} px"
        yield Problem(
            f"The banner of {subject.library} is closed by {size}: {TOUCH} by {TOUCH} are needed", "close-small"
        )


def _is_target(element: Element) -> bool:
    named = element.tag in ("a", "button", "input") or element.role == "button"
    return named or bool(element.attr("onclick"))


def _closes(element: Element) -> bool:
    said = (element.attr(name) for name in ("class", "id", "aria-label", "title", "onclick"))
    words = (element.name, element.text, *said)
    return _is_target(element) and any(CLOSE.search(folded(word.strip())) for word in words if word)
