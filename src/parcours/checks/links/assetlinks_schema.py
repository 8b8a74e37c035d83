"""Android's association file is verified to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.checks.links._files import Hosted, broken_json, hosted, once_each
from parcours.facts.apps import is_package
from parcours.facts.association import HANDLES_URLS, held
from parcours.trace import JourneyTrace

FINGERPRINT = re.compile(r"(?:[0-9A-F]{2}:){31}[0-9A-F]{2}")
ANY_CASE = re.compile(FINGERPRINT.pattern, re.IGNORECASE)


def _files(trace: JourneyTrace) -> Iterable[Hosted]:
    return [one for one in hosted(trace, "assetlinks") if _is_meant(one)]


def _is_meant(one: Hosted) -> bool:
    if one.file.status != 200:
        return False
    if not one.is_json:
        return "android_app" in one.file.text or bool(one.app and broken_json(one))
    return bool(one.app) or any(_speaks_of_apps(statement) for statement in _list(held(one.file)))


def _speaks_of_apps(statement: Any) -> bool:
    """True where a statement is about an app and its links; a shared login is another matter."""
    if not isinstance(statement, dict):
        return False
    relation = statement.get("relation")
    return "handle_all_urls" in str(relation) and _target(statement).get("namespace") != "web"


@journey_check(
    "links/assetlinks-schema",
    title="Android's association file is well written",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=_files,
    platforms=("android",),
    needs=("wellknown",),
    advice=Advice(
        do="Copy the statement from the Play Console, with the fingerprint of the key that Google signs with.",
        snippet='[{"relation": ["delegate_permission/common.handle_all_urls"], "target": {"namespace": "android_app", '
        '"package_name": "com.mybank.app", "sha256_cert_fingerprints": ["14:6D:E9:…"]}}]',
        links=(
            "https://developer.android.com/training/app-links/configure-assetlinks",
            "https://developers.google.com/digital-asset-links/v1/statements",
        ),
    ),
    passes="A list with a statement for com.mybank.app whose fingerprints are 32 pairs of capital digits.",
    fails="The fingerprint is written in small letters.",
)
def assetlinks_schema(one: Hosted, _trace: JourneyTrace) -> Iterator[Problem]:
    """Android trusts no file that is nearly right: the link opens the browser, and only a log in the phone says why."""
    if problem := broken_json(one):
        yield problem
    elif one.is_json:
        yield from once_each(_statements(one))


def _statements(one: Hosted) -> Iterator[Problem]:
    whole = held(one.file)
    if not isinstance(whole, list):
        yield Problem("The file must be a list of statements, in square brackets", "form")
        return
    if not all(isinstance(statement, dict) for statement in whole):
        yield Problem("Everything in the list must be an object", "form")
    about = [statement for statement in whole if _speaks_of_apps(statement)]
    if not about and not any(isinstance(statement, dict) and "include" in statement for statement in whole):
        yield Problem(f"No statement gives an app “{HANDLES_URLS}”: no link opens one", "no-apps")
    for statement in about:
        yield from _relation(statement.get("relation"))
        yield from _app(_target(statement))


def _relation(relation: Any) -> Iterator[Problem]:
    if not isinstance(relation, list):
        yield Problem("“relation” must be a list, even of one", "form")
    elif HANDLES_URLS not in relation:
        said = next((str(one) for one in relation if "handle_all_urls" in str(one)), "")
        yield Problem(f"“{said[:80]}” is not “{HANDLES_URLS}”", "relation")


def _app(target: Mapping[str, Any]) -> Iterator[Problem]:
    if target.get("namespace") != "android_app":
        yield Problem(
            f"The namespace must be “android_app”, not “{str(target.get('namespace', ''))[:40]}”", "namespace"
        )
        return
    package = target.get("package_name")
    if not isinstance(package, str) or not is_package(package):
        yield Problem(f"“{str(package or '')[:80]}” cannot be a package name", "package")
    prints = target.get("sha256_cert_fingerprints")
    if not isinstance(prints, list) or not prints:
        yield Problem(f"{package} has no certificate fingerprint in sha256_cert_fingerprints", "fingerprint-missing")
        return
    yield from (problem for one in prints if (problem := _fingerprint(one)))


def _fingerprint(one: Any) -> Problem | None:
    if isinstance(one, str) and FINGERPRINT.fullmatch(one):
        return None
    if isinstance(one, str) and ANY_CASE.fullmatch(one):
        return Problem(f"The fingerprint {one[:11]}… must be in capitals", "fingerprint-case")
    if isinstance(one, str) and re.fullmatch(r"(?:[0-9A-F]{2}:){19}[0-9A-F]{2}", one, re.IGNORECASE):
        return Problem(f"The fingerprint {one[:11]}… is SHA-1's: Android wants SHA-256's, 32 pairs", "fingerprint")
    return Problem(f"“{str(one)[:60]}” is no fingerprint: 32 pairs of digits and A to F, with colons", "fingerprint")


def _target(statement: Mapping[str, Any]) -> dict[str, Any]:
    target = statement.get("target")
    return target if isinstance(target, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
