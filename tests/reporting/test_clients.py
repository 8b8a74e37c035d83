"""Several clients on one page: the worst first, each with its verdict and a link to a report of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from parcours.cli.report import report
from parcours.errors import UsageError
from parcours.reporting import Options, Run, reports
from parcours.reporting.clients import write_index
from parcours.storage.history import Past
from reporting import factory

LETTER, PARCEL = (Run(results=(make("iphone"),)) for make in (factory.letter, factory.parcel))
HTML = reports()["html"]


def test_the_worst_stands_first_and_each_link_arrives(tmp_path, plain_browser):
    past = tuple(Past(f"r{n}", "p", failed=1, mend=n) for n in (4, 2))
    named = [("Post", PARCEL), ("", LETTER), ("Post", Run(results=LETTER.results, history=past))]
    written = write_index(named, tmp_path / "site", Options(), HTML)
    assert {file.name for file in written.parent.iterdir()} == {
        "index.html",
        "clients.css",
        "post.html",
        "post-2.html",
        "www-chaussures-lumiere-example.html",
    }
    page = plain_browser.new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.goto(written.as_uri())
    assert page.locator("h1").inner_text() == "Customers get stuck at 2 clients of 3."
    assert page.locator(".client h2").all_inner_texts() == ["www.chaussures-lumiere.example", "Post", "Post"]
    assert page.locator(".client .trend").count() == 1
    assert page.locator(".client").first.evaluate("e => getComputedStyle(e).display") == "flex"
    page.locator(".client .go a").last.click()
    assert page.url.endswith("/site/post.html")
    assert noise == []
    page.close()


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ([PARCEL], "No customer gets stuck."),
        ([PARCEL, Run()], "1 client of 2 could not be judged in full."),
        ([PARCEL, Run(), LETTER], "Customers get stuck at 1 client of 3."),
    ],
)
def test_whom_nobody_could_judge_is_not_called_fine(tmp_path, runs, said):
    written = write_index([("A", run) for run in runs], tmp_path / "site", Options(), HTML)
    assert f">{said}</h1>" in written.read_text(encoding="utf-8")


def test_a_hostile_name_is_shown_as_text_and_stays_in_the_folder(tmp_path):
    written = write_index([("../../<script>alert(1)</script>", PARCEL)], tmp_path / "site", Options("fr"), HTML)
    assert sorted(file.name for file in written.parent.iterdir()) == [
        "clients.css",
        "index.html",
        "script-alert-1-script.html",
    ]
    text = written.read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script" not in text


def test_a_page_of_somebody_else_s_is_left_alone(tmp_path):
    (tmp_path / "index.html").write_text("<h1>Our shop</h1>")
    with pytest.raises(UsageError, match="a page that parcours did not write"):
        write_index([("A", PARCEL)], tmp_path, Options(), HTML)


def call(*arguments: object):
    return CliRunner().invoke(report, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def run(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return factory.write_run(tmp_path / "run", [factory.parcel("iphone")])


def test_the_command_names_clients_and_takes_a_shape(run, tmp_path):
    done = call("--index", "Poste=run", run, "--format", "folder", "--output", "site")
    assert done.output == "Report: site/index.html\n"
    assert (tmp_path / "site/poste/index.html").is_file()
    assert len(list((tmp_path / "site").glob("*/index.html"))) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--index", "run", "--format", "csv", "--output", "site"], "an index leads to reports for people, not to csv"),
        (["--index", "run"], "a folder to write into"),
        (["--index", "--output", "site"], "an index needs runs"),
        (["--index", "A=gone", "--output", "site"], "gone holds no run"),
    ],
)
def test_a_wrong_index_is_said_in_a_sentence(run, arguments, said):
    with pytest.raises(UsageError, match=said):
        call(*arguments)
