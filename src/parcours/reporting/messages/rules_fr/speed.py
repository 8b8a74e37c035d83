"""What the rules about speed say in French."""

from parcours.reporting.messages.rules import Rule

TERMS = {
    "1 other site": "1 autre site",
    "{n} other sites": "{n} autres sites",
    "a redirect included, {place}": "une redirection comprise, {place:term}",
    "{n} redirects included, {place}": "{n} redirections comprises, {place:term}",
    "on slow 4G (1.6 Mbit/s, 150 ms) with a processor four times slower": (
        "sur une 4G lente (1,6 Mbit/s, 150 ms) avec un processeur quatre fois plus lent"
    ),
    "on the machine that tested": "sur la machine de test",
    "{kind} {n} MB": "{kind:term} {n:number} Mo",
    "image": "images",
    "script": "scripts",
    "stylesheet": "feuilles de style",
    "font": "polices",
    "document": "HTML",
    "fetch": "données (fetch)",
    "xhr": "données (xhr)",
    "media": "vidéos et sons",
    "other": "divers",
}

RULES = {
    "speed/cls": Rule(
        title="Ce qui est à l’écran reste à sa place",
        why="Le client vise un bouton, la page saute, et le pouce tombe sur autre chose.",
        do="Donnez leur taille aux images, aux cadres et aux bandeaux avant qu’ils n’arrivent.",
        says=(
            (
                "The page jumps while it loads: layout shift {shift}, where {good} is good",
                (
                    "La page saute pendant qu’elle se charge : décalage de mise en page de {shift:number}, alors "
                    "que {good:number} est bon"
                ),
            ),
        ),
    ),
    "speed/journey-over-3s": Rule(
        title="Du scan à la page, il faut trois secondes au plus",
        why="Entre le scan et la page, le client ne voit rien de vous, et la plupart n’attendent que trois secondes, "
        "au mieux.",
        do="Imprimez l’adresse de la page elle-même, et allégez son premier écran.",
        says=(
            (
                "From the first address to the page it took {s} s or more, {place}",
                "De la première adresse à la page, il a fallu {s:number} s ou plus, {place:term}",
            ),
        ),
    ),
    "speed/lcp": Rule(
        title="L’essentiel de la page est visible en moins de 2,5 secondes",
        why="Qui scanne un code est debout quelque part, le téléphone à la main ; un écran qui reste blanc retourne "
        "dans la poche.",
        do="Faites demander en premier l’image et le style du premier écran, légers, et sans script devant eux.",
        says=(
            (
                "The largest thing on the screen came after {s} s {place}; something came after {first} s",
                (
                    "Le plus grand élément de l’écran est apparu après {s:number} s {place:term} ; quelque chose "
                    "est apparu après {first:number} s"
                ),
            ),
            (
                "The largest thing on the screen came after {s} s {place}",
                "Le plus grand élément de l’écran est apparu après {s:number} s {place:term}",
            ),
        ),
    ),
    "speed/requests": Rule(
        title="La page a besoin de peu de fichiers",
        why="Chaque fichier est une question et une réponse sur les ondes, et chaque hôte inconnu un de plus qui peut "
        "être lent.",
        do="Passez en revue les balises tierces, et retirez celles que plus personne ne consulte.",
        says=(
            (
                "The page asks for {n} files, {others} of them from {where}: {most}",
                "La page demande {n} fichiers, dont {others} à {where:term} : {most}",
            ),
            (
                "The page asks for {n} files, 0 of them from 0 other sites",
                "La page demande {n} fichiers, dont aucun à d’autres sites",
            ),
        ),
    ),
    "speed/tbt": Rule(
        title="La page répond au toucher pendant qu’elle se charge",
        why="Une page que l’on voit et qui ne répond pas a l’air en panne : les gens touchent encore, et deux fois au "
        "lieu d’une.",
        do="Chargez moins de scripts, plus tard, et par plus petits morceaux.",
        says=(
            (
                "Scripts kept the page from answering for {ms} ms while it loaded, {place}",
                (
                    "Des scripts ont empêché la page de répondre pendant {ms:number} ms durant son chargement, "
                    "{place:term}"
                ),
            ),
        ),
    ),
    "speed/weight": Rule(
        title="La page est assez légère pour un téléphone en déplacement",
        why="Là où le client ouvre le courrier, le réseau est lent, ou se paie au mégaoctet.",
        do="Servez les images à la taille du téléphone et dans un format actuel, et retirez ce que personne ne voit.",
        says=(
            (
                "The page weighs {mb} MB or more: {s} s on slow 4G. {kinds}",
                "La page pèse {mb:number} Mo ou plus : {s} s sur une 4G lente. Le plus lourd : {kinds:list}",
            ),
        ),
    ),
}
