"""What a page registers, and what its worker's script does."""

from __future__ import annotations

import pytest

from parcours.facts.model import FrameFacts, PageSnapshot, Request, WellKnown
from parcours.facts.workers import Registration, clears, registered, subscribes_without_key, wants_push, worker
from parcours.findings import Verdict
from parcours.testing import Example, Lab

HERE = "https://shop.example/club/offers?x=1"


def page(*scripts: str, prompts: tuple[str, ...] = (), requests: tuple[str, ...] = ()) -> PageSnapshot:
    frame = FrameFacts(scripts=scripts, prompts=prompts)
    return PageSnapshot(url=HERE, frames=(frame,), requests=tuple(Request(url, "script") for url in requests))


def script(text: str, status: int = 200) -> WellKnown:
    return WellKnown("https://shop.example/sw.js", status, "text/javascript", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("navigator.serviceWorker.register('/sw.js')", ("https://shop.example/sw.js", "https://shop.example/")),
        ('navigator.serviceWorker.register("sw.js")', ("https://shop.example/club/sw.js", "https://shop.example/club/")),
        ("serviceWorker.register(`/js/sw.js`, { scope: '/' })", ("https://shop.example/js/sw.js", "https://shop.example/")),
        ("serviceWorker . register('/sw.js',{updateViaCache:'none',scope:'/club/'})", ("https://shop.example/sw.js", "https://shop.example/club/")),
        ("serviceWorker.register('/sw.js?v=3#x')", ("https://shop.example/sw.js?v=3", "https://shop.example/")),
        ("serviceWorker.register('https://cdn.example/sw.js')", None),
        ("serviceWorker.register(address)", None),
        ("serviceWorker.register(`/sw-${version}.js`)", None),
        ("register('/sw.js')", None),
    ],
)  # fmt: skip
def test_a_registration_is_read_from_a_script_in_the_page(text: str, expected: tuple[str, str] | None) -> None:
    assert registered(page(text)) == (Registration(*expected) if expected else None)


def test_what_was_heard_counts_before_what_was_read() -> None:
    seen = registered(page("serviceWorker.register('/old.js')", prompts=("worker https://shop.example/new.js ",)))
    assert seen == Registration("https://shop.example/new.js", "https://shop.example/")


@pytest.mark.parametrize(
    ("scope", "covered"),
    [
        ("https://shop.example/", True),
        ("https://shop.example/club/", True),
        ("https://shop.example/club/offers", True),
        ("https://shop.example/js/", False),
        ("https://shop.example/club/offers/", False),
    ],
)
def test_a_scope_covers_the_addresses_that_begin_with_it(scope: str, covered: bool) -> None:
    assert Registration("https://shop.example/sw.js", scope).covers(f"{HERE}#top") is covered


@pytest.mark.parametrize("said", ["", "{scope: '/'}", "{scope: 'deep/'}"])
def test_the_prelude_hears_a_registration_by_a_script_in_a_file(lab: Lab, said: str) -> None:
    code = f"addEventListener('load', () => navigator.serviceWorker.register('/js/sw.js'{said and ', ' + said}))"
    example = Example(
        "page",
        '<script src="/app.js"></script>',
        Verdict.PASSED,
        url=HERE,
        others={"https://shop.example/app.js": code},
    )
    scope = {
        "": "https://shop.example/js/",
        "{scope: '/'}": "https://shop.example/",
        "{scope: 'deep/'}": "https://shop.example/club/deep/",
    }[said]
    assert registered(lab.look(example)) == Registration("https://shop.example/js/sw.js", scope)


def test_an_android_phone_has_not_been_asked_for_notifications_yet(lab: Lab) -> None:
    html = "<script>document.title = Notification.permission</script>"
    assert lab.look(Example("page", html, Verdict.PASSED, device="android")).title == "default"


def test_on_plain_http_nobody_may_ask_for_notifications(lab: Lab) -> None:
    html = "<script>document.title = Notification.permission</script>"
    assert (
        lab.look(Example("page", html, Verdict.PASSED, device="android", url="http://shop.example/")).title == "denied"
    )


@pytest.mark.parametrize("file", [None, script("", 404), script("", 0)], ids=["not asked", "gone", "no answer"])
def test_a_script_that_is_not_there_does_nothing(file: WellKnown | None) -> None:
    assert worker(file) is None


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("clients.openWindow('/')", ("/",)),
        ("clients.openWindow('/a'); clients.openWindow( \"/b\" )", ("/a", "/b")),
        ("clients.openWindow(url)", ()),
        ("clients.openWindow('/'); clients.openWindow(url)", ()),
        ("clients.openWindow('/' + tag)", ()),
        ("clients.openWindow('/'); client.navigate(url)", ()),
        ("client.focus()", ()),
    ],
)
def test_fixed_addresses_count_only_where_there_are_no_others(text: str, homes: tuple[str, ...]) -> None:
    seen = worker(script(text))
    assert seen
    assert (seen.homes, seen.opens) == (homes, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("navigator.clearAppBadge()", True),
        ("navigator.setAppBadge(0)", True),
        ("navigator.setAppBadge(count)", True),
        ("navigator.setAppBadge(3)", False),
        ("navigator.setAppBadge()", False),
        ("", False),
    ],
)
def test_a_count_that_may_be_nought_takes_the_badge_away(text: str, expected: bool) -> None:
    assert clears(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("r.pushManager.subscribe()", True),
        ("r.pushManager.subscribe({userVisibleOnly: true})", True),
        ("r.pushManager.subscribe({userVisibleOnly: true, applicationServerKey: key})", False),
        ("const o = {applicationServerKey: key}; r.pushManager.subscribe({...o})", False),
        ("r.pushManager.subscribe(options)", False),
        ("r.pushManager.getSubscription()", False),
    ],
)
def test_a_missing_key_is_seen_where_the_settings_are_written_out(text: str, expected: bool) -> None:
    assert subscribes_without_key(text) is expected


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (page(), ""),
        (page("Notification.permission"), ""),
        (page(prompts=("badge unasked", "worker https://shop.example/sw.js ")), ""),
        (page(prompts=("notification unasked",)), "the page asks for notifications"),
        (page(prompts=("push",)), "the page asks for notifications"),
        (page("go.onclick = () => Notification.requestPermission()"), "a script in the page asks for notifications"),
        (page(requests=("https://cdn.onesignal.com/sdks/x.js",)), "the page loads OneSignal"),
        (page(requests=("https://onesignal.com.evil.example/x.js",)), ""),
    ],
)  # fmt: skip
def test_a_page_that_wants_to_send_messages_is_known_by_what_it_does(seen: PageSnapshot, said: str) -> None:
    assert wants_push(seen) == said
