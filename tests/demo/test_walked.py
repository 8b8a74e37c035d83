"""The shops, the letter and the command as the runner meets them: real browsers, real judgements."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parcours.cli import main
from parcours.demo.server import serve
from parcours.demo.story import LETTER, SCENARIOS
from parcours.results import Status, failing
from parcours.running import run as running
from parcours.running.run import Outcome

PHONES = ("iphone", "android")


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
    for error in LETTER.errors:
        assert error.title in said.stdout
    assert "A customer who scans it meets 3 errors" in said.stdout
    assert "found nothing to mend" in said.stdout
    (report,) = folder.glob("reports/runs/*/report.html")
    assert report.name in said.stdout
