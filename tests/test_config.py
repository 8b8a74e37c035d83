"""What a project's settings say, and how a mistake in them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcours.config import Config, Lookups, load_config
from parcours.errors import Exit, UsageError


@pytest.fixture
def home(tmp_path: Path) -> Path:
    # Settings of the folders above the temporary one must not reach the tests.
    (tmp_path / "parcours.toml").write_text("", encoding="utf-8")
    home = tmp_path / "shop"
    home.mkdir()
    return home


def write(folder: Path, text: str, name: str = "pyproject.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def wrong(folder: Path) -> UsageError:
    with pytest.raises(UsageError) as caught:
        load_config(folder)
    return caught.value


def test_every_key_is_read(home: Path) -> None:
    file = write(
        home,
        """
        [tool.parcours]
        devices = ["iphone", "Pixel 7"]
        scenarios = "journeys"
        reports = "out/reports"
        allow-private = ["localhost", "shop.local:8080", "[::1]:443"]
        timeout = 90
        workers = 3
        store-lookup = true
        itunes = "http://127.0.0.1:8001/"
        play = "http://127.0.0.1:8002/play"
        apple-cdn = "https://cdn.example"
        lookup-pause = 0
        per-host = 0
        identify = "parcours (+https://agency.example/audits)"
        block-analytics = true
        """,
    )
    assert load_config(home) == Config(
        file=file,
        devices=("iphone", "Pixel 7"),
        scenarios=home / "journeys",
        reports=home / "out/reports",
        allow_private=("localhost", "shop.local:8080", "[::1]:443"),
        timeout=90.0,
        workers=3,
        store_lookup=True,
        itunes="http://127.0.0.1:8001",
        play="http://127.0.0.1:8002/play",
        apple_cdn="https://cdn.example",
        lookup_pause=0,
        per_host=0,
        identify="parcours (+https://agency.example/audits)",
        block_analytics=True,
    )


def test_the_stores_are_asked_only_when_somebody_wants_that(home: Path) -> None:
    write(home, '[tool.parcours]\nitunes = "http://127.0.0.1:8001"')
    quiet = load_config(home)
    assert (quiet.lookups(), quiet.lookups(asked=True)) == (None, Lookups(itunes="http://127.0.0.1:8001"))
    write(home, "[tool.parcours]\nstore-lookup = true")
    assert load_config(home).lookups() == Lookups()


def test_only_what_stands_for_a_store_may_be_a_private_place() -> None:
    assert Lookups().rehearsed == ()
    assert Lookups(play="http://127.0.0.1:8001").rehearsed == ("http://127.0.0.1:8001",)


def test_what_is_not_said_has_its_default(home: Path) -> None:
    file = write(home, "[tool.parcours]")
    assert load_config(home) == Config(
        file=file,
        devices=(),
        scenarios=home / "scenarios",
        reports=home / "reports",
        allow_private=(),
        timeout=60.0,
        workers=0,
        per_host=2,
        identify="",
        block_analytics=False,
    )


def test_a_folder_without_any_settings_has_the_defaults_and_no_file(tmp_path: Path) -> None:
    found = load_config(tmp_path)
    assert (found.file, found.scenarios) == (None, tmp_path / "scenarios")


def test_the_nearest_file_upwards_is_read_and_its_folders_are_its_own(home: Path) -> None:
    write(home, '[tool.parcours]\nscenarios = "journeys"')
    deep = home / "a" / "b"
    deep.mkdir(parents=True)
    assert load_config(deep).scenarios == home / "journeys"


def test_a_pyproject_that_does_not_speak_of_parcours_is_passed_by(home: Path) -> None:
    write(home, "[tool.parcours]\nworkers = 2")
    deep = home / "package"
    deep.mkdir()
    write(deep, "[project]\nname = 'other'")
    assert load_config(deep).workers == 2


def test_parcours_toml_goes_before_the_pyproject_beside_it(home: Path) -> None:
    write(home, "[tool.parcours]\nworkers = 2")
    own = write(home, "workers = 4", "parcours.toml")
    found = load_config(home)
    assert (found.file, found.workers) == (own, 4)


def test_a_file_with_a_byte_order_mark_is_read(home: Path) -> None:
    write(home, "\ufeff[tool.parcours]\nworkers = 2")
    assert load_config(home).workers == 2


def test_an_unknown_key_is_named_with_the_nearest_one(home: Path) -> None:
    file = write(home, "[tool.parcours]\ntimeouts = 3")
    error = wrong(home)
    assert error.message == f"{file}: tool.parcours.timeouts is not a setting of parcours"
    assert error.tip == "did you mean 'timeout'?"
    assert error.exit_code is Exit.USAGE


def test_an_underscore_is_answered_with_the_hyphen(home: Path) -> None:
    write(home, "allow_private = []", "parcours.toml")
    error = wrong(home)
    assert error.message.endswith("parcours.toml: allow_private is not a setting of parcours")
    assert error.tip == "did you mean 'allow-private'?"


def test_a_key_that_resembles_nothing_gets_the_list(home: Path) -> None:
    write(home, "[tool.parcours]\nzzz = 3")
    assert wrong(home).tip == (
        "the keys are devices, scenarios, reports, allow-private, timeout, workers, fail-on, min-severity, strict, "
        "store-lookup, itunes, play, apple-cdn, lookup-pause, per-host, identify, block-analytics, brand"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('devices = "iphone"', "devices must be a list of texts, not 'iphone'"),
        ("devices = [1]", "devices must be a list of texts, not [1]"),
        ('devices = [" "]', "devices must be a list of texts, not [' ']"),
        ("scenarios = 3", "scenarios must be a folder's name, not 3"),
        ('reports = ""', "reports must be a folder's name, not ''"),
        ('reports = "a\\u0000b"', "reports must be a folder's name, not 'a\\x00b'"),
        ('allow-private = "localhost"', "allow-private must be a list of texts, not 'localhost'"),
        (
            'allow-private = ["http://localhost"]',
            "allow-private must be a list of hosts, each with a port or without, not 'http://localhost'",
        ),
        ('allow-private = ["a:0"]', "allow-private must be a list of hosts, each with a port or without, not 'a:0'"),
        (
            'allow-private = ["a:65536"]',
            "allow-private must be a list of hosts, each with a port or without, not 'a:65536'",
        ),
        ("timeout = 0", "timeout must be a number of seconds above 0, not 0"),
        ("timeout = true", "timeout must be a number of seconds above 0, not True"),
        ("timeout = inf", "timeout must be a number of seconds above 0, not inf"),
        ("timeout = nan", "timeout must be a number of seconds above 0, not nan"),
        ('timeout = "60"', "timeout must be a number of seconds above 0, not '60'"),
        ("workers = 0", "workers must be a whole number from 1, not 0"),
        ("workers = 1.5", "workers must be a whole number from 1, not 1.5"),
        ("workers = true", "workers must be a whole number from 1, not True"),
        ("store-lookup = 1", "store-lookup must be true or false, not 1"),
        ('itunes = "itunes.apple.com"', "itunes must be a web address, not 'itunes.apple.com'"),
        ("per-host = -1", "per-host must be a whole number, 0 for any number, not -1"),
        ("per-host = false", "per-host must be a whole number, 0 for any number, not False"),
        ('identify = "é"', "identify must be one line of ASCII, 200 characters at most, not 'é'"),
        ('play = "https://play.example/?a=b"', "play must be a web address, not 'https://play.example/?a=b'"),
        ('play = "http://[::1"', "play must be a web address, not 'http://[::1'"),
        ("apple-cdn = 3", "apple-cdn must be a web address, not 3"),
        ("lookup-pause = -0.1", "lookup-pause must be a number of seconds from 0 to 10, not -0.1"),
        ("lookup-pause = 10.1", "lookup-pause must be a number of seconds from 0 to 10, not 10.1"),
    ],
)
def test_a_value_of_a_wrong_kind_is_named_with_an_example(home: Path, line: str, said: str) -> None:
    file = write(home, f"[tool.parcours]\n{line}")
    error = wrong(home)
    assert error.message == f"{file}: tool.parcours.{said}"
    assert error.tip.startswith(f"for example: {line.split(maxsplit=1)[0]} = ")


@pytest.mark.parametrize(
    "line", ["timeout = 0.5", "workers = 1", "lookup-pause = 10", 'allow-private = ["a:65535"]', "devices = []"]
)
def test_a_value_at_the_edge_is_taken(home: Path, line: str) -> None:
    write(home, f"[tool.parcours]\n{line}")
    load_config(home)


def test_the_examples_in_the_messages_are_themselves_right(home: Path) -> None:
    from parcours.config import _EXAMPLES

    write(home, "[tool.parcours]\n" + "\n".join(f"{key} = {example}" for key, example in _EXAMPLES.items()))
    found = load_config(home)
    assert (found.devices, found.allow_private) == (("iphone", "android"), ("localhost:8000",))


def test_a_table_that_is_a_value_is_refused(home: Path) -> None:
    write(home, "[tool]\nparcours = 3")
    assert wrong(home).message.endswith("tool.parcours must be a table")


def test_broken_toml_is_told_with_its_line(home: Path) -> None:
    file = write(home, "[tool.parcours]\nworkers = = 2")
    error = wrong(home)
    assert error.message.startswith(f"{file} cannot be read: ")
    assert "line 2" in error.message


def test_a_file_in_another_encoding_is_told(home: Path) -> None:
    (home / "parcours.toml").write_bytes(b"scenarios = 'caf\xe9'")
    assert "cannot be read" in wrong(home).message
