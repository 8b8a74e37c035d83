"""Which app a link opens, by the examples of Apple's and Android's documentation and by what people get wrong."""

import json

import pytest

from parcours.facts.association import (
    Answer,
    Outcome,
    android_targets,
    apple_targets,
    decide,
    fully,
    parts_of,
)
from parcours.facts.model import WellKnown

APP = "ABCDE12345.com.example.app"
SITE = "https://www.example.com"


def file(value: object, status: int = 200) -> WellKnown:
    text = value if isinstance(value, str) else json.dumps(value)
    return WellKnown(f"{SITE}/.well-known/x", status, "application/json", text)


def apple(*components: object, **links: object) -> WellKnown:
    return file({"applinks": {"details": [{"appIDs": [APP], "components": list(components)}], **links}})


def legacy(*paths: str) -> WellKnown:
    return file({"applinks": {"apps": [], "details": [{"appID": APP, "paths": list(paths)}]}})


def android(*components: object, **statement: object) -> WellKnown:
    handles = "delegate_permission/common.handle_all_urls"
    return file([{
        "relation": [handles],
        "target": {"namespace": "android_app", "package_name": "com.example", "sha256_cert_fingerprints": ["AA"]},
        "relation_extensions": {handles: {"dynamic_app_link_components": list(components)}},
        **statement,
    }])  # fmt: skip


def asked(file: WellKnown, path: str) -> Answer:
    return decide(apple_targets(file), SITE + path)


def opened(file: WellKnown, *paths: str) -> list[bool]:
    return [asked(file, path).outcome is Outcome.OPENS for path in paths]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("*", "", True),
        ("*", "/a/b", True),
        ("/buy/*", "/buy/", True),
        ("/buy/*", "/buy/a/b", True),
        ("/buy/*", "/buy", False),
        ("/buy/?*", "/buy/", False),
        ("/buy/?*", "/buy/1", True),
        ("????", "1234", True),
        ("????", "123", False),
        ("????", "12345", False),
        ("/*/offer", "/fr/offer", True),
        ("/*/offer", "/fr/be/offer", True),
        ("/*/offer", "/offer", False),
        ("/*.html", "/a.html.gz", False),
        ("/a*b*c", "/axbxxc", True),
        ("/a*b*c", "/acb", False),
        ("/a.b", "/axb", False),
        ("/a", "/A", False),
        ("", "", True),
        ("", "x", False),
    ],
)
def test_wildcards_take_any_run_any_character_or_at_least_one(pattern: str, text: str, expected: bool) -> None:
    assert fully(pattern, text) is expected


def test_a_pattern_that_would_keep_a_backtracking_matcher_busy_for_years_is_quick() -> None:
    assert not fully("*a" * 2000 + "b", "a" * 4000)
    assert not fully("$(x)" * 5000 + "b", "a" * 4000, {"x": ("*", "", "a*", *map(str, range(5000)))})


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("/$(lang)_$(region)/$(food)/", "/fr_BE/pizza/", True),
        ("/$(lang)_$(region)/$(food)/", "/fr_be/pizza/", False),
        ("/$(lang)_$(region)/$(food)/", "/fr_BE/soup/", False),
        ("/$(lang)/", "/gsw/", True),
        ("/$(food)", "/sushi-12", True),
        ("/$(digit)$(xdigit)$(alpha)$(alnum)$(upper)$(lower)", "/1fa0Zz", True),
        ("/$(digit)", "/x", False),
        ("/$(Food)", "/pizza", False),
        ("/$(unknown)", "/$(unknown)", False),
    ],
)
def test_variables_stand_for_each_of_their_values(pattern: str, text: str, expected: bool) -> None:
    assert fully(pattern, text, {"food": ("burrito", "pizza", "sushi-*")}) is expected


# Apple's example in "Supporting associated domains".
DOCUMENTED = apple(
    {"#": "no_universal_links", "exclude": True, "comment": "any URL with a fragment that equals this"},
    {"/": "/buy/*", "comment": "any URL with a path that starts with /buy/"},
    {"/": "/help/website/*", "exclude": True, "comment": "starts with /help/website/: must not open the app"},
    {"/": "/help/*", "?": {"articleNumber": "????"}, "comment": "starts with /help/, articleNumber of 4 characters"},
)


@pytest.mark.parametrize(
    ("path", "outcome", "rule"),
    [
        ("/buy/", Outcome.OPENS, 1),
        ("/buy/shoes?size=38", Outcome.OPENS, 1),
        ("/buy/shoes#no_universal_links", Outcome.EXCLUDED, 0),
        ("/buy/shoes#reviews", Outcome.OPENS, 1),
        ("/help/website/faq?articleNumber=1234", Outcome.EXCLUDED, 2),
        ("/help/faq?articleNumber=1234", Outcome.OPENS, 3),
        ("/help/faq?utm_source=letter&articleNumber=1234", Outcome.OPENS, 3),
        ("/help/faq?articleNumber=12345", Outcome.UNMATCHED, 3),
        ("/help/faq", Outcome.UNMATCHED, 3),
        ("/Buy/shoes", Outcome.UNMATCHED, 1),
        ("/about", Outcome.UNMATCHED, None),
        ("", Outcome.UNMATCHED, None),
    ],
)
def test_the_first_component_that_matches_decides(path: str, outcome: Outcome, rule: int | None) -> None:
    answer = asked(DOCUMENTED, path)
    (target,) = apple_targets(DOCUMENTED)
    assert (answer.outcome, answer.rule) == (outcome, None if rule is None else target.rules[rule])


class TestReasons:
    def test_a_match_names_the_component_and_the_app(self) -> None:
        answer = asked(DOCUMENTED, "/buy/shoes")
        assert (answer.apps, answer.reason) == ((APP,), "component 2 of 4 (“/ /buy/*”) matches")

    def test_an_exclusion_names_the_component_that_keeps_the_link_out(self) -> None:
        answer = asked(DOCUMENTED, "/help/website/x")
        assert answer.reason == "component 3 of 4 (“/ /help/website/*, exclude”) comes first and keeps it out"

    def test_no_match_counts_what_was_tried(self) -> None:
        assert asked(DOCUMENTED, "/about").reason == "none of its 4 components matches"
        assert asked(legacy("/buy/*"), "/about").reason == "its only path (“/buy/*”) does not match"
        assert asked(apple(), "/about").reason == "it has no rules that could match"

    @pytest.mark.parametrize(
        ("component", "path", "near"),
        [
            ({"/": "/Offer/*"}, "/offer/12", "case"),
            ({"/": "/offer/"}, "/offer", "slash"),
            ({"/": "/offer"}, "/offer/", "slash"),
            ({"/": "/été"}, "/%C3%A9t%C3%A9", "encoding"),
            ({"/": "/offer", "?": {"id": "?*"}}, "/offer?utm_source=letter", "query"),
            ({"/": "/offer", "?": "id=12"}, "/offer?id=12&utm_source=letter", "query"),
            ({"/": "/offer", "#": "app"}, "/offer", "fragment"),
            ({"/": "/offer/*"}, "/news", ""),
        ],
    )
    def test_what_is_nearly_right_is_told(self, component: object, path: str, near: str) -> None:
        answer = asked(apple(component), path)
        assert (answer.outcome, answer.near) == (Outcome.UNMATCHED, near)

    def test_a_file_without_an_app_says_so(self) -> None:
        assert decide((), SITE) == Answer(Outcome.UNMATCHED, (), "the file names no app")

    def test_an_exclusion_that_is_nearly_right_is_no_near_miss(self) -> None:
        assert asked(apple({"/": "/Offer", "exclude": True}), "/offer").near == ""


class TestComponents:
    def test_a_component_without_parts_matches_every_link(self) -> None:
        assert opened(apple({}), "", "/a?b#c") == [True, True]

    def test_an_absent_query_item_is_an_empty_one(self) -> None:
        file = apple({"?": {"id": "*"}})
        assert opened(file, "/", "/?id", "/?id=", "/?id=1") == [True] * 4
        assert opened(apple({"?": {"id": "?*"}}), "/", "/?id", "/?id=1") == [False, False, True]

    def test_every_item_of_a_name_must_match(self) -> None:
        file = apple({"?": {"id": "1*"}})
        assert opened(file, "/?id=1&id=12", "/?id=1&id=2") == [True, False]

    def test_all_the_items_of_a_component_must_match(self) -> None:
        file = apple({"?": {"a": "1", "b": "2"}})
        assert opened(file, "/?b=2&a=1", "/?a=1") == [True, False]

    def test_a_query_pattern_is_held_against_the_whole_query(self) -> None:
        file = apple({"?": "a=1*"})
        assert opened(file, "/?a=1&b=2", "/?b=2&a=1") == [True, False]

    def test_case_counts_unless_it_is_told_not_to(self) -> None:
        folding = {"caseSensitive": False}
        assert opened(apple({"/": "/Buy/*"}), "/buy/1") == [False]
        assert opened(apple({"/": "/Buy/*", **folding}), "/bUY/1") == [True]
        assert opened(apple({"?": {"Id": "AB"}, **folding}), "/?iD=ab") == [True]

    def test_patterns_are_percent_encoded_unless_told_otherwise(self) -> None:
        assert opened(apple({"/": "/caf%C3%A9"}), "/café", "/caf%C3%A9") == [True, True]
        assert opened(apple({"/": "/café"}), "/café", "/caf%C3%A9") == [False, False]
        assert opened(apple({"/": "/café", "percentEncoded": False}), "/café", "/caf%C3%A9") == [True, True]

    def test_defaults_hold_from_the_general_to_the_particular(self) -> None:
        site = apple({"/": "/Buy"}, {"/": "/Sell", "caseSensitive": True}, defaults={"caseSensitive": False})
        assert opened(site, "/buy", "/sell", "/Sell") == [True, False, True]
        detail = {"appIDs": [APP], "components": [{"/": "/Buy"}], "defaults": {"caseSensitive": True}}
        own = file({"applinks": {"defaults": {"caseSensitive": False}, "details": [detail]}})
        assert opened(own, "/buy") == [False]

    def test_the_file_s_own_variables_are_known(self) -> None:
        file = apple({"/": "/$(food)/"}, substitutionVariables={"food": ["burrito", "pizza"]})
        assert opened(file, "/pizza/", "/soup/") == [True, False]

    def test_only_true_excludes(self) -> None:
        assert opened(apple({"/": "*", "exclude": "true"}), "/") == [True]

    def test_a_part_of_the_wrong_type_matches_nothing(self) -> None:
        assert opened(apple({"/": 12}, {"?": {"id": 3}}, {"#": None}, "no component"), "/12?id=3") == [False]


class TestLegacyPaths:
    def test_the_first_path_that_matches_decides(self) -> None:
        file = legacy("NOT /admin/*", "/wwdc/news/", "/videos/wwdc/2015/*", "*")
        assert opened(file, "/admin/x", "/wwdc/news/", "/other") == [False, True, True]

    def test_the_query_and_the_fragment_are_ignored(self) -> None:
        assert opened(legacy("/buy"), "/buy?a=1#b") == [True]

    def test_components_go_before_paths(self) -> None:
        detail = {"appID": APP, "paths": ["*"], "components": [{"/": "/buy"}]}
        assert opened(file({"applinks": {"details": [detail]}}), "/buy", "/other") == [True, False]

    def test_the_first_form_of_all_was_an_object_by_app(self) -> None:
        known = file({"applinks": {"details": {APP: {"paths": ["/buy"]}}}})
        assert asked(known, "/buy").apps == (APP,)


class TestApps:
    def test_another_app_may_take_what_the_first_leaves(self) -> None:
        first = {
            "appIDs": ["ABCDE12345.com.example.shop"],
            "components": [{"/": "/buy/*"}, {"/": "*", "exclude": True}],
        }
        known = file({"applinks": {"details": [first, {"appIDs": [APP], "components": [{"/": "*"}]}]}})
        assert [asked(known, path).apps for path in ("/buy/1", "/x")] == [("ABCDE12345.com.example.shop",), (APP,)]

    def test_several_apps_share_their_components(self) -> None:
        known = file({"applinks": {"details": [{"appIDs": [APP, "ABCDE12345.com.example.b"], "components": [{}]}]}})
        assert asked(known, "/").apps == (APP, "ABCDE12345.com.example.b")

    @pytest.mark.parametrize(
        "known",
        [
            file({"applinks": {"details": [{"appIDs": [APP], "components": [{}]}]}}, status=404),
            file("<html>"),
            file("[" * 100_000),
            file([]),
            file({"webcredentials": {"apps": [APP]}}),
            file({"applinks": []}),
            file({"applinks": {"details": 3}}),
            file({"applinks": {"details": [{"components": [{}]}, {"appIDs": [3]}, {"appID": ""}, 4]}}),
        ],
    )
    def test_a_file_of_another_form_has_no_app(self, known: WellKnown) -> None:
        assert (apple_targets(known), apple_targets(None)) == ((), ())


def test_a_link_is_compared_as_a_browser_sends_it() -> None:
    assert parts_of("https://shop.example") == ("/", "", "")
    assert parts_of("https://shop.example/é a?q=ü#ß") == ("/%C3%A9%20a", "q=%C3%BC", "%C3%9F")


class TestAndroid:
    def test_dynamic_rules_are_tried_in_order(self) -> None:
        targets = android_targets(
            android({"/": "/pages/login.aspx", "exclude": True}, {"/": "/CMS/*", "exclude": True}, {"/": "*"})
        )
        said = [decide(targets, f"{SITE}{path}").outcome for path in ("/pages/login.aspx", "/CMS/a", "/offer")]
        assert said == [Outcome.EXCLUDED, Outcome.EXCLUDED, Outcome.OPENS]

    def test_a_query_item_must_be_there(self) -> None:
        targets = android_targets(android({"?": {"web": "*"}, "exclude": True}, {"/": "*"}))
        said = [decide(targets, f"{SITE}/a{query}").outcome for query in ("", "?web", "?web=1")]
        assert said == [Outcome.OPENS, Outcome.EXCLUDED, Outcome.EXCLUDED]

    def test_without_dynamic_rules_the_app_s_manifest_decides(self) -> None:
        (target,) = android_targets(android(relation_extensions={}))
        assert (target.apps, target.ruled, target.fingerprints) == (("com.example",), False, ("AA",))

    @pytest.mark.parametrize(
        "known",
        [
            android(relation=["delegate_permission/common.get_login_creds"]),
            android(relation="delegate_permission/common.handle_all_urls"),
            android(target={"namespace": "web", "site": "https://www.example.com"}),
            android(target={"namespace": "android_app"}),
            file({"a": 1}),
        ],
    )
    def test_other_statements_open_no_links(self, known: WellKnown) -> None:
        assert android_targets(known) == ()
