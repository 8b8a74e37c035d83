"""Pages as the world serves them, 2009 to 2024: each is judged, none crashes a check, hangs or comes out empty."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcours.facts.model import PageSnapshot
from parcours.findings import Verdict
from parcours.results import Status
from parcours.running.planning import address_scenario, jobs_for
from parcours.running.supervisor import Lane
from parcours.storage.codec import from_json
from parcours.storage.journal import RunFolder
from servers import Answer, Site, serving

NAMES = [f"{number:02d}.html" for number in range(1, 27)]


@pytest.fixture(scope="module")
def site(shared_data: Path) -> Iterator[Site]:
    def page(path: str) -> Answer:
        file = shared_data / "pages" / path.strip("/")
        return Answer(file.read_bytes()) if file.is_file() else Answer("", 404)

    with serving(page) as site:
        yield site


@pytest.mark.parametrize("name", NAMES)
def test_a_real_page_is_judged(lane: Lane, site: Site, tmp_path: Path, name: str) -> None:
    device = "iphone" if int(name[:2]) % 2 else "android"
    folder = RunFolder.create(tmp_path)
    url = f"{site.url}/{name}"
    (job,) = jobs_for(address_scenario(url), (device,), folder, url=url)
    folder.journey(*job.place.split("/"))
    result = lane.run(job, lambda _job, _said: None)
    assert [(step.ended, step.code) for step in result.steps] == [("done", "")], result.reason
    assert [judgement for judgement in result.judgements if judgement.verdict is Verdict.BROKEN] == []
    assert result.judged
    (page,) = result.pages
    assert (page.status, bool(page.title)) == (200, True)
    facts = from_json(PageSnapshot, gzip.decompress((folder.path / result.folder / page.facts).read_bytes()))
    blank = any(finding.rule == "landing/blank" for finding in result.findings)
    assert blank or sum(element.visible for element in facts.elements()) > 50
    assert not blank or result.status is Status.INCONCLUSIVE
    assert (folder.path / result.folder / page.shot).stat().st_size > 500
