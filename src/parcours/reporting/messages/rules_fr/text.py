"""What the rules about reading say in French."""

from parcours.reporting.messages.rules import Rule
from parcours.reporting.messages.rules_fr import WIDE

TERMS = {
    "something": "quelque chose",
    ", and 1 more text below {least} px": ", et 1 autre texte est sous {least} px",
    ", and {n} more texts below {least} px": ", et {n} autres textes sont sous {least} px",
    "“{text}”": "« {text} »",
    ", {n} texts": ", {n} textes",
    "; 1 more pair of colours is too alike": " ; 1 autre paire de couleurs se ressemble trop",
    "; {n} more pairs of colours are too alike": " ; {n} autres paires de couleurs se ressemblent trop",
    "{it} (1 more thing does not fit)": "{it:term} (1 autre élément ne tient pas)",
    "{it} ({n} more things do not fit)": "{it:term} ({n} autres éléments ne tiennent pas)",
    ": {why}": " : {why:term}",
    **WIDE,
}

RULES = {
    "text/contrast": Rule(
        title="Le texte se détache de ce qui est derrière lui",
        why="Un texte pâle sur un téléphone au soleil ne se lit pas, et les clients dont la vue est faible ne le "
        "lisent pas même à l’intérieur.",
        do="Assombrissez le texte ou éclaircissez ce qui est derrière, jusqu’à un contraste de 4,5, ou de 3 pour un "
        "grand texte.",
        says=(
            (
                (
                    "“{text}”: {colour} on {ground} has a contrast of {ratio}, where {needed} is asked for ({size} "
                    "px{texts}){more}"
                ),
                (
                    "« {text} » : {colour} sur {ground} a un contraste de {ratio:number}, alors qu’il faut "
                    "{needed:number} ({size:number} px{texts:term}){more:term}"
                ),
            ),
            (
                "A text stands on a picture, a gradient or a filter: see that it can be read",
                "Un texte est placé sur une image, un dégradé ou un filtre : vérifiez qu’il se lit",
            ),
        ),
        unseen=(
            (
                "{n} texts stand on a picture, a gradient or a filter: see that they can be read",
                "{n} textes sont placés sur une image, un dégradé ou un filtre : vérifiez qu’ils se lisent",
            ),
        ),
    ),
    "text/enlarged": Rule(
        title="Le texte à 200 % est encore là en entier",
        why="Qui lit en grandes lettres les règle sur le téléphone ; un demi-mot dans un cadre qui ne grandit pas ne "
        "dit rien.",
        do="Laissez les cadres grandir avec leur texte : min-height au lieu de height, le retour à la ligne au lieu "
        "d’une seule ligne.",
        says=(
            (
                "With text at 200 % the page slides sideways by {n} px; {named} reaches out{rest}",
                "Avec un texte à 200 %, la page glisse de {n} px sur le côté ; {named:term} dépasse{rest:term}",
            ),
            (
                "With text at 200 % {named} is cut off at the side: {n} px of it are hidden{more}",
                "Avec un texte à 200 %, {named:term} est coupé sur le côté : {n} px en sont cachés{more:term}",
            ),
            (
                "With text at 200 % {named} is cut off below: {n} px of it are hidden{more}",
                "Avec un texte à 200 %, {named:term} est coupé en bas : {n} px en sont cachés{more:term}",
            ),
        ),
    ),
    "text/input-zoom": Rule(
        title="La page garde sa taille quand on touche un champ",
        why="Les iPhone agrandissent la page quand on touche un petit champ, et la laissent ainsi : le bouton d’envoi "
        "est alors hors de vue.",
        do="Mettez le texte des champs à 16 px au moins.",
        says=(
            (
                "The field “{name}” has text of {size} px: a tap on it enlarges the page",
                "Le champ « {name} » a un texte de {size:number} px : le toucher agrandit la page",
            ),
            (
                "The field has text of {size} px: a tap on it enlarges the page",
                "Le champ a un texte de {size:number} px : le toucher agrandit la page",
            ),
        ),
        unseen=(
            (
                "The field “{name}” has text of {size} px: a tap on it enlarges the page, as does 1 more",
                "Le champ « {name} » a un texte de {size:number} px : le toucher agrandit la page, comme 1 autre",
            ),
            (
                "The field “{name}” has text of {size} px: a tap on it enlarges the page, as do {n} more",
                "Le champ « {name} » a un texte de {size:number} px : le toucher agrandit la page, comme {n} autres",
            ),
            (
                "The field has text of {size} px: a tap on it enlarges the page, as does 1 more",
                "Le champ a un texte de {size:number} px : le toucher agrandit la page, comme 1 autre",
            ),
            (
                "The field has text of {size} px: a tap on it enlarges the page, as do {n} more",
                "Le champ a un texte de {size:number} px : le toucher agrandit la page, comme {n} autres",
            ),
        ),
    ),
    "text/legible": Rule(
        title="Le texte se lit sans agrandir",
        why="Un texte plus petit que 12 px sur l’écran n’est pas lu mais sauté, et avec lui la raison du courrier.",
        do="Mettez le texte courant à 16 px, et rien d’important au-dessous de 12 px tel que le téléphone l’affiche.",
        says=(
            (
                "None of the text is at least 12 px as the visitor sees it (the page is shown at {zoom} of its size)",
                (
                    "Aucune partie du texte n’atteint 12 px telle que le visiteur la voit (la page est affichée à "
                    "{zoom:number} de sa taille)"
                ),
            ),
            (
                "None of the text is at least 12 px as the visitor sees it",
                "Aucune partie du texte n’atteint 12 px telle que le visiteur la voit",
            ),
            (
                "Only {share} of the text is at least 12 px as the visitor sees it",
                "{share:number} seulement du texte atteint 12 px tel que le visiteur le voit",
            ),
        ),
        unseen=(
            (
                (
                    "Only {share} of the text is at least 12 px as the visitor sees it (the page is shown at "
                    "{zoom} of its size)"
                ),
                (
                    "{share:number} seulement du texte atteint 12 px tel que le visiteur le voit (la page est "
                    "affichée à {zoom:number} de sa taille)"
                ),
            ),
            (
                (
                    "Less than {share} of the text is at least 12 px as the visitor sees it (the page is shown at "
                    "{zoom} of its size)"
                ),
                (
                    "Moins de {share:number} du texte atteint 12 px tel que le visiteur le voit (la page est "
                    "affichée à {zoom:number} de sa taille)"
                ),
            ),
            (
                "Less than {share} of the text is at least 12 px as the visitor sees it",
                "Moins de {share:number} du texte atteint 12 px tel que le visiteur le voit",
            ),
        ),
    ),
    "text/size-adjust": Rule(
        title="Le texte peut être agrandi, en pinçant ou par le navigateur",
        why="Qui a besoin de grandes lettres les demande au téléphone ; une page qui les refuse lui reste fermée.",
        do="Écrivez text-size-adjust: 100% au lieu de none, et laissez les visiteurs agrandir.",
        says=(
            (
                (
                    "text-size-adjust: none keeps the browser from enlarging text, and the viewport tag keeps the "
                    "visitor from it"
                ),
                (
                    "text-size-adjust: none empêche le navigateur d’agrandir le texte, et la balise viewport en "
                    "empêche le visiteur"
                ),
            ),
        ),
    ),
    "text/tiny": Rule(
        title="Aucun texte n’est plus petit que 9 px à l’écran",
        why="Des conditions en 8 px ont l’air de cacher quelque chose, et qui veut les connaître doit agrandir chaque "
        "ligne.",
        do="Portez le plus petit texte à 12 px ; ce qui ne doit pas être lu n’a pas besoin d’être là.",
        says=(
            (
                "“{text}” is {size} px high as the visitor sees it{more}",
                "« {text} » fait {size:number} px de haut tel que le visiteur le voit{more:term}",
            ),
        ),
    ),
}
