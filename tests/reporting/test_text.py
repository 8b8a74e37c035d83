"""Text of others is shown whole, with nothing hidden in it and nothing in it that acts."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from parcours.redaction import masked
from parcours.reporting.text import clean, for_markdown, for_terminal, host, href


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Les bottes de printemps – 20 €", "Les bottes de printemps – 20 €"),
        ("日本語 العربية עברית हिन्दी 👟", "日本語 العربية עברית हिन्दी 👟"),
        ("a\u202egnp.exe", "a\\u202egnp.exe"),
        ("pay\u200bpal", "pay\\u200bpal"),
        ("x\U000e0041y", "x\\U000e0041y"),
        ("\ud800half", "\ufffdhalf"),
        ("bell\x07 esc\x1b[31m nul\x00 c1\x9b", "bell\\u0007 esc\\u001b[31m nul\\u0000 c1\\u009b"),
        ("two\nlines\r\n", "two\\u000alines\\u000d\\u000a"),
        ("blank\u3164\u2800", "blank\\u3164\\u2800"),
        ("icon \ue900", "icon \\ue900"),
        ("none \ufffe\uffff\ufdd0\U0001fffe", "none \\ufffe\\uffff\\ufdd0\\U0001fffe"),
        ("e\u0301", "e\u0301"),
        ("z\u0336\u0336\u0336\u0336\u0336\u0336", "z\u0336\u0336\u0336\u0336\\u0336\\u0336"),
        ("z\u0489\u0489\u0489\u0489\u0489", "z\u0489\u0489\u0489\u0489\\u0489"),
        ("", ""),
    ],
)
def test_what_is_hidden_is_written_out_and_all_else_stays(raw, shown):
    assert clean(raw) == shown


def test_a_snippet_keeps_its_lines_and_shows_tabs_as_spaces():
    assert clean("a {\r\n\tb: c\n}\x00", lines=True) == "a {\n    b: c\n}\\u0000"


def test_a_long_text_is_cut_and_says_how_long_it_was():
    assert clean("x" * 10, 10) == "x" * 10
    assert clean("x" * 11, 10) == "x" * 10 + "… (11 characters)"
    assert clean("x" * 11, 10, tail=" [{n}]") == "x" * 10 + " [11]"


@pytest.mark.parametrize(
    "url",
    [
        "https://shop.example",
        "http://shop.example/",
        "https://shop.example:8443/a?b=c#d",
        "https://medium.example/@user",
        "HTTPS://SHOP.EXAMPLE/",
    ],
)
def test_an_ordinary_address_can_be_followed(url):
    assert href(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://shop.example",
        "https://shop.example/\n",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "intent://x#Intent;end",
        "https://user:pw@evil.example/",
        "https://evil.example\\@bank.example/",
        "https://b\u0430nk.example/",
        'https://x.example"onmouseover="alert(1)/',
        "https://shop.example/?token=abc",
        "https://",
    ],
)
def test_an_address_that_could_act_or_deceive_is_no_link(url):
    assert href(url) == ""


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/?token=abc&x=1", "https://a.example/?token=•••&x=1"),
        ("https://a.example/?x=1&access_token=abc#id_token=de", "https://a.example/?x=1&access_token=•••#id_token=•••"),
        ("https://a.example/?email=a%40b.example", "https://a.example/?email=•••"),
        ("https://a.example/?author=Zola&page=2", "https://a.example/?author=Zola&page=2"),
    ],
)
def test_secrets_in_an_address_are_not_printed(url, shown):
    assert masked(url) == shown


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://Shop.example:81/a", "shop.example:81"),
        ("https://u@h.example?x", "h.example"),
        ("not an address", ""),
        ("", ""),
    ],
)
def test_the_host_is_what_stands_before_the_path(url, name):
    assert host(url) == name


@pytest.mark.parametrize(
    "command", ["::set-output name=a::b", "##vso[task.complete]", "x ##[error]y", "##teamcity[x]", "a\n::error::b"]
)
def test_no_server_takes_a_page_s_words_for_a_command(command):
    said = for_terminal(command)
    assert "::" not in said
    assert "##" not in said
    assert "\n" not in said


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> <!-- x --> &lt; &amp;",
        "[a](https://evil.example) ![b](//evil.example/x.png) <https://evil.example>",
        "`x` **y** _z_ ~~gone~~ \\\\ \\* a|b",
        "cell | cell",
        "bottes à −20 % : 7.5 px, 1.4 s, user-scalable=no",
    ],
)
def test_markdown_shows_others_words_as_they_stand(text):
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"said: {for_markdown(text)}")
    (said,) = [token for token in page if token.type == "inline"]
    assert {token.type for token in said.children} <= {"text", "text_special"}
    assert "".join(token.content for token in said.children) == f"said: {text}"


def test_markdown_makes_no_links_and_calls_nobody():
    said = for_markdown("https://evil.example www.evil.example a@b.example @acme/team #12 :tada: $x$")
    assert said == "https\\://evil.example www\\.evil.example a\\@b.example \\@acme/team \\#12 \\:tada: \\$x\\$"
