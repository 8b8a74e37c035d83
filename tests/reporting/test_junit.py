"""JUnit XML as every CI server reads it: a suite a scenario, a case a phone, the same outcome as pytest's."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from parcours.comparing import Policy
from parcours.reporting import Options, Run, reports
from parcours.reporting.junit import document
from reporting import exporting

RUNS = {
    "story": exporting.story,
    "since": exporting.since,
    "broken": exporting.broken,
    "hostile": exporting.hostile,
    "empty": Run,
}
# What Jenkins' schema for JUnit allows: each element's attributes, and the elements that may stand in it, in order.
ATTRIBUTES = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "id", "package"},
    "properties": set(),
    "property": {"name", "value"},
    "testcase": {"name", "classname", "time"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "skipped": {"type", "message"},
    "system-out": set(),
    "system-err": set(),
}
REQUIRED = {
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"name"},
    "property": {"name", "value"},
}
INSIDE = {
    "testsuites": r"(testsuite )*",
    "testsuite": r"(properties )?(testcase )*(system-out )?(system-err )?",
    "properties": r"(property )*",
    "testcase": r"(skipped |error |failure )?(system-out )?(system-err )?",
}
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parsed(run: Run, **policy) -> ET.Element:
    return ET.fromstring(document(run, Policy(**policy)))


def outcomes(run: Run, **policy) -> dict[str, tuple[str, str]]:
    return {
        case.get("name"): next(
            ((part.tag, part.get("type")) for part in case if part.tag in ("failure", "error", "skipped")), ("", "")
        )
        for case in parsed(run, **policy).iter("testcase")
    }


@pytest.mark.parametrize("name", RUNS)
def test_every_document_holds_to_the_schema_that_ci_servers_know(name):
    text = document(RUNS[name](), Policy()).decode("utf-8")
    assert FORBIDDEN.findall(text) == []
    root = ET.fromstring(text)
    assert root.tag == "testsuites"
    for element in root.iter():
        assert set(element.keys()) <= ATTRIBUTES[element.tag]
        assert set(element.keys()) >= REQUIRED.get(element.tag, set())
        assert re.fullmatch(INSIDE.get(element.tag, ""), "".join(f"{part.tag} " for part in element)), element.tag
    for suite in root:
        cases = suite.findall("testcase")
        for counted, tag in (("tests", None), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(counted)) == sum(tag is None or case.find(tag) is not None for case in cases)
        assert re.fullmatch(r"\d+\.\d{3}", suite.get("time"))
        assert re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)?", suite.get("timestamp"))
    assert [int(root.get(n)) for n in ("tests", "failures", "errors")] == [
        sum(int(suite.get(n)) for suite in root) for n in ("tests", "failures", "errors")
    ]


def test_a_status_is_a_pass_a_failure_an_error_or_a_skip():
    assert outcomes(exporting.story()) == {
        "spring-letter[iphone-chromium]": ("failure", "ELEMENT_MISSING"),
        "spring-letter[android-chromium]": ("failure", "findings"),
        "parcel-sms[iphone-chromium]": ("", ""),
        "parcel-sms[android-chromium]": ("error", "worker-lost"),
        "gift[iphone-chromium]": ("error", "unfinished"),
    }
    assert outcomes(exporting.broken()) == {
        "parcel-sms[iphone-chromium]": ("skipped", "site-down"),
        "gift[iphone-chromium]": ("error", "unfinished"),
        "gift[ipad-chromium]": ("error", "unfinished"),
    }


def test_what_fails_follows_the_policy():
    assert set(outcomes(exporting.story(), fail_on="never").values()) == {
        ("", ""),
        ("error", "worker-lost"),
        ("error", "unfinished"),
    }
    (failure,) = parsed(exporting.since()).iter("failure")
    assert failure.text == (
        "Spring letter: from the QR code to the app on Pixel 7\n"
        "  new: minor    text/tiny at see-offer [web] The conditions of the offer are set in 7.5 px: nobody reads them "
        "without zooming\n"
        "    Set no text below 12 px.\n"
        "  worse: major    touch/primary-too-small at see-offer [web] The menu button is 26 × 26 px: a fingertip needs 44 "
        "(3 places, where 2 were known)\n"
        "    Give the link or button a padding that makes it at least 44 px high and wide."
    )


def test_known_phones_that_were_not_run_fail_a_strict_run_alone():
    from dataclasses import replace

    from parcours.comparing import Comparison, Standing

    run = exporting.since()
    (one,) = run.comparison.scenarios
    missed = replace(one.lines[-1], device="iphone", standing=Standing.NOT_CHECKED, message="this phone was not run")
    run = replace(run, comparison=Comparison((replace(one, lines=(*one.lines, missed)),)))
    assert list(outcomes(run)) == ["spring-letter[android-chromium]"]
    assert outcomes(run, strict=True)["spring-letter[iphone]"] == ("failure", "not-checked")


def test_the_properties_say_which_phone_engine_effort_and_departments():
    suite = parsed(exporting.story())[0]
    assert (suite.get("name"), suite.get("time"), suite.get("timestamp")) == (
        "spring-letter",
        "16.240",
        "2026-03-02T09:41:07",
    )
    said = {p.get("name"): p.get("value") for p in suite.iter("property")}
    assert {name: value for name, value in said.items() if not name.startswith("android")} == {
        "name": "Spring letter: from the QR code to the app",
        "file": "scenarios/spring-letter.yaml",
        "parcours": "0.1.0",
        "iphone-chromium.status": "failed",
        "iphone-chromium.device": "iPhone 15",
        "iphone-chromium.engine": "chromium 156.0.6820.2",
        "iphone-chromium.fidelity": "emulated",
        "iphone-chromium.effort": "2 taps, 0 keys, 0 screens, 3 redirects, 5.1 s, 3.41 MB",
        "iphone-chromium.url": "https://www.chaussures-lumiere.example/printemps",
        "iphone-chromium.departments": "print, web, app, care",
        "iphone-chromium.result": "spring-letter/iphone/result.json",
    }
    assert said["android-chromium.fidelity"] == "native"
    assert said["android-chromium.departments"] == "print, web, care"


def test_a_token_in_an_address_is_masked():
    from dataclasses import replace

    from reporting import factory

    parcel = replace(factory.parcel("iphone"), pages=())
    text = document(Run(results=(parcel,)), Policy()).decode()
    assert "s3cr3t" not in text
    assert "token=•••" in text


def test_a_rule_that_broke_is_told_beside_the_case():
    case = parsed(exporting.story())[0].find("testcase")
    assert case.findtext("system-err") == "access/names broke: KeyError: 'role'"
    assert case.findtext("system-out").splitlines()[:2] == ["status: failed", "device: iPhone 15"]


def test_the_file_says_its_encoding(tmp_path):
    written = reports()["junit"].write(exporting.story(), tmp_path / "junit.xml", Options())
    assert written.read_bytes().startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="parcours" ')
