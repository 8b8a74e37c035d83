from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from parcours.channels import Opening, catalogue
from parcours.channels.qr import QR, Qr, address
from parcours.errors import ArtworkError, UsageError
from parcours.facts.artwork import Code
from printed import URL, code, on_sheet

FIRST, SECOND = "https://a.example/", "https://b.example/"


def opened(folder: Path, **args: object) -> Opening:
    return QR.open(Qr.model_validate(args), folder)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A folder with a letter of two pages: one code, then two others."""
    second = on_sheet((code(FIRST), 100, 100), (code(SECOND), 100, 900))
    on_sheet((code(), 100, 100)).save(tmp_path / "letter.pdf", save_all=True, append_images=[second], resolution=150)
    return tmp_path


def test_it_is_in_the_catalogue() -> None:
    assert catalogue()["qr"] is QR


class TestWhatIsSaidOfThePrint:
    def test_it_goes_with_the_artwork(self, tmp_path: Path):
        code().save(tmp_path / "code.png")
        printed = {"width": "25 mm", "distance": "30 cm", "valid-until": "2027-01-31"}
        artwork = opened(tmp_path, file="code.png", printed=printed).artwork
        assert artwork
        assert (artwork.width_mm, artwork.distance_mm, artwork.valid_until) == (25, 300, "2027-01-31")

    def test_the_code_is_tried_as_phones_see_it(self, tmp_path: Path):
        code().save(tmp_path / "code.png")
        artwork = opened(tmp_path, file="code.png").artwork
        assert artwork
        assert (artwork.valid_until, {trial.read for trial in artwork.codes[0].trials}) == ("", {True})

    @pytest.mark.parametrize("day", ["31/01/2027", "soon"])
    def test_what_is_no_day_is_refused(self, day: str):
        with pytest.raises(ValidationError, match="is not a day"):
            Qr.model_validate({"file": "code.png", "printed": {"valid-until": day}})


class TestWhatIsOpened:
    def test_the_address_of_the_only_code(self, tmp_path: Path):
        code().save(tmp_path / "code.png")
        found = opened(tmp_path, file="code.png")
        assert (found.url, found.code, found.reason) == (URL, "", "")
        assert found.artwork
        assert (found.artwork.file, found.artwork.chosen, len(found.artwork.codes)) == ("code.png", 1, 1)

    def test_several_codes_that_say_the_same(self, tmp_path: Path):
        on_sheet((code(), 50, 50), (code(), 500, 800)).save(tmp_path / "code.png")
        found = opened(tmp_path, file="code.png")
        assert (found.url, found.code) == (URL, "")

    def test_several_codes_that_differ_need_a_choice(self, letter: Path):
        found = opened(letter, file="letter.pdf")
        assert (found.url, found.code) == ("", "qr-multiple")
        assert found.reason.startswith("3 codes with different contents; say which with `code:` or `crop:`")
        assert found.artwork
        assert [each.text for each in found.artwork.codes] == [URL, FIRST, SECOND]
        assert found.artwork.chosen == 0

    @pytest.mark.parametrize(
        ("where", "url"),
        [
            ({"page": "1"}, URL),
            ({"code": "1"}, URL),
            ({"code": "3"}, SECOND),
            ({"page": "2", "code": "1"}, FIRST),
            ({"page": "2", "crop": {"x": "0", "y": "0.5", "width": "1", "height": "0.5"}}, SECOND),
        ],
    )
    def test_a_choice_opens_that_code(self, letter: Path, where: dict[str, object], url: str):
        found = opened(letter, file="letter.pdf", **where)
        assert (found.url, found.code) == (url, "")
        assert found.artwork
        assert [each.text for each in found.artwork.scanned] == [url]

    def test_a_choice_that_is_not_there(self, letter: Path):
        found = opened(letter, file="letter.pdf", page="1", code="2")
        assert (found.url, found.code) == ("", "qr-none")
        assert found.reason == "there is no code 2 in letter.pdf: 1 can be read"

    def test_no_code(self, tmp_path: Path):
        on_sheet().save(tmp_path / "letter.png")
        found = opened(tmp_path, file="letter.png")
        assert (found.url, found.code) == ("", "qr-none")
        assert found.artwork
        assert found.artwork.codes == ()

    def test_how_it_is_printed_is_kept(self, tmp_path: Path):
        code().save(tmp_path / "code.png")
        found = opened(tmp_path, file="code.png", printed={"width": "2,5 cm", "distance": "30 cm"})
        assert found.artwork
        assert (found.artwork.width_mm, found.artwork.distance_mm) == (25, 300)


@pytest.mark.parametrize(
    ("text", "opens", "stable", "words"),
    [
        ("https://shop.example/", "https://shop.example/", "", ""),
        ("HTTP://SHOP.EXAMPLE/", "HTTP://SHOP.EXAMPLE/", "", ""),
        (" https://shop.example/\r\n", "https://shop.example/", "", ""),
        ("www.shop.example", "", "qr-not-url", "an address without https:// before it: 'www.shop.example'"),
        ("tel:+33123456789", "", "qr-not-url", "a telephone number"),
        ("WIFI:T:WPA;S:Shop;P:hunter22;;", "", "qr-not-url", "a Wi-Fi network"),
        ("BEGIN:VCARD\nFN:Shop\nEND:VCARD", "", "qr-not-url", "a contact card"),
        ("mybank://adviser", "", "qr-not-url", "an address that only an app opens"),
        ("market://details?id=com.example", "", "qr-not-url", "an address that only an app opens"),
        ("Spring sale", "", "qr-not-url", "plain text: 'Spring sale'"),
        ("https://a.example/\nhttps://b.example/", "", "qr-not-url", "more than one address"),
        ("https://", "", "qr-not-url", "an address without a host"),
        ("javascript:alert(1)", "", "qr-scheme", "javascript:"),
        (" JavaScript:alert(1)", "", "qr-scheme", "javascript:"),
        ("data:text/html,hello", "", "qr-scheme", "data:"),
        ("file:///etc/passwd", "", "qr-scheme", "file:"),
    ],
)
def test_only_a_web_address_is_opened(text: str, opens: str, stable: str, words: str) -> None:
    url, found, reason = address(Code(text))
    assert (url, found) == (opens, stable)
    assert words in reason
    assert "hunter22" not in reason
    assert reason.isprintable()


@pytest.mark.parametrize(
    ("broken", "stable"),
    [
        (Code("", error="bytes that are no UTF-8 text"), "qr-encoding"),
        (Code("https://shop.exa", error="part 1 of 4", part=1, parts=4), "qr-split"),
    ],
)
def test_a_text_that_no_phone_has_whole_is_not_opened(broken: Code, stable: str) -> None:
    assert address(broken)[:2] == ("", stable)


class TestItsFile:
    @pytest.mark.parametrize(
        "name", ["/etc/passwd", "../letter.png", "assets/../../letter.png", "~/x.png", "C:\\x.png"]
    )
    def test_a_path_that_leads_elsewhere_is_refused_when_it_is_written(self, name: str):
        with pytest.raises(ValidationError, match="not a path below the scenario's folder"):
            Qr(file=name)

    def test_a_link_that_leads_elsewhere_is_refused(self, tmp_path: Path):
        outside, inside = tmp_path / "outside.png", tmp_path / "scenarios"
        code().save(outside)
        inside.mkdir()
        (inside / "letter.png").symlink_to(outside)
        with pytest.raises(UsageError, match="not below the scenario's folder"):
            opened(inside, file="letter.png")

    def test_a_folder_that_leads_elsewhere_is_refused(self, tmp_path: Path):
        (tmp_path / "outside").mkdir()
        (tmp_path / "scenarios").mkdir()
        code().save(tmp_path / "outside" / "letter.png")
        (tmp_path / "scenarios" / "assets").symlink_to(tmp_path / "outside")
        with pytest.raises(UsageError, match="not below the scenario's folder"):
            opened(tmp_path / "scenarios", file="assets/letter.png")

    def test_a_link_that_stays_inside_is_followed(self, tmp_path: Path):
        code().save(tmp_path / "letter-v2.png")
        (tmp_path / "letter.png").symlink_to("letter-v2.png")
        assert opened(tmp_path, file="letter.png").url == URL

    def test_links_in_a_circle_are_refused(self, tmp_path: Path):
        (tmp_path / "a.png").symlink_to("b.png")
        (tmp_path / "b.png").symlink_to("a.png")
        with pytest.raises((UsageError, ArtworkError)):
            opened(tmp_path, file="a.png")

    def test_a_missing_one_has_a_stable_code(self, tmp_path: Path):
        with pytest.raises(ArtworkError) as caught:
            opened(tmp_path, file="letter.png")
        assert caught.value.code == "qr-image"


class TestItsArguments:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"page": "0"},
            {"code": "0"},
            {"pages": "1"},
            {"crop": {"x": "0.5", "y": "0", "width": "0.6", "height": "1"}},
            {"crop": {"x": "0", "y": "0", "width": "0", "height": "1"}},
            {"crop": {"x": "0", "y": "0", "width": "1"}},
            {"printed": {"width": "25"}},
            {"printed": {"width": "25 pixels"}},
        ],
    )
    def test_wrong_ones_are_refused(self, wrong: dict[str, object]):
        with pytest.raises(ValidationError):
            Qr.model_validate({"file": "letter.pdf", **wrong})

    def test_thirds_may_fill_the_page(self):
        args = Qr.model_validate({"file": "l.pdf", "crop": {"x": 1 / 3, "y": 0, "width": 2 / 3, "height": 1}})
        assert args.crop
        assert args.crop.width == pytest.approx(2 / 3)
