"""An agency's own report: its brand file is safe, its colours are readable, its templates change blocks alone."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from parcours.browser.print_pdf import print_report
from parcours.errors import ToolError, UsageError
from parcours.facts.colour import LEAST, Colour, contrast
from parcours.reporting import Options, load_run, reports
from parcours.reporting.brand import DARK, LIGHT, Brand, Reach, load_brand, readable
from parcours.reporting.html import write_html
from parcours.reporting.run import Run
from reporting import factory

WHOLE = """\
name = "Agence Horizon"
logo = "logo.png"
lang = "fr"
introduction = '''
Ce que vos clients
vivent.

<b>Deux téléphones.</b>'''
templates = "templates"

[contact]
name = "Camille Martin"
email = "camille@agence.example"
phone = "+33 (0)1 23 45 67 89"
url = "https://agence.example/"

[colours]
accent = "#ffb000"
band = "#214"
"""


@pytest.fixture
def home(tmp_path) -> Path:
    (tmp_path / "templates").mkdir()
    Image.new("RGBA", (400, 400), "#ffb000").save(tmp_path / "logo.png")
    (tmp_path / "brand.toml").write_text(WHOLE, encoding="utf-8")
    return tmp_path


def brand(home: Path, text: str) -> Brand:
    (home / "brand.toml").write_text(text, encoding="utf-8")
    return load_brand(home / "brand.toml")


def told(home: Path, whose: Brand) -> str:
    return write_html(Run(results=(factory.letter("iphone"),)), home / "r.html", Options(brand=whose)).read_text(
        "utf-8"
    )


def test_a_brand_is_read_whole(home):
    found = load_brand(home / "brand.toml")
    assert (found.name, found.lang, found.templates) == ("Agence Horizon", "fr", home / "templates")
    assert found.introduction == ("Ce que vos clients vivent.", "<b>Deux téléphones.</b>")
    assert found.contact == (
        Reach("Camille Martin"),
        Reach("camille@agence.example", "mailto:camille@agence.example"),
        Reach("+33 (0)1 23 45 67 89", "tel:+330123456789"),
        Reach("agence.example", "https://agence.example/"),
    )
    assert found.accent == Colour(1, 176 / 255, 0)
    assert found.band
    assert found.band.hex == "#221144"
    assert found.logo_size == (192, 192)
    with Image.open(io.BytesIO(found.logo_bytes)) as logo:
        assert (logo.format, logo.size) == ("WEBP", (192, 192))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("naem = 'x'", "naem is not known in a brand file\n  tip: did you mean 'name'"),
        ("name = 3", "name must be a text of at most 80 characters, not 3"),
        ("lang = 'de'", "lang must be en or fr, not 'de'"),
        ("[colours]\naccent = 'red; } body { display: none'", "colours.accent must be a colour as #rrggbb"),
        ("[colours]\nlinks = '#fff'", "colours.links is not known"),
        ("colours = '#fff'", "colours must be a table"),
        ("[contact]\nurl = 'javascript:alert(1)'", "contact.url must be a web address"),
        ("[contact]\nemail = 'a b@c'", "contact.email must be an e-mail address"),
        ("[contact]\nphone = 'call me'", "contact.phone must be a telephone number"),
        ("logo = '../logo.png'", "logo must be within the folder"),
        ("logo = '/etc/hostname'", "logo must be within the folder"),
        ("logo = 'gone.png'", "logo: there is no file"),
        ("logo = 'brand.toml'", "is no PNG, JPEG or WebP picture"),
        ("templates = 'gone'", "templates: there is no folder"),
        ("name = ", "cannot be read"),
    ],
)
def test_a_wrong_brand_says_where_and_what_to_do(home, text, said):
    with pytest.raises(UsageError) as refused:
        brand(home, text)
    assert said in str(refused.value)
    assert str(home / "brand.toml") in str(refused.value)
    assert refused.value.tip


def test_a_drawing_that_may_hold_a_script_is_no_logo(home):
    (home / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    with pytest.raises(UsageError, match="an SVG can hold a script"):
        brand(home, "logo = 'logo.svg'")


def test_a_link_out_of_the_folder_is_no_logo(home, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.png"
    Image.new("RGB", (4, 4)).save(elsewhere)
    (home / "linked.png").symlink_to(elsewhere)
    with pytest.raises(UsageError, match="must be within the folder"):
        brand(home, "logo = 'linked.png'")


@pytest.mark.parametrize("text", ["#ffffff", "#000000", "#ffb000", "#7a1f5c", "#808080", "#ffff00"])
def test_text_in_any_accent_can_be_read_in_light_and_in_the_dark(home, text):
    accent = brand(home, f"[colours]\naccent = '{text}'").accent
    assert accent
    for grounds in (LIGHT, DARK):
        shown = readable(accent, grounds)
        assert min(contrast(shown, ground) for ground in grounds) >= LEAST


def test_an_accent_that_can_be_read_is_left_as_it_is():
    plum = Colour(122 / 255, 31 / 255, 92 / 255)
    assert readable(plum, LIGHT) == plum
    assert readable(plum, DARK) != plum


@pytest.mark.parametrize(("band", "ink"), [("#221144", "#ffffff"), ("#ffb000", "#000000"), ("#777777", "#000000")])
def test_what_stands_on_the_band_can_be_read(home, band, ink):
    assert f".band {{ background: {band}; color: {ink}; }}" in brand(home, f"[colours]\nband = '{band}'").style


def test_the_report_is_the_agency_s(home):
    text = told(home, load_brand(home / "brand.toml"))
    assert "<p>Agence Horizon</p>" in text
    assert "&lt;b&gt;Deux téléphones.&lt;/b&gt;" in text
    assert text.count('href="mailto:camille@agence.example"') == 2
    assert text.count('<img class="logo"') == 1


def test_without_a_brand_nothing_of_one_is_there(home):
    assert [
        word
        for word in ('class="band"', 'class="logo"', 'class="introduction"', 'class="contact"')
        if word in told(home, Brand())
    ] == []


BEGIN = '{% extends "parcours/report.html" %}'


def test_a_template_changes_a_block_and_what_it_prints_is_escaped(home):
    block = '{% block tiles %}<p id="mine">{{ view.title }} {{ "<script>alert(1)</script>" }}</p>{{ super() }}{% endblock %}'
    (home / "templates/report.html").write_text(BEGIN + block)
    text = told(home, load_brand(home / "brand.toml"))
    assert '<p id="mine">Mobile journey report &lt;script&gt;alert(1)&lt;/script&gt;</p>' in text
    assert '<dl class="tiles' in text
    assert text.count("<script") == 1


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (
            "{% block tiles %}{% autoescape false %}{{ 1 }}{% endautoescape %}{% endblock %}",
            r"report.html:1: escaping stays on",
        ),
        ("{% block tiles %}{{ view.title|safe }}{% endblock %}", r"report.html:1: No filter named 'safe'"),
        ("{% block tiles %}{{ view.titel }}{% endblock %}", r"has no attribute 'titel'"),
        ("{% block tiles %}\n{% if %}{% endblock %}", r"report.html:2: Expected an expression"),
        ("{% block tiles %}{{ view.__class__.__mro__ }}{% endblock %}", r"access to attribute '__class__'"),
    ],
    ids=["autoescape", "safe", "misspelt", "syntax", "sandbox"],
)
def test_a_template_that_is_wrong_says_where(home, block, said):
    (home / "templates/report.html").write_text(BEGIN + block)
    with pytest.raises(UsageError, match=said):
        told(home, load_brand(home / "brand.toml"))


def test_a_style_of_one_s_own_comes_after_ours(home):
    (home / "templates/report.css").write_text("h1 { color: teal; }")
    text = told(home, load_brand(home / "brand.toml"))
    assert text.index("h1 { color: teal; }") < text.index("</style>")
    (home / "templates/report.css").write_text("</style><script>alert(1)</script>")
    with pytest.raises(UsageError, match="a style sheet holds no tags"):
        told(home, load_brand(home / "brand.toml"))


def printed(file: Path) -> bytes:
    """In a thread of its own: a synchronous Playwright leaves a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(print_report, file).result()


def test_the_pdf_has_bookmarks_page_numbers_and_all_pictures(story_run, home):
    whose = load_brand(home / "brand.toml")
    file = reports()["pdf"].write(load_run(story_run), home / "r.pdf", Options(brand=whose, printer=printed))
    with pypdfium2.PdfDocument(file) as paper:
        pages = len(paper)
        assert pages > 4
        marks = [mark.get_title().strip() for mark in paper.get_toc()]
        numbered = [f"{n} / {pages}" in paper[n - 1].get_textpage().get_text_bounded() for n in range(1, pages + 1)]
        images = sum(1 for page in paper for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    assert marks[0] == "Customers get stuck on 1 of 2 journeys."
    assert {"What to do first", "At a glance", "Web", "App", "Customer care"} <= set(marks)
    assert all(numbered)
    assert images >= 14


def test_a_pdf_needs_somebody_who_prints(tmp_path):
    with pytest.raises(ToolError, match="a PDF needs a browser"):
        reports()["pdf"].write(Run(), tmp_path / "r.pdf", Options())
