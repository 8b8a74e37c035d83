"""Chats, badges and notifications, as a customer meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lanes import walked_on
from parcours.results import JourneyResult
from parcours.running.supervisor import Lane
from servers import Answer, Site, serving

HEAD = (
    '<!doctype html><html lang=en><title>Bank</title><meta name=viewport content="width=device-width, initial-scale=1">'
    "<style>a,button{display:inline-block;padding:16px;font-size:18px}</style><h1>Your account</h1>"
)
COUNTED = "<a href=/messages aria-label='Messages, {0} unread'>Messages <b>{0}</b></a>"
LATER = "<script>setTimeout(() => { %s }, 300)</script>"
CHAT = (
    HEAD
    + "<button id=b aria-label='Chat with us' style='position:fixed;right:10px;bottom:10px;width:60px;height:60px' "
    'onclick="setTimeout(() => { w.hidden = false }, 200)">💬</button>'
    "<div id=w role=dialog aria-label=Chat hidden style='position:fixed;left:0;right:0;bottom:0;height:400px;background:#fff'>{0}</div>"
)
THREAD = (
    HEAD + "<ol id=t><li><b>Anna</b><p>Welcome</p></li></ol><form id=f method=post action=/sent><label>Message "
    "<textarea id=m></textarea></label><button>Send</button></form><script>"
    "const say = (who, words, later) => setTimeout(() => { const li = document.createElement('li');"
    "li.innerHTML = `<b>${who}</b><p>${words}</p>`; t.append(li) }, later);"
    "f.onsubmit = (e) => { e.preventDefault(); say('You', m.value, 0); m.value = ''; ANSWERS }</script>"
)
ACKNOWLEDGES = "say('Bank', 'Automatic reply: your message has arrived.', 100);"
REPLIES = "say('Anna', 'Of course. Would Tuesday suit you?', 900);"
ALONE = (
    HEAD
    + "<form id=f method=post><label>Message <textarea></textarea></label><button>Send</button></form><p id=a></p><script>"
    "f.onsubmit = (e) => { e.preventDefault(); f.remove(); setTimeout(() => { a.textContent = 'Anna says yes' }, 300) }</script>"
)
WORKER = Answer(
    "onmessage = (event) => { registration.showNotification('Camille has replied', { body: event.data });"
    "navigator.setAppBadge(2); }",
    headers={"Content-Type": "text/javascript"},
)
ASKS = (
    HEAD
    + '<p id=said>unset</p><button onclick="ask()">Tell me</button><script>said.textContent = Notification.permission;'
    "const ask = async () => { const answer = await Notification.requestPermission(); said.textContent = answer;"
    "await navigator.serviceWorker.register('/sw.js'); (await navigator.serviceWorker.ready)"
    ".active.postMessage('Tuesday, then.') }</script>"
)
OWN = ASKS.replace(".active.postMessage('Tuesday, then.')", ".showNotification('From the page', { body: 'Hello' })")
PAGES = {
    "/one": HEAD + COUNTED.format(1),
    "/late": HEAD + "<nav id=n></nav>" + LATER % f'n.innerHTML = "{COUNTED.format(3)}"',
    "/titled": HEAD.replace("Bank", "(2) Bank"),
    "/icon": HEAD + "<script>navigator.setAppBadge(4)</script>",
    "/cleared": HEAD + "<script>navigator.setAppBadge(4); navigator.clearAppBadge()</script>",
    "/dot": HEAD + "<script>navigator.setAppBadge()</script>",
    "/none": HEAD,
    "/asks": ASKS,
    "/own": OWN,
    "/sw.js": WORKER,
    "/chat": CHAT.replace("{0}", "<textarea aria-label=Message></textarea>"),
    "/chat-channels": CHAT.replace("{0}", "<a href=https://wa.me/33612345678>WhatsApp</a>"),
    "/chat-empty": CHAT.replace("{0}", "<p>Loading</p>"),
    "/thread": THREAD.replace("ANSWERS", ACKNOWLEDGES + REPLIES),
    "/acknowledged": THREAD.replace("ANSWERS", ACKNOWLEDGES),
    "/silent": THREAD.replace("ANSWERS", ""),
    "/alone": ALONE,
    "/chat-dead": HEAD + "<div class=fb-customerchat></div>",
}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as site:
        yield site


Walked = Callable[..., JourneyResult]


@pytest.fixture
def walk(lane: Lane, site: Site, tmp_path: Path) -> Walked:
    """Walk these steps from that page."""

    def walked(path: str, *steps: str, phone: str = "android") -> JourneyResult:
        file = tmp_path / "walk.yaml"
        lines = "".join(f"  - {step}\n" for step in (*steps, "check: landing"))
        head = "parcours: 1\nallow-private: [127.0.0.1]\nallow-send: [127.0.0.1]\nservice-workers: allow\n"
        file.write_text(f"{head}start:\n  link: {site.url}{path}\nsteps:\n{lines}")
        return walked_on(lane, file, phone)

    return walked


@pytest.mark.parametrize(
    ("path", "count", "note"),
    [
        ("/one", 1, "1 new, shown by “Messages, 1 unread”"),
        ("/late", 3, "3 new, shown by “Messages, 3 unread”"),
        ("/titled", 2, "2 new, shown by the page's title, (2)"),
    ],
)
def test_a_badge_is_seen_wherever_it_is_shown(walk: Walked, path: str, count: int, note: str) -> None:
    step = walk(path, f"expect-badge: {count}").steps[1]
    assert (step.ended, step.notes) == ("done", (note,))


@pytest.mark.parametrize(("path", "phone"), [("/none", "android"), ("/cleared", "iphone")])
def test_no_badge_is_seen_where_none_is(walk: Walked, path: str, phone: str) -> None:
    assert walk(path, "expect-badge: 0", phone=phone).steps[1].ended == "done"


@pytest.mark.parametrize(
    ("path", "count", "code", "reason"),
    [
        ("/one", 2, "badge-missing", "no badge shows 2: “Messages, 1 unread” shows 1"),
        ("/icon", 4, "badge-missing", "no badge shows 4: there is none"),  # Chrome on Android shows none
        ("/none", 1, "badge-missing", "no badge shows 1: there is none"),
        ("/one", 0, "badge-left", "a badge is still shown: “Messages, 1 unread” shows 1"),
    ],
)
def test_what_the_badge_shows_instead_is_said(walk: Walked, path: str, count: int, code: str, reason: str) -> None:
    step = walk(path, f"expect-badge: {{count: {count}, within: 500 ms}}").steps[1]
    assert (step.code, step.reason) == (code, reason)


def test_a_number_on_the_icon_needs_the_home_screen_on_an_iphone(walk: Walked) -> None:
    assert walk("/icon", "expect-badge: 4", phone="iphone").steps[1].notes == (
        "4 new, shown by the site's icon",
        "an iPhone shows a number on the site's icon only once the site is on the home screen",
    )


def test_a_dot_on_the_icon_is_no_number(walk: Walked) -> None:
    step = walk("/dot", "expect-badge: {count: 2, within: 300 ms}", phone="iphone").steps[1]
    assert step.reason == "no badge shows 2: the site's icon shows a dot"


def test_a_service_workers_number_on_the_icon_is_heard(walk: Walked) -> None:
    result = walk("/asks", "tap: Tell me", "expect-badge: 2", phone="iphone")
    assert result.steps[2].notes[0] == "2 new, shown by the site's icon", result.reason


def test_a_service_workers_notification_is_heard(walk: Walked) -> None:
    steps = (
        "see: default",
        "tap: Tell me",
        "see: granted",
        "expect-notification: camille has replied",
    )
    result = walk("/asks", *steps)
    assert [step.ended for step in result.steps[:5]] == ["done"] * 5, result.reason
    assert result.steps[4].notes == ("notification: “Camille has replied Tuesday, then.”",)


def test_a_notification_that_the_page_shows_is_heard(walk: Walked) -> None:
    result = walk("/own", "tap: Tell me", "expect-notification: From the page")
    assert result.steps[2].notes == ("notification: “From the page Hello”",), result.reason


def test_a_customer_who_expects_none_is_not_made_to_say_yes(walk: Walked) -> None:
    result = walk("/asks", "tap: Tell me", "not-see: {text: granted, within: 500 ms}")
    assert result.steps[2].ended == "done", result.reason


def test_a_notification_that_does_not_come_is_missed(walk: Walked) -> None:
    step = walk("/none", "expect-notification: {text: Hello, within: 300 ms}").steps[1]
    assert (step.code, step.reason) == ("no-notification", "no notification says “Hello” within 0.3 s")


def test_an_iphones_notifications_cannot_be_known(walk: Walked) -> None:
    result = walk("/none", "expect-notification: Hello", phone="iphone")
    assert (result.steps[1].code, result.status.value) == ("cannot-know", "inconclusive")


@pytest.mark.parametrize("step", ["open-chat", "open-chat: Chat with us"])
@pytest.mark.parametrize("path", ["/chat", "/chat-channels"])
def test_a_chat_is_opened(walk: Walked, path: str, step: str) -> None:
    opened = walk(path, step).steps[1]
    assert (opened.ended, opened.effort.taps) == ("done", 1), opened.reason


@pytest.mark.parametrize(
    ("path", "code", "reason"),
    [
        ("/chat-empty", "chat-shut", "the chat was tapped, and no window to write in opened within 0.5 s"),
        ("/chat-dead", "chat-dead", "the page still asks for Facebook Chat Plugin, which no longer exists"),
        ("/none", "chat-missing", "no chat is on the page; if its button has a name of its own, give it: `open-chat: Ask us`"),
    ],
)  # fmt: skip
def test_a_chat_that_cannot_be_used_says_why(walk: Walked, path: str, code: str, reason: str) -> None:
    step = walk(path, "open-chat: {within: 500 ms}").steps[1]
    assert (step.code, step.reason) == (code, reason)


WRITE = ('type: {into: Message, text: "May I come on Monday?"}', "send: Send")


def test_a_humans_reply_is_awaited_and_measured(walk: Walked) -> None:
    step = walk("/thread", *WRITE, "expect-reply: {within: 20 s}").steps[3]
    assert step.ended == "done", step.reason
    assert step.notes[0].endswith("“Anna Of course. Would Tuesday suit you?”")
    assert step.reply is not None
    assert (step.reply.channel, step.reply.acknowledged) == ("message", True)
    assert 900 <= step.reply.ms < 20_000


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/acknowledged", "only an automatic acknowledgement came within 0.5 s: no human replied"),
        ("/silent", "nobody replied within 0.5 s"),
        ("/alone", "what was sent is shown nowhere on the page, so no answer to it can be told: name its words with `text:`"),
    ],
)  # fmt: skip
def test_who_did_not_reply_is_said(walk: Walked, path: str, reason: str) -> None:
    result = walk(path, *WRITE, "expect-reply: {within: 500 ms}")
    assert (result.steps[3].code, result.steps[3].reason) == ("no-reply", reason)
    assert result.status.value == "failed"


def test_an_answer_without_a_thread_is_known_by_its_words(walk: Walked) -> None:
    step = walk("/alone", *WRITE, "expect-reply: {text: anna says}").steps[3]
    assert step.ended == "done", step.reason


def test_without_sending_there_is_nothing_to_reply_to(walk: Walked) -> None:
    assert walk("/thread", "expect-reply").steps[1].code == "nothing-sent"
