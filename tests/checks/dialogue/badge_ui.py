from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
GOOD = '<a href="/messages" aria-label="Messages, 3 non lus">Messages <span aria-hidden="true">3</span></a>'

EXAMPLES = (
    silent("a page without messages", f"{PHONE}<p>hello</p>"),
    silent("messages without a count", f'{PHONE}<a href="/messages">Messages</a>'),
    silent("a count of nought", f'{PHONE}<a href="/messages">Messages <span>0</span></a>'),
    silent("a basket", f'{PHONE}<a href="/basket">Panier <span>3</span></a>'),
    silent("a page's number", f'{PHONE}<a href="/offers?page=3"><span>3</span></a>'),
    silent("a button to write", f'{PHONE}<a href="sms:+33612345678">Écrire un message</a>'),
    silent("a count that is hidden", f'{PHONE}<a href="/messages">Messages <span style="display:none">3</span></a>'),
    silent("a year is no count", f'{PHONE}<a href="/messages"><span>Messages</span> <span>2026</span></a>'),
    passes("the count is said", PHONE + GOOD),
    passes("in English", f'{PHONE}<a href="/inbox" aria-label="Inbox: 12 new">Inbox <b>12</b></a>'),
    passes("words that only listeners hear", f'{PHONE}<a href="/m">Messages <b>3</b> <span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)">non lus</span></a>'),
    passes("the title says the same", f"<title>(3) Ma banque</title>{PHONE}{GOOD}"),
    passes("the title says no number", f"<title>Ma banque</title>{PHONE}{GOOD}"),
    passes("more than can be counted", f'<title>(120) x</title>{PHONE}<a href="/m" aria-label="Messages, 99+ unread">Messages <b>99+</b></a>'),
    fails("a name that hides the count", f'{PHONE}<a href="/messages" aria-label="Messages">Messages <b>3</b></a>', {"unheard"}),
    fails("another number in the name", f'{PHONE}<button aria-label="Messages 13, nouveaux">Messages <b>3</b></button>', {"unheard"}),
    fails("a picture with a count", f'{PHONE}<a href="/inbox" aria-label="Boîte de réception"><img alt="" src="data:," width="20" height="20"><b>2</b></a>', {"unheard"}),
    fails("a number and nothing more", f'{PHONE}<a href="/messages">Messages <b>3</b></a>', {"unsaid"}),
    fails("the title has another number", f"<title>(2) Ma banque</title>{PHONE}{GOOD}", {"title"}),
)  # fmt: skip
