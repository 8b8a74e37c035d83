"""Reading the facts that a run left."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from parcours.errors import Exit, UsageError
from parcours.facts.geometry import Box
from parcours.facts.model import SCHEMA, AppLinks, Element, FrameFacts, MetaTag, PageSnapshot, WellKnown
from parcours.storage.codec import to_json, to_plain
from parcours.storage.facts import SchemaError, read_facts

PAGE = PageSnapshot(
    url="https://shop.example/",
    status=200,
    frames=(
        FrameFacts(
            metas=(MetaTag("viewport", "width=device-width"),),
            served=(),
            elements=(Element("#a", "a", attrs={"href": "/"}, box=Box(1, 2, 3.5, 4), visible=True),),
        ),
    ),
    app=AppLinks(aasa=WellKnown("https://shop.example/x", 200, "application/json", "{}")),
    facets=frozenset({"frames", "wellknown"}),
)


def kept(folder: Path, value: object) -> Path:
    path = folder / "00.json.gz"
    path.write_bytes(gzip.compress(value if isinstance(value, bytes) else json.dumps(value).encode()))
    return path


def test_facts_come_back_as_they_went(tmp_path: Path) -> None:
    assert read_facts(kept(tmp_path, to_json(PAGE))) == PAGE


def test_a_field_that_this_version_does_not_know_is_passed_over(tmp_path: Path) -> None:
    assert read_facts(kept(tmp_path, {**to_plain(PAGE), "later": 1})) == PAGE


def test_a_field_that_was_not_there_yet_has_its_default(tmp_path: Path) -> None:
    plain = to_plain(PAGE)
    del plain["dialogs"]
    assert read_facts(kept(tmp_path, plain)) == PAGE


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        (SCHEMA + 1, f"facts of schema {SCHEMA + 1}, which is newer than this parcours reads ({SCHEMA})"),
        (SCHEMA - 1, f"facts of schema {SCHEMA - 1}, which this parcours does not read any more (it reads {SCHEMA})"),
    ],
    ids=["newer", "older"],
)
def test_facts_of_another_schema_are_refused_and_say_what_to_do(tmp_path: Path, schema: int, said: str) -> None:
    with pytest.raises(SchemaError) as caught:
        read_facts(kept(tmp_path, {**to_plain(PAGE), "schema": schema}))
    assert said in caught.value.message
    assert caught.value.tip
    assert caught.value.exit_code is Exit.USAGE


@pytest.mark.parametrize("value", [[], {}, {"schema": "1"}, None], ids=["a list", "no schema", "a text", "nothing"])
def test_a_file_that_holds_something_else_is_told_apart(tmp_path: Path, value: object) -> None:
    with pytest.raises(UsageError, match="it has no schema number"):
        read_facts(kept(tmp_path, value))


def test_facts_that_do_not_fit_say_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not fit"):
        read_facts(kept(tmp_path, {**to_plain(PAGE), "frames": 7}))


@pytest.mark.parametrize(
    "data",
    [b"no gzip", gzip.compress(b"x" * 5000)[:40], gzip.compress(b"{"), b""],
    ids=["text", "torn", "half", "empty"],
)
def test_a_damaged_file_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "00.json.gz"
    path.write_bytes(data)
    with pytest.raises(UsageError, match="is damaged"):
        read_facts(path)


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"00\.json\.gz is gone"):
        read_facts(tmp_path / "00.json.gz")
