"""A secret from the environment is typed, echoed by the page everywhere it can, and left in nothing that a run leaves."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus, unquote_plus

import pytest
from PIL import Image

from parcours.results import JourneyResult, Status
from parcours.storage.codec import from_json
from servers import Answer, Site, serving

SECRET = 'Kürbis/9&"kern"<x> 77'
MAGENTA = (255, 0, 255)  # the page writes the secret in letters of this colour, and nothing else

LANDING = """<!doctype html><html lang=en><title>Log in</title>
<meta name=viewport content="width=device-width, initial-scale=1">
<style>body{background:#fff;color:#000;font-size:20px} .loud{color:#f0f;font:bold 30px sans-serif}
input,button{font-size:20px;padding:12px} input{color:#f0f} .made::before{content:attr(data-made)}</style>
<h1>Log in</h1><p>You asked for <b class=loud>%(asked)s</b></p>
<p><label>Your word <input id=word></label></p><p><button>Log in</button></p>
<div id=out></div><div id=closed></div>
<script>
document.cookie = 'word=' + encodeURIComponent(decodeURIComponent(location.search.slice(3)));
document.querySelector('button').onclick = () => {
  const word = document.querySelector('#word').value;
  document.title = 'Welcome ' + word;
  history.replaceState(null, '', '/account/' + encodeURIComponent(word) + '?basic=' + btoa(encodeURIComponent(word)));
  out.innerHTML = '<h2 class=loud></h2><p class="loud made"></p><a class=loud>link</a><p class=loud></p>' +
    '<input class=loud placeholder="">' + '<p class=loud style="text-transform:uppercase"></p><p class=loud><i></i><b></b></p>' +
    '<script type="application/json"></' + 'script>';
  out.children[0].textContent = word;
  out.children[1].dataset.made = word;
  out.children[2].href = '/out?q=' + encodeURIComponent(word);
  out.children[2].textContent = encodeURIComponent(word);
  out.children[2].title = word;
  out.children[3].textContent = 'Basic ' + btoa('me:' + encodeURIComponent(word));
  out.children[4].placeholder = word;
  out.children[5].textContent = word;
  out.querySelector('i').textContent = word.slice(0, 7);
  out.querySelector('b').textContent = word.slice(7);
  out.querySelector('script').textContent = JSON.stringify({word});
  closed.attachShadow({mode: 'closed'}).innerHTML = '<p style="color:#f0f;font:bold 30px sans-serif"></p>';
  console.error('wrong ' + word);
  fetch('/api?word=' + encodeURIComponent(word)).catch(() => 0);
  alert('Hello ' + word);
  setTimeout(() => { throw new Error('no ' + word) });
};
</script>"""

SCENARIO = """\
parcours: 1
name: Log in
devices: [android]
allow-private: [127.0.0.1]
vars: {{word: "${{env:KITCHEN_WORD}}"}}
start:
  link: {url}/login?w=${{env:KITCHEN_WORD}}
steps:
  - type: {{into: "Your word", text: "${{word}}"}}
  - screenshot: "The word is typed"
  - tap: "Log in"
  - see: "${{env:KITCHEN_WORD}}"
  - check: all
  - expect-url: {{url: "/elsewhere", within: 0 s}}
"""


def page(path: str) -> Answer:
    asked = unquote_plus(path.partition("?w=")[2])
    header = quote(asked, safe="")
    return Answer(LANDING % {"asked": html.escape(asked)}, headers={"Server": header, "Set-Cookie": f"w={header}"})


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(page) as site:
        yield site


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / "login.yaml").write_text(SCENARIO.format(url=site.url), encoding="utf-8")
    return folder


def command(project: Path, *words: str, secret: str = SECRET) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "KITCHEN_WORD": secret} if secret else {**os.environ}
    return subprocess.run(
        [sys.executable, "-m", *words], cwd=project, env=environment, capture_output=True, check=False, timeout=120
    )


@pytest.fixture(scope="module")
def told(project: Path) -> subprocess.CompletedProcess[bytes]:
    return command(project, "parcours", "run")


@pytest.fixture(scope="module")
def tested(project: Path, told: object) -> subprocess.CompletedProcess[bytes]:
    words = ("-p", "no:cacheprovider", "--junitxml=junit.xml", "--tracing=on", "--showlocals", "-vv")
    return command(project, "pytest", *words, "scenarios")


def spellings(secret: str) -> Iterator[str]:
    """What to look for: made here, and not by what is tried."""
    coded = quote(secret, safe="")
    quoted = json.dumps(secret)[1:-1]
    yield from (secret, coded, quote(secret), quote_plus(secret), quote(coded, safe=""), secret[:10], coded[:14])
    yield from (html.escape(secret), html.escape(secret, quote=False), html.escape(html.escape(secret)))
    yield from (quoted, json.dumps(secret, ensure_ascii=False)[1:-1], json.dumps(quoted)[1:-1])
    yield quoted.replace("<", "\\u003c").replace(">", "\\u003e")
    for data in (secret.encode(), coded.encode()):
        yield data.hex()
        for before in range(3):
            yield base64.b64encode(b"x" * before + data)[4:-4].decode()


def leaks(data: bytes, secret: str = SECRET) -> list[str]:
    text = data.decode("utf-8", "replace").casefold()
    return [spelling for spelling in spellings(secret) if spelling.casefold() in text]


def left(project: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below the project but the scenario, unpacked."""
    for file in sorted(project.rglob("*")):
        if file.is_file():
            data = file.read_bytes()
            yield str(file.relative_to(project)), gzip.decompress(data) if file.suffix == ".gz" else data


def results(project: Path) -> list[JourneyResult]:
    return [from_json(JourneyResult, data) for name, data in left(project) if name.endswith("result.json")]


def magenta(data: bytes) -> int:
    with Image.open(io.BytesIO(data)) as picture:
        red, green, blue = picture.convert("RGB").split()
    parts = (red.point(lambda v: v > 200), green.point(lambda v: v < 90), blue.point(lambda v: v > 200))
    return sum(all(pixel) for pixel in zip(*(part.tobytes() for part in parts), strict=True))


def test_the_walk_went_where_it_was_to_go_and_shows_dots(
    project: Path, told: subprocess.CompletedProcess[bytes], tested: subprocess.CompletedProcess[bytes]
) -> None:
    assert (told.returncode, tested.returncode) == (1, 1), told.stderr
    for result in results(project):
        assert [step.ended for step in result.steps] == ["done"] * 6 + ["blocked"], result.reason
        assert [step.says for step in result.steps][1:4] == [
            "type “Your word”",
            "screenshot “The word is typed”",
            "tap “Log in”",
        ]
        assert result.status is Status.FAILED
        assert "/account/•••?basic=•••" in result.reason
        assert result.pages[-1].title == "Welcome •••"
    assert len(results(project)) == 2


def test_no_file_of_a_run_holds_the_secret(project: Path, tested: object) -> None:
    names = [name for name, _ in left(project)]
    assert sum(name.endswith(".json.gz") for name in names) >= 4
    assert {name: found for name, data in left(project) if (found := leaks(data))} == {}
    assert [name for name in names if leaks(name.encode())] == []


def test_nothing_that_is_printed_holds_the_secret(
    told: subprocess.CompletedProcess[bytes], tested: subprocess.CompletedProcess[bytes]
) -> None:
    for said in (told.stdout, told.stderr, tested.stdout, tested.stderr):
        assert leaks(said) == []
    assert "•••" in told.stdout.decode()
    assert "•••" in tested.stdout.decode()


def test_no_picture_shows_the_secret(project: Path, tested: object) -> None:
    pictures = [(name, data) for name, data in left(project) if name.endswith((".webp", ".jpg", ".png"))]
    assert {name: count for name, data in pictures if (count := magenta(data))} == {}
    assert {Path(name).name for name, _ in pictures} >= {"page-00.webp", "shot-02.webp", "page-01.webp"}


def test_playwright_s_trace_is_not_kept_and_that_is_said(project: Path, tested: object) -> None:
    assert [name for name, _ in left(project) if name.endswith(".zip")] == []
    told, tested_ = results(project)
    note = "No Playwright trace was kept: it would hold the journey's secrets."
    assert (note in told.notes, note in tested_.notes) == (False, True)


def test_without_its_secret_a_journey_is_a_mistake_of_use_at_its_place(project: Path, site: Site) -> None:
    asked = len(site.asked)
    told = command(project, "parcours", "run", secret="")
    said = told.stderr.decode()
    assert told.returncode == 4, said
    assert "scenarios/login.yaml:7:9: E016: the environment variable KITCHEN_WORD is not set" in said
    assert "Traceback" not in said
    assert len(site.asked) == asked


def test_without_its_secret_a_test_fails_and_the_others_go_on(project: Path) -> None:
    tested = command(project, "pytest", "-p", "no:cacheprovider", "scenarios", secret="")
    said = tested.stdout.decode()
    assert tested.returncode == 1
    assert "E016: the environment variable KITCHEN_WORD is not set" in said
    listed = command(project, "pytest", "-p", "no:cacheprovider", "--collect-only", "-q", "scenarios", secret="")
    assert "scenarios/login.yaml::journey[android-chromium]" in listed.stdout.decode()


def test_the_same_words_without_a_secret_are_seen_in_pictures_and_files(tmp_path: Path, site: Site) -> None:
    """What is looked for above would be found if it were there."""
    (tmp_path / "scenarios").mkdir()
    text = SCENARIO.format(url=site.url).replace("${env:KITCHEN_WORD}", "open-sesame-plain")
    (tmp_path / "scenarios" / "login.yaml").write_text(text, encoding="utf-8")
    assert command(tmp_path, "parcours", "run", secret="").returncode == 1
    found = {name.rpartition("/")[2]: data for name, data in left(tmp_path / "reports")}
    assert leaks(found["result.json"], "open-sesame-plain")
    assert leaks(found["00.json.gz"], "open-sesame-plain")
    assert min(magenta(found[name]) for name in ("page-00.webp", "shot-02.webp", "page-01.webp")) > 100
