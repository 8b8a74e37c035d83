from messages import tagged, texted
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace


def needing(size: int) -> JourneyTrace:
    """A tag whose message and frame take so many bytes."""
    frame, head = (3, 5) if size <= 257 else (5, 8 if size > 265 else 5)
    return tagged(url="https://" + "a" * (size - frame - head))


EXAMPLES = (
    silent("a text message", texted("https://shop.example/")),
    passes("it just fits", needing(144)),
    fails("a byte more", needing(145), {"long"}),
    fails("more than the next tag", needing(505), {"long"}),
    fails("more than any of them", needing(889), {"long"}),
)
