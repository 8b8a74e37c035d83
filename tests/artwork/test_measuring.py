from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from parcours.artwork.decoding import as_codes, read_hard, read_plainly
from parcours.artwork.scanning import scan_file
from parcours.facts.artwork import Code, Margin
from printed import URL, code, on_sheet


def only(picture: Image.Image, tries: int = 0) -> Code:
    (found,) = as_codes(read_plainly(picture) or read_hard(picture), picture, tries=tries)
    return found


def margins(picture: Image.Image) -> list[float]:
    found = only(picture)
    assert not any(margin.cut for margin in found.margins)
    return [margin.modules for margin in found.margins]


def framed(*, scale: int = 8, top: float = 4, right: float = 4, bottom: float = 4, left: float = 4) -> Image.Image:
    """A code in a white field, so many modules wide on each side, on a black sheet."""
    symbol = code(scale=scale, border=0)
    across = round(symbol.width + scale * (left + right)), round(symbol.height + scale * (top + bottom))
    field = Image.new("RGB", across, "white")
    field.paste(symbol, (round(scale * left), round(scale * top)))
    return on_sheet((field, 300, 300), size=(600 + across[0], 600 + across[1]), ground="black")


def aslant(picture: Image.Image) -> Image.Image:
    """The same seen from the lower left, with its far side three quarters as high."""
    w, h = picture.size
    return picture.transform(
        (w, h), Image.Transform.PERSPECTIVE, (1.4, 0.1, -160, 0.15, 1.4, -180, 0.0004, 0.0002), Image.Resampling.BICUBIC
    )


class TestTheMargin:
    def test_it_is_measured_on_each_side(self):
        assert margins(framed(top=1, right=2, bottom=3, left=4)) == [1, 2, 3, 4]

    @pytest.mark.parametrize("scale", [3, 4, 7, 21])
    def test_at_any_size(self, scale: int):
        wanted = [2, 3, 2, 3]
        found = margins(framed(scale=scale, top=2, right=3, bottom=2, left=3))
        assert found == pytest.approx(wanted, abs=0.25)

    @pytest.mark.parametrize(("turn", "wanted"), [(90, [1, 2, 3, 4]), (180, [1, 2, 3, 4]), (270, [1, 2, 3, 4])])
    def test_its_sides_are_the_symbol_s_own(self, turn: int, wanted: list[float]):
        assert margins(framed(top=1, right=2, bottom=3, left=4).rotate(turn)) == wanted

    def test_in_the_symbol_s_perspective(self):
        found = margins(aslant(framed(top=2, right=3, bottom=2, left=3)))
        assert found == pytest.approx([2, 3, 2, 3], abs=0.5)

    def test_five_modules_are_as_much_as_is_measured(self):
        assert margins(on_sheet((code(border=0), 300, 300))) == [5, 5, 5, 5]

    def test_text_near_the_code_ends_it(self):
        sheet = on_sheet((code(scale=8, border=0), 300, 300))
        side = code(scale=8, border=0).width
        ImageDraw.Draw(sheet).text((310, 300 + side + 16), "Scan me and win a trip to Rome", fill="black", font_size=24)
        top, right, bottom, left = margins(sheet)
        assert (top, right, left) == (5, 5, 5)
        assert 2 <= bottom <= 3.5

    def test_a_speck_does_not(self):
        sheet = on_sheet((code(scale=8, border=0), 300, 300))
        ImageDraw.Draw(sheet).rectangle((400, 285, 403, 288), fill="black")
        assert margins(sheet) == [5, 5, 5, 5]

    @pytest.mark.parametrize("ground", ["#ffe680", "#cfe8ff", "#d8d8d8"])
    def test_coloured_paper_is_a_margin_and_so_is_a_white_field_on_it(self, ground: str):
        tinted = ImageOps.colorize(code(border=0).convert("L"), black="black", white=ground)
        assert margins(on_sheet((tinted, 300, 300), ground=ground)) == [5, 5, 5, 5]
        assert margins(on_sheet((code(border=1), 300, 300), ground=ground)) == [5, 5, 5, 5]

    def test_of_a_light_code_it_is_dark(self):
        assert margins(ImageOps.invert(framed(top=1, right=2, bottom=3, left=4))) == [1, 2, 3, 4]

    def test_of_a_code_seen_from_behind_it_is_measured_too(self):
        assert sorted(margins(ImageOps.mirror(framed(top=1, right=2, bottom=3, left=4)))) == [1, 2, 3, 4]

    def test_where_the_picture_ends_nobody_knows_more(self):
        assert only(code(border=2)).margins == (Margin(2, cut=True),) * 4
        assert only(code(border=0)).margins == (Margin(0, cut=True),) * 4

    def test_shadows_are_no_marks(self):
        sheet = on_sheet((code(scale=8, border=0), 300, 300), size=(900, 900))
        shade = Image.linear_gradient("L").resize(sheet.size).rotate(90).point(lambda tone: 90 + tone * 0.6)
        shaded = Image.composite(sheet, Image.new("RGB", sheet.size, "black"), shade)
        assert margins(shaded) == [5, 5, 5, 5]

    def test_on_bent_paper_nothing_is_measured(self):
        found = only(bent(code(scale=10)))
        assert (found.margins, found.contrast, found.drawn) == ((), 0, False)


def bent(flat: Image.Image) -> Image.Image:
    """A picture on paper that bulges upwards in the middle."""
    mesh = []
    for left in range(0, flat.width, 5):
        right = min(left + 5, flat.width)
        rise, next_rise = (14 * math.sin(math.pi * x / flat.width) for x in (left, right))
        quad = (left, rise, left, flat.height + rise, right, flat.height + next_rise, right, next_rise)
        mesh.append(((left, 0, right, flat.height), quad))
    return flat.transform(flat.size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)


class TestTheContrast:
    @pytest.mark.parametrize(
        ("dark", "light", "ratio"),
        [("black", "white", 21), ("#767676", "white", 4.54), ("#0000ff", "#ffff00", 8.0), ("#aaaaaa", "white", 2.32)],
    )
    def test_it_is_that_of_the_inks(self, dark: str, light: str, ratio: float):
        picture = ImageOps.colorize(code().convert("L"), black=dark, white=light)
        assert only(picture).contrast == pytest.approx(ratio, abs=0.01)

    def test_of_a_light_code_it_is_the_same(self):
        assert only(ImageOps.invert(code())).contrast == 21

    def test_a_logo_in_the_middle_does_not_change_it(self):
        assert only(with_logo(code(scale=8, error="h"), 0.2)).contrast == 21


def with_logo(picture: Image.Image, share: float) -> Image.Image:
    middle, reach = picture.width / 2, picture.width * share / 2
    ImageDraw.Draw(picture).ellipse((middle - reach, middle - reach, middle + reach, middle + reach), fill="#c03060")
    return picture


class TestTheErrorCorrection:
    def test_a_whole_code_needs_none(self):
        assert only(code()).spare == 1

    def test_a_logo_takes_its_share_and_the_code_is_drawn_all_the_same(self):
        found = only(with_logo(code(scale=8, error="q", boost_error=False), 0.25))
        assert 0.1 < found.spare < 0.9
        assert found.drawn


class TestWhatIsDrawn:
    @pytest.mark.parametrize("scale", [2, 5, 20])
    def test_a_code_from_a_computer_is(self, scale: int):
        assert only(code(scale=scale)).drawn

    def test_a_code_that_was_seen_from_aslant_is_not(self):
        assert not only(aslant(framed())).drawn

    def test_a_code_in_uneven_light_is_not(self):
        shade = Image.linear_gradient("L").resize(code(scale=8).size).point(lambda tone: 60 + tone * 0.7)
        lit = Image.composite(code(scale=8), Image.new("RGB", shade.size, "black"), shade)
        assert not only(lit).drawn


class TestTheAttempts:
    @pytest.mark.parametrize("version", [1, 2, 4, 10, 20])
    def test_a_plain_code_is_read_in_all_of_them(self, version: int):
        trials = only(code("HTTPS://A.EXAMPLE", version=version, scale=6), tries=1).trials
        assert [trial.name for trial in trials] == [
            "75 %",
            "50 %",
            "blurred",
            "turned 15 degrees",
            "tilted 25 degrees",
            "tilted 25 degrees sideways",
        ]
        assert {trial.read for trial in trials} == {True}

    def test_a_soft_picture_is_missed_when_it_is_blurred_further(self):
        trials = only(code(scale=8).filter(ImageFilter.GaussianBlur(3.2)), tries=1).trials
        assert [trial.name for trial in trials if not trial.read] == ["blurred"]

    def test_a_code_that_is_cut_out_is_tried_on_light_ground(self):
        assert {trial.read for trial in only(code(scale=6, border=0), tries=1).trials} == {True}
        assert {trial.read for trial in only(ImageOps.invert(code(scale=6, border=0)), tries=1).trials} == {True}

    def test_a_small_picture_is_not_made_smaller(self):
        assert [trial.name for trial in only(code(scale=3), tries=1).trials][:2] == ["75 %", "blurred"]

    def test_nobody_tries_unasked_or_a_code_that_is_hard_to_read_as_it_is(self):
        assert only(code()).trials == ()
        found = only(code(scale=8).filter(ImageFilter.GaussianBlur(4.6)), tries=1)
        assert (found.text, found.how == "plain", found.trials) == (URL, False, ())

    def test_only_so_many_codes_are_tried(self):
        sheet = on_sheet((code("https://a.example/"), 50, 50), (code(), 500, 800))
        found = as_codes(read_plainly(sheet), sheet, tries=1)
        assert [bool(each.trials) for each in found] == [True, False]


@pytest.fixture(scope="module")
def photographs(shared_data: Path) -> dict[str, Code]:
    folder = shared_data / "qr"
    labels = [json.loads(line) for line in (folder / "labels.jsonl").read_text("utf-8").splitlines()]
    files = [each["file"] for each in labels if each["file"].startswith(("set-1/", "set-4/"))]
    return {file: found for file in files for found in scan_file(folder / file).codes}


class TestPhotographs:
    def test_none_is_taken_for_a_drawing(self, photographs):
        assert [file for file, found in photographs.items() if found.drawn] == []

    def test_margins_come_out_as_they_are_seen(self, photographs):
        """A patch on a shirt, printed with two modules around the code, with three, and with four."""
        for first, last, wanted in ((1, 14, 2), (15, 34, 3), (35, 48, 4)):
            found = [
                photographs[f"set-4/{number:02}.png"].margins
                for number in range(first, last + 1)
                if f"set-4/{number:02}.png" in photographs
            ]
            seen = sorted(margin.modules for each in found for margin in each)
            assert len(seen) > 20
            assert seen[len(seen) // 2] == pytest.approx(wanted, abs=0.5)

    def test_a_blurred_copy_is_measured_alike(self):
        blurred = framed(top=2, right=3, bottom=2, left=3).filter(ImageFilter.GaussianBlur(2))
        assert margins(blurred) == pytest.approx([2, 3, 2, 3], abs=0.5)
