"""Mails as they come: what is read of them, and which link is tapped."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from parcours.facts.mail import Choice, MailError, choose, for_phone, read_mail
from parcours.facts.message import Message, MessageLink

CALL = '<a href="https://shop.example/spring" style="background: #c00; padding: 12px">See the boots</a>'
SMALL = '<a href="https://shop.example/u">Se désabonner</a><a href="https://www.instagram.com/shop">Nous suivre</a>'


def eml(html: str = "", plain: str = "", **headers: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Shop <hello@shop.example>", "Les bottes de printemps"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    if plain:
        mail.set_content(plain)
    if html and plain:
        mail.add_alternative(html, subtype="html")
    elif html:
        mail.set_content(html, subtype="html")
    return mail.as_bytes()


def read(data: bytes, name: str = "spring.eml") -> Message:
    return read_mail(data, name).message


def links(html: str) -> tuple[MessageLink, ...]:
    return read(html.encode(), "spring.html").links


class TestWhatIsRead:
    def test_sender_subject_preview_and_links(self):
        hidden = '<div style="display:none">15 % for you&nbsp;&zwnj;&#847; </div>'
        mail = read(eml(f"<html><head><title>No</title></head><body>{hidden}<p>Hello</p>{CALL}", "Hello"))
        assert (mail.subject, mail.sender) == ("Les bottes de printemps", "Shop <hello@shop.example>")
        assert (mail.preheader, mail.html, mail.sent) == ("15 % for you Hello See the boots", True, False)
        assert mail.links == (MessageLink("See the boots", "https://shop.example/spring", 1, button=True),)

    def test_headers_that_only_lists_have(self):
        mail = read(
            eml(CALL, List_Unsubscribe="<https://shop.example/u>", Received="from a by b; Tue, 10 Mar 2026 09:00")
        )
        assert (mail.headers, mail.sent) == ({"list-unsubscribe": "<https://shop.example/u>"}, True)

    def test_what_the_head_says_to_phones(self):
        head = '<meta name="Viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
        style = "<style>@media only screen and (max-width: 480px) { td { width: 100% } }</style>"
        mail = read(f"<html><head>{head}{style}</head>{CALL}".encode(), "a.html")
        assert mail.metas == {"viewport": "width=device-width", "color-scheme": "light dark"}
        assert mail.responsive
        assert (read(CALL.encode(), "a.html").metas, read(CALL.encode(), "a.html").responsive) == ({}, False)

    @pytest.mark.parametrize(
        ("before", "named"),
        [
            (b"", "spring.eml"),
            (b"\xef\xbb\xbf", "spring.eml"),
            (b"\r\n\r\n", "spring.eml"),
            (b"From hello@shop.example Tue Mar 10 09:12:00 2026\n", "spring.eml"),
        ],
    )
    def test_what_programs_put_before_a_mail_is_passed_over(self, before: bytes, named: str):
        mail = read(before + eml(CALL), named)
        assert (mail.subject, len(mail.links)) == ("Les bottes de printemps", 1)

    @pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
    def test_charsets(self, charset: str):
        mail = EmailMessage()
        mail["Subject"] = "Été"
        mail.set_content('<a href="https://a.example/">Été</a>', subtype="html", charset=charset)
        assert [link.text for link in read(mail.as_bytes()).links] == ["Été"]

    @pytest.mark.parametrize("charset", ["x-unknown", "\xff", "utf-8"])
    def test_a_charset_that_nobody_knows_or_that_is_wrong(self, charset: str):
        head = f"Subject: A\nContent-Type: text/html; charset={charset}\n\n".encode("latin-1")
        assert [link.text for link in read(head + '<a href="https://a.example/">Été</a>'.encode("cp1252")).links] == [
            "Été"
        ]

    @pytest.mark.parametrize(
        "head",
        [
            "From: =?utf-8?q?=\nSubject: A",
            "From: <\nSubject: A",
            "From: a@[\nSubject: A",
            "From: \x00\nSubject: A",
        ],
    )
    def test_a_broken_header_costs_nothing_else(self, head: str):
        mail = read(f"{head}\nContent-Type: text/html\n\n{CALL}".encode())
        assert (mail.subject, [link.text for link in mail.links]) == ("A", ["See the boots"])

    def test_a_text_without_html_has_the_links_that_phones_underline(self):
        mail = read(eml(plain="Hello,\n\nsee https://shop.example/spring. Bye"))
        assert (mail.html, mail.preheader) == (False, "Hello, see https://shop.example/spring. Bye")
        assert [(link.href, link.start) for link in mail.links] == [("https://shop.example/spring", 12)]

    def test_an_attached_page_is_not_the_mail(self):
        mail = EmailMessage()
        mail["Subject"] = "A"
        mail.set_content("see https://a.example/")
        mail.add_attachment("<a href='https://b.example/'>b</a>", subtype="html", filename="b.html")
        assert [link.href for link in read(mail.as_bytes()).links] == ["https://a.example/"]

    def test_pictures_that_travel_with_the_mail_are_put_into_it(self):
        mail = EmailMessage()
        mail["Subject"] = "A"
        mail.set_content('<img src="cid:boot@shop"><img src="cid:gone">', subtype="html")
        mail.add_related(b"\x89PNG", "image", "png", cid="<boot@shop>")
        page = read_mail(mail.as_bytes(), "a.eml").html
        assert page.strip() == '<img src="data:image/png;base64,iVBORw=="><img src="cid:gone">'

    @pytest.mark.parametrize(
        ("data", "name", "words"),
        [
            (b"", "a.eml", "the file is empty"),
            (b" \n\n", "a.eml", "the file is empty"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.msg", "Outlook's own format"),
            (b"\x00\x01\x02", "a.eml", "no header of a mail"),
            (b"Just some words\n", "a.eml", "no header of a mail"),
            (b"Subject: A\n\n", "a.eml", "neither HTML nor text"),
            (b"Subject: A\n\n" + b"x" * 25_000_001, "a.eml", "more than mail servers carry"),
        ],
    )
    def test_what_is_no_mail_says_so(self, data: bytes, name: str, words: str):
        with pytest.raises(MailError) as error:
            read_mail(data, name)
        assert words in str(error.value)
        assert error.value.tip or "neither" in words

    def test_parts_within_parts_without_end_are_no_mail(self):
        def nested(count: int) -> bytes:
            head = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(count))
            return f"Subject: A\n{head}Content-Type: text/html\n\n{CALL}".encode()

        assert len(read(nested(200)).links) == 1
        with pytest.raises(MailError, match="nested too deep"):
            read(nested(201))

    @pytest.mark.parametrize(
        ("html", "count"),
        [
            ("<div>x" * 20_000, 0),
            ("<style>" * 50_000, 0),
            ("<a href=/a>" * 5_000, 500),
            ("<!--" * 50_000, 0),
            ("<!-- >" * 50_000, 0),
            ("&#" * 50_000, 0),
            ("<" * 299 + CALL, 1),
        ],
    )
    def test_a_hostile_mail_is_read_in_no_time(self, html: str, count: int):
        assert len(read(html.encode(), "a.html").links) == count

    @pytest.mark.parametrize("html", ["<meta " * 50_000, "</" * 50_000, "<![CDATA[" * 50_000, "<a x='" * 50_000])
    def test_tags_without_end_are_no_mail(self, html: str):
        with pytest.raises(MailError, match="hundreds of its tags are never closed"):
            read(html.encode(), "a.html")

    def test_comments_hide_and_styles_within_comments_count(self):
        style = "<style><!-- .go { background: red; padding: 9px } @media (max-width: 400px) { a { color: red } } --></style>"
        mso = "<!--[if mso]><a href=/gone>Gone</a><![endif]--><!--[if !mso]><!--><a class=go href=/a>A</a><!--<![endif]-->"
        mail = read(f"{style}<!-->{mso}<!-- never closed <a href=/b>B</a>".encode(), "a.html")
        assert [(link.text, link.button) for link in mail.links] == [("A", True)]
        assert mail.responsive


class TestLinks:
    def test_a_picture_has_the_words_that_stand_for_it(self):
        found = links('<a href=/a><img alt="The boots"></a><a href=/b><img></a><a href=/c><img alt=X> Words</a>')
        assert [(link.text, link.picture) for link in found] == [("The boots", True), ("", True), ("Words", False)]

    def test_what_nobody_sees_or_follows_is_no_link(self):
        assert (
            links('<div style="display: none"><a href=/a>A</a></div><a href="#b">B</a><a name=c>C</a><a href="">D</a>')
            == ()
        )

    def test_links_that_were_left_open_end_where_the_next_one_begins(self):
        assert [(link.text, link.position) for link in links("<a href=/a>A<a href=/b>B")] == [("A", 1), ("B", 2)]

    @pytest.mark.parametrize(
        "html",
        [
            CALL,
            '<a class="btn-primary" href=/a>A</a>',
            '<td bgcolor="#c00000"><a href=/a>A</a></td>',
            '<td style="background-color: red"><a href=/a>A</a></td>',
            "<style>.go { background: red; padding: 9px }</style><a class=go href=/a>A</a>",
        ],
    )
    def test_what_looks_like_a_button(self, html: str):
        assert [link.button for link in links(html)] == [True]

    @pytest.mark.parametrize(
        "html",
        [
            "<a href=/a>A</a>",
            '<a class="obtained" href=/a>A</a>',
            '<a style="background: none; padding: 9px" href=/a>A</a>',
            '<a style="padding: 9px" href=/a>A</a>',
            '<a class=btn href=/a><img alt="a picture"></a>',
        ],
    )
    def test_what_does_not(self, html: str):
        assert [link.button for link in links(html)] == [False]


class TestWhichLinkIsTapped:
    @pytest.mark.parametrize(
        ("html", "wanted", "position"),
        [
            (CALL, "", 1),
            (SMALL + CALL, "", 3),
            (SMALL + CALL + CALL, "", 3),
            ("<a href=https://a.example/>A</a>" + CALL, "", 2),
            ("<a href=https://a.example/><img></a><a href=https://a.example/>The boots</a>", "", 2),
            (SMALL + CALL, "See the boots", 3),
            (SMALL + CALL, "see THE", 3),
            (SMALL + CALL, "se desabonner", 1),
            (SMALL + CALL, "2", 2),
            (SMALL + CALL, "button", 3),
            ("<a href=/a>Boots</a><a href=/b>Boots for you</a>", "Boots", 1),
            (
                (
                    '<a class=btn href="https://t.example/1?url=https%3A%2F%2Fa.example%2F">A</a>'
                    '<a class=btn href="https://t.example/2?url=https%3A%2F%2Fa.example%2F">A</a>'
                ),
                "",
                1,
            ),
        ],
    )
    def test_the_one_that_is_meant(self, html: str, wanted: str, position: int):
        assert choose(links(html), wanted) == Choice(position)

    @pytest.mark.parametrize(
        ("html", "wanted", "code", "words"),
        [
            ("<p>Hello", "", "email-no-link", "the mail has no link"),
            (SMALL, "", "email-link-missing", "the mail has no call to action (1 “Se désabonner”; 2 “Nous suivre”)"),
            (SMALL, "button", "email-link-missing", "the mail has no button"),
            (CALL, "Buy", "email-link-missing", "no link says “Buy” (1 “See the boots”)"),
            (CALL, "2", "email-link-missing", "there is no link 2: the mail has 1"),
            (CALL, "0", "email-link-missing", "there is no link 0: the mail has 1"),
            (
                "<a href=https://a.example/>A</a><a href=https://b.example/><img></a>",
                "",
                "email-multiple",
                (
                    "2 links could be meant; say which with `link:`, by its words or its number "
                    "(1 “A”; 2 a picture without words)"
                ),
            ),
            ("<a href=/a>Boots</a><a href=/b>Boots</a>", "Boots", "email-multiple", "(1 “Boots”; 2 “Boots”)"),
        ],
    )
    def test_what_cannot_be_told_says_what_there_is(self, html: str, wanted: str, code: str, words: str):
        position, found, reason = choose(links(html), wanted)
        assert (position, found) == (0, code)
        assert words in reason

    def test_a_long_list_is_cut(self):
        found = choose(links("".join(f"<a href=https://a.example/{i}>A{i}</a>" for i in range(15))))
        assert found.reason.endswith("; 12 “A11”; and 3 more)")


@pytest.mark.parametrize(
    ("html", "drawn"),
    [
        ("<p>x", '<meta name="viewport" content="width=device-width"><p>x'),
        ("<!doctype html><p>x", '<!doctype html><meta name="viewport" content="width=device-width"><p>x'),
        ("<html><head lang=fr><p>x", '<html><head lang=fr><meta name="viewport" content="width=device-width"><p>x'),
        ("<meta name=viewport content='width=600'><p>x", "<meta name=viewport content='width=600'><p>x"),
    ],
)
def test_a_mail_is_as_wide_as_the_phone_unless_it_says_otherwise(html: str, drawn: str) -> None:
    assert for_phone(html, read(html.encode(), "a.html")) == drawn
