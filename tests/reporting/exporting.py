"""Runs that exports are tried on: the story's letter, a run against a baseline, hostile text in every field."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

from parcours.checks.catalogue import discover
from parcours.comparing import Comparison
from parcours.comparing.against import compare
from parcours.comparing.approving import Approval
from parcours.comparing.known import Acceptance
from parcours.findings import Judgement, Verdict
from parcours.reporting import Run, Unfinished
from parcours.results import Status
from reporting import factory

DAY = date(2026, 3, 2)
HOSTILE = (
    "=1+1 ::error::x\r\n::set-output name=a::b %0A ##vso[x]##[group]\x00\x1b[31m\x85\u2028\u202egnp\u200b\ufffe\ud800 "
    '<!channel> </failure>]]>&lt; {0} [a](https://evil.example) @everyone | `x` www.evil.example ;=2+2,"=3+3'
)


def story() -> Run:
    """The letter on two phones, a text message that works, and a lost one: nothing compared."""
    lost = replace(factory.parcel("android"), status=Status.ERROR, code="worker-lost", reason="its worker ended")
    return Run(
        results=(factory.letter("iphone"), factory.letter("android"), factory.parcel("iphone"), lost),
        unfinished=(Unfinished("gift[iphone-chromium]", "gift", "iphone"),),
        head={"parcours": "0.1.0", "started": "2026-03-02T09:41:02+00:00"},
    )


def since() -> Run:
    """The letter on an Android phone against its baseline: one thing of every standing that matters.

    New: text/tiny. Worse: touch/primary-too-small. Fixed: layout/horizontal-scroll. Accepted: contact/....
    Unstable: qr/quiet-zone. Known: the rest.
    """
    letter = factory.letter("android")
    whole = tuple(replace(f, where=replace(f.where, step="see-offer")) for f in letter.findings)
    earlier = tuple(f for f in whole if f.rule not in ("text/tiny", "qr/quiet-zone") and "“Aide”" not in f.about)
    held = tuple(Judgement(rule, Verdict.PASSED, 1, page=0) for rule in ("text/tiny", "qr/quiet-zone"))
    before = replace(letter, findings=earlier, judgements=(*factory.judgements(earlier), *held))
    later = tuple(replace(f, unstable=f.rule == "qr/quiet-zone") for f in whole if f.rule != "layout/horizontal-scroll")
    mended = Judgement("layout/horizontal-scroll", Verdict.PASSED, 1, page=0)
    after = replace(letter, findings=later, judgements=(*factory.judgements(later), mended))
    said = compare(
        [after],
        Approval(DAY).of(None, letter.scenario, (before,)),
        today=DAY,
        accepted=[Acceptance("contact/phone-not-tappable", "the shop has no hotline")],
        against="scenarios/baselines/spring-letter.yaml",
        checks=discover(),
    )
    return Run(results=(after,), head={"parcours": "0.1.0"}, comparison=Comparison((said,)))


def broken() -> Run:
    """A run of which nothing came: a result that cannot be read, one that never came, a site that was down."""
    down = replace(
        factory.parcel("iphone"), status=Status.INCONCLUSIVE, code="site-down", reason="it answered 503", judgements=()
    )
    gone = Unfinished("gift[iphone-chromium]", "gift", "iphone", "its result.json is gone")
    return Run(results=(down,), unfinished=(gone, Unfinished("gift[ipad-chromium]", "gift", "ipad")), ended=False)


def hostile() -> Run:
    """Every text of every field is hostile, but those that are ours: rules, codes, files, engines."""
    result = factory.letter("android", hostile=True)
    evil = replace(result, scenario="spring-letter", folder=result.folder, device="android")
    lost = replace(_evil(factory.parcel("android")), status=Status.ERROR, reason=HOSTILE, code=HOSTILE)
    return Run(results=(_evil(evil), lost), unfinished=(Unfinished(HOSTILE, HOSTILE, HOSTILE, HOSTILE),))


_OURS = {"url", "engine", "platform", "file", "picture", "shot", "full", "ended", "verb", "channel", "kind", "started"}


def _evil(value, name=""):
    if name in _OURS:
        return value
    if isinstance(value, str) and not isinstance(value, Enum):
        return f"{HOSTILE} {value}" if name != "rule" else value
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_evil(one) for one in value)
    if is_dataclass(value):
        return replace(value, **{f.name: _evil(getattr(value, f.name), f.name) for f in fields(value) if f.init})
    return value
