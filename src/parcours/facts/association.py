"""Which app a phone opens for a link: Apple's and Android's association files, read as the phones read them.

Apple: https://developer.apple.com/documentation/bundleresources/applinks. The rules of an app are tried in the order
in which they stand, and the first one that matches the link decides: it opens the app, or keeps it shut (`exclude`).
Android's dynamic rules (https://developer.android.com/training/app-links/configure-assetlinks) have the same form.
"""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

from parcours.facts.model import WellKnown
from parcours.facts.urls import place_of

HANDLES_URLS = "delegate_permission/common.handle_all_urls"
DYNAMIC = "dynamic_app_link_components"
ANY = "*"
LONGEST = 4000  # characters of a link that are compared

# Foundation's lists of regions and languages are taken as any two capitals, any two or three small letters.
PREDEFINED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "alpha": ((string.ascii_letters,),),
    "upper": ((string.ascii_uppercase,),),
    "lower": ((string.ascii_lowercase,),),
    "alnum": ((string.ascii_letters + string.digits,),),
    "digit": ((string.digits,),),
    "xdigit": ((string.hexdigits,),),
    "region": ((string.ascii_uppercase,) * 2,),
    "lang": ((string.ascii_lowercase,) * 2, (string.ascii_lowercase,) * 3),
}
VARIABLE = re.compile(r"\$\(([^$()]*)\)")
TOKEN = re.compile(r"\$\([^$()]*\)|.", re.DOTALL)

Variables = Mapping[str, tuple[str, ...]]


class Rule(NamedTuple):
    """One pattern of an app: a component, or one of the older `paths`. `text` is how messages name it.

    `query` is a pattern for the whole query, or one for each of its items. `absent_is_empty`: an item that the link
    does not have counts as empty (Apple), or as no match (Android).
    """

    text: str
    path: str = ANY
    query: str | tuple[tuple[str, str], ...] = ANY
    fragment: str = ANY
    exclude: bool = False
    case_sensitive: bool = True
    percent_encoded: bool = True
    absent_is_empty: bool = True


@dataclass(frozen=True, slots=True)
class Target:
    """The apps that share a list of rules; `legacy` when the rules are `paths`, which know no query and no fragment.

    `fingerprints` are Android's. `ruled` is False when the file has no rules for them at all: on Android the app's
    own manifest then decides alone.
    """

    apps: tuple[str, ...]
    rules: tuple[Rule, ...] = ()
    legacy: bool = False
    variables: Variables = field(default_factory=dict)
    fingerprints: tuple[str, ...] = ()
    ruled: bool = True


class Outcome(StrEnum):
    """What becomes of a link."""

    OPENS = "opens"
    EXCLUDED = "excluded"  # a rule says that it must not
    UNMATCHED = "unmatched"


class Answer(NamedTuple):
    """What an association file makes of a link, and why.

    `near` is what alone keeps a rule from matching: "case", "slash", "encoding", "query", "fragment", or "".
    """

    outcome: Outcome
    apps: tuple[str, ...]
    reason: str
    rule: Rule | None = None
    near: str = ""


class Parts(NamedTuple):
    """A link as rules see it: still percent-encoded, the query and the fragment without their marks."""

    path: str
    query: str
    fragment: str


# Reading the files


def held(file: WellKnown | None) -> Any:
    """What a file that was answered with 200 holds; None when it is absent, refused or not JSON."""
    return _loaded(file.text) if file and file.status == 200 else None


@lru_cache(maxsize=64)
def _loaded(text: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None


def apple_targets(file: WellKnown | None) -> tuple[Target, ...]:
    """The apps of an apple-app-site-association file with their rules, in its order; none when it is no such file.

    What has not the form that Apple asks for is left out. `components` go before `paths`, as they do since iOS 13.
    """
    links = _dict(_dict(held(file)).get("applinks"))
    variables = {
        str(name): tuple(value for value in values if isinstance(value, str))
        for name, values in _dict(links.get("substitutionVariables")).items()
        if isinstance(values, list)
    }
    everywhere = _dict(links.get("defaults"))
    found = (_apple_target(ids, detail, everywhere, variables) for ids, detail in apple_details(links))
    return tuple(target for target in found if target.apps)


def apple_details(links: Mapping[str, Any]) -> Iterator[tuple[list[Any], Mapping[str, Any]]]:
    """The app ids and the object of each of `details`, whatever form they have: a list, or iOS 9's object by app id."""
    details = links.get("details")
    if isinstance(details, dict):
        yield from (([id], _dict(detail)) for id, detail in details.items())
    for detail in _list(details):
        if isinstance(detail, dict):
            ids = _list(detail.get("appIDs"))
            yield ids or ([detail["appID"]] if "appID" in detail else []), detail


def _apple_target(
    ids: list[Any], detail: Mapping[str, Any], everywhere: Mapping[str, Any], variables: Variables
) -> Target:
    apps = tuple(id for id in ids if isinstance(id, str) and id)
    if "components" not in detail and "paths" in detail:
        paths = (path for path in _list(detail["paths"]) if isinstance(path, str))
        return Target(apps, tuple(map(_legacy_rule, paths)), legacy=True)
    defaults = {**everywhere, **_dict(detail.get("defaults"))}
    components = (one for one in _list(detail.get("components")) if isinstance(one, dict))
    rules = tuple(rule for one in components if (rule := component_rule({**defaults, **one}, one)))
    return Target(apps, rules, variables=variables, ruled="components" in detail)


def _legacy_rule(path: str) -> Rule:
    exclude = path.startswith("NOT ")
    return Rule(path, path.removeprefix("NOT ").strip(), exclude=exclude)


def component_rule(component: Mapping[str, Any], written: Mapping[str, Any], *, android: bool = False) -> Rule | None:
    """One component as a rule; None when a part of it has the wrong type, so that it can match nothing."""
    path, query, fragment = (component.get(key, ANY) for key in ("/", "?", "#"))
    if isinstance(query, dict):
        query = tuple((str(name), value) for name, value in query.items())
        sound = all(isinstance(value, str) for _, value in query)
    else:
        sound = isinstance(query, str)
    if not sound or not isinstance(path, str) or not isinstance(fragment, str):
        return None
    return Rule(
        named(written),
        path,
        query,
        fragment,
        exclude=component.get("exclude") is True,
        case_sensitive=component.get("caseSensitive") is not False,
        percent_encoded=component.get("percentEncoded") is not False,
        absent_is_empty=not android,
    )


def named(component: Mapping[str, Any]) -> str:
    """A component as people would say it: the parts that it has, as they are written."""
    parts = (f"{key} {_short(component[key])}" for key in ("/", "?", "#") if key in component)
    text = ", ".join(parts) or "every link"
    return f"{text}, exclude" if component.get("exclude") is True else text


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else text[:79] + "…"


def android_targets(file: WellKnown | None) -> tuple[Target, ...]:
    """The packages that may open the site's links by an assetlinks.json file, with Android 15's dynamic rules."""
    found = (_android_target(statement) for statement in _list(held(file)) if isinstance(statement, dict))
    return tuple(target for target in found if target)


def _android_target(statement: Mapping[str, Any]) -> Target | None:
    app = _dict(statement.get("target"))
    package = app.get("package_name")
    if HANDLES_URLS not in _list(statement.get("relation")) or app.get("namespace") != "android_app":
        return None
    if not isinstance(package, str) or not package:
        return None
    prints = tuple(one for one in _list(app.get("sha256_cert_fingerprints")) if isinstance(one, str))
    components = dynamic_components(statement)
    rules = (component_rule(one, one, android=True) for one in components or () if isinstance(one, dict))
    return Target(
        (package,), tuple(rule for rule in rules if rule), fingerprints=prints, ruled=isinstance(components, list)
    )


def dynamic_components(statement: Mapping[str, Any]) -> list[Any] | None:
    """Android's dynamic rules of one statement; None when it has no list of them."""
    found = _dict(_dict(statement.get("relation_extensions")).get(HANDLES_URLS)).get(DYNAMIC)
    return found if isinstance(found, list) else None


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


# Deciding


def decide(targets: Iterable[Target], url: str) -> Answer:
    """What becomes of a link: the first app that takes it, else the refusal that says most about why none does."""
    parts = parts_of(url)
    answers = [_answer(target, parts) for target in targets]
    opens = next((answer for answer in answers if answer.outcome is Outcome.OPENS), None)
    near = next((answer for answer in answers if answer.near), None)
    excluded = next((answer for answer in answers if answer.outcome is Outcome.EXCLUDED), None)
    nothing = Answer(Outcome.UNMATCHED, (), "the file names no app")
    return opens or near or excluded or (answers[0] if answers else nothing)


def parts_of(url: str) -> Parts:
    """The path, the query and the fragment of a web address, percent-encoded as a browser would send them."""
    body, _, fragment = url.strip().partition("#")
    body, _, query = body.partition("?")
    path = place_of(body).path
    return Parts(*(quote(part[:LONGEST], safe=string.punctuation) for part in (path, query, fragment)))


def _answer(target: Target, parts: Parts) -> Answer:
    rule = _first(target.rules, parts, target.variables)
    if rule is None:
        return _unmatched(target, parts)
    said = f"{_which(rule, target)} {'comes first and keeps it out' if rule.exclude else 'matches'}"
    return Answer(Outcome.EXCLUDED if rule.exclude else Outcome.OPENS, target.apps, said, rule)


def _unmatched(target: Target, parts: Parts) -> Answer:
    for near, difference, rules, altered in _variants(target, parts):
        rule = _first(rules, altered, target.variables)
        if rule and not rule.exclude:
            written = target.rules[rules.index(rule)]
            said = f"{_which(written, target)} would match it but for {difference}"
            return Answer(Outcome.UNMATCHED, target.apps, said, written, near)
    count, word = len(target.rules), "path" if target.legacy else "component"
    said = f"none of its {count} {word}s matches" if count else "it has no rules that could match"
    if count == 1:
        said = f"its only {word} (“{target.rules[0].text}”) does not match"
    return Answer(Outcome.UNMATCHED, target.apps, said)


Variant = tuple[str, str, tuple[Rule, ...], Parts]


def _variants(target: Target, parts: Parts) -> Iterator[Variant]:
    """The link or the rules with one thing changed: what would then match is nearly right."""
    rules, toggled = target.rules, parts.path[:-1] if parts.path.endswith("/") else parts.path + "/"
    yield "case", "upper and lower case", tuple(rule._replace(case_sensitive=False) for rule in rules), parts
    yield "slash", "the slash at the end", rules, parts._replace(path=toggled)
    plain = tuple(rule._replace(percent_encoded=False) for rule in rules)
    yield "encoding", "the percent signs: the link is compared as it is encoded", plain, parts
    yield "query", "the query", tuple(rule if rule.exclude else rule._replace(query=ANY) for rule in rules), parts
    unfixed = tuple(rule if rule.exclude else rule._replace(fragment=ANY) for rule in rules)
    yield "fragment", "the part after #", unfixed, parts


def _which(rule: Rule, target: Target) -> str:
    word = "path" if target.legacy else "component"
    return f"{word} {target.rules.index(rule) + 1} of {len(target.rules)} (“{rule.text}”)"


def _first(rules: Iterable[Rule], parts: Parts, variables: Variables) -> Rule | None:
    return next((rule for rule in rules if matches(rule, parts, variables)), None)


def matches(rule: Rule, parts: Parts, variables: Variables | None = None) -> bool:
    """True when the path, the query and the fragment all match."""

    def fits(pattern: str, text: str) -> bool:
        if pattern == ANY:
            return True
        text = text if rule.percent_encoded else unquote(text)
        return fully(pattern, text, variables or {}, fold=not rule.case_sensitive)

    if not fits(rule.path, parts.path) or not fits(rule.fragment, parts.fragment):
        return False
    if isinstance(rule.query, str):
        return fits(rule.query, parts.query)
    return all(_item_fits(name, pattern, rule, parts.query, fits) for name, pattern in rule.query)


def _item_fits(name: str, pattern: str, rule: Rule, query: str, fits: Any) -> bool:
    """Every item of that name must match; one that is not there is empty, or a mismatch (see `Rule`)."""
    pairs = (item.partition("=") for item in query.split("&") if item)
    wanted = name if rule.case_sensitive else name.lower()
    values = [value for key, _, value in pairs if _key(key, rule) == wanted]
    if not values and not rule.absent_is_empty:
        return False
    return all(fits(pattern, value) for value in values or [""])


def _key(name: str, rule: Rule) -> str:
    name = name if rule.percent_encoded else unquote(name)
    return name if rule.case_sensitive else name.lower()


# Patterns


def fully(pattern: str, text: str, variables: Variables | None = None, *, fold: bool = False) -> bool:
    """True when a pattern matches the whole of a text.

    `*` is any run of characters, `?` any one, `$(name)` one value of a variable. A set of reached places is carried
    along, as the bits of a number, so that no pattern takes long: files are other people's.
    """
    text = text.lower() if fold else text
    places = _Places(text, fold=fold)
    return bool(places.after(pattern, 1, variables or {}) >> len(text) & 1)


class _Places:
    """The places of a text, bit n standing before its character n."""

    def __init__(self, text: str, *, fold: bool) -> None:
        self.fold = fold
        self.all = (1 << len(text) + 1) - 1
        self.of: dict[str, int] = {}
        self.known: dict[tuple[str, int], int] = {}  # where a variable leads from which places
        for index, char in enumerate(text):
            self.of[char] = self.of.get(char, 0) | 1 << index

    def after(self, pattern: str, reached: int, variables: Variables) -> int:
        """Where a pattern may end when it begins at one of the places reached."""
        for token in TOKEN.findall(pattern):
            if not reached:
                break
            if token == "*":  # noqa: S105 - a wildcard
                reached = self.all & ~((reached & -reached) - 1)
            elif token == "?":  # noqa: S105 - a wildcard
                reached = reached << 1 & self.all
            elif len(token) > 1:
                reached = self._variable(token[2:-1], reached, variables)
            else:
                reached = self._one_of(token.lower() if self.fold else token, reached)
        return reached

    def _one_of(self, chars: str, reached: int) -> int:
        held = 0
        for char in chars:
            held |= self.of.get(char, 0)
        return (held & reached) << 1

    def _variable(self, name: str, reached: int, variables: Variables) -> int:
        if name in variables:
            if (name, reached) not in self.known:
                ends = 0
                for value in dict.fromkeys(variables[name]):  # values hold wildcards, but no variables
                    ends |= self.after(value, reached, {})
                self.known[name, reached] = ends
            return self.known[name, reached]
        ends = 0
        for spelling in PREDEFINED.get(name, ()):
            place = reached
            for chars in spelling:
                place = self._one_of(chars.lower() if self.fold else chars, place)
            ends |= place
        return ends
