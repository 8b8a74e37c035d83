"""What the rules about films, frames and dialogs say in French."""

from parcours.reporting.messages.rules import Rule

TERMS = {
    "Flash video": "vidéo Flash",
    "DASH without a player": "DASH sans lecteur",
}

RULES = {
    "media/autoplay": Rule(
        title="Ce qui démarre seul est muet et reste à sa place",
        why="Les téléphones refusent de lancer une vidéo avec du son : au lieu d’images animées, le client voit un "
        "cadre noir.",
        do="Ajoutez muted et playsinline aux vidéos qui démarrent seules ; laissez les visiteurs lancer tout le reste.",
        says=(
            (
                "A film in a frame is to start by itself with sound: phones refuse that",
                "Une vidéo dans un cadre doit démarrer seule avec le son : les téléphones le refusent",
            ),
            (
                "A film is to start by itself, but is not muted: phones refuse that",
                "Une vidéo doit démarrer seule, mais n’est pas muette : les téléphones le refusent",
            ),
            (
                "A sound is to start by itself, but is not muted: phones refuse that",
                "Un son doit démarrer seul, mais n’est pas muet : les téléphones le refusent",
            ),
            (
                "A film is to start by itself without playsinline: an iPhone waits for a tap",
                "Une vidéo doit démarrer seule sans playsinline : un iPhone attend qu’on la touche",
            ),
        ),
    ),
    "media/dialog": Rule(
        title="Aucune boîte de dialogue du navigateur ne s’ouvre avec la page d’arrivée",
        why="Une boîte avec l’adresse du site et « OK » a l’air d’un avertissement : beaucoup la ferment, et la page "
        "avec.",
        do="Dites-le dans la page, ou ne le dites pas.",
        says=(
            ("The page opens with {kind}(“{words}”)", "La page s’ouvre sur {kind}(« {words} »)"),
            (
                "The page opens with {kind}(“{words}”), and {n} more",
                "La page s’ouvre sur {kind}(« {words} »), et {n} de plus",
            ),
        ),
    ),
    "media/iframe-blocked": Rule(
        title="Ce que la page montre dans des cadres n’est pas refusé",
        why="Là où devraient être une vidéo ou un plan, le client voit un cadre gris avec une icône cassée, sous votre "
        "nom.",
        do="Utilisez l’adresse d’intégration que l’autre site prévoit pour cela, en https, ou mettez un lien à la "
        "place.",
        says=(
            (
                "{host} refuses to be shown in a frame: an empty box of {w} by {h} px",
                "{host} refuse d’être affiché dans un cadre : il reste un rectangle vide de {w} × {h} px",
            ),
            (
                "{host} answers with an error ({status}) in a frame",
                "{host} répond par une erreur ({status}) dans un cadre",
            ),
            (
                "The page's own security policy keeps {host} out: an empty box of {w} by {h} px",
                (
                    "La politique de sécurité de la page elle-même écarte {host} : il reste un rectangle vide de "
                    "{w} × {h} px"
                ),
            ),
            (
                "{host} is asked for over http, which a page over https may not show: an empty box of {w} by {h} px",
                (
                    "{host} est demandé en http, ce qu’une page en https n’a pas le droit d’afficher : il reste un "
                    "rectangle vide de {w} × {h} px"
                ),
            ),
        ),
        unseen=(
            (
                "{host} leads on to a site that refuses to be shown in a frame: an empty box of {w} by {h} px",
                (
                    "{host} mène à un site qui refuse d’être affiché dans un cadre : il reste un rectangle vide de "
                    "{w} × {h} px"
                ),
            ),
        ),
    ),
    "media/pdf-embed": Rule(
        title="Aucun PDF n’est affiché dans une fenêtre de la page",
        why="Les PDF intégrés sont faits pour les ordinateurs : un iPhone n’en montre que la première page, un Android "
        "souvent rien.",
        do="Écrivez le contenu sous forme de page, ou mettez un lien vers le PDF en indiquant son poids.",
        says=(
            (
                "A PDF ({file}) is embedded; phones that cannot show it offer the link inside",
                (
                    "Un PDF ({file}) est intégré ; les téléphones qui ne savent pas l’afficher proposent le lien "
                    "placé à l’intérieur"
                ),
            ),
            (
                "An iPhone shows the first page of the embedded PDF ({file}) and no more",
                "Un iPhone n’affiche que la première page du PDF intégré ({file})",
            ),
            (
                "Chrome on Android does not show the embedded PDF ({file})",
                "Chrome sur Android n’affiche pas le PDF intégré ({file})",
            ),
        ),
    ),
    "media/unplayable": Rule(
        title="Ce téléphone peut lire les vidéos et les sons",
        why="Une vidéo qui ne démarre pas montre que personne ne l’a essayée sur un téléphone, et son message "
        "n’atteint aucun client.",
        do="Proposez les vidéos en MP4 avec H.264 et AAC, et les sons en MP3 : tous les téléphones les lisent.",
        says=(
            (
                "A film in a format that no phone of this kind plays ({formats})",
                "Une vidéo dans un format qu’aucun téléphone de ce type ne lit ({formats:list})",
            ),
            (
                "A sound in a format that no phone of this kind plays ({formats})",
                "Un son dans un format qu’aucun téléphone de ce type ne lit ({formats:list})",
            ),
            (
                "A film in a format that only newer phones play ({formats})",
                "Une vidéo dans un format que seuls les téléphones récents lisent ({formats:list})",
            ),
            (
                "A film in a format that phones may not play ({formats})",
                "Une vidéo dans un format que des téléphones ne lisent peut-être pas ({formats:list})",
            ),
            (
                "The file of a film is missing: the server answers {status}",
                "Le fichier d’une vidéo manque : le serveur répond {status}",
            ),
        ),
        unseen=(
            (
                "A sound in a format that only newer phones play ({formats})",
                "Un son dans un format que seuls les téléphones récents lisent ({formats:list})",
            ),
            (
                "A sound in a format that phones may not play ({formats})",
                "Un son dans un format que des téléphones ne lisent peut-être pas ({formats:list})",
            ),
            (
                "The file of a sound is missing: the server answers {status}",
                "Le fichier d’un son manque : le serveur répond {status}",
            ),
        ),
    ),
}
