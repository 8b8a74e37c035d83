"""What the rules about reaching someone say in French."""

from parcours.reporting.messages.rules import Rule

RULES = {
    "contact/callback": Rule(
        title="Rendez-vous et rappels, pour information",
        why="Un client qui n’a pas à attendre dans une file parle volontiers : le chemin qui y mène doit être connu, "
        "et parcouru lors des essais.",
        do="Vérifiez que l’agenda a des créneaux libres, et que l’appel vient à l’heure promise.",
        says=(
            (
                "An appointment or a call back is offered through {service}: “{label}”",
                "Un rendez-vous ou un rappel est proposé avec {service} : « {label} »",
            ),
            (
                "An appointment or a call back is offered: “{label}”",
                "Un rendez-vous ou un rappel est proposé : « {label} »",
            ),
        ),
    ),
    "contact/form-mobile": Rule(
        title="Les formulaires de contact se remplissent sur un téléphone",
        why="Taper sur du verre est lent : chaque clavier inadapté et chaque champ inutile fait renoncer à la "
        "question.",
        do="Donnez à chaque champ son type, son autocomplete et un libellé qui reste, et ne demandez que le "
        "nécessaire.",
        says=(
            (
                "The form demands {n} answers; {most} are many on a phone",
                "Le formulaire exige {n} réponses ; {most}, c’est déjà beaucoup sur un téléphone",
            ),
            (
                "{named} has no autocomplete: the phone may not offer what it knows",
                "Sans autocomplete : {named:list} ; le téléphone peut ne pas proposer ce qu’il sait",
            ),
            (
                "“{named}” asks for {what} with a keyboard for prose: {key} is missing",
                "« {named} » demande {what:term} avec un clavier de texte : il manque {key:term}",
            ),
            (
                "“{named}” is named inside the field only: its name is gone as soon as one types",
                "« {named} » n’est nommé que dans le champ : son nom disparaît dès que l’on tape",
            ),
        ),
    ),
    "contact/form-present": Rule(
        title="Les formulaires de contact, pour information",
        why="Un formulaire promet une réponse : qui répond du parcours doit connaître chacun d’eux, et qui lit ce "
        "qu’il envoie.",
        do="Vérifiez que quelqu’un répond à ce que ce formulaire envoie, et dit sous quel délai.",
        says=(("A contact form{what}", "Un formulaire de contact{what:term}"),),
    ),
    "contact/mail-syntax": Rule(
        title="Les liens d’e-mail ouvrent un message vers une vraie adresse",
        why="Le message qu’écrit le client lui revient le lendemain, ou ne part jamais : il croit que personne ne "
        "répond.",
        do="Écrivez mailto: et l’adresse seule, et encodez (%20…) tout ce qui suit le point d’interrogation.",
        says=(
            (
                "mailto:// is not an address of mail: leave the slashes out",
                "mailto:// n’est pas une adresse d’e-mail : retirez les barres obliques",
            ),
            (
                "Several addresses are joined by a semicolon: mail apps expect a comma",
                "Plusieurs adresses sont jointes par un point-virgule : les messageries attendent une virgule",
            ),
            (
                "The mail link is empty: it opens a letter to nobody",
                "Le lien d’e-mail est vide : il ouvre un message sans destinataire",
            ),
            (
                "“{address}” holds a name besides the address: some mail apps take the name for a part of the address",
                "« {address} » contient un nom en plus de l’adresse : certaines messageries prennent le nom pour une "
                "partie de l’adresse",
            ),
            (
                "{address} is a placeholder, not an address",
                "{address} est un texte d’attente, pas une adresse",
            ),
            (
                "“{address}” is no mail address: the letter cannot be sent",
                "« {address} » n’est pas une adresse d’e-mail : le message ne peut pas partir",
            ),
            (
                "“{href}” has blanks after its question mark, which should be %20",
                "« {href} » contient des espaces après le point d’interrogation : il faut %20",
            ),
            (
                "“{href}” writes blanks as +: mail apps show the plus signs",
                "« {href} » écrit les espaces avec des + : les messageries affichent les signes plus",
            ),
            (
                "“{name}” is no part of a letter: mail apps drop it, or all that follows",
                "« {name} » n’est pas une partie d’un message : les messageries l’ignorent, ou tout ce qui suit",
            ),
            ("The link shows {shown} and writes to {address}", "Le lien affiche {shown} et écrit à {address}"),
        ),
    ),
    "contact/messaging-link": Rule(
        title="Les liens vers les messageries ouvrent la conversation",
        why="La messagerie s’ouvre et dit que le numéro n’existe pas : pour le client, l’entreprise n’existe pas non "
        "plus.",
        do="Utilisez l’adresse web de la messagerie avec le numéro au format international, en chiffres seulement.",
        says=(
            (
                "{service} was closed on {day}: this link leads nowhere",
                "{service} a fermé le {day:term} : ce lien ne mène nulle part",
            ),
            (
                "The link to Apple's Messages has no business id (urn:biz: and 36 characters)",
                "Le lien vers Messages d’Apple n’a pas d’identifiant d’entreprise (urn:biz: et 36 caractères)",
            ),
            (
                "The link to {service} names nobody to talk to",
                "Le lien vers {service} ne nomme personne à qui parler",
            ),
            ("“{value}” on {service} is a placeholder", "« {value} » sur {service} est un texte d’attente"),
            (
                "Apple's Messages are offered to an Android phone, which has none",
                "Messages d’Apple est proposé à un téléphone Android, qui n’en dispose pas",
            ),
            (
                "{service} is offered to an Android phone, which has none",
                "{service} est proposé à un téléphone Android, qui n’en dispose pas",
            ),
            (
                "{scheme}: does nothing on a phone without {service}; {better} works for everyone",
                "{scheme}: ne fait rien sur un téléphone sans {service} ; {better} fonctionne pour tous",
            ),
            (
                "{scheme}: does nothing on a phone without {service}",
                "{scheme}: ne fait rien sur un téléphone sans {service}",
            ),
            (
                "The link names no number: WhatsApp opens on nobody",
                "Le lien ne nomme aucun numéro : WhatsApp s’ouvre sur personne",
            ),
            (
                "“{number}” is no number: WhatsApp opens on nobody",
                "« {number} » n’est pas un numéro : WhatsApp s’ouvre sur personne",
            ),
            (
                "{number} has {n} digits, which is no number with its country",
                "{number} a {n} chiffres : ce n’est pas un numéro avec son pays",
            ),
            (
                "{number} begins with 0: WhatsApp needs the country's code in its place",
                "{number} commence par 0 : WhatsApp demande l’indicatif du pays à la place",
            ),
            (
                "{number}: the 0 after {code} must go, WhatsApp knows no such number",
                "{number} : le 0 après {code} est de trop, WhatsApp ne connaît pas ce numéro",
            ),
            (
                "“{number}”: WhatsApp asks for digits alone, without +, blanks, brackets or dashes",
                "« {number} » : WhatsApp ne veut que des chiffres, sans +, espaces, parenthèses ni tirets",
            ),
        ),
    ),
    "contact/no-mobile-native": Rule(
        title="Là où l’on peut écrire, on peut aussi appeler ou discuter",
        why="Le client a le téléphone en main, à un geste d’une voix, et la page lui demande quand même une lettre.",
        do="Offrez un lien de téléphone, un SMS, une messagerie ou une discussion en direct à côté du formulaire.",
        says=(
            (
                "Contact is by {ways} only: no telephone link, no messenger, no chat",
                "Pour tout contact : {ways:list} ; ni lien de téléphone, ni messagerie, ni discussion en direct",
            ),
        ),
    ),
    "contact/none": Rule(
        title="Depuis cette page, un client peut joindre quelqu’un",
        why="Un client qui a une question et ne trouve personne à qui la poser n’achète pas, ou la pose en public, où "
        "elle coûte plus cher.",
        do="Mettez un lien de contact, un numéro de téléphone ou une messagerie à deux gestes au plus de chaque page.",
        says=(
            (
                "“{label}” leads to contact, but is hidden, and no menu that opens it was found",
                "« {label} » mène au contact, mais il est caché, et aucun menu qui l’ouvre n’a été trouvé",
            ),
            (
                "The page's chat ({name}) did not load: it may be the only way to reach someone",
                "La messagerie de la page ({name}) ne s’est pas chargée : c’est peut-être le seul moyen de joindre "
                "quelqu’un",
            ),
            (
                "Nobody can be reached from this page: it holds no links at all",
                "Personne ne peut être joint depuis cette page : elle ne contient aucun lien",
            ),
            (
                "Nobody can be reached from this page: no number, address, form, chat or contact link among its 1 link",
                "Personne ne peut être joint depuis cette page : son seul lien n’est ni un numéro, ni une adresse, ni "
                "un contact",
            ),
            (
                "Nobody can be reached from this page: no number, address, form, chat or contact link among its {n} "
                "links",
                "Personne ne peut être joint depuis cette page : ni numéro, ni adresse, ni formulaire, ni messagerie, "
                "ni lien de contact parmi ses {n} liens",
            ),
        ),
        unseen=(
            (
                "The page is too large to be read to its end, and no way to reach someone was found so far",
                "La page est trop grande pour être lue jusqu’au bout, et aucun moyen de joindre quelqu’un n’y a encore "
                "été trouvé",
            ),
            (
                "The page's chat ({name}) waits for consent: it may be the only way to reach someone",
                "La messagerie de la page ({name}) attend le consentement : c’est peut-être le seul moyen de joindre "
                "quelqu’un",
            ),
        ),
    ),
    "contact/order": Rule(
        title="L’aide se trouve dans le même ordre sur chaque page",
        why="Qui a eu besoin d’aide une fois la cherche de nouveau au même endroit ; qui se fatigue vite ne cherche "
        "pas longtemps.",
        do="Gardez téléphone, lien de contact, messagerie et aide dans un même ordre, dans l’en-tête et le pied de "
        "chaque page.",
        says=(
            (
                "“{first}” comes before “{second}” on {before}, and after it on {after}",
                "« {first} » vient avant « {second} » sur {before}, et après sur {after}",
            ),
        ),
    ),
    "contact/sms-syntax": Rule(
        title="Les liens de SMS ouvrent un message vers le bon numéro",
        why="Le message ne va à personne, ou l’application de messages s’ouvre vide : le client n’apprend pas que "
        "c’est un échec.",
        do="Écrivez sms: et le numéro international entier, puis le texte encodé après ?body=.",
        says=(
            (
                "{scheme}: is for scanned codes and a few Android apps: as a link, only sms: works on every phone",
                "{scheme}: est fait pour les codes scannés et quelques applications Android : comme lien, seul sms: "
                "fonctionne sur tous les téléphones",
            ),
            (
                "sms:// is not an address of messages: leave the slashes out",
                "sms:// n’est pas une adresse de message : retirez les barres obliques",
            ),
            ("The link opens an empty message to nobody", "Le lien ouvre un message vide, sans destinataire"),
            (
                "Several numbers are joined by a semicolon: the standard has a comma",
                "Plusieurs numéros sont joints par un point-virgule : la norme veut une virgule",
            ),
            (
                "The text follows {mark}body=: only ?body= is a standard",
                "Le texte suit {mark}body= : seul ?body= est conforme à la norme",
            ),
            (
                "The text of the message has blanks, which should be %20",
                "Le texte du message contient des espaces : il faut %20",
            ),
            (
                "The text of the message writes blanks as +: the plus signs are shown",
                "Le texte du message écrit les espaces avec des + : les signes plus s’affichent",
            ),
            (
                "“{number}” is no number that a message can be sent to",
                "« {number} » n’est pas un numéro auquel un message puisse être envoyé",
            ),
            ("{number} is a placeholder, not a number", "{number} est un numéro d’attente, pas un vrai"),
            (
                "{number} has {n} digits, more than any number",
                "{number} a {n} chiffres, plus qu’aucun numéro",
            ),
            (
                "{number} works only where 00 leads abroad: write + in its place",
                "{number} ne fonctionne que là où 00 mène à l’étranger : écrivez + à la place",
            ),
            (
                "{number} does not say its country: it fails for a customer who is abroad",
                "{number} ne dit pas son pays : il échoue pour un client à l’étranger",
            ),
            (
                "“{number}” has blanks: some apps write to what stands before the first",
                "« {number} » contient des espaces : certaines applications écrivent à ce qui précède la première",
            ),
            (
                "{number}: after + comes the country code, without 00",
                "{number} : après le + vient l’indicatif du pays, sans 00",
            ),
            (
                "{number}: the 0 after +{code} must go, with it the message is not sent",
                "{number} : le 0 après +{code} est de trop, avec lui le message ne part pas",
            ),
        ),
    ),
    "contact/taps": Rule(
        title="Quelqu’un peut être joint en deux gestes et trois écrans",
        why="Chaque geste et chaque écran perd une part de ceux qui voulaient poser une question, et ils allaient "
        "acheter.",
        do="Mettez un lien de contact, un lien de téléphone ou une messagerie en haut, ou là où il reste à l’écran.",
        says=(
            (
                "The nearest way to reach someone, “{label}”, is {n} screens down",
                "Le moyen le plus proche de joindre quelqu’un, « {label} », se trouve {n:number} écrans plus bas",
            ),
            (
                "It takes {n} taps or more to reach someone: the menu, “{label}”, and then",
                "Il faut au moins {n} gestes pour joindre quelqu’un : le menu, « {label} », et la suite",
            ),
        ),
    ),
    "contact/tel-not-linked": Rule(
        title="Les numéros de téléphone se touchent",
        why="Un client ne peut pas garder la page sous les yeux et en composer dix chiffres à la fois : l’appel n’a "
        "pas lieu.",
        do="Entourez d’un lien tel: chaque numéro que les clients peuvent appeler.",
        says=(
            (
                "{number} is a link that opens a page in place of the telephone",
                "{number} est un lien qui ouvre une page au lieu du téléphone",
            ),
            (
                "{number} cannot be tapped: it is plain text, and Android makes no link of it",
                "{number} ne se touche pas : c’est du simple texte, et Android n’en fait pas un lien",
            ),
            (
                "{number} cannot be tapped: it is plain text, and the page's format-detection tag forbids Safari to "
                "make a link of it",
                "{number} ne se touche pas : c’est du simple texte, et la balise format-detection de la page interdit "
                "à Safari d’en faire un lien",
            ),
            (
                "{number} is plain text: Safari may make a link of it by itself, in-app browsers may not",
                "{number} est du simple texte : Safari en fait parfois un lien de lui-même, les navigateurs intégrés "
                "aux applications pas toujours",
            ),
        ),
    ),
    "contact/tel-swap": Rule(
        title="Les numéros de téléphone qu’un script remplace, pour information",
        why="Le numéro que voit le client est loué pour une campagne : il change d’une visite à l’autre, et peut "
        "expirer.",
        do="Masquez les numéros de cette page quand deux visites sont comparées, et essayez celui qui est composé.",
        says=(
            (
                "{name} changes the page's telephone numbers ({sign})",
                "{name} remplace les numéros de téléphone de la page ({sign})",
            ),
        ),
    ),
    "contact/tel-syntax": Rule(
        title="Les liens de téléphone composent le numéro qu’ils affichent",
        why="Le client qui le touche entend que le numéro n’existe pas, ou tombe sur un inconnu, et n’essaie pas une "
        "deuxième fois.",
        do="Écrivez après tel: le numéro international entier, avec un plus, l’indicatif du pays, et rien que des "
        "chiffres.",
        says=(
            (
                "“{href}” does not open the telephone: the address must begin with tel:",
                "« {href} » n’ouvre pas le téléphone : l’adresse doit commencer par tel:",
            ),
            (
                "The telephone link dials nothing: its address is “{href}”",
                "Le lien de téléphone ne compose rien : son adresse est « {href} »",
            ),
            (
                "tel:// is not an address of the telephone: leave the slashes out",
                "tel:// n’est pas une adresse de téléphone : retirez les barres obliques",
            ),
            (
                "“{number}” has blanks: some apps dial only what stands before the first",
                "« {number} » contient des espaces : certaines applications ne composent que ce qui précède la "
                "première",
            ),
            (
                "“{number}” holds characters that no number has: {strange}",
                "« {number} » contient des caractères qu’aucun numéro n’a : {strange}",
            ),
            ("{number} is a placeholder, not a number", "{number} est un numéro d’attente, pas un vrai"),
            (
                "{number}: after + comes the country code, without 00",
                "{number} : après le + vient l’indicatif du pays, sans 00",
            ),
            (
                "{number} works only where 00 leads abroad: write + in its place",
                "{number} ne fonctionne que là où 00 mène à l’étranger : écrivez + à la place",
            ),
            (
                "{number} has {n} digits, more than any number",
                "{number} a {n} chiffres, plus qu’aucun numéro",
            ),
            (
                "{number} does not say its country: it fails for a customer who is abroad",
                "{number} ne dit pas son pays : il échoue pour un client à l’étranger",
            ),
            (
                "{number} is written with letters, which not every phone turns into digits",
                "{number} est écrit avec des lettres, que tous les téléphones ne changent pas en chiffres",
            ),
            (
                "“{number}” is no number that a phone can dial",
                "« {number} » n’est pas un numéro qu’un téléphone puisse composer",
            ),
            (
                "{number}: the 0 after +{code} must go, with it the call fails",
                "{number} : le 0 après +{code} est de trop, avec lui l’appel échoue",
            ),
            (
                "{number} has {n} digits, too few for an international number",
                "{number} a {n} chiffres, trop peu pour un numéro international",
            ),
            (
                "The link shows {shown} and dials {dialled}: is it the same telephone?",
                "Le lien affiche {shown} et compose {dialled} : est-ce le même téléphone ?",
            ),
            ("The link shows {shown} and dials {dialled}", "Le lien affiche {shown} et compose {dialled}"),
        ),
    ),
}

TERMS = {
    "a mail address": "une adresse d’e-mail",
    "a number": "un numéro",
    "a form": "un formulaire",
    "the @ key": "la touche @",
    "the number pad": "le pavé numérique",
    "{day} May {year}": "{day} mai {year}",
    # a contact form, what is known of it behind
    "{form}, made with {maker}, behind {proof}": "{form:term}, réalisé avec {maker}, protégé par {proof}",
    "{form}, made with {maker}": "{form:term}, réalisé avec {maker}",
    "{form}, behind {proof}": "{form:term}, protégé par {proof}",
    " “{name}” of 1 field": " « {name} » d’un champ",
    " “{name}” of {n} fields": " « {name} » de {n} champs",
    " “{name}”": " « {name} »",
    " of 1 field": " d’un champ",
    " of {n} fields": " de {n} champs",
}
