"""The layers that ARCHITECTURE.md draws: a module imports its own layer and what is below, never above."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import parcours

ROOT = Path(parcours.__file__).parent

LAYERS = (
    {"codes", "findings", "trace", "errors", "discovery", "facts"},
    {"checks"},
    {
        "judging",
        "rejudging",
        "comparing",
        "redaction",
        "steadiness",
        "visual",
        "results",
        "scorecard",
        "scenario",
        "storage",
        "artwork",
        "config",
    },
    {"channels", "steps", "reporting", "contexts"},
    {"browser", "running"},
    {"pytest_plugin", "cli", "farm", "demo", "testing", "api", "__main__"},
)
LAYER = {name: height for height, names in enumerate(LAYERS) for name in names}

# The demo's sites are served from below: a scenario may name them (`sites: {shop.example: demo:shop-after}`).
LOWER = {"demo.server": 3, "demo.pages": 3, "demo.bank": 3, "demo.conversation": 3}

# Who may import a library: a part of parcours, or one file of it.
LIBRARIES = {
    "playwright": {"browser"},
    "pytest": {"pytest_plugin"},
    "jinja2": {"reporting"},
    "yaml": {"scenario", "steps", "config", "storage.codec"},
    "pydantic": {"scenario", "steps", "channels", "config", "storage.codec", "storage.baseline"},
    "click": {"cli"},
    "distributed": {"farm"},
}

STANDARD_ONLY = {
    "codes",
    "findings",
    "trace",
    "errors",
    "discovery",
    "facts",
    "checks",
    "judging",
    "results",
    "scorecard",
    "comparing",
    "steadiness",
    "redaction",
}

# Families of plug-ins: a file may import what its family shares (`__init__`), never another member's file.
FAMILIES = {"channels", "steps"}

FILES = sorted(ROOT.rglob("*.py"))


def imports(source: str) -> Iterator[str]:
    """The dotted names of all that a module imports when it runs, late imports within functions too.

    What stands under `if TYPE_CHECKING` never runs: it is left out.
    """
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting.extend(node.orelse)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "write absolute imports"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        else:
            waiting.extend(ast.iter_child_nodes(node))


def offences(module: str, source: str) -> Iterator[str]:
    """What a module of parcours, named without the leading `parcours.`, must not import and does."""
    part = module.partition(".")[0]
    for name in imports(source):
        library, _, rest = name.partition(".")
        if library == "parcours":
            yield from _inside(module, part, rest)
        elif part in STANDARD_ONLY and library not in sys.stdlib_module_names:
            yield f"{module} imports {name}: here the standard library must do"
        elif library in LIBRARIES and not LIBRARIES[library] & {part, module}:
            yield f"{module} imports {name}: that is for {', '.join(sorted(LIBRARIES[library]))} only"


def _inside(module: str, part: str, name: str) -> Iterator[str]:
    other, _, below = name.partition(".")
    if other not in LAYER:
        return  # a public name of the package itself, `__version__`
    if part not in LAYER:
        yield f"{module} is not in the drawing: give it a layer"
    elif (height := LOWER.get(".".join(name.split(".")[:2]), LAYER[other])) > LOWER.get(module, LAYER[part]):
        yield f"{module} (layer {LAYER[part]}) imports {name} (layer {height})"
    elif part in FAMILIES and module != part and other in FAMILIES and _is_file(other, below):
        yield f"{module} imports its sibling {name}"


def _is_file(family: str, below: str) -> bool:
    return (ROOT / family / f"{below.partition('.')[0]}.py").is_file()


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(ROOT)) for file in FILES])
def test_a_module_imports_only_what_its_layer_may(file: Path) -> None:
    module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    assert sorted(set(offences(module, file.read_text(encoding="utf-8")))) == []


def test_every_part_has_a_layer() -> None:
    parts = {path.stem for path in ROOT.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert parts - {"__init__"} == set(LAYER)


@pytest.mark.parametrize(
    ("module", "source", "said"),
    [
        ("facts.model", "import json", []),
        ("facts.model", "import pydantic", ["facts.model imports pydantic: here the standard library must do"]),
        ("facts.model", "from parcours.checks import Check", ["facts.model (layer 0) imports checks.Check (layer 1)"]),
        ("checks.qr.x", "from parcours.facts.model import Page", []),
        ("judging", "import parcours.running.run", ["judging (layer 2) imports running.run (layer 4)"]),
        (
            "cli.run",
            "from playwright.sync_api import Page",
            ["cli.run imports playwright.sync_api.Page: that is for browser only"],
        ),
        ("storage.codec", "import pydantic", []),
        (
            "storage.journal",
            "import pydantic",
            [
                (
                    "storage.journal imports pydantic: that is for "
                    "channels, config, scenario, steps, storage.baseline, storage.codec only"
                )
            ],
        ),
        ("steps.tap", "from parcours.steps import Step", []),
        ("steps.tap", "from parcours.steps.see import See", ["steps.tap imports its sibling steps.see.See"]),
        ("steps.tap", "from parcours.steps import see", ["steps.tap imports its sibling steps.see"]),
        ("steps.tap", "from parcours.channels.link import Link", ["steps.tap imports its sibling channels.link.Link"]),
        ("cli", "from parcours import __version__", []),
        ("elsewhere", "from parcours.errors import Exit", ["elsewhere is not in the drawing: give it a layer"]),
    ],
)
def test_the_guard_sees(module: str, source: str, said: list[str]) -> None:
    assert list(offences(module, source)) == said


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f():\n    import pytest", ["pytest"]),
        ("if TYPE_CHECKING:\n    import pytest", []),
        ("if typing.TYPE_CHECKING:\n    import pytest\nelse:\n    import json", ["json"]),
        ("try:\n    import pytest\nexcept ImportError:\n    import json", ["pytest", "json"]),
        ("from a.b import c, d", ["a.b.c", "a.b.d"]),
    ],
    ids=["a late import counts", "a type's does not", "what stands for it does", "both ways count", "names count each"],
)
def test_what_counts_as_an_import(source: str, expected: list[str]) -> None:
    assert sorted(imports(source)) == sorted(expected)


def test_the_drawing_shows_the_layers_as_they_are_guarded() -> None:
    drawing = (Path(__file__).parents[1] / "ARCHITECTURE.md").read_text(encoding="utf-8").split("```")[1]
    drawn = {line.split()[0]: line for line in drawing.splitlines() if line}
    for name, height in LAYER.items():
        assert name.startswith("__") or re.search(rf"\b{name}\b", drawn[str(height)]), (
            f"{name} is not drawn in its layer"
        )
