"""Values from the environment come into a scenario where it is walked, not where it is read."""

from __future__ import annotations

import pytest

from parcours.scenario.environment import secrets, with_secrets
from parcours.scenario.problems import ScenarioError

TEXT = """\
parcours: 1
vars: {login: "${env:BANK_LOGIN}"}
start: {link: "https://bank.example/?t=${env:TOKEN}", expect-text: "Hello ${login}"}
steps:
- type: {into: Login, text: "${login}"}
- see: "${env:TOKEN} and $${env:TOKEN}"
- wait: {for: "${ env:TOKEN }"}
"""
SET = {"BANK_LOGIN": "anna.martin\n", "TOKEN": "tok-1234"}


def test_a_scenario_loads_without_its_secrets_and_says_which_it_needs(loads):
    scenario = loads(TEXT)
    assert {name: problem.line for name, problem in scenario.environment.items()} == {"TOKEN": 3, "BANK_LOGIN": 3}
    assert [step.says for step in scenario.steps] == [
        "type “Login”",
        "see “${env:TOKEN} and $${env:TOKEN}”",
        "wait for “${ env:TOKEN }”",
    ]


def test_secrets_are_put_in_where_it_is_walked(loads):
    scenario = loads(TEXT)
    ready = with_secrets(scenario, secrets(scenario, SET))
    assert ready.start.args.model_dump() == {"url": "https://bank.example/?t=tok-1234"}
    assert ready.start.expect_text == "Hello anna.martin"
    assert [step.args.text for step in ready.steps] == ["anna.martin", "tok-1234 and ${env:TOKEN}", "tok-1234"]
    assert [step.says for step in ready.steps] == [step.says for step in scenario.steps]


def test_what_is_not_set_or_too_short_is_said_at_its_place(loads):
    with pytest.raises(ScenarioError) as raised:
        secrets(loads(TEXT), {"TOKEN": " abc ", "HOME": "/"})
    short = "the value of the environment variable TOKEN is too short to be kept secret"
    advice = "4 characters are the least; write what is no secret into the scenario itself"
    unset = "the environment variable BANK_LOGIN is not set"
    export = "set it where the journey is walked: export BANK_LOGIN=..., or a secret of the CI job"
    assert [f"{p.line}:{p.column} {p.code} {p.message} | {p.help}" for p in raised.value.problems] == [
        f"3:15 E016 {short} | {advice}",
        f"3:68 E016 {unset} | {export}",
    ]
    assert "abc" not in str(raised.value)


def test_a_scenario_without_secrets_needs_nothing(loads):
    assert loads("parcours: 1\nstart: {link: a}\nsteps:\n- see: $${env:HOME}\n").environment == {}
