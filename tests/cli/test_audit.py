"""`parcours audit` and `parcours run` as programs call them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from parcours.cli import main
from servers import Answer, Site, serving

GOOD = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width, initial-scale=1">
<style>a{display:inline-block;padding:20px;font-size:18px}</style>
<h1>Spring boots</h1><p>Call us: <a href="tel:+33123456789">+33 1 23 45 67 89</a></p>"""
DESKTOP = GOOD.replace('<meta name=viewport content="width=device-width, initial-scale=1">', "")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    pages = {
        "/good": GOOD,
        "/desktop": DESKTOP,
        "/missing": Answer("gone", 404),
        "/app": GOOD.replace("lang=en", "lang=fr-FR") + '<a href="https://apps.apple.com/app/id1234567890">The app</a>',
        "/away": Answer("", 302, {"Location": "http://localhost:58999/"}),
    }
    with serving(pages) as site:
        yield site


def call(folder: Path, *args: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, args)


def audited(folder: Path, monkeypatch: pytest.MonkeyPatch, *args: str) -> tuple[dict[str, Any], int]:
    result = call(folder, "audit", "--format", "json", *args, monkeypatch=monkeypatch)
    return json.loads(result.stdout), result.exit_code


def test_the_document_holds_what_is_promised(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document, code = audited(tmp_path, monkeypatch, f"{site.url}/desktop", "--device", "iphone")
    assert (document["schema"], code) == (1, 1)
    (journey,) = document["journeys"]
    assert {"scenario", "device", "engine", "status", "steps", "findings", "judgements"} <= journey.keys()
    assert (journey["device"], journey["status"]) == ("iphone", "failed")
    assert journey["engine"] | {"version": ""} == {
        "wanted": "webkit",
        "used": "chromium",
        "version": "",
        "fidelity": "emulated",
    }
    finding = next(found for found in journey["findings"] if found["rule"] == "viewport/missing")
    assert {"rule", "verdict", "severity", "certainty", "owner", "message", "where", "evidence"} <= finding.keys()
    assert [finding[key] for key in ("verdict", "severity", "certainty", "owner")] == [
        "failed",
        "blocker",
        "medium",
        "web",
    ]
    assert finding["where"]["url"] == f"{site.url}/desktop"
    assert finding["advice"]["snippet"].startswith("<meta")
    judgement = next(said for said in journey["judgements"] if said["rule"] == "viewport/missing")
    assert (judgement["verdict"], judgement["examined"]) == ("failed", 1)


def test_a_good_page_passes_on_both_phones(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document, code = audited(tmp_path, monkeypatch, f"{site.url}/good")
    told = [(journey["device"], journey["status"], journey["findings"]) for journey in document["journeys"]]
    assert (told, code) == ([("iphone", "passed", []), ("android", "passed", [])], 0)


def test_the_store_is_asked_when_that_is_wanted_and_only_then(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving({"/lookup": '{"resultCount": 0, "results": []}'}) as store:
        settings = f'itunes = "{store.url}"\nlookup-pause = 0\n'
        (tmp_path / "parcours.toml").write_text(settings, encoding="utf-8")
        page = (f"{site.url}/app", "--device", "iphone")
        quiet, _ = audited(tmp_path, monkeypatch, *page)
        before = list(store.asked)
        asked, code = audited(tmp_path, monkeypatch, *page, "--store-lookup", "--network", "slow-4g")
    assert [told["journeys"][0]["network"] for told in (quiet, asked)] == ["as-is", "slow-4g"]
    said = [(f["rule"], f["aspect"], f["verdict"], f["about"]) for f in asked["journeys"][0]["findings"]]
    assert (before, [f["rule"] for f in quiet["journeys"][0]["findings"]]) == ([], [])
    assert (said, code) == ([("app/store-dead", "gone", "failed", 'link "The app"')], 1)
    asked_for = [f"/lookup?id=1234567890&country={code}" for code in ("fr", "be", "ch", "us")]
    assert store.asked == asked_for


def test_a_dead_address_does_not_cost_the_others(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    urls = ("https://nowhere.invalid/", f"{site.url}/missing", f"{site.url}/good")
    document, code = audited(tmp_path, monkeypatch, *urls, "--device", "android")
    assert [(journey["status"], journey["code"]) for journey in document["journeys"]] == [
        ("failed", "site-dns"),
        ("failed", "site-404"),
        ("passed", ""),
    ]
    assert code == 1


def test_a_dead_address_is_a_reason_to_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, code = audited(tmp_path, monkeypatch, "https://nowhere.invalid/", "--device", "android")
    assert code == 1


def test_what_is_typed_is_followed_and_what_it_leads_to_must_be_public(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused, code = audited(tmp_path, monkeypatch, f"{site.url}/away", "--device", "android")
    assert (refused["journeys"][0]["code"], code) == ("blocked-private", 6)
    allowed, _ = audited(tmp_path, monkeypatch, f"{site.url}/away", "--device", "android", "--allow-private")
    assert allowed["journeys"][0]["code"] == "site-refused"


@pytest.mark.parametrize(
    "typed",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.example",
        "a b",
        "http://",
        "http://[::1/",
        "http://127.0.0.1:99999/",
        "localhost:0",
    ],
)
def test_what_is_no_web_address_is_refused_before_anything_runs(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = call(tmp_path, "audit", typed, monkeypatch=monkeypatch)
    assert (result.exit_code, result.stdout) == (4, "")
    assert "is not a web address" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("shop.example", "https://shop.example"),
        ("shop.example/spring?x=1", "https://shop.example/spring?x=1"),
        ("localhost:3000", "http://localhost:3000"),
        ("127.0.0.1:8000/a", "http://127.0.0.1:8000/a"),
        ("HTTP://Shop.example", "HTTP://Shop.example"),
    ],
)
def test_a_bare_host_will_do(typed: str, meant: str) -> None:
    from parcours.cli.audit import address

    assert address(typed) == meant


class TestRun:
    @pytest.fixture
    def project(self, tmp_path: Path, site: Site) -> Path:
        (tmp_path / "scenarios").mkdir()
        for name, path in (("good", "/good"), ("bad", "/desktop")):
            (tmp_path / "scenarios" / f"{name}.yaml").write_text(
                f"parcours: 1\ndevices: iphone\nallow-private: 127.0.0.1\nstart:\n  link: {site.url}{path}\n"
            )
        return tmp_path

    def test_every_scenario_of_the_folder_is_walked(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        result = call(project, "run", "--format", "json", monkeypatch=monkeypatch)
        told = {journey["scenario"]: journey["status"] for journey in json.loads(result.stdout)["journeys"]}
        assert (told, result.exit_code) == ({"good": "passed", "bad": "failed"}, 1)

    def test_a_broken_file_is_told_and_the_others_run(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (project / "scenarios" / "bad.yaml").write_text("parcours: 1\nstart:\n  lnk: x\n")
        result = call(project, "run", "--format", "json", monkeypatch=monkeypatch)
        assert [journey["scenario"] for journey in json.loads(result.stdout)["journeys"]] == ["good"]
        assert result.exit_code == 4
        assert "bad.yaml:3:3: E008: 'lnk' is not a channel" in result.stderr

    def test_broken_files_alone_leave_no_run(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (project / "scenarios" / "bad.yaml").write_text("parcours: 1\nstart:\n  link: www.shop.example\n")
        result = call(project, "run", "scenarios/bad.yaml", monkeypatch=monkeypatch)
        assert result.exit_code == 4
        assert "bad.yaml:3:9: E010: 'www.shop.example' is not a web address" in result.stderr
        assert not (project / "reports").exists()

    def test_a_scenarios_own_devices_go_before_the_configured_ones(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (project / "pyproject.toml").write_text('[tool.parcours]\ndevices = ["android"]\n')
        (project / "scenarios" / "bad.yaml").write_text(
            (project / "scenarios" / "good.yaml").read_text().replace("devices: iphone\n", "")
        )
        document = json.loads(call(project, "run", "--format", "json", monkeypatch=monkeypatch).stdout)
        assert {journey["scenario"]: journey["device"] for journey in document["journeys"]} == {
            "good": "iphone",
            "bad": "android",
        }

    def test_two_files_of_one_id_are_refused(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (project / "scenarios" / "good.yml").write_text((project / "scenarios" / "good.yaml").read_text())
        result = call(project, "run", monkeypatch=monkeypatch)
        assert result.exit_code == 4
        assert "two journeys are called 'good'" in result.stderr

    def test_without_scenarios_there_is_nothing_to_do(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "scenarios").mkdir()
        assert call(tmp_path, "run", monkeypatch=monkeypatch).exit_code == 5

    def test_one_and_two_lanes_say_the_same(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def told(*args: str) -> list[Any]:
            document = json.loads(call(project, "run", "--format", "json", *args, monkeypatch=monkeypatch).stdout)
            return [
                (journey["id"], journey["status"], [(f["rule"], f["about"], f["message"]) for f in journey["findings"]])
                for journey in document["journeys"]
            ]

        assert told("--workers", "1") == told("--workers", "2")


def test_a_sitemaps_pages_are_looked_at_by_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages: dict[str, Answer | str] = {"/": GOOD, "/p/1": DESKTOP, "/p/2": DESKTOP, "/p/3": DESKTOP}
    with serving(pages) as site:
        urls = [f"{site.url}{path}" for path in (*pages, "/cart")] + ["https://other.example/"]
        pages["/sitemap.xml"] = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
        pages["/robots.txt"] = "User-agent: *\nDisallow: /cart"
        args = ("audit", "--sitemap", site.url, "--sample", "3", "--device", "iphone")
        result = call(tmp_path, *args, monkeypatch=monkeypatch)
    assert result.exit_code == 1
    looked = [path for path in site.asked if path == "/" or path.startswith("/p/")]
    assert len(set(looked)) == 3
    assert "/" in looked
    said = result.stderr.splitlines()
    assert "Left out: 1 page on other hosts." in said
    assert (
        "Left out: 1 page that robots.txt asks robots to leave alone (if they are yours, name them with --urls)."
        in said
    )
    assert "Looks at 3 of 4 pages, of 2 kinds." in said
    (products,) = [line for line in result.stdout.splitlines() if line.startswith("  /p/* (2 pages): on all: ")]
    assert "viewport/missing" in products
    (home,) = [line for line in result.stdout.splitlines() if line.startswith("  / (1 page): ")]
    assert "viewport/missing" not in home


def test_a_list_of_pages_is_read_and_its_mistakes_are_told_by_line(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages.txt").write_text(f"\ufeff# ours\n\n{site.url}/good\nno address at all\n", encoding="utf-8")
    result = call(tmp_path, "audit", "--urls", "pages.txt", monkeypatch=monkeypatch)
    assert result.exit_code == 4
    assert "pages.txt:4: 'no address at all' is not a web address" in result.stderr
    assert call(tmp_path, "audit", monkeypatch=monkeypatch).exit_code == 4


def test_after_the_budget_no_page_is_begun_and_those_that_are_left_are_told(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [f"{site.url}/good?{number}" for number in range(3)]
    args = ("--device", "iphone", "--workers", "1", "--budget", "0.001s")
    document, _ = audited(tmp_path, monkeypatch, *pages, *args)
    assert len(document["journeys"]) <= 1
    assert len(document["journeys"]) + len(document["unfinished"]) == 3
    wrong = call(tmp_path, "audit", pages[0], "--budget", "soon", monkeypatch=monkeypatch)
    assert wrong.exit_code == 4
    assert "write 90s, 10m or 2h" in wrong.stderr


def test_a_runs_own_report_is_the_projects_and_a_brand_that_is_broken_costs_no_report(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "parcours.toml").write_text('brand = "brand.toml"\n')
    (tmp_path / "brand.toml").write_text('name = "Agence Horizon"\nlang = "fr"\n', encoding="utf-8")
    call(tmp_path, "audit", f"{site.url}/good", "--device", "iphone", monkeypatch=monkeypatch)
    (report,) = tmp_path.glob("reports/runs/*/report.html")
    text = report.read_text(encoding="utf-8")
    assert "Agence Horizon" in text
    assert '<html lang="fr"' in text
    report.unlink()
    (tmp_path / "brand.toml").write_text("nmae = 1\n")
    broken = call(tmp_path, "audit", f"{site.url}/good", "--device", "iphone", monkeypatch=monkeypatch)
    assert "nmae" in broken.stderr
    assert len(list(tmp_path.glob("reports/runs/*/report.html"))) == 1
