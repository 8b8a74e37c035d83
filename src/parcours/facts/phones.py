"""Telephone numbers: as they are written for people, and as they are dialled by a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from parcours.facts.offers import folded


class Plan(NamedTuple):
    """How the numbers of a country are made: digits after the country code, and the 0 that is only dialled at home."""

    least: int
    most: int
    trunk: str = "0"


# Country codes of ITU-T E.164 with the lengths of their national plans; Italy and others keep their first 0.
PLANS: dict[str, Plan] = {
    "1": Plan(10, 10, "1"), "7": Plan(10, 10, "8"), "20": Plan(8, 10), "27": Plan(9, 9), "30": Plan(10, 10, ""),
    "31": Plan(9, 9), "32": Plan(8, 9), "33": Plan(9, 9), "34": Plan(9, 9, ""), "351": Plan(9, 9, ""),
    "352": Plan(6, 11, ""), "353": Plan(7, 9), "354": Plan(7, 7, ""), "356": Plan(8, 8, ""), "357": Plan(8, 8, ""),
    "358": Plan(7, 11), "359": Plan(7, 9), "36": Plan(8, 9, "06"), "370": Plan(8, 8), "371": Plan(8, 8, ""),
    "372": Plan(7, 8, ""), "376": Plan(6, 9, ""), "377": Plan(8, 9, ""), "380": Plan(9, 9), "381": Plan(8, 10),
    "385": Plan(8, 9), "386": Plan(8, 8), "39": Plan(8, 11, ""), "40": Plan(9, 9), "41": Plan(9, 9),
    "420": Plan(9, 9, ""), "421": Plan(9, 9), "43": Plan(7, 13), "44": Plan(9, 10), "45": Plan(8, 8, ""),
    "46": Plan(7, 10), "47": Plan(8, 8, ""), "48": Plan(9, 9, ""), "49": Plan(7, 12), "52": Plan(10, 10, ""),
    "54": Plan(10, 11), "55": Plan(10, 11), "56": Plan(9, 9, ""), "57": Plan(10, 10, ""), "60": Plan(8, 10),
    "61": Plan(9, 10), "62": Plan(8, 12), "63": Plan(8, 10), "64": Plan(8, 10), "65": Plan(8, 8, ""),
    "66": Plan(8, 9), "81": Plan(9, 10), "82": Plan(8, 10), "84": Plan(9, 10), "852": Plan(8, 8, ""),
    "86": Plan(10, 11), "90": Plan(10, 10), "91": Plan(10, 10), "212": Plan(9, 9), "213": Plan(8, 9),
    "216": Plan(8, 8, ""), "221": Plan(9, 9, ""), "225": Plan(10, 10, ""), "237": Plan(9, 9, ""), "262": Plan(9, 9),
    "590": Plan(9, 9), "594": Plan(9, 9), "596": Plan(9, 9), "687": Plan(6, 6, ""), "689": Plan(8, 8, ""),
    "51": Plan(8, 9), "58": Plan(10, 10), "92": Plan(9, 10), "94": Plan(9, 9), "223": Plan(8, 8, ""),
    "224": Plan(9, 9, ""), "226": Plan(8, 8, ""), "227": Plan(8, 8, ""), "228": Plan(8, 8, ""),
    "229": Plan(8, 10, ""), "230": Plan(7, 8, ""), "233": Plan(9, 9), "234": Plan(8, 10), "241": Plan(7, 9),
    "242": Plan(9, 9, ""), "243": Plan(9, 9), "254": Plan(9, 9), "261": Plan(9, 9), "298": Plan(6, 6, ""),
    "350": Plan(8, 8, ""), "355": Plan(8, 9), "373": Plan(8, 8), "374": Plan(8, 8), "375": Plan(9, 9, "8"),
    "378": Plan(6, 10, ""), "382": Plan(8, 8), "383": Plan(8, 9), "387": Plan(8, 8), "389": Plan(8, 8),
    "423": Plan(7, 9, ""), "508": Plan(6, 9), "593": Plan(8, 9), "598": Plan(8, 8), "880": Plan(8, 10),
    "886": Plan(8, 9), "961": Plan(7, 8), "962": Plan(8, 9), "965": Plan(8, 8, ""), "966": Plan(9, 9),
    "968": Plan(8, 8, ""), "971": Plan(8, 9), "972": Plan(8, 9), "973": Plan(8, 8, ""), "974": Plan(8, 8, ""),
    "995": Plan(9, 9),
}  # fmt: skip

DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-") | dict.fromkeys(
    map(ord, "\u00a0\u2009\u202f"), " "
)

# Words before a number, folded: the nearest one decides.
PHONE_WORDS = re.compile(
    r"\b(?:tel|telephone|phone|mobile|portable|gsm|appel\w*|joindre|standard|call|dial|telefon\w*|fon|handy|mobil|hotline|"
    r"ruf\w*|anruf\w*|llam\w+|movil|chiama\w*|cell|cellulare|numero verde|bel|bellen|telefoon|service clients?|"
    r"customer (?:service|care)|kundenservice|klantenservice|serviceline|urgences?|whatsapp)\b|[☎📞📱✆]",
)
OTHER_WORDS = re.compile(
    r"fax|telecopie|\b(?:siret|siren|rcs|bic|isbn|issn|ean|gtin|tva|vat|ust|kvk|btw|cif|nif|hrb|orias|rpps|finess|naf|duns|"
    r"ics|sku|capital|gps|latitude|longitude|version|doi|pmid|loto|carte|card|ip)\b|iban\b|\bp\.? ?iva\b|partita iva|"
    r"codice fiscale|handelsregister|\bref(?:erenc\w*|erenz)?\b|commande n|order (?:n|id|#)|bestell-?n|bestelnummer|"
    r"\bn(?:umero|um|r|o)?[.\u00b0]* ?(?:de |d.|of )?"
    r"(?:client|compte|serie|dossier|contrat|commande|facture|agrement|lot|suivi)|"
    r"(?:kunden|konto|rechnungs|serien|artikel|steuer)-?(?:nummer|nr)|account n|sort code|serial|invoice|tracking|"
    r"licen[cs]e|brevet|patent|tirage|copyright",
)
BOTH_WORDS = re.compile(r"\btel[a-z]*\.?(?: ?[/&+] ?| (?:et|und|and|y|e|en) )(?:tele)?(?:fax|copie)")
MONEY = re.compile(r" ?(?:€|\$|£|%|euros?\b|eur\b|chf\b|usd\b|km\b|kg\b|m²|m2\b|mo\b|go\b)", re.IGNORECASE)
DATE = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b|\b(?:19|20)\d{2}\b.+\b(?:19|20)\d{2}\b")

# Groups that France writes: 01 23 45 67 89, 0 800 123 456. One separator throughout, or it may be dates or times.
FRENCH = (
    r"0[1-9](?P<s>[ .-]?)\d{2}(?:(?P=s)\d{2}){3}|"
    r"0[ .]?[89]\d{2}(?P<t>[ .])(?:\d{3}(?P=t)\d{3}|\d{2}(?P=t)\d{2}(?P=t)\d{2})"
)
ZERO = r"\(?0[1-9]\d{0,3}\)?(?:(?: ?[/-] ?|[ .])\d{2,8}){1,4}"
AMERICAN = r"(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[.-]\d{4}"
SPANISH = r"[6789]\d{2}(?: \d{3} \d{3}|(?: \d{2}){3})|9\d \d{3} \d{2} \d{2}"
ITALIAN = r"3\d{2}[ /-]\d{3}[ -]?\d{3,4}|800[ -]\d{3}[ -]?\d{3}"
ANY = r"\(?\d[\d ()./-]{6,18}\d"  # only after a word for telephone

NATIONAL: tuple[tuple[re.Pattern[str], frozenset[str], int, int], ...] = tuple(
    (re.compile(pattern), frozenset(languages.split()), least, most)
    for pattern, languages, least, most in (
        (FRENCH, "*", 10, 10),
        (AMERICAN, "en", 10, 11),
        (SPANISH, "es ca gl eu", 9, 9),
        (ITALIAN, "it", 9, 10),
        (ZERO, "de nl it en fr", 9, 12),
        (ANY, "", 8, 13),
    )
)
PLUS = re.compile(r"(?<![\w+@#=])(?:\+ ?\(?|00 ?(?=[1-9]))(?=[1-9])")
GROUP = re.compile(r"(?: ?[./-] ?| )?(\(?)(\d+)\)?")


class Seen(NamedTuple):
    """A number in a text: as written, and where it begins and ends."""

    text: str
    start: int
    end: int


def digits(text: str) -> str:
    """The decimal digits of a text, in order, without a 0 in brackets, which is not dialled from abroad."""
    return "".join(str(int(c)) for c in text.replace("(0)", "") if c.isdecimal())


def country_of(number: str) -> str:
    """The country code that an international number's digits begin with, "" when it is not in the table."""
    return next((number[:n] for n in (3, 2, 1) if number[:n] in PLANS), "")


def same_number(one: str, other: str) -> bool:
    """True when two ways of writing may reach the same telephone: +33 1 23 45 67 89 and 01 23 45 67 89.

    A leading 0 or 00 and a country code that only one of them has are overlooked.
    """
    a, b = digits(one).lstrip("0"), digits(other).lstrip("0")
    if _is_global(one) and _is_global(other):
        return _without_trunk(a) == _without_trunk(b)
    whole = {a, _without_trunk(a)} if _is_global(one) else {a}
    rest = {b, _without_trunk(b)} if _is_global(other) else {b}
    return any(_ends_alike(x, y) for x in whole for y in rest)


def _ends_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and (short == long or (len(short) >= 6 and long.endswith(short)))


def _is_global(text: str) -> bool:
    return text.lstrip(" (").startswith(("+", "00"))


def _without_trunk(number: str) -> str:
    """330123456789, as it is often written by mistake, is 33123456789."""
    code = country_of(number)
    rest = number.removeprefix(code)
    plan = PLANS.get(code)
    keeps = not plan or plan.trunk != "0" or not rest.startswith("0")
    return number if keeps else code + rest.lstrip("0")


@lru_cache(maxsize=4096)
def spotted(text: str, language: str = "", labels: tuple[str, ...] = ()) -> tuple[Seen, ...]:
    """The telephone numbers that people would see in a text, in order; faxes and other numbers are left out.

    `language` is the page's ("fr", "en-GB"): it decides which national ways of writing count without a word for
    telephone before them. `labels` are words that stand before the first, second... number outside the text.
    """
    if len(re.findall(r"\d", text)) < 8:
        return ()
    plain = text.translate(DASHES)
    found: list[Seen] = []
    end, count = 0, 0
    while seen := _next(plain, end, language.lower().partition("-")[0], labels[count] if count < len(labels) else ""):
        number, accepted = seen
        count += 1
        end = number.end
        if accepted:
            found.append(Seen(text[number.start : number.end], number.start, number.end))
    return tuple(found)


def _next(text: str, start: int, language: str, label: str) -> tuple[Seen, bool] | None:
    """The next thing that is written like a number, and whether its words let it be a telephone."""
    candidates = [seen for seen in (_international(text, start), _national(text, start, language, label)) if seen]
    if not candidates:
        return None
    seen = min(candidates, key=lambda one: (one.start, -one.end))
    return seen, _words(text[start : seen.start], label) >= 0


def _words(before: str, label: str) -> int:
    """1 when a word for telephone is nearest before the number, -1 when another one is, 0 when there is neither."""
    context = folded(before if re.search(r"[^\W\d_]", before) else label + " " + before)[-60:]
    if BOTH_WORDS.search(context):
        return 1
    phone = max((found.end() for found in PHONE_WORDS.finditer(context)), default=-1)
    other = max((found.end() for found in OTHER_WORDS.finditer(context)), default=-1)
    return (phone > other) - (other > phone)


def _international(text: str, start: int) -> Seen | None:
    for plus in PLUS.finditer(text, start):
        if not plus[0].startswith("+") and re.search(r"\d[ .,:-]$", text[start : plus.start()]):
            continue  # a piece of an account number
        if end := _end_of_international(text, plus.end()):
            return Seen(text[plus.start() : end], plus.start(), end)
    return None


def _end_of_international(text: str, at: int) -> int:
    """Where the number ends whose country code begins here; 0 when no prefix of the groups makes a whole number."""
    number, end = "", 0
    while group := GROUP.match(text, at):
        at = group.end()
        if not (group[1] and group[2] == "0"):
            number += group[2]
        if len(number) > 15:
            break
        follows = text[at : at + 1]
        if not (follows.isalnum() or follows in {"€", "$", "£", "%"}) and _is_whole(number):
            end = at
    return end


def _is_whole(number: str) -> bool:
    code = country_of(number)
    if not code:
        return False
    rest = number.removeprefix(code)
    plan = PLANS[code]
    if plan.trunk == "0":
        rest = rest.removeprefix("0")
    allowed = rest[:1] not in {"0", "1"} if code == "1" else rest[:1] != "0" or not plan.trunk
    return allowed and plan.least <= len(rest) <= plan.most and len(set(rest)) > 1


def _national(text: str, start: int, language: str, label: str) -> Seen | None:
    best: Seen | None = None
    for pattern, languages, least, most in NATIONAL:
        for match in pattern.finditer(text, start):
            if best and match.start() >= best.start:
                break
            said = _words(text[start : match.start()], label) > 0
            plain = (
                match.groupdict().get("s") != "" or match[0].startswith("0 ")
                if "*" in languages
                else language in languages
            )
            if not (said or plain) or not least <= len(digits(match[0])) <= most:
                continue
            if _stands_alone(text, match, start) and (said or _is_no_date(match[0])):
                best = Seen(match[0], match.start(), match.end())
                break
    return best


def _stands_alone(text: str, match: re.Match[str], start: int) -> bool:
    """Not a piece of something longer: an account number, an address of the web, a price."""
    before = text[start : match.start()] or text[: match.start()][-1:]
    after = text[match.end() :]
    if re.search(r"[\w+@#=%/]$|\d[ .,:-]$", before):
        return False
    if re.match(r"[\w@%€$£]|[.,-]\d", after) or MONEY.match(after):
        return False
    # Another telephone, a postcode with its town, a price or opening hours may follow on the next line.
    follows = r" (?:\(?0[1-9]|\d{4,5} [^\W\d_]|\d+[,.]\d|\d{1,2} ?[hj:/])"
    return not re.match(r" \d", after) or bool(re.match(follows, after))


def _is_no_date(number: str) -> bool:
    groups = re.findall(r"\d+", number)
    pairs = all(len(group) == 2 for group in groups)
    return not DATE.search(number) and not (pairs and len(groups) != 5) and groups.count("000") < 2


def candidates(label: str) -> Iterator[str]:
    """What in a link's label may be meant as its number: runs of eight digits or more, whole and in their parts."""
    for run in re.findall(r"[+(]?\d[\d ()./-]*\d", label.translate(DASHES)):
        for part in {run, *re.split(r" - |/| \(", run)}:
            if len(digits(part)) >= 8 and not DATE.search(part):
                yield part
