"""`parcours new`: drafts that load, and that pass when they are run right away where they were drafted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parcours.cli import main
from parcours.demo.server import serve
from parcours.reporting import load_run, newest_run
from parcours.results import JourneyResult, Status
from parcours.running.planning import load_scenario
from printed import code, on_sheet
from servers import Answer, Site, serving

HEAD = (
    '<!doctype html><html lang=fr><meta name=viewport content="width=device-width, initial-scale=1">'
    "<title>Printemps : les bottes</title><style>a{display:inline-block;padding:20px;font-size:18px}</style>"
)
PAGES = {
    "/spring": Answer("", 302, {"Location": "/landing?src=letter"}),
    "/landing": HEAD + '<h1>Les "bottes" : -20 % # maintenant</h1><a href="/aide">Aide et contact</a>',
    "/aide": HEAD + '<h1>Aide</h1><a href="tel:+33465711234">04 65 71 12 34</a>',
}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as site:
        yield site


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def call(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def run(*args: str) -> tuple[JourneyResult, ...]:
    """Run a draft; what its findings make of it is another matter than whether its steps can be taken."""
    call("run", *args)
    results = load_run(newest_run(Path("reports/runs"))).results
    assert [(step.says, step.reason) for r in results for step in r.steps if step.ended == "blocked"] == []
    return results


@pytest.mark.parametrize(
    ("name", "path", "steps"),
    [
        ("shop-after", "printemps", ["see", "expect-url", "find", "go", "find"]),
        ("bank-after", "", ["see", "expect-url", "find", "go", "find"]),
    ],
)
def test_a_draft_of_a_demo_passes_right_away(name: str, path: str, steps: list[str]) -> None:
    with serve(name) as served:
        made = call("new", f"{served.url}{path}", "--output", "scenarios/draft.yaml")
        assert made.exit_code == 0, made.output
        assert [step.verb for step in load_scenario(Path("scenarios/draft.yaml")).steps] == steps
        results = run("scenarios/draft.yaml")
    assert [(result.device, result.status, result.reason) for result in results] == [
        ("iphone", Status.PASSED, ""),
        ("android", Status.PASSED, ""),
    ]


@pytest.mark.parametrize("number", ["01", "12"])
def test_a_draft_of_a_real_page_can_be_walked_right_away(shared_data: Path, number: str) -> None:
    real = {"/": (shared_data / "pages" / f"{number}.html").read_bytes()}
    with serving(lambda path: Answer(real[path]) if path in real else Answer("", 404)) as site:
        made = call("new", f"{site.url}/", "--output", "real.yaml", "--device", "android")
        assert made.exit_code == 0, made.output
        (result,) = run("real.yaml", "--device", "android")
    assert len(result.pages) >= 1


def test_a_printed_code_is_copied_beside_the_scenario_and_followed(site: Site, tmp_path: Path, here: Path) -> None:
    letter = tmp_path / "lettre d’été.png"
    on_sheet((code(f"{site.url}/spring"), 100, 100)).save(letter)
    made = call("new", str(letter), "--name", "Lettre : été", "--allow-private", "--device", "android")
    assert made.exit_code == 0, made.output
    assert "Next: read it, make it yours, then parcours run scenarios/lettre-ete.yaml --allow-private" in made.stdout
    assert (here / "scenarios/assets/lettre d’été.png").read_bytes() == letter.read_bytes()
    scenario = load_scenario(Path("scenarios/lettre-ete.yaml"))
    assert (scenario.name, scenario.lang, scenario.start.expect_url) == ("Lettre : été", "fr", f"{site.url}/spring")
    assert [step.says for step in scenario.steps] == [
        'see “Les "bottes" : -20 % # maintenant”',
        "expect-url “/landing”",
        "find contact",
    ]
    (result,) = run("scenarios/lettre-ete.yaml", "--allow-private", "--device", "android")
    assert [step.effort.taps for step in result.steps] == [0, 0, 0, 2]


def test_a_mail_is_drafted_from_where_it_lies(site: Site, here: Path) -> None:
    (here / "assets").mkdir()
    mail = f'<a href="{site.url}/landing">Voir</a> <a href="{site.url}/aide">Aide</a>'
    (here / "assets/spring.eml").write_text(f"Subject: Spring\nContent-Type: text/html; charset=utf-8\n\n{mail}\n")
    args = ("new", "assets/spring.eml", "--output", "spring.yaml", "--allow-private", "--device", "iphone")
    made = call(*args)
    assert made.exit_code == 0, made.output
    scenario = load_scenario(Path("spring.yaml"))
    assert (scenario.start.channel, getattr(scenario.start.args, "file", "")) == ("email", "assets/spring.eml")
    assert sorted(path.name for path in here.rglob("*") if path.is_file()) == ["spring.eml", "spring.yaml"]


def test_nothing_is_ever_overwritten(here: Path) -> None:
    (here / "scenarios").mkdir()
    (here / "scenarios/shop.yaml").write_text("mine")
    made = call("new", "http://127.0.0.1:1/shop", "--output", "scenarios/shop.yaml")
    assert (made.exit_code, made.stdout) == (4, "")
    assert "scenarios/shop.yaml is there already" in made.stderr
    assert (here / "scenarios/shop.yaml").read_text() == "mine"


def test_another_artwork_of_that_name_is_not_overwritten_either(tmp_path: Path, here: Path) -> None:
    (here / "scenarios/assets").mkdir(parents=True)
    (here / "scenarios/assets/letter.png").write_bytes(b"mine")
    letter = tmp_path / "letter.png"
    code().save(letter)
    made = call("new", str(letter))
    assert (made.exit_code, "another scenarios/assets/letter.png is there already" in made.stderr) == (4, True)
    assert (here / "scenarios/assets/letter.png").read_bytes() == b"mine"


def test_a_site_that_is_down_leaves_nothing(here: Path) -> None:
    made = call("new", "https://nowhere.invalid/", "--device", "android")
    assert made.exit_code == 6
    assert "no page could be looked at" in made.stderr
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("letter.pdf",), "there is no file 'letter.pdf'"),
        (("out/letter.pdf",), "there is no file 'out/letter.pdf'"),
        (("a b",), "'a b' is not a web address"),
        (("https://shop.example", "--lang", "french!"), "'french!' is not a language"),
        (("https://shop.example", "--output", "x.txt"), "'x.txt' is no scenario's name"),
        (("notes.txt",), "'notes.txt' is no artwork that is known"),
        (("blank.png",), "assets/blank.png leads to no page: no QR code can be read"),
    ],
)
def test_what_cannot_be_drafted_is_said(args: tuple[str, ...], said: str, here: Path) -> None:
    (here / "notes.txt").write_text("a note")
    on_sheet().save(here / "blank.png")
    made = call("new", *args)
    assert (made.exit_code, made.stdout) == (4, ""), made.stderr
    assert said in made.stderr
    assert sorted(path.name for path in here.iterdir()) == ["blank.png", "notes.txt"]
