"""The story's run, drawn once for all tests of the reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from parcours.browser.ladder import find_browser
from reporting import factory


@pytest.fixture(scope="session")
def plain_browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser of our own: pytest-playwright's would be launched with the options of the command line."""
    browser = playwright.chromium.launch(executable_path=find_browser("chromium").executable or None)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def story_run(tmp_path_factory, plain_browser) -> Path:
    return factory.showcase(tmp_path_factory.mktemp("run"), plain_browser)


@pytest.fixture(scope="session")
def hostile_run(tmp_path_factory, plain_browser) -> Path:
    return factory.showcase(tmp_path_factory.mktemp("hostile"), plain_browser, hostile=True)
