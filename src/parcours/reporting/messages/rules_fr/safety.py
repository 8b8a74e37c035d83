"""What the rules about trust and encryption say in French."""

from parcours.reporting.messages.rules import Rule
from parcours.reporting.messages.rules_fr import DATES

TERMS = {
    **DATES,
    "0 days": "0 jour",
    "1 day": "1 jour",
    "{n} days": "{n} jours",
    "nobody known": "un émetteur inconnu",
    "“{label}” mixes {scripts} letters": "« {label} » mélange des lettres {scripts:list}",
    "“{label}” looks like “{latin}”, and is written in {script} letters": (
        "« {label} » ressemble à « {latin} », mais s’écrit en lettres {script:term}"
    ),
    "Cyrillic": "cyrilliques",
    "Latin": "latines",
    "Greek": "grecques",
    "Hebrew": "hébraïques",
    "Arabic": "arabes",
    "Cjk": "chinoises",
    "Armenian": "arméniennes",
    "{kind} ({n} of them)": "{kind:term} ({n} en tout)",
    "Style sheet": "Feuille de style",
    "Object": "Objet",
    "Video or sound": "Vidéo ou son",
}

RULES = {
    "safety/certificate": Rule(
        title="Le certificat n’expire pas dans les prochaines semaines",
        why="Le jour où il expire, le code de chaque courrier mène à un avertissement : la connexion n’est pas privée.",
        do="Renouvelez le certificat maintenant, et faites-le désormais se renouveler tout seul.",
        says=(
            (
                "{host}'s certificate runs out in {left}, on {day} (made by {issuer})",
                "Le certificat de {host} expire dans {left:term}, le {day:term} (émis par {issuer:term})",
            ),
        ),
        unseen=(
            (
                "The certificate runs out in {left}, on {day} (made by {issuer})",
                "Le certificat expire dans {left:term}, le {day:term} (émis par {issuer:term})",
            ),
        ),
    ),
    "safety/deceptive-url": Rule(
        title="Les adresses du chemin ont l’air de ce qu’elles sont",
        why="Les clients ont appris à se méfier de telles adresses, les navigateurs en avertissent, et les escrocs ne "
        "les utilisent pas sans raison.",
        do="Utilisez un nom d’hôte simple et à vous, sans nom d’utilisateur, sans port, sans lettres d’un second "
        "alphabet.",
        says=(
            (
                "What stands before the @ is not the host: {url} leads to {host}",
                "Ce qui précède le signe @ n’est pas l’hôte : {url} mène à {host}",
            ),
            ("The address has a number for a host: {host}", "L’adresse a un numéro en guise d’hôte : {host}"),
            (
                "The host {shown} ({host}) is not what it seems: {why}",
                "L’hôte {shown} ({host}) n’est pas ce qu’il paraît : {why:term}",
            ),
            (
                "The address names a port of its own ({host}), which many networks shut",
                "L’adresse nomme un port particulier ({host}), que beaucoup de réseaux ferment",
            ),
        ),
    ),
    "safety/hsts": Rule(
        title="L’hôte dit aux téléphones de toujours demander en https",
        why="Sans cela, une adresse http: saisie ou imprimée reste chaque fois ouverte à quiconque se trouve sur le "
        "même réseau.",
        do="Envoyez l’en-tête avec chaque réponse de l’hôte, dès que tout y est en https.",
        says=(
            (
                "{host} sends no Strict-Transport-Security header",
                "{host} n’envoie pas l’en-tête Strict-Transport-Security",
            ),
            (
                "{host} lets phones remember https for {long} only ({header})",
                "{host} ne fait retenir https aux téléphones que {long:term} ({header})",
            ),
        ),
    ),
    "safety/insecure-form": Rule(
        title="Ce que les clients saisissent voyage chiffré",
        why="Noms, numéros et mots de passe peuvent être lus en chemin ; les téléphones avertissent avant de les "
        "envoyer, et les clients s’arrêtent.",
        do="Servez en https la page et la destination du formulaire (action).",
        says=(
            (
                "The form sends what is typed without encryption, to {host}",
                "Le formulaire envoie sans chiffrement ce qui est saisi, à {host}",
            ),
        ),
    ),
    "safety/look-alike": Rule(
        title="Aucun hôte du chemin ne peut être pris pour celui de la marque",
        why="Une faute de frappe à l’impression envoie les clients chez celui qui a acheté le nom mal écrit ; le "
        "papier ne se rappelle pas.",
        do="Comparez l’adresse imprimée avec la vôtre, lettre à lettre, et faites fermer un hôte frauduleux.",
        says=(
            (
                "{host} is easily taken for {brand}, and is not it",
                "{host} se confond facilement avec {brand}, et ce n’est pas lui",
            ),
        ),
    ),
    "safety/mixed-content": Rule(
        title="Une page chiffrée ne charge rien sans chiffrement",
        why="Les téléphones refusent de tels scripts et styles, et ce à quoi ils servaient manque, sans que personne "
        "ne soit prévenu.",
        do="Écrivez https: dans les adresses de tout ce que la page charge.",
        says=(
            (
                "{what} asked for without encryption, which phones refuse to load: {url}",
                "{what:term} : chargement demandé sans chiffrement, ce que les téléphones refusent ({url})",
            ),
            (
                "{what} asked for without encryption, shown only where the host has https as well: {url}",
                (
                    "{what:term} : chargement demandé sans chiffrement, qui ne réussit que si l’hôte a aussi https "
                    "({url})"
                ),
            ),
        ),
    ),
    "safety/open-redirect": Rule(
        title="Personne d’autre ne décide où mènent les adresses de la marque",
        why="Une adresse à vous qui mène où le veut celui qui l’envoie, c’est ce que cherchent les fraudeurs pour "
        "écrire en votre nom.",
        do="Redirigez d’après un numéro que votre serveur connaît, signez la cible, ou n’autorisez que vos propres "
        "hôtes.",
        says=(
            (
                "{host} leads to whatever “{name}” holds, unless it checks: {url}",
                "{host} mène à tout ce que contient « {name} », à moins d’une vérification : {url}",
            ),
        ),
    ),
    "safety/too-many-hosts": Rule(
        title="Le chemin vers la page reste chez un propriétaire, ou deux",
        why="Chaque inconnu sur le chemin apprend qui suit le courrier, peut tomber en panne, et appartiendra "
        "peut-être un jour à quelqu’un d’autre.",
        do="Retirez les outils de suivi intermédiaires, ou laissez votre propre hôte compter les clics.",
        says=(
            (
                "The way leads over {n} owners' hosts: {sites}",
                "Le chemin passe par les hôtes de {n} propriétaires : {sites}",
            ),
        ),
    ),
}
