"""What the collector measures must be so whatever the page does, and an element must keep its address."""

from __future__ import annotations

from typing import Any

import pytest

from parcours.facts.model import Element, PageSnapshot
from parcours.findings import Verdict
from parcours.testing import Example, Lab

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def look(lab: Lab, html: str, **more: Any) -> PageSnapshot:
    return lab.look(Example("page", "<!doctype html>" + VIEWPORT + html, Verdict.PASSED, **more))


def addresses(page: PageSnapshot, *tags: str) -> list[str]:
    return [element.address for element in page.elements(*tags)]


def only(page: PageSnapshot, tag: str) -> Element:
    (element,) = page.elements(tag)
    return element


class TestAddresses:
    def test_a_test_id_is_the_surest(self, lab: Lab) -> None:
        page = look(lab, '<button data-testid="buy" id="kaufen" class="x91">Acheter</button>')
        assert addresses(page, "button") == ["testid=buy"]

    def test_an_id_that_a_person_chose_is_next(self, lab: Lab) -> None:
        assert addresses(look(lab, '<button id="buy-now">Acheter</button>'), "button") == ["#buy-now"]

    @pytest.mark.parametrize("made", [":r1:", "ember417", "radix-3", "a3f9c2e17b", "btn-19384", "yui_3_17_2"])
    def test_an_id_that_a_machine_made_is_not_trusted(self, lab: Lab, made: str) -> None:
        page = look(lab, f'<main><button id="{made}">Acheter</button></main>')
        assert addresses(page, "button") == ['main > button "Acheter"']

    def test_re_rendering_with_other_classes_and_ids_changes_nothing(self, lab: Lab) -> None:
        shape = '<main class="{0}"><div id="ember{1}"><p class="{0}">Prix</p><a href="/a" class="{0}">Bottes</a></div></main>'
        before, after = (look(lab, shape.format(*made)) for made in (("css-1x", 101), ("css-9z", 877)))
        assert addresses(before) == addresses(after)

    def test_re_ordering_named_things_changes_no_address(self, lab: Lab) -> None:
        items = ['<a href="/a">Bottes</a>', '<a href="/b">Sandales</a>', "<button>Menu</button>"]
        before, after = look(lab, f"<nav>{''.join(items)}</nav>"), look(lab, f"<nav>{''.join(reversed(items))}</nav>")
        assert set(addresses(before)) == set(addresses(after))

    def test_counters_and_dates_in_a_name_do_not_matter(self, lab: Lab) -> None:
        before, after = (look(lab, f"<header><a href=/c>Panier ({n})</a></header>") for n in (0, 12))
        assert addresses(before, "a") == addresses(after, "a") == ['banner > link "Panier"']

    def test_what_comes_before_does_not_move_a_nameless_thing_of_another_kind(self, lab: Lab) -> None:
        before = look(lab, "<main><p>un</p><ul><li>a</li></ul></main>")
        after = look(lab, "<main><div>Promo</div><p>un</p><ul><li>a</li></ul></main>")
        assert set(addresses(before)) < set(addresses(after))

    def test_two_of_a_kind_are_told_apart(self, lab: Lab) -> None:
        page = look(lab, "<main><a href=/1>Lire</a><a href=/2>Lire</a></main>")
        assert addresses(page, "a") == ['main > link "Lire"', 'main > link "Lire" (2)']

    def test_every_address_is_unique(self, lab: Lab) -> None:
        page = look(lab, "<div><p>a</p><p>b</p></div><div><p>a</p><p>b</p></div><p id=x></p><p id=x></p>")
        found = addresses(page)
        assert len(found) == len(set(found))


class TestVisibility:
    @pytest.mark.parametrize(
        ("html", "visible"),
        [
            ("<p>here</p>", True),
            ("<p style='display:none'>here</p>", False),
            ("<div style='display:none'><p>here</p></div>", False),
            ("<p style='visibility:hidden'>here</p>", False),
            ("<div style='opacity:0'><p>here</p></div>", False),
            ("<p style='position:absolute;left:-9999px'>here</p>", False),
            ("<p style='position:absolute;clip:rect(0,0,0,0);width:1px;height:1px;overflow:hidden'>here</p>", False),
            ("<p style='clip-path:inset(50%);position:absolute'>here</p>", False),
            ("<div style='height:0;overflow:hidden'><p>here</p></div>", False),
            ("<div style='height:0;overflow:hidden'><p style='position:absolute'>here</p></div>", True),
            (
                "<div style='height:0;overflow:hidden;position:relative'><p style='position:absolute'>here</p></div>",
                False,
            ),
            ("<div style='height:9px;overflow:auto'><p style='margin-top:99px'>here</p></div>", True),
            ("<div style='margin-top:5000px'><p>here</p></div>", True),
            ("<details><summary>more</summary><p>here</p></details>", False),
            ("<details open><summary>more</summary><p>here</p></details>", True),
        ],
    )
    def test_visible_is_what_a_person_can_come_to_see(self, lab: Lab, html: str, visible: bool) -> None:
        assert only(look(lab, html), "p").visible is visible

    def test_what_lies_over_a_target_is_named(self, lab: Lab) -> None:
        bar = '<div id="cookies" style="position:fixed;inset:0">Cookies</div>'
        assert only(look(lab, f"<button>Acheter</button>{bar}"), "button").covered_by == "#cookies"
        assert only(look(lab, "<button>Acheter <b>tout</b></button>"), "button").covered_by == ""


class TestFrames:
    OTHERS = {  # noqa: RUF012
        "https://shop.example/inner": "<style>body{margin:0}</style><button>inside</button>",
        "https://other.example/": "<style>body{margin:0}</style><button>across</button>",
    }

    @pytest.mark.parametrize("url", OTHERS)
    def test_a_frame_is_looked_into_and_placed(self, lab: Lab, url: str) -> None:
        html = f'<style>body{{margin:0}}iframe{{border:0;margin-top:100px;display:block}}</style><iframe src="{url}"></iframe>'
        page = look(lab, html, others=self.OTHERS)
        button = only(page, "button")
        assert (button.visible, page.on_page(button)[:2]) == (True, (0, 100))

    def test_what_is_in_a_hidden_frame_is_hidden(self, lab: Lab) -> None:
        page = look(lab, '<iframe src="https://shop.example/inner" style="display:none"></iframe>', others=self.OTHERS)
        assert [element.tag for element in page.visible("button")] == []

    def test_open_shadow_roots_are_looked_into(self, lab: Lab) -> None:
        page = look(
            lab,
            "<div id=host></div><script>host.attachShadow({mode:'open'}).innerHTML='<button>deep</button>'</script>",
        )
        assert [(button.name, button.visible) for button in page.elements("button")] == [("deep", True)]

    def test_closed_shadow_roots_are_at_least_counted(self, lab: Lab) -> None:
        page = look(lab, "<div id=host></div><script>host.attachShadow({mode:'closed'}).innerHTML='x'</script>")
        assert page.main.prompts == ("closed-shadow",)


TAMPERED = {
    "array": "Array.prototype.push = Array.prototype.map = Array.prototype.filter = () => []",
    "json": "JSON.stringify = () => '{}'; Object.prototype.toJSON = () => 'fake'",
    "query": "document.getElementsByTagName = document.querySelectorAll = () => []",
    "getters": "Object.defineProperty(Element.prototype, 'shadowRoot', {get() { throw 1 }});"
    "Element.prototype.getBoundingClientRect = () => ({left: 0, top: 0, width: 0, height: 0})",
    "promise": "window.Promise = function () { throw 1 }",
    "style": "window.getComputedStyle = () => ({})",
    "events": "EventTarget.prototype.dispatchEvent = () => false",
    "freeze": "Object.freeze(Object.prototype); Object.freeze(Array.prototype)",
}


class TestHostilePages:
    @pytest.mark.parametrize("how", TAMPERED)
    def test_a_page_that_replaced_its_built_ins_is_read_right(self, lab: Lab, how: str) -> None:
        body = "<h1>Titre</h1><a href=/x>Lien</a><button>Bouton</button>"
        page = look(lab, f"<script>{TAMPERED[how]}</script>{body}")
        assert [(e.tag, e.name, e.visible) for e in page.elements("h1", "a", "button")] == [
            ("h1", "Titre", True),
            ("a", "Lien", True),
            ("button", "Bouton", True),
        ]

    def test_fields_that_hide_a_forms_own_properties_do_no_harm(self, lab: Lab) -> None:
        names = [
            "tagName",
            "localName",
            "childNodes",
            "attributes",
            "getAttribute",
            "parentNode",
            "nodeType",
            "children",
            "style",
        ]
        fields = "".join(f"<input name={name}>" for name in names)
        page = look(lab, f"<form name=body>{fields}<img name=title></form><button>Bouton</button>")
        assert [e.tag for e in page.elements("form", "button")] == ["form", "button"]

    def test_what_was_typed_is_never_read(self, lab: Lab) -> None:
        page = look(
            lab,
            '<input id=pin value="geheim-1"><textarea id=note>geheim-2</textarea>'
            "<script>pin.value = 'geheim-3'; note.value = 'geheim-4'</script>",
        )
        assert "geheim" not in repr(page.frames[0].elements)

    @pytest.mark.parametrize(
        "text", ["\\\\ud800", "a" * 199 + "\\u{1F600}", "\\ud800 and \\udfff", "\\\\\\\\ud83d", "\\0\\x1b"]
    )
    def test_text_that_is_no_text_does_no_harm(self, lab: Lab, text: str) -> None:
        page = look(lab, f"<p id=x></p><button>Bouton</button><script>x.textContent = '{text}'</script>")
        page.main.elements[2].text.encode()
        assert [e.name for e in page.elements("button")] == ["Bouton"]

    def test_a_page_of_too_many_elements_says_so(self, lab: Lab) -> None:
        page = look(lab, "<p>x</p>" * 7000)
        assert (len(page.main.elements), page.main.truncated) == (6000, True)
        assert page.gaps == ("only the first 6000 elements were looked at",)

    def test_a_strict_content_policy_keeps_nothing_from_us(self, lab: Lab) -> None:
        policy = {"content-security-policy": "default-src 'none'; require-trusted-types-for 'script'"}
        assert [e.name for e in look(lab, "<button>Bouton</button>", headers=policy).elements("button")] == ["Bouton"]


def test_served_and_rendered_meta_tags_are_told_apart(lab: Lab) -> None:
    late = "<script>document.head.insertAdjacentHTML('beforeend', '<meta name=apple-itunes-app content=app-id=1>')</script>"
    page = look(lab, late + "<!-- <meta name=apple-itunes-app content=app-id=2> -->")
    assert [meta.content for meta in page.metas("apple-itunes-app")] == ["app-id=1"]
    assert [meta.content for meta in page.served_metas("apple-itunes-app")] == []


def test_what_a_page_asks_for_unasked_is_noted(lab: Lab) -> None:
    page = look(
        lab, "<script>Notification.requestPermission(); navigator.setAppBadge && navigator.setAppBadge(1)</script>"
    )
    assert set(page.main.prompts) >= {"notification unasked"}


def test_text_that_runs_out_of_its_box_is_measured(lab: Lab) -> None:
    long = only(look(lab, f"<p>{'W' * 80}</p>"), "p")
    assert long.text_box is not None
    assert long.text_box.width > long.box.width
    assert only(look(lab, "<p>short</p>"), "p").text_box is None


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        ("Ach<b>eter</b>", "Acheter"),
        ("<div>Les</div><div>bottes</div>", "Les bottes"),
        ("<noscript><img src=x></noscript>Voir", "Voir"),
        ("<style>.a{}</style><script>1</script>Voir", "Voir"),
        ('<img alt="Le panier">', "Le panier"),
        ("<svg><title>Menu</title></svg>", "Menu"),
    ],
)
def test_a_controls_name_is_what_a_person_reads(lab: Lab, inside: str, name: str) -> None:
    assert [button.name for button in look(lab, f"<button>{inside}</button>").elements("button")] == [name]
