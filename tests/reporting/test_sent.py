"""What a report shows of the message that a journey began with."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from parcours.facts.geometry import Box
from parcours.facts.message import Message, MessageLink, TagRecord
from parcours.findings import Owner, Severity
from parcours.reporting.drawing import drawn
from parcours.reporting.messages import messages
from parcours.reporting.pictures import Picture
from parcours.reporting.run import Run
from parcours.reporting.sent import Piece, Sent, sent
from parcours.reporting.view import Link, View, build
from parcours.results import JourneyResult
from parcours.trace import Start
from reporting import factory

ENGLISH = messages("en")
PICTURE = Picture("p1", Path("mail.webp"), 390, 1600, "a mail")


def mail(**more: object) -> Message:
    link = MessageLink("See the boots", "https://shop.example/", spot=Box(24, 900, 180, 50))
    said = Message(
        "email", "spring.eml", subject="Boots", sender="Shop <a@shop.example>", html=True, links=(link,), chosen=1
    )
    return replace(said, picture="mail.webp", width=390, height=1600, **more)  # type: ignore[arg-type]


def begun(start: Start, **more: object) -> JourneyResult:
    return replace(factory.letter("iphone"), start=start, **more)  # type: ignore[arg-type]


def shown(result: JourneyResult, lang: str = "en") -> View:
    return build(Run(results=(result,), folders={result.id: Path("run")}), messages(lang))


class TestText:
    def test_links_are_apart_and_the_tapped_one_is_told(self):
        links = (
            MessageLink("a.fr", "http://a.fr", 1, start=6, end=10),
            MessageLink("b.fr", "http://b.fr", 2, start=14, end=18),
        )
        found = sent(Message("sms", text="Hello a.fr or b.fr.", links=links, chosen=2), ENGLISH, None)
        assert found.pieces == (
            Piece("Hello "),
            Piece("a.fr", "link"),
            Piece(" or "),
            Piece("b.fr", "tapped"),
            Piece("."),
        )

    @pytest.mark.parametrize(
        ("text", "note"),
        [
            ("Hello", "1 text message: 5 characters, GSM-7"),
            ("a" * 161, "2 text messages: 161 characters, GSM-7"),
            ("’" * 71, "2 text messages: 71 characters, UCS-2"),
        ],
    )
    def test_its_length_is_told(self, text: str, note: str):
        assert sent(Message("sms", text=text), ENGLISH, None).note == note

    def test_nothing_is_hidden_in_it_and_no_secret_is_shown(self):
        text = "Hi\u202e https://a.example/?token=abc"
        link = MessageLink(text[4:], text[4:], start=4, end=len(text))
        found = sent(Message("sms", text=text, links=(link,), chosen=1), ENGLISH, None)
        assert found.pieces == (Piece("Hi\\u202e "), Piece("https://a.example/?token=•••", "tapped"), Piece(""))


class TestTag:
    def test_its_records_stand_in_their_order(self):
        records = (
            TagRecord("text", "Hi", "T", "en"),
            TagRecord("uri", "https://a.example/", "U"),
            TagRecord("mime", "", "text/vcard"),
        )
        found = sent(Message("nfc", records=records), ENGLISH, None)
        assert found.lines == (("Text", "Hi"), ("Address", "https://a.example/"), ("Data", "text/vcard"))

    def test_its_address_is_not_said_twice(self):
        tag = Message("nfc", links=(MessageLink("https://a.example/", "https://a.example/"),), chosen=1)
        view = shown(begun(Start("nfc", "https://a.example/", message=tag)))
        assert view.stories[0].beginning.link is None


class TestPost:
    def test_the_app_is_named_and_the_address_is_told(self):
        post = Message(
            "social", app="instagram", links=(MessageLink("https://a.example/", "https://a.example/"),), chosen=1
        )
        beginning = shown(begun(Start("social", "https://a.example/", message=post))).stories[0].beginning
        assert beginning.sent == Sent("social", (("Opened within", "Instagram"),))
        assert beginning.link == Link("https://a.example/", "https://a.example/")


class TestMail:
    def test_who_writes_what_and_which_link_is_tapped(self):
        found = sent(mail(), ENGLISH, PICTURE)
        assert found.lines == (("From", "Shop <a@shop.example>"), ("Subject", "Boots"), ("Tapped", "“See the boots”"))

    @pytest.mark.parametrize(("y", "top"), [(24, 0), (690, 0), (692, 346.5), (1540, 859)])
    def test_the_picture_is_shown_from_its_top_or_where_the_link_is(self, y: float, top: float):
        link = MessageLink("See", "https://shop.example/", spot=Box(24, y, 180, 50))
        found = sent(mail(links=(link,)), ENGLISH, PICTURE)
        assert found.crop
        assert (found.crop.view, found.crop.box) == (Box(0, top, 390, 741), link.spot)

    def test_a_short_one_is_shown_whole(self):
        crop = sent(mail(), ENGLISH, replace(PICTURE, height=300)).crop
        assert crop
        assert crop.view == Box(0, 0, 390, 300)

    def test_a_finding_about_a_link_shows_the_link(self):
        said = factory.finding(
            "entry/email-tap", "Too small", Severity.MINOR, Owner.WEB, about='link 1 "See the boots"'
        )
        other = factory.finding("entry/email-width", "Too wide", Severity.MINOR, Owner.WEB)
        view = shown(begun(Start("email", message=mail()), findings=(said, other)))
        crops = {card.rule: card.crop for department in view.departments for card in department.cards}
        tap = crops["entry/email-tap"]
        assert tap
        assert tap.box == Box(24, 900, 180, 50)
        assert tap.picture.file.name == "mail.webp"
        assert crops["entry/email-width"] is None

    def test_the_agreed_address_is_shown_where_another_one_was_received(self):
        start = Start("email", "https://shop.example/", expect_url="https://shop.example/*", message=mail())
        wrong = factory.finding("entry/mismatch", "Another", Severity.BLOCKER, Owner.CARE)
        assert shown(begun(start, findings=())).stories[0].beginning.expected is None
        assert shown(begun(start, findings=(wrong,))).stories[0].beginning.expected

    @pytest.mark.parametrize("lang", ["en", "fr"])
    def test_hostile_words_stay_words(self, lang: str):
        bad = "<script>alert(1)</script>"
        view = shown(begun(Start("email", message=mail(subject=bad, sender=bad))), lang)
        page = drawn(view, messages(lang))
        assert bad not in page
        assert html.escape(bad) in page
        assert len(re.findall("<script", page)) == 1
