from messages import mailed, texted
from parcours.testing import fails, passes, silent

LINK = "https://bank.example/m/4f2a"

EXAMPLES = (
    silent("a mail", mailed('<a href="https://shop.example/">Boots</a>')),
    silent("no link", texted("Call 01 23 45 67 89")),
    passes("at the end", texted(f"Your statement: {LINK}")),
    passes("on a line of its own", texted(f"Your statement:\n{LINK}\nSTOP 36111")),
    passes("the way out behind it", texted(f"Offer: {LINK} STOP au 36111")),
    passes("a test on this machine", texted("http://bottines.localhost/x")),
    passes("blanks behind it", texted(f"{LINK}  ")),
    fails("a full stop behind it", texted(f"Your statement: {LINK}."), {"glued"}),
    fails("brackets around it", texted(f"Your statement ({LINK})"), {"glued"}),
    fails("words behind it", texted(f"{LINK} is your statement"), {"not-last"}),
    fails("a full stop and words", texted(f"{LINK}. Thank you"), {"glued", "not-last"}),
    fails("no scheme", texted("Your statement: bank.example/m/4f2a"), {"no-scheme"}),
    fails("no TLS", texted("Your statement: http://bank.example/m/4f2a"), {"http"}),
    fails("the second one is judged", texted(f"{LINK} or {LINK}, please", link="1"), {"glued", "not-last"}),
)
