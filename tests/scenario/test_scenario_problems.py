from __future__ import annotations

import pytest

from parcours.scenario.problems import Code, Mark, ScenarioProblem, Source, visible


def shown(line: str, column: int, width: int = 1, message: str = "no", help: str = "") -> str:
    return str(Source("mailer.yaml", ("", line)).problem(Mark(2, column, width), Code.VALUE, message, help))


def test_a_problem_is_shown_with_its_line_a_caret_and_a_help():
    line = "  - check: [viewport, plugin-x]"
    assert shown(line, 23, 8, "'plugin-x' is not a rule or area", "did you mean 'plugin'?") == (
        "mailer.yaml:2:23: E010: 'plugin-x' is not a rule or area\n"
        "     2 |   - check: [viewport, plugin-x]\n"
        "       |                       ^^^^^^^^\n"
        "       = help: did you mean 'plugin'?"
    )


@pytest.mark.parametrize(
    ("line", "column", "width", "text", "caret"),
    [
        ("\tx: y", 5, 1, " x: y", "    ^"),
        ("中文: x", 5, 1, "中文: x", "      ^"),
        ("e\u0301: x", 5, 1, "e\u0301: x", "   ^"),
        ("a\u202eb", 2, 1, "a\\u202eb", " ^^^^^^"),
        ("a: b", 5, 1, "a: b", "    ^"),
        ("a: b", 4, 50, "a: b", "   ^"),
        ("x" * 200, 1, 3, "x" * 110 + "…", "^^^"),
        ("x" * 200, 150, 3, "…" + "x" * 110 + "…", " " * 61 + "^^^"),
        ("x" * 200, 199, 2, "…" + "x" * 62, " " * 61 + "^^"),
    ],
)
def test_the_caret_stands_under_the_place_whatever_the_line_holds(line, column, width, text, caret):
    assert shown(line, column, width).splitlines()[1:] == [f"     2 | {text}", f"       | {caret}"]


def test_a_problem_of_the_whole_file_has_no_line():
    problem = ScenarioProblem("x.yaml", Mark(), Code.FILE, "is not a file")
    assert str(problem) == "x.yaml: E001: is not a file"
    assert (problem.line, problem.column) == (0, 0)


def test_nothing_that_a_terminal_obeys_is_ever_printed():
    hostile = "\x1b[2J\u202e\u200b\x07\n"
    problem = ScenarioProblem(hostile, Mark(1, 1), Code.VALUE, hostile, hostile, hostile)
    assert not set(hostile) & set(str(problem).replace("\n", "")) - set("[2J")
    assert visible("a\tb\x1b") == "a b\\u001b"


def test_codes_are_numbered_without_gaps():
    for letter in "EW":  # errors, warnings
        numbered = [code.value for code in Code if code.value.startswith(letter)]
        assert numbered == [f"{letter}{number:03}" for number in range(1, len(numbered) + 1)]
