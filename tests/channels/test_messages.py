"""E-mail, text message, tag and post: what the phone opens, or why it opens nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from parcours.channels import Opening, catalogue
from parcours.channels.mail import EMAIL, Email
from parcours.channels.nfc import NFC, Nfc
from parcours.channels.sms import SMS, Sms
from parcours.channels.social import SOCIAL, Social
from parcours.errors import ArtworkError, UsageError
from parcours.facts.ndef import uri_message

URL = "https://shop.example/m/4f2a"


def test_they_are_in_the_catalogue() -> None:
    assert {name: catalogue()[name] for name in ("email", "sms", "nfc", "social")} == {
        "email": EMAIL,
        "sms": SMS,
        "nfc": NFC,
        "social": SOCIAL,
    }


def ended(found: Opening) -> tuple[str, str, int]:
    assert found.message
    return found.url, found.code, found.message.chosen


class TestEmail:
    @staticmethod
    def opened(folder: Path, text: str, link: str = "", name: str = "spring.html") -> Opening:
        (folder / name).write_text(text)
        return EMAIL.open(Email(file=name, link=link), folder)

    def test_the_only_call_to_action(self, tmp_path: Path):
        found = self.opened(tmp_path, f'<p>Hello <a href="{URL}">Boots</a>')
        assert ended(found) == (URL, "", 1)
        assert "Hello" in found.html

    def test_several_need_a_choice(self, tmp_path: Path):
        text = f"<a href={URL}>Boots</a><a href=https://shop.example/b>Shoes</a>"
        assert ended(self.opened(tmp_path, text)) == ("", "email-multiple", 0)
        assert ended(self.opened(tmp_path, text, "Boots")) == (URL, "", 1)

    @pytest.mark.parametrize(
        ("href", "code", "words"),
        [
            ("javascript:alert(1)", "email-scheme", "begins with javascript:, which must never be opened"),
            ("file:///etc/passwd", "email-scheme", "file:"),
            ("tel:+33123456789", "email-not-url", "opens no web page: 'tel:+33123456789'"),
            ("/spring", "email-not-url", "opens no web page"),
            ("www.shop.example", "email-not-url", "opens no web page"),
            ("https://", "email-not-url", "opens no web page"),
        ],
    )
    def test_only_a_web_address_is_opened(self, tmp_path: Path, href: str, code: str, words: str):
        found = self.opened(tmp_path, f"<a href='{href}'>Boots</a>", "1")
        assert (found.url, found.code) == ("", code)
        assert words in found.reason

    def test_a_file_that_is_no_mail(self, tmp_path: Path):
        with pytest.raises(ArtworkError) as error:
            self.opened(tmp_path, "Just words", name="words.eml")
        assert error.value.code == "email-unreadable"
        assert error.value.message == "words.eml is no mail: no header of a mail can be read in it"

    def test_a_file_that_is_not_there(self, tmp_path: Path):
        with pytest.raises(ArtworkError) as error:
            EMAIL.open(Email(file="gone.eml"), tmp_path)
        assert error.value.code == "email-unreadable"

    def test_a_file_elsewhere(self, tmp_path: Path):
        (tmp_path / "scenarios").mkdir()
        (tmp_path / "out.html").write_text("<a href=https://a.example/>A</a>")
        (tmp_path / "scenarios" / "in.html").symlink_to(tmp_path / "out.html")
        with pytest.raises(UsageError):
            EMAIL.open(Email(file="in.html"), tmp_path / "scenarios")


class TestSms:
    @staticmethod
    def opened(text: str, link: str = "") -> Opening:
        return SMS.open(Sms(text=text, link=link), Path())

    def test_the_only_link(self):
        assert ended(self.opened(f"Your statement: {URL}.")) == (URL, "", 1)

    def test_a_link_without_its_scheme(self):
        assert ended(self.opened("Your statement: bank.example/m")) == ("http://bank.example/m", "", 1)

    @pytest.mark.parametrize(
        ("link", "ends"),
        [
            ("", ("", "sms-multiple", 0)),
            ("a.example", ("https://a.example/x", "", 1)),
            ("2", ("https://b.example/x", "", 2)),
            ("3", ("", "sms-link-missing", 0)),
            ("/x", ("", "sms-multiple", 0)),
            ("c.example", ("", "sms-link-missing", 0)),
        ],
    )
    def test_several_links_need_a_choice(self, link: str, ends: tuple[str, str, int]):
        found = self.opened("https://a.example/x or https://b.example/x", link)
        assert ended(found) == ends
        assert ("(1 https://a.example/x; 2 https://b.example/x)" in found.reason) == bool(found.code)

    def test_the_same_link_twice_is_one(self):
        assert ended(self.opened(f"{URL} {URL}")) == (URL, "", 1)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Call 01 23 45 67 89", "holds nothing that a phone underlines as a web link"),
            ("Open mybank://adviser now", "phones underline no mybank: address"),
        ],
    )
    def test_no_link(self, text: str, words: str):
        found = self.opened(text)
        assert ended(found) == ("", "sms-no-link", 0)
        assert words in found.reason


class TestNfc:
    @staticmethod
    def opened(folder: Path, **args: str) -> Opening:
        return NFC.open(Nfc.model_validate(args), folder)

    def test_an_address(self, tmp_path: Path):
        found = self.opened(tmp_path, url=URL)
        assert ended(found) == (URL, "", 1)
        assert found.message
        assert found.message.bytes == len(uri_message(URL)) == 24

    def test_a_file(self, tmp_path: Path):
        (tmp_path / "tag.ndef").write_bytes(uri_message(URL))
        assert ended(self.opened(tmp_path, file="tag.ndef")) == (URL, "", 1)

    @pytest.mark.parametrize(
        "hex", ["D1 01 03 55 04 61 2F", "d1:01:03:55:04:61:2f", "0xD1,0x01,0x03,0x55,0x04,0x61,0x2F"]
    )
    def test_bytes_in_hexadecimal_digits(self, tmp_path: Path, hex: str):
        assert ended(self.opened(tmp_path, hex=hex)) == ("https://a/", "", 1)

    def test_the_first_address_of_several_records(self, tmp_path: Path):
        data = "91 01 03 54 02 66 72" + " 51 01 03 55 04 61 2F"
        found = self.opened(tmp_path, hex=data)
        assert ended(found) == ("https://a/", "", 1)
        assert found.message
        assert [record.kind for record in found.message.records] == ["text", "uri"]

    @pytest.mark.parametrize(
        ("hex", "code", "words"),
        [
            ("D1 01 05 54 02 66 72 68 69", "nfc-no-url", "the tag holds no address: text 'hi'"),
            ("D1 01 04 55 05 31 32 33", "nfc-not-url", "the tag opens no web page: 'tel:123'"),
            ("D1 01 03 55 1D 2F 78", "nfc-scheme", "the tag begins with file:, which must never be opened"),
        ],
    )
    def test_a_tag_without_a_web_address(self, tmp_path: Path, hex: str, code: str, words: str):
        found = self.opened(tmp_path, hex=hex)
        assert (found.url, found.code, found.reason) == ("", code, words)

    @pytest.mark.parametrize(
        ("hex", "words"),
        [
            ("D1 01 09 55 04 61 2F", "record 1 promises 9 bytes, and 6 are missing"),
            ("F1 01 03 55 04 61 2F", "record 1 is cut into chunks"),
        ],
    )
    def test_a_broken_tag_says_where(self, tmp_path: Path, hex: str, words: str):
        with pytest.raises(ArtworkError) as error:
            self.opened(tmp_path, hex=hex)
        assert error.value.code == "nfc-broken"
        assert words in error.value.message
        assert error.value.tip

    @pytest.mark.parametrize("args", [{}, {"url": URL, "hex": "D1"}, {"hex": "D1 0"}, {"hex": "XY"}])
    def test_it_is_one_thing_and_in_digits(self, args: dict[str, str]):
        with pytest.raises(ValidationError):
            Nfc.model_validate(args)


class TestSocial:
    def test_the_address_opens_in_the_app_s_own_browser(self):
        found = SOCIAL.open(Social(url=URL, app="instagram"), Path())
        assert ended(found) == (URL, "", 1)
        assert found.message
        assert (found.inside, found.message.app) == ("instagram", "instagram")

    @pytest.mark.parametrize("args", [{"url": URL}, {"url": URL, "app": "myspace"}, {"url": "tel:1", "app": "x"}])
    def test_the_app_must_be_known_and_the_address_one_of_the_web(self, args: dict[str, str]):
        with pytest.raises(ValidationError):
            Social.model_validate(args)
