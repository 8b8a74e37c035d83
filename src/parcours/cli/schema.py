"""`parcours schema`: what editors need to know of scenario files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from parcours.errors import UsageError


@click.command(
    "schema",
    epilog="""\b
Examples:
  parcours schema
  parcours schema -o .parcours/schema.json

\b
Named in a scenario's first line, it lets an editor complete and check while you type:
  # yaml-language-server: $schema=../.parcours/schema.json
""",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it to this file instead of the terminal; folders are made.",
)
def schema(output: Path | None) -> None:
    """Print the JSON Schema of scenario files, for editors."""
    import parcours.channels
    import parcours.steps
    from parcours.scenario.schema import json_schema

    made = json_schema(parcours.steps.catalogue(), parcours.channels.catalogue())
    text = json.dumps(made, indent=2, ensure_ascii=False)
    if output is None:
        click.echo(text)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{output} cannot be written: {error.strerror}", tip="name a file in a folder of yours"
        ) from error
    click.echo(f"{output} written")
