"""What the rules about access say in French. What axe-core itself says of an element stays in its English."""

from parcours.reporting.messages.rules import Rule

RULES = {
    "access/axe": Rule(
        title="axe-core ne trouve aucun obstacle sur la page",
        why="Un client sur cinq vit avec un handicap : ce qu’un lecteur d’écran ne peut pas nommer, ou qu’un œil ne "
        "peut pas lire, est perdu pour lui.",
        do="Corrigez l’élément comme le décrit la page d’axe-core consacrée à cette règle.",
        says=(("{help}: {reason}", "{help:term} ({reason})"),),
        unseen=(
            ("axe-core could not look into the frame {frame}", "axe-core n’a pas pu examiner le cadre {frame}"),
            ("{help}: {reason}; {n} more like it", "{help:term} ({reason}) ; {n} autres du même genre"),
        ),
        also=(("{help}.", "Corrigez l’élément comme axe-core le demande : {help:term}."),),
    ),
}
