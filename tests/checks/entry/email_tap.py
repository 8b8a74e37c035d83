from messages import begun, drawn, mailed
from parcours.facts.geometry import Box
from parcours.facts.message import Message, MessageLink
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace


def sized(width: float, height: float) -> JourneyTrace:
    link = MessageLink("Boots", "https://shop.example/", spot=Box(10, 10, width, height))
    return begun(Message("email", html=True, links=(link,), chosen=1, width=390, height=800))


EXAMPLES = (
    silent("a mail that was not drawn", mailed('<a href="https://shop.example/">Boots</a>')),
    silent("nobody can say which link is tapped", drawn(chosen=0)),
    silent("in a mail that is too wide all is small", drawn(shrunk=0.5)),
    passes("a button", sized(180, 44)),
    passes("nearly", sized(180, 43.5)),
    fails("a line of text", sized(180, 43), {"small"}),
    fails("the least", sized(180, 23.5), {"small"}),
    fails("less", sized(180, 23), {"tiny"}),
    reviews("it was not seen", drawn(), {"not-seen"}),
)
