"""The bank's site as its server answers: sessions, forms, news, and what strangers send."""

import http.client
import json
import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from parcours.demo import bank, pages
from parcours.demo.bank import LOGIN, MOST_CUSTOMERS, MOST_STREAMS, PASSWORD, Bank
from parcours.demo.conversation import MOST_CHARACTERS
from parcours.demo.pages import Answer, Request
from parcours.demo.server import serve

HOST = "banque.localhost"
AGENTS = {"ios": "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X)", "android": "Mozilla/5.0 (Linux; Android 14)"}
CLIENT_PAGES = ("/compte", "/messages", "/dossier", "/rendez-vous")
PUBLIC_PAGES = ("/", "/connexion", "/entree", "/m/4f2a", "/contact", "/mentions-legales")
# Numbers that the French regulator keeps free for fiction, and never gives to anybody.
FICTION = re.compile(r"\+33(?:19900\d{4}|63998\d{4})")
NONSENSE = (
    "",
    ";;;",
    "client",
    "client=",
    "client=%00",
    "=",
    "client=" + "x" * 5000,
    'client="; Path=/',
    "\u00e9=\u00e9",
)


class Clock:
    """Time that passes when a test says so."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Phone:
    """One customer's browser: it keeps the bank's cookie."""

    def __init__(self, site: Bank, agent: str = AGENTS["ios"], cookie: str = "") -> None:
        self.site, self.agent, self.cookie = site, agent, cookie

    def get(self, target: str, **headers: str) -> Answer:
        return self._ask("GET", target, b"", headers)

    def post(self, target: str, **fields: str) -> Answer:
        return self._ask("POST", target, urlencode(fields).encode(), {})

    def send(self, target: str, form: bytes, **headers: str) -> Answer:
        return self._ask("POST", target, form, headers)

    def text(self, target: str) -> str:
        said = self.get(target)
        assert (said.status, said.mime) == (200, "text/html; charset=utf-8"), target
        return said.body.decode()

    def log_in(self, **fields: str) -> Answer:
        return self.post("/connexion", identifiant=LOGIN, code=PASSWORD, **fields)

    def news(self, target: str = "/nouvelles", **headers: str) -> Iterator[dict]:
        """What the stream tells, event by event."""
        said = self.get(target, **headers)
        assert (said.status, said.mime) == (200, "text/event-stream")
        for piece in said.stream or ():
            if found := re.search(r"^data: (.*)$", piece.decode(), re.MULTILINE):
                yield json.loads(found[1])

    def _ask(self, method: str, target: str, form: bytes, headers: dict[str, str]) -> Answer:
        known = {"host": HOST, "user-agent": self.agent, "cookie": self.cookie}
        said = self.site.answer(Request(method, target, {**known, **headers}, form))
        self.cookie = said.headers.get("Set-Cookie", self.cookie).partition(";")[0]
        return said


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site(clock) -> Bank:
    return Bank(pages.SITES / "bank-after", clock)


@pytest.fixture
def louise(site) -> Phone:
    phone = Phone(site)
    phone.log_in()
    return phone


@pytest.fixture
def silent(clock) -> Phone:
    phone = Phone(Bank(pages.SITES / "bank-before", clock))
    phone.log_in()
    return phone


def bubbles(page: str) -> list[str]:
    return re.findall(r'data-auteur="(\w+)"', page)


def badge(page: str) -> tuple[str, str, str]:
    """What the tab is called, what its badge shows, and the number in the title."""
    tab = re.search(r'id="vers-messages"[^>]*aria-label="([^"]*)"', page)
    pill = re.search(r'id="pastille" aria-hidden="true">(\d*)<', page)
    title = re.search(r"<title>(\(\d+\) )?", page)
    return tab[1], pill[1], (title[1] or "").strip()


# Logging in


@pytest.mark.parametrize("path", CLIENT_PAGES)
def test_a_customers_page_asks_strangers_to_log_in_and_then_shows_itself(site, path):
    phone = Phone(site)
    said = phone.get(path)
    assert (said.status, said.headers["Location"]) == (303, f"/connexion?vers={path[1:]}")
    assert f'name="vers" value="{path[1:]}"' in phone.text(said.headers["Location"])
    assert phone.log_in(vers=path[1:]).headers["Location"] == path
    assert "Me déconnecter" in phone.text(path)


def test_the_short_address_of_the_message_leads_to_the_loan_with_and_without_a_login(site):
    phone = Phone(site)
    page = phone.text("/m/4f2a?src=sms")
    assert ("Votre demande de prêt avance" in page, 'name="vers" value="dossier"' in page) == (True, True)
    assert phone.log_in(vers="dossier").headers["Location"] == "/dossier"
    assert "Suivi de votre demande de prêt" in phone.text("/m/4f2a")


@pytest.mark.parametrize(
    ("name", "code"), [("louise", "faux"), ("", ""), ("camille", PASSWORD), (PASSWORD, LOGIN), ("louise", "MESANGE")]
)
def test_a_wrong_login_is_said_and_keeps_where_the_customer_wanted_to_go(site, name, code):
    phone = Phone(site)
    said = phone.post("/connexion", identifiant=name, code=code, vers="messages")
    assert phone.cookie == ""
    page = phone.text(said.headers["Location"])
    assert ("mot de passe inconnu" in page, 'value="messages"' in page) == (True, True)


@pytest.mark.parametrize("goal", ["https://evil.example/", "//evil.example", "../contact", "/", "", "nouvelles", "\0"])
def test_a_login_leads_to_pages_of_the_bank_only(site, goal):
    assert Phone(site).log_in(vers=goal).headers["Location"] == "/compte"


def test_the_cookie_is_for_the_server_alone(site):
    said = Phone(site).log_in()
    assert re.fullmatch(r"client=[\w-]{32}; Path=/; HttpOnly; SameSite=Lax", said.headers["Set-Cookie"])


def test_who_logs_out_is_a_stranger_again(louise):
    kept = louise.cookie
    assert louise.post("/deconnexion").headers["Location"] == "/"
    assert louise.cookie == "client="
    louise.cookie = kept
    assert louise.get("/compte").status == 303


# The conversation


def test_a_message_is_acknowledged_at_once_and_answered_when_its_time_has_come(louise, clock):
    assert louise.post("/messages", texte="Bonjour Camille").headers["Location"] == "/messages"
    assert bubbles(louise.text("/messages"))[3:] == ["client", "automatique"]
    clock.now += 1.9
    assert bubbles(louise.text("/messages"))[3:] == ["client", "automatique"]
    clock.now += 0.1
    assert bubbles(louise.text("/messages"))[3:] == ["client", "automatique", "conseiller"]


def test_a_reply_is_counted_on_every_page_until_the_thread_is_opened(louise, clock):
    louise.post("/messages", texte="Bonjour Camille")
    assert badge(louise.text("/compte")) == ("Messages", "", "")
    clock.now += 2
    for path in ("/compte", "/dossier", "/rendez-vous", "/contact"):
        assert badge(louise.text(path)) == ("Messages, 1 message non lu", "1", "(1)")
    assert badge(louise.text("/messages")) == ("Messages", "", "")
    assert badge(louise.text("/compte")) == ("Messages", "", "")


def test_two_unread_replies_are_counted_in_the_plural(louise, clock):
    for _ in range(2):
        louise.post("/messages", texte="Bonjour")
        clock.now += 2
    assert badge(louise.text("/compte")) == ("Messages, 2 messages non lus", "2", "(2)")


def test_the_reply_moves_the_loan_on_and_dates_it(louise, clock):
    current = r'aria-current="step"><strong>([^<]+)'
    assert re.findall(current, louise.text("/dossier")) == ["Étude du dossier"]
    louise.post("/messages", texte="Bonjour Camille")
    clock.now += 2
    page = louise.text("/dossier")
    assert re.findall(current, page) == ["Offre de prêt"]
    assert "Dernière mise à jour : <strong>aujourd’hui" in page


@pytest.mark.parametrize(
    ("asked", "seconds"), [("30", 30.0), ("0", 0.0), ("-5", 0.0), ("1e9", 3600.0), ("", 2.0), ("demain", 2.0)]
)
def test_a_customer_may_choose_how_long_the_adviser_takes(site, clock, asked, seconds):
    phone = Phone(site)
    page = phone.text(f"/m/4f2a?delai={asked}")
    phone.log_in(vers="messages", delai=re.search(r'name="delai" value="([^"]*)"', page)[1])
    phone.post("/messages", texte="Bonjour")
    clock.now += max(seconds - 0.5, 0)
    assert ("conseiller" in bubbles(phone.text("/messages"))[3:]) is (seconds == 0)
    clock.now += 0.5
    assert "conseiller" in bubbles(phone.text("/messages"))[3:]


def test_an_appointment_is_confirmed_in_the_thread_and_on_its_page(louise):
    slot = bank.SLOTS[1]
    assert louise.post("/rendez-vous", creneau=slot).headers["Location"] == "/rendez-vous"
    page = louise.text("/rendez-vous")
    assert "C’est noté" in page
    assert re.findall(r'value="([^"]+)" checked', page) == [slot]
    assert bubbles(louise.text("/messages"))[3:] == ["automatique"]
    louise.post("/rendez-vous", creneau=slot)
    louise.post("/rendez-vous", creneau="jamais")
    assert bubbles(louise.text("/messages"))[3:] == ["automatique"]


def test_alerts_are_kept_and_said(louise):
    assert "C’est noté" not in louise.text("/dossier")
    louise.post("/dossier", sms="oui", email="oui", pigeon="oui")
    page = louise.text("/dossier")
    assert "vous recevrez un SMS et un e-mail." in page
    assert re.findall(r'name="(\w+)" value="oui" checked', page) == ["sms", "email"]
    louise.post("/dossier")
    assert "C’est noté" not in louise.text("/dossier")


# News


def test_the_stream_begins_with_what_is_unread_and_nothing_that_the_page_has(louise):
    first = next(louise.news("/nouvelles?apres=3"))
    assert (first["unread"], first["last"], first["step"], first["messages"]) == (0, 3, 2, [])


def test_the_stream_tells_the_message_its_acknowledgement_and_the_reply(louise, clock):
    news = louise.news("/nouvelles?apres=3")
    next(news)
    louise.post("/messages", texte="Bonjour")
    told = next(news)
    assert [message["author"] for message in told["messages"]] == ["client", "automatique"]
    clock.now += 2
    told = next(news)
    assert [message["author"] for message in told["messages"]] == ["conseiller"]
    assert (told["unread"], told["last"], told["step"]) == (1, 6, 3)
    louise.post("/lu", jusque="6")
    assert next(news)["unread"] == 0


def test_a_stream_that_was_cut_goes_on_where_it_ended(louise):
    louise.post("/messages", texte="Bonjour")
    told = next(louise.news("/nouvelles?apres=3", **{"last-event-id": "4"}))
    assert [message["number"] for message in told["messages"]] == [5]


@pytest.mark.parametrize("after", ["", "-1", "x", "9" * 5000, "²", "1e3"])
def test_a_stream_that_is_asked_for_nonsense_begins_at_the_beginning(louise, after):
    assert len(next(louise.news(f"/nouvelles?apres={after}"))["messages"]) == 3


def test_reading_the_stream_reads_no_message(louise, clock):
    louise.post("/messages", texte="Bonjour")
    clock.now += 2
    assert next(louise.news())["unread"] == 1
    assert badge(louise.text("/compte"))[1] == "1"


def test_strangers_get_no_stream_and_are_told_not_to_come_again(site):
    assert Phone(site).get("/nouvelles").status == 204


def test_a_customer_who_opens_many_streams_keeps_the_last_ones(louise):
    streams = [louise.news() for _ in range(MOST_STREAMS + 1)]
    for stream in streams:
        next(stream)
    louise.post("/messages", texte="Bonjour")
    assert [bool(list(zip(range(1), stream, strict=False))) for stream in streams] == [False, *[True] * MOST_STREAMS]


def test_streams_end_when_their_customer_leaves_and_when_the_bank_closes(louise):
    stream = louise.news()
    next(stream)
    louise.site.close()
    assert list(stream) == []
    again = Phone(Bank(pages.SITES / "bank-after"))
    again.log_in()
    stream = again.news()
    next(stream)
    again.post("/deconnexion")
    assert list(stream) == []


def test_a_script_that_sends_is_not_led_to_the_thread_which_would_read_it(louise, site, clock):
    json_please = {"accept": "application/json"}
    said = louise.send("/messages", b"texte=Bonjour", **json_please)
    assert (said.status, "Location" in said.headers) == (204, False)
    assert Phone(site).send("/messages", b"texte=Bonjour", **json_please).status == 401


# Customers apart


def test_two_customers_never_see_each_other(site, clock):
    one, two = Phone(site), Phone(site, AGENTS["android"])
    one.log_in()
    two.log_in(delai="60")
    one.post("/messages", texte="Je suis la première")
    two.post("/messages", texte="Je suis la seconde")
    two.post("/dossier", sms="oui")
    clock.now += 2
    assert (badge(one.text("/compte"))[1], badge(two.text("/compte"))[1]) == ("1", "")
    pages_of = {phone: phone.text("/messages") + phone.text("/dossier") for phone in (one, two)}
    assert ["première" in pages_of[one], "seconde" in pages_of[one]] == [True, False]
    assert ["première" in pages_of[two], "seconde" in pages_of[two]] == [False, True]
    assert ["C’est noté" in pages_of[one], "C’est noté" in pages_of[two]] == [False, True]


@pytest.mark.parametrize("path", ["/messages", "/lu", "/dossier", "/rendez-vous"])
def test_what_strangers_send_changes_nothing(louise, site, path):
    said = Phone(site).post(path, texte="Bonjour", jusque="9", sms="oui", creneau=bank.SLOTS[0])
    assert (said.status, said.headers["Location"]) == (303, "/connexion")
    assert bubbles(louise.text("/messages")) == ["conseiller", "client", "conseiller"]


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://banque.localhost.evil.example", "null", "http://", "http://["]
)
def test_a_page_of_another_site_cannot_send_in_a_customers_name(louise, origin):
    assert louise.send("/messages", b"texte=Bonjour", origin=origin).status == 403
    assert louise.send("/deconnexion", b"", origin=origin).status == 403
    assert bubbles(louise.text("/messages")) == ["conseiller", "client", "conseiller"]
    assert louise.send("/messages", b"texte=Bonjour", origin=f"http://{HOST}").status == 303


def test_the_customer_who_was_not_seen_for_longest_is_forgotten(site):
    first, second = Phone(site), Phone(site)
    first.log_in()
    second.log_in()
    for _ in range(MOST_CUSTOMERS - 2):
        Phone(site).log_in()
    assert first.get("/compte").status == 200
    Phone(site).log_in()
    assert (first.get("/compte").status, second.get("/compte").status) == (200, 303)


# What strangers send


@pytest.mark.parametrize("cookie", NONSENSE)
def test_a_cookie_that_is_none_is_a_stranger(site, cookie):
    phone = Phone(site, cookie=cookie)
    assert (phone.get("/").status, phone.get("/compte").status, phone.get("/nouvelles").status) == (200, 303, 204)


def test_html_in_a_message_is_shown_as_text(louise):
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)> {{fil}} <!--#include header.html--> & \"'"
    louise.post("/messages", texte=attack)
    page = louise.text("/messages")
    assert ("<script>alert" in page, "<img src=x" in page) == (False, False)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{fil}} &lt;!--#include header.html--&gt; &amp; &quot;&#x27;" in page
    told = next(louise.news("/nouvelles?apres=3"))["messages"][0]
    assert "<script>" not in told["html"]
    assert told["text"] == attack


@pytest.mark.parametrize("name", ["vers", "delai", "erreur"])
def test_html_in_an_address_is_shown_as_text(site, name):
    page = Phone(site).text("/connexion?" + urlencode({name: '"><script>alert(1)</script>'}))
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("text", "kept"),
    [("", False), ("  \n ", False), ("a", True), ("é" * MOST_CHARACTERS, True), ("a" * (MOST_CHARACTERS + 1), False)],
)
def test_a_message_has_a_length_that_a_person_writes(louise, text, kept):
    said = louise.post("/messages", texte=text)
    assert said.status == (413 if len(text) > MOST_CHARACTERS else 303)
    assert bubbles(louise.text("/messages"))[3:] == (["client", "automatique"] if kept else [])


@pytest.mark.parametrize("form", [b"\xff\xfe", b"texte", b"=", b"&" * 5000, b"texte=%FF", b"a=1&" * 5000, b"texte=%00"])
def test_a_form_that_is_none_harms_nobody(louise, form):
    assert louise.send("/messages", form).status == 303
    assert louise.get("/messages").status == 200


@pytest.mark.parametrize("number", ["", "-1", "x", "²", "9" * 5000])
def test_a_number_that_is_none_reads_nothing(louise, clock, number):
    louise.post("/messages", texte="Bonjour")
    clock.now += 2
    louise.post("/lu", jusque=number)
    assert badge(louise.text("/compte"))[1] == "1"


@pytest.mark.parametrize(
    "target",
    [
        "/client/compte",
        "/client/compte.html",
        "/client",
        "/parts/head.html",
        "/../bank.py",
        "/%2e%2e/bank.py",
        "//[",
        "/m/../../x%00",
        "/m/",
    ],
)
def test_pages_are_found_at_their_addresses_only(louise, target):
    said = louise.get(target)
    assert (said.status, "Cette page n’existe pas" in said.body.decode()) == (404, True)


@pytest.mark.parametrize("path", ["/", "/compte", "/contact", "/nouvelles", "/nix"])
def test_what_takes_no_form_says_so(louise, path):
    assert louise.post(path, texte="Bonjour").status == 405


def test_the_server_refuses_a_body_that_is_too_long_and_goes_on():
    with serve("bank-after") as served:
        for size in ("9999999", "-1", ""):
            connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
            connection.putrequest("POST", "/messages")
            connection.putheader("Content-Length", size)
            connection.endheaders()
            assert connection.getresponse().status == 413
            connection.close()
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
        connection.request("GET", "/m/4f2a")
        assert connection.getresponse().status == 200
        connection.close()


def test_the_server_carries_the_news_as_it_comes_and_lets_go_when_it_closes():
    with serve("bank-after") as served:
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
        form = urlencode({"identifiant": LOGIN, "code": PASSWORD, "delai": "0"})
        connection.request("POST", "/connexion", form)
        answer = connection.getresponse()
        answer.read()
        cookie = {"Cookie": answer.headers["Set-Cookie"].partition(";")[0]}
        stream = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
        stream.request("GET", "/nouvelles?apres=3", headers=cookie)
        news = stream.getresponse()
        assert (news.status, news.headers["Content-Type"]) == (200, "text/event-stream")
        connection.request("POST", "/messages", urlencode({"texte": "Bonjour"}), cookie)
        connection.getresponse().read()
        told: list[str] = []
        while "conseiller" not in told:
            line = news.readline()
            if line.startswith(b"data: "):
                told += [message["author"] for message in json.loads(line[6:])["messages"]]
        assert told == ["client", "automatique", "conseiller"]
    assert news.read().strip().strip(b":") == b""
    connection.close()


# The pages


@pytest.mark.parametrize("phone", AGENTS)
@pytest.mark.parametrize("path", [*PUBLIC_PAGES, *CLIENT_PAGES])
def test_every_link_of_the_mended_bank_answers_and_every_number_is_fictional(louise, path, phone):
    louise.agent = AGENTS[phone]
    if path in PUBLIC_PAGES:
        louise.cookie = ""
    page = louise.text(path)
    assert [mark for mark in ("<!--#", "{{") if mark in page] == []
    links = re.findall(r' (?:href|src)="([^"]+)"', page)
    assert [link for link in links if link[0] == "/" and louise.get(link).status >= 400] == []
    assert [n for n in re.findall(r"(?:tel|sms):([^\"]+)", page) if not FICTION.fullmatch(n)] == []
    stores = {"ios": "apps.apple.com", "android": "play.google.com"}
    assert [host for on, host in stores.items() if on != phone and host in page] == []


def test_the_app_of_the_association_files_is_that_of_the_banner_and_of_the_manifest(louise):
    apple = json.loads(louise.get("/.well-known/apple-app-site-association").body)["applinks"]["details"][0]
    google = json.loads(louise.get("/.well-known/assetlinks.json").body)[0]["target"]
    manifest = json.loads(louise.get("/manifest.webmanifest").body)
    package = google["package_name"]
    assert [app.partition(".")[2] for app in apple["appIDs"]] == [package]
    related = {app["platform"]: app["url"] for app in manifest["related_applications"]}
    assert related["play"].endswith(f"id={package}")
    assert "app-id=1472583690, app-argument=http://banque.localhost/dossier" in louise.text("/dossier")
    assert related["itunes"].endswith("/id1472583690")
    assert [louise.get(icon["src"]).status for icon in manifest["icons"]] == [200] * len(manifest["icons"])


# The silent bank


@pytest.mark.parametrize("path", ["/", "/connexion", "/m/4f2a", "/contact", "/aide", "/compte", "/dossier", "/avis"])
def test_every_link_of_the_old_bank_answers_and_none_leads_to_a_person_or_the_app(silent, path):
    page = silent.text(path)
    assert [mark for mark in ("<!--#", "{{") if mark in page] == []
    links = re.findall(r' (?:href|src)="([^"]+)"', page)
    assert [link for link in links if link[0] == "/" and silent.get(link).status >= 400] == []
    assert [link for link in links if re.match(r"tel:|sms:|https:", link)] == []
    assert ("<textarea" in page, "apple-itunes-app" in page) == (False, False)


@pytest.mark.parametrize("path", ["/messages", "/lu", "/dossier", "/rendez-vous"])
def test_nothing_can_be_sent_to_the_old_bank_and_it_tells_nothing(silent, path):
    assert silent.post(path, texte="Bonjour").status == 405
    assert silent.get("/nouvelles").status == 404


@pytest.mark.parametrize("file", ["apple-app-site-association", "assetlinks.json"])
def test_the_old_bank_says_nothing_of_its_apps(silent, file):
    assert silent.get(f"/.well-known/{file}").status == 404
