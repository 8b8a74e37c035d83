from parcours.testing import fails, passes, reviews


def page(title: str, h1: str, more: str = "") -> str:
    return f"<title>{title}</title><h1>{h1}</h1><p>Bonjour</p>{more}"


EXAMPLES = (
    passes("a page", page("Bottes | La boutique", "Bottes")),
    passes("an article about such pages", page("How to make a 404 page | Blog", "Page not found: ten fine examples")),
    passes("a car", page("Peugeot 404 | Ventes", "Peugeot 404 cabriolet")),
    passes("a search without a result", page("Recherche | La boutique", "Aucun résultat")),
    passes("a hidden template", page("Bottes", "Bottes", "<div hidden><h1>Page not found</h1></div>")),
    passes("a shop called Not", page("Notfound | Streetwear", "Notfound Clothing")),
    fails("in English", page("Page not found | The shop", "Oops! Page not found"), {"not-found"}),
    fails("as WordPress says it", page("Page not found – Shop", "Oops! That page can’t be found."), {"not-found"}),
    fails("with its number", page("404 - The shop", "Error 404"), {"not-found"}),
    fails("with number and words", page("404 Not Found | Shop", "404: page not found"), {"not-found"}),
    fails("in French", page("Page introuvable | La boutique", "Désolé, cette page n'existe plus."), {"not-found"}),
    fails("with an error's name in French", page("Erreur 404", "La page demandée est introuvable"), {"not-found"}),
    fails("in German", page("Seite nicht gefunden | Laden", "Diese Seite existiert nicht mehr"), {"not-found"}),
    fails("in Spanish", page("Página no encontrada | Tienda", "Esta página no existe"), {"not-found"}),
    fails("in Italian", page("Pagina non trovata | Negozio", "La pagina non esiste"), {"not-found"}),
    fails("in Dutch", page("Pagina niet gevonden | Winkel", "Deze pagina bestaat niet meer"), {"not-found"}),
    fails("on Android", page("Page not found", "Page not found"), {"not-found"}, device="android"),
    reviews("the headline alone", page("La boutique", "Page introuvable"), {"not-found"}),
    reviews("the title alone", page("404 | La boutique", "Bonjour"), {"not-found"}),
    reviews(
        "a deep address ends on the home page",
        "<script>location.replace('/')</script>",
        {"home"},
        url="https://shop.example/offres/printemps",
        others={"https://shop.example/": page("La boutique", "Bienvenue")},
    ),
    reviews(
        "and on the home page of a language",
        "<script>location.replace('/fr/')</script>",
        {"home"},
        url="https://shop.example/p",
        others={"https://shop.example/fr/": page("La boutique", "Bienvenue")},
    ),
    passes(
        "another site's short address for the home page",
        "<script>location.replace('https://shop.example/')</script>",
        url="https://sho.rt/x",
        others={"https://shop.example/": page("La boutique", "Bienvenue")},
    ),
    passes(
        "the home page sends on to a language",
        "<script>location.replace('/fr/')</script>",
        others={"https://shop.example/fr/": page("La boutique", "Bienvenue")},
    ),
)
