"""How the chats of a page are known, and how surely."""

import re

import pytest

from parcours.facts.chat import GLOBALS, MARKS, chats, vendors_at
from parcours.facts.chat_vendors import CATALOGUE
from parcours.facts.model import Element, FrameFacts, Hop, PageSnapshot, Request
from parcours.findings import Certainty

INTERCOM = "https://widget.intercom.io/widget/abc"


def page(*requests: Request, globals: str = "", elements: tuple[Element, ...] = (), url: str = "https://shop.example/"):
    root = Element("html", "html")
    frame = FrameFacts(url=url, globals=tuple(globals.split()), elements=(root, *elements))
    return PageSnapshot(url=url, requests=requests, navigation=(Hop(url, 200),), frames=(frame,))


def script(url: str, status: int = 200, kind: str = "script", failed: str = "") -> Request:
    return Request(url, kind, status, failed=failed)


def known(snapshot: PageSnapshot) -> list[tuple[str, Certainty]]:
    return [(chat.name, chat.certainty) for chat in chats(snapshot)]


def mark(tag: str, **attrs: str) -> Element:
    return Element(tag, tag, parent=0, attrs={name.rstrip("_"): value for name, value in attrs.items()}, visible=True)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (INTERCOM, "Intercom"),
        ("https://eu.widget.intercom.io/x", "Intercom"),
        ("https://static.intercomcdn.com/intercom.v1/app.js", "Intercom"),
        ("https://static.zdassets.com/ekr/snippet.js?key=1", "Zendesk"),
        ("https://www.iadvize.com/x.js", "iAdvize"),
        ("https://halc.iadvize.com/iadvize.js?sid=1", "iAdvize"),
        ("https://a.la1-c1.salesforceliveagent.com/chat", "Salesforce Embedded Service"),
        ("https://bank.my.site.com/ESWchat1/assets/js/bootstrap.min.js", "Salesforce In-App and Web"),
        ("https://apps.mypurecloud.de/genesys-bootstrap/genesys.min.js", "Genesys Cloud"),
        ("https://apps.usw2.pure.cloud/genesys-bootstrap/genesys.min.js", "Genesys Cloud"),
        ("https://oc-cdn-ocprod.azureedge.net/livechatwidget/scripts/LiveChatBootstrapper.js", "Microsoft Omnichannel"),
        ("https://d1.cloudfront.net/amazon-connect-chat-interface-client.js", "Amazon Connect"),
        ("https://salesiq.zoho.eu/widget", "Zoho SalesIQ"),
        ("https://salesiq.zohopublic.in/x", "Zoho SalesIQ"),
        ("https://prod3-live-chat.sprinklr.com/api/livechat/handshake/widget/1", "Sprinklr"),
        ("https://chat.shop.example/packs/js/sdk.js", "Chatwoot"),
        ("https://chat.shop.example/livechat/rocketchat-livechat.min.js", "Rocket.Chat"),
        ("https://shop.example/apple_business_chat_commerce/js/apple_message_button_v3.js", "Apple Messages for Business"),
        ("https://connect.facebook.net/fr_FR/sdk/xfbml.customerchat.js", "Facebook Chat Plugin"),
        ("https://www.facebook.com/v18.0/plugins/customerchat.php", "Facebook Chat Plugin"),
    ],
)  # fmt: skip
def test_an_address_belongs_to_a_vendor(url: str, name: str) -> None:
    assert [vendor.name for vendor in vendors_at(url)] == [name]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "not an address",
        "https://shop.example/widget.intercom.io/",
        "https://notintercom.io/",
        "https://intercom.io.shop.example/",
        "https://static.zdassets.com/hc/theme.js",
        "https://help.shop.zendesk.com/hc/fr",
        "https://js.hs-scripts.com/1.js",
        "https://www.gstatic.com/recaptcha/api.js",
        "https://connect.facebook.net/fr_FR/sdk.js",
        "https://shop.cloudfront.net/app.js",
        "https://notsalesiq.zoho.eu/widget",
        "https://other.azureedge.net/livechatwidget/x.js",
        "https://shop.example/packs/js/application.js",
    ],
)
def test_other_addresses_belong_to_nobody(url: str) -> None:
    assert vendors_at(url) == ()


def test_two_kinds_of_signs_are_sure() -> None:
    assert known(page(script(INTERCOM), globals="Intercom")) == [("Intercom", Certainty.HIGH)]
    assert known(page(script(INTERCOM), elements=(mark("div", id="intercom-container"),))) == [
        ("Intercom", Certainty.HIGH)
    ]


def test_one_sign_is_likely_and_a_guess_where_a_single_source_attests_it() -> None:
    assert known(page(script(INTERCOM))) == [("Intercom", Certainty.MEDIUM)]
    assert known(page(globals="Intercom intercomSettings")) == [("Intercom", Certainty.MEDIUM)]
    assert known(page(globals="ChannelIO")) == [("Channel.io", Certainty.LOW)]


def test_a_common_name_counts_beside_another_sign_only() -> None:
    assert known(page(globals="WebChat zE drift acquire")) == []
    assert known(page(script("https://acquire.io/x.js"), globals="acquire")) == [("Acquire", Certainty.HIGH)]


def test_what_is_no_script_and_no_frame_is_no_sign() -> None:
    assert known(page(script("https://cdn.livechat-static.com/logo.png", kind="image"))) == []


def test_the_page_itself_is_no_chat_on_the_page() -> None:
    assert known(page(script("https://www.podium.com/", kind="document"), url="https://www.podium.com/")) == []


def test_a_chat_is_usable_when_its_script_came() -> None:
    (came,) = chats(page(script(INTERCOM)))
    (refused,) = chats(page(script(INTERCOM, 403)))
    (failed,) = chats(page(script(INTERCOM, 0, failed="net::ERR_FAILED")))
    (named,) = chats(page(globals="Intercom"))
    assert [(c.usable, c.refused) for c in (came, refused, failed, named)] == [
        (True, False), (False, True), (False, True), (True, False),
    ]  # fmt: skip


def test_a_script_that_waits_for_consent_is_held() -> None:
    held = mark("script", type="text/plain", src=INTERCOM)
    (chat,) = chats(page(elements=(held,)))
    assert (chat.held, chat.usable, chat.requests) == (held, False, ())
    (both,) = chats(page(script(INTERCOM), elements=(held,)))
    assert both.held is None


def test_a_dead_chat_is_never_usable() -> None:
    (chat,) = chats(page(elements=(mark("div", class_="fb-customerchat"),)))
    assert (chat.vendor.dead, chat.usable) == ("2024-05-09", False)


def test_every_sign_in_the_catalogue_is_one_vendors() -> None:
    assert len({vendor.name for vendor in CATALOGUE}) == len({vendor.slug for vendor in CATALOGUE}) == len(CATALOGUE)
    assert len(GLOBALS) == sum(len(vendor.globals) for vendor in CATALOGUE)
    assert len(MARKS) == sum(len(vendor.marks) for vendor in CATALOGUE)


@pytest.mark.parametrize("vendor", CATALOGUE, ids=lambda vendor: vendor.slug)
def test_every_host_and_mark_in_the_catalogue_can_be_met(vendor) -> None:
    for pattern in vendor.hosts:
        host, slash, path = pattern.partition("/")
        url = f"https://{host}{slash}{path}".replace("*.", "x.").replace("*/", "x.example/", 1).replace("*", "x")
        assert vendor in vendors_at(url), url
    for name in vendor.marks:
        assert re.fullmatch(r"~?(?:[#.][\w-]+|[a-z]+-[a-z]+)", name)
    assert vendor.hosts or vendor.globals or vendor.marks
    assert vendor.attested in {1, 2, 3}
