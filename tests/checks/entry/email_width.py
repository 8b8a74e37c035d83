from messages import drawn, mailed, texted
from parcours.testing import fails, passes, silent

EXAMPLES = (
    silent("a text message", texted("https://shop.example/")),
    silent("a mail that was not drawn", mailed('<a href="https://shop.example/">Boots</a>')),
    passes("it fits", drawn(shrunk=1)),
    passes("nearly", drawn(shrunk=0.95)),
    fails("it does not", drawn(shrunk=0.94), {"wide"}),
    fails("a miniature", drawn(shrunk=0.5, legible=0.1), {"wide"}),
)
