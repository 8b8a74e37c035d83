"""What the rules about access say in French. What axe-core says of one element stays in its English."""

from parcours.reporting.messages.rules import Rule

RULES = {
    "access/axe": Rule(
        title="axe-core ne trouve aucun obstacle sur la page",
        why="Un client sur cinq vit avec un handicap : ce qu’un lecteur d’écran ne peut pas nommer, ou qu’un œil ne "
        "peut pas lire, est perdu pour lui.",
        do="Corrigez l’élément comme le décrit la page d’axe-core consacrée à cette règle.",
        says=(("{help}: {reason}", "{help:term} ({reason})"),),
        unseen=(
            (
                "{help}: {reason}; {n} more like it (in the menu that “{button}” opens)",
                "{help:term} ({reason}) ; {n} autres du même genre, dans le menu qu’ouvre « {button} »",
            ),
            ("axe-core could not look into the frame {frame}", "axe-core n’a pas pu examiner le cadre {frame}"),
            ("{help}: {reason}; {n} more like it", "{help:term} ({reason}) ; {n} autres du même genre"),
        ),
        also=(("{help}.", "Corrigez l’élément comme axe-core le demande : {help:term}."),),
    ),
}

# What axe-core asks for, where it is met most.
TERMS = {
    "Active <area> elements must have alternative text": "Les zones d’image cliquables doivent avoir un texte de "
    "remplacement",
    "ARIA attributes must conform to valid values": "Les attributs ARIA doivent avoir des valeurs valides",
    "ARIA commands must have an accessible name": "Les commandes ARIA doivent avoir un nom accessible",
    "ARIA dialog and alertdialog nodes should have an accessible name": "Les boîtes de dialogue ARIA devraient avoir "
    "un nom accessible",
    "ARIA hidden element must not be focusable or contain focusable elements": "Un élément caché par ARIA ne doit pas "
    "recevoir le focus, ni rien de ce qu’il contient",
    "ARIA input fields must have an accessible name": "Les champs ARIA doivent avoir un nom accessible",
    "All page content should be contained by landmarks": (
        "Tout le contenu de la page devrait se trouver dans des régions repères"
    ),
    "Buttons must have discernible text": "Les boutons doivent avoir un texte perceptible",
    "Certain ARIA roles must be contained by particular parents": "Certains rôles ARIA demandent un parent donné",
    "Certain ARIA roles must contain particular children": "Certains rôles ARIA demandent des enfants donnés",
    "Document should have one main landmark": "Le document devrait avoir une région principale (main)",
    "Document should not have more than one main landmark": "Le document ne devrait avoir qu’une région principale "
    "(main)",
    "Documents must have <title> element to aid in navigation": "Le document doit avoir un élément <title>, pour s’y "
    "retrouver",
    "Elements must only use permitted ARIA attributes": "Les éléments ne doivent porter que des attributs ARIA permis",
    "Elements must only use supported ARIA attributes": (
        "Les éléments ne doivent porter que des attributs ARIA que leur rôle connaît"
    ),
    "Elements should not have tabindex greater than zero": (
        "Aucun élément ne devrait avoir un tabindex supérieur à zéro"
    ),
    "Form elements must have labels": "Les champs de formulaire doivent avoir une étiquette",
    "Form elements should have a visible label": "Les champs de formulaire devraient avoir une étiquette visible",
    "Frames must have an accessible name": "Les cadres doivent avoir un nom accessible",
    "Heading levels should only increase by one": "Les niveaux de titre ne devraient augmenter que d’un à la fois",
    "Headings should not be empty": "Les titres ne devraient pas être vides",
    "IDs used in ARIA and labels must be unique": "Les id qu’emploient ARIA et les étiquettes doivent être uniques",
    "Images must have alternative text": "Les images doivent avoir un texte de remplacement",
    "Interactive controls must not be nested": "Une commande ne doit pas en contenir une autre",
    "Landmarks should have a unique role or role/label/title (i.e. accessible name) combination": "Les régions repères "
    "devraient se distinguer par leur rôle ou leur nom accessible",
    "Links must be distinguishable without relying on color": "Les liens doivent se distinguer autrement que par la "
    "couleur",
    "Links must have discernible text": "Les liens doivent avoir un texte perceptible",
    "Page must have means to bypass repeated blocks": "La page doit offrir de quoi passer les blocs répétés",
    "Page should contain a level-one heading": "La page devrait contenir un titre de niveau un",
    "Required ARIA attributes must be provided": "Les attributs ARIA requis doivent être présents",
    "Scrollable region must have keyboard access": "Une zone qui défile doit être accessible au clavier",
    "Select element must have an accessible name": "Une liste de choix doit avoir un nom accessible",
    "autocomplete attribute must be used correctly": "L’attribut autocomplete doit être employé correctement",
    "id attribute value must be unique": "La valeur d’un attribut id doit être unique",
    "lang attribute must have a valid value": "L’attribut lang doit avoir une valeur valide",
    "<html> element must have a lang attribute": "L’élément <html> doit avoir un attribut lang",
    "<html> element must have a valid value for the lang attribute": "L’élément <html> doit avoir un attribut lang "
    "valide",
    "<li> elements must be contained in a <ul> or <ol>": "Les éléments <li> doivent se trouver dans un <ul> ou un <ol>",
    "<svg> elements with an img role must have alternative text": (
        "Les éléments <svg> de rôle img doivent avoir un texte de remplacement"
    ),
    "<ul> and <ol> must only directly contain <li>, <script> or <template> elements": "Les <ul> et <ol> ne doivent "
    "contenir directement que des <li>, <script> ou <template>",
    "<video> elements must have captions": "Les vidéos doivent avoir des sous-titres",
    "<video> or <audio> elements must not play automatically": "Vidéos et sons ne doivent pas démarrer d’eux-mêmes",
}
