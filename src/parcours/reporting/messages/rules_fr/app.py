"""What the rules about the way to the app say in French."""

from parcours.reporting.messages.rules import Rule

RULES = {
    "app/banner-aasa": Rule(
        title="Les pages qui portent le bandeau d’Apple sont ouvertes à l’application",
        why="Il est arrivé que des iPhone cachent le bandeau aux clients qui ont l’application, là où le fichier ne "
        "couvre pas la page.",
        do="Ajoutez le chemin de la page aux components du fichier d’association, ou retirez-en le bandeau.",
        says=(
            (
                "{path} has the banner, and the association file does not cover it: {reason}",
                "{path} porte le bandeau, et le fichier d’association ne couvre pas cette page : {reason:term}",
            ),
        ),
    ),
    "app/banner-argument": Rule(
        title="Le bandeau d’Apple ouvre l’application à l’endroit même de la page",
        why="Un client devant une offre qui passe à l’application s’attend à y retrouver l’offre, pas un écran "
        "d’accueil d’où chercher.",
        do="Donnez à la balise de chaque page un app-argument qui porte l’adresse de cette page.",
        says=(
            (
                "The banner opens the app at its start, not at {here}: app-argument is missing",
                "Le bandeau ouvre l’application à son accueil, et non à {here} : app-argument manque",
            ),
            (
                "The banner hands the app an address of {host}, from a page of {own}",
                "Le bandeau transmet à l’application une adresse de {host}, depuis une page de {own}",
            ),
            (
                "The banner opens the app at the home page, not at {here}",
                "Le bandeau ouvre l’application à la page d’accueil, et non à {here}",
            ),
            (
                "The banner opens the app at {there}, and the page is {here}",
                "Le bandeau ouvre l’application à {there}, alors que la page est {here}",
            ),
        ),
    ),
    "app/banner-double": Rule(
        title="L’application est proposée par un bandeau, pas par deux",
        why="Deux bandeaux pour une même application prennent un tiers du premier écran, et font l’effet d’une "
        "erreur ; c’en est une.",
        do="N’affichez le bandeau du script que sur Android et dans les autres navigateurs, et laissez Safari à la "
        "balise d’Apple.",
        says=(
            (
                "A banner of {library}, {n} px high, stands below the one that Safari shows for app {app}",
                "Un bandeau de {library}, haut de {n} px, se place sous celui que Safari affiche pour l’application "
                "{app}",
            ),
        ),
    ),
    "app/banner-late": Rule(
        title="La balise du bandeau d’Apple est là dès le début",
        why="Safari cherche la balise à l’arrivée de la page : ajoutée plus tard par un script, elle reste souvent "
        "sans effet.",
        do="Mettez la balise apple-itunes-app dans le HTML envoyé par le serveur, et n’y touchez plus par script.",
        says=(
            (
                "A script adds the banner tag “{tag}”: Safari has mostly looked by then",
                "Un script ajoute la balise « {tag} » : le plus souvent, Safari a déjà regardé",
            ),
            (
                "A script changes the banner tag from “{before}” to “{after}”: which one does Safari use?",
                "Un script change la balise du bandeau de « {before} » en « {after} » : laquelle Safari retient-il ?",
            ),
        ),
    ),
    "app/banner-missing": Rule(
        title="Safari sait quelle application proposer",
        why="Le bandeau de Safari est le seul chemin vers l’application qui ne coûte rien : il l’ouvre, ou la montre "
        "dans l’App Store.",
        do="Ajoutez la balise apple-itunes-app, avec le numéro de l’application, à l’en-tête envoyé par le serveur.",
        says=(
            (
                "The page has no apple-itunes-app tag, so Safari cannot offer the app (id {id})",
                "La page n’a pas de balise apple-itunes-app : Safari ne peut pas proposer l’application (id {id})",
            ),
            (
                "The page has no apple-itunes-app tag, so Safari cannot offer the app",
                "La page n’a pas de balise apple-itunes-app : Safari ne peut pas proposer l’application",
            ),
        ),
    ),
    "app/banner-script-library": Rule(
        title="Le bandeau du script s’affiche, et se ferme facilement",
        why="Un bandeau qui ne veut pas partir recouvre ce que le client est venu chercher, sur chaque page, à chaque "
        "visite.",
        do="Donnez au bandeau un bouton de fermeture d’au moins 44 px sur 44, et retenez qu’il a été fermé.",
        says=(
            (
                "The page asks for a banner by smartbanner.js, and none is shown: is the library loaded?",
                "La page demande un bandeau à smartbanner.js, et aucun ne s’affiche : la bibliothèque est-elle "
                "chargée ?",
            ),
            (
                "The banner of {library} has nothing that is called “close”",
                "Dans le bandeau de {library}, rien ne porte le nom de « fermer »",
            ),
            (
                "The banner of {library} is closed by {width} by {height} px: {least} by {_least} are needed",
                "Le bandeau de {library} se ferme par un bouton de {width} px sur {height} : il en faut {least} sur "
                "{least}",
            ),
        ),
    ),
    "app/banner-syntax": Rule(
        title="La balise du bandeau d’Apple est bien écrite",
        why="Quand Safari ne sait pas lire la balise, il n’affiche aucun bandeau et ne prévient personne : "
        "l’application reste invisible pendant des années.",
        do="Écrivez des paires séparées par des virgules, avec le seul numéro de l’App Store comme app-id.",
        says=(
            (
                "The pairs of “{tag}” must be parted by commas, and by nothing else",
                "Les paires de « {tag} » doivent être séparées par des virgules, et par rien d’autre",
            ),
            (
                "app-id is not in lower case: Safari may not know it",
                "app-id n’est pas en minuscules : Safari peut ne pas le reconnaître",
            ),
            (
                "The tag names an App Clip and no app-id: older iPhones show nothing",
                "La balise nomme un extrait d’app (App Clip) sans app-id : les iPhone plus anciens n’affichent rien",
            ),
            ("The tag names no app: app-id is missing", "La balise ne nomme aucune application : app-id manque"),
            ("app-id is empty", "app-id est vide"),
            (
                "app-id must be the App Store's number, six to twelve digits: “{id}” is {what}",
                "app-id doit être le numéro de l’App Store, de six à douze chiffres : « {id} » {what:term}",
            ),
            (
                "app-argument must be an address for the app to open: it is empty",
                "app-argument doit être une adresse à ouvrir dans l’application : il est vide",
            ),
            (
                "app-argument must be an address for the app to open: “{value}” is not a whole address",
                "app-argument doit être une adresse à ouvrir dans l’application : « {value} » n’est pas une adresse "
                "complète",
            ),
            (
                "app-clip-display can only be “card”, not “{value}”",
                "app-clip-display ne peut valoir que « card », et non « {value} »",
            ),
            (
                "A comma in app-argument cuts it before “{key}”: write %2C",
                "Une virgule dans app-argument le coupe avant « {key} » : écrivez %2C",
            ),
            ("Safari knows no “{key}”; it knows {keys}", "Safari ne connaît pas « {key} » ; il connaît {keys}"),
            (
                "{n} banner tags name different apps ({ids}): one of them is lost",
                "{n} balises de bandeau nomment des applications différentes ({ids}) : l’une d’elles est perdue",
            ),
        ),
    ),
    "app/id-conflict": Rule(
        title="Tout désigne la même application",
        why="Les clients sont menés vers une ancienne application, une version d’essai ou celle d’un inconnu, selon "
        "l’endroit qu’ils touchent.",
        do="Écrivez le même numéro d’App Store, et le même package Android, dans chaque balise, lien et fichier.",
        says=(
            (
                "{one} names the app {id}, {other} {otherid}. Is that meant?",
                "{one:term} : application {id} ; {other:term} : {otherid}. Est-ce voulu ?",
            ),
            (
                "{one} names the app {id}, {other} {otherid}",
                "{one:term} : application {id} ; {other:term} : {otherid}",
            ),
        ),
    ),
    "app/interstitial": Rule(
        title="L’application est proposée à côté de la page, pas à sa place",
        why="Un client qui voulait une page n’installe pas une application pour la lire ; les pages qui insistent sont "
        "quittées.",
        do="Remplacez l’offre en plein écran par le bandeau d’Apple, ou par un petit bandeau qui se ferme.",
        says=(
            (
                "An offer of the app (“{title}”) lies over {share} of what a visitor sees first",
                "Une offre de l’application (« {title} ») recouvre {share:number} de ce que le visiteur voit d’abord",
            ),
        ),
    ),
    "app/link-metadata": Rule(
        title="Les balises qui ouvrent l’application depuis d’autres applications sont complètes",
        why="Un lien partagé par un ami s’ouvre dans l’application, ou dans le navigateur d’une autre application, par "
        "ces seules balises.",
        do="Donnez à App Links une adresse et un nom pour chaque plateforme, et à la carte de X l’id de l’application.",
        says=(
            (
                "{own} is there without {needed}, which App Links needs",
                "{own} est là sans {needed}, dont App Links a besoin",
            ),
            (
                "X's tags for the app have no twitter:app:id:{card}",
                "Parmi les balises de X pour l’application, il manque twitter:app:id:{card}",
            ),
            (
                "{name} must be a whole address: “{value}” is none",
                "{name} doit être une adresse complète : « {value} » n’en est pas une",
            ),
            (
                "The app is called “{one}” here and “{other}” there",
                "L’application s’appelle « {one} » ici et « {other} » là",
            ),
            (
                "{name} must be the App Store's number, not “{value}”",
                "{name} doit être le numéro de l’App Store, et non « {value} »",
            ),
            ("{name} must be a package, not “{value}”", "{name} doit être un package, et non « {value} »"),
        ),
    ),
    "app/manifest": Rule(
        title="Le manifeste de l’application web est là, et complet",
        why="Avec un manifeste en ordre, Android propose de garder le site sur l’écran d’accueil, à un geste ; sans "
        "lui, jamais.",
        do="Servez le manifeste en JSON avec name, start_url, display et des icônes de 192 et 512 px, ou retirez le "
        "lien.",
        says=(
            ("The manifest {path} is a page of HTML", "Le manifeste {path} est une page HTML"),
            ("The manifest {path} is no JSON object", "Le manifeste {path} n’est pas un objet JSON"),
            (
                "The manifest {path} that the page links is not there ({status})",
                "Le manifeste {path} que la page indique n’existe pas ({status})",
            ),
            ("The manifest {path} answers with {status}", "Le manifeste {path} répond par {status}"),
            ("The manifest {path} does not answer", "Le manifeste {path} ne répond pas"),
            ("The manifest has neither name nor short_name", "Le manifeste n’a ni name ni short_name"),
            ("The manifest has no start_url", "Le manifeste n’a pas de start_url"),
            (
                "start_url “{start}” is not of the page's own host: browsers ignore it",
                "start_url « {start} » n’est pas sur l’hôte de la page : les navigateurs l’ignorent",
            ),
            (
                "start_url “{start}” lies outside of the scope “{scope}”",
                "start_url « {start} » se trouve hors du scope « {scope} »",
            ),
            (
                "display “{display}” is no mode: browsers take “browser”",
                "display « {display} » n’est pas un mode : les navigateurs prennent « browser »",
            ),
            (
                "The manifest asks for no window of its own (display): Android offers no installing",
                "Le manifeste ne demande pas de fenêtre propre (display) : Android ne propose pas l’installation",
            ),
            (
                "The manifest needs an icon of {least} px at least: the largest has {largest} px",
                "Il faut au manifeste une icône d’au moins {least} px : la plus grande en a {largest}",
            ),
            (
                "The manifest needs an icon of {least} px at least: there is none",
                "Il faut au manifeste une icône d’au moins {least} px : il n’y en a aucune",
            ),
            (
                "The manifest has no icon of {large} px: the screen while the app starts is blurred",
                "Le manifeste n’a pas d’icône de {large} px : l’écran de démarrage de l’application sera flou",
            ),
        ),
    ),
    "app/related": Rule(
        title="Le manifeste nomme les applications de façon que les téléphones puissent les proposer",
        why="Chrome propose l’application de lui-même quand le manifeste la nomme bien, et se tait pour toujours "
        "sinon.",
        do="Nommez l’application du Play Store par son package, et ne la préférez que là où elle sert mieux que le "
        "site.",
        says=(
            ("related_applications must be a list", "related_applications doit être une liste"),
            (
                "{name} must be true or false, without quotes",
                "{name} doit valoir true ou false, sans guillemets",
            ),
            (
                "Everything in related_applications must be an object",
                "Tout ce que contient related_applications doit être un objet",
            ),
            (
                "“{platform}” is no platform that browsers know: they know {known}",
                "« {platform} » n’est pas une plateforme connue des navigateurs ; ils connaissent {known}",
            ),
            (
                "The app for “play” has no id: Chrome wants the package",
                "L’application pour « play » n’a pas d’id : Chrome attend le package",
            ),
            (
                "The app for “{platform}” has neither id nor url",
                "L’application pour « {platform} » n’a ni id ni url",
            ),
            ("“{url}” does not lead to the App Store", "« {url} » ne mène pas à l’App Store"),
            ("“{url}” does not lead to Google Play", "« {url} » ne mène pas à Google Play"),
            (
                "“{id}” cannot be the package of an app for “play”",
                "« {id} » ne peut pas être le package d’une application pour « play »",
            ),
            ("The id is {id}, and the url leads to {other}", "L’id est {id}, et l’url mène à {other}"),
            (
                "{name} is true, and no app for “play” is named: Chrome offers neither the app nor the site",
                "{name} vaut true, et aucune application pour « play » n’est nommée : Chrome ne propose ni "
                "l’application ni le site",
            ),
            (
                "The manifest describes an installable site and prefers the app: Chrome will not offer the site. Is "
                "that meant?",
                "Le manifeste décrit un site installable et lui préfère l’application : Chrome ne proposera pas le "
                "site. Est-ce voulu ?",
            ),
        ),
    ),
    "app/store-dead": Rule(
        title="L’application est dans le magasin du client",
        why="Le client veut votre application, touche le badge, et lit qu’elle n’est pas disponible. Il n’y a rien "
        "d’autre à toucher.",
        do="Écrivez le numéro ou le package de l’application qui est en magasin aujourd’hui, dans chaque lien, bandeau "
        "et fichier ; ou remettez-la en ligne, dans le pays du client.",
        says=(
            (
                "Whether the app {id} ({sources}) is there is not known: {store} {why}",
                "On ne sait pas si l’application {id} ({sources:list}) s’y trouve : {store:term} {why:term}",
            ),
            (
                "{store} of {countries} does not have the app {id} ({sources}); that of {found} has",
                "L’application {id} ({sources:list}) n’est pas dans {store:term}, {countries:list} ; elle y est pour "
                "{found}",
            ),
            (
                "{store} of {countries} does not have the app {id} ({sources}); that of {found} has. Are these its "
                "customers?",
                "L’application {id} ({sources:list}) n’est pas dans {store:term}, {countries:list} ; elle y est pour "
                "{found}. Est-ce bien là sa clientèle ?",
            ),
            (
                "{store} of {countries} does not have the app {id} ({sources})",
                "L’application {id} ({sources:list}) n’est pas dans {store:term}, {countries:list}",
            ),
            (
                "{store} of {countries} does not have the app {id} ({sources}). Is it for another country?",
                "L’application {id} ({sources:list}) n’est pas dans {store:term}, {countries:list}. Est-elle destinée "
                "à un autre pays ?",
            ),
            (
                "{store}, as it shows itself where this test ran does not have the app {id} ({sources})",
                "L’application {id} ({sources:list}) n’est pas dans {store:term}, tel qu’il se montre depuis le lieu "
                "de ce test",
            ),
        ),
        unseen=(
            (
                "{store}, as it shows itself where this test ran does not have the app {id} ({sources}). Is it for "
                "another country?",
                "L’application {id} ({sources:list}) n’est pas dans {store:term}, tel qu’il se montre depuis le lieu "
                "de ce test. Est-elle destinée à un autre pays ?",
            ),
        ),
    ),
    "app/store-link": Rule(
        title="Les liens vers les magasins ouvrent celui de ce téléphone, sur l’application",
        why="Un client qui veut l’application et se retrouve dans le mauvais magasin, ou devant sa vitrine, n’essaie "
        "pas deux fois.",
        do="Menez les iPhone à https://apps.apple.com/app/id… et les Android à "
        "https://play.google.com/store/apps/details?id=….",
        says=(
            (
                "The link to {service} goes over http: anyone on the way can turn it elsewhere",
                "Le lien vers {service} passe par http : n’importe qui, en chemin, peut le détourner",
            ),
            (
                "The link to {service} uses {scheme}: opens nothing in other browsers and in-app views; https does "
                "everywhere",
                "Le lien vers {service} utilise {scheme}:, qui n’ouvre rien dans les autres navigateurs ni dans les "
                "applications ; https fonctionne partout",
            ),
            (
                "{phone} customers are shown {service} and no store of their own, although their app exists (id {id})",
                "Les clients {phone} ne voient que {service}, sans leur propre magasin, alors que leur application "
                "existe (id {id})",
            ),
            (
                "{phone} customers are shown {service} and no store of their own: is there an app for {phone}?",
                "Les clients {phone} ne voient que {service}, sans leur propre magasin : existe-t-il une application "
                "pour {phone} ?",
            ),
            (
                "The link opens {service} without naming an app",
                "Le lien ouvre {service} sans nommer d’application",
            ),
            (
                "“{id}” cannot be an app on Google Play",
                "« {id} » ne peut pas être une application de Google Play",
            ),
            (
                "“{id}” cannot be an app's number in the App Store",
                "« {id} » ne peut pas être le numéro d’une application de l’App Store",
            ),
            (
                "The link opens the App Store of “{country}” from a page in “{lang}”: leave the country out",
                "Le lien ouvre l’App Store de « {country} » depuis une page en « {lang} » : omettez le pays",
            ),
        ),
        unseen=(
            (
                "{phone} customers are shown {service} and no store of their own, although their app exists",
                "Les clients {phone} ne voient que {service}, sans leur propre magasin, alors que leur application "
                "existe",
            ),
        ),
    ),
    "app/undiscoverable": Rule(
        title="La page d’arrivée mène à l’application",
        why="Des clients qui utiliseraient volontiers l’application n’en entendent jamais parler : le courrier et la "
        "page sont payés, l’application reste fermée.",
        do="Ajoutez la balise du bandeau d’Apple à l’en-tête et, sur la page d’arrivée, un lien visible vers chaque "
        "magasin.",
        says=(
            (
                "An {phone} app exists ({named}); its banner is added by a script, and Safari may not show it",
                "Une application {phone} existe ({named:term}) ; son bandeau est ajouté par un script, et Safari peut "
                "ne pas l’afficher",
            ),
            (
                "An {phone} app exists ({named}); “{said}” may lead to it, but not to {store} at once",
                "Une application {phone} existe ({named:term}) ; « {said} » y mène peut-être, mais pas directement à "
                "{store:term}",
            ),
            (
                "An {phone} app exists ({named}), but the landing page offers {other} to {who} customers, and no "
                "{store} link",
                "Une application {phone} existe ({named:term}), mais la page d’arrivée propose {other} aux clients "
                "{who}, sans lien vers {store:term}",
            ),
            (
                "An {phone} app exists ({named}), but nothing on the landing page leads to it: no banner, no {store} "
                "link",
                "Une application {phone} existe ({named:term}), mais rien sur la page d’arrivée n’y mène : ni bandeau, "
                "ni lien vers {store:term}",
            ),
        ),
    ),
}

TERMS = {
    "a number with “id” before it": "porte « id » devant le numéro",
    "a bundle id": "est un bundle id",
    "an address": "est une adresse",
    "not one": "n’en est pas un",
    "The scenario": "Le scénario",
    "The banner tag": "La balise du bandeau",
    "The tag {name}": "La balise {name}",
    "The web app manifest": "Le manifeste de l’application web",
    "The store link": "Le lien vers le magasin",
    "the App Store": "l’App Store",
    "The App Store": "l’App Store",
    "App Store": "l’App Store",
    "did not answer": "n’a pas répondu",
    "asks to be left alone for now (429)": "demande qu’on le laisse tranquille pour l’instant (429)",
    "answered with {status}": "a répondu par {status}",
    "was not asked any more": "n’a plus été interrogé",
    "says {source}": "d’après {source:term}",
}
