"""`parcours completion SHELL`: what makes a shell complete commands, options and their values."""

from __future__ import annotations

import click

WHERE = {"bash": "~/.bashrc", "zsh": "~/.zshrc", "fish": "~/.config/fish/completions/parcours.fish"}


@click.command(
    epilog="""\b
Examples:
  parcours completion bash >> ~/.bashrc
  parcours completion zsh >> ~/.zshrc
  parcours completion fish > ~/.config/fish/completions/parcours.fish
"""
)
@click.argument("shell", type=click.Choice(tuple(WHERE)))
def completion(shell: str) -> None:
    """Print what makes bash (4.4 or newer), zsh or fish complete commands, options and their values."""
    from click.shell_completion import get_completion_class

    from parcours.cli import main

    known = get_completion_class(shell)
    assert known is not None
    # The script itself: asking click for it by way of its environment variable would start bash to know its version.
    made = known(main, {}, "parcours", "_PARCOURS_COMPLETE")
    click.echo(made.source_template % made.source_vars())
