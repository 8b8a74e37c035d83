"""What the rules about the page that the customer arrives on say in French."""

from parcours.reporting.messages.rules import Rule

RULES = {
    "landing/blank": Rule(
        title="Quelque chose se voit sur la page",
        why="Un écran blanc ne dit rien, pas même que quelque chose s’est mal passé : le client range son téléphone.",
        do="Servez les mots et les images de la page dans le HTML, et ne les cachez jamais en attendant un script.",
        says=(
            (
                "Nothing can be seen on the page; {n} of its scripts and style sheets did not load",
                "Rien ne se voit sur la page ; scripts et feuilles de style non chargés : {n}",
            ),
            ("Nothing can be seen on the page", "Rien ne se voit sur la page"),
        ),
    ),
    "landing/blocked": Rule(
        title="Le site laisse entrer le visiteur",
        why="Un mur n’arrête peut-être que les robots, peut-être aussi les clients : ce qui est derrière n’a pas été "
        "vu, et personne ne peut s’en porter garant.",
        do="Laissez passer la machine qui joue ces parcours, ou jouez-les sur un site de préproduction.",
        says=(
            (
                "Something before the site ({vendor}) {does}; what lies behind it was not judged",
                "Devant le site, quelque chose ({vendor}) {does:term} ; ce qui est derrière n’a pas été jugé",
            ),
            (
                "Something before the site {does}; what lies behind it was not judged",
                "Devant le site, quelque chose {does:term} ; ce qui est derrière n’a pas été jugé",
            ),
            ("The site {does} ({status}): {url}", "Le site {does:term} ({status}) : {url}"),
        ),
    ),
    "landing/consent": Rule(
        title="À la question des cookies, on répond d’un geste, dans un sens comme dans l’autre",
        why="Avant l’offre vient la question : si l’on ne peut pas y répondre, le parcours s’arrête ; s’il n’y a pas "
        "de non, elle offense.",
        do="Montrez les deux réponses sur le premier écran, côte à côte, dans les limites d’un petit téléphone.",
        says=(
            (
                "{who} asks about cookies, and cannot be looked into (a closed shadow root)",
                "{who:term} pose la question des cookies, et ne peut pas être examiné (shadow root fermé)",
            ),
            (
                "{who} asks about cookies, and its answers cannot be tapped",
                "{who:term} pose la question des cookies, et ses réponses ne peuvent pas être touchées",
            ),
            (
                "{who} covers {share} of the screen, and shows no answer that we know",
                "{who:term} couvre {share:number} de l’écran, sans réponse que nous connaissions",
            ),
            (
                "{who} offers {words}, and no refusal at the same level; to refuse, one must go through “{settings}”",
                "{who:term} propose {words:term}, sans refus au même niveau ; pour refuser, il faut passer par "
                "« {settings} »",
            ),
            (
                "{who} offers {words}, and no refusal at the same level",
                "{who:term} propose {words:term}, sans refus au même niveau",
            ),
        ),
    ),
    "landing/context": Rule(
        title="Ce que le papier a promis se trouve sur le premier écran",
        why="Qui scanne un code cherche les mots qui le lui ont fait scanner ; une page sans eux semble être la "
        "mauvaise.",
        do="Reprenez l’offre, dans les mots du courrier, en haut de la page où il mène.",
        says=(
            (
                "“{promise}” stands below the first screen only",
                "« {promise} » ne se trouve qu’en dessous du premier écran",
            ),
            (
                "The page does not say “{promise}”, which the customer came for",
                "La page ne dit pas « {promise} », pour quoi le client est venu",
            ),
        ),
    ),
    "landing/not-found": Rule(
        title="La page existe",
        why="Un code imprimé ne se rappelle pas : tous ceux qui le suivent désormais trouvent porte close.",
        do="Remettez la page, ou redirigez son adresse vers celle qui l’a remplacée.",
        says=(
            ("The page is not there (404): {url}", "La page n’existe pas (404) : {url}"),
            (
                "The page was taken away for good (410): {url}",
                "La page a été retirée définitivement (410) : {url}",
            ),
        ),
    ),
    "landing/pdf": Rule(
        title="Le chemin mène à une page, pas à un PDF",
        why="Une feuille de papier sur un téléphone se lit par le trou de la serrure : on pince, on pousse, et l’on "
        "n’y peut rien toucher.",
        do="Menez à une page qui dit la même chose à l’écran d’un téléphone, et proposez le PDF depuis là.",
        says=(
            (
                "The first thing that the customer gets is a PDF: {url}",
                "La première chose que reçoit le client est un PDF : {url}",
            ),
        ),
        unseen=(
            (
                "The first thing that the customer gets is a PDF",
                "La première chose que reçoit le client est un PDF",
            ),
        ),
    ),
    "landing/server-error": Rule(
        title="Le serveur répond avec la page",
        why="Les clients ouvrent un courrier le même soir : un serveur en panne à ce moment-là perd la plupart de ceux "
        "qu’il verra jamais.",
        do="Consultez le journal du serveur à cette minute, et prévoyez les visiteurs qu’un envoi amène d’un coup.",
        says=(
            (
                "The server fails ({status}: {what}): {url}",
                "Le serveur est en panne ({status} : {what:term}) : {url}",
            ),
            ("The server fails ({status}): {url}", "Le serveur est en panne ({status}) : {url}"),
        ),
    ),
    "landing/soft-404": Rule(
        title="L’adresse mène à la page qu’elle nomme",
        why="Le client lit « page introuvable » quand toute surveillance dit que tout va bien : personne n’y "
        "remédiera.",
        do="Redirigez l’ancienne adresse vers la page qui l’a remplacée, ou répondez 404 pour que quelqu’un s’en "
        "aperçoive.",
        says=(
            (
                "The page says “{words}”, and its answer says that all is well ({status})",
                "La page dit « {words} », et sa réponse dit que tout va bien ({status})",
            ),
            (
                "The page's headline says “{words}”, and its answer that all is well ({status})",
                "Le grand titre de la page dit « {words} », et sa réponse que tout va bien ({status})",
            ),
            (
                "The page's title says “{words}”, and its answer that all is well ({status})",
                "Le titre de la page dit « {words} », et sa réponse que tout va bien ({status})",
            ),
            (
                "The address {url} ends on the home page: what it names may be gone",
                "L’adresse {url} aboutit à la page d’accueil : ce qu’elle nomme a peut-être disparu",
            ),
        ),
    ),
    "landing/tls": Rule(
        title="Le certificat du site est de ceux auxquels les téléphones se fient",
        why="Au lieu de l’offre, le téléphone affiche un avertissement : la connexion n’est pas privée. Là, on fait "
        "demi-tour.",
        do="Renouvelez le certificat de chaque hôte du chemin, et faites qu’il se renouvelle désormais de lui-même.",
        says=(
            ("The site's certificate has expired: {url}", "Le certificat du site a expiré : {url}"),
            ("The site's certificate has expired", "Le certificat du site a expiré"),
            (
                "The site's certificate is another host's: {url}",
                "Le certificat du site est celui d’un autre hôte : {url}",
            ),
            (
                "The site has no certificate that a phone would trust: {url}",
                "Le site n’a pas de certificat auquel un téléphone se fierait : {url}",
            ),
        ),
        unseen=(
            (
                "The site has no certificate that a phone would trust",
                "Le site n’a pas de certificat auquel un téléphone se fierait",
            ),
            (
                "The site's certificate is another host's",
                "Le certificat du site est celui d’un autre hôte",
            ),
        ),
    ),
}

TERMS = {
    "asks visitors to prove that they are no robot": "demande aux visiteurs de prouver qu’ils ne sont pas des robots",
    "refuses this visitor": "refuse ce visiteur",
    "lets visitors wait in a queue": "fait attendre les visiteurs dans une file",
    "has had too many visits from here": "a reçu trop de visites d’ici",
    "wants a name and a password": "demande un nom et un mot de passe",
    "refuses to show the page": "refuse de montrer la page",
    "wants a proxy's password": "demande le mot de passe d’un proxy",
    "may not show the page in this country": "n’a pas le droit de montrer la page dans ce pays",
    "A banner": "Un bandeau",
    "{vendor}'s banner": "Le bandeau de {vendor}",
    "an acceptance": "une acceptation",
    "an error of its own": "une erreur à lui",
    "no answer from behind": "pas de réponse de l’arrière",
    "overloaded or in maintenance": "surchargé ou en maintenance",
    "too slow": "trop lent",
}
