"""How a link or a scanned text is read."""

import pytest

from parcours.facts.urls import Kind, classify, is_trustworthy_http, place_of

PAGE = "https://shop.example/fr/offres/?a=1"


def kind_and_value(text: str, base: str = "") -> tuple[Kind, str]:
    link = classify(text, base)
    return link.kind, link.value


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("", Kind.EMPTY, ""),
        (" \n", Kind.EMPTY, ""),
        ("https://shop.example/x?y#z", Kind.WEB, "https://shop.example/x?y#z"),
        ("HTTPS://BANK.EXAMPLE/START", Kind.WEB, "HTTPS://BANK.EXAMPLE/START"),
        ("/contact", Kind.RELATIVE, "/contact"),
        ("#top", Kind.RELATIVE, "#top"),
        ("../aide", Kind.RELATIVE, "../aide"),
        ("//cdn.example/x", Kind.RELATIVE, "//cdn.example/x"),
        ("www.shop.example", Kind.BARE_HOST, "www.shop.example"),
        ("bank.example/start?x=1", Kind.BARE_HOST, "bank.example/start?x=1"),
        ("bank.example:8080/x", Kind.BARE_HOST, "bank.example:8080/x"),
        ("localhost:3000", Kind.BARE_HOST, "localhost:3000"),
        ("contact.html", Kind.TEXT, "contact.html"),
        ("Bring this letter", Kind.TEXT, "Bring this letter"),
        ("Note: bring this letter", Kind.TEXT, "Note: bring this letter"),
        ("4006381333931", Kind.TEXT, "4006381333931"),
        ("tel:+33123456789", Kind.TEL, "+33123456789"),
        ("TEL:3639", Kind.TEL, "3639"),
        ("tel: 01 23 45 67 89", Kind.TEL, " 01 23 45 67 89"),
        ("tel:", Kind.TEL, ""),
        ("sms:+33612345678?body=STOP", Kind.SMS, "+33612345678"),
        ("sms:36180&body=OUI", Kind.SMS, "36180"),
        ("sms:?body=read%20this", Kind.SMS, ""),
        ("SMSTO:+33612345678:hello", Kind.SMS, "+33612345678"),
        ("mailto:aide@shop.example?subject=x", Kind.MAIL, "aide@shop.example"),
        ("mailto:?to=aide@shop.example", Kind.MAIL, "aide@shop.example"),
        ("mailto:?subject=look&body=https://shop.example", Kind.MAIL, ""),
        ("MATMSG:TO:aide@shop.example;SUB:x;BODY:y;;", Kind.MAIL, "aide@shop.example"),
        ("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Roy\nTEL:1\nEND:VCARD", Kind.CONTACT_CARD, "Ana Roy"),
        ("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD", Kind.CONTACT_CARD, ""),
        ("MECARD:N:Roy,Ana;TEL:0123;;", Kind.CONTACT_CARD, "Roy,Ana"),
        ("MEBKM:TITLE:Shop;URL:https\\://shop.example;;", Kind.BOOKMARK, "https\\://shop.example"),
        ("BEGIN:VEVENT\nSUMMARY:Open day\nEND:VEVENT", Kind.EVENT, "Open day"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Open day\nEND:VEVENT", Kind.EVENT, "Open day"),
        ("WIFI:T:WPA;S:Agency;P:secret;;", Kind.WIFI, "Agency"),
        ("WIFI:S:Agency;T:nopass;;", Kind.WIFI, "Agency"),
        ("geo:48.85,2.35?z=12", Kind.GEO, "48.85,2.35"),
        ("otpauth://totp/Bank:ana?secret=JBSW", Kind.OTP, "Bank:ana"),
        ("bitcoin:1A1zP1?amount=1", Kind.PAYMENT, "1A1zP1?amount=1"),
        ("BCD\n002\n1\nSCT\n\nShop\nDE02...", Kind.PAYMENT, ""),
        ("SPC\n0200\n1\nCH44...", Kind.PAYMENT, ""),
        ("upi://pay?pa=x@bank", Kind.PAYMENT, "pay?pa=x@bank"),
        ("javascript:void(0)", Kind.DANGEROUS, "void(0)"),
        ("java\nscript:alert(1)", Kind.DANGEROUS, "alert(1)"),
        (" \x01javascript:alert(1)", Kind.DANGEROUS, "alert(1)"),
        ("data:text/html,x", Kind.DANGEROUS, "text/html,x"),
        ("file:///etc/passwd", Kind.DANGEROUS, "///etc/passwd"),
        ("blob:https://shop.example/1", Kind.DANGEROUS, "https://shop.example/1"),
        ("mybank://transfer", Kind.CUSTOM, "//transfer"),
        ("com.bank.app:/oauth", Kind.CUSTOM, "/oauth"),
    ],
)
def test_a_text_is_what_a_phone_makes_of_it(text: str, kind: Kind, value: str) -> None:
    assert kind_and_value(text) == (kind, value)


@pytest.mark.parametrize(
    ("text", "kind", "value", "country"),
    [
        ("https://apps.apple.com/fr/app/ma-banque/id1234567890", Kind.APP_STORE, "1234567890", "fr"),
        ("https://apps.apple.com/app/id1234567890?mt=8", Kind.APP_STORE, "1234567890", ""),
        ("https://itunes.apple.com/us/app/x/id389801252?mt=8", Kind.APP_STORE, "389801252", "us"),
        ("https://itunes.apple.com/WebObjects/MZStore.woa/wa/viewSoftware?id=389801252", Kind.APP_STORE, "389801252", ""),
        ("itms-apps://itunes.apple.com/app/id389801252", Kind.APP_STORE, "389801252", ""),
        ("itms://itunes.apple.com/de/app/x/id389801252", Kind.APP_STORE, "389801252", "de"),
        ("https://apps.apple.com/fr/developer/bank/id1234567890", Kind.APP_STORE, "", "fr"),
        ("https://apps.apple.com/", Kind.APP_STORE, "", ""),
        ("https://itunes.apple.com/us/album/x/id389801252", Kind.WEB, "https://itunes.apple.com/us/album/x/id389801252", ""),
        ("https://www.apple.com/fr/", Kind.WEB, "https://www.apple.com/fr/", ""),
        ("https://play.google.com/store/apps/details?id=com.bank.app&hl=fr", Kind.PLAY_STORE, "com.bank.app", ""),
        ("https://play.google.com/store/apps/details", Kind.PLAY_STORE, "", ""),
        ("https://play.google.com/store/apps/dev?id=57", Kind.PLAY_STORE, "", ""),
        ("https://play.google.com/store/books/details?id=x", Kind.WEB, "https://play.google.com/store/books/details?id=x", ""),
        ("https://play.google.com/apps/testing/com.bank.app", Kind.PLAY_STORE, "com.bank.app", ""),
        ("https://play.app.goo.gl/?link=https://play.google.com/store/apps/details?id=com.bank.app", Kind.PLAY_STORE, "com.bank.app", ""),
        ("market://details?id=com.bank.app", Kind.PLAY_STORE, "com.bank.app", ""),
        ("market://search?q=pname:com.bank.app", Kind.PLAY_STORE, "com.bank.app", ""),
        ("https://appgallery.huawei.com/app/C100", Kind.OTHER_STORE, "C100", ""),
        ("https://galaxystore.samsung.com/detail/com.bank.app", Kind.OTHER_STORE, "com.bank.app", ""),
        ("https://www.amazon.fr/gp/mas/dl/android?p=com.bank.app", Kind.OTHER_STORE, "com.bank.app", ""),
        ("https://www.amazon.fr/dp/B000", Kind.WEB, "https://www.amazon.fr/dp/B000", ""),
        ("https://apps.microsoft.com/detail/9n1", Kind.OTHER_STORE, "9n1", ""),
        ("https://f-droid.org/packages/org.x", Kind.OTHER_STORE, "org.x", ""),
        ("https://f-droid.org/docs", Kind.WEB, "https://f-droid.org/docs", ""),
        ("samsungapps://ProductDetail/com.bank.app", Kind.OTHER_STORE, "ProductDetail/com.bank.app", ""),
    ],
)  # fmt: skip
def test_store_links_name_their_app(text: str, kind: Kind, value: str, country: str) -> None:
    link = classify(text)
    assert (link.kind, link.value, link.country) == (kind, value, country)


@pytest.mark.parametrize(
    ("text", "service", "value"),
    [
        ("https://wa.me/33612345678?text=hello", "WhatsApp", "33612345678"),
        ("https://wa.me/?text=read", "WhatsApp", ""),
        ("https://api.whatsapp.com/send?phone=33612345678", "WhatsApp", "33612345678"),
        ("https://api.whatsapp.com/send?text=read", "WhatsApp", ""),
        ("whatsapp://send?phone=33612345678", "WhatsApp", "33612345678"),
        ("whatsapp://send?text=read", "WhatsApp", ""),
        ("https://wa.link/ab12cd", "WhatsApp", "ab12cd"),
        ("https://m.me/mybank", "Messenger", "mybank"),
        ("https://www.messenger.com/t/mybank", "Messenger", "mybank"),
        ("fb-messenger://user-thread/12", "Messenger", "user-thread/12"),
        ("https://t.me/mybank", "Telegram", "mybank"),
        ("https://t.me/share/url?url=x", "Telegram", ""),
        ("tg://resolve?domain=mybank", "Telegram", "mybank"),
        ("https://signal.me/#p/+33612345678", "Signal", "+33612345678"),
        ("viber://chat?number=%2B33612345678", "Viber", "+33612345678"),
        ("viber://forward?text=x", "Viber", ""),
        ("https://line.me/R/ti/p/@bank", "LINE", "R/ti/p/@bank"),
        ("https://social-plugins.line.me/lineit/share?url=x", "LINE", ""),
        ("https://lin.ee/abc", "LINE", "abc"),
        ("https://ig.me/m/mybank", "Instagram", "m/mybank"),
        ("https://bcrw.apple.com/urn:biz:1?biz-intent-id=x", "Apple Messages for Business", "urn:biz:1"),
        ("https://x.com/messages/compose?recipient_id=12", "X", "12"),
        ("skype:mybank?call", "Skype", "mybank"),
        ("facetime:ana@bank.example", "FaceTime", "ana@bank.example"),
    ],
)
def test_a_messaging_link_says_with_whom_and_a_sharing_button_with_nobody(text: str, service: str, value: str) -> None:
    link = classify(text)
    assert (link.kind, link.service, link.value) == (Kind.MESSAGING, service, value)


@pytest.mark.parametrize(
    "text",
    [
        "https://www.whatsapp.com/download",
        "https://faq.whatsapp.com/1",
        "https://www.messenger.com/",
        "https://x.com/bank",
        "https://notwa.me/1",
        "https://wa.me.evil.example/336",
        "https://app.link.example/x",
        "https://play.google.com.evil.example/store/apps/details?id=x",
        "https://evil.example/?u=https://apps.apple.com/app/id1234567890",
    ],
)
def test_a_name_inside_another_name_is_not_that_service(text: str) -> None:
    assert classify(text).kind is Kind.WEB


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("https://bank.app.link/x", "Branch"),
        ("https://bnc.lt/x", "Branch"),
        ("https://app.adjust.com/abc", "Adjust"),
        ("https://bank.adj.st/x", "Adjust"),
        ("https://bank.onelink.me/abc/x", "AppsFlyer"),
        ("https://bank.smart.link/x", "Kochava"),
        ("https://bank.sng.link/x", "Singular"),
        ("https://bank.page.link/x", "Firebase Dynamic Links"),
    ],
)
def test_attribution_hosts_are_named(text: str, service: str) -> None:
    link = classify(text)
    assert (link.kind, link.service) == (Kind.ATTRIBUTION, service)


class TestIntent:
    def test_its_parts_are_read(self) -> None:
        link = classify(
            "intent://scan/#Intent;scheme=mybank;package=com.bank.app;"
            "S.browser_fallback_url=https%3A%2F%2Fshop.example%2Fapp;end"
        )
        assert (link.kind, link.package, link.fallback, link.opens) == (
            Kind.INTENT,
            "com.bank.app",
            "https://shop.example/app",
            "mybank",
        )

    def test_without_parts_they_are_empty(self) -> None:
        link = classify("intent://scan/")
        assert (link.kind, link.package, link.fallback, link.opens) == (Kind.INTENT, "", "", "")


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://Shop.Example./x", "shop.example"),
        ("https://shop.example:8443/x", "shop.example"),
        ("https://bank.example@evil.example/", "evil.example"),
        ("https://evil.example\\@www.mybank.example/", "evil.example"),
        ("https:\\\\shop.example/", "shop.example"),
        ("https:shop.example", "shop.example"),
        ("http://127.1/", "127.0.0.1"),
        ("http://0x7f000001/", "127.0.0.1"),
        ("http://2130706433/", "127.0.0.1"),
        ("http://017700000001/", "127.0.0.1"),
        ("http://[::1]:80/", "[::1]"),
        ("http://[0:0:0:0:0:0:0:1]/", "[::1]"),
        ("https://ｓｈｏｐ.example/", "shop.example"),
        ("https://shop\u3002example/", "shop.example"),
        ("https://sh\u200bop.example/", "shop.example"),
        ("https://münchen.example/", "xn--mnchen-3ya.example"),
        ("https://%73hop.example/", "shop.example"),
        ("https://sh\top.example/", "shop.example"),
        ("tel:1", ""),
        ("https://", ""),
    ],
)
def test_the_host_is_the_one_that_a_browser_asks_for(text: str, host: str) -> None:
    assert classify(text).host == host


def test_a_name_before_the_host_is_told() -> None:
    assert classify("https://bank.example@evil.example/").userinfo
    assert not classify("https://shop.example/@ana").userinfo


def test_a_port_is_kept_apart() -> None:
    assert classify("https://shop.example:8443/").port == "8443"
    assert classify("https://shop.example/").port == ""


class TestOnAPage:
    def test_a_relative_link_means_a_web_address(self) -> None:
        assert kind_and_value("contact.html", PAGE) == (Kind.WEB, "https://shop.example/fr/offres/contact.html")
        assert kind_and_value("/aide", PAGE) == (Kind.WEB, "https://shop.example/aide")
        assert kind_and_value("//wa.me/336", PAGE) == (Kind.MESSAGING, "336")

    def test_its_text_stays_as_written(self) -> None:
        assert classify("/aide", PAGE).text == "/aide"

    def test_a_scheme_needs_no_page(self) -> None:
        assert kind_and_value("tel:3639", PAGE) == (Kind.TEL, "3639")

    def test_a_broken_base_leaves_nothing(self) -> None:
        assert kind_and_value("/aide", "http://[") == (Kind.EMPTY, "")


@pytest.mark.parametrize(
    ("url", "trusted"),
    [
        ("http://localhost/", True),
        ("http://localhost:8000/x", True),
        ("http://LOCALHOST./", True),
        ("http://shop.localhost/", True),
        ("http://127.0.0.1/", True),
        ("http://127.9.9.9:80", True),
        ("http://127.1/", True),
        ("http://[::1]/", True),
        ("http://localhost.example/", False),
        ("http://notlocalhost/", False),
        ("http://127.0.0.1.example/", False),
        ("http://128.0.0.1/", False),
        ("http://0.0.0.0/", False),
        ("http://192.168.0.1/", False),
        ("http://localhost@evil.example/", False),
        ("https://localhost/", False),
        ("localhost", False),
        ("", False),
    ],
)
def test_only_http_that_stays_on_the_machine_is_trusted(url: str, trusted: bool) -> None:
    assert is_trustworthy_http(url) is trusted


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "http://[",
        "http://\ud800.example/",
        "intent:",
        "itms:",
        "wifi:",
        ":",
        "://",
        "http://" + "1" * 5000,
        "%" * 500,
        "a:" * 300,
    ],
)
def test_nothing_that_is_written_makes_it_raise(text: str) -> None:
    assert classify(text).text == text
    assert classify(text, PAGE).text == text


def test_a_web_address_is_taken_apart() -> None:
    place = place_of("https://ana@shop.example:8443/a/b?x=1&y=#z")
    assert place == ("shop.example", "8443", "/a/b", {"x": "1", "y": ""}, "z", True)
    assert place_of("tel:1").host == ""
