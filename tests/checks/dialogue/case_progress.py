from parcours.testing import fails, passes, silent

PHONE = '<meta name="viewport" content="width=device-width">'
TELL = "<label><input type=checkbox> Prévenez-moi par SMS</label>"


def page(body: str, heading: str = "Suivi de votre commande") -> str:
    return f'{PHONE}<html lang="fr"><h1>{heading}</h1>{body}'


EXAMPLES = (
    silent("a page like any other", page("<p>Nos bottes</p>", "Le printemps")),
    silent("a link to the orders", page('<a href="/orders">Suivre ma commande</a>', "Le printemps")),
    silent("a form that asks which order is meant", page('<p>Commande n° 123456 par exemple</p><input name="numero">')),
    silent("no number of a case", page("<p>Connectez-vous pour suivre votre commande.</p>")),
    silent("a telephone number is no case", page("<p>Appelez le 01 23 45 67 89</p>")),
    passes("a date and a way to be told", page(f"<p>Commande n° 123456, expédiée le 3 mars</p>{TELL}")),
    passes("figures", page(f"<p>Commande n° 123456, expédiée le 03/03/2026</p>{TELL}")),
    passes("yesterday", page(f"<p>Commande n° 123456, expédiée hier</p>{TELL}")),
    passes("a time that machines read", page(f"<p>Dossier n° 123456</p><time datetime=2026-03-03>lundi</time>{TELL}")),
    passes("English", page("<p>Claim ref: AB-123456, updated 2 days ago</p><button>Let me know</button>", "Claim status")),
    passes("the search of the site asks for no case", page(f'<input type="search" name="q"><p>Commande n° 123456, le 3 mars</p>{TELL}')),
    fails("no date", page(f"<p>Commande n° 123456, en préparation</p>{TELL}"), {"no-date"}),
    fails("no date in English", page("<p>Order #123456 is in progress</p><p>We send updates by e-mail</p>", "Order status"), {"no-date"}),
    fails("the number of the case is no date", page(f"<p>Commande n° 12-11-2026</p>{TELL}"), {"no-date"}),
    fails("nobody tells", page("<p>Commande n° 123456, expédiée le 3 mars</p>"), {"no-alert"}),
    fails("neither", page("<p>Commande n° 123456, en préparation</p>"), {"no-date", "no-alert"}),
)  # fmt: skip
