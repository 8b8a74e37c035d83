from __future__ import annotations

import pytest

from parcours.facts import plugins
from parcours.facts.model import Element


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("intro.swf", plugins.FLASH),
        ("/media/INTRO.SWF?a=1#b", plugins.FLASH),
        ("data:application/x-shockwave-flash;base64,AAAA", plugins.FLASH),
        ("http://download.macromedia.com/pub/shockwave/cabs/flash/swflash.cab#version=9", plugins.FLASH),
        ("//www.youtube.com/v/abc", plugins.FLASH),
        ("app.xap", plugins.SILVERLIGHT),
        ("a.jar, b.jar", plugins.JAVA),
        ("film.wmv", plugins.WINDOWS_MEDIA),
        ("https://www.apple.com/qtactivex/qtplugin.cab", plugins.QUICKTIME),
        ("https://www.youtube.com/embed/abc", None),
        ("/swf/page.html", None),
        ("/film.swf.html", None),
        ("film.mp4?old=film.swf", None),
        ("data:image/png;base64,AAAA", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_an_address_tells_its_plug_in(url: str, expected: plugins.PlugIn | None) -> None:
    assert plugins.by_url(url) is expected


@pytest.mark.parametrize(
    ("classid", "expected"),
    [
        ("clsid:D27CDB6E-AE6D-11CF-96B8-444553540000", plugins.FLASH),
        (" CLSID:{d27cdb6e-ae6d-11cf-96b8-444553540000}", plugins.FLASH),
        ("clsid:CAFEEFAC-0017-0000-FFFF-ABCDEFFEDCBA", plugins.JAVA),
        ("java:Rates.class", plugins.JAVA),
        ("clsid:00000000-0000-0000-0000-000000000000", plugins.ACTIVEX),
        ("D27CDB6E-AE6D-11CF-96B8-444553540000", None),
        ("", None),
    ],
)
def test_a_classid_tells_its_plug_in(classid: str, expected: plugins.PlugIn | None) -> None:
    assert plugins.by_classid(classid) is expected


@pytest.mark.parametrize(
    ("mime", "expected"),
    [
        ("Application/X-Shockwave-Flash", plugins.FLASH),
        ("application/x-java-applet;jpi-version=1.6", plugins.JAVA),
        ("application/x-silverlight-2", plugins.SILVERLIGHT),
        ("video/mp4", None),
        ("", None),
    ],
)
def test_a_mime_type_tells_its_plug_in(mime: str, expected: plugins.PlugIn | None) -> None:
    assert plugins.by_mime(mime) is expected


def test_no_two_plug_ins_share_a_mark() -> None:
    for kind in ("mimes", "classids", "suffixes", "addresses", "globals"):
        marks = [mark for plugin in plugins.PLUG_INS for mark in getattr(plugin, kind)]
        assert len(marks) == len(set(marks)), kind


def test_marks_are_written_as_they_are_compared() -> None:
    marks = [m for p in plugins.PLUG_INS for m in (*p.mimes, *p.classids, *p.suffixes, *p.addresses, *p.links)]
    assert [mark for mark in (*marks, *plugins.INSTALLERS) if mark != mark.lower()] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Get Adobe Flash Player", "Flash Player"),
        ("You need to upgrade your Flash Player", "Flash Player"),
        ("JavaScript is on, but you must have Flash", "Flash"),
        ("Pour visionner cette vidéo, installez Adobe Flash Player.", "Flash Player"),
        ("Vous avez besoin de Java pour lancer l'application", "Java"),
        ("Bitte laden Sie sich den aktuellen Flash Player herunter.", "Flash Player"),
        ("Den Flash Player jetzt installieren", "Flash Player"),
        ("Necesita Adobe Flash Player para ver este contenido", "Flash Player"),
        ("Scarica Flash Player", "Flash Player"),
        ("Installeer de nieuwste versie van Flash Player", "Flash Player"),
        ("Download the latest version of QuickTime", "QuickTime"),
        ("Install missing plugins", "a plug-in"),
    ],
)
def test_a_prompt_is_read_in_six_languages(text: str, name: str) -> None:
    said = plugins.prompt(text)
    assert said.lower().removeprefix("adobe ") == name.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Flash sale: get 20% off",
        "Get Flash deals",
        "News flash: you must have heard",
        "Adobe urges users to update Flash Player",
        "You need JavaScript",
        "Download Javanese music",
        "Get Java island coffee",
        "Install our WordPress plugin",
        "Vente flash : vous avez besoin d'un canapé ?",
        "Flash info : mettez à jour vos données",
        "To see the flash floods you need to update",
        "You must see The Flash Gordon film",
    ],
)
def test_other_flashes_are_no_prompt(text: str) -> None:
    assert plugins.prompt(text) == ""


def test_reading_a_long_text_does_not_take_long_because_of_its_shape() -> None:
    assert plugins.prompt("you need to please install the " * 100 + "flash " * 100) == ""


@pytest.mark.parametrize(
    ("attrs", "expected"),
    [
        ({"language": "VBScript"}, True),
        ({"type": "text/vbscript"}, True),
        ({"src": "a.vbs?1"}, True),
        ({"src": "a.js"}, False),
    ],
)
def test_vbscript_is_known_by_its_attributes(attrs: dict[str, str], expected: bool) -> None:
    assert plugins.is_vbscript(Element("s", "script", attrs=attrs)) is expected
