from __future__ import annotations

import contextlib
import random
import re
from datetime import date
from pathlib import Path

import pytest

import parcours.steps
from parcours.errors import Exit, UsageError
from parcours.scenario.loader import find_scenarios, load, load_all
from parcours.scenario.model import AppIds, Header, Limits, slug, unique
from parcours.scenario.problems import Code, ScenarioError
from parcours.scenario.translating import keys_of

HEAD = "parcours: 1\nstart: {link: https://shop.example/}\n"

SPRING = """\
# yaml-language-server: $schema=../.parcours/schema.json
parcours: 1
name: "Mailer de printemps : du QR code à l'application"
lang: fr
devices: [iphone, android]
app: {ios: "1234567890", android: com.example.chaussures}

start:
  qr: assets/printemps-2026.pdf        # decoded for real; PDF, PNG, JPEG, WebP; page and crop optional
  printed: {width: 25 mm, distance: 30 cm}
  expect-url: https://chaussures.example/p?src=mailer
  expect-text: "Les bottes de printemps"   # the promise on paper must be met on the page

steps:
  - see: "Les bottes de printemps"
    within: 4 s
  - find: app                           # the right store or a banner, for this device
    within: 2 taps
  - go: back
  - find: contact
    any-of: [message, call, store]
    within: 2 taps

limits: {taps: 4, landing: 3 s, bytes: 2 MB}
"""
BANK = """\
parcours: 1
name: Message my bank adviser from a text message
devices: [iphone, android, small-android]
vars: {adviser: "Your adviser", login: "${env:BANK_LOGIN}"}
start:
  sms: "Your statement is ready. Reply or write to us: https://bank.example/m/4f2a"
steps:
  - find: message
    to: ${adviser}
    within: 2 taps
  - tap: "Write a message"
  - type: {into: "Your message", text: "Hello, may I move my appointment?"}
  - send: "Send"                        # refused unless the host is under allow-send
  - expect-reply: {within: 60 s}        # an automatic acknowledgement is not a reply
  - expect-badge: 1
limits: {taps: 3}
"""


LINTED = Path(__file__).parents[1] / "cli/test_lint.py"  # what only `parcours lint` says


def test_the_spring_mailer_loads_as_it_reads(loads):
    scenario = loads(SPRING)
    assert (scenario.id, scenario.name) == ("voyage", "Mailer de printemps : du QR code à l'application")
    assert (scenario.lang, scenario.devices) == ("fr", ("iphone", "android"))
    assert scenario.app == AppIds(ios="1234567890", android="com.example.chaussures")
    assert scenario.limits == Limits(taps=4, landing=3.0, bytes=2_000_000)
    assert (scenario.service_workers, scenario.hosts, scenario.network) == ("block", (), "as-is")
    start = scenario.start
    assert (start.channel, start.line) == ("qr", 9)
    assert start.args.model_dump() == {
        "file": "assets/printemps-2026.pdf",
        "printed": {"width": 25.0, "distance": 300.0},
    }
    assert start.expect_url == "https://chaussures.example/p?src=mailer"
    assert start.expect_text == "Les bottes de printemps"
    assert start.fallback_url == ""
    assert [(step.id, step.verb, step.says, step.line) for step in scenario.steps] == [
        ("see-les-bottes-de-printemps", "see", "see “Les bottes de printemps”", 15),
        ("find-app", "find", "find app", 17),
        ("go-back", "go", "go “back”", 19),
        ("find-contact", "find", "find contact", 20),
    ]
    assert scenario.steps[0].args.model_dump() == {"text": "Les bottes de printemps", "within": 4.0}
    assert scenario.steps[3].args.model_dump()["any_of"] == ("message", "call", "store")


def test_the_bank_loads_with_its_variables_filled_in(loads):
    scenario = loads(BANK)
    assert scenario.vars == {"adviser": "Your adviser", "login": "${env:BANK_LOGIN}"}
    assert [step.id for step in scenario.steps] == [
        "find-message",
        "tap-write-a-message",
        "type-your-message",
        "send-send",
        "expect-reply-60-s",
        "expect-badge-1",
    ]
    assert scenario.steps[0].args.to == "Your adviser"
    assert scenario.steps[2].args.model_dump() == {
        "into": "Your message",
        "text": "Hello, may I move my appointment?",
    }
    assert scenario.steps[4].args.within == 60.0
    assert scenario.steps[5].args.number == 1


def test_what_is_typed_is_not_read_aloud(loads):
    step = loads(HEAD + "steps: [{type: {into: Code secret, text: hunter2}}]").steps[0]
    assert (step.says, step.id) == ("type “Code secret”", "type-code-secret")


def test_the_whole_header_is_kept(loads):
    scenario = loads(
        HEAD + "sites: {Bottines.localhost: 'demo:shop', api.bottines.localhost: 127.0.0.1:8000}\n"
        "hosts: [shop.example, '*.shop.example']\n"
        "allow-private: [127.0.0.1, 'localhost:8000', '[::1]:80']\n"
        "service-workers: allow\nnetwork: slow-4g\ndevices: iPhone, ipad\napp: {ios: id1234567890}\n"
    )
    assert scenario.sites == {"bottines.localhost": "demo:shop", "api.bottines.localhost": "127.0.0.1:8000"}
    assert scenario.hosts == ("shop.example", "*.shop.example")
    assert scenario.allow_private == ("127.0.0.1", "localhost:8000", "[::1]:80")
    assert (scenario.service_workers, scenario.network) == ("allow", "slow-4g")
    assert scenario.devices == ("iphone", "ipad")
    assert scenario.app == AppIds(ios="1234567890")
    assert (scenario.name, scenario.steps, scenario.vars) == ("voyage", (), {})
    assert scenario.folder == Path(scenario.file).parent


@pytest.mark.parametrize(
    ("step", "args"),
    [
        ("see: 0612345670", {"text": "0612345670", "within": 5.0}),
        ("see: NO", {"text": "NO", "within": 5.0}),
        ("see: on", {"text": "on", "within": 5.0}),
        ("see: 12:30", {"text": "12:30", "within": 5.0}),
        ('see: "#main"', {"text": "#main", "within": 5.0}),
        ("{see: x, within: 500 ms}", {"text": "x", "within": 0.5}),
        ("see: {text: x, within: 2 s}", {"text": "x", "within": 2.0}),
        ("{see: {text: x}, within: 2 s}", {"text": "x", "within": 2.0}),
        ("wait: {for: x}", {"time": 0.0, "text": "x"}),
        ("wait: 2 s", {"time": 2.0, "text": ""}),
        ("wait", {"time": 0.0, "text": ""}),
        ("wait:", {"time": 0.0, "text": ""}),
        ("{wait: 2 s, for: x}", {"time": 2.0, "text": "x"}),
        ("check: plugin", {"rules": ("plugin",)}),
        ("check: plugin, Viewport", {"rules": ("plugin", "viewport")}),
        ("check: [plugin, viewport/missing]", {"rules": ("plugin", "viewport/missing")}),
        ("see: $${x} 5$ {y}", {"text": "${x} 5$ {y}", "within": 5.0}),
        ("see: ${ a } et ${a}", {"text": "été et été", "within": 5.0}),
    ],
)
def test_a_step_may_be_written_in_several_ways(loads, step, args):
    assert loads(f"{HEAD}vars: {{a: été}}\nsteps:\n  - {step}\n").steps[0].args.model_dump() == args


def test_steps_say_what_they_do_and_have_ids_of_their_own(loads):
    steps = loads(
        HEAD + "steps:\n- see: x\n- see: x\n- {see: y, id: see-x-3}\n- see: x\n- wait: {for: Ça marche}\n"
        "- check: [plugin, viewport]\n- wait\n- see: '…'\n- see: Œuvre d’été 中文\n"
    ).steps
    assert [(step.id, step.says) for step in steps] == [
        ("see-x", "see “x”"),
        ("see-x-2", "see “x”"),
        ("see-x-3", "see “y”"),
        ("see-x-4", "see “x”"),
        ("wait", "wait for “Ça marche”"),
        ("check-plugin-viewport", "check plugin, viewport"),
        ("wait-2", "wait"),
        ("see", "see “…”"),
        ("see-oeuvre-d-ete-中文", "see “Œuvre d’été 中文”"),
    ]


def test_a_long_text_makes_a_short_id_that_ends_with_a_word():
    assert slug("see " + "printemps " * 20) == "see-printemps-printemps-printemps-printemps-printemps"
    assert slug("x" * 80) == "x" * 60
    assert unique("a", {"a", "a-2"}) == "a-3"


A_HOST = "write the name alone, without https:// and without a path: shop.example"
A_PLACE = "write 127.0.0.1:8000, or demo:shop"
BESIDE = "keep the file beside the scenario, for instance in assets/, and name it from there with `/`"
A_VERB = "one of check, expect-badge, expect-reply, find, go, see, send, tap, type, wait"
ITS_KEYS = ", ".join((*keys_of(Header), "start", "steps"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["0:0 E009 the file is empty | begin it with `parcours: 1`"]),
        ("# later\n", ["0:0 E009 the file is empty | begin it with `parcours: 1`"]),
        ("- a\n", ["1:1 E010 a scenario is a mapping of keys to values | begin it with `parcours: 1`"]),
        (
            "name: x\n",
            [
                "0:0 E015 `parcours: 1` is missing | begin the file with it",
                "0:0 E009 `start` is missing | say where the customer comes from: link, qr, sms",
            ],
        ),
        (
            "parcours: 2\nstart: {link: x}\n",
            [
                "1:11 E015 this is not a version of the format that is known | this parcours reads version 1: write `parcours: 1`"
            ],
        ),
        (HEAD + "xyz: []\n", [f"3:1 E008 'xyz' is not a key of a scenario | its keys are {ITS_KEYS}"]),
        (HEAD + "devics: iphone\n", ["3:1 E008 'devics' is not a key of a scenario | did you mean 'devices'?"]),
        (
            HEAD + "allow_private: a\n",
            ["3:1 E008 'allow_private' is not a key of a scenario | did you mean 'allow-private'?"],
        ),
        (
            HEAD + "n\u0430me: x\n",
            ["3:1 E008 'n\u0430me' is not a key of a scenario | did you mean 'name'? ('\u0430' is U+0430)"],
        ),
        (
            HEAD + "devices: [iphone, andriod, 3310]\n",
            [
                "3:19 E006 'andriod' is not a device | did you mean 'android' or 'small-android'?",
                f"3:28 E006 '3310' is not a device | {Header.model_fields['devices'].description}",
            ],
        ),
        (HEAD + "limits: {tap: 4}\n", ["3:10 E008 'tap' is not a key of `limits` | did you mean 'taps'?"]),
        (HEAD + "limits: {landing: 3}\n", ["3:19 E010 '3' has no unit | write '3 s' if that is what you mean"]),
        (
            HEAD + "limits: 4\n",
            ["3:9 E010 '4' is not a mapping of keys to values | What the journey may cost the customer at most."],
        ),
        (
            HEAD + "app: {ios: boots, android: Boots}\n",
            [
                "3:12 E010 'boots' is not an App Store number | it stands after /id in the store's address",
                "3:28 E010 'Boots' is not an Android package | it stands after ?id= in the store's address",
            ],
        ),
        (
            HEAD + "sites: {https://x.example: 127.0.0.1:8000, a.example: b, c.example: '127.0.0.1:99999'}\n",
            [
                f"3:9 E010 'https://x.example' is not a host name | {A_HOST}",
                f"3:55 E010 'b' is not a place | {A_PLACE}",
                "3:69 E010 '127.0.0.1:99999': there is no port 99999 | ports go from 1 to 65535",
            ],
        ),
        (
            HEAD + "hosts: shop.example/p\n",
            ["3:8 E010 'shop.example/p' is not a host name | write shop.example, or *.shop.example for all below it"],
        ),
        (
            HEAD + "service-workers: alow\n",
            ["3:18 E010 'alow' is not 'block' or 'allow' | did you mean 'allow'?"],
        ),
        (HEAD + "lang: français\n", ["3:7 E010 'français' is not a language | write fr, en or pt-BR"]),
        (
            HEAD + f"name: {'x' * 201}\n",
            [f"3:7 E010 '{'x' * 59}…' should have at most 200 characters | {Header.model_fields['name'].description}"],
        ),
        (HEAD + "name:\n", ["3:1 E009 'name' has no value | write one, or leave the key out"]),
        (
            HEAD + "name: [a]\n",
            ["3:7 E010 a text is expected here | What people call the journey; else the file's name."],
        ),
        (HEAD + "vars: {1a: x}\n", ["3:8 E010 '1a' cannot name a variable | letters, digits, - and _, a letter first"]),
        (
            HEAD + 'vars: {a: x, b: "${a}", c: "x ${env:Y}"}\n',
            [
                "3:17 E011 a variable cannot be made of others | write the text out; only ${env:NAME} alone may stand here",
                "3:28 E011 a variable cannot be made of others | write the text out; only ${env:NAME} alone may stand here",
            ],
        ),
        ("parcours: 1\nstart:\n", ["2:7 E009 a channel is expected here | one of link, qr, sms"]),
        ("parcours: 1\nstart: {}\n", ["2:8 E009 a channel is expected here | one of link, qr, sms"]),
        ("parcours: 1\nstart: {expect-text: a}\n", ["2:8 E009 a channel is expected here | one of link, qr, sms"]),
        ("parcours: 1\nstart: https://x\n", ["2:8 E008 'https://x' is not a channel | one of link, qr, sms"]),
        ("parcours: 1\nstart: {lnk: x}\n", ["2:9 E008 'lnk' is not a channel | did you mean 'link'?"]),
        ("parcours: 1\nstart: link\n", ["2:8 E009 `link` needs a value | for example: link: https://shop.example/"]),
        (
            "parcours: 1\nstart: {link: a, sms: b}\n",
            ["2:18 E014 'sms' is a channel too, beside 'link' | a journey starts in one place: keep one of them"],
        ),
        (
            "parcours: 1\nstart: {link: a, expect-txt: b, fallback-url: c}\n",
            [
                "2:18 E008 'expect-txt' is not a key of `link` | did you mean 'expect-text' or 'expect-url'?",
                "2:47 E010 'c' is not a web address | write it in full: https://shop.example/spring",
            ],
        ),
        (
            "parcours: 1\nstart: {qr: assets/printemps-2062.pdf, printed: {widht: 25 mm}}\n",
            [
                "2:13 E012 there is no file 'assets/printemps-2062.pdf' beside the scenario | did you mean 'printemps-2026.pdf'?",
                "2:49 E009 `qr` needs the key 'width' | for example: qr: assets/lettre.pdf",
                "2:50 E008 'widht' is not a key of `printed` | did you mean 'width'?",
            ],
        ),
        (
            "parcours: 1\nstart: {qr: ../../etc/passwd}\n",
            [
                f"2:13 E012 '../../etc/passwd' is not a path below the scenario's folder | {BESIDE}",
            ],
        ),
        (
            HEAD + "steps: {see: x}\n",
            ["3:8 E010 `steps` is a list of steps | begin each step with `- `, one below the other"],
        ),
        (HEAD + "steps:\n- sea: x\n", ["4:3 E008 'sea' is not a verb | did you mean 'see'?"]),
        (HEAD + "steps:\n- see:x\n", ["4:3 E008 'see:x' is not a verb | write `see: ` before its value"]),
        (HEAD + "steps:\n- see x\n", ["4:3 E008 'see x' is not a verb | write `see: ` before its value"]),
        (HEAD + "steps:\n- wai\n", ["4:3 E008 'wai' is not a verb | did you mean 'wait'?"]),
        (
            HEAD + "steps:\n-\n- [see]\n- {id: a}\n",
            [f"{line} E009 a verb is expected here | {A_VERB}" for line in ("4:2", "5:3", "6:3")],
        ),
        (
            HEAD + "steps:\n- see: #main\n",
            ["4:3 E009 'see' has no value | what follows `#` is a comment: put it in quotes"],
        ),
        (HEAD + "steps:\n- see:\n", ['4:3 E009 `see` needs a value | for example: see: "Bottes"']),
        (HEAD + 'steps:\n- see: ""\n', ["4:8 E010 the text is empty | The text."]),
        (HEAD + "steps:\n- see: [a, b]\n", ["4:8 E010 a text is expected here | The text."]),
        (
            HEAD + "steps:\n- type: Nom\n",
            ['4:3 E009 `type` needs the key \'text\' | for example: type: {into: "Nom", text: "Martin"}'],
        ),
        (
            HEAD + "steps:\n- see: x\n  withn: 4 s\n",
            ["5:3 E008 'withn' is not a key of `see` | did you mean 'within'?"],
        ),
        (
            HEAD + "steps:\n- see: x\n  within: 4\n",
            ["5:11 E010 '4' has no unit | write '4 s' if that is what you mean"],
        ),
        (
            HEAD + "steps:\n- see: x\n  text: y\n",
            ["5:3 E007 'text' is given twice: the value of 'see' is its 'text' | keep one of them"],
        ),
        (
            HEAD + "steps:\n- see: {text: x}\n  text: y\n",
            ["5:3 E007 'text' is given twice: in 'see' and beside it | keep one of them"],
        ),
        (
            HEAD + "steps:\n- see: x\n  tap: y\n",
            ["5:3 E014 'tap' is a verb too, beside 'see' | begin it with `- `, as a step of its own"],
        ),
        (
            HEAD + "steps:\n- find: contact\n  any_of: call\n",
            ["5:3 E008 'any_of' is not a key of `find` | did you mean 'any-of'?"],
        ),
        (
            HEAD + "steps:\n- find: human\n  any-of: [call, mesage]\n",
            [
                "4:9 E010 'human' is not 'app', 'contact', 'message', 'call' or 'store' | What to find.",
                "5:18 E010 'mesage' is not 'app', 'contact', 'message', 'call' or 'store' | did you mean 'message'?",
            ],
        ),
        (
            HEAD + "steps:\n- expect-badge: -1\n- expect-badge: 7\n",
            [
                "4:17 E010 '-1' should be greater than or equal to 0 | A number.",
                "5:3 E010 seven is taken",
            ],
        ),
        (HEAD + "steps:\n- expect-badge: one\n", ["4:17 E010 'one' is not a whole number | A number."]),
        (
            HEAD + f"steps:\n- expect-badge: {'9' * 5000}\n",
            [f"4:17 E010 '{'9' * 59}…' is not a whole number | A number."],
        ),
        (
            HEAD + "steps:\n- check: [viewport, plugin-x]\n",
            ["4:21 E006 'plugin-x' is not a rule or area | did you mean 'plugin'?"],
        ),
        (
            HEAD + "steps:\n- check: viewport, plugin-x\n",
            ["4:10 E006 'plugin-x' is not a rule or area | did you mean 'plugin'?"],
        ),
        (
            HEAD + "steps:\n- {see: x, id: See X}\n",
            ["4:16 E010 'See X' is not an id | lower-case letters and digits, joined by hyphens: see-the-boots"],
        ),
        (
            HEAD + "steps:\n- {see: x, id: a}\n- {tap: x, id: a}\n",
            ["5:16 E013 the step on line 4 has the id 'a' too | rename one of them"],
        ),
        (
            HEAD + "vars: {nom: x}\nsteps:\n- see: Bonjour ${nmo} et ${zz}\n",
            [
                "5:16 E011 'nmo' is not under `vars:` | did you mean 'nom'?",
                "5:26 E011 'zz' is not under `vars:` | declare it: vars: {zz: \"...\"}; for the text itself write $${...}",
            ],
        ),
        (
            HEAD + "steps:\n- see: ${env:1HOME}\n- see: ${env:}\n",
            [
                f"{place} E011 '{name}' names no environment variable | "
                "letters, digits and _, no digit first: ${env:BANK_LOGIN}"
                for place, name in (("4:8", "${env:1HOME}"), ("5:8", "${env:}"))
            ],
        ),
        (
            HEAD + f"vars: {{a: {'x' * 5000}}}\nsteps:\n- see: ${{a}}${{a}}\n",
            ["5:8 E004 with its variables, a text of 10000 characters; 8192 is the most"],
        ),
    ],
)
def test_every_fault_is_said_at_its_place_with_a_way_out(says, text, expected):
    assert says(text) == expected


def test_all_faults_of_a_file_come_at_once_in_its_order(says):
    text = "parcours: 1\nlang: français\nlang: fr\nstart: {lnk: x}\nsteps:\n- see: &a x\n- see: *a\n- tap:\n- taap: x\nnmae: x\n"
    assert [line.partition(" | ")[0] for line in says(text)] == [
        "2:7 E010 'français' is not a language",
        "3:1 E007 'lang' is here twice: on lines 2 and 3",
        "4:9 E008 'lnk' is not a channel",
        "6:8 E005 the anchor &a is not understood in scenarios",
        "7:8 E005 *a repeats another part of the file",
        "8:3 E009 `tap` needs a value",
        "9:3 E008 'taap' is not a verb",
        "10:1 E008 'nmae' is not a key of a scenario",
    ]


def test_a_file_that_is_no_yaml_is_the_only_thing_said(says):
    assert says("parcours: 1\nname: Mailer : du QR\nlang: français\n") == [
        "2:14 E003 a second `: ` in this value | put a text that holds `: ` in quotes"
    ]


def test_of_thousands_of_problems_the_first_are_shown(says):
    text = f"{HEAD}steps: [{', '.join(f'{{x{n}: y}}' for n in range(1200))}]\n"
    said = says(text)
    assert len(said) == 201
    assert said[0].startswith("3:10 E008 'x0' is not a verb")
    assert said[200] == "0:0 E004 1000 more problems are not shown | mend these first"


def test_a_device_named_twice_is_walked_once(loads):
    assert loads(HEAD + "devices: [iphone, iPhone, ipad]").devices == ("iphone", "ipad")


def test_every_code_is_tried_in_these_tests():
    here = Path(__file__).parent
    tried = "".join(file.read_text(encoding="utf-8") for file in (*here.glob("test_*.py"), LINTED))
    assert [code for code in Code if not re.search(rf'[ "]{code}[ "]', tried)] == []


def test_a_wrong_scenario_is_the_authors_to_mend(loads):
    with pytest.raises(ScenarioError) as raised:
        loads("a: b")
    assert isinstance(raised.value, UsageError)
    assert raised.value.exit_code is Exit.USAGE
    assert str(raised.value) == "\n\n".join(str(problem) for problem in raised.value.problems)


def test_without_catalogues_any_rule_and_device_will_do(tmp_path, kinds_of_words):
    verbs, channels = kinds_of_words
    file = tmp_path / "x.yaml"
    file.write_text(HEAD + "devices: [nokia]\nsteps: [{check: zz}]\n")
    scenario = load(file, verbs, channels)
    assert (scenario.devices, scenario.steps[0].args.rules) == (("nokia",), ("zz",))


def test_several_files_are_loaded_in_order_and_all_their_faults_come_at_once(tmp_path, kinds_of_words):
    verbs, channels = kinds_of_words
    good, bad, worse, twin = (tmp_path / name for name in ("B.yaml", "a.yaml", "c.yaml", "b.yml"))
    good.write_text(HEAD)
    bad.write_text(HEAD + "nam: x\n")
    worse.write_text(HEAD + "name:\nlang:\n")
    twin.write_text(HEAD)
    assert [s.id for s in load_all([good], verbs, channels)] == ["b"]
    with pytest.raises(ScenarioError) as raised:
        load_all([good, bad, worse, twin], verbs, channels)
    assert [(p.file, p.line, p.code, p.message) for p in raised.value.problems] == [
        (str(twin), 0, "E013", f"has the same id as {good}: 'b'"),
        (str(bad), 3, "E008", "'nam' is not a key of a scenario"),
        (str(worse), 3, "E009", "'name' has no value"),
        (str(worse), 4, "E009", "'lang' has no value"),
    ]


def test_a_folder_gives_its_scenarios_and_not_what_lies_beside_them(tmp_path):
    wanted = ["a.yaml", "b.yml", "printemps/c.yaml"]
    others = ["assets/x.yaml", "baselines/a.yaml", ".hidden/x.yaml", ".x.yaml", "notes.txt", "printemps/assets/y.yml"]
    for name in (*wanted, *others):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert find_scenarios([tmp_path]) == tuple(tmp_path / name for name in wanted)
    assert find_scenarios([tmp_path / "b.yml", tmp_path]) == tuple(
        tmp_path / n for n in ("b.yml", "a.yaml", "printemps/c.yaml")
    )
    assert find_scenarios([tmp_path / "assets"]) == (tmp_path / "assets/x.yaml",)
    assert find_scenarios([tmp_path / "notes.txt"]) == (tmp_path / "notes.txt",)
    with pytest.raises(
        UsageError, match=r"there is no file or folder '.*a\.yml'\n  tip: did you mean 'a\.yaml' or 'b\.yml'\?"
    ):
        find_scenarios([tmp_path / "a.yml"])


def test_no_mutilated_scenario_makes_the_loader_raise_anything_else(loads):
    chance = random.Random(20260321)
    texts = (SPRING.encode(), BANK.encode())
    for _ in range(400):
        data = bytearray(chance.choice(texts))
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(8)] = chance.choice(
                (b"", b"\n", b": ", b"- ", b"[", b"{", b"*a", b"${x}", b"\xc3", b'"')
            )
        with contextlib.suppress(ScenarioError):
            loads(bytes(data))


@pytest.mark.parametrize("verb", sorted(parcours.steps.catalogue()))
def test_the_example_of_every_verb_loads(verb, tmp_path, kinds_of_words):
    verbs = parcours.steps.catalogue()
    file = tmp_path / "x.yaml"
    file.write_text(f"{HEAD}steps:\n  - {verbs[verb].example}\n", encoding="utf-8")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "login.yaml").write_text("parcours: 1\nsteps: [{see: Welcome}]\n", encoding="utf-8")
    (step,) = load(file, verbs, kinds_of_words[1]).steps
    assert step.verb == ("see" if verb == "use" else verb)


def test_the_keys_of_the_dialogue_load_as_they_read(loads):
    scenario = loads(
        HEAD
        + "brand: Bottines\nconsent: refuse\nallow-send: [Staging.Shop.example, '*.shop.example:8443', 127.0.0.1]\n"
        + "promises: {inbox: no, adviser: Anna, chat: true, reply: 60 s, hours: 'lundi, mardi', loyalty: 'Dix %, à vie'}\n"
    )
    assert (scenario.brand, scenario.consent) == ("Bottines", "refuse")
    assert scenario.allow_send == ("staging.shop.example", "*.shop.example:8443", "127.0.0.1")
    assert scenario.promises.model_dump() == {
        "inbox": False,
        "adviser": "Anna",
        "chat": True,
        "reply": 60.0,
        "hours": "lundi, mardi",
        "loyalty": ("Dix %, à vie",),
    }


def test_nothing_is_promised_or_sent_unless_the_scenario_says_so(loads):
    scenario = loads(HEAD)
    assert (scenario.brand, scenario.consent, scenario.allow_send) == ("", "accept", ())
    assert scenario.promises.model_dump() == {
        "inbox": None,
        "adviser": "",
        "chat": None,
        "reply": None,
        "hours": "",
        "loyalty": (),
    }


def test_steps_say_which_phones_they_are_for(loads):
    steps = loads(
        HEAD + "steps:\n- see: a\n  only-on: iOS\n- see: b\n  only-on: [Small-Android, ipad]\n- see: c\n"
    ).steps
    assert [step.only_on for step in steps] == [("ios",), ("small-android", "ipad"), ()]


def test_mistakes_in_the_keys_of_the_dialogue_are_shown(says):
    a_host = "write staging.shop.example, *.shop.example for all below it, or 127.0.0.1:8000"
    wall = "What is done with a consent wall once it is judged: accept, refuse or ignore."
    text = (
        HEAD
        + "allow-send: https://x.example\nconsent: maybe\npromises: {replies: 60 s}\nsteps:\n- see: a\n  only-on: andriod\n"
    )
    assert says(text) == [
        f"3:13 E010 'https://x.example' is not a host | {a_host}",
        f"4:10 E010 'maybe' is not 'accept', 'refuse' or 'ignore' | {wall}",
        "5:12 E008 'replies' is not a key of `promises` | did you mean 'reply'?",
        "8:12 E006 'andriod' is not a device | did you mean 'android' or 'small-android'?",
    ]


def test_what_is_accepted_has_a_rule_a_reason_and_maybe_phones_and_a_day(loads):
    text = (
        "accept:\n  - rule: text/tiny\n    on: android\n    why: legal notice, agreed with the client\n    until: 2027-01-31\n"
        "  - {rule: text/tiny, aspect: image-alt, on: [ios, android], why: ours}\n"
    )
    first, second = loads(HEAD + text).accept
    assert (first.rule, first.aspect, first.on, first.why) == (
        "text/tiny", "", ("android",), "legal notice, agreed with the client",
    )  # fmt: skip
    assert (first.until, second.until) == (date(2027, 1, 31), None)
    assert (second.aspect, second.on) == ("image-alt", ("ios", "android"))


@pytest.mark.parametrize(
    ("entry", "code", "said"),
    [
        ("{rule: text/tiny}", Code.MISSING, "'why' is missing"),
        ('{rule: text/tiny, why: ""}', Code.VALUE, "the text is empty"),
        ("{why: agreed}", Code.MISSING, "'rule' is missing"),
        ("{rule: text/tiny, why: agreed, until: tomorrow}", Code.VALUE, "'tomorrow' is not a day"),
        ("{rule: text/tiny, why: agreed, until: 2027-02-30}", Code.VALUE, "there is no day '2027-02-30'"),
        ("{rule: text/tiny, why: agreed, untill: 2027-01-31}", Code.UNKNOWN_KEY, "'untill' is not a key of `accept`"),
    ],
)
def test_what_is_accepted_without_a_reason_is_refused(says, entry, code, said):
    (problem,) = says(f"{HEAD}accept:\n  - {entry}\n")
    place, found, message = problem.split(" ", 2)
    assert (place.partition(":")[0], found) == ("4", code)
    assert said in message
