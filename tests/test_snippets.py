"""What README and the documentation tell people to type is tried: every command, every scenario, every setting, Python.

Commands are run, in a project of their own, with the shop of the examples on loopback; so is the Python of
`docs/python.md`.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import yaml
from click.testing import CliRunner

from parcours.cli import main
from parcours.config import load_config
from parcours.running.planning import load_scenario
from printed import code
from servers import Site, serving

ROOT = Path(__file__).resolve().parents[1]
GENERATED = {"rules.md", "rules.fr.md", "results.md", "scenario.md"}
PAGES = [
    *sorted(ROOT.glob("README*.md")),
    *sorted(path for path in (ROOT / "docs").glob("*.md") if path.name not in GENERATED),
]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOP = "https://shop.example"

# What else may stand in a block of commands, and needs no try: other people's tools.
OTHERS = {
    "git",
    "cd",
    "pip",
    "pipx",
    "uv",
    "uvx",
    "python",
    "docker",
    "export",
    "npm",
    "source",
    "kubectl",
    "xvfb-run",
    "dask",
}
ELSEWHERE = {"record": "tests/cli/test_record.py", "demo": "make demo"}  # ours that are tried there


class Snippet(NamedTuple):
    """One block of a page. `place` is the page with the line."""

    place: str
    lang: str
    text: str


def snippets() -> Iterator[Snippet]:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for found in BLOCK.finditer(text):
            line = text[: found.start()].count("\n") + 1
            yield Snippet(f"{page.relative_to(ROOT)}:{line}", found[1], found[2])


def commands(snippet: Snippet) -> Iterator[list[str]]:
    """Each command of a block, taken apart; what is piped or chained is several."""
    for line in snippet.text.replace("\\\n", " ").splitlines():
        lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;><")
        lexer.whitespace_split, lexer.commenters = True, "#"
        command: list[str] = []
        for token in lexer:
            if set(token) <= set("|&;"):
                yield command
                command = []
            else:
                command.append(token)
        if command:
            yield command[: command.index(">")] if ">" in command else command


ALL = list(snippets())
TYPED = [
    pytest.param(args, id=f"{snippet.place} {' '.join(args)}"[:100])
    for snippet in ALL
    if snippet.lang in ("sh", "console", "bash")
    for args in commands(snippet)
]


def of(*langs: str) -> list[object]:
    return [pytest.param(snippet, id=snippet.place) for snippet in ALL if snippet.lang in langs]


HEAD = '<!doctype html><html lang=en><title>Boots</title><meta name=viewport content="width=device-width, initial-scale=1">'
BOOTS = f"""{HEAD}<link rel=icon href="data:,"><style>body{{margin:16px;font:18px/1.5 sans-serif}}a,button{{display:block;
padding:16px;margin:16px 0;font-size:18px}}</style><h1>Spring boots</h1><button>Order</button>
<a href=/boots>See the boots</a><p><a href="tel:+33123456789">+33 1 23 45 67 89</a>"""


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    maps: dict[str, str] = {"/robots.txt": "User-agent: *\n"}
    with serving(lambda path: maps.get(path, BOOTS)) as site:
        maps["/sitemap.xml"] = f"<urlset><url><loc>{site.url}/boots</loc></url></urlset>"
        yield site


@pytest.fixture(scope="module")
def playground(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has what the pages speak of: a letter, mails, lists, scenarios, and a run of them."""
    folder = tmp_path_factory.mktemp("project")
    assets = folder / "scenarios/assets"
    assets.mkdir(parents=True)
    code(f"{site.url}/spring?src=letter").save(assets / "letter.pdf")
    mail = (
        f"From: shop@shop.example\nSubject: Boots\nContent-Type: text/html\n\n<a href='{site.url}/'>See the boots</a>\n"
    )
    for name in ("spring.eml", "newsletter.eml"):
        (assets / name).write_text(mail)
    for file in assets.iterdir():
        shutil.copy(file, folder)
    (folder / "pages.txt").write_text(f"{site.url}/\n{site.url}/boots\n")
    (folder / "brand.toml").write_text('lang = "fr"\n')
    (folder / "pyproject.toml").write_text(f'[tool.parcours]\nallow-private = ["127.0.0.1:{site.port}"]\n')
    scenario = f"parcours: 1\nallow-private: [127.0.0.1]\nname: Spring\ndevices: [iphone]\nstart:\n  link: {site.url}/\nsteps:\n  - check: viewport\n"
    for name in ("spring", "spring-letter"):
        (folder / f"scenarios/{name}.yaml").write_text(scenario)
    subprocess.run([sys.executable, "-m", "parcours", "run"], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("args", TYPED)
def test_every_command_is_one(args: list[str], playground: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(playground)
    monkeypatch.setenv("CI_NODE_INDEX", "1")
    monkeypatch.setenv("CI_NODE_TOTAL", "4")
    while args and re.fullmatch(r"[A-Z_]+=.*", args[0]):
        args = args[1:]
    tool, *rest = args or [""]
    if tool == "parcours":
        parse(rest)
    elif tool == "make":
        assert re.search(rf"^{re.escape(rest[0])}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
    elif tool == "pytest":
        subprocess.run(
            [sys.executable, "-m", "pytest", "--collect-only", "-qq", "-p", "no:cacheprovider", *rest],
            cwd=playground, check=True, capture_output=True, text=True,
        )  # fmt: skip
    else:
        assert tool in OTHERS | {"jq", "curl"}, f"{tool}: try it here, or say that it is another's"


def parse(args: list[str]) -> None:
    """Read a command as `parcours` would, and do nothing."""
    with click.Context(main, info_name="parcours") as context:
        name, command, rest = main.resolve_command(context, args)
        if command is None or not set(rest) & {"--help", "--version"}:
            assert command, f"there is no parcours {name}"
            command.make_context(name, list(rest), parent=context)


@pytest.mark.parametrize("snippet", of("yaml"))
def test_every_scenario_loads(snippet: Snippet, playground: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = yaml.safe_load(snippet.text)
    if not isinstance(found, dict) or not {"start", "steps", "parcours"} & found.keys():
        pytest.skip("another tool's")
    if "article" in found.get("start", {}):
        pytest.skip("tests/test_extending.py walks it")
    whole = {"parcours": 1, "start": {"link": SHOP}, **found}
    for variable in re.findall(r"\$\{env:(\w+)\}", snippet.text):
        monkeypatch.setenv(variable, "a secret")
    file = playground / "scenarios/snippet.yaml"
    file.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    try:
        load_scenario(file)
    finally:
        file.unlink()


@pytest.mark.parametrize("snippet", of("toml"))
def test_every_setting_is_one(snippet: Snippet, tmp_path: Path) -> None:
    read = tomllib.loads(snippet.text)
    if "parcours" in read.get("tool", {}):
        (tmp_path / "pyproject.toml").write_text(snippet.text, encoding="utf-8")
        load_config(tmp_path)


@pytest.mark.parametrize("snippet", of("python"))
def test_all_python_can_be_read(snippet: Snippet) -> None:
    compile(snippet.text, snippet.place, "exec")


def runnable() -> list[object]:
    """Each command of ours once; those that need a screen, and pages' own examples of others' places, are left out."""
    typed = {tuple(param.values[0][1:]): param for param in TYPED if param.values[0][:1] == ["parcours"]}
    return [param for args, param in typed.items() if args[0] not in ELSEWHERE]


@pytest.mark.parametrize("args", runnable())
def test_every_command_does_what_it_says(
    args: list[str], playground: Path, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    shutil.copytree(playground, project)
    monkeypatch.chdir(project)
    monkeypatch.delenv("CI", raising=False)  # a baseline is written at a desk only
    monkeypatch.setenv("CI_NODE_INDEX", "1")
    monkeypatch.setenv("CI_NODE_TOTAL", "4")
    (project / ".git").mkdir()
    if args[1] == "new":  # it overwrites nothing
        (project / "scenarios/spring-letter.yaml").unlink()
    newest = max((project / "reports/runs").iterdir())
    for_ours = {SHOP: site.url, "http://localhost:3000": site.url, "RUN": str(newest), "shards/*/*": str(newest)}
    ours = [for_ours.get(arg, re.sub("reports/runs/[ab]$", str(newest), arg)) for arg in args[1:] if arg != "--open"]
    result = CliRunner().invoke(main, ours)
    assert result.exit_code in (0, 1), result.output  # 1: something to mend was found


def test_the_python_tests_of_the_documentation_pass_and_the_program_runs(playground: Path, site: Site) -> None:
    blocks = [s.text for s in ALL if s.lang == "python" and s.place.startswith("docs/python.md")]
    tests, program = blocks
    (playground / "test_documented.py").write_text(tests)
    (playground / "documented.py").write_text(program.replace(SHOP, site.url))
    python = {"cwd": playground, "capture_output": True, "text": True, "env": os.environ}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--device=iphone", "test_documented.py"]
    done = subprocess.run([*command, "--base-url", site.url], check=False, **python)  # type: ignore[call-overload]
    assert "2 passed" in done.stdout, done.stdout
    run = subprocess.run([sys.executable, "documented.py"], check=False, **python)  # type: ignore[call-overload]
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1] == "passed 0"
