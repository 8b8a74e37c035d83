"""How the command finds its commands, and how it ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import click
import pytest
from click.testing import CliRunner, Result

from parcours import __version__
from parcours.cli import LazyGroup, Manner, main, manner, printable
from parcours.errors import Exit, ToolError, UsageError


def group(act: Callable[[], object]) -> click.Group:
    """A group like ours, with one command that does as it is told."""

    class One(LazyGroup):
        def list_commands(self, _: click.Context) -> list[str]:
            return ["act"]

        def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
            return click.Command("act", callback=act) if cmd_name == "act" else None

    def root(quiet: bool, verbose: bool) -> None:
        click.get_current_context().obj = Manner(quiet=quiet, verbose=verbose)

    flags = [click.Option(["-q", "--quiet"], is_flag=True), click.Option(["-v", "--verbose"], is_flag=True)]
    return One("parcours", callback=root, params=list(flags))


def call(act: Callable[[], object], *args: str) -> Result:
    return CliRunner().invoke(group(act), args or ["act"])


def raising(error: BaseException) -> Callable[[], object]:
    def act() -> object:
        raise error

    return act


class TestHowItEnds:
    def test_a_command_that_returns_nothing_is_fine(self) -> None:
        assert call(lambda: None).exit_code == Exit.FINE

    def test_a_command_may_return_its_code(self) -> None:
        assert call(lambda: Exit.FINDINGS).exit_code == Exit.FINDINGS

    def test_a_command_may_exit_with_its_code(self) -> None:
        assert call(raising(SystemExit(6))).exit_code == Exit.UNJUDGED

    def test_a_command_may_leave_through_its_context(self) -> None:
        assert call(lambda: click.get_current_context().exit(5)).exit_code == Exit.NOTHING

    def test_what_is_returned_and_is_no_code_does_not_count(self) -> None:
        assert call(lambda: "done").exit_code == Exit.FINE

    @pytest.mark.parametrize(
        ("error", "code", "said"),
        [
            (UsageError("no such rule", tip="try another"), 4, "parcours: no such rule\n  tip: try another\n"),
            (ToolError("the disk is full"), 3, "parcours: the disk is full\n"),
            (KeyboardInterrupt(), 2, "\nparcours: interrupted\n"),
            (click.FileError("letter.pdf", "gone"), 4, "Error: Could not open file 'letter.pdf': gone\n"),
            (click.ClickException("that is wrong too"), 4, "Error: that is wrong too\n"),
            (BrokenPipeError(32, "Broken pipe"), 3, ""),
        ],
        ids=["usage", "tool", "interrupt", "click file", "click", "reader gone"],
    )
    def test_an_error_is_told_on_stderr_only_and_has_its_code(self, error: BaseException, code: int, said: str) -> None:
        result = call(raising(error))
        assert (result.exit_code, result.stdout, result.stderr) == (code, "", said)

    def test_what_nobody_foresaw_asks_for_a_report(self) -> None:
        result = call(raising(ZeroDivisionError("by zero")))
        first, second = result.stderr.splitlines()
        assert (result.exit_code, result.stdout) == (Exit.TOOL, "")
        assert first == "parcours: ZeroDivisionError: by zero"
        assert "please report it" in second

    @pytest.mark.parametrize("error", [ToolError("the disk is full"), ZeroDivisionError("by zero")])
    def test_the_origin_of_an_error_is_printed_only_when_verbose(self, error: Exception) -> None:
        assert "Traceback" not in call(raising(error)).stderr
        assert "Traceback" in call(raising(error), "-v", "act").stderr

    def test_a_wrong_call_has_no_traceback_even_when_verbose(self) -> None:
        assert "Traceback" not in call(raising(click.UsageError("wrong")), "-v", "act").stderr

    def test_a_message_cannot_move_the_cursor_of_a_terminal(self) -> None:
        assert call(raising(ToolError("page \x1b[2J\u202egnp"))).stderr == "parcours: page \\x1b[2J\\u202egnp\n"


class TestManner:
    @pytest.mark.parametrize(
        ("flags", "expected"),
        [
            ([], Manner()),
            (["-q"], Manner(quiet=True)),
            (["--quiet"], Manner(quiet=True)),
            (["-v"], Manner(verbose=True)),
        ],
        ids=["nothing said", "-q", "--quiet", "-v"],
    )
    def test_a_command_knows_how_much_to_say(self, flags: list[str], expected: Manner) -> None:
        seen: list[Manner] = []
        call(lambda: seen.append(manner()), *flags, "act")
        assert seen == [expected]

    def test_outside_a_command_nothing_special_is_asked(self) -> None:
        assert manner() == Manner()


class TestCommands:
    @pytest.fixture
    def top(self) -> Iterator[click.Context]:
        with click.Context(main) as top:
            yield top

    def test_every_listed_command_is_called_as_its_file_is(self, top: click.Context) -> None:
        for name in main.list_commands(top):
            command = main.get_command(top, name)
            assert command is not None
            assert command.name == name

    def test_doctor_and_devices_are_among_them(self, top: click.Context) -> None:
        assert {"doctor", "devices"} <= set(main.list_commands(top))

    def test_every_command_says_what_it_does_and_shows_an_example(self, top: click.Context) -> None:
        for name in main.list_commands(top):
            command = main.get_command(top, name)
            assert command is not None
            assert command.get_short_help_str(), name
            assert f"parcours {name}" in (command.epilog or ""), name

    def test_a_name_that_is_no_command_gets_the_nearest(self) -> None:
        result = CliRunner().invoke(main, ["docter"])
        assert (result.exit_code, result.stdout) == (Exit.USAGE, "")
        assert "there is no command 'docter'; did you mean 'doctor'?" in result.stderr

    def test_a_module_without_a_command_is_no_command(self) -> None:
        assert CliRunner().invoke(main, ["__init__"]).exit_code == Exit.USAGE

    def test_a_wrong_option_is_a_wrong_usage(self) -> None:
        assert CliRunner().invoke(main, ["doctor", "--nonsense"]).exit_code == Exit.USAGE

    def test_the_help_shows_examples_and_exit_codes(self) -> None:
        result = CliRunner().invoke(main, ["--help"])
        assert result.exit_code == Exit.FINE
        assert "parcours scan letter.pdf" in result.stdout
        assert "0 fine, 1 findings, 2 interrupted" in result.stdout

    def test_commands_are_not_imported_before_they_are_called(self) -> None:
        said = python(
            "import sys; import parcours.cli; print([m for m in sys.modules if m.startswith('parcours.cli.')])"
        )
        assert said.stdout.strip() == "[]"


class TestManners:
    """What holds for every command alike."""

    @pytest.fixture
    def commands(self) -> Iterator[dict[str, click.Command]]:
        with click.Context(main) as top:
            yield {name: command for name in main.list_commands(top) if (command := main.get_command(top, name))}

    def test_every_command_takes_quiet_and_verbose(self, commands: dict[str, click.Command]) -> None:
        for name, command in commands.items():
            flags = [flag for parameter in command.params for flag in parameter.opts]
            assert [flags.count(flag) for flag in ("-q", "--quiet", "-v", "--verbose")] == [1, 1, 1, 1], name

    def test_an_option_of_one_name_means_one_thing(self, commands: dict[str, click.Command]) -> None:
        helps: dict[str, set[str]] = {}
        for command in commands.values():
            for option in (p for p in command.params if isinstance(p, click.Option)):
                helps.setdefault(option.opts[-1], set()).add(option.help or "")
        for name in ("--quiet", "--verbose", "--fail-on", "--min-severity", "--strict"):
            assert len(helps[name]) == 1, (name, helps[name])

    def test_every_option_is_explained(self, commands: dict[str, click.Command]) -> None:
        for name, command in commands.items():
            for option in (p for p in command.params if isinstance(p, click.Option)):
                assert option.help, (name, option.opts)

    @pytest.mark.parametrize("args", [("-q", "explain", "nonsense"), ("explain", "-q", "nonsense")])
    def test_quiet_may_stand_on_either_side_of_the_name(self, args: tuple[str, ...]) -> None:
        assert CliRunner().invoke(main, list(args)).exit_code == Exit.USAGE

    @pytest.mark.parametrize("args", [("-v", "explain", "nonsense"), ("explain", "-v", "nonsense")])
    def test_verbose_prints_the_origin_wherever_it_stands(self, args: tuple[str, ...]) -> None:
        assert "Traceback" in CliRunner().invoke(main, list(args)).stderr

    def test_an_option_that_is_none_gets_the_nearest(self) -> None:
        said = CliRunner().invoke(main, ["clean", "--dry-rnu"])
        assert (said.exit_code, "--dry-run" in said.stderr) == (Exit.USAGE, True)

    @pytest.mark.parametrize(
        ("told", "coloured"),
        [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
        ids=["no terminal", "FORCE_COLOR", "NO_COLOR wins"],
    )
    def test_colours_are_for_terminals_and_for_those_who_ask(self, told: dict[str, str], coloured: bool) -> None:
        env = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}
        call = [sys.executable, "-m", "parcours", "explain", "viewport/missing"]
        said = subprocess.run(call, env={**env, **told}, capture_output=True, text=True, check=True)
        assert bool(re.search(r"\x1b\[[0-9;]*3[0-7]", said.stdout)) == coloured


class TestCompletion:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_a_shell_gets_its_script(self, shell: str) -> None:
        said = CliRunner().invoke(main, ["completion", shell])
        assert said.exit_code == Exit.FINE
        assert f"_PARCOURS_COMPLETE={shell}_complete" in said.stdout

    @pytest.mark.parametrize(
        ("typed", "offered"),
        [
            ("parcours li", ["plain,lint"]),
            ("parcours lint --form", ["plain,--format"]),
            ("parcours lint --format git", ["plain,github"]),
            ("parcours completion z", ["plain,zsh"]),
        ],
    )
    def test_commands_options_and_values_are_completed(self, typed: str, offered: list[str]) -> None:
        words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1), "_PARCOURS_COMPLETE": "bash_complete"}
        call = [sys.executable, "-m", "parcours"]
        said = subprocess.run(call, env={**os.environ, **words}, capture_output=True, text=True, check=False)
        assert said.stdout.split() == offered

    def test_bash_takes_the_script(self) -> None:
        script = CliRunner().invoke(main, ["completion", "bash"]).stdout
        said = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
        assert (said.returncode, said.stderr) == (0, "")


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)


def test_python_m_parcours_is_parcours() -> None:
    said = subprocess.run([sys.executable, "-m", "parcours", "--version"], capture_output=True, text=True, check=True)
    assert said.stdout == f"parcours, version {__version__}\n"


def test_a_reader_that_stops_reading_hears_no_complaint() -> None:
    code = (
        "import os, sys; reader, writer = os.pipe(); os.close(reader); os.dup2(writer, 1)\n"
        "from parcours.cli import main; main(['--version'])"
    )
    said = subprocess.run([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True, check=False)
    assert (said.returncode, said.stderr) == (Exit.TOOL, "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("café — 10\N{NO-BREAK SPACE}%", "café — 10\N{NO-BREAK SPACE}%"),
        ("one\ntwo", "one\n  two"),
        ("one\n  two", "one\n  two"),
        ("bell\a", "bell\\x07"),
        ("half \ud800", "half \\ud800"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
    ],
)
def test_printable_shows_what_cannot_be_seen(text: str, shown: str) -> None:
    assert printable(text) == shown
