"""The facts of a page as a run keeps them: `facts/NN.json.gz`, with a schema number."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path

from parcours.errors import UsageError
from parcours.facts.model import SCHEMA, PageSnapshot
from parcours.storage.codec import from_plain


class SchemaError(UsageError):
    """Facts that another version of parcours wrote, in a form that this one does not read."""


def read_facts(path: Path) -> PageSnapshot:
    """The page whose facts lie there. Raises SchemaError for another version's, UsageError for a damaged file."""
    try:
        plain = json.loads(gzip.decompress(path.read_bytes()))
    except FileNotFoundError as error:
        raise UsageError(f"{path} is gone") from error
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise UsageError(f"{path} is damaged: {error}") from error
    schema = plain.get("schema") if isinstance(plain, dict) else None
    if not isinstance(schema, int):
        raise UsageError(f"{path} holds no facts of a page: it has no schema number")
    if schema > SCHEMA:
        said = f"{path} has facts of schema {schema}, which is newer than this parcours reads ({SCHEMA})"
        raise SchemaError(said, tip="update parcours, or judge with the version that walked")
    if schema < SCHEMA:
        said = f"{path} has facts of schema {schema}, which this parcours does not read any more (it reads {SCHEMA})"
        raise SchemaError(said, tip="walk the journey again")
    try:
        return from_plain(PageSnapshot, plain)
    except ValueError as error:
        raise UsageError(f"{path} does not fit: {str(error).splitlines()[0]}") from error
