from association import HANDLES, assetlinks, journey, page, statement
from parcours.facts.model import AppLinks
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

DYNAMIC = "dynamic_app_link_components"


def extended(extensions: object, url: str = "https://shop.example/offer", **more: object) -> JourneyTrace:
    answer = assetlinks(statement(relation_extensions=extensions, **more))
    return journey(page("https://shop.example/", AppLinks(assetlinks=answer), "android"), start=url)


def rules(*rules: object, **more: object) -> JourneyTrace:
    return extended({HANDLES: {DYNAMIC: list(rules)}}, **more)


WEB = {"?": {"web": "*"}, "exclude": True}

EXAMPLES = (
    silent("no file", journey(page("https://shop.example/", AppLinks(), "android"))),
    silent("a file without dynamic rules", extended({})),
    passes("exclusions, then everything", rules({"/": "/help/*", "exclude": True}, {"/": "*"})),
    passes("a rule for the scanned address", rules({"/": "/offer", "comments": "the letter"})),
    passes("the scanned address has not what is excluded", rules(WEB, {"/": "*"})),
    passes("the code is of another host", rules({"/": "/x"}, url="https://qr.example/1")),
    fails("no list", extended({HANDLES: {DYNAMIC: {"/": "*"}}}), {"form"}),
    fails("another relation", extended({"delegate_permission/common.get_login_creds": {DYNAMIC: []}}), {"form"}),
    fails("text in the list", rules("/offer", {"/": "*"}), {"form"}),
    fails("a relation that the statement does not have", rules({"/": "*"}, relation=["delegate_permission/common.get_login_creds"]), {"relation"}),
    fails("an exclusion behind everything", rules({"/": "*"}, {"/": "/help/*", "exclude": True}), {"order"}),
    fails("a key that Android does not know", rules({"/": "*", "caseSensitive": False}), {"unknown-key"}),
    fails("exclude in quotes", rules({"/": "*", "exclude": "false"}), {"boolean"}),
    fails("a query as text", rules({"?": "web=1", "exclude": True}, {"/": "*"}), {"query"}),
    fails("a path without its slash", rules({"/": "help/*", "exclude": True}, {"/": "*"}), {"path"}),
    reviews("the scanned address is excluded", rules({"/": "/offer", "exclude": True}, {"/": "*"}), {"excluded"}),
    reviews("the scanned address is excluded by its query", rules(WEB, {"/": "*"}, url="https://shop.example/offer?web=1"), {"excluded"}),
    reviews("no rule takes the scanned address", rules({"/": "/help/*"}), {"unmatched"}),
)  # fmt: skip
