"""`parcours scan` reads e-mails, too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from parcours.cli.scan import scan

GOOD = """From: Shop <hello@shop.example>
Subject: Spring boots
List-Unsubscribe: <https://shop.example/u>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Content-Type: text/html; charset=utf-8

<a class="btn" href="https://shop.example/spring">See the boots</a>
<a href="https://shop.example/u">Unsubscribe</a>
"""
BAD = GOOD.replace("See the boots", "<img src=boots.png>").replace(
    "https://shop.example/spring", "https://shop.us1.list-manage.com/c?url=https%3A%2F%2Fshop.example%2Fspring"
)


def run(*args: object) -> Result:
    return CliRunner().invoke(scan, [str(arg) for arg in args])


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "spring.eml"
    path.write_text(GOOD)
    return path


def test_a_mail_is_told_by_its_links(mail: Path) -> None:
    result = run(mail)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        f"{mail}  e-mail, 2 links",
        "  from      Shop <hello@shop.example>",
        "  subject   Spring boots",
        "  preview   See the boots Unsubscribe",
        "  link 1 *  See the boots",
        "            https://shop.example/spring",
        "            the call to action, a button",
        "  link 2    Unsubscribe",
        "            https://shop.example/u",
        "            no call to action",
        "  nothing to mend",
    ]


def test_what_is_wrong_is_said_with_what_to_do(mail: Path) -> None:
    mail.write_text(BAD)
    result = run(mail)
    assert result.exit_code == 1
    assert "counted by Mailchimp, hides https://shop.example/spring" in result.stdout
    assert "entry/email-alt, for web" in result.stdout
    assert "entry/email-tracker, for care" in result.stdout


def test_links_are_in_the_document(mail: Path) -> None:
    mail.write_text(BAD)
    said: dict[str, Any] = json.loads(run("--format", "json", mail).stdout)
    assert said["links"][0] == {
        "file": str(mail),
        "position": 1,
        "text": "",
        "url": "https://shop.us1.list-manage.com/c?url=https%3A%2F%2Fshop.example%2Fspring",
        "kind": "web",
        "picture": True,
        "button": False,
        "tapped": True,
        "tracker": "Mailchimp",
        "hides": "https://shop.example/spring",
    }
    assert [(one["rule"], one["aspect"]) for one in said["findings"]] == [
        ("entry/email-alt", "call"),
        ("entry/email-tracker", "shop.us1.list-manage.com"),
    ]


def test_a_page_of_html_is_a_mail_without_headers(mail: Path) -> None:
    page = mail.with_suffix(".HTML")
    page.write_text('<a href="https://shop.example/">Boots</a>')
    result = run(page)
    assert result.exit_code == 0
    assert "link 1 *  Boots" in result.stdout


@pytest.mark.parametrize(("text", "words"), [("Just words", "no header of a mail"), (None, "cannot be opened")])
def test_what_is_no_mail_says_so(mail: Path, text: str | None, words: str) -> None:
    if text is None:
        mail.unlink()
    else:
        mail.write_text(text)
    result = run(mail)
    assert result.exit_code == 4
    assert words in result.stdout
    assert json.loads(run("--format", "json", mail).stdout)["errors"][0]["code"] == "email-unreadable"


def test_what_a_mail_says_never_moves_the_cursor(mail: Path) -> None:
    mail.write_text(GOOD.replace("See the boots", "See\x1b[2J the boots"))
    assert "\x1b" not in run(mail).stdout
