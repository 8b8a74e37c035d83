"""Why a page did not come or could not be judged, and what of it was not looked at, in French."""

SENTENCES = {
    # the site does not answer
    "the host name does not exist or cannot be resolved": "ce nom de domaine n’existe pas, ou ne peut être résolu",
    "the host name {host} does not exist": "le nom de domaine {host} n’existe pas",
    "nothing answers at that address (connection refused)": "rien ne répond à cette adresse (connexion refusée)",
    "nothing answers at {place} (connection refused)": "rien ne répond à {place} (connexion refusée)",
    "the site cut the connection": "le site a coupé la connexion",
    "the site closed the connection without an answer": "le site a fermé la connexion sans répondre",
    "the site cannot be reached": "le site est injoignable",
    "no connection to {place} comes about": "aucune connexion à {place} ne s’établit",
    "the site's certificate has expired": "le certificat du site a expiré",
    "the site's certificate is another host's": "le certificat du site est celui d’un autre domaine",
    "the site has no certificate that a phone would trust": "le site n’a pas de certificat auquel un téléphone se "
    "fierait",
    "the address redirects for ever": "l’adresse redirige sans fin",
    "a redirect leads to an address that is none": "une redirection mène à une adresse qui n’en est pas une",
    "browsers refuse this port or scheme": "les navigateurs refusent ce port ou ce protocole",
    "this machine has no network": "cette machine n’a pas de réseau",
    "this machine has no network: connect it, and run the journey again": "cette machine n’a pas de réseau : "
    "connectez-la, puis relancez le parcours",
    "this machine's name server does not say where {host} is: look whether it works at all": "le serveur de noms de "
    "cette machine ne dit pas où se trouve {host} : vérifiez qu’il fonctionne",
    "the site's answer is not valid HTTP": "la réponse du site n’est pas du HTTP valable",
    "the address is a download, not a page": "l’adresse est un téléchargement, pas une page",
    "the site did not answer in time": "le site n’a pas répondu à temps",
    "the page did not load": "la page ne s’est pas chargée",
    "the page brought its renderer down": "la page a fait planter le navigateur",
    "the address is a PDF, which phones show as a sheet of paper: there is no page to judge": "l’adresse est un PDF, "
    "que les téléphones montrent comme une feuille de papier : il n’y a pas de page à juger",
    "the page breaks off in the middle: its server promised more than it sent": "la page s’interrompt en plein "
    "milieu : "
    "son serveur a annoncé plus qu’il n’a envoyé",
    "the page breaks off in the middle ({error})": "la page s’interrompt en plein milieu ({error})",
    "the page is too large for any phone: it was stopped after {n} MB of HTML without an end": "la page est trop "
    "lourde "
    "pour tout téléphone : elle a été arrêtée après {n:number} Mo de HTML sans fin",
    "the page leads back to itself again and again: {url}": "la page ramène sans cesse à elle-même : {url}",
    "the page took {n} MB of memory, more than any phone has for it, and was ended": "la page a pris {n:number} Mo de "
    "mémoire, plus qu’aucun téléphone n’en a pour elle, et a été interrompue",
    "the page wrote {n} MB to the disk, more than any phone lets it, and was ended": "la page a écrit {n:number} Mo "
    "sur "
    "le disque, plus qu’aucun téléphone ne le permet, et a été interrompue",
    "the address shows nothing: it answers {status}, which comes without a page": "l’adresse ne montre rien : elle "
    "répond {status}, sans aucune page",
    "the address redirects to {location}, which no phone follows": "l’adresse redirige vers {location}, où aucun "
    "téléphone ne va",
    "the address is a file ({mime}), not a page: link to a page that shows it": "l’adresse est un fichier ({mime}), "
    "pas "
    "une page : faites mener le lien à une page qui le montre",
    "the page closed itself, or the browser went away": "la page s’est fermée, ou le navigateur a disparu",
    "the address answers with an error ({status})": "l’adresse répond par une erreur ({status})",
    "something stands before the site: {sign}": "quelque chose barre l’accès au site : {sign:term}",
    # the page does not answer
    "the page does not answer any more ({what} did not answer within {n} s): one of its scripts never ends": "la page "
    "ne répond plus (sans réponse après {n:number} s : {what}) : un de ses scripts ne s’arrête jamais",
    "the page does not answer any more (the journey took more than {n} s): one of its scripts never ends": "la page ne "
    "répond plus (le parcours a pris plus de {n:number} s) : un de ses scripts ne s’arrête jamais",
    "the page does not answer any more ({why}): one of its scripts never ends": "la page ne répond plus ({why}) : un "
    "de "
    "ses scripts ne s’arrête jamais",
    "looking at the page takes longer than it may, though it answers": "regarder la page prend plus de temps que "
    "prévu, "
    "bien qu’elle réponde",
    "the journey took more than {n} s, though the page answers: look for what it waits for": "le parcours a pris "
    "plus de "
    "{n:number} s, bien que la page réponde : cherchez ce qu’elle attend",
    "the browser does not answer ({why})": "le navigateur ne répond pas ({why})",
    "the browser went away in the middle of the journey: run it again": "le navigateur a disparu au milieu du "
    "parcours : "
    "relancez-le",
    "the page went away while it was looked at": "la page a disparu pendant qu’on la regardait",
    "the journey left the browser before any page could be looked at": "le parcours a quitté le navigateur avant "
    "qu’une page ait pu être regardée",
    # parcours' own bounds
    "the journey took more than {n} s": "le parcours a pris plus de {n:number} s",
    "the journey took more than {n} s, and was ended": "le parcours a pris plus de {n:number} s, et a été interrompu",
    "the journey took more than {n} MB, and was cut off": "le parcours a chargé plus de {n:number} Mo, et a été "
    "interrompu",
    "the process that drove the browser went away: {words}": "le processus qui pilotait le navigateur a disparu : "
    "{words}",
    "the process that drove the browser went away": "le processus qui pilotait le navigateur a disparu",
    "the worker process does not start: {words}": "le processus de travail ne démarre pas : {words:term}",
    "{host} is asked by the browser itself": "{host} est appelé par le navigateur lui-même",
    "{host} is a private address ({address}): declare it under `sites:` or `allow-private:`, or use --allow-private, "
    "if it may be reached": "{host} est une adresse privée ({address}) : si elle peut être jointe, déclarez-la sous "
    "`sites:` ou `allow-private:`, ou employez --allow-private",
    "{host} is a private address: it was not asked": "{host} est une adresse privée : elle n’a pas été appelée",
    "its result.json is gone": "son fichier result.json a disparu",
    "its result.json cannot be read: {why}": "son fichier result.json ne peut pas être lu : {why}",
    # what was not looked at
    "the page was not loaded whole: a file of it is larger than {n} MB": "la page n’a pas été chargée en entier : un "
    "de ses fichiers dépasse {n:number} Mo",
    "only the first {n} frames were looked at": "seuls les {n:number} premiers cadres ont été examinés",
    "only the first {n} elements were looked at": "seuls les {n:number} premiers éléments ont été examinés",
    "the frame {url} could not be looked into": "le cadre {url} n’a pas pu être examiné",
    "axe-core could not look at the page": "axe-core n’a pas pu examiner la page",
    "what 1 advertisement was showing was not judged: it is another with every visit": "ce qu’affichait 1 publicité "
    "n’a pas été jugé : elle change à chaque visite",
    "what {n} advertisements were showing was not judged: it is another with every visit": "ce qu’affichaient "
    "{n:number} publicités n’a pas été jugé : elles changent à chaque visite",
    "the page was not tried out {how}: {why}": "la page n’a pas été essayée {how:term} : {why:term}",
    "the page does not come back as it was: {n} px wide after a look at {width} px, {before} px before": "la page ne "
    "revient pas comme elle était : large de {n:number} px après un essai à {width:number} px, de {before:number} px "
    "avant",
    "the page does not come back as it was: {why}": "la page ne revient pas comme elle était : {why}",
    "the mail could not be drawn: {why}": "l’e-mail n’a pas pu être dessiné : {why:term}",
    "{phone} was emulated in {used}: {wanted}, its own engine, is not installed here.": "{phone} a été émulé dans "
    "{used} : {wanted}, son propre moteur, n’est pas installé ici.",
    "No Playwright trace was kept: it would hold the journey's secrets.": "Aucune trace Playwright n’a été gardée : "
    "elle contiendrait les secrets du parcours.",
    "{engine} cannot be slowed down as Chromium can: times are those of the machine that tested.": "{engine} ne peut "
    "être ralenti comme Chromium : les temps sont ceux de la machine qui a testé.",
    "1 finding was gone when the page was looked at again: shown as unstable, counted for nothing unless strict.": "1 "
    "constat avait disparu quand la page a été regardée à nouveau : il est montré comme instable, et ne compte pas, "
    "sauf en mode strict.",
    "{n} findings were gone when the page was looked at again: shown as unstable, counted for "
    "nothing unless strict.": "{n} constats avaient disparu quand la page a été regardée à nouveau : ils sont montrés "
    "comme instables, et ne comptent pas, sauf en mode strict.",
    "Walked by a browser elsewhere that parcours' proxy cannot be put before: what was loaded is not weighed, and "
    "private addresses were not kept out.": "Parcouru par un navigateur distant que le proxy de parcours ne peut "
    "précéder : ce qui a été chargé n’est pas pesé, et les adresses privées n’étaient pas exclues.",
    "`sites:` takes parcours' own proxy, and the browser elsewhere cannot reach it": "`sites:` demande le proxy de "
    "parcours, que le navigateur distant ne peut atteindre",
    "Kept from counting this visit: {services}.": "Empêchés de compter cette visite : {services}.",
    "{service} is kept from counting this visit": "{service} n’a pas le droit de compter cette visite",
    # why a rule came to nothing
    "not for ios": "pas pour l’iPhone",
    "not for android": "pas pour Android",
    "an error page ({status})": "une page d’erreur ({status})",
    "a wall before the site: {sign}": "un barrage devant le site : {sign:term}",
    # limits
    "{n} s to the first page, where {most} s are allowed": "{n:number} s jusqu’à la première page, pour "
    "{most:number} s permises",
    "{n} MB, where {most} MB are allowed": "{n:number} Mo, pour {most:number} Mo permis",
    "1 tap, where {most} are allowed": "1 geste, pour {most:number} au plus",
    "{n} taps, where 1 is allowed": "{n:number} gestes, pour 1 au plus",
    "{n} taps, where {most} are allowed": "{n:number} gestes, pour {most:number} au plus",
    "1 character typed, where {most} are allowed": "1 caractère à taper, pour {most:number} au plus",
    "{n} characters typed, where 1 is allowed": "{n:number} caractères à taper, pour 1 au plus",
    "{n} characters typed, where {most} are allowed": "{n:number} caractères à taper, pour {most:number} au plus",
    "1 redirect, where {most} are allowed": "1 redirection, pour {most:number} au plus",
    "{n} redirects, where 1 is allowed": "{n:number} redirections, pour 1 au plus",
    "{n} redirects, where {most} are allowed": "{n:number} redirections, pour {most:number} au plus",
    "{n} screens scrolled, where 1 is allowed": "{n:number} écrans à faire défiler, pour 1 au plus",
    "{n} screens scrolled, where {most} are allowed": "{n:number} écrans à faire défiler, pour {most:number} au plus",
    # screens
    "no screen is kept of it yet": "aucun écran n’en est encore gardé",
    "{n} % of the screen is another, in 1 place": "{n:number} % de l’écran a changé, à 1 endroit",
    "{n} % of the screen is another, in {places} places": "{n:number} % de l’écran a changé, à {places} endroits",
    "it was drawn by {engine} of an unknown version, and this is {version}": "il avait été dessiné par {engine}, "
    "version inconnue, et c’est maintenant la {version}",
    "it was drawn by {engine} {before}, and this is {version}": "il avait été dessiné par {engine} {before}, et "
    "c’est maintenant la {version}",
    "it was {width} by {height} pixels, and is {w} by {h}": "il faisait {width} pixels sur {height}, et en fait {w} "
    "sur {h}",
    "1 part never stood still and was left out": "1 partie ne cessait de bouger et a été laissée de côté",
    "{n} parts never stood still and were left out": "{n} parties ne cessaient de bouger et ont été laissées de côté",
    "nothing here is called {names} (mask)": "rien ne s’appelle {names:list} ici (mask)",
    "1 screen looks otherwise than the one that was kept: {names}.": "1 écran n’a plus l’aspect de celui qui était "
    "gardé : {names}.",
    "{n} screens look otherwise than the one that was kept: {names}.": "{n} écrans n’ont plus l’aspect de ceux qui "
    "étaient gardés : {names}.",
    "1 screen was not compared: {why}.": "1 écran n’a pas été comparé : {why:term}.",
    "{n} screens were not compared: {why}.": "{n} écrans n’ont pas été comparés : {why:term}.",
    "this journey types secrets: no screen of it is kept": "ce parcours tape des secrets : aucun de ses écrans n’est "
    "gardé",
    "the screen could not be pictured": "l’écran n’a pas pu être photographié",
    "kept of {others}, and this is {here}": "gardé pour {others}, alors que voici {here}",
}

TERMS = {
    # what stands before a site
    "the answer is 999, which only gatekeepers give": "la réponse est 999, que seuls des filtres donnent",
    "the answer is 429: too many requests": "la réponse est 429, trop de demandes",
    "the answer is {status}, and the page says “{text}”": "la réponse est {status}, et la page dit « {text} »",
    "the answer says {name}: {value}": "la réponse indique {name}: {value}",
    "the page is on {host}": "la page se trouve sur {host}",
    "the page says “{text}”": "la page dit « {text} »",
    "the page is titled “{text}”": "la page a pour titre « {text} »",
    "the page holds {part}": "la page contient {part}",
    # how a page is tried out, and why it was not
    "at other sizes or by tapping": "à d’autres tailles, ni au toucher",
    "at other sizes": "à d’autres tailles",
    "by tapping": "au toucher",
    "by tapping its buttons": "en touchant ses boutons",
    "time is short": "le temps manque",
    "it came up too slowly": "elle met trop de temps à s’afficher",
    "1 of its scripts did not come": "1 de ses scripts n’est pas arrivé",
    "{n} of its scripts did not come": "{n} de ses scripts ne sont pas arrivés",
    "it is the answer to a form": "elle est la réponse à un formulaire",
    "its scripts have led on from the page that was served": "ses scripts ont mené au-delà de la page servie",
    "the browser no longer has what was served": "le navigateur n’a plus ce qui a été servi",
    "the browser gave up": "le navigateur a renoncé",
    "{what} did not answer within {n} s": "sans réponse après {n:number} s : {what}",
    "it said nothing": "il n’a rien dit",
}
