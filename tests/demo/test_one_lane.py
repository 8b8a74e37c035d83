"""The shop before and after stand at one address: what a lane learned of the one must not be told of the other."""

from __future__ import annotations

import gzip
from pathlib import Path

import parcours.demo
from parcours.facts.model import PageSnapshot
from parcours.running.run import execute
from parcours.storage.codec import from_json

SCENARIOS = Path(parcours.demo.__file__).parent / "scenarios"


def test_files_beside_a_page_are_those_of_the_place_that_served_it(tmp_path: Path) -> None:
    files = [SCENARIOS / "lettre-avant.yaml", SCENARIOS / "lettre-apres.yaml"]
    outcome = execute(files, devices=("iphone",), reports=tmp_path, workers=1)
    found = {}
    for result in outcome.results:
        facts = outcome.folder / result.folder / result.pages[0].facts
        page = from_json(PageSnapshot, gzip.decompress(facts.read_bytes()))
        assert page.app.aasa
        found[result.scenario] = page.app.aasa.status
    assert found == {"lettre-avant": 404, "lettre-apres": 200}
