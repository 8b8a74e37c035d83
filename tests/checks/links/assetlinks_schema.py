from association import ANDROID, DECLARED, HANDLES, NO_APP, PRINT, assetlinks, file, journey, page, statement
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

APP = DECLARED["android"]


def visit(answer: WellKnown | None, app: AppLinks = NO_APP) -> JourneyTrace:
    return journey(page("https://shop.example/", AppLinks(assetlinks=answer), "android"), app=app)


def target(**target: object) -> JourneyTrace:
    return visit(assetlinks(statement(target=target)))


LOGIN = statement(relation=["delegate_permission/common.get_login_creds"], target={"sha256_cert_fingerprints": ["?"]})
SITE = {"relation": [HANDLES], "target": {"namespace": "web", "site": "https://www.shop.example"}}

EXAMPLES = (
    silent("no file", visit(None)),
    silent("the file is absent", visit(file(ANDROID, "", status=404), APP)),
    silent("a page of HTML", visit(file(ANDROID, "<html>"))),
    silent("an empty list, and no app is known", visit(assetlinks())),
    silent("a shared login", visit(assetlinks(LOGIN))),
    silent("another site", visit(assetlinks(SITE))),
    passes("Android's form", visit(assetlinks(statement()), APP)),
    passes("two fingerprints", target(sha256_cert_fingerprints=[PRINT, PRINT.replace("1", "F")])),
    passes("a shared login beside the links", visit(assetlinks(LOGIN, statement()))),
    passes("two relations", visit(assetlinks(statement(relation=["delegate_permission/common.get_login_creds", HANDLES])))),
    passes("the statements are in another file", visit(assetlinks({"include": "https://shop.example/all.json"}), APP)),
    fails("no JSON", visit(file(ANDROID, '[{"target": {"namespace": "android_app"}},]')), {"json"}),
    fails("an object in place of the list", visit(file(ANDROID, statement()), APP), {"form"}),
    fails("text in the list", visit(assetlinks("x", statement())), {"form"}),
    fails("an empty list, and the app is declared", visit(assetlinks(), APP), {"no-apps"}),
    fails("a shared login alone, and the app is declared", visit(assetlinks(LOGIN), APP), {"no-apps"}),
    fails("a relation without its list", visit(assetlinks(statement(relation=HANDLES))), {"form"}),
    fails("a relation misspelt", visit(assetlinks(statement(relation=["delegate_permissions/common.handle_all_urls"]))), {"relation"}),
    fails("another namespace", target(namespace="android"), {"namespace"}),
    fails("no package", target(package_name=""), {"package"}),
    fails("a package that cannot be", target(package_name="mybank"), {"package"}),
    fails("no fingerprint", target(sha256_cert_fingerprints=[]), {"fingerprint-missing"}),
    fails("a fingerprint in small letters", target(sha256_cert_fingerprints=[PRINT.lower()]), {"fingerprint-case"}),
    fails("a fingerprint of SHA-1", target(sha256_cert_fingerprints=[":".join(["1A"] * 20)]), {"fingerprint"}),
    fails("a fingerprint without its colons", target(sha256_cert_fingerprints=["1A" * 32]), {"fingerprint"}),
    fails("a fingerprint of 31 pairs", target(sha256_cert_fingerprints=[PRINT[:-3]]), {"fingerprint"}),
    fails("a placeholder", target(sha256_cert_fingerprints=["YOUR_FINGERPRINT"]), {"fingerprint"}),
)  # fmt: skip
