"""Why a step stopped, and what was noted on the way, in French."""

SENTENCES = {
    # what is on the page, and what is not
    "“{text}” cannot be read on the page within {n} s": "« {text} » ne se lit pas sur la page, même après {n:number} s",
    "“{text}” can be read on the page, and should not": "« {text} » se lit sur la page, et ne le devrait pas",
    "waited {n} s in vain for “{text}”": "« {text} » n’est pas apparu en {n:number} s",
    "nothing on the page is called “{name}” (looked for {n} s)": "rien sur la page ne s’appelle « {name} » (cherché "
    "pendant {n:number} s)",
    "no field on the page is called “{name}” (looked for {n} s)": "aucun champ de la page ne s’appelle « {name} » "
    "(cherché pendant {n:number} s)",
    "the page has no text “{name}” (looked for {n} s)": "la page n’a pas de texte « {name} » (cherché pendant "
    "{n:number} s)",
    "“{name}” is no longer on the page": "« {name} » n’est plus sur la page",
    "“{name}” cannot be tapped: something lies over it": "« {name} » ne peut pas être touché : quelque chose le "
    "recouvre",
    "“{name}” never stands still": "« {name} » ne cesse de bouger",
    "“{name}” is there, but switched off": "« {name} » est là, mais désactivé",
    "“{name}” takes no text": "« {name} » n’accepte pas de texte",
    "“{name}” cannot be scrolled to": "« {name} » reste hors de l’écran, même en faisant défiler",
    "“{name}” could not be used: {why}": "« {name} » n’a pas pu être utilisé : {why}",
    "the page is {url}, not {wanted}": "la page est {url}, et non {wanted}",
    "there is no page to go back to": "il n’y a pas de page où revenir",
    # sending
    '“{name}” {what}: write `send: "{again}"`, and {hosts} under `allow-send:`': "« {name} » {what:term} : écrivez "
    "`send: « {again} »`, et {hosts} sous `allow-send:`",
    "“{name}” sends to {hosts}, which the scenario does not allow: add `allow-send: [{again}]`": "« {name} » envoie "
    "à {hosts}, ce que le scénario ne permet pas : ajoutez `allow-send: [{again}]`",
    "a form was about to be sent to {host}, and was kept back: write the step as `send:`, and put {again} under "
    "`allow-send:`": "un formulaire allait partir vers {host}, et a été retenu : écrivez l’étape avec `send:`, et "
    "mettez {again} sous `allow-send:`",
    "a form was about to be sent to {host}, and was kept back: put {again} under `allow-send:`": "un formulaire "
    "allait partir vers {host}, et a été retenu : mettez {again} sous `allow-send:`",
    "a frame was kept from sending a form to {host}": "un cadre allait envoyer un formulaire à {host} : il en a été "
    "empêché",
    # badges and notifications
    "{n} new, shown by {places}": "{n:number} non lus, indiqués par {places:list}",
    "1 new, shown by {places}": "1 non lu, indiqué par {places:list}",
    "an iPhone shows a number on the site's icon only once the site is on the home screen": "un iPhone n’affiche de "
    "nombre sur l’icône du site que lorsque celui-ci est sur l’écran d’accueil",
    "a badge is still shown: {have}": "une pastille est encore affichée : {have:term}",
    "no badge shows {n}: there is none": "aucune pastille n’affiche {n} : il n’y en a pas",
    "no badge shows {n}: {have}": "aucune pastille n’affiche {n} : {have:term}",
    "an iPhone shows a site's notifications only once it is on the home screen, which cannot be emulated: write "
    "`only-on: android`, and have it attested for the iPhone with `manual:`": "un iPhone ne montre les notifications "
    "d’un site que lorsque celui-ci est sur l’écran d’accueil, ce qui ne s’émule pas : écrivez `only-on: android`, "
    "et faites-le attester pour l’iPhone avec `manual:`",
    "notification: “{text}”": "notification : « {text} »",
    "no notification says “{text}” within {n} s; shown: {others}": "aucune notification ne dit « {text} » en "
    "{n:number} s ; affichées : {others}",
    "no notification says “{text}” within {n} s": "aucune notification ne dit « {text} » en {n:number} s",
    # replies and chats
    "nobody replied within {n} s": "personne n’a répondu en {n:number} s",
    "only an automatic acknowledgement came within {n} s: no human replied": "seul un accusé de réception "
    "automatique est arrivé en {n:number} s : aucun humain n’a répondu",
    "what was sent is shown nowhere on the page, so no answer to it can be told: name its words with `text:`": "ce "
    "qui a été envoyé ne s’affiche nulle part sur la page, on ne peut donc en reconnaître la réponse : donnez-en les "
    "mots avec `text:`",
    "“{text}” was not answered within {n} s": "« {text} » n’a pas été répondu en {n:number} s",
    "a reply after {n} s: “{text}”": "une réponse après {n:number} s : « {text} »",
    "nothing was sent before: use `send:` for the message that is to be answered": "rien n’a été envoyé avant : "
    "employez `send:` pour le message qui attend une réponse",
    "no chat is on the page; if its button has a name of its own, give it: `open-chat: Ask us`": "aucune discussion "
    "n’est proposée sur la page ; si son bouton porte un nom à lui, donnez-le : `open-chat: Écrivez-nous`",
    "the chat was tapped, and no window to write in opened within {n} s": "la discussion a été touchée, et aucune "
    "fenêtre où écrire ne s’est ouverte en {n:number} s",
    "opens the chat: “{name}”": "ouvre la discussion : « {name} »",
    "the page still asks for {name}, which no longer exists": "la page fait encore appel à {name}, qui n’existe plus",
    "{name} does not load": "{name} ne se charge pas",
    # finding
    "no {goals} within {n} tap; tried {tried}": "introuvable en {n} geste : {goals:term} ; pages parcourues : "
    "{tried:term}",
    "no {goals} within {n} taps; tried {tried}": "introuvable en {n} gestes : {goals:term} ; pages parcourues : "
    "{tried:term}",
    "{goal} found: {way} (1 tap)": "trouvé : {goal:term}, par {way} (1 geste)",
    "{goal} found: {way} (0 taps)": "trouvé : {goal:term}, par {way} (0 geste)",
    "{goal} found: {way} ({n} taps)": "trouvé : {goal:term}, par {way} ({n} gestes)",
    # attested by a person
    "“{text}” was attested by {who} on {on}, until {until}: try it again on a phone": "« {text} » a été attesté par "
    "{who} le {on:day}, jusqu’au {until:day} : essayez à nouveau sur un téléphone",
    "attested by {who} on {on}, until {until}": "attesté par {who} le {on:day}, jusqu’au {until:day}",
    "nobody attests “{text}”: try it on a phone, and add {keys}": "personne n’atteste « {text} » : essayez sur un "
    "téléphone, et ajoutez {keys}",
    "“{text}” is attested for {on}, a day that is still to come": "« {text} » est attesté pour le {on:day}, un jour "
    "encore à venir",
    # coming and going
    "leaves the browser for {url}": "quitte le navigateur pour {url}",
    "comes back to the browser": "revient au navigateur",
    "opens in a new window": "s’ouvre dans une nouvelle fenêtre",
    "the address leads to {url}, which this phone cannot open": "l’adresse mène à {url}, que ce téléphone ne peut "
    "pas ouvrir",
    "picture: {name}": "image : {name}",
    "the question about cookies could not be answered: {why}": "la question sur les cookies n’a pas pu recevoir de "
    "réponse : {why:term}",
    "answers the question about cookies: {what}": "répond à la question sur les cookies : {what:term}",
    "answers {vendor}'s question about cookies: {what}": "répond à la question sur les cookies ({vendor}) : "
    "{what:term}",
    "the question about cookies is still there: it has no answer that parcours knows": "la question sur les cookies "
    "est toujours là : elle n’a pas de réponse que parcours connaisse",
    "{vendor}'s question about cookies is still there: it has no answer that parcours knows": "la question sur les "
    "cookies ({vendor}) est toujours là : elle n’a pas de réponse que parcours connaisse",
    # steps that were not taken
    "an earlier step was blocked": "une étape précédente a été bloquée",
    "only on {phones}": "seulement sur {phones}",
    "the steps of {file} were not put in: load the scenario from its file": "les étapes de {file} n’ont pas été "
    "insérées : chargez le scénario depuis son fichier",
}

TERMS = {
    # what `find` looks for
    "app": "l’application",
    "contact": "le moyen de joindre quelqu’un",
    "message": "le moyen d’écrire à quelqu’un",
    "call": "le moyen d’appeler",
    "callback": "le moyen d’être rappelé",
    "form": "le formulaire",
    "faq": "les réponses aux questions fréquentes",
    "store": "le magasin",
    "{one} or {other}": "{one:term} ou {other:term}",
    # where it looked
    "the page itself": "la page elle-même",
    "the page itself; {more}": "la page elle-même ; {more:term}",
    "{some} and {n} more": "{some} et {n} de plus",
    # what shows a count
    "the site's icon": "l’icône du site",
    "{one} shows a dot; {more}": "{one:term} affiche un point ; {more:term}",
    "{place} shows a dot": "{place:term} affiche un point",
    "{one} shows {n}; {more}": "{one:term} affiche {n} ; {more:term}",
    "{place} shows {n}": "{place:term} affiche {n}",
    "the page's title, {title}": "le titre de la page, {title}",
    # what a control does
    "sends a form to {host}": "envoie un formulaire à {host}",
    "sends what is written in its form": "envoie ce qui est écrit dans son formulaire",
    "says that it sends, orders or pays": "dit qu’il envoie, commande ou paie",
    "“{one}”, then {more}": "« {one} », puis {more:term}",
    "“{name}”": "« {name} »",
    # a link among those of a mail
    "{n} “{text}”": "{n} « {text} »",
}
