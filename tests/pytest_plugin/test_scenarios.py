"""Scenario files are ordinary pytest items: each promise is tried in a pytest of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from servers import Answer, Site, serving

GOOD = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width, initial-scale=1">
<style>a{display:inline-block;padding:20px;font-size:18px}</style>
<h1>Spring boots</h1><p>Call us: <a href="tel:+33123456789">+33 1 23 45 67 89</a></p>"""
DESKTOP = GOOD.replace('<meta name=viewport content="width=device-width, initial-scale=1">', "")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    pages = {"/good": GOOD, "/desktop": DESKTOP, "/missing": Answer("gone", 404)}
    with serving(pages) as site:
        yield site


@pytest.fixture
def project(pytester: pytest.Pytester, site: Site) -> pytest.Pytester:
    """A project with one good and one bad journey."""
    scenario(pytester, "good", site, "/good")
    scenario(pytester, "bad", site, "/desktop")
    return pytester


def scenario(pytester: pytest.Pytester, name: str, site: Site, path: str, steps: str = '- see: "Spring boots"') -> Path:
    folder = pytester.path / "scenarios"
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.yaml"
    file.write_text(
        f"parcours: 1\nname: The {name} journey\nallow-private: [127.0.0.1]\n"
        f"start:\n  link: {site.url}{path}\nsteps:\n  {steps}\n",
        encoding="utf-8",
    )
    return file


def run(pytester: pytest.Pytester, *args: str) -> pytest.RunResult:
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", *args)


def ids(result: pytest.RunResult) -> set[str]:
    return {line for line in result.outlines if "::" in line and " " not in line}


def test_scenarios_are_collected_with_readable_ids(project: pytest.Pytester) -> None:
    result = run(project, "--collect-only", "-q", "--device=iphone", "--device=android")
    assert ids(result) == {
        "scenarios/bad.yaml::journey[iphone-chromium]",
        "scenarios/bad.yaml::journey[android-chromium]",
        "scenarios/good.yaml::journey[iphone-chromium]",
        "scenarios/good.yaml::journey[android-chromium]",
    }


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["-k", "good"], {"good.yaml::journey[iphone-chromium]", "good.yaml::journey[android-chromium]"}),
        (["-k", "bad and iphone"], {"bad.yaml::journey[iphone-chromium]"}),
        (["scenarios/good.yaml::journey[iphone-chromium]"], {"good.yaml::journey[iphone-chromium]"}),
    ],
)
def test_journeys_are_selected_by_name(project: pytest.Pytester, args: list[str], expected: set[str]) -> None:
    result = run(project, "--collect-only", "-q", "--device=IPHONE,Android", *args)
    assert ids(result) == {f"scenarios/{name}" for name in expected}


def test_marks_of_a_conftest_select_journeys(project: pytest.Pytester) -> None:
    project.makeconftest(
        "import pytest\ndef pytest_configure(config): config.addinivalue_line('markers', 'nightly: x')\n"
        "def pytest_collection_modifyitems(items):\n"
        "    for item in items:\n        if 'bad' in item.nodeid: item.add_marker(pytest.mark.nightly)\n"
    )
    result = run(project, "--collect-only", "-q", "--device=iphone", "-m", "nightly")
    assert ids(result) == {"scenarios/bad.yaml::journey[iphone-chromium]"}


def test_a_good_journey_passes_and_a_bad_one_says_what_is_wrong_and_whose_it_is(project: pytest.Pytester) -> None:
    result = run(project, "--device=iphone", "--junitxml=junit.xml")
    result.assert_outcomes(passed=1, failed=1)
    assert result.ret == 1
    result.stdout.fnmatch_lines(
        ["*viewport/missing*[[]web]*", "*warning: *emulated in Chromium*", "report: *report.html"]
    )
    cases = {
        case.get("name"): {p.get("name"): p.get("value") for p in case.iter("property")}
        for case in ET.parse(project.path / "junit.xml").iter("testcase")
    }
    assert set(cases) == {"journey[iphone-chromium]"}
    told = cases["journey[iphone-chromium]"]
    assert set(told) >= {"parcours_status", "parcours_device", "parcours_engine", "parcours_effort", "parcours_result"}
    assert told["parcours_fidelity"] == "emulated"
    (run_folder,) = (project.path / "reports" / "runs").iterdir()
    bad = json.loads((run_folder / "bad" / "iphone" / "result.json").read_text())
    assert (bad["schema"], bad["status"], bad["engine"]["fidelity"]) == (1, "failed", "emulated")
    assert (run_folder / "report.html").is_file()


def test_only_the_failed_ones_run_again(project: pytest.Pytester) -> None:
    project.runpytest_subprocess("--device=iphone").assert_outcomes(passed=1, failed=1)
    project.runpytest_subprocess("--device=iphone", "--lf").assert_outcomes(failed=1)


def test_workers_of_xdist_share_one_run(project: pytest.Pytester) -> None:
    result = run(project, "--device=iphone,android", "-n", "2")
    result.assert_outcomes(passed=2, failed=2)
    (run_folder,) = (project.path / "reports" / "runs").iterdir()
    assert {str(path.parent.relative_to(run_folder)) for path in run_folder.glob("*/*/result.json")} == {
        "good/iphone",
        "good/android",
        "bad/iphone",
        "bad/android",
    }
    result.stdout.fnmatch_lines(["4 journeys: *", "report: *"])


def test_a_broken_file_is_one_failing_item_and_the_others_run(project: pytest.Pytester, site: Site) -> None:
    (project.path / "scenarios" / "broken.yaml").write_text("parcours: 1\nstart:\n  link: x\nsteps:\n  - taap: Buy\n")
    result = run(project, "--device=iphone", "-k", "good or broken")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*broken.yaml:5:*taap*", "*did you mean*tap*", "*broken.yaml::scenario-is-valid*"])


def test_two_files_of_one_name_are_refused(project: pytest.Pytester, site: Site) -> None:
    other = project.path / "scenarios" / "good.yml"
    other.write_text((project.path / "scenarios" / "good.yaml").read_text())
    result = run(project, "--device=iphone", "-k", "good")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*two scenarios are called 'good'*"])


def test_an_unknown_device_is_a_usage_error_that_helps(project: pytest.Pytester) -> None:
    result = run(project, "--device=iphnoe")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*'iphnoe' is not a device*", "*did you mean 'iphone'*"])


def test_what_could_not_be_judged_is_skipped_with_its_reason(pytester: pytest.Pytester, site: Site) -> None:
    folder = pytester.path / "scenarios"
    folder.mkdir()
    (folder / "private.yaml").write_text("parcours: 1\nstart:\n  link: http://10.0.0.1/\n")
    result = run(pytester, "--device=iphone", "-rs")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*10.0.0.1 is a private address*blocked-private*"])


def test_default_devices_come_from_the_configuration(project: pytest.Pytester) -> None:
    (project.path / "pyproject.toml").write_text('[tool.parcours]\ndevices = ["small-android"]\n')
    result = run(project, "--collect-only", "-q", "-k", "good")
    assert ids(result) == {"scenarios/good.yaml::journey[small-android-chromium]"}


def test_scenarios_are_in_the_folder_of_the_settings(project: pytest.Pytester) -> None:
    (project.path / "scenarios").rename(project.path / "les parcours")
    (project.path / "pyproject.toml").write_text('[tool.parcours]\nscenarios = "les parcours"\n')
    result = run(project, "--collect-only", "-q", "--device=iphone", "-k", "good")
    result.stdout.fnmatch_lines(["les parcours/good.yaml::journey[[]iphone-chromium]"])
    (project.path / "pytest.ini").write_text("[pytest]\nparcours_files = elsewhere/*.yaml\n")
    assert run(project, "--collect-only").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_crossed_limit_and_what_could_not_be_judged_are_said(pytester: pytest.Pytester, site: Site) -> None:
    limited = scenario(pytester, "limited", site, "/good")
    limited.write_text(limited.read_text() + "limits: {bytes: 10 B}\n")
    private = scenario(pytester, "private", site, "/good")
    private.write_text(private.read_text().replace("allow-private: [127.0.0.1]\n", ""))
    result = run(pytester, "--device=iphone")
    result.assert_outcomes(failed=1, skipped=1)
    result.stdout.fnmatch_lines(["The limited journey on iPhone 13", "*MB are allowed (over-limit)"])
    result.stdout.fnmatch_lines(["not judged: *127.0.0.1 is a private address*", "2 journeys: *"])


def test_without_scenarios_the_plugin_does_nothing(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_plain(): pass")
    (pytester.path / "data.yaml").write_text("parcours: 1")
    result = run(pytester)
    result.assert_outcomes(passed=1)
    assert "parcours" not in "\n".join(line for line in result.outlines if not line.startswith("plugins:"))
    assert not (pytester.path / "reports").exists()


@pytest.mark.parametrize("args", [(), ("-n", "1")], ids=["alone", "xdist"])
def test_without_scenarios_next_to_nothing_is_imported(pytester: pytest.Pytester, args: tuple[str, ...]) -> None:
    """What takes time to import stays away: pydantic, Playwright, the rules. The files named here take 20 ms in all."""
    pytester.makeconftest(
        "import sys\n"
        "def pytest_unconfigure(config):\n"
        "    if not hasattr(config, 'workerinput'):\n"
        "        print('IMPORTED', *sorted(name for name in sys.modules if name.startswith('parcours')))\n"
    )
    pytester.makepyfile("def test_plain(): pass")
    result = run(pytester, *args)
    (said,) = (line.split()[1:] for line in result.outlines if line.startswith("IMPORTED"))
    ours = ("fixtures", "hookspecs", "launching", "options")
    always = {"parcours", "parcours.pytest_plugin", *(f"parcours.pytest_plugin.{name}" for name in ours)}
    names_a_run = {"parcours.config", "parcours.errors", "parcours.storage", "parcours.storage.naming"}
    assert set(said) == always | (names_a_run if args else set())
    assert not (pytester.path / "reports").exists()


def test_a_project_is_found_where_pytest_was_called_when_it_guesses_another_root(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pytest takes the value of an option that it does not know yet, as Allure's --alluredir, for a folder of tests."""
    project.path.with_name("results").mkdir(exist_ok=True)
    plugins = project.mkdir("plugins")
    (plugins / "late.py").write_text("def pytest_addoption(parser): parser.addoption('--into')")
    monkeypatch.setenv("PYTHONPATH", str(plugins), prepend=os.pathsep)
    result = run(project, "--device=iphone", "--collect-only", "-p", "late", "--into", "../results")
    result.stdout.fnmatch_lines([f"rootdir: {project.path.parent}", "collected 2 items"])


def test_python_tests_get_the_device_by_our_name(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        "def test_device(device, browser_context_args):\n"
        "    print('DEVICE', device, browser_context_args['viewport']['width'])"
    )
    result = run(pytester, "-s", "--device=iphone", "--device=android")
    result.assert_outcomes(passed=2)
    widths = sorted(word for line in result.outlines for word in line.split() if word in ("390", "412"))
    assert widths == ["390", "412"]


def test_a_conftest_still_wins_over_our_device(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("import pytest\n@pytest.fixture(scope='session')\ndef device(): return 'Pixel 5'")
    pytester.makepyfile("def test_device(device): assert device == 'Pixel 5'")
    run(pytester, "--device=iphone").assert_outcomes(passed=1)


def test_python_tests_get_the_browser_that_journeys_use(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        "from parcours.browser.ladder import find_browser\n"
        "def test_page(page, browser_type_launch_args):\n"
        "    assert browser_type_launch_args.get('executable_path', '') == find_browser().executable\n"
        "    assert 'iPhone' in page.evaluate('navigator.userAgent')\n"
    )
    result = run(pytester, "--device=iphone")
    result.assert_outcomes(passed=1)
    for ours in ("device", "browser_type_launch_args"):  # pytest 10 refuses a session's fixtures that are methods
        result.stdout.no_fnmatch_line(f"*in the '{ours}' fixture*")


def test_a_conftest_still_names_the_browser(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        "import pytest\n@pytest.fixture(scope='session')\n"
        "def browser_type_launch_args(browser_type_launch_args): return {'executable_path': '/mine'}"
    )
    pytester.makepyfile(
        "def test_it(browser_type_launch_args): assert browser_type_launch_args['executable_path'] == '/mine'"
    )
    run(pytester, "--device=iphone").assert_outcomes(passed=1)


def test_with_a_baseline_only_what_got_worse_fails(project: pytest.Pytester, site: Site) -> None:
    scenario(project, "bad", site, "/desktop")
    run(project, "--device=iphone", "-k", "bad").assert_outcomes(failed=1)
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    approve = [sys.executable, "-m", "parcours", "approve"]
    subprocess.run(approve, cwd=project.path, env=environment, check=True, capture_output=True)
    known = run(project, "--device=iphone", "-k", "bad")
    known.assert_outcomes(passed=1)
    known.stdout.fnmatch_lines(["1 journey: all of them work", "0 new, 0 worse, 0 fixed, * known, *"])
    run(project, "--device=iphone", "-k", "bad", "--parcours-fail-on=all").assert_outcomes(failed=1)

    scenario(project, "bad", site, "/desktop", steps='- see: "Sold out"')
    worse = run(project, "--device=iphone", "-k", "bad")
    worse.assert_outcomes(failed=1)
    worse.stdout.fnmatch_lines(["*new: blocker*journey/stopped at see-sold-out*"])
    worse.stdout.no_fnmatch_line("*viewport/missing*")


def test_a_broken_baseline_is_one_failing_item(project: pytest.Pytester) -> None:
    folder = project.path / "scenarios" / "baselines"
    folder.mkdir()
    (folder / "good.yaml").write_text("baseline: 1\nfindings:\n  - {on: x}\n")
    result = run(project, "--device=iphone", "-k", "good")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*baselines/good.yaml:3:5: E009: 'rule' is missing*"])
