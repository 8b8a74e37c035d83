from __future__ import annotations

import json

from click.testing import CliRunner

import parcours.channels
import parcours.steps
from parcours.cli.schema import schema
from parcours.errors import UsageError
from parcours.scenario.schema import json_schema


def test_it_prints_the_schema_of_the_verbs_and_channels_that_are_there():
    printed = CliRunner().invoke(schema, [])
    assert printed.exit_code == 0
    made = json.loads(printed.output)
    assert made == json_schema(parcours.steps.catalogue(), parcours.channels.catalogue())
    forms = made["properties"]["steps"]["items"]["anyOf"]
    assert {word for form in forms for word in form.get("required", ())} >= set(parcours.steps.catalogue())
    assert {word for form in made["properties"]["start"]["anyOf"] for word in form["required"]} >= set(
        parcours.channels.catalogue()
    )


def test_it_writes_a_file_and_the_folders_to_it(tmp_path):
    file = tmp_path / ".parcours" / "schema.json"
    printed = CliRunner().invoke(schema, ["--output", str(file)])
    assert (printed.exit_code, printed.output) == (0, f"{file} written\n")
    assert json.loads(file.read_text(encoding="utf-8"))["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_a_file_that_cannot_be_written_is_said_plainly(tmp_path):
    (tmp_path / "taken").touch()
    printed = CliRunner().invoke(schema, ["--output", str(tmp_path / "taken" / "schema.json")])
    assert isinstance(printed.exception, UsageError)
    assert "schema.json cannot be written: " in printed.exception.message
