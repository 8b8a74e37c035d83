"""A page whose words attack whoever reads of them, and one that hands out secrets: all that a run leaves is searched."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser

from parcours.reporting import Options, load_run, reports
from parcours.results import JourneyResult
from parcours.storage.codec import from_json
from servers import Answer, Site, serving

ANSI = "\x1b[2J\x1b]8;;https://evil.example\x07\x1b]0;owned\x07\x9b31m"
CI = "::add-mask::x ##[error]x ##vso[task.complete] ##teamcity[buildStatus text='x'] ::set-output name=a::b"
BREAKOUT = "</title></script><script>document.title='OWNED'</script><img src=x onerror=\"document.title='OWNED'\">"
TURNED = "\u202egnp.exe\u2066\u200b\U000e0041" + "z" + "\u0336" * 40
FORMULA = '=HYPERLINK("https://evil.example","x")'
TEMPLATE = "{{7*7}} {% for x in y %} ${7*7} <%= 7 %> @SUM(1) +cmd|' /C calc'!A0"
FILE = "../../../../tmp/owned CON / \\ .html? " + "n" * 300
HALVES = "\ud800 \udfff"

ADD = """
const say = SAY;
document.title = say.join(' ');
for (const words of say) {
  const h = document.createElement('h2'), b = document.createElement('button'), i = document.createElement('img');
  h.textContent = words; b.textContent = words; b.id = words; b.setAttribute('aria-label', words);
  i.alt = words; i.src = '/logo.svg'; i.width = i.height = 40;
  const a = document.createElement('a'); a.textContent = words; a.href = '/x?' + words;
  const m = document.createElement('meta'); m.name = 'viewport'; m.content = 'width=980, ' + words.slice(0, 60);
  document.body.append(h, b, i, a); document.head.append(m);
  console.error(words + '\\n' + words); setTimeout(() => { throw new Error(words + '\\n::error::' + words) });
  fetch('/' + encodeURIComponent(words.toWellFormed())).catch(() => 0);
}
const d = document.createElement('a'); d.href = "javascript:document.title='OWNED'"; d.textContent = 'Call us'; document.body.append(d);
alert(say.join(' '));
"""
WORDS = [ANSI, CI, BREAKOUT, TURNED, FORMULA, TEMPLATE, FILE, HALVES, "a\x00b\x85c\ufffe"]
SCRIPT = ADD.replace("SAY", json.dumps(WORDS).replace("</", "<\\/"))
INJECTING = f"""<!doctype html><html lang=en><meta charset=utf-8><link rel=icon href=/logo.svg>
<meta property="og:image" content="/logo.svg"><body><h1>Hello</h1><script>{SCRIPT}</script>"""
SVG = Answer(
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40' onload=\"document.title='OWNED'\">"
    "<script>document.title='OWNED'</script><rect width='40' height='40'/></svg>",
    headers={"Content-Type": "image/svg+xml"},
)

# What the site hands out: each stands nowhere else, and must stand in nothing that the run leaves.
TOKEN, COOKIE, STORED, TYPED, CARD, HIDDEN = (f"{name}-7Qx9Lm2Zr4" for name in ("tk", "ck", "st", "ty", "cd", "hd"))
FROM_ENV, LOGIN = "Env1ronment-5ecret", "bm9ib2R5OnNlc3NhbWU"
SECRETS = (TOKEN, COOKIE, STORED, TYPED, CARD, HIDDEN, FROM_ENV, LOGIN)
ECHOING = f"""<!doctype html><html lang=en><meta charset=utf-8><title>Account</title>
<meta name=viewport content="width=device-width"><h1>Your account</h1>
<p><label>Password <input type=password value="{CARD}"></label><label>Card <input autocomplete=cc-number value="{CARD}"></label>
<label>Code <input id=code></label></p><form action="/pay?token={TOKEN}&sig={TOKEN}" method=get><input type=hidden name=csrf value="{HIDDEN}">
<button type=button onclick="out.textContent = 'You typed ' + code.value">Show</button></form>
<p id=out>%(echo)s</p>
<a href="/next?session_id={TOKEN}&password={TOKEN}">next</a><a href="https://me:{TOKEN}@127.0.0.1/">log in</a>
<script>localStorage.setItem('token', '{STORED}'); document.cookie = 'sid={COOKIE}';
fetch('/api?access_token={TOKEN}', {{headers: {{Authorization: 'Bearer {LOGIN}'}}}}).catch(() => 0);
console.error('api_key={TOKEN} failed at /api?token={TOKEN}');</script>"""

SCENARIOS = {
    "words": """\
parcours: 1
name: "Words that bite"
devices: [android]
allow-private: [127.0.0.1]
start: {{link: "{url}/inject"}}
steps:
  - check: all
  - see: {{text: "never there", within: 0 s}}
""",
    "secrets": """\
parcours: 1
name: "An account"
devices: [android]
allow-private: [127.0.0.1]
start: {{link: "{url}/go?key=${{env:GO_KEY}}"}}
steps:
  - type: {{into: "Code", text: "TYPED"}}
  - type: {{into: "Password", text: "TYPED"}}
  - check: all
  - see: {{text: "never there", within: 0 s}}
""".replace("TYPED", TYPED),
}


def answer(path: str) -> Answer | str:
    if path.startswith("/inject"):
        return Answer(INJECTING.encode("utf-8", "surrogatepass"), headers={"Content-Type": "text/html"})
    if path.startswith("/logo.svg"):
        return SVG
    if path.startswith("/go"):
        there = f"/account?token={TOKEN}&{quote(path.partition('?')[2], safe='=')}#access_token={TOKEN}"
        return Answer("", 302, {"Location": there, "Set-Cookie": f"session={COOKIE}; HttpOnly"})
    if path.startswith("/account"):
        echo = f"You sent {unquote(path)} with Cookie: session={COOKIE}; and Authorization: Bearer {LOGIN}1"
        return Answer(ECHOING % {"echo": echo}, headers={"Set-Cookie": f"s={COOKIE}"})
    return Answer("", 404)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(answer) as site:
        yield site


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "scenarios").mkdir()
    for name, text in SCENARIOS.items():
        (folder / "scenarios" / f"{name}.yaml").write_text(text.format(url=site.url), encoding="utf-8")
    return folder


def command(project: Path, *words: str) -> str:
    """All that a command printed."""
    environment = {**os.environ, "GO_KEY": FROM_ENV, "GITHUB_STEP_SUMMARY": str(project / "reports" / "summary.md")}
    told = subprocess.run(
        [sys.executable, "-m", "parcours", *words],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=180,
    )
    return told.stdout.decode("utf-8")


FORMS = ("html", "json", "junit", "sarif", "gitlab", "csv", "text", "webhook")


@pytest.fixture(scope="module")
def said(project: Path) -> dict[str, str]:
    """What one run printed, and the annotations of it for a CI server; every other report is made beside it."""
    told = {"run": command(project, "run"), "github": command(project, "report", "--format", "github")}
    (run,) = (path for path in (project / "reports" / "runs").iterdir() if path.is_dir() and not path.is_symlink())
    for form in FORMS:
        for lang in ("en", "fr"):
            reports()[form].write(load_run(run), project / "reports" / f"out-{lang}.{form}", Options(lang))
    return told


def left(project: Path) -> Iterator[tuple[str, bytes]]:
    """Every file that the run and its reports left, unpacked."""
    for file in sorted((project / "reports").rglob("*")):
        if file.is_file() and not file.is_symlink():
            data = file.read_bytes()
            yield str(file.relative_to(project)), gzip.decompress(data) if file.suffix == ".gz" else data


def results(project: Path) -> dict[str, JourneyResult]:
    found = [from_json(JourneyResult, data) for name, data in left(project) if name.endswith("result.json")]
    return {result.scenario: result for result in found}


def test_both_journeys_were_walked_and_judged(project: Path, said: object) -> None:
    found = results(project)
    assert {name: (result.code, len(result.pages)) for name, result in found.items()} == {
        "words": ("element-missing", 1),
        "secrets": ("element-missing", 1),
    }
    assert "\x9b31m ::add-mask::x" in found["words"].pages[0].title, (
        "facts are kept as they are; readers get them clean"
    )
    assert "•••" in found["secrets"].pages[0].url


def test_nothing_that_is_printed_acts(said: dict[str, str]) -> None:
    for text in said.values():
        assert re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]", text) is None
        assert re.search(r"##\[|##vso|##teamcity|::add-mask|::set-output", text) is None
    assert "::" not in said["run"]
    commands = said["github"].splitlines()
    assert all(re.match(r"::(?:error|warning|notice) (?:file|title)=[^:]*::(?!.*::)", line) for line in commands)
    assert len(commands) == 11
    assert r"\u001b[2J" in said["run"], "what the page said can be read"


def test_no_secret_is_left_or_printed(project: Path, said: dict[str, str]) -> None:
    printed = [(name, text.encode()) for name, text in said.items()]
    found = {
        (name, secret) for name, data in (*left(project), *printed) for secret in SECRETS if secret.encode() in data
    }
    assert found == set()
    assert sum(1 for _ in left(project)) > 20
    assert sum(name.endswith(".json.gz") for name, _ in left(project)) == 2


def test_files_are_called_by_ids_and_lie_where_they_should(project: Path, said: object) -> None:
    assert [name for name, _ in left(project) if not re.fullmatch(r"[\w./-]+", name)] == []
    assert sorted(path.name for path in project.iterdir()) == ["reports", "scenarios"]
    assert not Path("/tmp/owned").exists()


@pytest.mark.parametrize(("lang", "title"), [("en", "Mobile journey report"), ("fr", "Rapport de parcours mobile")])
def test_the_report_of_them_opens_in_silence(
    project: Path, said: object, plain_browser: Browser, lang: str, title: str
) -> None:
    page = plain_browser.new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("dialog", lambda dialog: (noise.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: noise.append(request.url))
    page.goto((project / "reports" / f"out-{lang}.html").as_uri())
    assert [url for url in noise if not url.startswith(("file:", "data:"))] == []
    assert page.title().startswith(title)
    assert "OWNED" in (page.locator("main").text_content() or ""), "what the page said is shown as text"
    page.close()
