"""Nothing is sent unless the scenario says so: tried on a server that counts what arrives."""

from __future__ import annotations

import textwrap
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from parcours.results import JourneyResult
from parcours.running.jobs import Said
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.supervisor import Lane
from parcours.storage.journal import RunFolder

HEAD = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width">
<style>a, button, label, input { display: block; padding: 20px; margin: 4px }</style><h1>Shop</h1>"""
FIELD = "<label>Your message <input name=message></label>"

PAGES = {
    "form": f"<form method=post action=/in>{FIELD}<button>Go on</button></form>",
    "input": f"<form method=post action=/in>{FIELD}<input type=submit value='Go on'></form>",
    "outside": f"<form id=f method=post action=/in>{FIELD}</form><button form=f>Go on</button>",
    "formmethod": f"<form action=/in>{FIELD}<button formmethod=post>Go on</button></form>",
    "formaction": f"<form method=post action=/in>{FIELD}<button formaction='//{{other}}/in'>Go on</button></form>",
    "clobbered": "<form method=post action=/in><input name=method value=get><input name=action><button>Go on</button></form>",
    "label": "<form method=post action=/in><input type=submit id=s style='opacity:0'><label for=s>Go on</label></form>",
    "checkbox": "<form method=post action=/in><label>Go on <input type=checkbox onchange='this.form.submit()'></label></form>",
    "link": "<form method=post action=/in></form><a href='#' onclick='document.forms[0].submit()'>Go on</a>",
    "later": "<form method=post action=/in></form><button onclick='setTimeout(() => document.forms[0].submit(), 50)'>Go on</button>",
    "window": "<form method=post action=/in target=_blank></form><button onclick='document.forms[0].submit()'>Go on</button>",
    "frame": "<iframe name=f></iframe><form method=post action='//{other}/in' target=f>"
    "</form><button onclick='document.forms[0].submit()'>Go on</button>",
    "says": "<button onclick=\"fetch('/in', {method: 'POST', body: 'x'})\">Buy now</button>",
    "typed": "<form method=post action=/in><label>Your message <input oninput='this.form.submit()'></label></form>",
    "again": "<form method=post action=/again><button>Go on</button></form>",
    "search": "<form action=/got role=search><label>What <input name=q></label><button>Send</button></form>",
    "leads": "<a href=/got>Send</a>",
    "counts": "<script>fetch('/counted', {method: 'POST', body: 'x'}); navigator.sendBeacon('/counted', 'x')</script>",
    "advertises": "<iframe name=f></iframe><form method=post action=/in target=f></form><script>document.forms[0].submit()</script>",
    "by-itself": "<form method=post action=/in></form><script>onload = () => document.forms[0].submit()</script>",
}


@dataclass
class Counter:
    """What arrived: the paths of what was posted, by server."""

    posted: list[str] = field(default_factory=list)
    port: int = 0
    other: str = ""


@pytest.fixture(scope="module")
def server() -> Iterator[Counter]:
    counter = Counter()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.strip("/").partition("?")[0]
            body = PAGES.get(name, "<p>Thank you</p>").replace("{other}", counter.other)
            self._say(HEAD + body)

        def do_POST(self) -> None:
            counter.posted.append(f"{self.headers['Host'].partition(':')[0]}{self.path}")
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path == "/again":
                self.send_response(307)
                self.send_header("Location", f"http://{counter.other}/in")
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                self._say(HEAD + "<p>Thank you</p>")

        def _say(self, text: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        counter.port = listening.server_port
        counter.other = f"localhost:{counter.port}"
        threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True).start()
        yield counter
        listening.shutdown()


def ignore(_job: object, _said: Said) -> None:
    pass


def walk(lane: Lane, server: Counter, folder: Path, page: str, steps: str, header: str = "") -> JourneyResult:
    server.posted.clear()
    file = folder / "walk.yaml"
    steps = textwrap.indent(textwrap.dedent(steps).strip(), "  ")
    head = f"parcours: 1\nallow-private: [127.0.0.1, localhost]\n{header}\n"
    file.write_text(f"{head}start:\n  link: http://127.0.0.1:{server.port}/{page}\nsteps:\n  - check: text\n{steps}\n")
    run = RunFolder.create(folder)
    (job,) = jobs_for(load_scenario(file), ("android",), run)
    run.journey(*job.place.split("/"))
    return lane.run(job, ignore)


TAPPED = (
    "form",
    "input",
    "outside",
    "formmethod",
    "formaction",
    "clobbered",
    "label",
    "checkbox",
    "link",
    "later",
    "window",
)


@pytest.mark.parametrize("page", TAPPED)
def test_a_tap_never_sends(lane: Lane, server: Counter, tmp_path: Path, page: str) -> None:
    result = walk(
        lane, server, tmp_path, page, "- tap: Go on\n- see: Thank you", "allow-send: ['127.0.0.1', localhost]"
    )
    assert (result.code, server.posted) == ("send-needed", []), result.reason
    assert "`send" in result.reason
    assert [step.ended for step in result.steps] == ["done", "done", "blocked", "skipped"]


def test_a_button_that_says_that_it_buys_is_not_tapped(lane: Lane, server: Counter, tmp_path: Path) -> None:
    result = walk(lane, server, tmp_path, "says", "- tap: Buy now")
    assert (result.code, server.posted) == ("send-needed", [])
    assert result.reason == (
        '“Buy now” says that it sends, orders or pays: write `send: "Buy now"`, '
        f"and 127.0.0.1:{server.port} under `allow-send:`"
    )


def test_typing_sends_nothing(lane: Lane, server: Counter, tmp_path: Path) -> None:
    result = walk(lane, server, tmp_path, "typed", "- type: {into: Your message, text: Hello}")
    assert (result.code, server.posted) == ("send-needed", []), result.reason


def test_a_page_that_sends_by_itself_is_kept_from_it(lane: Lane, server: Counter, tmp_path: Path) -> None:
    result = walk(lane, server, tmp_path, "by-itself", "- see: Shop")
    assert (result.code, server.posted) == ("send-needed", []), result.reason
    assert result.steps[0].ended == "blocked"


@pytest.mark.parametrize("page", ["frame", "advertises"])
def test_a_frame_that_sends_is_kept_from_it_and_the_walk_goes_on(
    lane: Lane, server: Counter, tmp_path: Path, page: str
) -> None:
    steps = "- tap: Go on\n- see: Shop" if page == "frame" else "- see: Shop"
    result = walk(lane, server, tmp_path, page, steps)
    assert (result.code, server.posted) == ("", []), result.reason
    notes = [note for step in result.steps for note in step.notes]
    assert [note for note in notes if note.startswith("a frame was kept from sending a form to ")] != []


@pytest.mark.parametrize(
    ("page", "allowed", "code"),
    [
        ("form", "", "send-refused"),
        ("form", "allow-send: [localhost]", "send-refused"),
        ("form", "allow-send: ['127.0.0.1:1']", "send-refused"),
        ("formaction", "allow-send: ['127.0.0.1']", "send-refused"),
        ("formaction", "allow-send: [localhost]", "send-refused"),
        ("says", "", "send-refused"),
    ],
)
def test_what_is_to_be_sent_is_not_sent_to_hosts_that_are_not_allowed(
    lane: Lane, server: Counter, tmp_path: Path, page: str, allowed: str, code: str
) -> None:
    name = "Buy now" if page == "says" else "Go on"
    result = walk(lane, server, tmp_path, page, f"- send: {name}", allowed)
    assert (result.code, server.posted) == (code, []), result.reason
    assert "add `allow-send: [" in result.reason


def test_a_redirect_does_not_carry_it_to_a_host_that_is_not_allowed(
    lane: Lane, server: Counter, tmp_path: Path
) -> None:
    result = walk(lane, server, tmp_path, "again", "- send: Go on", "allow-send: ['127.0.0.1']")
    assert (result.code, server.posted) == ("send-refused", ["127.0.0.1/again"]), result.reason


@pytest.mark.parametrize(
    ("page", "allowed", "posted"),
    [
        ("form", "['127.0.0.1']", ["127.0.0.1/in"]),
        ("later", "['127.0.0.1']", ["127.0.0.1/in"]),
        ("formaction", "['127.0.0.1', localhost]", ["localhost/in"]),
        ("again", "['127.0.0.1', localhost]", ["127.0.0.1/again", "localhost/in"]),
    ],
)
def test_what_is_allowed_is_sent_once(
    lane: Lane, server: Counter, tmp_path: Path, page: str, allowed: str, posted: list[str]
) -> None:
    result = walk(lane, server, tmp_path, page, "- send: Go on\n- see: Thank you", f"allow-send: {allowed}")
    assert (result.code, server.posted) == ("", posted), result.reason


@pytest.mark.parametrize("page", ["search", "leads"])
def test_what_reads_is_tapped(lane: Lane, server: Counter, tmp_path: Path, page: str) -> None:
    result = walk(lane, server, tmp_path, page, "- tap: Send\n- see: Thank you")
    assert (result.code, server.posted) == ("", []), result.reason


def test_what_a_page_counts_beside_is_left_alone(lane: Lane, server: Counter, tmp_path: Path) -> None:
    result = walk(lane, server, tmp_path, "counts", "- see: Shop")
    assert (result.code, set(server.posted)) == ("", {"127.0.0.1/counted"})


def test_find_sends_nothing(lane: Lane, server: Counter, tmp_path: Path) -> None:
    result = walk(lane, server, tmp_path, "form", "- find: {goal: message, within: 3}", "allow-send: ['127.0.0.1']")
    assert server.posted == [], result.reason
