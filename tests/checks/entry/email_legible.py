from messages import drawn, mailed
from parcours.testing import fails, passes, silent

EXAMPLES = (
    silent("a mail that was not drawn", mailed('<a href="https://shop.example/">Boots</a>')),
    silent("a mail without text", drawn(legible=-1)),
    silent("a mail that is too wide is small as a whole", drawn(legible=0.1, shrunk=0.5)),
    passes("all of it", drawn(legible=1)),
    passes("four fifths", drawn(legible=0.8)),
    fails("less", drawn(legible=0.79), {"small"}),
    fails("three fifths", drawn(legible=0.6), {"small"}),
    fails("none", drawn(legible=0), {"small"}),
)
