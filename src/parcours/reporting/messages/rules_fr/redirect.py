"""What the rules about the way to the page say in French."""

from parcours.reporting.messages.rules import Rule
from parcours.reporting.messages.rules_fr import DATES

TERMS = {
    **DATES,
    "{a}; {b}": "{a:term} ; {b:term}",
    "iPhone: {url}": "iPhone : {url}",
    "Android: {url}": "Android : {url}",
    "computer: {url}": "ordinateur : {url}",
    "Google's link shortener": "le raccourcisseur de liens de Google",
    "the App Store": "l’App Store",
    "meta refresh": "meta refresh",
}

RULES = {
    "redirect/chain": Rule(
        title="Il y a peu de redirections entre le code et la page",
        why="Chaque redirection est une attente devant un écran blanc, plus longue encore sur un téléphone en "
        "déplacement, et une chose de plus qui peut casser.",
        do="Faites pointer la première adresse directement vers la dernière.",
        says=(
            (
                "A page sends the visitor on by {ways} once, after it was loaded for nothing: {way}",
                (
                    "Une page renvoie le visiteur ailleurs une fois ({ways:list}), après avoir été chargée pour "
                    "rien : {way}"
                ),
            ),
        ),
        unseen=(
            (
                "A page sends the visitor on by {ways} {n} times, after it was loaded for nothing: {way}",
                (
                    "Une page renvoie le visiteur ailleurs {n} fois ({ways:list}), après avoir été chargée pour "
                    "rien : {way}"
                ),
            ),
            (
                "{n} redirects before the page took {ms} ms: {way}",
                "{n} redirections avant la page ont pris {ms:number} ms : {way}",
            ),
            ("{n} redirects before the page: {way}", "{n} redirections avant la page : {way}"),
        ),
    ),
    "redirect/dead-vendor": Rule(
        title="Aucun lien ne dépend d’un service arrêté",
        why="L’adresse est imprimée, le service derrière elle a disparu : qui la suit tombe sur l’erreur de quelqu’un "
        "d’autre.",
        do="Faites passer le lien par un hôte à vous, et réimprimez ou remplacez tout ce qui porte l’ancien.",
        says=(
            (
                "The way goes through {name}, switched off on {day}, save for links in use: {url}",
                "Le chemin passe par {name:term}, arrêté le {day:term} sauf pour les liens en usage : {url}",
            ),
            (
                "A link goes through {name}, switched off on {day}, save for links in use: {url}",
                "Un lien passe par {name:term}, arrêté le {day:term} sauf pour les liens en usage : {url}",
            ),
            (
                "The way goes through {name}, switched off on {day}: {url}",
                "Le chemin passe par {name:term}, arrêté le {day:term} : {url}",
            ),
            (
                "A link goes through {name}, switched off on {day}: {url}",
                "Un lien passe par {name:term}, arrêté le {day:term} : {url}",
            ),
        ),
    ),
    "redirect/device-diff": Rule(
        title="Une même adresse mène tous les appareils à la même page",
        why="Personne n’essaie le code d’un courrier sur tous les appareils : la page vérifiée au bureau n’est pas "
        "celle du téléphone.",
        do="Menez tous les appareils à une seule page qui convient à chaque écran. Là où la réponse dépend de qui "
        "demande, dites-le aux caches.",
        says=(
            (
                "The address leads to different pages. {ends}. Is that meant?",
                "L’adresse mène à des pages différentes. {ends:term}. Est-ce voulu ?",
            ),
            (
                (
                    "{url} answers phones and computers differently, and lets caches give one answer to all of "
                    "them: Vary: User-Agent is missing"
                ),
                (
                    "{url} répond différemment aux téléphones et aux ordinateurs, et laisse les caches donner une "
                    "même réponse à tous : l’en-tête Vary: User-Agent manque"
                ),
            ),
        ),
    ),
    "redirect/host": Rule(
        title="Le parcours reste sur les hôtes prévus",
        why="Un hôte que personne n’attendait coûte la confiance du client, et peut appartenir demain à quelqu’un "
        "d’autre.",
        do="Menez le client directement à votre propre hôte, ou ajoutez l’hôte à la liste hosts: du scénario.",
        says=(
            (
                "The customer is led to {host}, which the scenario does not name",
                "Le client est mené à {host}, que le scénario ne nomme pas",
            ),
        ),
    ),
    "redirect/http-hop": Rule(
        title="Chaque étape du chemin est chiffrée",
        why="Sur le réseau d’une gare ou d’un café, n’importe qui peut lire une étape non chiffrée et envoyer le "
        "client ailleurs.",
        do="Utilisez des adresses https sur le papier, dans les e-mails et dans chaque redirection.",
        says=(
            ("The page itself is not encrypted: {url}", "La page elle-même n’est pas chiffrée : {url}"),
            ("A redirect leads from https back to http: {url}", "Une redirection ramène de https à http : {url}"),
            ("A redirect goes through http: {url}", "Une redirection passe par http : {url}"),
            ("The way begins with http: {url}", "Le chemin commence en http : {url}"),
        ),
    ),
    "redirect/loop": Rule(
        title="Le chemin vers la page a une fin",
        why="Le téléphone tourne en rond jusqu’à renoncer, ou la page ne s’arrête jamais.",
        do="Cherchez deux règles qui se renvoient le visiteur : avec et sans www, http et https, deux langues.",
        says=(
            (
                "Pages send the visitor to {url} over and over ({n} times so far)",
                "Des pages renvoient sans cesse le visiteur à {url} ({n} fois jusqu’ici)",
            ),
            ("The address redirects for ever: {url}", "L’adresse redirige sans fin : {url}"),
            ("The address redirects for ever", "L’adresse redirige sans fin"),
            ("A redirect leads to an address that is none", "Une redirection mène à une adresse qui n’en est pas une"),
        ),
    ),
    "redirect/param-loss": Rule(
        title="Les redirections conservent ce qui dit d’où vient le client",
        why="Sans cela, personne ne sait que le courrier a fonctionné, et le prochain ne sera pas imprimé.",
        do="Transmettez les paramètres de requête dans chaque redirection.",
        says=(("{names} did not arrive at the page: {url}", "Paramètres perdus avant la page : {names} ({url})"),),
    ),
    "redirect/scheme": Rule(
        title="Le chemin se termine sur une page, ou dans une application présente à coup sûr",
        why="Sans l’application sur le téléphone, ou avec un téléphone de l’autre sorte, il ne se passe rien : pas de "
        "page, pas un mot, pas d’aide.",
        do="Menez à une page https qui ouvre l’application là où elle est installée, et qui dit quelque chose là où "
        "elle ne l’est pas.",
        says=(
            (
                "On an iPhone, the address leads to {url}, which only an Android phone knows",
                "Sur un iPhone, l’adresse mène à {url}, que seul un téléphone Android connaît",
            ),
            (
                "On an Android phone, the address leads to {url}, which only an iPhone knows",
                "Sur un téléphone Android, l’adresse mène à {url}, que seul un iPhone connaît",
            ),
            (
                "The address leads straight into {store} ({url}), with no page behind it",
                "L’adresse mène directement dans {store:term} ({url}), sans page derrière",
            ),
            (
                "The address leads to an intent: without S.browser_fallback_url; only Chrome finds the store: {url}",
                (
                    "L’adresse mène à une adresse intent: sans S.browser_fallback_url ; seul Chrome trouve le "
                    "magasin : {url}"
                ),
            ),
            (
                "The address leads to an intent: with neither package nor fallback: {url}",
                "L’adresse mène à une adresse intent: sans paquet ni adresse de repli : {url}",
            ),
            (
                "The address leads to {url}, which does nothing without the app",
                "L’adresse mène à {url}, qui ne fait rien sans l’application",
            ),
        ),
    ),
    "redirect/shortener": Rule(
        title="Le chemin passe par des hôtes de la marque",
        why="L’hôte d’un inconnu sur le papier coûte de la confiance, montre ce qui lui plaît, et peut un jour ne "
        "mener nulle part.",
        do="Imprimez une adresse courte sur un hôte à vous, et redirigez-la vous-même.",
        says=(
            (
                "The way leads through {host}, which is not yours: {url}",
                "Le chemin passe par {host}, qui n’est pas à vous : {url}",
            ),
        ),
    ),
    "redirect/to-desktop": Rule(
        title="Un téléphone est envoyé vers la page mobile qui existe",
        why="La marque a une page pour les téléphones, et son propre courrier les fait passer à côté, vers celle "
        "qu’ils ne peuvent pas lire.",
        do="Redirigez les téléphones vers la page mobile, ou faites une seule page qui convient à chaque écran.",
        says=(
            (
                "The phone gets the page for desks ({url}); the one for phones is {mobile}",
                "Le téléphone reçoit la page pour ordinateurs ({url}) ; celle pour téléphones est {mobile}",
            ),
        ),
        unseen=(
            (
                "The phone gets the home page ({url}) where a computer gets the page itself: {deep}",
                "Le téléphone reçoit la page d’accueil ({url}) là où un ordinateur reçoit la page elle-même : {deep}",
            ),
        ),
    ),
}
