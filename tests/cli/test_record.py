"""A journey walked by hand becomes a scenario that walks: a real browser is driven through DevTools, as a person would."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from parcours.browser.apart import run_to_end
from parcours.facts.sending import Control
from parcours.results import Status
from parcours.running.run import execute
from parcours.scenario.recorded import Act, recorded
from servers import serving

HEAD = '<!doctype html><html lang=fr><title>{}</title><meta name=viewport content="width=device-width"><link rel=icon href="data:,">'
PAGES = {
    "/": HEAD.format("Bottes") + "<h1>Bottes</h1><a href=/order?src=top><img alt='Commander les bottes' width=200 height=60></a>"
    "<p><button data-testid=b1>Voir</button> <button data-testid=b2 onclick=\"this.textContent='Vu'\">Voir</button>",
    "/order": HEAD.format("Commande") + "<h1>Commande</h1><form action=/thanks><label>Votre e-mail <input type=email name=e></label>"
    "<label>Code <input type=password name=p></label><label><input type=checkbox name=c> J'accepte</label>"
    "<button>Envoyer</button></form>",
    "/thanks": HEAD.format("Merci") + "<h1>Merci</h1>",
}  # fmt: skip


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def walk(port: int) -> None:
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        page = next(page for context in browser.contexts for page in context.pages if page.url.startswith("http"))
        await page.get_by_test_id("b2").click()
        await page.get_by_role("link").click()
        await page.get_by_label("Votre e-mail").fill("anna@example.com")
        await page.get_by_label("Code").fill("s3cret-0815")
        await page.get_by_text("J'accepte").click()
        await page.get_by_role("button", name="Envoyer").click()
        await page.wait_for_url("**/thanks*")
        await page.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_is_done_by_hand_is_written_and_walks_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(PAGES) as site:
        port = free_port()
        command = [
            sys.executable,
            "-m",
            "parcours",
            "record",
            site.url,
            "--headless",
            f"--port={port}",
            "--device=iphone",
        ]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
        ) as done:
            assert done.stderr
            assert any(line.startswith("  at http") for line in done.stderr)  # the page is open
            run_to_end(walk(port))
            out, err = done.communicate(timeout=120)
        assert done.returncode == 0, err
        assert out.splitlines()[0] == "Written: scenarios/bottes.yaml"
        file = folder / "scenarios/bottes.yaml"
        text = file.read_text(encoding="utf-8")
        assert "s3cret" not in text + out + err
        assert yaml.safe_load(text)["steps"] == [
            {"tap": "b2"},
            {"tap": "Commander les bottes"},
            {"expect-url": "/order"},
            {"type": {"into": "Votre e-mail", "text": "anna@example.com"}},
            {"type": {"into": "Code", "text": "${code}"}},
            {"tap": "J'accepte"},
            {"send": "Envoyer"},
            {"expect-url": "/thanks"},
        ]
        head = yaml.safe_load(text)
        assert (head["name"], head["lang"], head["devices"]) == ("Bottes", "fr", ["iphone"])
        assert head["vars"] == {"code": "${env:CODE}"}
        monkeypatch.setenv("CODE", "s3cret-0815")
        (result,) = execute([file], reports=folder / "reports").results
        assert [step.ended for step in result.steps] == ["done"] * 9
        assert result.status in (Status.PASSED, Status.FAILED)  # what rules say of this little shop is theirs
        assert site.asked.count("/thanks?e=anna%40example.com&p=s3cret-0815&c=on") == 2


def test_what_cannot_be_named_or_done_again_is_said_in_comments() -> None:
    acts = [
        Act("tap", "Voir", nth=1, of=2),
        Act("tap", ""),
        Act("choose", "Taille", text="42"),
        Act("submit", "newsletter"),
        Act("at", "https://other.example/x?y=1"),
        Act("at", "https://shop.example/end"),
        Act("tap", "Payer", control=Control("Payer", page="https://shop.example/end")),
    ]
    text = recorded(acts, "https://shop.example/", "iphone", "Shop", "", "parcours run x.yaml", date(2026, 1, 2))
    steps = text.partition("steps:\n")[2].splitlines()
    assert steps == [
        "  # number 2 of 2 that are called “Voir”: the first will be tapped",
        '  - tap: "Voir"',
        "  # something without a name was tapped: nobody could say what, a screen reader neither",
        "  # “42” was chosen in the list “Taille”: there is no verb for lists yet",
        "  # the form was sent with the Enter key: name its button in a `send:` step (newsletter)",
        '  - expect-url: "/end"',
        '  - send: "Payer"',
    ]
    assert 'allow-send: ["shop.example"]' in text
    assert "lang:" not in text
