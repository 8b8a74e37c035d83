"""Shards are the same wherever they are counted, and together they are the whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from parcours.cli import main
from parcours.errors import UsageError
from parcours.reporting import load_run, merged, newest_run
from parcours.running.shards import WHOLE, Shard, read_shard

IDS = [f"journey-{number}" for number in range(1000)]


@pytest.mark.parametrize("of", [1, 2, 5, 7])
def test_every_scenario_is_in_one_shard_and_shards_are_about_equal(of: int) -> None:
    found = Counter(number for id in IDS for number in range(1, of + 1) if Shard(number, of).takes(id))
    assert sum(found.values()) == len(IDS)
    assert all(abs(count - len(IDS) / of) < len(IDS) / of * 0.25 for count in found.values())


def test_a_scenarios_shard_is_made_of_its_id_and_of_nothing_else() -> None:
    ids = ("spring-letter", "été", "a" * 300, "")
    assert [next(n for n in range(1, 6) if Shard(n, 5).takes(id)) for id in ids] == [2, 4, 4, 5]


@pytest.mark.parametrize(
    ("text", "environment", "shard"),
    [
        ("1/1", {}, WHOLE),
        ("2/5", {}, Shard(2, 5)),
        (" 5/5 ", {"CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "2"}, Shard(5, 5)),
        ("auto", {"CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "4"}, Shard(1, 4)),
        ("auto", {"CI_NODE_INDEX": "4", "CI_NODE_TOTAL": "4"}, Shard(4, 4)),
        ("auto", {"CI_NODE_TOTAL": "1"}, WHOLE),
        ("auto", {"CIRCLE_NODE_INDEX": "0", "CIRCLE_NODE_TOTAL": "3"}, Shard(1, 3)),
        ("auto", {"CIRCLE_NODE_INDEX": "2", "CIRCLE_NODE_TOTAL": "3"}, Shard(3, 3)),
        ("auto", {"BUILDKITE_PARALLEL_JOB": "1", "BUILDKITE_PARALLEL_JOB_COUNT": "3"}, Shard(2, 3)),
        ("auto", {"BITBUCKET_PARALLEL_STEP": "0", "BITBUCKET_PARALLEL_STEP_COUNT": "2"}, Shard(1, 2)),
        ("auto", {"SYSTEM_JOBPOSITIONINPHASE": "2", "SYSTEM_TOTALJOBSINPHASE": "2"}, Shard(2, 2)),
        ("auto", {"JOB_COMPLETION_INDEX": "0", "JOB_COMPLETIONS": "8"}, Shard(1, 8)),
        ("auto/8", {"JOB_COMPLETION_INDEX": "7"}, Shard(8, 8)),
    ],
)
def test_a_shard_is_read_from_the_option_and_the_ci_server(
    text: str, environment: dict[str, str], shard: Shard
) -> None:
    assert read_shard(text, environment) == shard


@pytest.mark.parametrize(
    ("text", "environment", "said"),
    [
        ("0/3", {}, "'0/3' is not a shard: there is no number 0 of 3"),
        ("4/3", {}, "'4/3' is not a shard: there is no number 4 of 3"),
        ("1/0", {}, "'1/0' is not a shard: there is no number 1 of 0"),
        ("2", {}, "'2' is not a shard"),
        ("-1/2", {}, "'-1/2' is not a shard"),
        ("auto/x", {}, "'auto/x' is not a shard"),
        ("auto", {}, "nothing here says which shard this is"),
        ("auto", {"CI_NODE_TOTAL": "2"}, "nothing here says which shard this is"),
        ("auto", {"CI_NODE_INDEX": "0", "CI_NODE_TOTAL": "2"}, "CI_NODE_INDEX=0 of 2 (counted from 1) is not a shard"),
        ("auto", {"CIRCLE_NODE_INDEX": "3", "CIRCLE_NODE_TOTAL": "3"}, "there is no number 4 of 3"),
        ("auto", {"JOB_COMPLETION_INDEX": "0"}, "JOB_COMPLETIONS does not say of how many"),
        ("auto", {"CI_NODE_INDEX": "x", "CI_NODE_TOTAL": "2"}, "CI_NODE_INDEX is 'x' of '2': no numbers"),
    ],
)
def test_what_is_no_shard_is_refused_and_never_the_whole_run(text: str, environment: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_shard(text, environment)
    assert said in caught.value.message


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shard:
    """A shard that the one scenario here does not fall to."""
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "shop.yaml").write_text("parcours: 1\nstart:\n  link: https://shop.example/\n")
    monkeypatch.chdir(tmp_path)
    return next(shard for shard in (Shard(1, 2), Shard(2, 2)) if not shard.takes("shop"))


def test_a_shard_that_nothing_falls_to_ends_well_and_leaves_a_run_that_says_so(elsewhere: Shard) -> None:
    done = CliRunner().invoke(main, ["run", "--shard", str(elsewhere)])
    assert (done.exit_code, done.stderr) == (0, f"parcours: no scenario of this run falls to shard {elsewhere}\n")
    run = load_run(newest_run(Path("reports/runs")))
    assert (run.head["shard"], run.ended, run.results) == (str(elsewhere), True, ())
    other = Shard(3 - elsewhere.number, 2)
    assert merged([run, run]).missing == (str(other),)


def test_a_pytest_shard_that_nothing_falls_to_ends_well(pytester: pytest.Pytester) -> None:
    (pytester.path / "scenarios").mkdir()
    (pytester.path / "scenarios" / "shop.yaml").write_text("parcours: 1\nstart:\n  link: https://shop.example/\n")
    shard = next(shard for shard in (Shard(1, 2), Shard(2, 2)) if not shard.takes("shop"))
    found = pytester.runpytest_subprocess("-p", "no:cacheprovider", "--parcours-shard", str(shard))
    found.assert_outcomes(deselected=2)
    assert found.ret == 0
