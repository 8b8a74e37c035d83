"""What the rules about what the customer receives say in French."""

from parcours.reporting.messages.rules import Rule

RULES = {
    "entry/email-alt": Rule(
        title="Les liens en image ont des mots, pour là où les images sont bloquées",
        why="Bien des messageries n’affichent les images que sur demande, et les lecteurs d’écran jamais : là, le lien "
        "n’existe pas.",
        do="Écrivez sur chaque image qui sert de lien où elle mène, et mettez ce texte en forme : c’est ce que "
        "beaucoup voient d’abord.",
        says=(
            (
                "The link that the mail is about is a picture without a word: where pictures are off, nothing is there "
                "to tap",
                "Le lien principal de l’e-mail est une image sans un mot : là où les images sont bloquées, il n’y a "
                "rien à toucher",
            ),
            (
                "Link {n} is a picture without a word: where pictures are off, nothing is there to tap",
                "Le lien {n} est une image sans un mot : là où les images sont bloquées, il n’y a rien à toucher",
            ),
        ),
    ),
    "entry/email-app-link": Rule(
        title="Le lien d’un e-mail ouvre l’application là où sa page le pourrait",
        why="Un client qui a l’application touche l’e-mail et se retrouve dans le navigateur, déconnecté : le clic a "
        "d’abord été compté.",
        do="Demandez à votre service d’envoi de servir le fichier d’association sur l’hôte qui compte les clics, ou ne "
        "comptez pas ceux vers l’application.",
        says=(
            (
                "The link goes through {host}, which names no app: {app} opens for links to {end} only",
                "Le lien passe par {host}, qui ne nomme aucune application : {app} ne s’ouvre que pour les liens vers "
                "{end}",
            ),
        ),
    ),
    "entry/email-clipped": Rule(
        title="L’e-mail est assez court pour s’afficher jusqu’au bout",
        why="Gmail coupe un long e-mail et affiche un petit lien vers la suite : les dernières offres, et le lien de "
        "désinscription, ne sont pas vus.",
        do="Ramenez le HTML de l’e-mail sous 102 ko : retirez styles inutiles, commentaires et blancs, ou envoyez "
        "moins.",
        says=(
            (
                "The mail has {n} kB of HTML: Gmail shows the first 102 kB",
                "L’e-mail contient {n} ko de HTML : Gmail en affiche les 102 premiers",
            ),
        ),
    ),
    "entry/email-legible": Rule(
        title="Le texte de l’e-mail se lit sans zoomer",
        why="Un e-mail se lit en passant, d’une main : ce qui est plus petit que 12 px n’est pas lu, mais supprimé.",
        do="Mettez le texte de l’e-mail à 16 px, et rien d’important sous 12 px.",
        says=(
            (
                "Only {share} of the mail's text is at least 12 px high as the phone shows it",
                "{share:number} seulement du texte de l’e-mail fait au moins 12 px de haut, tel que le téléphone "
                "l’affiche",
            ),
            (
                "None of the mail's text is at least 12 px high as the phone shows it",
                "Rien dans le texte de l’e-mail ne fait 12 px de haut, tel que le téléphone l’affiche",
            ),
        ),
    ),
    "entry/email-tap": Rule(
        title="Le lien principal de l’e-mail se voit, et convient au pouce",
        why="Tout l’e-mail a été écrit pour un seul geste ; il ne devrait pas en falloir deux, ni tomber sur le lien "
        "d’à côté.",
        do="Faites-en un bouton de 44 px de haut, avec ses marges intérieures (padding) sur le lien même et non sur la "
        "cellule qui l’entoure.",
        says=(
            (
                "{named} was not seen on {device}: is it hidden there?",
                "{named:term} n’a pas été vu sur {device} : y est-il caché ?",
            ),
            (
                "{named} is {width} x {height} px: a thumb needs 44 px, and 24 at the very least",
                "{named:term} mesure {width} × {height} px : un pouce demande 44 px, et 24 pour le moins",
            ),
            (
                "{named} is {width} x {height} px: a thumb needs 44 px",
                "{named:term} mesure {width} × {height} px : un pouce demande 44 px",
            ),
        ),
    ),
    "entry/email-tracker": Rule(
        title="Les liens d’un e-mail montrent l’hôte de la marque",
        why="Qui garde le doigt sur le lien pour voir où il mène découvre l’hôte d’un inconnu, comme dans une fraude.",
        do="Faites compter les clics par votre service d’envoi sur un hôte à vous, tel que clics.boutique.example.",
        says=(
            (
                "A link leads to {host}, a host of {service}'s",
                "Un lien mène à {host}, un hôte de {service}",
            ),
            (
                "{n} links lead to {host}, a host of {service}'s",
                "{n} liens mènent à {host}, un hôte de {service}",
            ),
        ),
    ),
    "entry/email-unsubscribe": Rule(
        title="Un e-mail envoyé à beaucoup s’arrête d’un geste",
        why="Qui ne trouve pas la sortie touche « Spam » : après quelques-uns de ces gestes, plus personne ne reçoit "
        "les e-mails de la marque.",
        do="Envoyez les deux en-têtes, et dans l’e-mail un lien qui met fin à l’abonnement.",
        says=(
            (
                "The mail has no List-Unsubscribe header: phones show no button to leave the list",
                "L’e-mail n’a pas d’en-tête List-Unsubscribe : les téléphones n’affichent aucun bouton pour quitter la "
                "liste",
            ),
            (
                "The mail has no List-Unsubscribe header; no server has carried this file yet: will one add it?",
                "L’e-mail n’a pas d’en-tête List-Unsubscribe ; aucun serveur n’a encore transporté ce fichier : l’un "
                "d’eux l’ajoutera-t-il ?",
            ),
            (
                "No link of the mail says that it ends the subscription: is there one?",
                "Aucun lien de l’e-mail ne dit qu’il met fin à l’abonnement : y en a-t-il un ?",
            ),
            (
                "List-Unsubscribe has no https address: one tap is not enough",
                "List-Unsubscribe n’a pas d’adresse https : un geste ne suffit pas",
            ),
            (
                "List-Unsubscribe-Post is missing: one tap is not enough",
                "List-Unsubscribe-Post manque : un geste ne suffit pas",
            ),
        ),
    ),
    "entry/email-viewport": Rule(
        title="Un e-mail fait pour les écrans étroits le dit, et peut être agrandi",
        why="Les personnes malvoyantes pincent un e-mail pour en lire les petits caractères ; certaines messageries le "
        "laissent l’interdire.",
        do="Mettez cette balise viewport dans l’en-tête de l’e-mail, et rien de plus dedans.",
        says=(
            (
                "The mail has styles for narrow screens and no viewport tag: some mail programs pass them over",
                "L’e-mail a des styles pour les écrans étroits et pas de balise viewport : certaines messageries les "
                "ignorent",
            ),
            (
                "The mail forbids zooming, in the mail programs that listen",
                "L’e-mail interdit d’agrandir, dans les messageries qui l’écoutent",
            ),
        ),
    ),
    "entry/email-width": Rule(
        title="L’e-mail tient dans l’écran",
        why="Un e-mail fait pour un bureau s’affiche en miniature : personne ne pince et ne déplace un e-mail pour en "
        "trouver l’offre.",
        do="Ne donnez à aucun tableau ni aucune image une largeur fixe de plus de 320 px ; laissez-leur celle de "
        "l’écran.",
        says=(
            (
                "The mail is about {width} px wide: a phone shows it at {share} of its size, and {much} of its text is "
                "at least 12 px high then",
                "L’e-mail fait environ {width} px de large : un téléphone l’affiche à {share:number} de sa taille, et "
                "{much:number} du texte y fait alors au moins 12 px de haut",
            ),
        ),
        unseen=(
            (
                "The mail is about {width} px wide: a phone shows it at {share} of its size, and none of its text is "
                "at least 12 px high then",
                "L’e-mail fait environ {width} px de large : un téléphone l’affiche à {share:number} de sa taille, et "
                "aucun texte n’y fait alors 12 px de haut",
            ),
            (
                "The mail is about {width} px wide: a phone shows it at {share} of its size",
                "L’e-mail fait environ {width} px de large : un téléphone l’affiche à {share:number} de sa taille",
            ),
        ),
    ),
    "entry/mismatch": Rule(
        title="Le lien du message mène à l’adresse convenue",
        why="Un message ne se rappelle pas : qui le touche arrive sur la mauvaise page, ou nulle part, aussi longtemps "
        "qu’il existe.",
        do="Mettez l’adresse convenue dans le message, et touchez-la dans un message d’essai avant l’envoi.",
        says=(
            (
                "The message leads to {url}, not to {wanted}",
                "Le message mène à {url}, et non à {wanted}",
            ),
        ),
    ),
    "entry/nfc-payload": Rule(
        title="La puce ouvre une page web en https:// sur ce téléphone",
        why="On approche le téléphone de la puce une fois ; si rien ne s’ouvre, on la croit en panne, et l’on ne "
        "recommence jamais.",
        do="Écrivez sur la puce un seul enregistrement, de type URI, avec l’adresse complète à partir de https://.",
        says=(
            (
                "The tag holds no address, only: {kinds}",
                "La puce ne contient pas d’adresse, seulement : {kinds:list}",
            ),
            (
                "The tag begins with {scheme}:, which phones refuse to open",
                "La puce commence par {scheme}:, que les téléphones refusent d’ouvrir",
            ),
            (
                "The tag's address does nothing on this phone: {url}",
                "L’adresse de la puce ne fait rien sur ce téléphone : {url}",
            ),
            (
                "The tag's address opens no web page: {url}",
                "L’adresse de la puce n’ouvre pas de page web : {url}",
            ),
            (
                "The tag's address begins with http://: phones warn of it, and anyone on the way can change the page",
                "L’adresse de la puce commence par http:// ; les téléphones mettent en garde, et n’importe qui en "
                "chemin peut changer la page",
            ),
            (
                "The address stands in a smart poster: iPhones look for a URI record",
                "L’adresse se trouve dans une affiche (smart poster) : les iPhone cherchent un enregistrement URI",
            ),
            (
                "The address stands in an absolute address: iPhones look for a URI record",
                "L’adresse se trouve dans un enregistrement d’adresse absolue : les iPhone cherchent un enregistrement "
                "URI",
            ),
            (
                "A record of the kind “{kind}” stands before the address: Android phones go by the first one",
                "Un enregistrement de type « {kind:term} » précède l’adresse : les téléphones Android suivent le "
                "premier",
            ),
            (
                "The tag opens the app {app}, or its page in the store, not {ours}",
                "La puce ouvre l’application {app}, ou sa page dans le magasin, et non {ours}",
            ),
            (
                "The tag opens the app {app}, or its page in the store, in place of the address: is that meant?",
                "La puce ouvre l’application {app}, ou sa page dans le magasin, au lieu de l’adresse : est-ce voulu ?",
            ),
        ),
    ),
    "entry/nfc-size": Rule(
        title="Le message de la puce tient dans la plus petite puce courante",
        why="Ce qui ne tient pas est coupé à l’écriture des puces, par milliers, et ne se remarque qu’une fois "
        "collées.",
        do="Écrivez sur la puce une courte adresse à vous, et redirigez-la ; ou commandez des puces de plus de "
        "mémoire.",
        says=(
            (
                "The tag needs {n} bytes: more than an {tag} has ({room}); order {fits}",
                "Il faut {n} octets : plus que n’en a une {tag} ({room}) ; commandez {fits:term}",
            ),
        ),
    ),
    "entry/sms-length": Rule(
        title="Le SMS tient en un seul message, lien compris",
        why="Des parties peuvent arriver tard, dans le désordre ou pas du tout, le lien avec la dernière ; et chacune "
        "est payée.",
        do="Ramenez le texte à 160 caractères de l’alphabet de base, lien compris.",
        says=(
            (
                "The text takes {units} characters: {n} messages, where 160 make one",
                "Le texte prend {units} caractères : {n} messages, alors que 160 en font un",
            ),
            (
                "{named} is not in the alphabet of text messages: 70 characters make one then, and the text takes "
                "{rest}",
                "Hors de l’alphabet des SMS : {named} ; 70 caractères font alors un message, et le texte en prend "
                "{rest:term}",
            ),
        ),
        unseen=(
            (
                "{named} and {more} more are not in the alphabet of text messages: 70 characters make one then, and "
                "the text takes {rest}",
                "Hors de l’alphabet des SMS : {named} et {more} autres ; 70 caractères font alors un message, et le "
                "texte en prend {rest:term}",
            ),
            (
                "{named} are not in the alphabet of text messages: 70 characters make one then, and the text takes "
                "{rest}",
                "Hors de l’alphabet des SMS : {named} ; 70 caractères font alors un message, et le texte en prend "
                "{rest:term}",
            ),
        ),
    ),
    "entry/sms-link": Rule(
        title="Le lien d’un SMS est souligné comme il a été voulu",
        why="Ce qu’un téléphone prend pour le lien est ce qu’il ouvre : un point de trop, et la page est introuvable.",
        do="Écrivez le lien en entier, à partir de https://, entre deux espaces et à la fin du texte.",
        says=(
            (
                "“{glued}” stands right behind {link}: some phones take it for a part of the link",
                "« {glued} » suit {link} sans espace : certains téléphones le prennent pour une partie du lien",
            ),
            (
                "{link} has no https:// before it: some phones underline nothing, others open it unencrypted",
                "{link} n’a pas de https:// devant : certains téléphones ne soulignent rien, d’autres l’ouvrent sans "
                "chiffrement",
            ),
            (
                "{link} begins with http://: phones warn of it, and anyone on the way can change the page",
                "{link} commence par http:// ; les téléphones mettent en garde, et n’importe qui en chemin peut "
                "changer la page",
            ),
            (
                "Words follow after {link}: at the end it is found at a glance",
                "Des mots suivent {link} : à la fin du texte, il se trouve d’un coup d’œil",
            ),
        ),
    ),
    "entry/sms-stop": Rule(
        title="Une publicité par SMS dit comment l’arrêter",
        why="Qui ne peut pas arrêter les messages bloque l’expéditeur : le suivant, sur une commande ou un compte, est "
        "perdu avec eux.",
        do="Terminez le texte par le moyen de s’opposer que demande la loi de votre pays.",
        says=(
            (
                "The text reads like an advertisement (“{words}”) and says no way out: is one owed?",
                "Le texte se lit comme une publicité (« {words} ») et ne dit pas comment l’arrêter : est-ce dû ?",
            ),
        ),
    ),
    "entry/social-app": Rule(
        title="Dans le navigateur d’un réseau social, un simple lien mène à l’application",
        why="Les réseaux sociaux gardent les visiteurs dans un navigateur à eux, sans bandeaux, où aucun lien n’ouvre "
        "une application de lui-même.",
        do="Mettez sur la page un lien visible vers chaque magasin : les bandeaux du système n’y sont pas affichés.",
        says=(
            (
                "Every link to the store asks for a window of its own: does {inside} give it one?",
                "Chaque lien vers le magasin demande une nouvelle fenêtre : {inside} en ouvre-t-il une ?",
            ),
            (
                "Apple's banner is all that leads to the app, and {inside} does not show it",
                "Seul le bandeau d’Apple mène à l’application, et {inside} ne l’affiche pas",
            ),
            (
                "The browser's own offer to install is all that leads to the app, and {inside} makes none",
                "Seule l’offre d’installation du navigateur mène à l’application, et {inside} n’en fait pas",
            ),
        ),
    ),
    "entry/social-login": Rule(
        title="Dans le navigateur d’un réseau social, les clients peuvent se connecter",
        why="Google refuse les navigateurs intégrés aux applications (« disallowed_useragent ») : le client tombe sur "
        "une page d’erreur, et renonce.",
        do="Offrez là un autre moyen de se connecter, comme un code par e-mail, ou dites comment ouvrir la page dans "
        "le navigateur.",
        says=(
            (
                "“{label}” ends at an error of Google's in {inside}",
                "« {label} » aboutit à une erreur de Google dans {inside}",
            ),
        ),
    ),
}

TERMS = {
    "Link {n}": "Le lien {n}",
    "a larger kind": "une puce plus grande",
    "an {name} ({room})": "une {name} ({room})",
    "{n}; spelt plainly, it is one": "{n} ; écrit simplement, il n’en prend qu’un",
    "{n}; spelt plainly, they are {plain}": "{n} ; écrit simplement, il en prend {plain}",
    # kinds of a tag's records
    "uri": "adresse",
    "text": "texte",
    "app": "application Android",
    "mime": "données",
    "external": "données externes",
    "empty": "vide",
    "unknown": "inconnu",
}
