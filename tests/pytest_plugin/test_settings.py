"""What [tool.parcours] says holds under pytest too, and what goes wrong is told as pytest tells it."""

from __future__ import annotations

import gzip
import json

import pytest

from servers import serving

GOOD = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width">
<h1>Spring boots</h1>"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with one journey to a site on this machine, which only the settings allow."""
    (pytester.path / "scenarios").mkdir()
    return pytester


def scenario(pytester: pytest.Pytester, url: str, settings: str) -> None:
    pytester.makepyprojecttoml(f"[tool.parcours]\n{settings}\n")
    text = f"parcours: 1\nname: Good\nstart:\n  link: {url}\nsteps:\n  - check: viewport\n"
    (pytester.path / "scenarios/good.yaml").write_text(text)


def run(pytester: pytest.Pytester, *args: str) -> pytest.RunResult:
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", "--device=iphone", *args)


@pytest.mark.parametrize("args", [(), ("-n", "1")], ids=["alone", "xdist"])
def test_hosts_that_the_settings_allow_are_reached_and_the_run_ends(
    project: pytest.Pytester, args: tuple[str, ...]
) -> None:
    with serving({"/": GOOD}) as site:
        scenario(project, f"{site.url}/", f'allow-private = ["127.0.0.1:{site.port}"]')
        result = run(project, *args)
    result.assert_outcomes(passed=1)
    (folder,) = (project.path / "reports/runs").iterdir()
    lines = [json.loads(line) for file in folder.glob("journal*.jsonl") for line in file.read_text().splitlines()]
    assert sorted(line["kind"] for line in lines) == ["end", "planned", "result", "run"]


def test_the_store_is_asked_and_the_network_is_slow_when_pytest_is_told_to(project: pytest.Pytester) -> None:
    banner = GOOD.replace("<h1>", '<meta name=apple-itunes-app content="app-id=1234567890"><h1>')
    with serving({"/": banner}) as site, serving({"/lookup": '{"resultCount": 1}'}) as store:
        settings = f'allow-private = ["127.0.0.1:{site.port}"]\nitunes = "{store.url}"\nlookup-pause = 0'
        scenario(project, f"{site.url}/", settings)
        run(project, "--parcours-store-lookup", "--parcours-network=slow-4g").assert_outcomes(passed=1)
    assert store.asked == ["/lookup?id=1234567890&country=us"]
    (result,) = project.path.glob("reports/runs/*/good/iphone/result.json")
    assert json.loads(result.read_text())["network"] == "slow-4g"


def test_a_place_for_results_that_is_none_ends_pytest_with_a_sentence(project: pytest.Pytester) -> None:
    scenario(project, "http://127.0.0.1:1/", 'reports = "reports"')
    (project.path / "reports").write_text("a file")
    result = run(project)
    assert result.ret == 3
    result.stdout.fnmatch_lines(["*cannot make the run's folder*Not a directory*"])
    result.stdout.no_fnmatch_line("*INTERNALERROR*")


@pytest.mark.parametrize("args", [(), ("-n", "1")], ids=["alone", "xdist"])
def test_a_setting_that_is_none_is_told_by_name(project: pytest.Pytester, args: tuple[str, ...]) -> None:
    scenario(project, "http://127.0.0.1:1/", "timeuot = 5")
    result = run(project, *args)
    assert result.ret != 0
    assert "tool.parcours.timeuot is not a setting of parcours" in result.stdout.str() + result.stderr.str()
    result.stdout.no_fnmatch_line("*INTERNALERROR*")


CONFTEST = """
def pytest_parcours_context_options(scenario, device):
    if scenario != "good":
        return None
    cookie = {"name": "sid", "value": "s3ss10n-0815", "domain": "127.0.0.1", "path": "/"}
    return {"storage_state": {"cookies": [cookie], "origins": []}, "timezone_id": "Asia/Tokyo", "locale": "ja-JP"}
"""
WELCOME = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width"><h1 id=h></h1>
<script>h.textContent = document.cookie
  ? 'Welcome back, ' + document.cookie + ' in ' + Intl.DateTimeFormat().resolvedOptions().timeZone + ', ' + navigator.language : 'Who are you?'</script>"""


def test_a_conftest_logs_the_phone_in_and_what_lets_it_in_is_shown_nowhere(project: pytest.Pytester) -> None:
    project.makeconftest(CONFTEST)
    with serving({"/": WELCOME}) as site:
        scenario(project, f"{site.url}/", f'allow-private = ["127.0.0.1:{site.port}"]')
        file = project.path / "scenarios/good.yaml"
        text = file.read_text() + "  - see: Welcome back\n  - see: in Asia/Tokyo, ja-JP\n"
        file.write_text(text)
        (project.path / "scenarios/other.yaml").write_text(text)
        result = run(project)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["FAILED scenarios/other.yaml*"])
    left = [path for path in (project.path / "reports").rglob("*") if path.is_file()]
    said = [result.stdout.str(), result.stderr.str()]
    told = [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in left]
    assert len(told) > 6
    assert [text for text in (*said, *map(repr, told)) if "s3ss10n" in text] == []


def test_an_option_that_may_not_be_set_is_told_with_its_source(project: pytest.Pytester) -> None:
    project.makeconftest("def pytest_parcours_context_options(scenario, device):\n    return {'user_agent': 'me'}\n")
    scenario(project, "http://127.0.0.1:1/", "")
    result = run(project)
    assert result.ret != 0
    said = result.stdout.str() + result.stderr.str()
    assert "pytest_parcours_context_options: 'user_agent' cannot be set for a phone" in said
    assert "INTERNALERROR" not in said
