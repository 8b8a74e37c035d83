"""What the rules about narrow screens say in French."""

from parcours.reporting.messages.rules import Rule
from parcours.reporting.messages.rules_fr import WIDE

RULES = {
    "layout/clipped": Rule(
        title="Rien n’est coupé sur le côté de la page",
        why="Ce qui est caché sur le côté ne s’atteint pas même en défilant : la fin d’une phrase ou la moitié d’un "
        "bouton a simplement disparu.",
        do="Laissez le contenu passer à la ligne ou rétrécir, au lieu de cacher ce qui dépasse.",
        says=(
            (
                "Cut off at the side of the page: {what}; this may be a band to swipe",
                "Coupé sur le côté de la page : {what:term} ; c’est peut-être une bande à faire glisser",
            ),
            ("Cut off at the side of the page: {what}", "Coupé sur le côté de la page : {what:term}"),
        ),
    ),
    "layout/cut-text": Rule(
        title="Le texte s’affiche en entier, ou dit qu’il continue",
        why="La moitié d’un prix ou les premiers mots d’une condition trompent plus que rien du tout, et personne ne "
        "peut atteindre le reste.",
        do="Laissez la boîte grandir avec son texte (min-height au lieu de height), ou terminez la ligne par des "
        "points de suspension.",
        says=(
            (
                "“{text}” is cut off at the side: {n} px of it are hidden{more}",
                "« {text} » est coupé sur le côté : {n} px en sont cachés{more:term}",
            ),
            (
                "“{text}” is cut off below: {n} px of it are hidden{more}",
                "« {text} » est coupé en bas : {n} px en sont cachés{more:term}",
            ),
        ),
    ),
    "layout/desktop-served": Rule(
        title="Un téléphone reçoit une page faite pour lui",
        why="On scanne le code d’un courrier et l’on arrive sur la page pour ordinateurs, trop petite à lire et trop "
        "large à tenir.",
        do="Servez aux téléphones une page adaptative, ou menez-les à la page mobile qui existe.",
        says=(
            (
                "This is the page for desks ({n} signs): {sign}",
                "C’est la page pour ordinateurs ({n} indices) : {sign:term}",
            ),
            (
                "The page fits the phone, but is built like one for desks",
                "La page tient sur le téléphone, mais elle est construite comme une page pour ordinateurs",
            ),
        ),
    ),
    "layout/full-height-hides-action": Rule(
        title="Les boutons au bas d’un plein écran ne passent pas sous la barre du navigateur",
        why="100vh descend sous la barre d’adresse du téléphone : le seul bouton du premier écran se trouve là où "
        "personne ne le voit.",
        do="Écrivez 100svh ou 100dvh là où il y a 100vh.",
        says=(
            (
                "“{name}” stands {n} px above the foot of a box of 100vh: while the browser's bar is shown, it lies "
                "out of sight",
                "« {name} » se trouve à {n} px du bas d’une boîte de 100vh : tant que la barre du navigateur est "
                "affichée, il est hors de vue",
            ),
        ),
    ),
    "layout/horizontal-scroll": Rule(
        title="La page ne défile pas sur le côté",
        why="Une page plus large que l’écran s’affiche réduite ou glisse sous le pouce, et ce qui est sur le côté "
        "passe inaperçu.",
        do="Laissez l’élément le plus large rétrécir avec l’écran.",
        says=(
            (
                "The page is {n} px wider than its {width} px on a screen of {screen} px; {culprit}",
                "La page dépasse de {n} px ses {width} px sur un écran de {screen} px ; {culprit:term}",
            ),
            (
                "The page is {n} px wider than its {width} px; {culprit}",
                "La page dépasse de {n} px ses {width} px ; {culprit:term}",
            ),
        ),
    ),
    "layout/interstitial": Rule(
        title="Rien ne s’interpose entre le visiteur et la page",
        why="Qui a scanné un code pour une chose s’en voit demander une autre d’abord, et beaucoup ferment la page, "
        "pas la fenêtre.",
        do="Montrez l’offre comme un bandeau dans la page, ou après que le visiteur a trouvé ce que le courrier "
        "promettait.",
        says=(
            (
                "Something without words lies over {share} of the first screen",
                "Quelque chose sans texte recouvre {share:number} du premier écran",
            ),
            (
                "“{title}” lies over {share} of what a visitor sees first",
                "« {title} » recouvre {share:number} de ce que le visiteur voit d’abord",
            ),
        ),
    ),
    "layout/orientation": Rule(
        title="La page s’utilise debout comme couchée",
        why="Certains clients ont leur téléphone fixé à un fauteuil roulant ou à une voiture, et ne peuvent pas le "
        "tourner pour une page.",
        do="Retirez ce qui tourne la page contre le sens du téléphone, et l’orientation du manifeste.",
        says=(
            (
                "The manifest locks the installed app to “{orientation}”",
                "Le manifeste fige l’application installée en « {orientation} »",
            ),
            (
                "A style turns the whole page by a quarter when the phone is turned",
                "Un style tourne toute la page d’un quart de tour quand on tourne le téléphone",
            ),
        ),
    ),
    "layout/overflow-element": Rule(
        title="Chaque élément reste dans la page",
        why="Un seul tableau, une seule image rigide fait glisser toute la page de côté, et personne n’en lit le bout.",
        do="Donnez à l’élément une largeur qui suit l’écran, ou mettez-le dans une boîte qui défile d’elle-même.",
        says=(
            (
                "{tag} of {width} px reaches {n} px past the page's right side{rest}",
                "{tag} de {width} px dépasse de {n} px le bord droit de la page{rest:term}",
            ),
            (
                "{tag} of {width} px reaches {n} px past the page's left side{rest}",
                "{tag} de {width} px dépasse de {n} px le bord gauche de la page{rest:term}",
            ),
        ),
    ),
    "layout/overlap-cta": Rule(
        title="Rien ne recouvre ce qui doit être touché",
        why="Un bouton sous une barre se voit, se touche, et rien ne se passe : le client croit la page en panne.",
        do="Laissez de la place aux barres et aux bulles qui restent, par une marge à la fin de la page ou à côté "
        "d’elles.",
        says=(
            (
                "{cover} lies over {what} until it is answered",
                "{cover:term} recouvre {what:list} jusqu’à ce que l’on y réponde",
            ),
            (
                "{cover} lies over {what}, perhaps only because a style sheet did not load",
                "{cover:term} recouvre {what:list}, peut-être seulement parce qu’une feuille de style ne s’est pas "
                "chargée",
            ),
            (
                "{cover} lies over {what}: a tap there does something else",
                "{cover:term} recouvre {what:list} : y toucher fait autre chose",
            ),
        ),
    ),
    "layout/reflow": Rule(
        title="La page tient dans un écran de 320 px",
        why="Qui a réglé l’affichage de son téléphone en plus grand dispose de 320 px : il fait glisser chaque ligne "
        "de côté, ou en manque la fin.",
        do="Laissez les largeurs suivre l’écran : pourcentages et max-width au lieu de pixels, retour à la ligne au "
        "lieu d’une ligne unique.",
        says=(
            (
                "The page slides sideways by {n} px on a screen of {width} px; {named} reaches out{rest}",
                "La page glisse de côté de {n} px sur un écran de {width} px ; {named:term} dépasse{rest:term}",
            ),
            (
                "{named} is cut off at the side on a screen of {width} px: {n} px of it are hidden{rest}",
                "{named:term} est coupé sur le côté sur un écran de {width} px : {n} px en sont cachés{rest:term}",
            ),
            (
                "{named} is cut off below on a screen of {width} px: {n} px of it are hidden{rest}",
                "{named:term} est coupé en bas sur un écran de {width} px : {n} px en sont cachés{rest:term}",
            ),
        ),
    ),
    "layout/sticky-tall": Rule(
        title="Les barres qui restent laissent l’essentiel de l’écran à la page",
        why="Là où des barres prennent un tiers d’un petit écran, le texte se lit par une fente, et le clavier la "
        "ferme à son tour.",
        do="Laissez les barres défiler avec la page, ou faites-les moins hautes.",
        says=(
            (
                "Bars that stay take {share} of the screen's height ({n} px): {names}",
                "Les barres qui restent prennent {share:number} de la hauteur de l’écran ({n} px) : {names}",
            ),
        ),
    ),
}

TERMS = {
    # what is cut off
    "about {share} of the text of {tag} and {controls}": "environ {share:number} du texte de {tag} et {controls:term}",
    "about {share} of the text of {tag}": "environ {share:number} du texte de {tag}",
    "{n} links, buttons or fields ({names})": "{n} liens, boutons ou champs ({names:list})",
    "{n} links, buttons or fields": "{n} liens, boutons ou champs",
    "a link (“{name}”)": "un lien (« {name} »)",
    "a button (“{name}”)": "un bouton (« {name} »)",
    "a field (“{name}”)": "un champ (« {name} »)",
    "a list (“{name}”)": "une liste (« {name} »)",
    "a link": "un lien",
    "a button": "un bouton",
    "a field": "un champ",
    "a list": "une liste",
    # signs of a page for desks
    "laid out {width} px wide on a screen of {screen} px": "mise en page de {width} px sur un écran de {screen} px",
    "content {width} px wide, shown at {share} of its size": "contenu de {width} px, affiché à {share:number} de sa "
    "taille",
    "half of the text is seen at {size} px or less": "la moitié du texte se voit à {size:number} px ou moins",
    # what makes the page too wide
    "no single element does it: look for a margin or a drawn pseudo-element": "aucun élément n’en est seul la cause : "
    "cherchez une marge ou un pseudo-élément dessiné",
    "what does it is {address}, which nobody sees now": (
        "la cause en est {address}, que personne ne voit pour l’instant"
    ),
    "the widest thing is {address}, {width} px wide ({cause})": "le plus large est {address}, {width} px de large "
    "({cause:term})",
    "the widest thing is {address}, {width} px wide": "le plus large est {address}, {width} px de large",
    # what follows the sentence
    "{rest}; is the rest shown on demand?": "{rest:term} ; le reste s’affiche-t-il à la demande ?",
    " (1 more text is cut)": " (1 autre texte est coupé)",
    " ({n} more texts are cut)": " ({n} autres textes sont coupés)",
    "{rest} (1 more place reaches out less)": "{rest:term} (1 autre endroit dépasse moins)",
    "{rest} ({n} more places reach out less)": "{rest:term} ({n} autres endroits dépassent moins)",
    "{rest} (1 more thing does not fit)": "{rest:term} (1 autre chose ne tient pas)",
    "{rest} ({n} more things do not fit)": "{rest:term} ({n} autres choses ne tiennent pas)",
    ", as 1 more beside it does: {cause}": ", comme 1 autre à côté : {cause:term}",
    ", as 1 more beside it does": ", comme 1 autre à côté",
    ", as {n} more beside it do: {cause}": ", comme {n} autres à côté : {cause:term}",
    ", as {n} more beside it do": ", comme {n} autres à côté",
    ": {cause}": " : {cause:term}",
    # what lies over, or reaches out
    "“{name}” ({address})": "« {name} » ({address})",
    "1 more": "1 autre",
    "{n} more": "{n} autres",
    "something": "quelque chose",
    **WIDE,
}
