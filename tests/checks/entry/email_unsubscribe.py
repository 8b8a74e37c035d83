from messages import mailed, texted
from parcours.testing import fails, passes, reviews, silent

BOTH = "List-Unsubscribe: <https://shop.example/u>, <mailto:u@shop.example>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click"
SENT = "Received: from a by b; Tue, 10 Mar 2026 09:00:00 +0100"
CALL = '<a href="https://shop.example/">Boots</a>'
OUT = '<a href="https://shop.example/u">Se désabonner</a>'

EXAMPLES = (
    silent("a text message", texted("https://shop.example/ STOP 36111")),
    silent("a mail to one customer", mailed(CALL, head=f"{SENT}\nSubject: Your order")),
    silent("HTML alone has no headers", mailed(CALL + OUT)),
    passes("both headers and a link", mailed(CALL + OUT, head=BOTH)),
    passes("a way out by its address", mailed(CALL + '<a href="https://shop.example/unsubscribe?1">here</a>', head=BOTH)),
    fails("a newsletter without the header", mailed(CALL + OUT, head=f"{SENT}\nSubject: Boots"), {"header"}),
    fails("a list's mail", mailed(CALL + OUT, head=f"{SENT}\nList-Id: shop"), {"header"}),
    fails("mail in bulk", mailed(CALL + OUT, head=f"{SENT}\nPrecedence: Bulk"), {"header"}),
    reviews("a file that was not sent yet", mailed(CALL + OUT, head="Subject: Boots"), {"header"}),
    fails("an address to write to only", mailed(CALL + OUT, head="List-Unsubscribe: <mailto:u@shop.example>"), {"address"}),
    fails("no one-click header", mailed(CALL + OUT, head="List-Unsubscribe: <https://shop.example/u>"), {"one-click"}),
    fails("another word in it", mailed(CALL + OUT, head="List-Unsubscribe: <https://shop.example/u>\nList-Unsubscribe-Post: yes"), {"one-click"}),
    reviews("no link in the mail", mailed(CALL, head=BOTH), {"link"}),
    reviews("clicks that are counted tell of a list", mailed('<a href="https://x.mjt.lu/1">A</a>', head="Subject: A"), {"header", "link"}),
)  # fmt: skip
