"""The house's rule, tried on pages in the real engine, as parcours tries its own."""

from collections.abc import Iterator

import pytest
from house_rules.checks import NUMBER, service_number

from parcours.testing import Example, Lab, aspects, fails, passes

EXAMPLES = (
    passes("a link that calls us", f'<footer><a href="{NUMBER}">01 42 01 02 03</a></footer>'),
    fails("no link at all", "<p>Call 01 42 01 02 03</p>", {"missing"}),
    fails("another number", '<a href="tel:+33999999999">09 99 99 99 99</a>', {"missing"}),
)


@pytest.fixture(scope="module")
def lab() -> Iterator[Lab]:
    with Lab() as lab:
        yield lab


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.sentence)
def test_the_service_number(lab: Lab, example: Example) -> None:
    judged = lab.judge(service_number, example)
    assert (judged.verdict, aspects(judged)) == (example.verdict, example.expected)
