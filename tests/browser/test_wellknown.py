"""The files beside a page, asked of real servers."""

from collections.abc import Mapping
from dataclasses import replace

from parcours.browser.apart import run_to_end
from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings, browsers
from parcours.browser.wellknown import Beside, WellKnownFiles
from parcours.facts.model import Element, FrameFacts, Hop, PageSnapshot, WellKnown
from servers import Answer, serving

APPLE = "/.well-known/apple-app-site-association"
ANDROID = "/.well-known/assetlinks.json"
JSON = {"Content-Type": "application/json; charset=utf-8"}


def beside(*pages: PageSnapshot) -> list[Beside]:
    async def ask() -> list[Beside]:
        found = find_browser("chromium")
        async with browsers(LaneSettings(executable=found.executable, sandbox=found.sandbox)) as pool:
            context = await (await pool.get("chromium")).new_context()
            files = WellKnownFiles()
            return [await files.beside(context.request, page) for page in pages]

    return run_to_end(ask())


def page(url: str, *, manifest: str = "", start: str = "") -> PageSnapshot:
    links = (Element("link", "link", attrs={"rel": "manifest", "href": manifest}),) if manifest else ()
    way = (Hop(start or url, 302 if start else 200), Hop(url, 200))
    return PageSnapshot(url=url, frames=(FrameFacts(url=url, elements=links),), navigation=way)


SITE: Mapping[str, Answer | str] = {
    APPLE: Answer('{"applinks": {}}', headers=JSON),
    ANDROID: Answer("moved", 301, {"Location": "/elsewhere.json"}),
    "/elsewhere.json": Answer("[]", headers=JSON),
    "/app.webmanifest": Answer("moved", 302, {"Location": "/manifest.json"}),
    "/manifest.json": Answer("{}", headers=JSON),
}


def test_files_are_told_as_they_are_served_and_only_the_manifest_s_redirect_is_followed() -> None:
    with serving(SITE) as site:
        (found,) = beside(page(f"{site.url}/offer", manifest="/app.webmanifest"))
    assert found == Beside(
        WellKnown(f"{site.url}{APPLE}", 200, "application/json", '{"applinks": {}}', "", 16),
        WellKnown(f"{site.url}{ANDROID}", 301, "text/html", "", f"{site.url}/elsewhere.json"),
        WellKnown(f"{site.url}/app.webmanifest", 200, "application/json", "{}", "", 2),
    )


def test_the_script_of_the_worker_that_the_page_registers_is_asked_for_as_it_stands() -> None:
    script = Answer("self.onpush = show", headers={"Content-Type": "text/javascript"})
    with serving({"/sw.js": script, "/moved.js": Answer("moved", 302, {"Location": "/sw.js"})}) as site:
        pages = [page(site.url), page(site.url), page(site.url)]
        said = [f"worker {site.url}/sw.js ", f"worker {site.url}/moved.js ", "worker https://cdn.example/sw.js "]
        heard = [
            replace(one, frames=(replace(one.main, prompts=(word,)),)) for one, word in zip(pages, said, strict=True)
        ]
        found = [one.worker for one in beside(*heard)]
    assert found == [
        WellKnown(f"{site.url}/sw.js", 200, "text/javascript", "self.onpush = show", "", 18),
        WellKnown(f"{site.url}/moved.js", 302, "text/html", "", f"{site.url}/sw.js"),
        None,
    ]


def test_a_large_file_is_cut_and_its_size_is_told() -> None:
    with serving({APPLE: Answer("x" * 200_000, headers=JSON)}) as site:
        (found,) = beside(page(site.url))
    assert found.aasa
    assert (len(found.aasa.text), found.aasa.size) == (128 * 1024, 200_000)


def test_the_host_that_the_way_began_at_is_asked_too() -> None:
    with serving(SITE) as site, serving({}) as short:
        start = short.url.replace("127.0.0.1", "localhost")
        (found,) = beside(page(f"{site.url}/offer", start=f"{start}/1"))
    assert found.entry_aasa == WellKnown(f"{start}{APPLE}", 404, "text/html", "")


def test_each_file_is_asked_for_once_and_never_for_a_page_over_plain_http() -> None:
    with serving(SITE) as site:
        first, second, plain = beside(page(f"{site.url}/a"), page(f"{site.url}/b"), page("http://shop.example/"))
    assert (first, sorted(site.asked), plain) == (second, [APPLE, ANDROID], Beside())


def test_a_host_that_does_not_answer_has_status_0() -> None:
    with serving({}) as site:
        pass
    (found,) = beside(page(site.url))
    assert found.aasa == WellKnown(f"{site.url}{APPLE}", 0, "", "")
