"""What the rules about plug-ins say in French."""

from parcours.reporting.messages.rules import Rule

TERMS = {
    "the emulator Ruffle stands in for it": "l’émulateur Ruffle le remplace",
    "it is hidden now, and would be missing when shown": "il est caché pour l’instant, et manquerait une fois affiché",
    "most browsers put the host's own HTML player in its place, but not all do": (
        "la plupart des navigateurs mettent à sa place le lecteur HTML de l’hébergeur, mais pas tous"
    ),
    "a script would put it into the page, where it was not found": (
        "un script l’insérerait dans la page, où il n’a pas été trouvé"
    ),
    "visitors see HTML in its place; see that it says and does the same": (
        "les visiteurs voient du HTML à sa place ; vérifiez qu’il dit et fait la même chose"
    ),
    "visitors see nothing": "les visiteurs ne voient rien",
    "visitors see nothing, and nothing else on the page can be tapped": (
        "les visiteurs ne voient rien, et rien d’autre sur la page ne réagit au toucher"
    ),
    "visitors see {seen} on {share} of their first screen": (
        "les visiteurs voient {seen:term} sur {share:number} de leur premier écran"
    ),
    "visitors see {seen}, and nothing else on the page can be tapped": (
        "les visiteurs voient {seen:term}, et rien d’autre sur la page ne réagit au toucher"
    ),
    "visitors see {seen}": "les visiteurs voient {seen:term}",
    "an offer to install a plug-in that does not exist for phones": (
        "une invitation à installer un module qui n’existe pas pour les téléphones"
    ),
    "only “{words}”": "seulement « {words} »",
    "an empty box of {w} x {h} px": "un cadre vide de {w} × {h} px",
    "a plug-in": "un module",
    "unknown": "inconnu",
}

_MISSING = (
    (
        "{plugin} content ({file}) does not work on a phone: {why}",
        "Le contenu {plugin} ({file}) ne fonctionne pas sur un téléphone : {why:term}",
    ),
    (
        "{plugin} content does not work on a phone: {why}",
        "Le contenu {plugin} ne fonctionne pas sur un téléphone : {why:term}",
    ),
)
_LINK = (
    (
        "The link “{name}” leads to {plugin} content ({file}), which no phone opens",
        "Le lien « {name} » mène à un contenu {plugin} ({file}) qu’aucun téléphone n’ouvre",
    ),
)
_LIBRARY = (
    (
        "The page loads a helper library for {plugin}, though no such content was found",
        "La page charge une bibliothèque auxiliaire pour {plugin}, alors qu’aucun contenu de ce type n’a été trouvé",
    ),
)
_LOADED = (
    (
        "The address leads to {plugin} content itself: no phone opens it",
        "L’adresse mène au contenu {plugin} lui-même : aucun téléphone ne l’ouvre",
    ),
    (
        "The page loads {plugin} content that no phone can play ({n} files)",
        "La page charge un contenu {plugin} qu’aucun téléphone ne peut lire ({n} fichiers)",
    ),
    (
        "The page loads {plugin} content that no phone can play",
        "La page charge un contenu {plugin} qu’aucun téléphone ne peut lire",
    ),
)

RULES = {
    "plugin/embed-blank": Rule(
        title="Le contenu intégré montre quelque chose sur un téléphone",
        why="Un contenu intégré dont le téléphone ne connaît pas le format reste un cadre vide, et rien ne dit au "
        "visiteur pourquoi.",
        do="Intégrez le contenu avec l’élément prévu pour cela (img, video, iframe), ou placez un lien à l’intérieur "
        "de l’élément object.",
        says=(
            (
                "Embedded content could not be loaded: an empty box of {w} x {h} px",
                "Un contenu intégré n’a pas pu être chargé : il reste un cadre vide de {w} × {h} px",
            ),
            (
                "Embedded content shows as an empty box of {w} x {h} px",
                "Un contenu intégré apparaît comme un cadre vide de {w} × {h} px",
            ),
        ),
        unseen=(
            (
                "Embedded content of the type {kind} may show as an empty box of {w} x {h} px",
                "Un contenu intégré de type {kind:term} apparaît peut-être comme un cadre vide de {w} × {h} px",
            ),
        ),
    ),
    "plugin/flash": Rule(
        title="La page fonctionne sans Flash",
        why="Flash n’a jamais fonctionné sur les iPhone et a quitté les téléphones Android en 2012 : qui suit un "
        "courrier jusqu’à lui trouve un trou.",
        do="Remplacez le contenu Flash par du HTML : un élément video, une image, ou un texte avec des liens.",
        says=(
            *_MISSING,
            *_LINK,
            *_LIBRARY,
        ),
        unseen=_LOADED,
    ),
    "plugin/install-prompt": Rule(
        title="Personne n’est invité à installer un module",
        why="Invité à installer Flash sur un téléphone, un client cherche ce qui n’existe pas, et le parcours s’arrête "
        "là.",
        do="Retirez l’invitation, et donnez aux téléphones le contenu lui-même ou un autre chemin : une vidéo, un "
        "texte, un numéro de téléphone.",
        says=(
            (
                "Visitors are asked to install {name}, which no phone can: “{quote}”",
                (
                    "Les visiteurs sont invités à installer {name:term}, ce qu’aucun téléphone ne peut faire : "
                    "« {quote} »"
                ),
            ),
            (
                "This may ask visitors to install {name}, which no phone can: “{quote}”",
                (
                    "Ceci invite peut-être les visiteurs à installer {name:term}, ce qu’aucun téléphone ne peut "
                    "faire : « {quote} »"
                ),
            ),
            (
                "A link leads to a plug-in's installer ({address}), which has nothing for phones",
                "Un lien mène à l’installateur d’un module ({address}), qui n’a rien pour les téléphones",
            ),
        ),
    ),
    "plugin/java": Rule(
        title="La page fonctionne sans applets Java",
        why="Les téléphones n’ont jamais exécuté d’applets Java : un calculateur ou une connexion construits ainsi "
        "n’existent tout simplement pas pour le client.",
        do="Refaites l’applet sous forme de page ordinaire ; un téléphone n’exécute ni applets ni Web Start.",
        says=(
            *_MISSING,
            *_LINK,
            *_LIBRARY,
        ),
        unseen=_LOADED,
    ),
    "plugin/other": Rule(
        title="La page fonctionne sans aucun autre module",
        why="Les vidéos et les jeux conçus pour Windows Media, QuickTime, RealPlayer ou ActiveX apparaissent comme un "
        "cadre vide sur un téléphone.",
        do="Remplacez le contenu par ce que tout navigateur affiche de lui-même : éléments video et audio, images, "
        "HTML.",
        says=(
            (
                "A script in VBScript, which no phone runs: what it does is missing",
                "Un script en VBScript, qu’aucun téléphone n’exécute : ce qu’il fait manque",
            ),
            (
                "A style calls a behaviour file (.htc), which only old Internet Explorers loaded",
                (
                    "Un style appelle un fichier de comportement (.htc), que seuls d’anciens Internet Explorer "
                    "chargeaient"
                ),
            ),
            *_MISSING,
        ),
        unseen=(
            *_LINK,
            *_LIBRARY,
            *_LOADED,
        ),
    ),
    "plugin/ruffle": Rule(
        title="La page se passe d’un émulateur Flash",
        why="Un émulateur apporte plusieurs mégaoctets avant que quoi que ce soit ne bouge, et des animations faites "
        "pour la souris obéissent rarement au pouce.",
        do="Remplacez le Flash émulé par du HTML, ou essayez-le au pouce sur un vrai téléphone et mesurez son poids.",
        says=(
            (
                "Flash content is played by the emulator Ruffle: heavy, and rarely made for touch",
                "Un contenu Flash est joué par l’émulateur Ruffle : c’est lourd, et rarement fait pour le tactile",
            ),
            (
                "The emulator Ruffle is asked for but did not start: its Flash content stays empty",
                "L’émulateur Ruffle est demandé mais n’a pas démarré : son contenu Flash reste vide",
            ),
            (
                "The page loads the emulator Ruffle, though no Flash content was found",
                "La page charge l’émulateur Ruffle, alors qu’aucun contenu Flash n’a été trouvé",
            ),
        ),
    ),
    "plugin/silverlight": Rule(
        title="La page fonctionne sans Silverlight",
        why="Silverlight n’a jamais fonctionné sur les téléphones, et son éditeur l’a abandonné en 2021 : les "
        "visiteurs voient un cadre vide.",
        do="Remplacez le contenu Silverlight par du HTML : un élément video pour les vidéos, une page ordinaire pour "
        "le reste.",
        says=(
            *_MISSING,
            *_LIBRARY,
        ),
        unseen=(
            *_LINK,
            *_LOADED,
        ),
    ),
}
