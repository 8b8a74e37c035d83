"""Apple's association file is read strictly, and a fault in it is silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.checks.links._files import Hosted, broken_json, hosted, once_each
from parcours.facts.association import PREDEFINED, VARIABLE, apple_details, held, named
from parcours.trace import JourneyTrace

LARGEST = 128 * 1024  # bytes; Apple's server takes no more
APP_ID = re.compile(r"[A-Z0-9]{10}\.[A-Za-z0-9.-]+")
LINKS = {"apps", "details", "defaults", "substitutionVariables"}
DETAIL = {"appID", "appIDs", "components", "paths", "defaults"}
COMPONENT = {"/", "?", "#", "exclude", "comment", "comments", "caseSensitive", "percentEncoded"}
CATCH_ALLS = ("*", "/*")


def _files(trace: JourneyTrace) -> Iterable[Hosted]:
    """Every file that is there, and meant for links."""
    return [one for one in hosted(trace, "aasa") if _is_meant(one)]


def _is_meant(one: Hosted) -> bool:
    if one.file.status != 200:
        return False
    whole = held(one.file)
    if whole is None:
        return "applinks" in one.file.text or bool(one.app and broken_json(one))
    return bool(one.app) or (isinstance(whole, dict) and "applinks" in whole)


@journey_check(
    "links/aasa-schema",
    title="Apple's association file is well written",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=_files,
    platforms=("ios",),
    needs=("wellknown",),
    advice=Advice(
        do="Name the app as team id, dot, bundle id, and begin every path with a slash; validate the file before "
        "every release.",
        snippet='{"applinks": {"details": [{"appIDs": ["ABCDE12345.com.mybank.app"], "components": '
        '[{"/": "/help/*", "exclude": true}, {"/": "/*"}]}]}}',
        links=(
            "https://developer.apple.com/documentation/bundleresources/applinks",
            "https://developer.apple.com/documentation/xcode/supporting-associated-domains",
        ),
    ),
    passes='{"applinks": {"details": [{"appIDs": ["ABCDE12345.com.mybank.app"], "components": [{"/": "/*"}]}]}}',
    fails='{"applinks": {"details": [{"appIDs": ["com.mybank.app"], "components": [{"/": "offer/*"}]}]}}',
)
def aasa_schema(one: Hosted, _trace: JourneyTrace) -> Iterator[Problem]:
    """Apple tells nobody when it cannot use a file: the app simply never opens, and each side blames the other."""
    if one.file.size > LARGEST:
        yield Problem(f"The file has {one.file.size:,} bytes: Apple takes {LARGEST:,} at most", "size")
    elif problem := broken_json(one):
        yield problem
    else:
        yield from once_each(_links(one))


def _links(one: Hosted) -> Iterator[Problem]:
    whole = held(one.file)
    links = whole.get("applinks") if isinstance(whole, dict) else None
    if links is None:
        yield Problem("The file says nothing of links: it has no “applinks”", "no-applinks")
        return
    if not isinstance(links, dict):
        yield Problem("“applinks” must be an object with “details”", "form")
        return
    yield from _unknown(links, LINKS, "applinks")
    if links.get("apps"):
        yield Problem("“apps” of applinks must be an empty list, or absent", "apps", Severity.MINOR)
    details = links.get("details")
    if not isinstance(details, list | dict):
        yield Problem("“details” must be a list of apps", "form")
        return
    if not details:
        severity = None if one.app else Severity.NOTE
        yield Problem("“details” is empty: no app may open the site's links", "no-apps", severity)
    if isinstance(details, list) and not all(isinstance(detail, dict) for detail in details):
        yield Problem("Everything in “details” must be an object", "form")
    for ids, detail in apple_details(links):
        yield from _detail(ids, detail, links)


def _detail(ids: list[Any], detail: Mapping[str, Any], links: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _unknown(detail, DETAIL, "details")
    if not ids:
        yield Problem("An entry of “details” names no app: appIDs is missing or empty", "app-id-missing")
    for id in ids:
        if not isinstance(id, str) or not APP_ID.fullmatch(id):
            said = f"“{str(id)[:80]}” is no app id: it is the team's ten characters, a dot and the bundle id"
            yield Problem(said, "app-id")
    key = "components" if "components" in detail or "paths" not in detail else "paths"
    rules = detail.get(key)
    if rules is None or rules == []:
        yield CannotTell(f"{_apps(ids)} has neither components nor paths: does it open any link?", "no-rules")
    elif not isinstance(rules, list):
        yield Problem(f"“{key}” must be a list", "form")
    elif key == "paths":
        yield from (problem for path in rules for problem in _path(path))
        yield from _order([str(path) for path in rules if isinstance(path, str)])
    else:
        defaults = {**_object(links.get("defaults")), **_object(detail.get("defaults"))}
        known = {*PREDEFINED, *_object(links.get("substitutionVariables"))}
        yield from (problem for component in rules for problem in _component(component, defaults, known))
        yield from _dead(rules, defaults)


def _apps(ids: list[Any]) -> str:
    return str(ids[0])[:80] if ids else "An entry of “details”"


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _unknown(found: Mapping[str, Any], known: set[str], place: str) -> Iterator[Problem]:
    for key in found:
        if key not in known:
            said = f"Apple knows no “{str(key)[:40]}” in {place}; it knows {', '.join(sorted(known - {'comments'}))}"
            yield Problem(said, "unknown-key", Severity.MINOR)


def _path(path: Any) -> Iterator[Problem]:
    if not isinstance(path, str):
        yield Problem("Every one of “paths” must be text", "form")
        return
    plain = re.sub(r"^NOT\s+", "", path)
    if re.match(r"not\s", plain, re.IGNORECASE) or re.match(r"not\s|NOT\s\s|NOT/", path):
        yield Problem(f"“{path[:80]}” excludes nothing: write NOT in capitals, then one blank", "not")
    else:
        yield from _shape(plain)


def _shape(path: str) -> Iterator[Problem]:
    """What keeps a pattern for a path from ever matching one."""
    if not re.match(r"[/*?]|\$\(", path):
        yield Problem(f"“{path[:80]}” can match no link: paths begin with a slash", "path")
    elif re.search(r"\?[\w.~-]+=|&\w+=", path):
        said = f"“{path[:80]}” can match no link: the query is no part of the path; give it to “?”"
        yield Problem(said, "query-in-path")
    elif "#" in path:
        yield Problem(f"“{path[:80]}” can match no link: what follows # is no part of the path", "query-in-path")


def _order(paths: list[str]) -> Iterator[Problem]:
    seen = ""
    for path in paths:
        if seen and path.startswith("NOT "):
            yield Problem(f"“{path[:80]}” excludes nothing: “{seen}” before it takes every link", "order")
        seen = seen or (path if path in CATCH_ALLS else "")


def _component(component: Any, defaults: Mapping[str, Any], known: set[str]) -> Iterator[Problem]:
    if not isinstance(component, dict):
        yield Problem("Every one of “components” must be an object", "form")
        return
    yield from _unknown(component, COMPONENT, "components")
    for key in ("exclude", "caseSensitive", "percentEncoded"):
        if key in component and not isinstance(component[key], bool):
            yield Problem(f"“{key}” must be true or false, without quotes", "boolean")
    path = component.get("/", "*")
    if isinstance(path, str):
        yield from _shape(path)
    patterns = list(_patterns(component))
    if not all(isinstance(pattern, str) for pattern in patterns):
        yield Problem(f"Every pattern must be text: {named(component)}", "form")
    texts = [pattern for pattern in patterns if isinstance(pattern, str)]
    yield from (_variable(name) for text in texts for name in VARIABLE.findall(text) if name not in known)
    if {**defaults, **component}.get("percentEncoded") is not False and not all(text.isascii() for text in texts):
        said = "links are compared percent-encoded, unless percentEncoded is false"
        yield Problem(f"“{named(component)}” can match no link: {said}", "encoding")


def _patterns(component: Mapping[str, Any]) -> Iterator[Any]:
    query = component.get("?", "*")
    yield from (component.get("/", "*"), component.get("#", "*"))
    yield from query.values() if isinstance(query, dict) else (query,)


def _variable(name: str) -> Problem:
    return Problem(f"“$({name[:40]})” stands for nothing: substitutionVariables does not name it", "variable")


def _dead(components: list[Any], defaults: Mapping[str, Any]) -> Iterator[Problem]:
    """An exclusion behind a component that takes every link."""
    catch_all = False
    for one in components:
        if not isinstance(one, dict):
            continue
        if catch_all and one.get("exclude") is True:
            said = f"“{named(one)}” excludes nothing: a component before it takes every link"
            yield Problem(said, "order")
        everything = one.get("/", "*") in CATCH_ALLS and all(one.get(key, "*") == "*" for key in ("?", "#"))
        catch_all = catch_all or (everything and {**defaults, **one}.get("exclude") is not True)
