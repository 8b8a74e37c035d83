"""The shop's form is sent by the example scenario, and by it alone: without `allow-send` it says what to add."""

from __future__ import annotations

from pathlib import Path

from parcours.running.planning import jobs_for, load_scenario
from parcours.running.run import lane_settings
from parcours.running.supervisor import Lane
from parcours.storage.journal import RunFolder

EXAMPLE = Path(__file__).parents[2] / "scenarios" / "ecrire-au-chausseur.yaml"


def test_without_its_permission_the_letter_stays_in_the_form(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    file = tmp_path / "ecrire.yaml"
    file.write_text(text.replace("allow-send: [bottines.localhost]\n", ""), encoding="utf-8")
    folder = RunFolder.create(tmp_path)
    (job,) = jobs_for(load_scenario(file), ("android",), folder)
    folder.journey(*job.place.split("/"))
    with Lane(lane_settings()) as lane:
        result = lane.run(job, lambda _job, _said: None)
    assert [(step.verb, step.ended) for step in result.steps][-4:] == [
        ("type", "done"),
        ("send", "blocked"),
        ("expect-url", "skipped"),
        ("see", "skipped"),
    ]
    said = "“Envoyer” sends to bottines.localhost, which the scenario does not allow:"
    advice = "add `allow-send: [bottines.localhost]`"
    assert (result.code, result.reason) == ("send-refused", f"{said} {advice}")
