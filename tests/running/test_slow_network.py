"""A journey on slow 4G: asked for in the scenario or at the door, walked to its end, and told."""

from __future__ import annotations

from pathlib import Path

from parcours.results import Status
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.run import lane_settings
from parcours.running.supervisor import Lane
from parcours.storage.facts import read_facts
from parcours.storage.journal import RunFolder
from servers import Answer, serving

# A picture that is larger than the rest of the screen, so that it is the largest paint: 600 kB.
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="360" height="600"><rect width="360" height="600"/><!--'
PAGES = {
    "/": "<!doctype html><html lang=en><title>Boots</title><meta name=viewport content='width=device-width'>"
    "<h1>Boots</h1><img src=/boots.svg alt=Boots width=360 height=600>",
    "/boots.svg": Answer(PICTURE + b"x" * 600_000 + b"--></svg>", headers={"Content-Type": "image/svg+xml"}),
}


def test_a_journey_is_as_slow_as_its_scenario_says_and_the_door_may_overrule_it(tmp_path: Path) -> None:
    with serving(PAGES) as site, Lane(lane_settings()) as lane:
        file = tmp_path / "slow.yaml"
        text = f"parcours: 1\nname: Slow\nallow-private: [127.0.0.1]\nnetwork: slow-4g\nstart:\n  link: {site.url}\n"
        file.write_text(text)
        folder = RunFolder.create(tmp_path)
        painted = {}
        for network in ("", "as-is"):
            (job,) = jobs_for(load_scenario(file), ("android",), folder, network=network, hard_seconds=30)
            folder.journey(*job.place.split("/"))
            result = lane.run(job, lambda _job, _said: None)
            page = read_facts(Path(job.folder) / result.pages[0].facts)
            assert (result.network, page.network) == (job.network, job.network)
            assert result.status in (Status.PASSED, Status.FAILED), result.reason  # it came to its end
            assert page.main.vitals
            painted[job.network] = (job.hard_seconds, page.main.vitals.lcp)
    assert [painted[network][0] for network in ("slow-4g", "as-is")] == [60, 30]
    assert painted["slow-4g"][1] > 2 * painted["as-is"][1]
