"""What a fixed width is said to be."""

from __future__ import annotations

import pytest

from parcours.checks.viewport.fixed_width import fixed_width
from parcours.facts.model import FrameFacts, MetaTag, PageSnapshot
from parcours.findings import Where
from parcours.judging import judge_page


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("width=1024", "The viewport is fixed at 1024 px, on a screen of 390 px"),
        ("width=600px", "The viewport is fixed at 600 px (from “600px”), on a screen of 390 px"),
        ("width=320", "The viewport is fixed at 320 px: magnified 1.2 times on a screen of 390 px"),
        ("width=100%", "The viewport is fixed at 100 px (from “100%”): magnified 3.9 times on a screen of 390 px"),
        ("width=device-height", "The page is as wide as the screen is high: 664 px on a screen of 390 px"),
    ],
)
def test_the_message_says_how_wide_and_on_what_screen(content: str, message: str) -> None:
    page = PageSnapshot(
        frames=(FrameFacts(metas=(MetaTag("viewport", content, "meta[2]"),)),), facets=frozenset({"frames"})
    )
    (finding,) = judge_page(page, [fixed_width], Where())[0].findings
    assert (finding.message, finding.about, finding.evidence) == (message, "meta[2]", content)
