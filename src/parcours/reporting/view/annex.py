"""What made the report, and the data that it shows."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import cached_property

import parcours
from parcours.findings import Verdict
from parcours.redaction import Redactor
from parcours.reporting.jsonout import pieces
from parcours.reporting.run import Run
from parcours.reporting.view.desk import Desk, engine_name
from parcours.reporting.view.model import Version

DATA_URI = "data:application/json;base64,"
MOST_DATA = 1_500_000  # bytes of JSON that a report carries
JUDGED = (Verdict.PASSED, Verdict.FAILED, Verdict.REVIEW)


def versions(desk: Desk) -> Iterator[Version]:
    """The run, the program, the engines and the rules that came to a verdict."""
    words, run = desk.words, desk.run
    walked = run.head.get("parcours") or next((r.parcours for r in run.results if r.parcours), "")
    yield Version(words.version_tool, desk.text(str(walked or parcours.__version__), 40))
    if walked and walked != parcours.__version__:
        yield Version(words.version_report, parcours.__version__)
    engines = dict.fromkeys(f"{engine_name(r.engine.used)} {r.engine.version}".strip() for r in run.results)
    if engines:
        yield Version(words.version_engines, desk.text(words.listed(list(engines)), 200))
    rules = {judgement.rule for result in run.results for judgement in result.judgements}
    judged = {j.rule for result in run.results for j in result.judgements if j.verdict in JUDGED}
    if rules:
        yield Version(words.version_rules, words.rules_judged.format(n=len(judged), all=len(rules)))
    if run.folder.name:
        yield Version(words.version_run, desk.text(run.folder.name, 80))


class Document:
    """The run as one JSON document that a report carries. `uri` is its address, "" where it is too large for that."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def data(self) -> Iterator[bytes]:
        """The document, in ASCII, a journey at a time."""
        return pieces(self._run, Redactor().shown)

    @cached_property
    def uri(self) -> str:
        """Its address as a `data:` link: made when it is asked for, as most formats do without."""
        kept, size = [], 0
        for piece in self.data():
            kept.append(piece)
            size += len(piece)
            if size > MOST_DATA:
                return ""
        return f"{DATA_URI}{base64.b64encode(b''.join(kept)).decode()}"
