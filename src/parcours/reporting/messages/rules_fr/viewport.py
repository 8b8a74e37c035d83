"""What the rules about the viewport say in French."""

from parcours.reporting.messages.rules import Rule

TERMS = {
    "“{one}”, {others}": "« {one} », {others:term}",
    "“{one}”": "« {one} »",
    "1 style sheet of another host": "1 feuille de style d’un autre hôte",
    "{n} style sheets of other hosts": "{n} feuilles de style d’autres hôtes",
    "the lower part of the page": "le bas de la page",
    "XHTML Mobile doctype": "doctype XHTML Mobile",
    " in apps that show web pages; Safari itself zooms all the same": (
        " dans les applications qui affichent des pages web ; Safari lui-même agrandit quand même"
    ),
}

RULES = {
    "viewport/fixed-width": Rule(
        title="La page est large comme le téléphone, et non comme le dit un nombre",
        why="Les téléphones font de 320 à 440 px de large : une largeur fixe est réduite ou étirée sur presque tous, "
        "et le texte avec.",
        do="Écrivez width=device-width à la place d’un nombre, et laissez la mise en page suivre.",
        says=(
            (
                "The page is as wide as the screen is high: {width} px on a screen of {screen} px",
                "La page est aussi large que l’écran est haut : {width} px sur un écran de {screen} px",
            ),
            (
                "The viewport is fixed at {width} px (from “{written}”), on a screen of {screen} px",
                "Le viewport est fixé à {width} px (d’après « {written} »), sur un écran de {screen} px",
            ),
            (
                "The viewport is fixed at {width} px, on a screen of {screen} px",
                "Le viewport est fixé à {width} px, sur un écran de {screen} px",
            ),
            (
                (
                    "The viewport is fixed at {width} px (from “{written}”): magnified {times} times on a screen "
                    "of {screen} px"
                ),
                (
                    "Le viewport est fixé à {width} px (d’après « {written} ») : agrandi {times:number} fois sur "
                    "un écran de {screen} px"
                ),
            ),
            (
                "The viewport is fixed at {width} px: magnified {times} times on a screen of {screen} px",
                "Le viewport est fixé à {width} px : agrandi {times:number} fois sur un écran de {screen} px",
            ),
        ),
    ),
    "viewport/initial-scale": Rule(
        title="La page s’ouvre à sa taille naturelle",
        why="Au-dessous de 1, tout est trop petit et le toucher peut répondre en retard ; au-dessus de 1, la page "
        "s’ouvre à moitié hors de vue.",
        do="Mettez initial-scale à 1.",
        says=(
            (
                "initial-scale={scale} opens the page magnified, with part of it out of sight",
                "initial-scale={scale} ouvre la page agrandie, une partie étant hors de vue",
            ),
            (
                "initial-scale={scale} lays the page out {width} px wide on a screen of {screen} px",
                "initial-scale={scale} met la page en forme sur {width} px de large, pour un écran de {screen} px",
            ),
        ),
    ),
    "viewport/invalid-value": Rule(
        title="Chaque valeur de la balise viewport est connue des téléphones",
        why="Une valeur mal écrite est ignorée ou lue comme zéro, et la page s’affiche comme personne ne l’a voulu.",
        do="Corrigez la valeur, ou retirez la clé à laquelle elle appartient.",
        says=(
            (
                "“{value}” is no value for {key}: the page is laid out {width} px wide on a screen of {screen} px",
                (
                    "« {value} » n’est pas une valeur pour {key} : la page est mise en forme sur {width} px de "
                    "large, pour un écran de {screen} px"
                ),
            ),
            ("“{value}” is no value for {key}", "« {value} » n’est pas une valeur pour {key}"),
            (
                "{key} has no value: the page is laid out {width} px wide on a screen of {screen} px",
                (
                    "{key} n’a pas de valeur : la page est mise en forme sur {width} px de large, pour un écran de "
                    "{screen} px"
                ),
            ),
            ("{key} has no value", "{key} n’a pas de valeur"),
            (
                "maximum-scale={value} is above 10, the most that phones take",
                "maximum-scale={value} dépasse 10, le maximum que les téléphones acceptent",
            ),
        ),
    ),
    "viewport/keyboard": Rule(
        title="Ce qui reste en bas reste visible quand le clavier s’ouvre",
        why="Pendant la saisie, le clavier couvre un bouton qui reste en bas : la suite du parcours est hors de vue.",
        do="Ajoutez interactive-widget=resizes-content à la balise meta viewport.",
        says=(
            (
                (
                    "interactive-widget=overlays-content lets the keyboard cover {name}, unless a style sheet "
                    "of another host, which cannot be read, moves it"
                ),
                (
                    "interactive-widget=overlays-content laisse le clavier couvrir {name:term}, à moins qu’un "
                    "style d’un autre hôte, qui ne peut pas être lu, ne le déplace"
                ),
            ),
            (
                "interactive-widget=overlays-content lets the keyboard cover {name}",
                "interactive-widget=overlays-content laisse le clavier couvrir {name:term}",
            ),
            (
                "The keyboard covers {name}, which stays at the bottom, while someone types",
                "Pendant la saisie, le clavier couvre {name:term}, qui reste en bas",
            ),
        ),
        unseen=(
            (
                (
                    "interactive-widget=overlays-content lets the keyboard cover {name}, unless one of {sheets}, "
                    "which cannot be read, moves it"
                ),
                (
                    "interactive-widget=overlays-content laisse le clavier couvrir {name:term}, à moins qu’un "
                    "style qui ne peut pas être lu ne le déplace ({sheets:term})"
                ),
            ),
        ),
    ),
    "viewport/late": Rule(
        title="La balise viewport est là dès le début",
        why="Une balise écrite par un script arrive tard : la page saute en s’ouvrant, ou reste fausse là où les "
        "scripts échouent.",
        do="Mettez la balise meta viewport dans le HTML tel qu’il est servi, et n’y touchez pas dans les scripts.",
        says=(
            ("A script adds the viewport meta tag {after}", "Un script ajoute la balise meta viewport {after:term}"),
            (
                "A script removes the viewport meta tag {before}",
                "Un script retire la balise meta viewport {before:term}",
            ),
            (
                "A script changes the viewport from {before} to {after}",
                "Un script change le viewport de {before:term} en {after:term}",
            ),
        ),
    ),
    "viewport/min-scale": Rule(
        title="Les visiteurs peuvent réduire jusqu’à voir toute la largeur",
        why="Une page que l’on ne peut pas réduire cache ce qui dépasse de l’écran à ceux qui voudraient prendre du "
        "recul.",
        do="Retirez minimum-scale de la balise meta viewport.",
        says=(
            ("minimum-scale={scale} keeps the page magnified", "minimum-scale={scale} garde la page agrandie"),
            (
                "minimum-scale={scale} keeps {over} px of the page out of sight at every zoom",
                "minimum-scale={scale} garde {over} px de la page hors de vue, quel que soit l’agrandissement",
            ),
        ),
    ),
    "viewport/mismatch": Rule(
        title="La page est aussi large que le dit sa balise viewport",
        why="Quand la page n’a pas la largeur promise par la balise, ce qui a été testé au bureau n’est pas ce que "
        "voient les clients.",
        do="Mettez une seule balise meta viewport, avec l’attribut name, dans le HTML servi, et n’y touchez pas dans "
        "les scripts.",
        says=(
            (
                (
                    "The viewport meta tag has no effect: the page is laid out {width} px wide where {expected} px "
                    "were to be expected"
                ),
                (
                    "La balise meta viewport est sans effet : la page est mise en forme sur {width} px de large, "
                    "alors que {expected} px étaient attendus"
                ),
            ),
            (
                (
                    "A script's changes to the viewport depend on their order: the page is laid out {width} px "
                    "wide where {expected} px were to be expected"
                ),
                (
                    "Les changements du viewport par un script dépendent de leur ordre : la page est mise en forme "
                    "sur {width} px de large, alors que {expected} px étaient attendus"
                ),
            ),
            (
                (
                    "The page is laid out {width} px wide where {expected} px were to be expected: look at it on a "
                    "real phone"
                ),
                (
                    "La page est mise en forme sur {width} px de large, alors que {expected} px étaient attendus : "
                    "regardez-la sur un vrai téléphone"
                ),
            ),
        ),
    ),
    "viewport/missing": Rule(
        title="La page dit au téléphone d’utiliser sa propre largeur",
        why="Sans elle, un téléphone met la page en forme pour un ordinateur et la réduit à l’écran : un texte de "
        "16 px se lit à 6.",
        do="Ajoutez une balise meta viewport dans l’en-tête (head) de chaque page.",
        says=(
            (
                "No viewport meta tag: the page is laid out {width} px wide on a screen of {screen} px",
                (
                    "Pas de balise meta viewport : la page est mise en forme sur {width} px de large, pour un "
                    "écran de {screen} px"
                ),
            ),
            (
                (
                    "The viewport meta tag names no width: the page is laid out {width} px wide on a screen of "
                    "{screen} px"
                ),
                (
                    "La balise meta viewport ne donne pas de largeur : la page est mise en forme sur {width} px de "
                    "large, pour un écran de {screen} px"
                ),
            ),
            (
                (
                    "No viewport meta tag: the page fits only because Chrome obeys its {hint}; Safari may not: "
                    "look at it on an iPhone"
                ),
                (
                    "Pas de balise meta viewport : la page ne tient que parce que Chrome suit son indication "
                    "{hint:term} ; Safari ne la suit peut-être pas : regardez-la sur un iPhone"
                ),
            ),
            (
                "No viewport meta tag: the page fits only because Chrome obeys its {hint}",
                "Pas de balise meta viewport : la page ne tient que parce que Chrome suit son indication {hint:term}",
            ),
        ),
    ),
    "viewport/multiple": Rule(
        title="Les balises viewport ne se contredisent pas",
        why="La dernière balise l’emporte, souvent ajoutée par une extension ou un gabarit, et celle qui était soignée "
        "reste sans effet.",
        do="Gardez une seule balise meta viewport, dans l’en-tête (head) de la page.",
        says=(("“{winner}” wins over {losers}", "« {winner} » l’emporte sur {losers:term}"),),
    ),
    "viewport/notch": Rule(
        title="Rien d’important ne se trouve sous l’encoche ou l’indicateur d’accueil",
        why="Avec viewport-fit=cover, une page passe sous l’encoche et sous l’indicateur d’accueil, où le toucher va "
        "au téléphone lui-même.",
        do="Ajoutez à ce qui touche les bords de l’écran une marge intérieure env(safe-area-inset-*), ou retirez "
        "viewport-fit=cover.",
        says=(
            (
                "Within {n} px of the screen's lower edge, on the home indicator: {names}",
                "À moins de {n} px du bord inférieur de l’écran, sur l’indicateur d’accueil : {names:term}",
            ),
            (
                "viewport-fit=cover: {sheets} may keep clear of the notch; it cannot be read",
                (
                    "viewport-fit=cover : l’encoche est peut-être évitée par des styles qui ne peuvent pas être "
                    "lus ({sheets:term})"
                ),
            ),
            (
                "viewport-fit=cover, but no style uses env(safe-area-inset-...); {names} lie on the home indicator",
                (
                    "viewport-fit=cover, mais aucun style n’utilise env(safe-area-inset-...) ; sur l’indicateur "
                    "d’accueil : {names:term}"
                ),
            ),
            (
                "viewport-fit=cover, but no style uses env(safe-area-inset-...)",
                "viewport-fit=cover, mais aucun style n’utilise env(safe-area-inset-...)",
            ),
        ),
        unseen=(
            (
                "viewport-fit=cover: {sheets} may keep clear of the notch; they cannot be read",
                (
                    "viewport-fit=cover : l’encoche est peut-être évitée par des styles qui ne peuvent pas être "
                    "lus ({sheets:term})"
                ),
            ),
        ),
    ),
    "viewport/semicolon": Rule(
        title="Les parties de la balise viewport sont séparées par des virgules",
        why="Pour un téléphone, un point-virgule est une lettre : ce qui le précède est mal lu, et la page peut "
        "s’afficher comme sur un ordinateur.",
        do="Remplacez chaque point-virgule de la balise meta viewport par une virgule.",
        says=(
            (
                "A semicolon breaks the viewport: {width} px wide on a screen of {screen} px",
                "Un point-virgule casse le viewport : {width} px de large sur un écran de {screen} px",
            ),
            (
                "A semicolon turns user-scalable into “{value}”, which stops zooming",
                "Un point-virgule fait de user-scalable « {value} », ce qui empêche d’agrandir",
            ),
            (
                "Semicolons make phones ignore {keys}; the rest of the tag makes up for it",
                "Des points-virgules font ignorer {keys} aux téléphones ; le reste de la balise le compense",
            ),
            (
                "A semicolon ends the viewport tag; it does no harm where it stands",
                "Un point-virgule termine la balise viewport ; il est sans conséquence à cet endroit",
            ),
        ),
    ),
    "viewport/truncated": Rule(
        title="Les nombres de la balise viewport sont de simples nombres",
        why="Les téléphones lisent les chiffres du début et laissent le reste : une unité ou une faute de frappe "
        "change le sens du nombre.",
        do="Écrivez de simples nombres sans unité, par exemple initial-scale=1.",
        says=(
            (
                "Of {key}={value} phones read only the number at the start",
                "De {key}={value}, les téléphones ne lisent que le nombre du début",
            ),
        ),
    ),
    "viewport/unknown-key": Rule(
        title="Chaque clé de la balise viewport est connue des téléphones",
        why="Une clé mal écrite est ignorée sans un mot, et ce qu’elle demandait n’a pas lieu.",
        do="Corrigez l’orthographe de la clé, ou retirez-la.",
        says=(
            (
                (
                    "“{key}” is not a key; {known} was probably meant: the page is laid out {width} px wide on a "
                    "screen of {screen} px"
                ),
                (
                    "« {key} » n’est pas une clé ; il fallait sans doute {known} : la page est mise en forme sur "
                    "{width} px de large, pour un écran de {screen} px"
                ),
            ),
            (
                "“{key}” is not a key; {known} was probably meant",
                "« {key} » n’est pas une clé ; il fallait sans doute {known}",
            ),
            ("No phone knows the key “{key}”", "Aucun téléphone ne connaît la clé « {key} »"),
            ("No phone reads {key} any more", "Plus aucun téléphone ne lit {key}"),
        ),
    ),
    "viewport/zoom-blocked": Rule(
        title="La page peut être agrandie",
        why="Les personnes malvoyantes pincent l’écran pour lire les petits caractères ; une page qui l’interdit les "
        "exclut.",
        do="Retirez user-scalable et tout maximum-scale inférieur à 5 de la balise meta viewport.",
        says=(
            (
                "user-scalable={value} stops visitors from zooming{where}",
                "user-scalable={value} empêche les visiteurs d’agrandir{where:term}",
            ),
            (
                "maximum-scale={value} stops visitors from zooming to twice the size{where}",
                "maximum-scale={value} empêche les visiteurs d’agrandir au double{where:term}",
            ),
            (
                "maximum-scale={value} lets visitors zoom less far than phones would{where}",
                (
                    "maximum-scale={value} laisse les visiteurs agrandir moins que les téléphones ne le "
                    "feraient{where:term}"
                ),
            ),
        ),
    ),
}
