"""Print a page to PDF, as a browser's print dialog does."""

from __future__ import annotations

import asyncio

from parcours.browser.bound import bound
from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings, browsers

PRINT_SECONDS = 30.0


def print_pdf(html: str) -> bytes:
    """The PDF of an HTML text, backgrounds included, on the paper that its `@page` rule names.

    Scripts do not run. Raises ToolError when no browser starts.
    """
    return asyncio.run(_printed(html))


async def _printed(html: str) -> bytes:
    found = find_browser("chromium")
    async with browsers(LaneSettings(found.executable, sandbox=found.sandbox)) as running:
        browser = await running.get("chromium")
        page = await bound("new page", browser.new_page(java_script_enabled=False), PRINT_SECONDS)
        await bound("laying out", page.set_content(html, wait_until="load"), PRINT_SECONDS)
        return await bound("printing", page.pdf(prefer_css_page_size=True, print_background=True), PRINT_SECONDS)
