from parcours.testing import fails, passes, reviews, silent

PHONE = '<meta name="viewport" content="width=device-width"><html lang="fr">'
CONTACT = {"url": "https://shop.example/fr/contact"}
NOBODY = '<a href="mailto:no-reply@shop.example">Nous écrire</a>'
FAQ = '<a href="/faq/help">Aide</a>'

EXAMPLES = (
    silent("a page without any way", f"{PHONE}<p>hello</p>"),
    silent("a page that leads to contact", f'{PHONE}<a href="/contact">Contact</a>'),
    silent("an address that somebody reads", f'{PHONE}<a href="mailto:bonjour@shop.example">Écrire</a>'),
    silent("a name with reply in it", f'{PHONE}<a href="mailto:replay@shop.example">Écrire</a>'),
    silent("an address that mails come from, among others", f'{PHONE}<p>Nos messages viennent de no-reply@shop.example.</p><a href="tel:+33123456789">Appeler</a>'),
    silent("an address that mails come from, and a contact page", f"{PHONE}<p>no-reply@shop.example</p>{FAQ}"),
    silent("a help page leads on", PHONE + FAQ, url="https://shop.example/aide"),
    silent("a contact page without anything is told elsewhere", f"{PHONE}<h1>Contact</h1>", **CONTACT),
    silent("a title with contact in it", f"{PHONE}<h1>How we lost contact with the spring of our childhood</h1>{FAQ}"),
    passes("a contact page with a number", f'{PHONE}<h1>Contact</h1><a href="tel:+33123456789">Appeler</a>{FAQ}', **CONTACT),
    passes("a contact page with a form", f"{PHONE}<h1>Contact</h1>{FAQ}<form><textarea></textarea></form>", **CONTACT),
    passes("a contact page with an appointment", f'{PHONE}<h1>Contact</h1>{FAQ}<a href="https://calendly.com/x">Rendez-vous</a>', **CONTACT),
    fails("the only way is no way", PHONE + NOBODY, {"no-reply-only"}),
    fails("the only way is written out", f"{PHONE}<p>Écrivez à noreply@shop.example</p>", {"no-reply-only"}),
    fails("the only way is no way, though a page leads round", PHONE + NOBODY + FAQ, {"no-reply-only"}, **CONTACT),
    fails("one way of two", f'{PHONE}{NOBODY}<a href="tel:+33123456789">Appeler</a>', {"no-reply"}),
    fails("a contact page is one tap away", f'{PHONE}{NOBODY}<a href="/contact">Contact</a>', {"no-reply"}),
    fails("donotreply", f'{PHONE}<a href="mailto:DoNotReply@shop.example?subject=x">Write</a>', {"no-reply-only"}),
    fails("in French", f'{PHONE}<a href="mailto:ne-pas-repondre@shop.example">Écrire</a>', {"no-reply-only"}),
    fails("in German", f'{PHONE}<a href="mailto:nicht-antworten@shop.example">Schreiben</a>', {"no-reply-only"}),
    fails("with a name before it", f'{PHONE}<a href="mailto:shop.noreply@shop.example">Écrire</a>', {"no-reply-only"}),
    reviews("a contact page that leads to questions only", f"{PHONE}<h1>Nous contacter</h1>{FAQ}", {"circle"}),
    reviews("a contact page by its address", f"{PHONE}<h1>Bonjour</h1>{FAQ}", {"circle"}, **CONTACT),
)  # fmt: skip
