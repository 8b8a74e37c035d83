"""`parcours schema`: what editors need to know of scenario files."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from parcours.errors import UsageError

USUAL = Path(".parcours") / "schema.json"  # where editors find it, from the project's folder


def schema_text() -> str:
    """The schema as it is written."""
    import parcours.channels
    import parcours.steps
    from parcours.scenario.schema import json_schema

    made = json_schema(parcours.steps.catalogue(), parcours.channels.catalogue())
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def reference_text() -> str:
    """The reference of scenario files, in Markdown."""
    import parcours.channels
    import parcours.steps
    from parcours.scenario.reference import reference

    return reference(parcours.steps.catalogue(), parcours.channels.catalogue())


def modeline(scenario: Path, home: Path) -> str:
    """The first line of a scenario that names the schema to editors; "" where the project's folder has none."""
    if not (home / USUAL).is_file():
        return ""
    there = os.path.relpath(home / USUAL, scenario.parent)
    return f"# yaml-language-server: $schema={Path(there).as_posix()}"


@click.command(
    "schema",
    epilog="""\b
Examples:
  parcours schema
  parcours schema -o .parcours/schema.json
  parcours schema --format markdown

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
@click.option(
    "--format",
    type=click.Choice(["json", "markdown"]),
    default="json",
    show_default=True,
    help="json for editors, markdown for people.",
)
def schema(output: Path | None, format: str) -> None:
    """Print the JSON Schema of scenario files, for editors; or their reference, for people."""
    text = schema_text() if format == "json" else reference_text()
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{output} cannot be written: {error.strerror}", tip="name a file in a folder of yours"
        ) from error
    click.echo(f"{output} written")
