from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

EXAMPLES = (
    silent("a journey that reached no page", JourneyTrace(facets=frozenset({"frames"}))),
    passes("a page that asks nothing", "<p>Hello</p>"),
    passes("a page that asks when it is tapped", '<button onclick="alert(1)">Help</button>'),
    fails("an alert", "<script>alert('Welcome')</script><p>Hello</p>", {"alert"}),
    fails("a question", "<script>confirm('Install our app?')</script><p>Hello</p>", {"confirm"}),
    fails("a field", "<script>prompt('Your name')</script><p>Hello</p>", {"prompt"}),
    fails("several are one finding", "<script>alert(1); confirm(2)</script><p>Hello</p>", {"alert"}),
)
