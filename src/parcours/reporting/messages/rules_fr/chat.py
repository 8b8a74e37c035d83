"""What the rules about live chats say in French."""

from parcours.reporting.messages.rules import Rule

RULES = {
    "chat/after-consent": Rule(
        title="La messagerie en direct est là avant l’acceptation des cookies",
        why="Ceux qui refusent les cookies ont aussi des questions ; pour eux il n’y a pas de messagerie, et personne "
        "ne leur dit pourquoi.",
        do="Offrez de quoi charger la messagerie d’un geste à part, et un autre moyen de contact à qui refuse les "
        "cookies.",
        says=(
            (
                "{name} is held back until the customer accepts cookies",
                "{name} est retenu jusqu’à ce que le client accepte les cookies",
            ),
        ),
    ),
    "chat/dead": Rule(
        title="La messagerie de la page existe toujours",
        why="La bulle que les clients touchaient a disparu : l’entreprise se croit joignable, et ne l’est pas.",
        do="Retirez le module de la page, et menez à Messenger (https://m.me/ suivi de votre page) ou à une autre "
        "messagerie.",
        says=(
            (
                "{name} shows nothing since {day}: its code is on the page for nothing",
                "{name} n’affiche plus rien depuis le {day:term} : son code est dans la page pour rien",
            ),
        ),
    ),
    "chat/geometry": Rule(
        title="La messagerie tient sur l’écran d’un téléphone et sous le pouce",
        why="Une messagerie difficile à toucher ne sert pas ; si elle ne se ferme pas, ou cache un autre bouton, elle "
        "coûte la vente.",
        do="Donnez au bouton de la messagerie 44 pixels ou plus, dans un coin dont aucune autre commande fixe n’a "
        "besoin.",
        says=(
            (
                "The button of {name} lies over “{label}”, which is fixed to the screen too",
                "Le bouton de {name:term} recouvre « {label} », fixé à l’écran lui aussi",
            ),
            (
                "The window of {name} stands {n} px out of the screen",
                "La fenêtre de {name:term} dépasse de l’écran de {n} px",
            ),
            (
                "The button of {name} stands {n} px out of the screen",
                "Le bouton de {name:term} dépasse de l’écran de {n} px",
            ),
            (
                "The button of {name} is {width} x {height} px; a thumb needs {least}",
                "Le bouton de {name:term} mesure {width} × {height} px ; un pouce en demande {least}",
            ),
            (
                "No button was found that closes the open window of {name}",
                "Aucun bouton pour fermer la fenêtre ouverte de {name:term} n’a été trouvé",
            ),
            (
                "The button that closes {name} is {width} x {height} px; a thumb needs {least}",
                "Le bouton qui ferme {name:term} mesure {width} × {height} px ; un pouce en demande {least}",
            ),
            (
                "The text of {name}'s field is {n} px: below {least} iPhones enlarge the page",
                "Le texte du champ de {name:term} fait {n:number} px : sous {least}, les iPhone agrandissent la page",
            ),
            (
                "The page behind the open window of {name} may scroll under the thumb: nothing holds it",
                "La page derrière la fenêtre ouverte de {name:term} peut défiler sous le pouce : rien ne la retient",
            ),
        ),
    ),
    "chat/hours": Rule(
        title="Une messagerie fermée dit quand elle ouvre",
        why="« Nous sommes absents » renvoie le client ; « de retour à neuf heures » le laisse revenir.",
        do="Donnez les heures d’ouverture dans le message d’absence de la messagerie, et ce que l’on peut faire d’ici "
        "là.",
        says=(
            (
                "{name} says “{text}”, and not when somebody is there",
                "{name} dit « {text} », sans dire quand quelqu’un est là",
            ),
        ),
    ),
    "chat/not-loaded": Rule(
        title="La messagerie se charge",
        why="Une messagerie qui n’apparaît jamais est pire que pas de messagerie : l’entreprise la paie et compte sur "
        "elle, et personne ne peut écrire.",
        do="Vérifiez avec l’éditeur le compte et le code de la messagerie, et que la politique de sécurité de la page "
        "la laisse entrer.",
        says=(
            (
                "{name} was loaded, and no button of it was found: it may come later, or be closed at this hour",
                "{name} a été chargé, et aucun de ses boutons n’a été trouvé : il vient peut-être plus tard, ou la "
                "messagerie est fermée à cette heure",
            ),
            (
                "The page itself keeps {name} out: {why} ({host})",
                "La page elle-même écarte {name} : {why:term} ({host})",
            ),
            (
                "{name} did not load: {host} could not be reached ({why})",
                "{name} ne s’est pas chargé : {host} n’a pas pu être joint ({why})",
            ),
        ),
        unseen=(
            (
                "{name} had not loaded when the page was looked at ({host})",
                "{name} n’était pas encore chargé quand la page a été regardée ({host})",
            ),
            (
                "{name} does not load: {host} answers {status}",
                "{name} ne se charge pas : {host} répond {status}",
            ),
        ),
    ),
    "chat/opens": Rule(
        title="La messagerie s’ouvre en cinq secondes, et l’on peut y écrire",
        why="Une messagerie qui reste fermée sur le téléphone est une porte peinte sur un mur : au bureau, personne "
        "n’entend frapper.",
        do="Ouvrez la messagerie sur un téléphone, comme vos clients, et corrigez ce qui retient sa fenêtre ou son "
        "champ.",
        says=(
            (
                "“{name}” was tapped, and no window opened within {n} s; {address} could not be reached",
                "« {name} » a été touché, et aucune fenêtre ne s’est ouverte en {n} s ; {address} n’a pas pu être "
                "joint",
            ),
            (
                "“{name}” was tapped, and no window opened within {n} s",
                "« {name} » a été touché, et aucune fenêtre ne s’est ouverte en {n} s",
            ),
            (
                "The window of “{name}” opens, and has neither a field to write in nor a choice of channels; not all "
                "of it could be seen",
                "La fenêtre de « {name} » s’ouvre, et n’a ni champ où écrire ni choix de canaux ; elle n’a pas pu être "
                "vue en entier",
            ),
            (
                "The window of “{name}” opens, and has neither a field to write in nor a choice of channels",
                "La fenêtre de « {name} » s’ouvre, et n’a ni champ où écrire ni choix de canaux",
            ),
        ),
    ),
    "chat/present": Rule(
        title="Les messageries de la page, pour information",
        why="Qui répond du parcours doit savoir qui y parle aux clients : un nouvel éditeur est un changement pour lui "
        "aussi.",
        do="Vérifiez que le contrat avec cet éditeur court, et que quelqu’un répond aux heures annoncées.",
        says=(
            (
                "A floating button, “{label}”, looks like a chat's; whose is not known",
                "Un bouton flottant, « {label} », ressemble à celui d’une messagerie ; on ne sait pas laquelle",
            ),
            ("The page has a chat of {name} ({signs})", "La page a une messagerie de {name} ({signs:list})"),
        ),
    ),
    "chat/title": Rule(
        title="La messagerie porte des noms qui peuvent être lus à voix haute",
        why="À qui écoute la page, « cadre » ou rien du tout ne dit pas qu’ici l’on peut parler à un être humain.",
        do="Nommez le bouton et le cadre d’après ce qu’ils font, dans la langue de la page.",
        says=(
            ("The window of {name} has no name", "La fenêtre de {name} n’a pas de nom"),
            ("The button of {name} has no name", "Le bouton de {name} n’a pas de nom"),
            (
                "The window of {name} is called “{label}”, which says nothing",
                "La fenêtre de {name} s’appelle « {label} », ce qui ne dit rien",
            ),
            (
                "The button of {name} is called “{label}”, which says nothing",
                "Le bouton de {name} s’appelle « {label} », ce qui ne dit rien",
            ),
        ),
    ),
}

TERMS = {
    "{day} January {year}": "{day} janvier {year}",
    "{day} February {year}": "{day} février {year}",
    "{day} March {year}": "{day} mars {year}",
    "{day} April {year}": "{day} avril {year}",
    "{day} May {year}": "{day} mai {year}",
    "{day} June {year}": "{day} juin {year}",
    "{day} July {year}": "{day} juillet {year}",
    "{day} August {year}": "{day} août {year}",
    "{day} September {year}": "{day} septembre {year}",
    "{day} October {year}": "{day} octobre {year}",
    "{day} November {year}": "{day} novembre {year}",
    "{day} December {year}": "{day} décembre {year}",
    "its Content-Security-Policy": "sa Content-Security-Policy",
    "https pages load nothing over http": "une page en https ne charge rien en http",
    "asks {host}": "appelle {host}",
    "holds {host} back": "retient {host}",
    "<iframe> of {host}": "<iframe> de {host}",
}
