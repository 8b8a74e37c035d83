"""Sitemaps are fetched from real servers: within the site, as robots.txt asks, packed or not."""

from __future__ import annotations

import gzip

import pytest

from parcours.errors import UsageError
from parcours.running.sitemaps import Named, pages_of
from servers import Answer, serving


def urlset(*urls: str) -> str:
    return f"<urlset>{''.join(f'<url><loc>{url}</loc></url>' for url in urls)}</urlset>"


def test_a_sites_sitemaps_are_found_by_its_robots_txt_and_read_to_the_last() -> None:
    pages: dict[str, Answer | str] = {}
    with serving(pages) as site, serving({"/x.xml": urlset("http://elsewhere.example/")}) as other:
        index = "".join(
            f"<sitemap><loc>{url}</loc></sitemap>" for url in (f"{site.url}/b.xml.gz", f"{other.url}/x.xml")
        )
        pages |= {
            "/robots.txt": f"User-agent: *\nDisallow: /cart\nSitemap: {site.url}/index.xml\n",
            "/index.xml": f"<sitemapindex>{index}</sitemapindex>",
            "/b.xml.gz": Answer(
                gzip.compress(urlset(f"{site.url}/", f"{site.url}/cart", "https://bank.example/").encode())
            ),
            "/moved.xml": Answer("", 302, {"Location": f"{other.url}/x.xml"}),
        }
        assert pages_of(site.url) == Named((f"{site.url}/",), elsewhere=1, unwanted=1)
        assert other.asked == []
        with pytest.raises(UsageError, match="no sitemap is to be had"):
            pages_of(f"{site.url}/moved.xml")
        assert other.asked == []


@pytest.mark.parametrize("body", [Answer("", 404), Answer(b"\x1f\x8bnot packed")])
def test_no_sitemap_is_told_with_what_to_do(body: Answer) -> None:
    with serving({"/sitemap.xml": body}) as site, pytest.raises(UsageError, match="--urls FILE"):
        pages_of(f"{site.url}/sitemap.xml")
