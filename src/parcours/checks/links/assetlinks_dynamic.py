"""Android 15's dynamic rules decide, from the site, which links open the app."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.checks.links._files import Hosted, hosted, once_each
from parcours.facts.association import DYNAMIC, HANDLES_URLS, Outcome, android_targets, decide, held, named
from parcours.facts.urls import Kind, classify, place_of
from parcours.trace import JourneyTrace

COMPONENT = {"/", "?", "#", "exclude", "comments", "comment"}
CATCH_ALLS = ("*", "/*")


class Ruled(NamedTuple):
    """A statement with an extension, in a host's file."""

    address: str
    host: str
    statement: Mapping[str, Any]
    file: Hosted


def _ruled(trace: JourneyTrace) -> Iterable[Ruled]:
    for one in hosted(trace, "assetlinks"):
        whole = held(one.file)
        for statement in whole if isinstance(whole, list) else ():
            if isinstance(statement, dict) and statement.get("relation_extensions"):
                yield Ruled(one.address, one.host, statement, one)


@journey_check(
    "links/assetlinks-dynamic",
    title="Android's dynamic rules are well written and let the scanned address through",
    severity=Severity.NOTE,
    owner=Owner.APP,
    looks_at=_ruled,
    platforms=("android",),
    needs=("wellknown",),
    advice=Advice(
        do="Write the exclusions first and a rule for everything else last; keep every rule within the app's manifest.",
        snippet='"relation_extensions": {"delegate_permission/common.handle_all_urls": '
        '{"dynamic_app_link_components": [{"/": "/help/*", "exclude": true}, {"/": "*"}]}}',
        links=(
            "https://developer.android.com/training/app-links/configure-assetlinks",
            "https://developer.android.com/training/app-links/faq",
        ),
    ),
    passes="The rules are /help/* (exclude), then *; the code says https://shop.example/offer.",
    fails="The rules are *, then /help/* (exclude), which no link can reach.",
)
def assetlinks_dynamic(ruled: Ruled, trace: JourneyTrace) -> Iterator[Problem]:
    """One rule in the wrong place closes the app to every link at once, on new phones only."""
    yield from once_each(_form(ruled.statement))
    start = classify(trace.start.url)
    if start.kind is not Kind.WEB or start.host != ruled.host:
        return
    app = ruled.statement.get("target")
    package = app.get("package_name") if isinstance(app, dict) else None
    targets = [target for target in android_targets(ruled.file.file) if target.ruled and target.apps == (package,)]
    answer = decide(targets, trace.start.url)
    if answer.apps and answer.outcome is not Outcome.OPENS:
        said = f"{place_of(trace.start.url).path[:80]} does not open {answer.apps[0]} on Android 15: {answer.reason}"
        yield CannotTell(f"{said}. Is that meant?", answer.outcome.value)


def _form(statement: Mapping[str, Any]) -> Iterator[Problem]:
    extensions = statement["relation_extensions"]
    found = extensions.get(HANDLES_URLS) if isinstance(extensions, dict) else None
    components = found.get(DYNAMIC) if isinstance(found, dict) else None
    if not isinstance(components, list):
        said = f"“relation_extensions” must hold “{HANDLES_URLS}”, and that a list “{DYNAMIC}”"
        yield Problem(said, "form")
        return
    relation = statement.get("relation")
    if not isinstance(relation, list) or HANDLES_URLS not in relation:
        yield Problem("The rules extend a relation that the statement does not have", "relation")
    catch_all = False
    for component in components:
        if not isinstance(component, dict):
            yield Problem("Every rule must be an object", "form")
            continue
        yield from _component(component)
        if catch_all and component.get("exclude") is True:
            yield Problem(f"“{named(component)}” excludes nothing: a rule before it takes every link", "order")
        everything = component.get("/", "*") in CATCH_ALLS and not {"?", "#"} & set(component)
        catch_all = catch_all or (everything and component.get("exclude") is not True)


def _component(component: Mapping[str, Any]) -> Iterator[Problem]:
    for key in component:
        if key not in COMPONENT:
            yield Problem(
                f"Android knows no “{str(key)[:40]}” in a rule; it knows / ? # exclude comments", "unknown-key"
            )
    if "exclude" in component and not isinstance(component["exclude"], bool):
        yield Problem("“exclude” must be true or false, without quotes", "boolean")
    if "?" in component and not isinstance(component["?"], dict):
        yield Problem('“?” must name the query\'s items: {"?": {"id": "*"}}', "query")
    path = component.get("/", "*")
    if not isinstance(path, str) or not path.startswith(("/", "*", "?")):
        yield Problem(f"“{str(path)[:80]}” can match no link: paths begin with a slash", "path")
