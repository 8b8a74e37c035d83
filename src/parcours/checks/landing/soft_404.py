"""A page that is not there says so in its status."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.elsewhere import deep_page, is_home
from parcours.facts.hosts import site_of
from parcours.facts.model import PageSnapshot
from parcours.facts.offers import folded
from parcours.facts.urls import place_of
from parcours.facts.way import after_customer

_THING = (
    r"(?:this |the |that |requested |cette |la |diese |die |esta |questa |deze |de )*(?:web)?(?:page|pagina|seite|url)"
)
_NOT = r"(?:not|n.t|no longer)(?: be)? (?:found|available|exist)"
_GONE = "|".join(
    (
        r"(?:page |file )?not found|nothing found here",
        rf"{_THING} (?:(?:was|is|could|can|cannot|can.t|you requested|you(?:.re| are) looking for) )*{_NOT}",
        rf"{_THING} (?:doesn.t|does not|no longer) exists?|{_THING} can.?(?:no)?t be found",
        rf"{_THING} (?:est )?(?:introuvable|inexistante|non trouvee|inaccessible)",
        rf"{_THING} (?:demandee |que vous (?:re)?cherchez )?(?:n.existe (?:pas|plus)|est introuvable)",
        rf"{_THING} (?:demandee |que vous (?:re)?cherchez )?n.a pas ete trouvee",
        rf"{_THING} (?:wurde |konnte |kann )?(?:leider )?(?:nicht gefunden(?: werden)?|existiert nicht(?: mehr)?)",
        rf"{_THING} (?:no (?:encontrada|existe|se ha encontrado|disponible)|no fue encontrada)",
        rf"{_THING} (?:non (?:e stata )?trovata|non esiste(?: piu)?|inesistente)",
        rf"{_THING} (?:kon )?(?:niet (?:worden )?gevonden(?: worden)?|bestaat niet(?: meer)?)",
    )
)
_SORRY = r"(?:(?:oops|oups|sorry|whoops|ups|hoppla|desole|we.re sorry|nous sommes desoles)[!,.… ]*)*"
_ERROR = r"(?:error|erreur|fehler|fout|errore)?"
_CODE = rf"(?:(?:http )?{_ERROR}[ :#]*404[ .:!,–—-]*{_ERROR}[ .:!,–—-]*)"
# The whole of a headline, or a whole part of a title: an article about such pages says more than that.
SAYS = re.compile(rf"{_SORRY}{_CODE}?{_SORRY}(?:{_GONE})?[ .!…:(]*(?:{_CODE})?[ .!…)]*")
PARTS = re.compile(r"\s+[|·•»«–—-]\s+|\s*\|\s*|\s*::\s*")
LONGEST = 90  # characters


@page_check(
    "landing/soft-404",
    title="The address leads to the page that it names",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=lambda page: (page,) if page.frames else (),
    advice=Advice(
        do="Redirect the old address to the page that took its place, or answer 404 so that somebody notices.",
        snippet="Redirect 301 /spring-offer https://shop.example/offers/spring",
        links=("https://developers.google.com/search/docs/crawling-indexing/http-network-errors#soft-404-errors",),
    ),
    passes="<title>Spring boots | The shop</title><h1>Spring boots</h1>",
    fails="<title>Page not found | The shop</title><h1>Oops! Page not found</h1>",
)
def soft_404(_subject: PageSnapshot, page: PageSnapshot) -> Iterator[Problem]:
    """The customer reads “not found” while every monitor says that all is well: nobody will mend it."""
    titled = next((part for part in PARTS.split(page.title) if says_gone(part)), "")
    headline = next((words for words in _headlines(page) if says_gone(words)), "")
    if titled and headline:
        message = f"The page says “{headline}”, and its answer says that all is well ({page.status})"
        yield Problem(message, "not-found", evidence=page.url)
    elif titled or headline:
        where = "headline" if headline else "title"
        message = f"The page's {where} says “{headline or titled}”, and its answer that all is well ({page.status})"
        yield CannotTell(message, "not-found", evidence=page.url)
    elif lost := _lost_path(page):
        message = f"The address {lost} ends on the home page: what it names may be gone"
        yield CannotTell(message, "home", evidence=page.url)


def says_gone(words: str) -> bool:
    """True when these words say that a page is not there, and nothing else."""
    said = " ".join(folded(words).replace("’", "'").split())
    return 2 < len(said) <= LONGEST and any(c.isalnum() for c in said) and bool(_says(said))


def _says(said: str) -> bool:
    found = SAYS.fullmatch(said)
    return bool(found) and ("404" in said or bool(re.search(_GONE, said)))


def _headlines(page: PageSnapshot) -> Iterator[str]:
    main = page.main
    for element in main.elements:
        if element.visible and element.tag in ("h1", "h2"):
            yield element.name or main.full_text(element)


def _lost_path(page: PageSnapshot) -> str:
    """The address that named a page and was redirected to the home page of the same site; "" otherwise."""
    way = after_customer(page.navigation)
    if len(way) < 2 or not is_home(way[-1].url):
        return ""
    last = site_of(place_of(way[-1].url).host)
    asked = next((hop.url for hop in way if site_of(place_of(hop.url).host) == last), "")
    return "" if is_home(asked) or deep_page(page) else asked  # where computers get the page: redirect/to-desktop
