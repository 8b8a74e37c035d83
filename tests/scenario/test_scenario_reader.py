from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from parcours.scenario.problems import Mark
from parcours.scenario.reader import MOST_BYTES, Entries, Items, Scalar, parse, read
from parcours.scenario.translating import plain


def problems(data: str | bytes) -> list[str]:
    reading = parse(data.encode() if isinstance(data, str) else data, "x.yaml")
    return [f"{p.line}:{p.column} {p.code} {p.message}" for p in reading.problems]


def value(text: str) -> object:
    reading = parse(text.encode(), "x.yaml")
    assert (reading.problems, reading.root is not None) == ((), True)
    return plain(reading.root)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("0612345670", "0612345670"),
        ("NO", "NO"),
        ("on", "on"),
        ("12:30", "12:30"),
        ('"#main"', "#main"),
        ("'#main'", "#main"),
        ("012345", "012345"),
        (".inf", ".inf"),
        ("null", "null"),
        ("~", "~"),
        ("2027-01-31", "2027-01-31"),
        ("1_000", "1_000"),
        ("9" * 5000, "9" * 5000),
        ("1e3", "1e3"),
        ("2,5 s", "2,5 s"),
        ('"Mailer : du QR"', "Mailer : du QR"),
        ('"é\\u00a0€"', "é\u00a0€"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("=", "="),
        ("|\n  a\n  b", "a\nb"),
    ],
)
def test_every_value_stays_the_text_that_it_is(written, text):
    assert value(f"k: {written}") == {"k": text}


def test_keys_stay_texts_too():
    assert value("on: a\nNO: b\n12:30: c\n1: d") == {"on": "a", "NO": "b", "12:30": "c", "1": "d"}


def test_nodes_know_where_they_stand():
    reading = parse("a: [x, “été”]\n".encode(), "x.yaml")
    assert isinstance(reading.root, Entries)
    ((key, items),) = reading.root.entries
    assert key == Scalar("a", Mark(1, 1, 1))
    assert isinstance(items, Items)
    assert items.mark == Mark(1, 4, 1)
    assert [item.mark for item in items.items] == [Mark(1, 5, 1), Mark(1, 8, 5)]


def test_a_byte_order_mark_at_the_start_is_no_fault():
    assert plain(parse(b"\xef\xbb\xbfa: b", "x").root) == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: Mailer : du QR\n", ["1:14 E003 a second `: ` in this value"]),
        ("a:\n\t- b\n", ["2:1 E003 a tab cannot begin a value"]),
        ("a: 'x\nb: c\n", ["1:4 E003 the quotes are not closed"]),
        ("a: [1, 2\nb: c\n", ["1:4 E003 the list is not closed"]),
        ("a: {b: c\nd: e\n", ["1:4 E003 the mapping is not closed"]),
        ("a:\n  b: c\n d: e\n", ["3:2 E003 this does not line up with what stands above"]),
        ("a: @x\n", ["1:4 E003 a text cannot begin with this character"]),
        ("a: 1\n---\nb: 2\n", ["2:1 E003 a second document begins here"]),
        ("a: &x 1\n", ["1:4 E005 the anchor &x is not understood in scenarios"]),
        ("a: *x\n", ["1:4 E005 *x repeats another part of the file"]),
        ("&k a: 1\n", ["1:1 E005 the anchor &k is not understood in scenarios"]),
        ("<<: {a: 1}\n", ["1:1 E005 a merge key is not understood in scenarios"]),
        ("? [a]\n: b\n", ["1:3 E005 a key must be a text"]),
        (
            "a: !!python/object/apply:os.system [id]\n",
            ["1:4 E005 the tag !!python/object/apply:os.system is not understood in scenarios"],
        ),
        ("a: !!int 3\n", ["1:4 E005 the tag !!int is not understood in scenarios"]),
        ("a: !env SECRET\n", ["1:4 E005 the tag !env is not understood in scenarios"]),
        ("a: 1\nb: 2\na: 3\n", ["3:1 E007 'a' is here twice: on lines 1 and 3"]),
        ("{a: 1, 'a': 2}\n", ["1:8 E007 'a' is here twice on this line"]),
        ("x:\n  - {b: 1, c: 2, b: 3}\n", ["2:18 E007 'b' is here twice on this line"]),
        ("na\u200bme: x\n", ["1:3 E002 an invisible character, U+200B, stands here"]),
        ("a: b\ufeffc\n", ["1:5 E002 an invisible character, U+FEFF, stands here"]),
        ("a: b\n\u202ec: d\n", ["2:1 E002 an invisible character, U+202E, stands here"]),
        ("a: b\u2028c: d\n", ["1:5 E002 an invisible character, U+2028, stands here"]),
        ("a: b\u0085c: d\n", ["1:5 E002 an invisible character, U+0085, stands here"]),
        (
            "a: \x1b[31m\x00\n",
            [f"1:{n} E002 an invisible character, U+{c}, stands here" for n, c in ((4, "001B"), (9, "0000"))],
        ),
        ('a: b\nc: "\\UFFFFFFFF"\n', ["2:1 E003 what follows holds a number that is out of range"]),
        (f"%YAML {'9' * 5000}.1\n---\na: b\n", ["1:1 E003 what follows holds a number that is out of range"]),
        ('a: "x\\0y"\n', ["1:4 E002 a text cannot hold the character U+0000"]),
        ('a: "\\ud800"\n', ["1:4 E002 a text cannot hold the character U+D800"]),
        ("[" * 5000, ["1:21 E004 nested more than 20 levels deep"]),
        ("{a: " * 5000, ["1:78 E004 nested more than 20 levels deep"]),
        ("- x\n" * 5000, ["5000:3 E004 more than 5000 values"]),
        (f"a: {'x' * 8193}", ["1:4 E004 a text of 8193 characters; 8192 is the most"]),
    ],
)
def test_what_scenarios_do_without_is_refused_at_its_place(text, expected):
    assert problems(text) == expected


def test_limits_themselves_are_allowed():
    assert problems("- x\n" * 4999) == []
    assert problems("[" * 20 + "]" * 20) == []
    assert problems(f"a: {'x' * 8192}") == []


def test_other_encodings_are_named():
    assert problems("nom: Lettre\nville: Orléans\n".encode("latin-1")) == ["2:11 E002 the byte 0xe9 is not UTF-8"]
    assert problems("a: b".encode("utf-16")) == ["0:0 E002 is in UTF-16, and must be in UTF-8"]
    assert problems(b"\xef\xbb\xbfa: \xe9") == ["1:4 E002 the byte 0xe9 is not UTF-8"]
    assert problems(b"a: \xed\xa0\x80") == ["1:4 E002 the byte 0xed is not UTF-8"]


BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))


def test_an_alias_bomb_is_refused_at_every_anchor_and_alias():
    anchors = [f"{n}:4 E005 the anchor &{c} is not understood in scenarios" for n, c in enumerate("abcdefghi", 1)]
    aliases = [
        f"{n}:{x} E005 *{c} repeats another part of the file" for n, c in enumerate("abcdefgh", 2) for x in (8, 12)
    ]
    assert sorted(problems(BOMB)) == sorted(anchors + aliases)


def test_a_list_that_holds_itself_is_refused():
    assert problems("a: &a [*a]") == [
        "1:4 E005 the anchor &a is not understood in scenarios",
        "1:8 E005 *a repeats another part of the file",
    ]


def said(path: Path) -> list[str]:
    return [f"{p.code} {p.message}" for p in read(path).problems]


def test_a_file_too_large_is_refused_before_it_is_parsed(tmp_path: Path):
    file = tmp_path / "x.yaml"
    file.write_bytes(b"#" * MOST_BYTES)
    assert said(file) == []
    file.write_bytes(b"#" * (MOST_BYTES + 1))
    assert said(file) == ["E001 is larger than 256 KB; a scenario describes one journey"]


def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.yaml")
    assert said(tmp_path / "pipe.yaml") == ["E001 is not a regular file"]
    assert said(tmp_path) == ["E001 is not a file"]
    assert said(Path("/dev/zero")) == ["E001 is not a regular file"]
    assert said(tmp_path / "none.yaml") == ["E001 cannot be read: no such file or directory"]


def test_no_bytes_whatever_make_the_reader_raise():
    chance = random.Random(20260321)
    pieces = [
        b"a",
        b": ",
        b"- ",
        b"\n",
        b"  ",
        b"[",
        b"]",
        b"{",
        b"}",
        b"&a",
        b"*a",
        b"!t ",
        b"|",
        b">",
        b"'",
        b'"',
        b"#",
        b"<<",
    ]
    pieces += [
        b"? ",
        b"---",
        b"%YAML 9.9",
        b"\t",
        b"\xff",
        b"\xc3\xa9",
        b"\xe2\x80\x8b",
        b"\\x",
        b",",
        b"@",
        b"\r",
        b"...\n",
    ]
    for _ in range(1500):
        data = b"".join(chance.choices(pieces, k=chance.randrange(1, 30)))
        reading = parse(data, "x")
        assert all(str(problem).startswith("x:") for problem in reading.problems), data
        if not reading.problems:
            assert only_texts(plain(reading.root)), data


def only_texts(tree: object) -> bool:
    if isinstance(tree, dict):
        return all(isinstance(key, str) and only_texts(value) for key, value in tree.items())
    if isinstance(tree, list):
        return all(map(only_texts, tree))
    return tree is None or isinstance(tree, str)
