"""Run axe-core in every frame, in our isolated world: a page cannot hand us an axe of its own."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from parcours.browser.bound import Overrun
from parcours.browser.worlds import ScriptError, World
from parcours.facts.model import Axe, AxeResult, FrameFacts
from parcours.storage.codec import from_script

SECONDS = 12.0  # for all frames

# meta-viewport is `viewport/zoom-blocked` here, which knows which engine obeys. Contrast is `text/contrast`, from
# the colours that the collector measured: of all rules axe-core takes longest over this one. Style sheets need not be
# fetched a second time: the one rule that reads them is experimental, and not asked.
_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {
        "target-size": {"enabled": True},
        "meta-viewport": {"enabled": False},
        "color-contrast": {"enabled": False},
    },
    "resultTypes": ["violations", "incomplete"],
    "iframes": False,
    "preload": {"assets": ["media"]},
    "elementRef": True,
}

_RUN = """
(async () => {
  const within = %s.map((address) => globalThis.__parcoursElement(address)).filter(Boolean);
  // axe-core lets the page breathe between rules, and waits for ever where there are no timers: in a frame whose
  // sandbox allows no scripts. Nobody waits for the page meanwhile, so that it holds its breath everywhere.
  const later = globalThis.setTimeout;
  globalThis.setTimeout = (act, ms, ...rest) => (ms > 1 ? later(act, ms, ...rest) : queueMicrotask(() => act(...rest)));
  let found;
  try {
    found = await axe.run(within.length ? { include: within } : document, %s);
  } finally {
    globalThis.setTimeout = later;
  }
  const side = (list, outcome) => list.map((rule) => ({
    id: rule.id, outcome, impact: rule.impact || '', help: rule.help, url: rule.helpUrl, tags: rule.tags, frame: %d,
    nodes: rule.nodes.slice(0, 50).map((node) => {
      const box = node.element && node.element.getBoundingClientRect();
      return [
        node.element ? globalThis.__parcoursAddress(node.element) : '',
        node.target.flat(9).join(' ').slice(0, 300), node.html.slice(0, 300), (node.failureSummary || '').slice(0, 600),
        box && box.width * box.height ? [box.left + scrollX, box.top + scrollY, box.width, box.height] : null,
      ];
    }),
  }));
  return JSON.stringify({
    version: axe.version, passes: found.passes.length,
    results: [...side(found.violations, 'violation'), ...side(found.incomplete, 'incomplete')],
  });
})()
"""

# Two rules pass with either of two checks, and ask both of every element. Where the quick one says yes, the dear one
# (colours beneath a link, distances to neighbours) changes nothing: it says yes too, and half of the time is saved.
_EITHER = """
(() => {
  const checks = (axe._audit && axe._audit.checks) || {};
  const [size, offset] = [checks['target-size'], checks['target-offset']];
  if (size && offset) {
    const [asked, dearly] = [size.evaluate, offset.evaluate];
    const large = new WeakSet(); // asked first, in every run
    size.evaluate = function (node, ...rest) {
      const said = asked.call(this, node, ...rest);
      if (said === true) large.add(node);
      else large.delete(node);
      return said;
    };
    offset.evaluate = function (node, ...rest) {
      return large.has(node) || dearly.call(this, node, ...rest);
    };
  }
  const [style, contrast] = [checks['link-in-text-block-style'], checks['link-in-text-block']];
  if (style && contrast) {
    const [asked, dearly] = [style.evaluate, contrast.evaluate];
    const mute = { data() {}, relatedNodes() {} };
    contrast.evaluate = function (node, options, ...rest) {
      return asked.call(mute, node, style.options, ...rest) === true || dearly.call(this, node, options, ...rest);
    };
  }
})()
"""


@cache
def _ready() -> str:
    return f"{source()};{_EITHER};0"


@cache
def source() -> str:
    """axe-core's own text, as axe-playwright-python carries it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


async def run_axe(
    asked: Sequence[World], frames: Sequence[FrameFacts], only: Sequence[str] = (), within: Sequence[str] = ()
) -> Axe | None:
    """axe-core's findings in every frame, by all rules or `only` some; None when it could not look at the page itself.

    `within` are addresses of elements to look into, in place of everything.
    The collector must have run in the same worlds: it knows the elements' addresses.
    """
    ends = time.monotonic() + SECONDS
    found: dict[int, Axe | None] = {}

    async def one_by_one(indexes: Sequence[int]) -> None:
        for index in indexes:
            if not frames[index].hidden and time.monotonic() < ends:
                found[index] = await _in_frame(asked[index], index, only, within, ends)

    # Frames of other sites live in other processes, often several in one: a script that is ended ends its neighbour's.
    near = [index for index, world in enumerate(asked) if world.session is asked[0].session]
    far = [index for index in range(len(asked)) if index not in near]
    await asyncio.gather(one_by_one(near), one_by_one(far))
    if (whole := found.get(0)) is None:
        return None
    for index, facts in enumerate(frames[1:], 1):
        whole = _merged(whole, found.get(index), facts)
    return whole


async def _in_frame(world: World, index: int, only: Sequence[str], within: Sequence[str], ends: float) -> Axe | None:
    from playwright.async_api import Error

    # No module system and no second axe: in an isolated world `window` is ours alone.
    options = {**_OPTIONS, "runOnly": {"type": "rule", "values": only}, "rules": {}} if only else _OPTIONS
    command = _RUN % (json.dumps(list(within)), json.dumps(options), index)

    async def said(script: str) -> Any:
        return await world.run(script, max(ends - time.monotonic(), 0))

    try:
        # A second run finds the axe of the first: to send half a megabyte takes longer than many a rule.
        if not only or not await said("typeof axe === 'object'"):
            await said(_ready())  # by itself, and the same to the letter: V8 compiles it once for a process's frames
        return from_script(Axe, await said(command))
    except Overrun:
        await world.stop()
        return None
    except (Error, ScriptError, ValueError):
        return None


def _merged(whole: Axe, found: Axe | None, facts: FrameFacts) -> Axe:
    if found is None:
        return (
            whole if facts.hidden else Axe(whole.version, whole.passes, whole.results, (*whole.failed, facts.url[:300]))
        )
    moved = tuple(_moved(result, facts.offset) for result in found.results)
    return Axe(whole.version, whole.passes + found.passes, (*whole.results, *moved), whole.failed)


def _moved(result: AxeResult, offset: tuple[float, float]) -> AxeResult:
    """A child frame's boxes, in the page's pixels."""
    nodes = tuple(node._replace(box=node.box.moved(*offset) if node.box else None) for node in result.nodes)
    return AxeResult(
        result.id, result.outcome, result.impact, result.help, result.url, result.tags, nodes, result.frame
    )
