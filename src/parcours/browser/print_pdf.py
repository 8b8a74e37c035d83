"""Print a page to PDF, as a browser's print dialog does."""

from __future__ import annotations

from pathlib import Path

from parcours.browser.apart import run_to_end
from parcours.browser.bound import Overrun, bound
from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings, browsers
from parcours.errors import ToolError

PRINT_SECONDS = 30.0
REPORT_SECONDS = 300.0
UNFOLD = "() => { document.querySelectorAll('details').forEach(fold => { fold.open = true; }); }"


def print_pdf(html: str) -> bytes:
    """The PDF of an HTML text, backgrounds included, on the paper that its `@page` rule names.

    Scripts do not run. Raises ToolError when no browser starts.
    """
    return run_to_end(_printed(html))


def print_report(file: Path) -> bytes:
    """The PDF of a report's HTML file: everything that is folded is open, headings are bookmarks.

    Raises ToolError when no browser starts, or when it does not come to an end.
    """
    try:
        return run_to_end(_report(file.absolute().as_uri()))
    except Overrun as overrun:
        raise ToolError(f"the report could not be printed: {overrun}", tip="print fewer journeys at once") from overrun


async def _report(address: str) -> bytes:
    found = find_browser("chromium")
    async with browsers(LaneSettings(found.executable, sandbox=found.sandbox)) as running:
        browser = await running.get("chromium")
        page = await bound("new page", browser.new_page(), PRINT_SECONDS)
        page.set_default_timeout(0)  # a large report takes its time, and there is a bound
        await bound("loading the report", page.goto(address, wait_until="load"), REPORT_SECONDS)
        await bound("unfolding the report", page.evaluate(UNFOLD), REPORT_SECONDS)
        sheet = page.pdf(prefer_css_page_size=True, print_background=True, outline=True, tagged=True)
        return await bound("printing the report", sheet, REPORT_SECONDS)


async def _printed(html: str) -> bytes:
    found = find_browser("chromium")
    async with browsers(LaneSettings(found.executable, sandbox=found.sandbox)) as running:
        browser = await running.get("chromium")
        page = await bound("new page", browser.new_page(java_script_enabled=False), PRINT_SECONDS)
        await bound("laying out", page.set_content(html, wait_until="load"), PRINT_SECONDS)
        return await bound("printing", page.pdf(prefer_css_page_size=True, print_background=True), PRINT_SECONDS)
