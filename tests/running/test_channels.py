"""Journeys that begin with an e-mail, a text message, a tag or a post: what goes wrong, and what is said then."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcours.facts.ndef import uri_message
from parcours.findings import Verdict
from parcours.results import JourneyResult, Status, failing
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.supervisor import Lane
from parcours.storage.journal import RunFolder
from servers import Answer, Site, serving

AASA = '{"applinks": {"details": [{"appIDs": ["ABCDE12345.example.shop"], "components": [{"/": "/*"}]}]}}'
HEAD = '<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width">'
LETTER = """<!doctype html><html lang=en><head><title>Boots</title>
<meta name=viewport content="width=device-width, initial-scale=1"></head>
<body style="margin: 0; font: 16px/1.5 sans-serif"><p>Spring boots are here.</p>
<a style="display: inline-block; padding: 14px 28px; background: #a40; color: #fff" href="{url}">See the boots</a>{more}"""


def answers(path: str) -> Answer | str:
    if path.startswith("/click"):
        return Answer("", 302, {"Location": "http://shop.localhost/boots"})
    if path == "/.well-known/apple-app-site-association":
        return Answer("no", 404)
    return Answer("no", 404)


def shop(path: str) -> Answer | str:
    if path == "/.well-known/apple-app-site-association":
        return Answer(AASA, headers={"Content-Type": "application/json"})
    if path == "/agent":
        return HEAD + "<p id=agent></p><script>agent.textContent = navigator.userAgent</script>"
    if path == "/banner":
        return HEAD + '<meta name="apple-itunes-app" content="app-id=1234567890"><h1>Boots</h1>'
    return HEAD + "<h1>Boots for you</h1>" if path == "/boots" else Answer("nothing here", 404)


@pytest.fixture(scope="module")
def sites() -> Iterator[tuple[Site, Site]]:
    with serving(answers) as clicks, serving(shop) as site:
        yield clicks, site


class Walker:
    """Walks a journey with a start of its own, in a folder of its own."""

    def __init__(self, lane: Lane, sites: tuple[Site, Site], folder: Path) -> None:
        self.lane, self.folder = lane, folder
        self.places = "\n".join(
            f"  {host}: 127.0.0.1:{site.port}"
            for host, site in zip(("clicks.localhost", "shop.localhost"), sites, strict=True)
        )

    def __call__(self, start: str, steps: str = "[]", device: str = "iphone", header: str = "") -> JourneyResult:
        file = self.folder / "walk.yaml"
        start = textwrap.indent(textwrap.dedent(start).strip(), "  ")
        file.write_text(
            f"parcours: 1\nname: A walk\n{header}\nsites:\n{self.places}\nstart:\n{start}\nsteps: {steps}\n"
        )
        folder = RunFolder.create(self.folder)
        (job,) = jobs_for(load_scenario(file), (device,), folder)
        folder.journey(*job.place.split("/"))
        return self.lane.run(job, lambda _job, _said: None)


@pytest.fixture
def walk(lane: Lane, sites: tuple[Site, Site], tmp_path: Path) -> Walker:
    return Walker(lane, sites, tmp_path)


def ended(result: JourneyResult) -> tuple[str, str]:
    return result.steps[0].ended, result.steps[0].code


def said(result: JourneyResult, area: str = "entry") -> set[tuple[str, str]]:
    return {
        (f.rule, f.aspect) for f in result.findings if f.rule.startswith(f"{area}/") and f.verdict is Verdict.FAILED
    }


class TestEmail:
    def test_the_mail_is_shown_and_its_link_leads_to_the_page(self, walk: Walker, sites: tuple[Site, Site]):
        (walk.folder / "mail.html").write_text(LETTER.format(url="http://shop.localhost/boots", more=""))
        result = walk("email: mail.html\nexpect-url: http://shop.localhost/boots", "[{see: Boots for you}]")
        assert [step.ended for step in result.steps] == ["done", "done"], result.reason
        assert [page.url for page in result.pages] == ["http://shop.localhost/boots"]
        assert said(result) == set()
        message = result.start.message
        assert message
        assert (message.chosen, message.picture, message.legible) == (1, "mail.webp", 1)
        assert (walk.folder / "runs").is_dir() or list(walk.folder.rglob("mail.webp"))
        assert result.effort.taps == 0

    def test_a_link_that_is_counted_keeps_the_app_shut(self, walk: Walker):
        (walk.folder / "mail.html").write_text(LETTER.format(url="http://clicks.localhost/click/1", more=""))
        result = walk("email: mail.html", header='app: {ios: "1234567890"}')
        assert ended(result) == ("done", ""), result.reason
        assert said(result) == {("entry/email-app-link", "no-association")}
        assert "links/aasa-match" not in {finding.rule for finding in result.findings}

    def test_a_mail_that_is_made_for_a_desk(self, walk: Walker):
        wide = '<table width=900><tr><td style="font-size: 14px">Terms<td><a href="http://shop.localhost/u"><img></a></table>'
        (walk.folder / "mail.html").write_text(
            LETTER.format(url="http://shop.localhost/boots", more=wide).replace(", initial-scale=1", "")
        )
        result = walk("email: mail.html\nlink: See the boots", device="android")
        assert said(result) == {
            ("entry/email-width", "wide"),
            ("entry/email-alt", "other"),
        }

    def test_several_calls_block_the_start_with_the_choices_and_the_mail_is_seen(self, walk: Walker):
        more = '<a class=btn href="http://shop.localhost/sandals">Sandals</a>'
        (walk.folder / "mail.html").write_text(LETTER.format(url="http://shop.localhost/boots", more=more))
        result = walk("email: mail.html")
        assert ended(result) == ("blocked", "email-multiple")
        assert "(1 “See the boots”; 2 “Sandals”)" in result.reason
        assert result.start.message
        assert [link.spot is not None for link in result.start.message.links] == [True, True]
        assert result.pages == ()

    def test_a_page_to_fall_back_on_is_judged_all_the_same(self, walk: Walker):
        (walk.folder / "mail.html").write_text("<p>Hello")
        result = walk("email: mail.html\nfallback-url: http://shop.localhost/boots")
        assert [page.url for page in result.pages] == ["http://shop.localhost/boots"]

    def test_a_file_that_is_no_mail(self, walk: Walker):
        (walk.folder / "mail.eml").write_text("Just words")
        result = walk("email: mail.eml")
        assert (*ended(result), result.status) == ("blocked", "email-unreadable", Status.FAILED)
        assert result.reason.startswith("mail.eml is no mail: no header of a mail can be read in it")


class TestSms:
    def test_a_link_that_is_glued_to_its_full_stop(self, walk: Walker):
        result = walk('sms: "Your boots: http://shop.localhost/boots."', "[{see: Boots for you}]")
        assert [step.ended for step in result.steps] == ["done", "done"], result.reason
        assert said(result) == {("entry/sms-link", "glued")}

    def test_a_message_without_a_link(self, walk: Walker):
        result = walk('sms: "Call us on 01 23 45 67 89"')
        assert ended(result) == ("blocked", "sms-no-link")
        assert result.reason == "the message holds nothing that a phone underlines as a web link"

    def test_a_message_with_two(self, walk: Walker):
        text = 'sms: "Boots http://shop.localhost/boots or sandals shop.localhost/sandals"'
        assert ended(walk(text)) == ("blocked", "sms-multiple")
        assert ended(walk(f"link: boots\n{text}")) == ("done", "")

    def test_a_link_that_is_not_the_agreed_one(self, walk: Walker):
        result = walk('sms: "http://shop.localhost/boots"\nexpect-url: http://shop.localhost/sandals')
        assert said(result) == {("entry/mismatch", "address")}
        assert result.status is Status.FAILED


class TestNfc:
    def test_a_tag_with_a_text_before_its_address(self, walk: Walker):
        tag = b"\x91\x01\x05T\x02enHi" + b"\x51" + uri_message("http://shop.localhost/boots")[1:]
        (walk.folder / "tag.ndef").write_bytes(tag)
        result = walk("nfc: {file: tag.ndef}", "[{see: Boots for you}]", "android")
        assert [step.ended for step in result.steps] == ["done", "done"], result.reason
        assert said(result) == {("entry/nfc-payload", "not-first")}

    def test_a_tag_that_was_cut_off(self, walk: Walker):
        (walk.folder / "tag.ndef").write_bytes(uri_message("http://shop.localhost/boots")[:-3])
        result = walk("nfc: {file: tag.ndef}")
        assert ended(result) == ("blocked", "nfc-broken")
        assert result.reason.startswith("tag.ndef holds no NDEF message: record 1 promises 21 bytes, and 3 are missing")

    def test_a_tag_that_holds_a_text_only(self, walk: Walker):
        result = walk("nfc: {hex: D1 01 05 54 02 65 6E 48 69}")
        assert ended(result) == ("blocked", "nfc-no-url")
        assert said(result) == {("entry/nfc-payload", "no-address")}


class TestSocial:
    @pytest.mark.parametrize(("device", "mark"), [("iphone", "Mobile/15E148 Instagram"), ("android", "; wv)")])
    def test_the_page_sees_the_app_s_own_browser(self, walk: Walker, device: str, mark: str):
        start = "social: http://shop.localhost/agent\napp: instagram"
        result = walk(start, f'[{{see: {{text: "{mark}", within: 1 s}}}}]', device)
        assert [step.ended for step in result.steps] == ["done", "done"], result.reason

    def test_apple_s_banner_leads_nobody_to_the_app_there(self, walk: Walker):
        result = walk("social: http://shop.localhost/banner\napp: facebook", header='app: {ios: "1234567890"}')
        assert said(result) == {("entry/social-app", "banner")}
        assert "app/undiscoverable" not in {finding.rule for finding in failing(result.findings)}
        assert "links/aasa-match" not in {finding.rule for finding in result.findings}
