"""Why what the customer received could not be followed, in French."""

SENTENCES = {
    # printed codes
    "no QR code can be read in {file}": "aucun code QR ne se lit dans {file}",
    "there is no code {n} in {file}: {have} can be read": "il n’y a pas de code {n} dans {file} : {have} se lisent",
    "the code is part {n} of {all}: a phone reads each part for itself": "le code est la partie {n} sur {all} : un "
    "téléphone lit chaque partie séparément",
    "the code holds bytes that are no UTF-8 text": "le code contient des octets qui ne sont pas du texte UTF-8",
    "bytes that are no UTF-8 text": "des octets qui ne sont pas du texte UTF-8",
    "part {n} of {all}": "partie {n} sur {all}",
    "the code begins with {scheme}:, which must never be opened": "le code commence par {scheme}:, qui ne doit "
    "jamais être ouvert",
    "the code holds more than one address: '{text}'": "le code contient plus d’une adresse : « {text} »",
    "the code holds {what}: '{text}'": "le code contient {what:term} : « {text} »",
    "the code holds {what}: {text}": "le code contient {what:term} : {text}",
    "the code holds {what}": "le code contient {what:term}",
    "{n} codes with different contents; say which with {how} ({each})": "{n} codes au contenu différent ; dites "
    "lequel avec {how:term} ({each:term})",
    # mails
    "{name} cannot be opened: {why}": "{name} ne peut pas être ouvert : {why}",
    "{name} is no mail: {why}": "{name} n’est pas un e-mail : {why:term}",
    "{link} opens no web page: '{url}'": "{link:term} n’ouvre pas de page web : « {url} »",
    "{link} begins with {scheme}:, which must never be opened": "{link:term} commence par {scheme}:, qui ne doit "
    "jamais être ouvert",
    "the mail has no link": "l’e-mail n’a aucun lien",
    "there is no link {n}: the mail has {all} ({links})": "il n’y a pas de lien {n} : l’e-mail en a {all} "
    "({links:term})",
    "the mail has no button ({links})": "l’e-mail n’a pas de bouton ({links:term})",
    "the mail has no call to action ({links})": "l’e-mail n’a pas de lien principal ({links:term})",
    "no link says “{text}” ({links})": "aucun lien ne dit « {text} » ({links:term})",
    "{n} links could be meant; say which with `link:`, by its words or its number ({links})": "{n} liens sont "
    "possibles ; dites lequel avec `link:`, par ses mots ou son numéro ({links:term})",
    # text messages and tags
    "the message holds nothing that a phone underlines as a web link": "le message ne contient rien qu’un téléphone "
    "souligne comme un lien",
    "no link of the message fits '{text}' ({links})": "aucun lien du message ne correspond à « {text} » ({links})",
    "{n} links could be meant; say which with `link:` ({links})": "{n} liens sont possibles ; dites lequel avec "
    "`link:` ({links})",
    "phones underline no {scheme}: address in a text message: write an https:// one": "les téléphones ne soulignent "
    "pas d’adresse {scheme}: dans un SMS : écrivez une adresse https://",
    "the tag opens no web page: '{url}'": "la puce n’ouvre pas de page web : « {url} »",
    "the tag begins with {scheme}:, which must never be opened": "la puce commence par {scheme}:, qui ne doit jamais "
    "être ouvert",
    "the tag holds no address: {what}": "la puce ne contient pas d’adresse : {what}",
    "{name} holds no NDEF message: {why} ({tip})": "{name:term} ne contient pas de message NDEF : {why} ({tip:term})",
    # files
    "{file}: the file is empty ({tip})": "{file} : le fichier est vide ({tip:term})",
    "{file}: there is no such file (looked for {path})": "{file} : ce fichier n’existe pas (cherché : {path})",
    "{file}: the PDF is damaged: {why} ({tip})": "{file} : le PDF est abîmé : {why} ({tip:term})",
    "{file}: the PDF asks for a password ({tip})": "{file} : le PDF demande un mot de passe ({tip:term})",
    "{file}: the PDF has no pages ({tip})": "{file} : le PDF n’a pas de page ({tip:term})",
    "{file}: the {kind} picture is damaged: {why} ({tip})": "{file} : l’image {kind} est abîmée : {why} ({tip:term})",
    "{file}: the picture is too large ({w} x {h} pixels): {most} ({tip})": "{file} : l’image est trop grande ({w} x "
    "{h} pixels) : {most:term} ({tip:term})",
    "{file}: the picture is too large: {most} ({tip})": "{file} : l’image est trop grande : {most:term} ({tip:term})",
    "{file}: this is {what} ({tip})": "{file} : c’est {what:term} ({tip:term})",
    "{file}: page {n} is said to be larger than any sheet of paper ({tip})": "{file} : la page {n} serait plus grande "
    "que toute feuille de papier ({tip:term})",
    "{file}: page {n} cannot be drawn: {why} ({tip})": "{file} : la page {n} ne peut pas être dessinée : {why} "
    "({tip:term})",
    "{file} has {size} MB, and {most} MB is the most ({tip})": "{file} pèse {size:number} Mo, et {most:number} Mo "
    "est le plus ({tip:term})",
    "{file} has no page {n} (it has 1 page, counted from 1)": "{file} n’a pas de page {n} (il en a 1)",
    "{file} has no page {n} (it has {all} pages, counted from 1)": "{file} n’a pas de page {n} (il en a {all}, "
    "comptées à partir de 1)",
    "{file} has {n} pages (say on which page the code is)": "{file} a {n} pages (dites sur laquelle est le code)",
    "{file} is not a file (name a PDF, PNG, JPEG or WebP file)": "{file} n’est pas un fichier (donnez un PDF, PNG, "
    "JPEG ou WebP)",
    "{name} is not below the scenario's folder (copy the file there, for instance into assets/)": "{name} n’est pas "
    "sous le dossier du scénario (copiez-y le fichier, par exemple dans assets/)",
}

TERMS = {
    # what a code holds
    "an address that only an app opens": "une adresse que seule une application ouvre",
    "an address without https:// before it": "une adresse sans https:// devant",
    "an address without a host": "une adresse sans nom de domaine",
    "a path without a host": "un chemin sans nom de domaine",
    "a telephone number": "un numéro de téléphone",
    "a text message": "un SMS",
    "an e-mail address": "une adresse e-mail",
    "a Wi-Fi network": "un réseau Wi-Fi",
    "a place on a map": "un lieu sur une carte",
    "a contact card": "une carte de visite",
    "a calendar event": "un rendez-vous d’agenda",
    "a bookmark of the MEBKM kind": "un signet de type MEBKM",
    "a one-time password": "un mot de passe à usage unique",
    "a payment": "un paiement",
    "plain text": "du simple texte",
    "nothing but blanks": "rien que des espaces",
    "{n} on page {page}: '{text}'; {more}": "{n} en page {page} : « {text} » ; {more:term}",
    "{n} on page {page}: '{text}'": "{n} en page {page} : « {text} »",
    "`page:` or `code:`": "`page:` ou `code:`",
    "`code:` or `crop:`": "`code:` ou `crop:`",
    # links of a mail
    "Link {n}": "Le lien {n}",
    "{first}; {more}": "{first:term} ; {more:term}",
    "{n} a picture without words": "{n} une image sans texte",
    "{n} without words": "{n} sans texte",
    "and {n} more": "et {n} de plus",
    # what a file is, and what to do about it
    "the tag": "la puce",
    "a HEIC photograph": "une photo HEIC",
    "a HEIF photograph": "une photo HEIF",
    "an AVIF picture": "une image AVIF",
    "a GIF": "un GIF",
    "a TIFF picture": "une image TIFF",
    "a BMP picture": "une image BMP",
    "a Photoshop file": "un fichier Photoshop",
    "a PostScript file": "un fichier PostScript",
    "a ZIP or office file": "un fichier ZIP ou bureautique",
    "a web page or an SVG drawing": "une page web ou un dessin SVG",
    "no picture and no PDF": "ni une image, ni un PDF",
    "{n} million pixels are the most, and {side} on a side": "{n} millions de pixels au plus, et {side:number} par "
    "côté",
    "{n} million pixels are the most": "{n} millions de pixels au plus",
    "export it as PDF, PNG, JPEG or WebP": "exportez-le en PDF, PNG, JPEG ou WebP",
    "export it again": "exportez-le à nouveau",
    "export the PDF again": "exportez le PDF à nouveau",
    "export it without one": "exportez-le sans mot de passe",
    "export it smaller, or only the page with the code": "exportez-le plus petit, ou seulement la page du code",
    "scale it down, or cut out the code": "réduisez-la, ou découpez le code",
    "write the tag again, and read it back before it is glued anywhere": "écrivez la puce à nouveau, et relisez-la "
    "avant de la coller",
    "the file is empty": "le fichier est vide",
    "its parts are nested too deep": "ses parties sont trop imbriquées",
    "no header of a mail can be read in it": "aucun en-tête d’e-mail ne s’y lit",
    "it has neither HTML nor text": "il n’a ni HTML ni texte",
    "hundreds of its tags are never closed": "des centaines de ses balises ne sont jamais fermées",
    "this is Outlook's own format (.msg)": "c’est le format propre à Outlook (.msg)",
    "{n} MB are more than mail servers carry": "{n} Mo dépassent ce que les serveurs de courrier acceptent",
    "save it without attachments": "enregistrez-le sans pièces jointes",
    "save the mail as .eml or as HTML": "enregistrez l’e-mail en .eml ou en HTML",
    "save the mail again, as .eml with all its source": "enregistrez à nouveau l’e-mail, en .eml avec toute sa source",
    "save it again without the mails attached to it": "enregistrez-le à nouveau sans les e-mails joints",
    "save the mail as .eml, with all its source": "enregistrez l’e-mail en .eml, avec toute sa source",
    "save the mail with its body": "enregistrez l’e-mail avec son corps",
    "save the mail again, with all its source": "enregistrez à nouveau l’e-mail, avec toute sa source",
}
