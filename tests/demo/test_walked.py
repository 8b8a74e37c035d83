"""The shops, the bank and the command as the runner meets them: real browsers, real judgements."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parcours.cli import main
from parcours.demo.server import serve
from parcours.demo.story import BANK, LETTER, SCENARIOS, STORIES
from parcours.findings import Severity
from parcours.reporting import load_run
from parcours.results import JourneyResult, Status, failing
from parcours.running import run as running
from parcours.running.run import Outcome
from servers import serving

PHONES = ("iphone", "android")

APPOINTMENT = """
parcours: 1
app: {ios: "1472583690", android: localhost.mesange.app}
sites: {banque.localhost: "demo:bank-after"}
service-workers: allow
allow-send: banque.localhost
start:
  link: http://banque.localhost/
steps:
  - go: /mentions-legales
  - tap: "Nous contacter"
  - tap: "Prendre rendez-vous"
  - type: {into: "Identifiant", text: "louise"}
  - type: {into: "Mot de passe", text: "faux"}
  - send: "Me connecter"
  - see: "mot de passe inconnu"
  - type: {into: "Identifiant", text: "louise"}
  - type: {into: "Mot de passe", text: "mesange"}
  - send: "Me connecter"
  - tap: "samedi 14 mars"
  - send: "Réserver ce créneau"
  - see: "C’est noté"
  - tap: "Mon prêt"
  - tap: "Un SMS"
  - send: "Enregistrer mes alertes"
  - see: "vous recevrez un SMS"
"""


@pytest.fixture(scope="module")
def old(tmp_path_factory) -> Outcome:
    return running.execute([SCENARIOS / "lettre-avant.yaml"], devices=PHONES, reports=tmp_path_factory.mktemp("old"))


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> tuple[Path, Result]:
    """The demo, as a person types it in an empty folder."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return folder, CliRunner().invoke(main, ["demo", "--no-open"])


def test_the_mended_shop_is_clean_on_both_phones(tmp_path):
    with serve("shop-after") as shop:
        pages = [f"{shop.url}{page}" for page in ("printemps", "bottines/lison?pointure=38", "contact", "aide")]
        outcome = running.audit(pages, devices=PHONES, reports=tmp_path)
    found = [(result.id, found.rule) for result in outcome.results for found in failing(result.findings)]
    assert found == []
    assert {result.status for result in outcome.results} == {Status.PASSED}
    assert len(outcome.results) == len(pages) * len(PHONES)


def test_the_old_shop_ends_the_journey_where_the_app_is_looked_for(old):
    for result in old.results:
        assert [(step.verb, step.ended) for step in result.steps] == [
            ("qr", "done"),
            ("see", "done"),
            ("find", "blocked"),
            ("go", "skipped"),
            ("find", "skipped"),
        ]


def test_the_old_shop_has_the_errors_of_the_story_on_both_phones(old):
    assert [result.device for result in old.results] == list(PHONES)
    for result in old.results:
        rules = {found.rule for found in failing(result.findings)}
        assert {error.rules[0] for error in LETTER.errors} <= rules


def test_the_old_shop_has_no_other_kinds_of_errors(old):
    areas = {found.rule.partition("/")[0] for result in old.results for found in failing(result.findings)}
    assert areas == {"app", "layout", "links", "plugin", "text", "viewport"}


def test_the_demo_tells_the_story_as_expected(told):
    folder, said = told
    assert (said.exit_code, said.stderr) == (0, "")
    for story in STORIES:
        for error in story.errors:
            assert error.title in said.stdout
    assert "A customer who scans it meets 3 errors" in said.stdout
    assert "A customer who follows it and wants to write back meets 5 errors" in said.stdout
    assert said.stdout.count("found nothing to mend") == 2
    assert len(list(folder.glob("reports/runs/*/report.html"))) == 2
    assert said.stdout.count("report.html") == 2
    assert "1 new, 0 worse, 1 changed, 1 fixed, 0 known, 0 newly checked, 0 not checked, 0 unstable" in said.stdout


def test_the_demo_writes_into_the_reports_only(told):
    assert [path.name for path in told[0].iterdir()] == ["reports"]


def test_the_report_says_what_is_new_what_moved_and_what_is_mended(told):
    (folder,) = (path.parents[1] for path in told[0].glob("reports/runs/*/lettre-suivie/iphone"))
    text = (folder / "report.html").read_text(encoding="utf-8")
    assert "Since last time: new 1, changed 1, fixed 1." in text
    labels = re.findall(r'<strong class="standing ([a-z-]+)">([^<]+)<', text)
    assert sorted(labels) == [("changed", "Changed"), ("fixed", "Fixed"), ("new", "New")]


def test_the_report_passes_the_rules_that_it_reports_on(told, tmp_path):
    (folder,) = (path.parents[1] for path in told[0].glob(f"reports/runs/*/{LETTER.before}/iphone"))
    with serving({"/": (folder / "report.html").read_text(encoding="utf-8")}) as site:
        outcome = running.audit([site.url], devices=PHONES, reports=tmp_path)
    assert {(result.device, result.judged) for result in outcome.results} == {(phone, True) for phone in PHONES}
    grave = [one for result in outcome.results for one in failing(result.findings, Severity.MAJOR)]
    assert [(one.where.device, one.rule, one.message) for one in grave] == []


def results(folder: Path, scenario: str) -> list[JourneyResult]:
    (run,) = (path.parents[1] for path in folder.glob(f"reports/runs/*/{scenario}/iphone"))
    return sorted((r for r in load_run(run).results if r.scenario == scenario), key=lambda r: PHONES.index(r.device))


def test_the_mended_bank_leads_from_the_text_message_to_the_reply(told):
    for result in results(told[0], BANK.after):
        assert result.status is Status.PASSED
        told_on_android = ["expect-notification"] if result.device == "android" else []
        met = [step.verb for step in result.steps if step.verb.startswith("expect-") and step.ended == "done"]
        assert met == ["expect-reply", "expect-badge", *told_on_android, "expect-badge"]


def test_the_old_bank_stops_the_journey_where_a_message_is_to_be_written(told):
    for result in results(told[0], BANK.before):
        assert [step.verb for step in result.steps if step.ended == "blocked"] == ["find"]
        assert [step.verb for step in result.steps if step.ended == "skipped"] == ["type", "send", "expect-reply"]


def test_the_old_bank_fails_at_dialogue_and_the_app_and_at_nothing_else(told):
    found = [{f.rule for f in failing(result.findings)} for result in results(told[0], BANK.before)]
    on_both = {
        "app/undiscoverable",
        "chat/dead",
        "contact/no-mobile-native",
        "contact/tel-not-linked",
        "dialogue/case-progress",
        "dialogue/dead-end",
        "dialogue/push-opens-page",
    }
    assert found == [
        on_both | {"app/banner-missing", "dialogue/push-ios-ready", "links/aasa-fetch"},
        on_both | {"dialogue/push-on-load", "links/assetlinks-fetch"},
    ]


def test_the_mended_banks_other_pages_are_clean_on_both_phones(tmp_path):
    scenario = tmp_path / "rendez-vous.yaml"
    scenario.write_text(APPOINTMENT, encoding="utf-8")
    outcome = running.execute([scenario], devices=PHONES, reports=tmp_path)
    assert [(r.device, found.rule) for r in outcome.results for found in failing(r.findings)] == []
    assert [(r.device, r.status, r.reason) for r in outcome.results] == [(phone, Status.PASSED, "") for phone in PHONES]
