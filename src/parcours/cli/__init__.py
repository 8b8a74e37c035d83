"""The command `parcours`. Each command is a file of this folder and is imported when it is called."""

from __future__ import annotations

import importlib
import os
import pkgutil
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any, Never

import click

from parcours import __version__
from parcours.errors import Exit, ParcoursError, closest

EPILOG = """\b
Examples:
  parcours demo                                    a shop's letter on two phones, before and after
  parcours scan letter.pdf                         read the code as a phone would
  parcours audit https://shop.example              judge a page on emulated phones
  parcours init                                    what belongs beside scenarios, in any repository
  parcours new letter.pdf                          draft a journey by looking at what is there
  parcours lint                                    check journeys without a browser
  parcours run scenarios/                          walk every journey
  parcours doctor                                  what is installed, and which browser starts

\b
Exit codes: 0 fine, 1 findings, 2 interrupted, 3 parcours could not do its work, 4 wrong usage,
5 nothing to do, 6 nothing could be judged.
"""


MANNERS = {"quiet": "Print results only.", "verbose": "Print where an error came from."}


@dataclass(frozen=True, slots=True)
class Manner:
    """How much to say: nothing but results when quiet, the origin of errors too when verbose."""

    quiet: bool = False
    verbose: bool = False


def manner() -> Manner:
    """How much the person who typed the command wants to read."""
    context = click.get_current_context(silent=True)
    found = context.find_object(Manner) if context else None
    return found or Manner()


class NoReaderError(Exception):
    """Whoever read our output has stopped, as `head` does."""


_EXPECTED = (click.ClickException, click.Abort, click.exceptions.Exit, NoReaderError)


@contextmanager
def _reader_watched() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:  # click would end with 1, which is for findings
        raise NoReaderError from error


class LazyGroup(click.Group):
    """Commands found by name in this package; every way of ending becomes one of our exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the modules here that hold a command."""
        names = sorted(found.name for found in pkgutil.iter_modules(__path__))
        return [name.replace("_", "-") for name in names if self.get_command(ctx, name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, its module imported; None when there is none."""
        name = cmd_name.replace("-", "_")
        if name not in {found.name for found in pkgutil.iter_modules(__path__)}:
            return None
        command = getattr(importlib.import_module(f"{__name__}.{name}"), name, None)
        return _with_manner(command) if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """click's, with a "did you mean"."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            near = closest(args[0], self.list_commands(ctx))
            ctx.fail(f"there is no command {args[0]!r}{'; ' if near else ''}{near}")
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """click's: here --help and --version print."""
        with _reader_watched():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """click's; when verbose, the origin of an error is printed before it is told."""
        try:
            with _reader_watched():
                return super().invoke(ctx)
        except Exception as error:
            if ctx.params.get("verbose") and not isinstance(error, _EXPECTED):
                traceback.print_exc()
            raise

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and end the process. A command may return its exit code, or exit with it."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        # What ends a job of CI or a container: like Ctrl-C, it leaves what was finished and no process behind.
        with suppress(ValueError):  # not in the main thread: somebody else answers signals
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            sys.stdout.flush()
        except Exception as error:  # noqa: BLE001 - each becomes a sentence and an exit code
            _end(error)
        sys.exit(code if isinstance(code, int) else Exit.FINE)


def _with_manner(command: click.Command) -> click.Command:
    """The command with -q and -v behind its name too, where people look for them."""
    if not any(parameter.name == "quiet" for parameter in command.params):
        command.params += [_flag(name, help) for name, help in MANNERS.items()]
    return command


def _flag(name: str, help: str) -> click.Option:
    def told(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
        if value:
            ctx.obj = replace(manner(), **{name: True})
            ctx.find_root().params[name] = True

    flags = [f"-{name[0]}", f"--{name}"]
    return click.Option(flags, is_flag=True, help=help, callback=told, expose_value=False)


def _end(error: Exception) -> Never:
    """Tell what happened, on stderr only, and end with its code."""
    match error:
        case click.exceptions.Abort():
            _tell("interrupted")
            code = Exit.INTERRUPTED
        case click.ClickException():
            error.show()
            code = Exit.USAGE
        case ParcoursError():
            _tell(str(error))
            code = error.exit_code
        case NoReaderError() | BrokenPipeError():
            # What is still buffered has no reader either; Python would complain of it when it ends.
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = Exit.TOOL
        case _:
            _tell(f"{type(error).__name__}: {error}")
            _tell(
                "this is a fault of parcours: please report it, with what `parcours -v ...` and `parcours doctor` print"
            )
            code = Exit.TOOL
    sys.exit(code)


def _tell(message: str) -> None:
    click.echo(f"parcours: {printable(message)}", err=True)


def printable(text: str) -> str:
    """The text without what would move a terminal's cursor or turn its letters round; new lines are indented."""
    shown = (
        c if c.isprintable() or c in "\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}" else ascii(c)[1:-1] for c in text
    )
    return "".join(shown).replace("\n", "\n  ").replace("\n    ", "\n  ")


@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="parcours")
@click.option("-q", "--quiet", is_flag=True, help=MANNERS["quiet"])
@click.option("-v", "--verbose", is_flag=True, help=MANNERS["verbose"])
@click.pass_context
def main(ctx: click.Context, quiet: bool, verbose: bool) -> None:
    """Walk a customer's journey on a phone, from the printed code to the last tap.

    Every finding says which department must mend what.
    """
    ctx.obj = Manner(quiet=quiet, verbose=verbose)
