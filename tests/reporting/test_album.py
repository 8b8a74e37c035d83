"""The pictures of a report: each is read once, is a picture indeed, and has one copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from parcours.facts.geometry import Box
from parcours.reporting.album import MOST_PIXELS, PREFIX, Album, Beside, Inside, part_of
from parcours.reporting.pictures import Crop, Picture


def drawing(folder: Path, name: str, kind: str = "WEBP", size: tuple[int, int] = (64, 64)) -> Picture:
    image = Image.effect_noise(size, ord(name[0])).convert("RGB")
    image.save(folder / name, kind)
    return Picture(name.partition(".")[0], folder / name, *size, "")


def test_pictures_alone_are_shown_whatever_a_file_is_called(tmp_path):
    (tmp_path / "evil.webp").write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
    (tmp_path / "empty.webp").write_bytes(b"")
    (tmp_path / "torn.webp").write_bytes(b"\x89PNG\r\n\x1a\n torn")
    names = ("evil", "empty", "torn", "gone")
    pictures = [drawing(tmp_path, "a.webp"), *(Picture(n, tmp_path / f"{n}.webp", 1, 1, "") for n in names)]
    with Album(pictures) as album:
        inside = Inside(album)
        assert [picture.id for picture in pictures if picture.id in inside] == ["a"]
        assert inside["a"].startswith(PREFIX)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_whatever_a_browser_took_becomes_webp(tmp_path, kind):
    with Album([drawing(tmp_path, "a.picture", kind)]) as album:
        data = album.photos["a"].file.read_bytes()
    assert (data[:4], data[8:12]) == (b"RIFF", b"WEBP")


def test_webp_is_taken_as_it_stands(tmp_path):
    picture = drawing(tmp_path, "a.webp")
    with Album([picture]) as album:
        assert album.photos["a"].file == picture.file


def test_a_picture_of_far_too_many_pixels_is_not_opened(tmp_path):
    Image.new("1", (MOST_PIXELS // 1000 + 1, 1000)).save(tmp_path / "a.png")
    with Album([Picture("a", tmp_path / "a.png", 10, 10, "")]) as album:
        assert album.photos == {}


def test_what_is_shown_several_times_lies_in_the_store_once(tmp_path):
    first, alone = drawing(tmp_path, "a.webp"), drawing(tmp_path, "c.webp")
    (tmp_path / "b.webp").write_bytes(first.file.read_bytes())
    twin = Picture("b", tmp_path / "b.webp", 64, 64, "")
    wider = Picture("d", tmp_path / "b.webp", 128, 128, "")
    with Album((first, (twin, alone), wider)) as album:
        inside = Inside(album)
        assert [picture.id for picture in inside.store] == ["a"]
        assert inside.shared == {"a": "a", "b": "a"}
        sizes = [album.photos[id].inside for id in ("a", "c", "d")]
        assert album.weight == sum(sizes)
        assert [len(inside[id]) for id in ("a", "c", "d")] == sizes


def test_a_folder_has_each_picture_once_and_nothing_of_an_earlier_report(tmp_path):
    first = drawing(tmp_path, "a.webp")
    (tmp_path / "b.webp").write_bytes(first.file.read_bytes())
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "0123456789abcdef0123.webp").write_bytes(b"old")
    (folder / "holiday.webp").write_bytes(b"not ours")
    with Album([first, Picture("b", tmp_path / "b.webp", 64, 64, "")]) as album:
        album.write(folder)
        beside = Beside(album, "the pictures")
        assert beside["a"] == beside["b"] == f"the%20pictures/{album.photos['a'].name}"
        assert {file.name for file in folder.iterdir()} == {album.photos["a"].name, "holiday.webp"}


@pytest.mark.parametrize("scale", [1, 2])
def test_a_part_is_cut_out_of_its_picture_at_the_picture_s_own_scale(tmp_path, scale):
    image = Image.new("RGB", (100 * scale, 200 * scale), "white")
    image.paste((200, 0, 0), (10 * scale, 50 * scale, 40 * scale, 90 * scale))
    image.save(tmp_path / "a.webp", "WEBP", lossless=True)
    picture = Picture("a", tmp_path / "a.webp", 100, 200, "")
    crop = Crop(picture, Box(10, 50, 30, 40), None, "")
    with Album([crop]) as album:
        assert set(album.photos) == {part_of(crop).id}
        with Image.open(album.photos[part_of(crop).id].file) as part:
            assert part.size == (30 * scale, 40 * scale)
            colours = part.convert("RGB").getextrema()
    assert colours[0][0] > 190
    assert colours[1][1] < 12


def test_a_part_of_nothing_is_no_picture(tmp_path):
    picture = drawing(tmp_path, "a.webp")
    gone = Crop(Picture("b", tmp_path / "b.webp", 64, 64, ""), Box(0, 0, 10, 10), None, "")
    none = Crop(picture, Box(5, 5, 0, 10), None, "")
    with Album([gone, none]) as album:
        assert album.photos == {}


def test_a_part_that_several_show_lies_in_the_store(tmp_path):
    picture = drawing(tmp_path, "a.webp")
    crops = [Crop(picture, Box(0, 0, 32, 16), Box(1, 1, n, n), f"finding {n}") for n in (1, 2)]
    with Album([picture, *crops]) as album:
        assert [kept.id for kept in Inside(album).store] == ["a-0-0-32-16"]
