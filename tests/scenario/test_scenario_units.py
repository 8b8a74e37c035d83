from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from parcours.scenario.units import AssetFile, Bytes, Day, Millimetres, Seconds, Taps, YesNo


class Values(BaseModel):
    seconds: Seconds = 0.0
    taps: Taps = 0
    millimetres: Millimetres = 0.0
    bytes: Bytes = 0
    yes: YesNo = False
    day: Day = date(2026, 3, 9)
    file: AssetFile = ""


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("seconds", "4 s", 4.0),
        ("seconds", "4s", 4.0),
        ("seconds", " 4 S ", 4.0),
        ("seconds", "500 ms", 0.5),
        ("seconds", "300 ms", 0.3),
        ("seconds", "1 min", 60.0),
        ("seconds", "2,5 s", 2.5),
        ("seconds", "2.5 secondes", 2.5),
        ("seconds", "4\u00a0s", 4.0),
        ("seconds", "4\u202fs", 4.0),
        ("seconds", "0 s", 0.0),
        ("seconds", "60 min", 3600.0),
        ("seconds", 1.5, 1.5),
        ("taps", "2 taps", 2),
        ("taps", "1 tap", 1),
        ("taps", "2", 2),
        ("taps", "0", 0),
        ("taps", 3, 3),
        ("millimetres", "25 mm", 25.0),
        ("millimetres", "3 cm", 30.0),
        ("millimetres", "1,2 m", 1200.0),
        ("bytes", "2 MB", 2_000_000),
        ("bytes", "300 kB", 300_000),
        ("bytes", "1,5 Mo", 1_500_000),
        ("bytes", "12 B", 12),
        ("yes", "yes", True),
        ("yes", "ON", True),
        ("yes", "true", True),
        ("yes", True, True),
        ("yes", "no", False),
        ("yes", "Off", False),
        ("day", "2027-01-31", date(2027, 1, 31)),
        ("day", " 2028-02-29 ", date(2028, 2, 29)),
        ("day", date(2027, 1, 31), date(2027, 1, 31)),
    ],
)
def test_quantities_are_read_as_people_write_them(field, text, value):
    read = getattr(Values.model_validate({field: text}), field)
    assert (read, type(read)) == (value, type(value))


SECONDS = "write '4 s' or '500 ms' or '1 min'"
DAY = "write year-month-day: 2027-01-31"
TAPS = "write '2 taps' or '1 tap'"


@pytest.mark.parametrize(
    ("field", "text", "message", "help"),
    [
        ("seconds", "4", "'4' has no unit", "write '4 s' if that is what you mean"),
        ("seconds", "4 taps", "'4 taps' is not a duration", SECONDS),
        ("seconds", "-5 s", "'-5 s' is not a duration", SECONDS),
        ("seconds", ".inf", "'.inf' is not a duration", SECONDS),
        ("seconds", ".nan", "'.nan' is not a duration", SECONDS),
        ("seconds", "1e3 s", "'1e3 s' is not a duration", SECONDS),
        ("seconds", "", "'' is not a duration", SECONDS),
        ("seconds", "1:30", "'1:30' is not a duration", SECONDS),
        ("seconds", "٤ s", "'٤ s' is not a duration", SECONDS),
        ("seconds", "9" * 5000, f"'{'9' * 59}…' is not a duration", SECONDS),
        ("seconds", "61 min", "'61 min' is out of range", "a duration is at most 3600 s"),
        ("seconds", float("nan"), "'nan' is out of range", "a duration is at most 3600 s"),
        ("seconds", ["4 s"], "a duration is expected here", SECONDS),
        ("seconds", True, "a duration is expected here", SECONDS),
        ("taps", "1.5", "'1.5' is not a number of taps: it must be whole", TAPS),
        ("taps", "4 s", "'4 s' is not a number of taps", TAPS),
        ("taps", "101", "'101' is out of range", "a number of taps is at most 100 taps"),
        ("millimetres", "25", "'25' has no unit", "write '25 mm' if that is what you mean"),
        ("millimetres", "1 in", "'1 in' is not a length", "write '25 mm' or '3 cm'"),
        ("bytes", "2 s", "'2 s' is not an amount of data", "write '2 MB' or '300 kB'"),
        ("bytes", "1,5 B", "'1,5 B' is not an amount of data: it must be whole", "write '2 MB' or '300 kB'"),
        ("yes", "perhaps", "'perhaps' is not yes or no", ""),
        ("yes", "1", "'1' is not yes or no", ""),
        ("day", "31/01/2027", "'31/01/2027' is not a day", DAY),
        ("day", "2027-02-29", "there is no day '2027-02-29'", DAY),
        ("day", "20270131", "'20270131' is not a day", DAY),
        ("day", 2027, "a day is expected here", DAY),
    ],
)
def test_what_is_no_quantity_is_refused_with_a_way_to_write_it(field, text, message, help):
    with pytest.raises(ValidationError) as raised:
        Values.model_validate({field: text})
    (error,) = raised.value.errors(include_input=False, include_url=False)
    assert (error["msg"], error["ctx"]["help"]) == (message, help)


def test_values_come_back_from_their_own_text():
    values = Values(seconds=0.25, taps=1, millimetres=25.5, bytes=2_000_000, yes=True, day=date(2027, 1, 31))
    written = values.model_dump(mode="json", exclude={"file"})
    assert written == {
        "seconds": "0.25 s",
        "taps": "1 tap",
        "millimetres": "25.5 mm",
        "bytes": "2000000 B",
        "yes": True,
        "day": "2027-01-31",
    }
    assert Values.model_validate(written) == values


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../x.pdf", "a/../../x.pdf", r"..\x.pdf", "C:/x.pdf", "~/x.pdf", "", "."]
)
def test_a_file_that_does_not_lie_below_the_scenario_is_refused_whoever_asks(path, tmp_path):
    with pytest.raises(ValidationError, match=r"is not a path below the scenario's folder|there is no file"):
        Values.model_validate({"file": path}, context={"folder": tmp_path})


def test_a_link_out_of_the_scenarios_folder_is_refused(tmp_path: Path):
    (tmp_path / "secret.pdf").touch()
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "letter.pdf").symlink_to(tmp_path / "secret.pdf")
    (folder / "copy.pdf").touch()
    (folder / "alias.pdf").symlink_to(folder / "copy.pdf")
    assert Values.model_validate({"file": "alias.pdf"}, context={"folder": folder}).file == "alias.pdf"
    with pytest.raises(ValidationError, match=r"'letter\.pdf' leads out of the scenario's folder"):
        Values.model_validate({"file": "letter.pdf"}, context={"folder": folder})
