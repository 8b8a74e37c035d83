"""How things stand against a baseline, in French."""

SENTENCES = {
    # what is said behind a finding, or behind a rule's name
    " (accepted until {day}: {why})": " (accepté jusqu’au {day:day} : {why})",
    " (approved until {day}: {why})": " (approuvé jusqu’au {day:day} : {why})",
    " (approved until {day})": " (approuvé jusqu’au {day:day})",
    " (this rule had not been tried)": " (cette règle n’avait pas été essayée)",
    " (this rule judges otherwise since its version {n})": " (cette règle juge autrement depuis sa version {n})",
    " (this phone had not been run)": " (ce téléphone n’avait pas été essayé)",
    " (this page had not been looked at)": " (cette page n’avait pas été regardée)",
    " ({severity} now, it was {before})": " ({severity:term} maintenant, auparavant {before:term})",
    " (certain now, it was a doubt)": " (certain maintenant, auparavant un doute)",
    " ({n} place, where {known})": " ({n} endroit, {known:term})",
    " ({n} places, where {known})": " ({n} endroits, {known:term})",
    ": this phone was not run": " : ce téléphone n’a pas été essayé",
    ": the rule lacked what it needs": " : il a manqué à la règle ce dont elle a besoin",
    ": the walk did not get there": " : le parcours n’est pas allé jusque-là",
    ": the scenario has no such step any more": " : le scénario n’a plus cette étape",
    ": the page or the rule was not looked at": " : la page ou la règle n’a pas été regardée",
    ": what it looked at is not there any more": " : ce qu’elle examinait n’est plus là",
    ": it is not tried any more": " : elle n’est plus essayée",
    # the walk
    "the walk goes on at {step}": "le parcours continue à {step}",
    "the walk did not get to the end at {step}": "le parcours n’est pas allé au bout à {step}",
    "the walk stops at {step}: {why}": "le parcours s’arrête à {step} : {why:term}",
    "the scenario's limits": "les limites du scénario",
    "this step is not walked any more": "cette étape n’est plus suivie",
    "this step leads to no page of its own any more": "cette étape ne mène plus à une page qui lui soit propre",
    # effort
    "{n} screens are scrolled, where {before} were enough": "{n:number} écrans à faire défiler, quand "
    "{before:number} suffisaient",
    "{n} kB are loaded, where {before} kB were enough": "{n:number} ko à charger, quand {before:number} ko suffisaient",
    "{n} {what}, where {before} was enough": "{n} {what:term}, quand {before} suffisait",
    "{n} {what}, where {before} were enough": "{n} {what:term}, quand {before} suffisaient",
    "{phone}: {n} s for the whole walk, where it took {before} s": "{phone} : {n:number} s pour tout le parcours, au "
    "lieu de {before:number} s",
    "{phone}: looked at in {engine}, the baseline in {before}": "{phone} : regardé dans {engine}, la référence "
    "l’avait été dans {before}",
    # what the pages have
    "the chat ({name}) vanished on {phones} only": "la discussion ({name}) a disparu, sur {phones:list} seulement",
    "the chat ({name}) vanished": "la discussion ({name}) a disparu",
    "nothing leads to the app {name} any more on {phones} only": "plus rien ne mène à l’application {name}, sur "
    "{phones:list} seulement",
    "nothing leads to the app {name} any more": "plus rien ne mène à l’application {name}",
    "{name} is offered": "nouveau : {name:term}",
    "there is a chat ({name})": "il y a une discussion ({name})",
    "the pages lead to the app {name}": "les pages mènent à l’application {name}",
    "the way passes through another host: {name}": "le chemin passe par un autre domaine : {name}",
    "the pages load from another party: {name}": "les pages chargent d’un autre tiers : {name}",
    "the chat is {name} now, it was {before} on {phones} only": "la discussion est maintenant {name}, auparavant "
    "{before}, sur {phones:list} seulement",
    "the chat is {name} now, it was {before}": "la discussion est maintenant {name}, auparavant {before}",
    "the app's id is {name} now, it was {before} on {phones} only": "l’identifiant de l’application est maintenant "
    "{name}, auparavant {before}, sur {phones:list} seulement",
    "the app's id is {name} now, it was {before}": "l’identifiant de l’application est maintenant {name}, auparavant "
    "{before}",
    "{what} is {name} now, it was {before} on {phones} only": "{what:term} est maintenant {name}, auparavant "
    "{before}, sur {phones:list} seulement",
    "{what} is {name} now, it was {before}": "{what:term} est maintenant {name}, auparavant {before}",
    "{what} vanished on {phones} only": "disparu, sur {phones:list} seulement : {what:term}",
    "{what} vanished": "disparu : {what:term}",
}

TERMS = {
    "1 was known": "pour 1 connu",
    "{n} were known": "pour {n} connus",
    "blocker": "bloquant",
    "major": "majeur",
    "minor": "mineur",
    "note": "à noter",
    "tap": "geste",
    "taps": "gestes",
    "key": "touche",
    "keys": "touches",
    "redirect": "redirection",
    "redirects": "redirections",
    "iPhones": "iPhone",
    "what is behind {channel}": "ce qui est derrière {channel}",
    "the telephone number {number}": "le numéro de téléphone {number}",
    "the telephone number": "le numéro de téléphone",
    "the number for text messages {number}": "le numéro pour les SMS {number}",
    "the number for text messages": "le numéro pour les SMS",
    "the e-mail address {address}": "l’adresse e-mail {address}",
    "the e-mail address": "l’adresse e-mail",
    "the {channel} link ({name})": "le lien {channel} ({name})",
}
