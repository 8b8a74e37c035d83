"""What the rules about links into the app say in French."""

from parcours.reporting.messages.rules import Rule

TERMS = {
    "{it} (and 1 more)": "{it:term} (et 1 autre)",
    "{it} (and {n} more)": "{it:term} (et {n} autres)",
    "nothing in particular": "un contenu sans type",
    "the app": "l’application",
    "every link": "tous les liens",
    "An entry of “details”": "Une entrée de « details »",
}

_SERVED = (
    (
        "{host} answers with a page of HTML in place of {file}: no link to it opens the app",
        (
            "{host} répond par une page HTML à la place du fichier {file} : aucun lien vers ce site n’ouvre "
            "l’application"
        ),
    ),
    (
        "{host} has no {file} ({status}): no link to it opens the app",
        "{host} n’a pas de fichier {file} ({status}) : aucun lien vers ce site n’ouvre l’application",
    ),
    (
        "{host} redirects {file} ({status}): phones do not follow",
        "{host} redirige le fichier {file} ({status}) : les téléphones ne suivent pas",
    ),
    ("{host} did not answer when asked for {file}", "{host} n’a pas répondu quand on lui a demandé le fichier {file}"),
    (
        "{host} refuses {file} ({status}): perhaps to this test alone, perhaps to phones too",
        "{host} refuse le fichier {file} ({status}) : peut-être à ce seul test, peut-être aussi aux téléphones",
    ),
)

RULES = {
    "links/aasa-cdn": Rule(
        title="Le CDN d’Apple a le fichier d’association tel que le site le sert",
        why="Le fichier est là pour tous ceux qui le cherchent, et aucun iPhone ne le voit jamais : les liens ouvrent "
        "le navigateur, et personne ne sait pourquoi.",
        do="Laissez AASA-Bot/1.0.0 lire /.well-known/apple-app-site-association depuis les adresses d’Apple : ni "
        "règle de pare-feu, ni blocage par pays, ni robots.txt sur son chemin. Attendez ensuite une journée.",
        says=(
            (
                (
                    "{host} serves the association file, and Apple's CDN has no copy of it ({status}): a firewall "
                    "or robots.txt may keep Apple out"
                ),
                (
                    "{host} sert le fichier d’association, mais le CDN d’Apple n’en a pas de copie ({status}) : un "
                    "pare-feu ou un robots.txt écarte peut-être Apple"
                ),
            ),
            (
                "{host} serves the association file, and Apple's CDN has no copy of it ({status}): {why}",
                "{host} sert le fichier d’association, mais le CDN d’Apple n’en a pas de copie ({status}) : {why}",
            ),
            (
                "Apple's CDN holds another file for {host} than the site serves: iPhones do not know of {apps} yet",
                (
                    "Le CDN d’Apple a pour {host} un autre fichier que celui du site : les iPhone ne connaissent "
                    "pas encore {apps}"
                ),
            ),
            (
                "Apple's CDN holds another file for {host} than the site serves: iPhones go by other paths",
                (
                    "Le CDN d’Apple a pour {host} un autre fichier que celui du site : les iPhone suivent d’autres "
                    "chemins"
                ),
            ),
            (
                "Apple's CDN answered with {status} when asked for {host}",
                "Le CDN d’Apple a répondu {status} quand on lui a demandé le fichier de {host}",
            ),
            (
                "Apple's CDN did not answer when asked for {host}",
                "Le CDN d’Apple n’a pas répondu quand on lui a demandé le fichier de {host}",
            ),
            ("What Apple's CDN holds for {host} is no JSON", "Ce que le CDN d’Apple a pour {host} n’est pas du JSON"),
        ),
        unseen=(
            (
                "Apple's CDN holds another file for {host} than the site serves: iPhones still know of {apps}",
                (
                    "Le CDN d’Apple a pour {host} un autre fichier que celui du site : les iPhone connaissent "
                    "encore {apps}"
                ),
            ),
            (
                "Apple's CDN holds another file for {host} than the site serves: the links' part is the same",
                (
                    "Le CDN d’Apple a pour {host} un autre fichier que celui du site : la partie consacrée aux "
                    "liens est la même"
                ),
            ),
        ),
    ),
    "links/aasa-fetch": Rule(
        title="Apple trouve le fichier qui permet aux liens d’ouvrir l’application",
        why="Un client qui a l’application scanne le courrier et arrive dans le navigateur, déconnecté, parce qu’un "
        "seul fichier manque.",
        do="Servez /.well-known/apple-app-site-association sur chaque hôte cité par les liens, avec un code 200, en "
        "JSON et sans redirection.",
        says=(
            *_SERVED,
            (
                "{file} of {host} is served as {mime}, not as application/json",
                "Le fichier {file} de {host} est servi comme {mime:term}, et non comme application/json",
            ),
        ),
    ),
    "links/aasa-match": Rule(
        title="L’application s’ouvre pour l’adresse que les clients scannent",
        why="Les clients qui ont l’application s’attendent à ce que le code du courrier l’ouvre, là où ils sont déjà "
        "connectés.",
        do="Ajoutez un composant pour l’adresse du courrier, au-dessus des exclusions qu’elle ne doit pas rencontrer.",
        says=(
            (
                "{path} does not open {app}: {reason}. Is that meant?",
                "{path} n’ouvre pas {app:term} : {reason:term}. Est-ce voulu ?",
            ),
            (
                "{path} does not open {app}: {reason}. Should it?",
                "{path} n’ouvre pas {app:term} : {reason:term}. Devrait-il l’ouvrir ?",
            ),
            ("{path} does not open {app}: {reason}", "{path} n’ouvre pas {app:term} : {reason:term}"),
            (
                "{host} names no app; {next}, where it redirects, names {app}: the code may open the browser only",
                (
                    "{host} ne nomme aucune application ; {next}, vers où il redirige, nomme {app} : le code "
                    "n’ouvre peut-être que le navigateur"
                ),
            ),
        ),
    ),
    "links/aasa-schema": Rule(
        title="Le fichier d’association d’Apple est bien écrit",
        why="Apple ne prévient personne quand un fichier est inutilisable : l’application ne s’ouvre tout simplement "
        "jamais, et chacun accuse l’autre.",
        do="Nommez l’application par l’identifiant d’équipe, un point et l’identifiant de bundle, et commencez chaque "
        "chemin par une barre oblique ; validez le fichier avant chaque mise en ligne.",
        says=(
            (
                "{file} of {host} is no JSON: no phone can read it",
                "Le fichier {file} de {host} n’est pas du JSON : aucun téléphone ne peut le lire",
            ),
            ("{file} of {host} is empty", "Le fichier {file} de {host} est vide"),
            (
                "{file} is signed, as iOS 8 wanted it: serve plain JSON",
                "Le fichier {file} est signé, comme le voulait iOS 8 : servez du JSON simple",
            ),
            (
                "The file has {bytes} bytes: Apple takes {most} at most",
                "Le fichier fait {bytes:number} octets : Apple en accepte {most:number} au plus",
            ),
            (
                "The file says nothing of links: it has no “applinks”",
                "Le fichier ne dit rien des liens : il n’a pas d’entrée « applinks »",
            ),
            (
                "“applinks” must be an object with “details”{more}",
                "« applinks » doit être un objet qui contient « details »{more:term}",
            ),
            ("“details” must be a list of apps{more}", "« details » doit être une liste d’applications{more:term}"),
            (
                "Everything in “details” must be an object{more}",
                "Tout ce que contient « details » doit être un objet{more:term}",
            ),
            (
                "“details” is empty: no app may open the site's links{more}",
                "« details » est vide : aucune application ne peut ouvrir les liens du site{more:term}",
            ),
            (
                "“apps” of applinks must be an empty list, or absent{more}",
                "« apps » dans applinks doit être une liste vide, ou absente{more:term}",
            ),
            (
                "An entry of “details” names no app: appIDs is missing or empty{more}",
                "Une entrée de « details » ne nomme aucune application : appIDs manque ou est vide{more:term}",
            ),
            (
                "“{id}” is no app id: it is the team's ten characters, a dot and the bundle id{more}",
                (
                    "« {id} » n’est pas un identifiant d’application : il faut les dix caractères de l’équipe, un "
                    "point et l’identifiant de bundle{more:term}"
                ),
            ),
            (
                "{app} has neither components nor paths: does it open any link?{more}",
                "{app:term} n’a ni « components » ni « paths » : un lien peut-il s’ouvrir ?{more:term}",
            ),
            ("“{key}” must be a list{more}", "« {key} » doit être une liste{more:term}"),
            (
                "Every one of “components” must be an object{more}",
                "Chaque élément de « components » doit être un objet{more:term}",
            ),
            ("Every one of “paths” must be text{more}", "Chaque élément de « paths » doit être un texte{more:term}"),
            ("Every pattern must be text: {component}", "Chaque motif doit être un texte : {component:term}"),
            (
                "“{path}” can match no link: paths begin with a slash{more}",
                (
                    "« {path} » ne peut correspondre à aucun lien : les chemins commencent par une barre "
                    "oblique{more:term}"
                ),
            ),
            (
                "“{path}” can match no link: the query is no part of the path; give it to “?”{more}",
                (
                    "« {path} » ne peut correspondre à aucun lien : les paramètres ne font pas partie du chemin ; "
                    "mettez-les dans « ? »{more:term}"
                ),
            ),
            (
                "“{path}” can match no link: what follows # is no part of the path{more}",
                (
                    "« {path} » ne peut correspondre à aucun lien : ce qui suit # ne fait pas partie du "
                    "chemin{more:term}"
                ),
            ),
            (
                (
                    "“{path}” can match no link: links are compared percent-encoded, unless percentEncoded is "
                    "false{more}"
                ),
                (
                    "« {path} » ne peut correspondre à aucun lien : les liens sont comparés encodés avec des "
                    "signes pour cent, sauf si percentEncoded vaut false{more:term}"
                ),
            ),
            (
                "“{path}” excludes nothing: write NOT in capitals, then one blank{more}",
                "« {path} » n’exclut rien : écrivez NOT en capitales, puis une seule espace{more:term}",
            ),
            (
                "“{path}” excludes nothing: a component before it takes every link{more}",
                "« {path} » n’exclut rien : un composant placé avant prend tous les liens{more:term}",
            ),
            (
                "“{path}” excludes nothing: “{first}” before it takes every link{more}",
                "« {path} » n’exclut rien : « {first} », placé avant, prend tous les liens{more:term}",
            ),
            (
                "“{key}” must be true or false, without quotes{more}",
                "« {key} » doit valoir true ou false, sans guillemets{more:term}",
            ),
            (
                "Apple knows no “{key}” in {place}; it knows {known}",
                "Apple ne connaît pas « {key} » dans {place}, mais connaît {known:term}",
            ),
            (
                "“$({name})” stands for nothing: substitutionVariables does not name it{more}",
                "« $({name}) » ne désigne rien : substitutionVariables ne le définit pas{more:term}",
            ),
        ),
    ),
    "links/aasa-selflink": Rule(
        title="Les liens qui promettent l’application mènent à un autre hôte",
        why="Un bouton qui dit « ouvrir dans l’application » et recharge la page fait croire aux clients que leur "
        "application est en panne.",
        do="Donnez au lien qui ouvre l’application un hôte à lui, par exemple app.mybank.example, avec son propre "
        "fichier d’association.",
        says=(
            (
                "“{name}” stays in Safari: a link from a page to its own host ({host}) never opens the app",
                (
                    "« {name} » reste dans Safari : un lien d’une page vers son propre hôte ({host}) n’ouvre "
                    "jamais l’application"
                ),
            ),
        ),
    ),
    "links/assetlinks-dynamic": Rule(
        title="Les règles dynamiques d’Android sont bien écrites et laissent passer l’adresse scannée",
        why="Une seule règle mal placée ferme d’un coup l’application à tous les liens, et seulement sur les "
        "téléphones récents.",
        do="Écrivez d’abord les exclusions, et en dernier une règle pour tout le reste ; gardez chaque règle dans les "
        "limites du manifeste de l’application.",
        says=(
            (
                "{path} does not open {app} on Android 15: {reason}. Is that meant?",
                "{path} n’ouvre pas {app} sur Android 15 : {reason:term}. Est-ce voulu ?",
            ),
            (
                "“relation_extensions” must hold “{relation}”, and that a list “{list}”{more}",
                "« relation_extensions » doit contenir « {relation} », et celui-ci une liste « {list} »{more:term}",
            ),
            ("Every rule must be an object{more}", "Chaque règle doit être un objet{more:term}"),
            (
                "The rules extend a relation that the statement does not have{more}",
                "Les règles complètent une relation que la déclaration n’a pas{more:term}",
            ),
            (
                "“{rule}” excludes nothing: a rule before it takes every link{more}",
                "« {rule} » n’exclut rien : une règle placée avant prend tous les liens{more:term}",
            ),
            (
                "Android knows no “{key}” in a rule; it knows / ? # exclude comments{more}",
                (
                    "Android ne connaît pas « {key} » dans une règle : seuls comptent « / », « ? », « # », "
                    "« exclude » et « comments »{more:term}"
                ),
            ),
            (
                "“exclude” must be true or false, without quotes{more}",
                "« exclude » doit valoir true ou false, sans guillemets{more:term}",
            ),
            (
                '“?” must name the query\'s items: {{"?": {{"id": "*"}}}}{more}',
                "« ? » doit être un objet qui nomme les paramètres un à un{more:term}",
            ),
            (
                "“{path}” can match no link: paths begin with a slash{more}",
                (
                    "« {path} » ne peut correspondre à aucun lien : les chemins commencent par une barre "
                    "oblique{more:term}"
                ),
            ),
        ),
    ),
    "links/assetlinks-fetch": Rule(
        title="Android trouve le fichier qui permet aux liens d’ouvrir l’application",
        why="Android ouvre le navigateur, ou demande quelle application utiliser, quand il ne peut pas vérifier que le "
        "site et l’application vont ensemble.",
        do="Servez /.well-known/assetlinks.json sur chaque hôte cité par les liens, avec un code 200, comme "
        "application/json et sans redirection.",
        says=(
            *_SERVED,
            (
                "{file} of {host} is served as {mime}: Android wants application/json",
                "Le fichier {file} de {host} est servi comme {mime:term} : Android exige application/json",
            ),
        ),
    ),
    "links/assetlinks-schema": Rule(
        title="Le fichier d’association d’Android est bien écrit",
        why="Android ne se fie à aucun fichier presque juste : le lien ouvre le navigateur, et seul un journal du "
        "téléphone dit pourquoi.",
        do="Copiez la déclaration depuis la Play Console, avec l’empreinte de la clé avec laquelle Google signe.",
        says=(
            (
                "{file} of {host} is no JSON: no phone can read it",
                "Le fichier {file} de {host} n’est pas du JSON : aucun téléphone ne peut le lire",
            ),
            (
                "The file must be a list of statements, in square brackets",
                "Le fichier doit être une liste de déclarations, entre crochets",
            ),
            (
                "Everything in the list must be an object{more}",
                "Tout ce que contient la liste doit être un objet{more:term}",
            ),
            (
                "No statement gives an app “{relation}”: no link opens one{more}",
                (
                    "Aucune déclaration n’accorde « {relation} » à une application : aucun lien n’en ouvre "
                    "une{more:term}"
                ),
            ),
            (
                "“relation” must be a list, even of one{more}",
                "« relation » doit être une liste, même d’un seul élément{more:term}",
            ),
            (
                "The namespace must be “android_app”, not “{namespace}”{more}",
                "Le champ namespace doit valoir « android_app », et non « {namespace} »{more:term}",
            ),
            (
                "“{package}” cannot be a package name{more}",
                "« {package} » ne peut pas être un nom de paquet{more:term}",
            ),
            (
                "{package} has no certificate fingerprint in sha256_cert_fingerprints{more}",
                "{package} n’a pas d’empreinte de certificat dans sha256_cert_fingerprints{more:term}",
            ),
            (
                "The fingerprint {print}… must be in capitals{more}",
                "L’empreinte {print}… doit être en capitales{more:term}",
            ),
            (
                "The fingerprint {print}… is SHA-1's: Android wants SHA-256's, 32 pairs{more}",
                "L’empreinte {print}… est en SHA-1 : Android exige SHA-256, soit 32 paires{more:term}",
            ),
            (
                "“{print}” is no fingerprint: 32 pairs of digits and A to F, with colons{more}",
                (
                    "« {print} » n’est pas une empreinte : il faut 32 paires de chiffres et de lettres de A à F, "
                    "séparées par des deux-points{more:term}"
                ),
            ),
            ("“{said}” is not “{relation}”{more}", "« {said} » n’est pas « {relation} »{more:term}"),
        ),
        unseen=(
            ("{file} of {host} is empty", "Le fichier {file} de {host} est vide"),
            (
                "{file} is signed, as iOS 8 wanted it: serve plain JSON",
                "Le fichier {file} est signé, comme le voulait iOS 8 : servez du JSON simple",
            ),
        ),
    ),
    "links/intent": Rule(
        title="Les liens intent nomment l’application, et une page pour ceux qui ne l’ont pas",
        why="Qui n’a pas l’application touche un tel lien et il ne se passe rien du tout, pas même une erreur.",
        do="Nommez scheme et package, et ajoutez S.browser_fallback_url avec une adresse https, encodée avec des "
        "signes pour cent.",
        says=(
            (
                "“{name}” is an intent link: an iPhone knows none, a tap does nothing",
                "« {name} » est un lien intent : un iPhone n’en connaît pas, le toucher ne fait rien",
            ),
            (
                "The link has no “#Intent;” part: Chrome ignores it",
                "Le lien n’a pas de partie #Intent : Chrome l’ignore",
            ),
            (
                "The link does not close with “;end”: Chrome ignores it",
                "Le lien ne se termine pas par « ;end » : Chrome l’ignore",
            ),
            (
                "The link has no “scheme=”: the app is asked for an address that none knows",
                "Le lien n’a pas de « scheme= » : on demande à l’application une adresse que personne ne connaît",
            ),
            ("“{package}” cannot be an Android package", "« {package} » ne peut pas être un paquet Android"),
            (
                "The link names neither a package nor a fallback address: without the app a tap does nothing",
                "Le lien ne nomme ni paquet ni adresse de repli : sans l’application, le toucher ne fait rien",
            ),
            (
                "The fallback “{address}” is no web address: Chrome ignores it",
                "L’adresse de repli « {address} » n’est pas une adresse web : Chrome l’ignore",
            ),
            ("The fallback address goes over http", "L’adresse de repli passe par http"),
            (
                "The link names no package: Android may ask which app to use",
                "Le lien ne nomme pas de paquet : Android peut demander quelle application utiliser",
            ),
        ),
    ),
    "links/scheme-only": Rule(
        title="Les liens vers l’application mènent quelque part sans elle aussi",
        why="Sans l’application, un iPhone répond à un tel lien par une erreur, un Android par rien : les clients "
        "restent bloqués.",
        do="Utilisez une adresse https que l’application revendique (un universal link, un App Link) : sans "
        "l’application, elle ouvre la page.",
        says=(
            (
                "“{name}” opens {scheme}: only, which leads nowhere without the app; a script may catch that",
                (
                    "« {name} » n’ouvre que {scheme}:, qui ne mène nulle part sans l’application ; un script le "
                    "rattrape peut-être"
                ),
            ),
            (
                (
                    "“{name}” opens {scheme}: only, which leads nowhere without the app; the store's link is "
                    "elsewhere on the page"
                ),
                (
                    "« {name} » n’ouvre que {scheme}:, qui ne mène nulle part sans l’application ; le lien vers le "
                    "magasin est ailleurs sur la page"
                ),
            ),
            (
                "“{name}” opens {scheme}: only, which leads nowhere without the app",
                "« {name} » n’ouvre que {scheme}:, qui ne mène nulle part sans l’application",
            ),
        ),
        unseen=(
            (
                (
                    "A script opens {scheme}: as the page loads; the store may follow, and did not while the page "
                    "was watched"
                ),
                (
                    "Un script ouvre {scheme}: au chargement de la page ; le magasin suit peut-être, mais ne l’a "
                    "pas fait pendant l’observation"
                ),
            ),
            (
                "A script opens {scheme}: as the page loads: without the app that is an error or nothing",
                "Un script ouvre {scheme}: au chargement de la page : sans l’application, c’est une erreur ou rien",
            ),
        ),
    ),
}
