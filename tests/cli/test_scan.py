from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image, ImageDraw

from parcours.cli.scan import scan
from parcours.findings import Finding
from parcours.storage.codec import from_plain
from printed import URL, code, on_sheet


def run(*args: object) -> Result:
    return CliRunner().invoke(scan, [str(arg) for arg in args])


def document(result: Result) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(result.stdout)
    return loaded


def logo(picture: Image.Image) -> Image.Image:
    middle = picture.width / 2
    ImageDraw.Draw(picture).rectangle((middle - 25, middle - 25, middle + 25, middle + 25), fill="white")
    return picture


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "letter.png"
    code(scale=6, error="m", boost_error=False).save(path)
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "flyer.png"
    code("www.shop.example").save(path)
    return path


class TestJson:
    def test_a_code_with_all_that_is_known_of_it(self, good: Path):
        result = run("--format", "json", good)
        assert (result.exit_code, result.stderr) == (0, "")
        assert document(result) == {
            "schema": 1,
            "codes": [
                {
                    "file": str(good),
                    "text": URL,
                    "format": "QRCode",
                    "page": 1,
                    "corners": [[24, 24], [198, 24], [198, 198], [24, 198]],
                    "kind": "web",
                    "url": URL,
                    "version": 3,
                    "ecc": "M",
                    "module_px": 6.0,
                    "inverted": False,
                    "mirrored": False,
                    "how": "plain",
                    "error": "",
                    "width_mm": 0,
                    "module_mm": 0,
                    "margins": [{"modules": 4, "cut": True}] * 4,
                    "contrast": 21,
                    "spare": 1,
                    "drawn": True,
                    "trials": [
                        {"name": name, "read": True}
                        for name in (
                            "75 %",
                            "50 %",
                            "blurred",
                            "turned 15 degrees",
                            "tilted 25 degrees",
                            "tilted 25 degrees sideways",
                        )
                    ],
                }
            ],
            "links": [],
            "findings": [],
            "errors": [],
        }

    def test_several_files_are_one_document(self, good: Path, bad: Path):
        result = run("--format", "json", bad, good)
        assert result.exit_code == 1
        said = document(result)
        assert [(each["file"], each["kind"], each.get("url")) for each in said["codes"]] == [
            (str(bad), "bare-host", None),
            (str(good), "web", URL),
        ]
        (finding,) = said["findings"]
        assert (finding["rule"], finding["aspect"], finding["severity"], finding["owner"]) == (
            "qr/payload",
            "no-scheme",
            "major",
            "print",
        )
        assert (finding["verdict"], finding["certainty"], finding["where"]["file"]) == ("failed", "high", str(bad))
        assert finding["advice"]["do"].endswith(".")
        assert from_plain(Finding, finding).rule == "qr/payload"

    def test_a_file_that_cannot_be_read_costs_only_itself(self, good: Path, tmp_path: Path):
        broken = tmp_path / "letter.txt"
        broken.write_text("hello", "utf-8")
        result = run("--format", "json", broken, tmp_path / "gone.png", good)
        said = document(result)
        assert result.exit_code == 4
        assert [each["text"] for each in said["codes"]] == [URL]
        assert [(each["file"], each["code"]) for each in said["errors"]] == [
            (str(broken), "qr-image"),
            (str(tmp_path / "gone.png"), "qr-image"),
        ]
        assert said["errors"][0] == {
            "file": str(broken),
            "code": "qr-image",
            "message": "letter.txt: this is no picture and no PDF",
            "tip": "export it as PDF, PNG, JPEG or WebP",
        }

    def test_an_artwork_without_a_code_is_a_finding(self, tmp_path: Path):
        on_sheet().save(tmp_path / "sheet.png")
        result = run("--format", "json", tmp_path / "sheet.png")
        said = document(result)
        assert (result.exit_code, said["codes"], said["errors"]) == (1, [], [])
        assert [(each["rule"], each["aspect"], each["severity"]) for each in said["findings"]] == [
            ("qr/unreadable", "none", "blocker")
        ]

    def test_control_characters_stay_escaped(self, tmp_path: Path):
        code("https://shop.example/\x1b[2J\x00é".encode()).save(tmp_path / "code.png")
        result = run("--format", "json", tmp_path / "code.png")
        assert result.stdout.replace("\n", "").isprintable()
        assert result.stdout.isascii()
        assert document(result)["codes"][0]["text"] == "https://shop.example/\x1b[2J\x00é"

    def test_one_page_of_a_pdf(self, tmp_path: Path):
        path = tmp_path / "letter.pdf"
        second = on_sheet((code("https://b.example/"), 100, 100))
        on_sheet((code(), 100, 100)).save(path, save_all=True, append_images=[second], resolution=150)
        both, one = document(run("--format", "json", path)), document(run("--format", "json", "--page", 2, path))
        assert [(each["page"], each["text"]) for each in both["codes"]] == [(1, URL), (2, "https://b.example/")]
        assert [(each["page"], each["text"]) for each in one["codes"]] == [(2, "https://b.example/")]

    def test_a_page_that_is_not_there(self, good: Path):
        result = run("--format", "json", "--page", 2, good)
        assert result.exit_code == 4
        assert [each["code"] for each in document(result)["errors"]] == ["qr-page"]


class TestText:
    def test_a_good_code_says_where_it_leads(self, good: Path):
        result = run(good)
        assert result.exit_code == 0
        assert result.stdout.splitlines() == [
            f"{good}  222 x 222 px, 1 QR code",
            f"  leads to  {URL}",
            "            page 1, version 3, error correction M, modules of 6.0 px, read at the first attempt",
            "            a margin of 4.0 modules or more, contrast 21.0:1, read in 6 of 6 attempts as phones see it",
            "  nothing to mend",
        ]

    def test_the_print_is_measured(self, tmp_path: Path):
        sheet = on_sheet((logo(code(scale=10, border=0, error="q", boost_error=False)), 300, 300))
        ImageDraw.Draw(sheet).line((0, 280, 900, 280), fill="black", width=6)
        sheet.save(tmp_path / "letter.pdf", resolution=300)
        result = run(tmp_path / "letter.pdf")
        assert result.exit_code == 1
        assert re.fullmatch(
            r" {12}28 mm wide with modules of 0\.85 mm, a margin of 1\.[58] modules, contrast 2\d\.\d:1, "
            r"\d+% of the error correction used up, read in 6 of 6 attempts as phones see it",
            result.stdout.splitlines()[3],
        )
        assert re.search(
            r"  major     Only 1\.[58] modules \(1\.\d mm\) are free above the code, not 4 \(3\.4 mm\)", result.stdout
        )

    @pytest.mark.parametrize("host", ["localhost:8000", "192.168.1.20", "printer.local"])
    def test_an_address_that_no_customer_reaches_is_a_blocker(self, tmp_path: Path, host: str):
        code(f"http://{host}/spring").save(tmp_path / "flyer.png")
        result = run(tmp_path / "flyer.png")
        assert result.exit_code == 1
        assert (
            f"  blocker   The code leads to {host.partition(':')[0]}, which only its own network knows" in result.stdout
        )

    def test_a_finding_comes_with_its_department_and_its_advice(self, bad: Path):
        result = run(bad)
        assert result.exit_code == 1
        assert "  major     The code says www.shop.example without https://" in result.stdout
        assert "qr/payload, for print" in result.stdout
        assert "            Make the code of nothing but the full address" in result.stdout

    def test_an_unreadable_file_says_what_to_do(self, tmp_path: Path):
        result = run(tmp_path / "gone.png")
        assert result.exit_code == 4
        assert "gone.png: there is no such file" in result.stdout

    def test_nothing_in_a_code_moves_the_cursor(self, tmp_path: Path):
        code("https://shop.example/\x1b[2J\u202e".encode()).save(tmp_path / "code.png")
        shown = run(tmp_path / "code.png").stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown

    def test_passwords_are_not_shown(self, tmp_path: Path):
        code("WIFI:T:WPA;S:Shop;P:hunter22;;").save(tmp_path / "code.png")
        shown = run(tmp_path / "code.png").stdout
        assert "Shop" in shown
        assert "hunter22" not in shown

    def test_a_link_to_a_file_means_the_file(self, good: Path, tmp_path: Path):
        (tmp_path / "link.png").symlink_to(good)
        assert run(tmp_path / "link.png").exit_code == 0


@pytest.mark.parametrize("args", [[], ["--format", "xml", "letter.png"], ["--page", "0", "letter.png"]])
def test_wrong_options_are_refused(args: list[str]) -> None:
    assert run(*args).exit_code == 2
