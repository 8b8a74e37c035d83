"""What the rules say in French, one file an area."""

from collections.abc import Mapping

from parcours.reporting.messages.en import ENGLISH
from parcours.reporting.messages.fr import FRENCH

# Days as rules write them: 7 June 2027, 07 June 2027.
DATES: Mapping[str, str] = {
    f"{written} {english} {{year}}": f"{day} {french} {{year}}"
    for english, french in zip(ENGLISH.months, FRENCH.months, strict=True)
    for written, day in (("1", "1er"), ("01", "1er"), ("0{day}", "{day}"), ("{day}", "{day}"))
}
# Why something on a page is wider than the screen.
WIDE: Mapping[str, str] = {
    "{cause}, inside it": "{cause:term}, à l’intérieur",
    "the full width plus a margin or an offset": "toute la largeur, plus une marge ou un décalage",
    "{width} plus a margin or an offset": "{width}, plus une marge ou un décalage",
    "{width} in its style": "{width} dans son style",
    'width="{n}" in its markup': "width={n} dans son balisage",
    "a negative margin ({side})": "une marge négative ({side})",
    "a transform that moves it": "une transformation (transform) qui le déplace",
    "a long word or address that cannot break": "un long mot ou une adresse qui ne se coupe pas",
    "text that may not wrap": "un texte qui ne va pas à la ligne",
    "a picture without max-width: 100%": "une image sans max-width: 100%",
    "a video without max-width: 100%": "une vidéo sans max-width: 100%",
    "a frame of fixed width": "un cadre de largeur fixe",
    "a table wider than the screen": "un tableau plus large que l’écran",
    "an object of fixed width": "un objet (object) de largeur fixe",
    "an embed of fixed width": "un objet (embed) de largeur fixe",
    "a canvas of fixed width": "un canvas de largeur fixe",
    "a drawing of fixed width": "un dessin de largeur fixe",
    "a field of fixed width": "un champ de largeur fixe",
    "a list of fixed width": "une liste de largeur fixe",
}
# Words and phrases that rules of several areas put into their sentences.
TERMS: Mapping[str, str] = {
    # why a file that ties a site to its app opens an address, or does not
    "the file names no app": "le fichier ne nomme aucune application",
    "it has no rules that could match": "il n’a aucune règle qui puisse convenir",
    "none of its {n} paths matches": "aucun de ses {n} chemins (paths) ne convient",
    "none of its {n} components matches": "aucun de ses {n} composants (components) ne convient",
    "its only path (“{text}”) does not match": "son seul chemin (« {text} ») ne convient pas",
    "its only component (“{text}”) does not match": "son seul composant (« {text} ») ne convient pas",
    "{which} comes first and keeps it out": "{which:term} passe en premier et l’exclut",
    "{which} would match it but for {difference}": "{which:term} conviendrait, à ceci près : {difference:term}",
    "{which} matches": "{which:term} convient",
    "path {n} of {all} (“{text}”)": "le chemin {n} sur {all} (« {text} »)",
    "component {n} of {all} (“{text}”)": "le composant {n} sur {all} (« {text} »)",
    "upper and lower case": "les majuscules et minuscules",
    "the slash at the end": "la barre oblique finale",
    "the percent signs: the link is compared as it is encoded": "les signes %, le lien étant comparé encodé",
    "the query": "les paramètres (query)",
    "the part after #": "la partie qui suit le #",
    # who tells of an app
    "the scenario": "le scénario",
    "the banner tag": "la balise du bandeau",
    "the page's banner tag": "la balise du bandeau de la page",
    "the page's {name} tag": "la balise {name} de la page",
    "the tag {name}": "la balise {name}",
    "the web app manifest": "le manifeste de l’application web",
    "the apple-app-site-association file ({name})": "le fichier apple-app-site-association ({name})",
    "the assetlinks.json file": "le fichier assetlinks.json",
    "the store link": "le lien vers le magasin",
    "the link “{name}”": "le lien « {name} »",
    "a link": "un lien",
    # a name that a page gives to something
    "“{name}”": "« {name} »",
}
