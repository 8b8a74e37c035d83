"""What `parcours rules` and `parcours explain` say."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from parcours.checks.catalogue import discover
from parcours.cli import main
from parcours.cli.explain import COLOURS, FRAMES, named
from parcours.cli.rules import AREAS, WORDS
from parcours.errors import Exit
from parcours.findings import Certainty, Owner, Severity
from parcours.reporting.messages.rules import book

CHECKS = discover()


def say(*args: str, width: int = 80) -> Result:
    return CliRunner().invoke(main, list(args), env={"COLUMNS": str(width)})


class TestRules:
    def test_every_rule_has_one_line_that_begins_with_its_id(self) -> None:
        lines = say("rules").stdout.splitlines()
        assert [line.split()[0] for line in lines[1:]] == list(CHECKS)

    def test_a_line_tells_severity_department_phones_and_title(self) -> None:
        line = next(line for line in say("rules").stdout.splitlines() if line.startswith("app/banner-missing "))
        assert line.split() == [
            "app/banner-missing",
            "minor",
            "app",
            "iPhone",
            *CHECKS["app/banner-missing"].title.split(),
        ]

    def test_an_area_leaves_out_the_others(self) -> None:
        lines = say("rules", "--area", "viewport").stdout.splitlines()[1:]
        assert {line.partition("/")[0] for line in lines} == {"viewport"}
        assert len(lines) == sum(check.area == "viewport" for check in CHECKS.values())

    def test_an_area_that_is_none_gets_the_nearest(self) -> None:
        said = say("rules", "--area", "viewprt")
        assert (said.exit_code, said.stdout) == (Exit.USAGE, "")
        assert said.stderr == "parcours: there is no area 'viewprt'\n  tip: did you mean 'viewport'?\n"

    def test_json_holds_all_that_a_rule_says(self) -> None:
        document = json.loads(say("rules", "--format", "json").stdout)
        rule = next(rule for rule in document["rules"] if rule["id"] == "viewport/zoom-blocked")
        check = CHECKS["viewport/zoom-blocked"]
        assert (document["schema"], [rule["id"] for rule in document["rules"]]) == (1, list(CHECKS))
        assert rule == {
            "id": "viewport/zoom-blocked",
            "area": "viewport",
            "title": check.title,
            "severity": "major",
            "certainty": "high",
            "owner": "web",
            "platforms": ["ios", "android"],
            "needs": ["frames"],
            "version": check.version,
            "why": check.reason,
            "do": check.advice.do,
            "snippet": check.advice.snippet,
            "links": list(check.advice.links),
            "passes": check.passes,
            "fails": check.fails,
        }

    def test_text_in_french_names_severity_and_department_in_french(self) -> None:
        line = next(
            line for line in say("rules", "--lang", "fr").stdout.splitlines() if line.startswith("contact/none ")
        )
        assert line.split()[1:4] == ["majeur", "service", "client"]

    def test_titles_are_in_french_too_in_text_and_in_markdown(self) -> None:
        title = book("fr")["contact/none"].title
        for form in ("text", "markdown"):
            said = say("rules", "--lang", "fr", "--area", "contact", "--format", form).stdout
            assert title in said
            assert CHECKS["contact/none"].title not in said

    @pytest.mark.parametrize("lang", WORDS)
    def test_a_language_has_a_word_for_every_severity_department_and_phone(self, lang: str) -> None:
        words = WORDS[lang]
        assert set(words.severities) == set(Severity)
        assert set(words.departments) == set(Owner)
        assert set(words.platforms) == {"ios", "android", "both"}

    @pytest.mark.parametrize("lang", AREAS)
    def test_a_language_says_what_each_area_of_ours_is_about(self, lang: str) -> None:
        assert {check.area for check in CHECKS.values()} - set(AREAS[lang]) == set()


class TestExplain:
    @pytest.mark.parametrize("name", ["viewport/zoom-blocked", "zoom-blocked"])
    def test_a_rule_is_found_by_its_id_and_by_its_name_alone(self, name: str) -> None:
        assert say("explain", name).stdout.splitlines()[0] == "viewport/zoom-blocked  The page can be zoomed"

    @pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
    def test_all_that_a_rule_says_is_told(self, check) -> None:
        result = say("explain", check.id, width=3000)
        assert result.exit_code == Exit.FINE
        lines = [line.strip() for line in result.stdout.splitlines()]
        expected = [f"{check.id}  {check.title}", " ".join(check.reason.split()), check.advice.do, *check.advice.links]
        for code in (check.advice.snippet, check.passes, check.fails):
            expected += [line.strip() for line in code.splitlines()]
        assert [line for line in expected if line not in lines] == []

    def test_in_french_a_rule_says_what_it_says_in_english(self) -> None:
        check, words = CHECKS["contact/none"], book("fr")["contact/none"]
        lines = [line.strip() for line in say("explain", check.id, "--lang", "fr", width=3000).stdout.splitlines()]
        assert lines[0] == f"{check.id}  {words.title}"
        assert lines[4].split() == ["Gravité", "majeur", ":", "beaucoup", "de", "clients", "abandonneront"]
        code = [line for part in (check.advice.snippet, check.passes, check.fails) for line in part.splitlines()]
        wanted = [words.why, words.do, *check.advice.links, *(line.strip() for line in code)]
        assert [line for line in wanted if line not in lines] == []
        assert [line for line in (check.reason, check.advice.do, check.title) if line in lines] == []

    def test_words_are_folded_and_code_is_kept_whole_on_a_narrow_terminal(self) -> None:
        lines = say("explain", "zoom-blocked", width=40).stdout.splitlines()
        check = CHECKS["viewport/zoom-blocked"]
        assert f"  {check.advice.snippet}" in lines
        assert [f"  {link}" for link in check.advice.links] == lines[-len(check.advice.links) :]
        whole = {f"  {line}" for line in (check.advice.snippet, check.passes, check.fails, *check.advice.links)}
        assert [line for line in lines if len(line) > 40 and line not in whole] == []

    def test_a_rule_that_is_none_gets_the_nearest(self) -> None:
        said = say("explain", "viewport/zoom-bloked")
        assert (said.exit_code, said.stdout) == (Exit.USAGE, "")
        assert "there is no rule 'viewport/zoom-bloked'" in said.stderr
        assert "'viewport/zoom-blocked'" in said.stderr

    def test_a_name_without_its_area_gets_the_nearest_too(self) -> None:
        assert "zoom-blocked'?" in say("explain", "zoom-bloked").stderr

    def test_an_area_is_no_rule_and_says_where_its_rules_are_listed(self) -> None:
        said = say("explain", "viewport")
        assert said.exit_code == Exit.USAGE
        assert "`parcours rules --area viewport` lists its rules" in said.stderr

    def test_nothing_near_leads_to_the_list(self) -> None:
        assert "`parcours rules` lists them all" in say("explain", "qqqqqqqq").stderr

    def test_every_id_names_its_own_rule(self) -> None:
        assert [named(id) for id in CHECKS] == list(CHECKS.values())

    def test_every_severity_has_a_colour_and_a_sentence(self) -> None:
        assert set(COLOURS) == set(Severity)
        for frame in FRAMES.values():
            assert set(frame.costs) == set(Severity)
            assert set(frame.certainties) == set(Certainty)
            assert set(frame.phones) == {"ios", "android", "both"}
