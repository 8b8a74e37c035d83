"""What the rules about keeping in touch say in French."""

from parcours.reporting.messages.rules import Rule

RULES = {
    "dialogue/badge-api": Rule(
        title="La pastille sur l’icône disparaît quand tout est lu",
        why="Un chiffre sur l’icône qui ne part jamais ne veut bientôt plus rien dire, et les nouvelles importantes "
        "passent inaperçues.",
        do="Appelez navigator.clearAppBadge() quand le client a lu le dernier message.",
        says=(
            (
                "A badge is put on the site's icon, and nothing that was seen takes it away",
                "Une pastille est posée sur l’icône du site, et rien de ce qui a été vu ne l’enlève",
            ),
        ),
    ),
    "dialogue/badge-ui": Rule(
        title="Le nombre de messages non lus est dit, et pas seulement montré",
        why="Un 3 en rouge dit à ceux qui le voient que leur conseiller a répondu ; à ceux qui écoutent la page, rien "
        "n’est dit.",
        do="Mettez le nombre, et ce qu’il compte, dans le nom accessible du lien vers les messages.",
        says=(
            (
                "“{name}” shows {count}, and is read out without it",
                "« {name} » affiche {count}, et se lit à voix haute sans ce nombre",
            ),
            (
                "“{name}” is read out without saying what {count} counts",
                "« {name} » se lit à voix haute sans dire ce que compte {count}",
            ),
            (
                "The title says {title}, the messages {count}",
                "Le titre dit {title}, les messages {count}",
            ),
        ),
    ),
    "dialogue/case-progress": Rule(
        title="Un dossier dit quand il a avancé pour la dernière fois",
        why="« En cours » sans date peut vouloir dire une heure ou un mois : le client appelle pour savoir.",
        do="Affichez la date de la dernière étape et celle de la prochaine, et proposez au client de le prévenir quand "
        "elle sera franchie.",
        says=(
            (
                "Case {reference} has no date: nobody can tell when it last moved",
                "Le dossier {reference} n’a pas de date : personne ne peut dire quand il a avancé",
            ),
            (
                "Nothing offers to tell the customer when case {reference} moves on",
                "Rien ne propose de prévenir le client quand le dossier {reference} avance",
            ),
        ),
    ),
    "dialogue/channel-loss": Rule(
        title="Ce que le client a dit une fois ne lui est pas redemandé",
        why="Des clients qui doivent redire leur numéro et leur histoire se sentent des inconnus, et chaque appel dure "
        "plus longtemps.",
        do="Portez le numéro du dossier dans le message, et la connexion d’une page à l’autre.",
        says=(
            (
                "“{label}” opens a message without case {reference}, which this page is about",
                "« {label} » ouvre un message sans le dossier {reference}, dont parle cette page",
            ),
            (
                "A password is asked for again on {page}, after {before}",
                "Un mot de passe est redemandé sur {page}, après {before}",
            ),
        ),
    ),
    "dialogue/dead-end": Rule(
        title="Aucun moyen de joindre quelqu’un ne finit devant personne",
        why="Un client écrit, attend une réponse que personne ne donnera, et part en croyant que personne ne s’en "
        "soucie.",
        do="Mettez une adresse que quelqu’un lit à la place de no-reply, et sur la page de contact un moyen de joindre "
        "une personne.",
        says=(
            (
                "“{label}” writes to {address}, which nobody reads",
                "« {label} » écrit à {address}, que personne ne lit",
            ),
            (
                "The only way to reach someone is {address}, which nobody reads",
                "Le seul moyen de joindre quelqu’un est {address}, que personne ne lit",
            ),
            (
                "The contact page has no number, address, form or chat; “{label}” may lead round in circles",
                "La page de contact n’a ni numéro, ni adresse, ni formulaire, ni messagerie ; « {label} » fait "
                "peut-être tourner en rond",
            ),
        ),
    ),
    "dialogue/inbox-adviser": Rule(
        title="Le conseiller a un nom, et peut être joint",
        why="On reste auprès de quelqu’un que l’on connaît ; un conseiller sans nom et sans moyen d’être joint est un "
        "slogan.",
        do="Montrez le nom et la photo du conseiller dans l’espace client, avec à côté de quoi lui écrire ou "
        "l’appeler.",
        says=(
            (
                "“{adviser}” is named, with no way to write or to call on the same page",
                "« {adviser} » est nommé, sans moyen d’écrire ni d’appeler sur la même page",
            ),
            (
                "The journey ended before “{adviser}” could be met",
                "Le parcours s’est arrêté avant que « {adviser} » puisse apparaître",
            ),
            (
                "“{adviser}”, who is promised, is named on no page of the journey",
                "« {adviser} », pourtant promis, n’est nommé sur aucune page du parcours",
            ),
        ),
    ),
    "dialogue/inbox-present": Rule(
        title="Les clients ont un endroit pour les messages, et peuvent y écrire",
        why="Une banque dont l’application se tait perd ses clients au profit d’une messagerie : ce qu’ils ne peuvent "
        "pas lui demander, ils le demandent à d’autres.",
        do="Menez de chaque page de l’espace client aux messages, avec un champ où écrire.",
        says=(
            (
                "“{name}” leads to the messages; no page of this journey had a field to write in",
                "« {name} » mène aux messages ; aucune page de ce parcours n’avait de champ où écrire",
            ),
            (
                "The journey ended before a place for messages could be met",
                "Le parcours s’est arrêté avant qu’un endroit pour les messages puisse apparaître",
            ),
            (
                "Nothing on the page that was met leads to messages, which are promised",
                "Rien sur la page visitée ne mène aux messages, pourtant promis",
            ),
            (
                "Nothing on the {n} pages that were met leads to messages, which are promised",
                "Rien sur les {n} pages visitées ne mène aux messages, pourtant promis",
            ),
        ),
    ),
    "dialogue/loyalty-reason": Rule(
        title="Les raisons d’être fidèle se lisent en chemin",
        why="Un avantage dont aucun client n’entend parler en chemin ne retient personne ; il ne fait que coûter.",
        do="Dites, sur une page que les clients voient, ce qu’ils gagnent à rester : des points, un avantage, un prix "
        "pour eux.",
        says=(
            (
                "The journey ended before “{reason}” could be met",
                "Le parcours s’est arrêté avant que « {reason} » puisse apparaître",
            ),
            (
                "“{reason}” stands on no page of the journey",
                "« {reason} » ne figure sur aucune page du parcours",
            ),
        ),
    ),
    "dialogue/push-capable": Rule(
        title="Les notifications proposées peuvent arriver",
        why="Des clients qui ont accepté les notifications attendent des nouvelles qui ne viennent jamais, et les "
        "demandent par téléphone.",
        do="Faites que le service worker écoute l’événement push, affiche chaque message, et serve la page qui les "
        "propose.",
        says=(
            (
                "The service worker's script answers {status}, so no message can arrive: {url}",
                "Le script du service worker répond {status} : aucune notification ne peut arriver ({url})",
            ),
            (
                "The service worker's script does not answer, so no message can arrive: {url}",
                "Le script du service worker ne répond pas : aucune notification ne peut arriver ({url})",
            ),
            (
                "The service worker does not listen for push messages: {url}",
                "Le service worker n’écoute pas les notifications : {url}",
            ),
            (
                "The service worker hears push messages and shows none; Safari then ends the subscription: {url}",
                "Le service worker reçoit les notifications et n’en affiche aucune ; Safari met alors fin à "
                "l’abonnement : {url}",
            ),
            (
                "The service worker serves {scope} only, which this page is not under",
                "Le service worker ne sert que {scope}, où cette page ne se trouve pas",
            ),
            (
                "The page subscribes without an applicationServerKey, which browsers refuse",
                "La page s’abonne sans applicationServerKey, ce que les navigateurs refusent",
            ),
        ),
    ),
    "dialogue/push-ios-ready": Rule(
        title="Les notifications peuvent atteindre les iPhone",
        why="Un iPhone n’accepte de notifications que d’un site posé sur son écran d’accueil : sans aide, son "
        "propriétaire n’apprendra jamais rien.",
        do="Indiquez un manifeste d’application web avec display: standalone, et expliquez aux clients iPhone comment "
        "ajouter le site à l’écran d’accueil.",
        says=(
            (
                "{why}, but an iPhone can take none: the page links no web app manifest",
                "{why:term}, mais un iPhone ne peut en recevoir aucune : la page n’indique pas de manifeste "
                "d’application web",
            ),
            (
                "{why}, but the manifest says display: {display}: iPhones before iOS 26 take messages only with "
                "standalone",
                "{why:term}, mais le manifeste dit display: {display} ; avant iOS 26, les iPhone n’en reçoivent "
                "qu’avec standalone",
            ),
            (
                "{why}, but the manifest does not say display: iPhones before iOS 26 take messages only with "
                "standalone",
                "{why:term}, mais le manifeste ne dit rien de display ; avant iOS 26, les iPhone n’en reçoivent "
                "qu’avec standalone",
            ),
            (
                "Nothing here tells iPhone customers that messages need the site on the home screen",
                "Rien ici ne dit aux clients iPhone que les notifications demandent le site sur l’écran d’accueil",
            ),
        ),
    ),
    "dialogue/push-on-load": Rule(
        title="Les notifications sont demandées après un geste",
        why="On refuse ce qui est demandé sans raison, et un navigateur ne laisse jamais une page redemander.",
        do="Demandez l’accord pour les notifications en réponse à un geste sur ce qui annonce leur sujet.",
        says=(
            (
                "The page asks for notifications before the customer has done anything",
                "La page demande l’accord pour les notifications avant que le client ait fait quoi que ce soit",
            ),
            (
                "The page subscribes to push messages before the customer has done anything",
                "La page s’abonne aux notifications avant que le client ait fait quoi que ce soit",
            ),
        ),
    ),
    "dialogue/push-opens-page": Rule(
        title="Toucher une notification ouvre ce dont elle parle",
        why="« Votre conseiller a répondu », un geste, et rien ne s’ouvre : le client doit trouver la réponse seul.",
        do="Répondez à notificationclick, dans le service worker, en ouvrant l’adresse que porte le message.",
        says=(
            (
                "A tap on a message opens nothing: {url} does not listen for notificationclick",
                "Toucher une notification n’ouvre rien : {url} n’écoute pas notificationclick",
            ),
            (
                "A tap on a message opens nothing: {url} hears it and opens no page",
                "Toucher une notification n’ouvre rien : {url} reçoit le geste et n’ouvre aucune page",
            ),
            (
                "Every message opens the home page, whatever it is about: {url}",
                "Chaque notification ouvre la page d’accueil, quel que soit son sujet : {url}",
            ),
        ),
    ),
    "dialogue/reply-measured": Rule(
        title="Une personne répond, dans le délai promis",
        why="Qui écrit attend : chaque minute de silence en est une où un autre peut répondre.",
        do="Tenez le canal aux heures où il est ouvert, et dites, hors de ces heures, quand quelqu’un répondra.",
        says=(
            (
                "Only an automatic acknowledgement came within {n} s: no human replied",
                "Seul un accusé de réception automatique est venu dans les {n:number} s : aucune personne n’a répondu",
            ),
            (
                "The reply took {time}, where {promised} are promised",
                "La réponse a pris {time}, alors que {promised} sont promis",
            ),
            (
                "The reply took {time}: over {most} is slow here",
                "La réponse a pris {time} : au-delà de {most}, c’est lent ici",
            ),
            (
                "The reply took {time}; within {good} is quick here",
                "La réponse a pris {time} ; en moins de {good}, c’est rapide ici",
            ),
        ),
        unseen=(
            ("Nobody replied within {n} s", "Personne n’a répondu dans les {n:number} s"),
            (
                "What was sent is shown nowhere on the page, so no answer to it can be told: name its words with "
                "`text:`",
                "Ce qui a été envoyé ne s’affiche nulle part sur la page, si bien qu’aucune réponse ne peut être "
                "reconnue : indiquez ses mots avec `text:`",
            ),
            (
                "“{text}” was not answered within {n} s",
                "« {text} » n’est pas venu en réponse dans les {n:number} s",
            ),
        ),
    ),
    "dialogue/reply-promise": Rule(
        title="Les clients qui écrivent savent quand ils auront une réponse",
        why="Qui ne sait pas si une réponse prend une heure ou une semaine préfère appeler, ou demande à un "
        "concurrent.",
        do="Dites à côté du formulaire sous quel délai une personne répond, ou quand quelqu’un est là, et "
        "tenez-vous-y.",
        says=(
            (
                "The form may say when an answer comes in a text too long to be read to its end: “{text}”",
                "Le formulaire dit peut-être quand vient la réponse, dans un texte trop long pour être lu jusqu’au "
                "bout : « {text} »",
            ),
            (
                "The form promises an answer “{when}”, which is no time",
                "Le formulaire promet une réponse « {when} », ce qui n’est pas un délai",
            ),
            (
                "“{label}” invites customers to write and does not say when an answer comes",
                "« {label} » invite les clients à écrire et ne dit pas quand vient la réponse",
            ),
            (
                "The form invites customers to write and does not say when an answer comes",
                "Le formulaire invite les clients à écrire et ne dit pas quand vient la réponse",
            ),
        ),
        unseen=(
            (
                "“{label}” promises an answer “{when}”, which is no time",
                "« {label} » promet une réponse « {when} », ce qui n’est pas un délai",
            ),
            (
                "“{label}” may say when an answer comes in a text too long to be read to its end: “{text}”",
                "« {label} » dit peut-être quand vient la réponse, dans un texte trop long pour être lu jusqu’au "
                "bout : « {text} »",
            ),
        ),
    ),
}

TERMS = {
    "The page asks for notifications": "La page demande l’accord pour les notifications",
    "A script in the page asks for notifications": "Un script de la page demande l’accord pour les notifications",
    "The page loads {vendor}": "La page charge {vendor} pour ses notifications",
    "Its service worker listens for push messages": "Son service worker écoute les notifications",
}
