import http.client
import threading

import pytest

from parcours.demo import pages
from parcours.demo.server import Served, serve
from parcours.errors import UsageError

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 Version/15.0 Mobile/15E148 Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36"


@pytest.fixture(scope="module")
def before():
    with serve("shop-before") as shop:
        yield shop


@pytest.fixture(scope="module")
def after():
    with serve("shop-after") as shop:
        yield shop


class Said:
    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.status, self.body = answer.status, answer.read()
        self.headers = {name.lower(): value for name, value in answer.getheaders()}
        self.text = self.body.decode("utf-8", "replace")

    @property
    def mime(self) -> str:
        return self.headers["content-type"]


def ask(site: Served, target: str, *, method: str = "GET", body: str | None = None, **headers: str) -> Said:
    """One request, its target sent exactly as it is written."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    try:
        connection.request(method, target, body=body, headers=headers)
        return Said(connection.getresponse())
    finally:
        connection.close()


def test_each_site_has_a_port_of_its_own(before, after):
    assert len({before.port, after.port, 0}) == 3
    assert before.url == f"http://127.0.0.1:{before.port}/"


def test_a_site_that_was_closed_does_not_answer_any_more():
    site = serve("shop-after")
    assert ask(site, "/").status == 200
    site.close()
    site.close()
    with pytest.raises(ConnectionError):
        ask(site, "/")


def test_closing_does_not_wait_for_an_idle_browser():
    site = serve("shop-after")
    idle = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    idle.request("GET", "/")
    assert idle.getresponse().read()
    closing = threading.Thread(target=site.close)
    closing.start()
    closing.join(timeout=10)
    assert not closing.is_alive()
    idle.close()


def test_a_site_that_does_not_exist_is_refused_with_the_nearest_name():
    with pytest.raises(UsageError) as refused:
        serve("shop-befor")
    assert "shop-before" in refused.value.tip


@pytest.mark.parametrize("name", pages.names())
def test_every_site_has_a_home_and_a_page_404(name):
    with serve(name) as site:
        assert (ask(site, "/").status, ask(site, "/").mime) == (200, "text/html; charset=utf-8")
        missing = ask(site, "/no-such-page")
        assert (missing.status, missing.mime) == (404, "text/html; charset=utf-8")
        assert "<h1" in missing.text


@pytest.mark.parametrize(
    ("target", "mime"),
    [
        ("/printemps?src=lettre", "text/html; charset=utf-8"),
        ("/printemps.html", "text/html; charset=utf-8"),
        ("/bottines/lison", "text/html; charset=utf-8"),
        ("/bottines/%6Cison", "text/html; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/pointure.js", "text/javascript; charset=utf-8"),
        ("/images/lison.svg", "image/svg+xml"),
        ("/images/icone-512.png", "image/png"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/.well-known/apple-app-site-association", "application/json"),
        ("/.well-known/assetlinks.json", "application/json"),
    ],
)
def test_what_the_mended_shop_serves_has_its_right_type(after, target, mime):
    said = ask(after, target)
    assert (said.status, said.mime) == (200, mime)
    assert said.headers["content-length"] == str(len(said.body))


def test_the_old_shop_serves_its_film_as_flash(before):
    film = ask(before, "/film-printemps.swf")
    assert (film.status, film.mime, film.body[:3]) == (200, "application/x-shockwave-flash", b"FWS")


@pytest.mark.parametrize("file", ["apple-app-site-association", "assetlinks.json"])
def test_the_old_shop_says_nothing_of_its_apps(before, file):
    assert ask(before, f"/.well-known/{file}").status == 404


def test_head_says_what_get_says_and_sends_no_body(after):
    full, head = ask(after, "/printemps"), ask(after, "/printemps", method="HEAD")
    assert head.body == b""
    assert (head.status, head.mime, head.headers["content-length"]) == (200, full.mime, str(len(full.body)))


@pytest.mark.parametrize(
    "target",
    [
        "/bottines",
        "/bottines/",
        "/images/",
        "/images",
        "/.well-known",
        "/printemps/",
        "/bottines//lison",
        "/parts/header.html",
        "/./style.css",
        "/../shop-before/index.html",
        "/%2e%2e/shop-before/index.html",
        "/..%2fshop-before%2findex.html",
        "/..%5cshop-before%5cindex.html",
        "/%2e%2e/%2e%2e/pages.py",
        "/images/../../../pages.py",
        "//etc/passwd",
        "/style.css%00.html",
        "/.git/config",
        "//[",
    ],
)
def test_folders_parts_and_everything_outside_the_site_are_not_found(after, target):
    said = ask(after, target)
    assert (said.status, '<h1 id="titre">Cette page n’existe pas</h1>' in said.text) == (404, True)


def test_a_link_that_leads_out_of_the_site_is_not_followed(tmp_path):
    site, secret = tmp_path / "site", tmp_path / "secret.txt"
    site.mkdir()
    secret.write_text("secret")
    (site / "notes.txt").symlink_to(secret)
    (site / "plain.txt").write_text("plain")
    assert pages.find(site, "/notes.txt") is None
    assert pages.find(site, "/plain.txt") == site / "plain.txt"


@pytest.mark.parametrize(
    ("agent", "stores"),
    [(IPHONE, {"apps.apple.com"}), (ANDROID, {"play.google.com"}), ("", {"apps.apple.com", "play.google.com"})],
)
def test_each_phone_is_led_to_its_own_store(after, agent, stores):
    said = ask(after, "/printemps", **{"User-Agent": agent})
    assert {host for host in ("apps.apple.com", "play.google.com") if f'href="https://{host}/' in said.text} == stores
    assert said.headers["vary"] == "User-Agent"


def test_a_page_knows_its_own_address_and_escapes_it(after):
    said = ask(after, "/printemps?src=lettre", Host='bottines.localhost"><script>')
    assert "app-argument=http://bottines.localhost&quot;&gt;&lt;script&gt;/printemps" in said.text


def test_no_mark_of_a_page_reaches_the_reader():
    for name in ("shop-before", "shop-after"):
        for file in (pages.SITES / name).rglob("*.html"):
            if pages.PARTS not in file.parts:
                text = pages.compose(file, pages.SITES / name / pages.PARTS, here="http://x/", on="ios")
                assert [mark for mark in ("<!--#", "{{") if mark in text] == [], file


def test_a_site_may_hold_only_what_differs_from_another(tmp_path):
    base, over = tmp_path / "base", tmp_path / "over"
    for folder, words in ((base, "old"), (over, "new")):
        (folder / "parts").mkdir(parents=True)
        (folder / "parts" / "head.html").write_text(words)
    (base / "parts" / "foot.html").write_text("foot")
    (base / "index.html").write_text("<!--#include head.html--> <!--#include foot.html-->")
    (base / "404.html").write_text("lost")
    (over / ".base").write_text("base\n")
    assert pages.answer(over, "/").body == b"new foot"
    assert pages.answer(base, "/").body == b"old foot"
    assert (pages.answer(over, "/x").status, pages.answer(over, "/x").body) == (404, b"lost")
    assert pages.answer(over, "/.base").body == b"lost"


def test_a_form_is_thanked_for_and_leads_to_a_page(after):
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    said = ask(after, "/contact", method="POST", body="nom=Camille", **form)
    assert (said.status, said.headers["location"]) == (303, "/merci")
    assert ask(after, "/merci").status == 200


def test_a_site_without_a_page_of_thanks_takes_no_form(before):
    assert ask(before, "/contact", method="POST", body="nom=Camille").status == 405


def test_a_form_without_a_length_or_too_long_is_refused(after):
    assert ask(after, "/contact", method="POST", body=None, **{"Content-Length": "9999999"}).status == 413
    assert ask(after, "/contact", method="POST", body=None, **{"Content-Length": "-1"}).status == 413


def test_the_server_prints_nothing(after, capfd):
    ask(after, "/printemps")
    ask(after, "/no-such-page")
    assert capfd.readouterr() == ("", "")
