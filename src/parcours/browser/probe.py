"""Start a browser once and print, as one line of JSON, what came of it.

`python -m parcours.browser.probe '{"engine": "chromium", "executable": "", "headless": true, "sandbox": true,
"seconds": 20}'` is run by the ladder in a process of its own: a program can hold one sync Playwright at
most, and a browser that hangs must not hang whoever asks. Without "engine" it only says where Playwright
keeps its browsers.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Playwright


def places(playwright: Playwright) -> dict[str, str]:
    """Where Playwright's own browsers would be, by engine."""
    return {engine: getattr(playwright, engine).executable_path for engine in ("chromium", "firefox", "webkit")}


def launched(playwright: Playwright, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The version of the browser asked for and whether its sandbox is on; or the error that stopped it.

    Where the sandbox is refused (containers, Ubuntu's AppArmor) the browser is tried once more without.
    """
    from playwright.sync_api import Error

    problem = ""
    for sandbox in (True, False) if asked["sandbox"] else (False,):
        try:
            return {"version": _version(playwright, asked, sandbox=sandbox), "sandbox": sandbox}
        except Error as error:
            problem = gist(error.message)
    return {"error": problem}


def _version(playwright: Playwright, asked: Mapping[str, Any], *, sandbox: bool) -> str:
    browser = getattr(playwright, asked["engine"]).launch(
        executable_path=asked["executable"] or None,
        headless=asked["headless"],
        chromium_sandbox=sandbox,
        timeout=asked["seconds"] * 1000,
    )
    page = browser.new_page()
    assert page.evaluate("1 + 1") == 2  # a renderer that cannot start shows here, not at launch
    version: str = browser.version
    browser.close()
    return version


def gist(message: str) -> str:
    """Playwright's message without its frames and logs: its first line, and the browser's own last words."""
    lines = [line.strip("╔═╗║╚╝ \t") for line in message.splitlines()]
    said = [line for line in lines if line and line != "BrowserType.launch:"]
    first = said[0].removeprefix("BrowserType.launch: ") if said else "no reason was given"
    logged = [line.partition("[err] ")[2] for line in said if "[err] " in line]
    return f"{first} ({logged[0][:300]})" if logged else first


def own_files(places: Mapping[str, str], asked: Mapping[str, Any]) -> list[str]:
    """What is on disk of Playwright's own browser for that engine; the headless shell has a folder of its own."""
    place = Path(places[asked["engine"]])
    shells = [
        folder.with_name(folder.name.replace("chromium-", "chromium_headless_shell-"))
        for folder in place.parents
        if folder.name.startswith("chromium-") and asked["headless"]
    ]
    return [str(path) for path in (*shells, place) if path.exists()]


def main() -> None:
    """Answer the question in the first argument."""
    from playwright.sync_api import sync_playwright

    asked = json.loads(sys.argv[1])
    with sync_playwright() as playwright:
        answer: dict[str, Any] = {"places": places(playwright)}
        if asked.get("engine"):
            answer |= launched(playwright, asked)
            answer["files"] = [asked["executable"]] if asked["executable"] else own_files(answer["places"], asked)
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
