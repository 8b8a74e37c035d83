"""What the rules about fingers and targets say in French."""

from parcours.reporting.messages.rules import Rule

TERMS = {
    "{broke}; not all of the page could be seen": "{broke:term} ; la page n’a pas pu être vue en entier",
    "{broke}; the journey goes on through it": "{broke:term} ; le parcours passe par lui",
    ", and a script breaks as it is tapped: {error}": ", et un script échoue à ce moment-là : {error}",
    " (1 more pair is as near)": " (1 autre paire est aussi proche)",
    " ({n} more pairs are as near)": " ({n} autres paires sont aussi proches)",
    " (1 more is too small)": " (1 autre est trop petit)",
    " ({n} more are too small)": " ({n} autres sont trop petits)",
    "; 1 more like it": " ; 1 autre du même genre",
    "; {n} more like it": " ; {n} autres du même genre",
    "The link to reach someone": "Le lien pour joindre quelqu’un",
    "The button to close": "Le bouton de fermeture",
    "The button of the menu": "Le bouton du menu",
    "The main button": "Le bouton principal",
    "less than 24 px": "moins de 24 px",
    "{w} by {h} px": "{w} × {h} px",
    "{w} by {h} px, of which others leave {left} by {high},": "{w} × {h} px, dont d’autres laissent {left} × {high},",
}

RULES = {
    "touch/dead": Rule(
        title="Les boutons font quelque chose quand on les touche",
        why="Un client touche, attend, touche encore et s’en va : un bouton qui ne fait rien a l’air d’un site en "
        "panne.",
        do="Donnez au bouton quelque chose à faire, ou retirez-le de la page.",
        says=(
            (
                "“{name}” does nothing when it is tapped (waited for 1 s, twice){rest}",
                "« {name} » ne fait rien quand on le touche (attente de 1 s, deux fois){rest:term}",
            ),
        ),
    ),
    "touch/finger-overlap": Rule(
        title="Un doigt posé sur une cible n’en touche pas une autre",
        why="Le bout d’un doigt fait environ 48 px de large : là où il couvre deux liens, la mauvaise page s’ouvre et "
        "le client revient en arrière.",
        do="Donnez aux cibles 48 px de large et de haut, ou écartez-les jusqu’à ce qu’un carré de 48 px posé sur "
        "chacune n’en touche pas d’autre.",
        says=(
            (
                "A finger on “{name}” ({w} by {h} px) also lies on “{other}”{more}",
                "Un doigt posé sur « {name} » ({w} × {h} px) touche aussi « {other} »{more:term}",
            ),
            (
                "A style sheet did not load: how near targets stand cannot be told",
                "Une feuille de style n’a pas été chargée : la distance entre les cibles ne peut pas être jugée",
            ),
        ),
    ),
    "touch/hover-only": Rule(
        title="Les menus s’ouvrent quand on les touche",
        why="Un doigt ne peut pas désigner sans toucher : un menu qui attend une souris cache la moitié de la boutique "
        "à tous les téléphones.",
        do="Ouvrez la liste au clic aussi, par un bouton à elle qui porte aria-expanded.",
        says=(
            (
                "The list of “{name}” shows under a mouse only: a tap follows the link at once",
                "La liste de « {name} » n’apparaît que sous une souris : un doigt suit aussitôt le lien",
            ),
            (
                "The list of “{name}” shows under a mouse only: a tap does not open it",
                "La liste de « {name} » n’apparaît que sous une souris : un doigt ne l’ouvre pas",
            ),
        ),
    ),
    "touch/primary-too-small": Rule(
        title="Les boutons principaux font 44 px de large et de haut",
        why="Le seul bouton dont le parcours a besoin se touche au pouce, en marchant ; qui le manque s’en va.",
        do="Donnez à la cible au moins 44 px de large et de haut ; la marge intérieure compte.",
        says=(
            (
                "{what} “{name}” is {w} by {h} px; a thumb needs 44 by 44{more}",
                "{what:term} « {name} » mesure {w} × {h} px ; un pouce demande 44 × 44{more:term}",
            ),
            (
                "A style sheet did not load: how large the main targets are cannot be told",
                "Une feuille de style n’a pas été chargée : la taille des cibles principales ne peut pas être jugée",
            ),
        ),
    ),
    "touch/target-24": Rule(
        title="Tout ce qui se touche fait 24 px, ou a autant de place autour",
        why="Un doigt est plus large que 24 px : sur deux petits liens côte à côte il touche le mauvais, et le client "
        "est perdu.",
        do="Donnez à la cible au moins 24 px de large et de haut, ou laissez autant de place autour d’elle.",
        says=(
            (
                "A target of {size} with a neighbour too near{more}",
                "Une cible de {size:term} avec une voisine trop proche{more:term}",
            ),
        ),
        unseen=(
            (
                "A target of {size}: whether it has room enough cannot be told{more}",
                "Une cible de {size:term} : on ne peut pas dire si elle a assez de place{more:term}",
            ),
            (
                "A style sheet did not load: how large targets are cannot be told (small without it: {n})",
                "Une feuille de style n’a pas été chargée : la taille des cibles ne peut pas être jugée (petites sans "
                "elle : {n})",
            ),
        ),
    ),
    "touch/thumb-reach": Rule(
        title="Le premier écran de la page d’arrivée propose quelque chose à faire",
        why="Un client qui a scanné un code jette un seul regard à la page ; ce qui demande à être touché doit s’y "
        "trouver, près du pouce.",
        do="Remontez le bouton principal dans le premier écran, ou mettez-le dans une barre qui reste au bord "
        "inférieur.",
        says=(
            (
                "Nothing in the first screen asks for a tap: “{name}” comes {n} screens down",
                (
                    "Rien dans le premier écran n’invite à toucher : « {name} » arrive plus bas, à {n:number} fois "
                    "la hauteur de l’écran"
                ),
            ),
        ),
    ),
}
