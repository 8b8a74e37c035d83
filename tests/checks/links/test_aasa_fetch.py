"""How dear an absent file is depends on who says that there is an app."""

from association import APPLE, DECLARED, NO_APP, aasa, file, journey, page
from parcours.checks.links.aasa_fetch import aasa_fetch
from parcours.facts.model import AppLinks
from parcours.findings import Finding, Severity, Where
from parcours.judging import judge_journey
from parcours.trace import JourneyTrace

ABSENT = AppLinks(aasa=file(APPLE, "", status=404))
TAGS = (("al:ios:app_store_id", "1234567890"),)


def found(trace: JourneyTrace) -> tuple[Finding, ...]:
    return judge_journey(trace, [aasa_fetch], Where())[0].findings


def test_a_declared_app_needs_the_file() -> None:
    (finding,) = found(journey(page("https://shop.example/", ABSENT), app=DECLARED["ios"]))
    assert (finding.severity, finding.evidence) == (Severity.MINOR, "The app is known from the scenario")
    assert finding.message == "shop.example has no apple-app-site-association (404): no link to it opens the app"
    assert finding.about == "https://shop.example/.well-known/apple-app-site-association"


def test_an_app_that_only_tags_speak_of_may_never_have_been_meant_to_open_links() -> None:
    (finding,) = found(journey(page("https://shop.example/", ABSENT, metas=TAGS)))
    assert finding.severity is Severity.MINOR


def test_a_host_is_told_once_however_many_pages_it_has() -> None:
    pages = [page(f"https://shop.example/{path}", ABSENT, metas=TAGS) for path in "abc"]
    assert len(found(journey(*pages))) == 1


def test_a_redirect_says_where_it_leads() -> None:
    moved = AppLinks(aasa=file(APPLE, "", status=301, location="https://www.shop.example/x"))
    (finding,) = found(journey(page("https://shop.example/", moved), app=DECLARED["ios"]))
    assert (finding.severity, finding.evidence) == (Severity.MAJOR, "to https://www.shop.example/x")


def test_another_type_than_json_is_worth_a_note() -> None:
    plain = AppLinks(aasa=aasa({}, mime="text/plain"))
    (finding,) = found(journey(page("https://shop.example/", plain), app=NO_APP))
    assert finding.severity is Severity.NOTE
