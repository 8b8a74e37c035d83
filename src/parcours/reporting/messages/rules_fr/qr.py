"""What the rules about printed codes say in French."""

from parcours.reporting.messages.rules import Rule
from parcours.reporting.messages.rules_fr import DATES

TERMS = {
    **DATES,
    "{a}; {b}": "{a:term} ; {b:term}",
    "{name} is missing": "{name} manque",
    "{name} is not agreed": "{name} n’était pas convenu",
    "{name} is {ours}, not {theirs}": "{name} vaut {ours} au lieu de {theirs}",
    "one is repeated": "l’un d’eux est répété",
    "port {n}": "le port {n}",
    "the usual port": "le port habituel",
    "two codes": "deux codes",
    "above": "au-dessus",
    "right of": "à droite",
    "below": "au-dessous",
    "left of": "à gauche",
    "0 of {all} attempts": "0 essai sur {all}",
    "1 of {all} attempts": "1 essai sur {all}",
    "{n} of {all} attempts": "{n} essais sur {all}",
    "{file} on {n} pages": "{file}, sur {n} pages",
    "4": "4 modules",
    "4 ({mm} mm)": "4 modules ({mm:number} mm)",
    "75 %": "réduit à 75 %",
    "50 %": "réduit à 50 %",
    "blurred": "flou",
    "turned 15 degrees": "tourné de 15 degrés",
    "tilted 25 degrees": "incliné de 25 degrés",
    "tilted 25 degrees sideways": "incliné de 25 degrés sur le côté",
    "offers to call {value}": "propose d’appeler {value}",
    "offers to send a text message to {value}": "propose d’envoyer un SMS à {value}",
    "offers to write an e-mail to {value}": "propose d’écrire un e-mail à {value}",
    "offers to join the Wi-Fi network {value}": "propose de rejoindre le réseau Wi-Fi {value}",
    "offers to add a contact": "propose d’ajouter un contact",
    "offers to add an event to the calendar": "propose d’ajouter un événement à l’agenda",
    "shows a place on a map": "montre un lieu sur une carte",
    "offers to keep a one-time password, whose secret is printed for everyone": (
        "propose d’enregistrer un mot de passe à usage unique, dont le secret est imprimé aux yeux de tous"
    ),
    "shows a payment, which only a bank's app can read": (
        "affiche un paiement, que seule l’application d’une banque sait lire"
    ),
    "shows the text of a bookmark format (MEBKM) that today's cameras do not open": (
        "affiche le texte d’un format de signet (MEBKM) que les appareils photo d’aujourd’hui n’ouvrent pas"
    ),
    "shows a path without a host, or searches the web for it": "affiche un chemin sans hôte, ou le cherche sur le web",
    "shows the text, or searches the web for it": "affiche le texte, ou le cherche sur le web",
    "shows nothing: the code holds only blanks": "n’affiche rien, car le code ne contient que des blancs",
    "opens an app where that is installed, and does nothing elsewhere": (
        "ouvre une application là où elle est installée, et ne fait rien ailleurs"
    ),
    "does nothing: {scheme}: is known to iPhones only": "ne fait rien, car seuls les iPhone connaissent {scheme}:",
    "does nothing: {scheme}: is known to Android phones only": (
        "ne fait rien, car seuls les téléphones Android connaissent {scheme}:"
    ),
    "bytes that are no UTF-8 text": "des octets qui ne sont pas du texte UTF-8",
    "part {n} of {all}": "la partie {n} sur {all}",
    "a {kind}": "un {kind}",
    "an {kind}": "un {kind}",
    "another border between dark and light": "déplacement du seuil entre sombre et clair",
    "light and dark do not stand out alike everywhere": (
        "le clair et le sombre ne se détachent pas partout de la même façon"
    ),
    "a reduced picture": "réduction de l’image",
    "its modules are drawn unevenly or filled with a picture": "ses modules sont irréguliers ou remplis d’une image",
    "an enlarged picture": "agrandissement de l’image",
    "an enlarged picture (a module is {n} pixels wide)": (
        "agrandissement de l’image (un module fait {n:number} pixels de large)"
    ),
    "its modules are only a few pixels wide": "ses modules ne font que quelques pixels de large",
    "a margin added around it": "ajout d’une marge autour de lui",
    "the light margin of four modules is missing": "la marge claire de quatre modules manque",
    "sharpening": "renforcement de la netteté",
    "its edges are blurred": "ses contours sont flous",
    "more contrast": "renforcement du contraste",
    "dark and light are too near each other": "le sombre et le clair sont trop proches",
    "straightening": "redressement",
    "it lies on a creased or bent surface": "il se trouve sur une surface froissée ou courbe",
    "turning": "rotation",
    "it lies aslant, and is hard to find": "il est de travers, et difficile à trouver",
    "one colour looked at alone": "examen d’une seule couleur",
    "its inks are alike in brightness": "ses encres ont une luminosité semblable",
    "it is hard to read": "il est difficile à lire",
}

RULES = {
    "qr/contrast": Rule(
        title="Le sombre et le clair du code imprimé ont un contraste d’au moins 4 pour 1",
        why="Le soir, dans un tram, derrière une vitre, un appareil photo perd d’abord le contraste : un code pâle est "
        "vu, mais pas lu.",
        do="Imprimez le code en noir ou dans une couleur sombre, sur du blanc ou un fond clair.",
        says=(
            (
                "Light and dark modules of the code on page {page} stand apart by {ratio}:1; 4:1 is the least",
                (
                    "Les modules clairs et sombres du code de la page {page} ont un contraste de {ratio:number} "
                    "pour 1 ; il faut au moins 4 pour 1"
                ),
            ),
            (
                (
                    "In the photograph, light and dark of the code stand apart by {ratio}:1 only: look whether it "
                    "was the light or is the print"
                ),
                (
                    "Sur la photo, le clair et le sombre du code n’ont qu’un contraste de {ratio:number} pour 1 : "
                    "voyez si c’était l’éclairage ou si c’est l’impression"
                ),
            ),
        ),
    ),
    "qr/density": Rule(
        title="Le code imprimé a au plus 41 × 41 modules",
        why="Plus il y a de modules, plus chacun est petit, et plus il faut tenir le téléphone près et sans trembler.",
        do="Imprimez une adresse courte sur un hôte à vous, et redirigez-la vers la longue.",
        says=(
            (
                (
                    "The code on page {page} has {n} x {n} modules (version {version}) for {chars} characters and "
                    "error correction of level {level}; up to 41 x 41 is easily read"
                ),
                (
                    "Le code de la page {page} compte {n} × {n} modules (version {version}) pour {chars} "
                    "caractères et une correction d’erreurs de niveau {level} ; jusqu’à 41 × 41, il se lit "
                    "facilement"
                ),
            ),
            (
                (
                    "The code on page {page} has {n} x {n} modules (version {version}) for {chars} characters; up "
                    "to 41 x 41 is easily read"
                ),
                (
                    "Le code de la page {page} compte {n} × {n} modules (version {version}) pour {chars} "
                    "caractères ; jusqu’à 41 × 41, il se lit facilement"
                ),
            ),
        ),
        unseen=(
            (
                (
                    "The code on page {page} has {n} x {n} modules (version {version}) and error correction of "
                    "level {level}; up to 41 x 41 is easily read"
                ),
                (
                    "Le code de la page {page} compte {n} × {n} modules (version {version}) et une correction "
                    "d’erreurs de niveau {level} ; jusqu’à 41 × 41, il se lit facilement"
                ),
            ),
            (
                "The code on page {page} has {n} x {n} modules (version {version}); up to 41 x 41 is easily read",
                (
                    "Le code de la page {page} compte {n} × {n} modules (version {version}) ; jusqu’à 41 × 41, il "
                    "se lit facilement"
                ),
            ),
        ),
    ),
    "qr/ecc": Rule(
        title="La correction d’erreurs du code imprimé n’est pas dépensée pour un logo",
        why="Ce qu’un logo prend de la correction d’erreurs manque quand le courrier est plié, taché ou brille au "
        "soleil.",
        do="Créez le code au niveau Q ou H quand un logo en couvre une partie, et gardez le logo petit.",
        says=(
            (
                (
                    "Something covers modules of the code on page {page}, a logo perhaps, and its error correction "
                    "is the weakest, level L, which mends {mends}: {spent} of that is gone before printing"
                ),
                (
                    "Quelque chose couvre des modules du code de la page {page}, peut-être un logo, et sa "
                    "correction d’erreurs est la plus faible : le niveau L, qui répare {mends:number}, dont "
                    "{spent:number} sont perdus avant l’impression"
                ),
            ),
            (
                (
                    "Something covers modules of the code on page {page}, a logo perhaps: it uses up {spent} of "
                    "the error correction (level {level}, which mends {mends}) before printing"
                ),
                (
                    "Quelque chose couvre des modules du code de la page {page}, peut-être un logo : "
                    "{spent:number} de la correction d’erreurs (niveau {level}, qui répare {mends:number}) sont "
                    "consommés avant l’impression"
                ),
            ),
        ),
    ),
    "qr/inverted": Rule(
        title="Le code imprimé est sombre sur clair et à l’endroit",
        why="Les codes de la norme sont sombres sur clair : les téléphones récents lisent aussi l’inverse, les anciens "
        "et bien des applications de lecture non.",
        do="Imprimez le code sombre sur clair ; sur un fond sombre, placez-le dans un champ clair avec une marge de "
        "quatre modules.",
        says=(
            (
                "The code on page {page} is light on dark, which some phones do not read",
                "Le code de la page {page} est clair sur sombre, ce que certains téléphones ne lisent pas",
            ),
            (
                "The code on page {page} is mirrored, as if seen from behind, which some phones do not read",
                (
                    "Le code de la page {page} est inversé comme dans un miroir, ce que certains téléphones ne "
                    "lisent pas"
                ),
            ),
        ),
    ),
    "qr/lifetime": Rule(
        title="Ce dont dépend le code imprimé dure aussi longtemps que l’imprimé",
        why="Le papier traîne des mois dans les cuisines : un lien que quelqu’un d’autre laisse expirer ne peut pas en "
        "être rappelé.",
        do="Imprimez une adresse sur un hôte à vous, et notez qui renouvelle son certificat et quand.",
        says=(
            (
                (
                    "The print is valid until {last}, and leads through {host}, which is not yours: nobody "
                    "promises that it will then still lead to you"
                ),
                (
                    "L’imprimé est valable jusqu’au {last:term} et passe par {host}, qui n’est pas à vous : "
                    "personne ne promet qu’il mènera encore chez vous à ce moment-là"
                ),
            ),
            (
                "{host}'s certificate runs out on {ends}, before the print's last day, {last}: renew it by then",
                (
                    "Le certificat de {host} expire le {ends:term}, avant le dernier jour de l’imprimé, le "
                    "{last:term} : renouvelez-le d’ici là"
                ),
            ),
        ),
        unseen=(
            (
                "The certificate runs out on {ends}, before the print's last day, {last}: renew it by then",
                (
                    "Le certificat expire le {ends:term}, avant le dernier jour de l’imprimé, le {last:term} : "
                    "renouvelez-le d’ici là"
                ),
            ),
        ),
    ),
    "qr/mismatch": Rule(
        title="Le code imprimé mène à l’adresse convenue",
        why="Une adresse fausse ne peut plus être rappelée une fois imprimée : chaque courrier mène à la mauvaise "
        "page, ou nulle part.",
        do="Recréez le code à partir de l’adresse convenue, et scannez l’épreuve de l’imprimeur avant le tirage.",
        says=(
            ("The code leads to {found}, not to {wanted}", "Le code mène vers {found:term}, et non vers {wanted:term}"),
            ("The code says {scheme}:, not {wanted}:", "Le code indique {scheme}:, et non {wanted}:"),
            (
                "The code has another user name before the host than the agreed address",
                "Le code a devant l’hôte un autre nom d’utilisateur que l’adresse convenue",
            ),
            (
                "The code ends with #{found}, not with #{wanted}",
                "Le code se termine par #{found}, et non par #{wanted}",
            ),
            (
                "The code has the agreed parameters in another order",
                "Le code a les paramètres convenus, dans un autre ordre",
            ),
            (
                "The code's parameters differ from the agreed ones: {differences}",
                "Les paramètres du code diffèrent de ceux qui étaient convenus : {differences:term}",
            ),
        ),
    ),
    "qr/multiple": Rule(
        title="Une page n’a qu’un code à scanner",
        why="Avec deux codes en vue, le téléphone en choisit un, pas toujours le bon ; les gens se demandent lequel "
        "est pour eux.",
        do="Imprimez un seul code, et laissez son adresse mener chaque téléphone à son magasin d’applications ou à sa "
        "page.",
        says=(
            (
                (
                    "Page {page} has {count} with different contents, {mm} mm from each other: a phone sees both, "
                    "and opens either"
                ),
                (
                    "La page {page} a {count:term} de contenus différents, à {mm} mm l’un de l’autre : un "
                    "téléphone voit les deux, et ouvre l’un ou l’autre"
                ),
            ),
            ("Page {page} has {count} with different contents", "La page {page} a {count:term} de contenus différents"),
            (
                "Page {page} has {count} with the same contents, {mm} mm from each other",
                "La page {page} a {count:term} au même contenu, à {mm} mm l’un de l’autre",
            ),
        ),
    ),
    "qr/no-human-url": Rule(
        title="Une adresse web à saisir est imprimée près du code",
        why="Qui ne peut pas scanner, ou a appris à se méfier d’un code sans nom, n’a pas d’autre chemin vers l’offre.",
        do="Imprimez sous le code une adresse courte, en lettres que l’on peut saisir.",
        says=(
            (
                "A web address is printed, but not within 5 cm of the code on page {page}",
                "Une adresse web est imprimée, mais pas à moins de 5 cm du code de la page {page}",
            ),
            (
                "No web address is printed near the code on page {page}, nor anywhere else",
                "Aucune adresse web n’est imprimée près du code de la page {page}, ni ailleurs",
            ),
        ),
    ),
    "qr/payload": Rule(
        title="Le code imprimé contient une seule adresse web, avec https://",
        why="Les téléphones ouvrent une adresse web d’un geste ; de tout le reste, chacun fait autre chose, ou rien du "
        "tout.",
        do="Ne mettez dans le code que l’adresse complète, de https:// à sa dernière lettre.",
        says=(
            (
                "The code opens no web page. A phone that scans it {does}",
                "Le code n’ouvre aucune page web. Un téléphone qui le scanne {does:term}",
            ),
            (
                "The code leads to {host}, which only its own network knows: no customer's phone opens it",
                "Le code mène à {host}, que seul son propre réseau connaît : aucun téléphone de client ne l’ouvre",
            ),
            (
                (
                    "The code's address begins with http://: phones warn of it, and anyone on the way can change "
                    "the page"
                ),
                (
                    "L’adresse du code commence par http:// : les téléphones avertissent, et n’importe qui en "
                    "chemin peut modifier la page"
                ),
            ),
            (
                "The code says {address} without https://: some phones open it, others search the web for it",
                (
                    "Le code indique {address} sans https:// : certains téléphones l’ouvrent, d’autres le "
                    "cherchent sur le web"
                ),
            ),
            (
                "The code holds blanks or line ends around its address: some scanners take them for a part of it",
                (
                    "Le code contient des blancs ou des fins de ligne autour de son adresse : certains lecteurs "
                    "les prennent pour une partie de celle-ci"
                ),
            ),
            (
                "The code holds blanks or line ends within its address: a phone opens a part of it, or nothing",
                (
                    "Le code contient des blancs ou des fins de ligne au milieu de son adresse : un téléphone en "
                    "ouvre une partie, ou rien"
                ),
            ),
            ("The code's address has no host", "L’adresse du code n’a pas d’hôte"),
            (
                "The code begins with {scheme}:, which phones refuse to open",
                "Le code commence par {scheme}:, que les téléphones refusent d’ouvrir",
            ),
            (
                "The code is {part} of a divided message (structured append): phones read each part for itself",
                (
                    "Le code est {part:term} d’un message divisé (structured append) : les téléphones lisent "
                    "chaque partie séparément"
                ),
            ),
            (
                "The code holds {what}: phones read different letters in it",
                "Le code contient {what:term} : les téléphones y lisent des lettres différentes",
            ),
        ),
        also=(
            (
                "Make the code anew with the address that customers will use, before it goes to print.",
                "Recréez le code avec l’adresse que les clients utiliseront, avant l’impression.",
            ),
        ),
    ),
    "qr/quiet-zone": Rule(
        title="Le code imprimé a une marge claire de quatre modules de chaque côté",
        why="Les téléphones trouvent un code grâce au clair qui l’entoure : ce qui est trop près est pris pour une "
        "partie du code, et celui-ci n’est pas vu.",
        do="Laissez quatre modules libres autour du code, sans traits, textes ni images, sur un fond aussi clair que "
        "le sien.",
        says=(
            (
                (
                    "In the photograph, only {n} modules{mm} are free {sides} the code, not {wanted}: look at the "
                    "artwork itself"
                ),
                (
                    "Sur la photo, la marge claire est trop étroite {sides:list} du code : {n:number}{mm:number} "
                    "au lieu de {wanted:term} ; regardez le document lui-même"
                ),
            ),
            (
                (
                    "Only {n} modules{mm} are free {sides} the code, not {wanted}; as it stands, it is not read at "
                    "the first attempt"
                ),
                (
                    "La marge claire est trop étroite {sides:list} du code : {n:number}{mm:number} au lieu de "
                    "{wanted:term} ; en l’état, il n’est pas lu du premier coup"
                ),
            ),
            (
                "Only {n} modules{mm} are free {sides} the code, not {wanted}",
                (
                    "La marge claire est trop étroite {sides:list} du code : {n:number}{mm:number} au lieu de "
                    "{wanted:term}"
                ),
            ),
            (
                "The picture ends at the code's own edge: see that {wanted} modules stay free around it in print",
                (
                    "L’image s’arrête au bord même du code : veillez à ce que {wanted} modules restent libres "
                    "autour à l’impression"
                ),
            ),
            (
                (
                    "The picture ends {n} modules {side} the code: see that {wanted} modules stay free around it "
                    "in print"
                ),
                (
                    "L’image s’arrête à {n:number} modules {side:term} du code : veillez à ce que {wanted} modules "
                    "restent libres autour à l’impression"
                ),
            ),
        ),
    ),
    "qr/robust": Rule(
        title="Le code imprimé se lit aussi de plus loin, flou et incliné",
        why="Personne ne tient un téléphone comme un lecteur de codes : qui doit s’y reprendre à deux fois essaie "
        "rarement une troisième.",
        do="Raccourcissez l’adresse, et imprimez un code simple : modules carrés, sombre sur clair, rien par-dessus.",
        says=(
            (
                "The code on page {page} is read in {count} as phones see it, and not {missed}",
                (
                    "Le code de la page {page}, tel que les téléphones le voient, est lu dans {count:term}, mais "
                    "pas quand il est {missed:list}"
                ),
            ),
        ),
    ),
    "qr/size": Rule(
        title="Le code imprimé est assez grand pour être scanné",
        why="Quand les modules sont trop petits pour l’appareil photo, les gens s’approchent, perdent la netteté, et "
        "reposent le courrier.",
        do="Imprimez le code avec au moins 2 cm de large et un dixième de la distance à laquelle on le scanne, ou "
        "raccourcissez son adresse.",
        says=(
            (
                "A module of the code is {mm} mm wide; phones want at least {least} mm",
                (
                    "Un module du code fait {mm:number} mm de large ; les téléphones demandent au moins "
                    "{least:number} mm"
                ),
            ),
            (
                "The code is {mm} mm wide; {least} mm is the least for a phone in the hand",
                "Le code fait {mm} mm de large ; il en faut au moins {least} mm pour un téléphone tenu à la main",
            ),
            (
                "The code is {mm} mm wide and scanned from {cm} cm; from there {wanted} mm is comfortable",
                "Le code fait {mm} mm de large et se scanne à {cm} cm ; de là, {wanted} mm sont confortables",
            ),
        ),
    ),
    "qr/unreadable": Rule(
        title="Le code imprimé se lit du premier coup",
        why="Un code illisible met fin au parcours avant qu’il ne commence ; un code difficile à lire perd les "
        "impatients.",
        do="Imprimez un QR code simple, sombre sur clair, avec une marge de quatre modules et sans image dans ses "
        "modules.",
        says=(
            (
                "The code on page {page} was read only after {needed}: {because}",
                "Le code de la page {page} n’a été lu qu’après {needed:term} : {because:term}",
            ),
            (
                (
                    "A QR code can be seen in {file} and not read: more of it is damaged, covered or bent than its "
                    "error correction mends"
                ),
                (
                    "Un QR code est visible dans {file} mais illisible : il est plus abîmé, couvert ou déformé que "
                    "sa correction d’erreurs ne peut réparer"
                ),
            ),
            (
                (
                    "What can be scanned in {file} is {kind}: the cameras of most phones open ordinary QR codes "
                    "only, and this is none"
                ),
                (
                    "Ce qui peut être scanné dans {file} est {kind:term} : l’appareil photo de la plupart des "
                    "téléphones n’ouvre que les QR codes ordinaires, et ce n’en est pas un"
                ),
            ),
            ("No QR code can be read in {where}", "Aucun QR code ne peut être lu dans {where:term}"),
        ),
        unseen=(
            (
                (
                    "{n} QR codes can be seen in {file} and not read: more of it is damaged, covered or bent than "
                    "its error correction mends"
                ),
                (
                    "{n} QR codes sont visibles dans {file} mais illisibles : ils sont plus abîmés, couverts ou "
                    "déformés que leur correction d’erreurs ne peut réparer"
                ),
            ),
            (
                (
                    "What can be scanned in {file} is {kinds}: the cameras of most phones open ordinary QR codes "
                    "only, and these are none"
                ),
                (
                    "Ce qui peut être scanné dans {file} est {kinds:list} : l’appareil photo de la plupart des "
                    "téléphones n’ouvre que les QR codes ordinaires, et ce n’en sont pas"
                ),
            ),
        ),
    ),
}
