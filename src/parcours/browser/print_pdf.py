"""Print a page to PDF, as a browser's print dialog does."""

from __future__ import annotations

import asyncio

from parcours.browser.bound import bound
from parcours.browser.ladder import find_browser, sandbox_possible

PRINT_SECONDS = 30.0


def print_pdf(html: str) -> bytes:
    """The PDF of an HTML text, backgrounds included, on the paper that its `@page` rule names.

    Scripts do not run. Raises ToolError when no browser starts.
    """
    return asyncio.run(_printed(html))


async def _printed(html: str) -> bytes:
    from playwright.async_api import async_playwright

    executable = find_browser("chromium").executable
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=executable or None, chromium_sandbox=sandbox_possible()
        )
        page = await browser.new_page(java_script_enabled=False)
        await bound("laying out", page.set_content(html, wait_until="load"), PRINT_SECONDS)
        pdf = await bound("printing", page.pdf(prefer_css_page_size=True, print_background=True), PRINT_SECONDS)
        await browser.close()
        return pdf
