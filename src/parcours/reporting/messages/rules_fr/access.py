"""What the rules about access say in French, and what axe-core says of an element.

axe-core's own French is under another licence than parcours, and speaks to specialists: these are words of ours. What
it may say beyond them stays in its English.
"""

from parcours.reporting.messages.rules import Rule

RULES = {
    "access/axe": Rule(
        title="axe-core ne trouve aucun obstacle sur la page",
        why="Un client sur cinq vit avec un handicap : ce qu’un lecteur d’écran ne peut pas nommer, ou qu’un œil ne "
        "peut pas lire, est perdu pour lui.",
        do="Corrigez l’élément comme le décrit la page d’axe-core consacrée à cette règle.",
        says=(("{help}: {reason}", "{help:term} ({reason:term})"),),
        unseen=(
            (
                "{help}: {reason}; 1 more like it (in the menu that “{button}” opens)",
                "{help:term} ({reason:term}) ; 1 autre du même genre, dans le menu qu’ouvre « {button} »",
            ),
            (
                "{help}: {reason}; {n} more like it (in the menu that “{button}” opens)",
                "{help:term} ({reason:term}) ; {n} autres du même genre, dans le menu qu’ouvre « {button} »",
            ),
            ("axe-core could not look into the frame {frame}", "axe-core n’a pas pu examiner le cadre {frame}"),
            (
                "{help}: {reason} (in the menu that “{button}” opens)",
                "{help:term} ({reason:term}), dans le menu qu’ouvre « {button} »",
            ),
            ("{help}: {reason}; 1 more like it", "{help:term} ({reason:term}) ; 1 autre du même genre"),
            ("{help}: {reason}; {n} more like it", "{help:term} ({reason:term}) ; {n} autres du même genre"),
        ),
        also=(("{help}.", "Corrigez l’élément comme axe-core le demande : {help:term}."),),
    ),
}

# What axe-core asks for: every rule of WCAG 2.2 A and AA that it is run with, and those met most beside them.
_HELPS = {
    "<blink> elements are deprecated and must not be used": "L’élément <blink> est abandonné et ne doit plus servir",
    "<dl> elements must only directly contain properly-ordered <dt> and <dd> groups, <script>, <template> or <div> "
    "elements": "Les <dl> ne doivent contenir directement que des groupes ordonnés de <dt> et <dd>, ou des <script>, "
    "<template> ou <div>",
    "<dt> and <dd> elements must be contained by a <dl>": "Les <dt> et <dd> doivent se trouver dans un <dl>",
    "<html> element must have a lang attribute": "L’élément <html> doit avoir un attribut lang",
    "<html> element must have a valid value for the lang attribute": "L’élément <html> doit avoir un attribut lang "
    "valide",
    "<li> elements must be contained in a <ul> or <ol>": "Les éléments <li> doivent se trouver dans un <ul> ou un <ol>",
    "<marquee> elements are deprecated and must not be used": "L’élément <marquee> est abandonné et ne doit plus "
    "servir",
    "<object> elements must have alternative text": "Les éléments <object> doivent avoir un texte de remplacement",
    "<svg> elements with an img role must have alternative text": "Les éléments <svg> de rôle img doivent avoir un "
    "texte de remplacement",
    "<ul> and <ol> must only directly contain <li>, <script> or <template> elements": "Les <ul> et <ol> ne doivent "
    "contenir directement que des <li>, <script> ou <template>",
    "<video> elements must have captions": "Les vidéos doivent avoir des sous-titres",
    "<video> or <audio> elements must not play automatically": "Vidéos et sons ne doivent pas démarrer d’eux-mêmes",
    "ARIA attributes must be used as specified for the element's role": "Les attributs ARIA doivent être employés "
    "comme le rôle de l’élément le prévoit",
    "ARIA attributes must conform to valid names": "Les attributs ARIA doivent exister",
    "ARIA attributes must conform to valid values": "Les attributs ARIA doivent avoir des valeurs valides",
    "ARIA commands must have an accessible name": "Les commandes ARIA doivent avoir un nom accessible",
    "ARIA dialog and alertdialog nodes should have an accessible name": "Les boîtes de dialogue ARIA devraient avoir "
    "un nom accessible",
    "ARIA hidden element must not be focusable or contain focusable elements": "Un élément caché par ARIA ne doit "
    "pas recevoir le focus, ni rien de ce qu’il contient",
    "ARIA input fields must have an accessible name": "Les champs ARIA doivent avoir un nom accessible",
    "ARIA meter nodes must have an accessible name": "Les jauges ARIA doivent avoir un nom accessible",
    "ARIA progressbar nodes must have an accessible name": "Les barres de progression ARIA doivent avoir un nom "
    "accessible",
    "ARIA roles used must conform to valid values": "Les rôles ARIA employés doivent exister",
    "ARIA tab nodes must have an accessible name": "Les onglets ARIA doivent avoir un nom accessible",
    "ARIA toggle fields must have an accessible name": "Les cases et interrupteurs ARIA doivent avoir un nom "
    "accessible",
    "ARIA tooltip nodes must have an accessible name": "Les infobulles ARIA doivent avoir un nom accessible",
    "Active <area> elements must have alternative text": "Les zones d’image cliquables doivent avoir un texte de "
    "remplacement",
    "All page content should be contained by landmarks": "Tout le contenu de la page devrait se trouver dans des "
    "régions repères",
    "Buttons must have discernible text": "Les boutons doivent avoir un texte perceptible",
    "Certain ARIA roles must be contained by particular parents": "Certains rôles ARIA demandent un parent donné",
    "Certain ARIA roles must contain particular children": "Certains rôles ARIA demandent des enfants donnés",
    "Delayed refresh under 20 hours must not be used": "La page ne doit pas se recharger d’elle-même avant 20 heures",
    "Deprecated ARIA roles must not be used": "Les rôles ARIA abandonnés ne doivent plus servir",
    "Document should have one main landmark": "Le document devrait avoir une région principale (main)",
    "Document should not have more than one main landmark": "Le document ne devrait avoir qu’une région principale "
    "(main)",
    "Documents must have <title> element to aid in navigation": "Le document doit avoir un élément <title>, pour s’y "
    "retrouver",
    "Elements must only use permitted ARIA attributes": "Les éléments ne doivent porter que des attributs ARIA permis",
    "Elements must only use supported ARIA attributes": "Les éléments ne doivent porter que des attributs ARIA que "
    "leur rôle connaît",
    "Elements should not have tabindex greater than zero": "Aucun élément ne devrait avoir un tabindex supérieur à "
    "zéro",
    "Form elements must have labels": "Les champs de formulaire doivent avoir une étiquette",
    "Form elements should have a visible label": "Les champs de formulaire devraient avoir une étiquette visible",
    "Form field must not have multiple label elements": "Un champ de formulaire ne doit pas avoir plusieurs étiquettes",
    "Frames must have a unique title attribute": "Les cadres doivent avoir un titre qui les distingue",
    "Frames must have an accessible name": "Les cadres doivent avoir un nom accessible",
    "Frames with focusable content must not have tabindex=-1": "Un cadre dont le contenu reçoit le focus ne doit pas "
    "porter tabindex=-1",
    "HTML elements with lang and xml:lang must have the same base language": "Les attributs lang et xml:lang doivent "
    "indiquer la même langue",
    "Heading levels should only increase by one": "Les niveaux de titre ne devraient augmenter que d’un à la fois",
    "Headings should not be empty": "Les titres ne devraient pas être vides",
    "IDs used in ARIA and labels must be unique": "Les id qu’emploient ARIA et les étiquettes doivent être uniques",
    "Image buttons must have alternative text": "Les boutons en image doivent avoir un texte de remplacement",
    "Images must have alternative text": "Les images doivent avoir un texte de remplacement",
    "Inline text spacing must be adjustable with custom stylesheets": "L’espacement du texte doit pouvoir être "
    "ajusté par le lecteur",
    "Input buttons must have discernible text": "Les boutons de formulaire doivent avoir un texte perceptible",
    "Interactive controls must not be nested": "Une commande ne doit pas en contenir une autre",
    "Landmarks should have a unique role or role/label/title (i.e. accessible name) combination": "Les régions "
    "repères devraient se distinguer par leur rôle ou leur nom accessible",
    "Links must be distinguishable without relying on color": "Les liens doivent se distinguer autrement que par la "
    "couleur",
    "Links must have discernible text": "Les liens doivent avoir un texte perceptible",
    "Page must have means to bypass repeated blocks": "La page doit offrir de quoi passer les blocs répétés",
    "Page should contain a level-one heading": "La page devrait contenir un titre de niveau un",
    "Required ARIA attributes must be provided": "Les attributs ARIA requis doivent être présents",
    "Scrollable region must have keyboard access": "Une zone qui défile doit être accessible au clavier",
    "Select element must have an accessible name": "Une liste de choix doit avoir un nom accessible",
    "Server-side image maps must not be used": "Les images cliquables traitées par le serveur ne doivent pas servir",
    "Summary elements must have discernible text": "Les éléments summary doivent avoir un texte perceptible",
    "Table cell headers attributes must refer to other <th> elements in the same table": "L’attribut headers d’une "
    "cellule doit désigner des <th> du même tableau",
    "Table headers in a data table must refer to data cells": "Les en-têtes d’un tableau de données doivent se "
    "rapporter à des cellules",
    '[role="img"] elements must have alternative text': "Les éléments de rôle img doivent avoir un texte de "
    "remplacement",
    "aria-braille attributes must have a non-braille equivalent": "Les attributs aria-braille doivent avoir un "
    "équivalent hors braille",
    'aria-hidden="true" must not be present on the document body': "La page entière (body) ne doit pas porter "
    "aria-hidden",
    "autocomplete attribute must be used correctly": "L’attribut autocomplete doit être employé correctement",
    "id attribute value must be unique": "La valeur d’un attribut id doit être unique",
    "lang attribute must have a valid value": "L’attribut lang doit avoir une valeur valide",
}

# What it says of one element.
_SAYS = {
    "Element has no alt attribute": "il n’a pas d’attribut alt",
    "Element does not have an alt attribute": "il n’a pas d’attribut alt",
    "Element has an empty alt attribute": "son attribut alt est vide",
    "Element has an alt attribute containing only a space character, which is not ignored by all screen readers": "son "
    "attribut alt ne contient qu’une espace, que certains lecteurs d’écran annoncent",
    "aria-label attribute does not exist or is empty": "il n’a pas d’aria-label, ou celui-ci est vide",
    "aria-labelledby attribute does not exist, references elements that do not exist or references elements that are "
    "empty": "il n’a pas d’aria-labelledby, ou celui-ci désigne des éléments vides ou absents",
    "Ensure aria-labelledby references an existing element": "vérifiez que son aria-labelledby désigne un élément "
    "présent",
    "Element has no title attribute": "il n’a pas d’attribut title",
    "Element has an empty title attribute": "son attribut title est vide",
    "Element's title attribute is not unique": "son attribut title n’est pas unique",
    "ARIA attribute is not allowed: {names}": "attribut ARIA non permis : {names}",
    "ARIA attributes are not allowed: {names}": "attributs ARIA non permis : {names}",
    "ARIA attribute is not allowed on {tag} elements: {names}": "attribut ARIA non permis sur un élément {tag} : "
    "{names}",
    "ARIA attributes are not allowed on {tag} elements: {names}": "attributs ARIA non permis sur un élément {tag} : "
    "{names}",
    "Check that there is no problem if the ARIA attribute is ignored on this element: {names}": "vérifiez que rien "
    "ne manque si cet attribut ARIA est ignoré : {names}",
    "ARIA attribute is not widely supported in screen readers and assistive technologies: {names}": "attribut ARIA "
    "que peu de lecteurs d’écran connaissent : {names}",
    "aria-brailleroledescription is used on an element with no aria-roledescription": "il porte "
    "aria-brailleroledescription sans aria-roledescription",
    "aria-brailleroledescription is used on an element with an empty aria-roledescription": "il porte "
    "aria-brailleroledescription, mais son aria-roledescription est vide",
    "aria-braillelabel is used on an element with no accessible text": "il porte aria-braillelabel sans texte "
    "accessible",
    "Unable to compute accessible text": "son texte accessible n’a pas pu être établi",
    "Element does not have text that is visible to screen readers": "il n’a pas de texte qu’un lecteur d’écran "
    "puisse lire",
    "Element does not have inner text that is visible to screen readers": "il n’a pas de texte qu’un lecteur d’écran "
    "puisse lire",
    "Unable to determine if element has children": "on ne peut dire s’il contient d’autres éléments",
    'Remove aria-checked, or set it to "{state}" to match the real checkbox state': "retirez aria-checked, ou "
    "donnez-lui la valeur {state}, comme la case elle-même",
    'Remove aria-checked, or set it to "{state}" to match the real radio state': "retirez aria-checked, ou "
    "donnez-lui la valeur {state}, comme le bouton radio lui-même",
    "This attribute is supported with treegrid rows, but not {role}: {names}": "attribut prévu pour les lignes d’un "
    "treegrid, pas pour {role} : {names}",
    "These attributes are supported with treegrid rows, but not {role}: {names}": "attributs prévus pour les lignes "
    "d’un treegrid, pas pour {role} : {names}",
    "The role used is deprecated: {role}": "rôle abandonné : {role}",
    "aria-hidden=true should not be present on the document body": "aria-hidden=true cache toute la page aux "
    "lecteurs d’écran",
    "Check that focusable elements are not tabbable in the current state": "vérifiez que rien n’y reçoit le focus "
    "dans l’état actuel",
    "Focusable content should be disabled or be removed from the DOM": "ce qui y reçoit le focus doit être désactivé "
    "ou retiré de la page",
    'Focusable content should have tabindex="-1" or be removed from the DOM': "ce qui y reçoit le focus doit porter "
    "tabindex=-1 ou être retiré de la page",
    "Check if the focusable elements immediately move the focus indicator": "vérifiez si ce qui y reçoit le focus le "
    "déplace aussitôt",
    "Check that the <label> does not need be part of the ARIA {role} field's name": "vérifiez que son <label> n’a "
    "pas à faire partie du nom du champ ARIA {role}",
    '{names} attributes cannot be used with role "{role}"': "attributs interdits avec le rôle {role} : {names}",
    '{names} attribute cannot be used with role "{role}"': "attribut interdit avec le rôle {role} : {names}",
    "{names} attributes cannot be used on a {tag} with no valid role attribute": "attributs interdits sur un {tag} "
    "sans rôle valide : {names}",
    "{names} attribute cannot be used on a {tag} with no valid role attribute": "attribut interdit sur un {tag} sans "
    "rôle valide : {names}",
    '{names} attribute is not well supported with role "{role}"': "attribut mal reconnu avec le rôle {role} : {names}",
    '{names} attributes are not well supported with role "{role}"': "attributs mal reconnus avec le rôle {role} : "
    "{names}",
    "{names} attribute is not well supported on a {tag} with no valid role attribute": "attribut mal reconnu sur un "
    "{tag} sans rôle valide : {names}",
    "{names} attributes are not well supported on a {tag} with no valid role attribute": "attributs mal reconnus sur "
    "un {tag} sans rôle valide : {names}",
    "Required ARIA attribute not present: {names}": "attribut ARIA requis, mais absent : {names}",
    "Required ARIA attributes not present: {names}": "attributs ARIA requis, mais absents : {names}",
    "Required ARIA child role not present: {names}": "il lui manque un enfant de rôle {names}",
    "Required ARIA children role not present: {names}": "il lui manque des enfants de rôle {names}",
    "Expecting ARIA child role to be added: {names}": "un enfant de ce rôle est attendu : {names}",
    "Expecting ARIA children role to be added: {names}": "des enfants de ces rôles sont attendus : {names}",
    'Element has children which are not allowed: {names}; Having aria-busy="true" does not allow children with '
    "roles that are not allowed": "il contient ce qui n’y est pas permis, même avec aria-busy : {names}",
    "Element has children which are not allowed: {names}": "il contient ce qui n’y est pas permis : {names}",
    "Required ARIA parent role not present: {names}": "il lui manque un parent de rôle {names}",
    "Required ARIA parents role not present: {names}": "il lui manque un parent de l’un de ces rôles : {names}",
    "Role must be one of the valid ARIA roles: {names}": "ce rôle n’existe pas en ARIA : {names}",
    "Roles must be one of the valid ARIA roles: {names}": "ces rôles n’existent pas en ARIA : {names}",
    "Abstract role cannot be directly used: {names}": "ce rôle abstrait ne s’emploie pas tel quel : {names}",
    "Abstract roles cannot be directly used: {names}": "ces rôles abstraits ne s’emploient pas tels quels : {names}",
    "The role used is not widely supported in screen readers and assistive technologies: {role}": "rôle que peu de "
    "lecteurs d’écran connaissent : {role}",
    "Invalid ARIA attribute value: {names}": "valeur d’attribut ARIA non valide : {names}",
    "Invalid ARIA attribute values: {names}": "valeurs d’attributs ARIA non valides : {names}",
    "Invalid ARIA attribute name: {names}": "cet attribut ARIA n’existe pas : {names}",
    "Invalid ARIA attribute names: {names}": "ces attributs ARIA n’existent pas : {names}",
    "ARIA attribute element ID does not exist on the page: {names}": "l’id que cet attribut ARIA désigne n’existe "
    "pas sur la page : {names}",
    "ARIA attribute element ID does not exist on the page or is a descendant of a different shadow DOM tree: "
    "{names}": "l’id que cet attribut ARIA désigne n’existe pas sur la page, ou se trouve dans un autre arbre (shadow "
    "DOM) : {names}",
    'ARIA attribute value is invalid and will be treated as "aria-current=true": '
    "{names}": "valeur d’attribut ARIA non valide, comprise comme aria-current=true : {names}",
    "Unable to determine if ARIA attribute element ID exists on the page: {names}": "on ne peut dire si l’id que cet "
    "attribut ARIA désigne existe sur la page : {names}",
    "ARIA attribute value is ignored while empty: {names}": "attribut ARIA vide, donc ignoré : {names}",
    "Unable to determine if aria-controls referenced ID exists on the page while using aria-haspopup: {names}": "on "
    "ne peut dire si l’id que désigne aria-controls existe, avec aria-haspopup : {names}",
    "aria-errormessage value `{names}` must use a technique to announce the message (e.g., aria-live, "
    "aria-describedby, role=alert, etc.)": "le message d’erreur {names} doit être annoncé (aria-live, "
    "aria-describedby, role=alert…)",
    "aria-errormessage values `{names}` must use a technique to announce the message (e.g., aria-live, "
    "aria-describedby, role=alert, etc.)": "les messages d’erreur {names} doivent être annoncés (aria-live, "
    "aria-describedby, role=alert…)",
    "Multiple IDs in aria-errormessage is not widely supported in assistive technologies": "peu de lecteurs d’écran "
    "connaissent plusieurs id dans aria-errormessage",
    "aria-errormessage value `{names}` cannot reference a hidden element": "aria-errormessage ne doit pas désigner "
    "un élément caché : {names}",
    "Ensure aria-errormessage value `{names}` references an existing element": "vérifiez que l’élément désigné par "
    "aria-errormessage existe : {names}",
    "Ensure aria-errormessage values `{names}` reference existing elements": "vérifiez que les éléments désignés par "
    "aria-errormessage existent : {names}",
    "Unable to determine if aria-errormessage element exists on the page: {names}": "on ne peut dire si l’élément "
    "désigné par aria-errormessage existe : {names}",
    "aria-level values greater than 6 are not supported in all screenreader and browser combinations": "tous les "
    "lecteurs d’écran ne connaissent pas aria-level au-delà de 6",
    "the autocomplete attribute is incorrectly formatted": "son attribut autocomplete est mal écrit",
    "the autocomplete attribute has a non-standard value. Check whether any standard value could be used "
    "instead": "son attribut autocomplete a une valeur hors norme : voyez si une valeur de la norme conviendrait",
    "{style} in the style attribute must not use !important, or be at {least}em (current {now}em)": "son style "
    "{style} ne doit pas être imposé (important), ou valoir au moins {least:number} em (il vaut {now:number} em)",
    "Element is visible": "il est visible",
    "Element does not have an implicit (wrapped) <label>": "aucun <label> ne l’entoure",
    "Unable to determine if form element has an implicit (wrapped) <label>": "on ne peut dire si un <label> l’entoure",
    "Element does not have an explicit <label>": "aucun <label> ne le désigne",
    "Unable to determine if form element has an explicit <label>": "on ne peut dire si un <label> le désigne",
    "Form element has explicit <label> that is hidden": "le <label> qui le désigne est caché",
    "Unable to determine if form element has explicit <label> that is hidden": "on ne peut dire si le <label> qui le "
    "désigne est caché",
    'Element\'s default semantics were not overridden with role="none" or role="presentation"': "il n’est pas "
    "déclaré décoratif (role none ou presentation)",
    "Element's role is not presentational because it has a global ARIA attribute": "un attribut ARIA global "
    "l’empêche d’être décoratif",
    "Element's role is not presentational because it is focusable": "il reçoit le focus, et n’est donc pas décoratif",
    "Element's role is not presentational because it has a global ARIA attribute and is focusable": "il reçoit le "
    "focus et porte un attribut ARIA global, et n’est donc pas décoratif",
    'Using the "title" attribute on an {tag} element with a presentational role behaves inconsistently between '
    "screen readers": "un title sur un élément {tag} décoratif est lu ou non selon le lecteur d’écran",
    "No valid skip link found": "aucun lien d’évitement valable n’a été trouvé",
    "Page does not have a heading": "la page n’a pas de titre",
    "Page does not have a landmark region": "la page n’a pas de région repère",
    "When not empty, element does not have at least one <dt> element followed by at least one <dd> element": "il ne "
    "contient pas de <dt> suivi d’un <dd>",
    "dl element has direct children that are not allowed: {names}": "le <dl> contient directement ce qui n’y est pas "
    "permis : {names}",
    "Description list item does not have a <dl> parent element": "son parent n’est pas un <dl>",
    "Document does not have a non-empty <title> element": "la page n’a pas de <title>, ou celui-ci est vide",
    "Document has multiple elements referenced with ARIA with the same id attribute: {id}": "plusieurs éléments "
    "désignés par ARIA portent le même id : {id}",
    "Multiple label elements is not widely supported in assistive technologies. Ensure the first label contains all "
    "necessary information": "peu de lecteurs d’écran connaissent plusieurs étiquettes : tout doit être dans la "
    "première",
    "Element has focusable descendants": "il contient des éléments qui reçoivent le focus",
    "Could not determine if element has descendants": "on ne peut dire ce qu’il contient",
    "The xml:lang attribute is not valid on HTML pages, use the lang attribute": "xml:lang ne vaut pas en HTML : "
    "employez lang",
    "The <html> element does not have a lang attribute": "l’élément <html> n’a pas d’attribut lang",
    "Value of lang attribute not included in the list of valid languages": "la valeur de lang n’est pas une langue "
    "connue",
    "Lang and xml:lang attributes do not have the same base language": "lang et xml:lang n’indiquent pas la même "
    "langue",
    "Element has a value attribute and the value attribute is empty": "son attribut value est vide",
    "Element has no value attribute": "il n’a pas d’attribut value",
    "Element has an empty value attribute": "son attribut value est vide",
    "Element has no placeholder attribute": "il n’a pas d’attribut placeholder",
    "Element has an empty placeholder attribute": "son attribut placeholder est vide",
    "The link has insufficient color contrast of {ratio}:1 with the surrounding text. (Minimum contrast is "
    "{least}:1, link text: {link}, surrounding text: {around})": "le lien ne se détache que de {ratio:number} pour 1 "
    "du texte qui l’entoure (au moins {least:number} pour 1 ; lien {link}, texte {around})",
    "The link background has insufficient color contrast of {ratio} (Minimum contrast is {least}:1, link background "
    "color: {link}, surrounding background color: {around})": "le fond du lien ne se détache que de {ratio:number} "
    "pour 1 de ce qui l’entoure (au moins {least:number} pour 1 ; lien {link}, autour {around})",
    "Element's foreground contrast ratio could not be determined": "le contraste de son texte n’a pas pu être établi",
    "Element's background contrast ratio could not be determined": "le contraste de son fond n’a pas pu être établi",
    "Element's contrast ratio could not be determined due to a background image": "une image de fond empêche "
    "d’établir son contraste",
    "Element's contrast ratio could not be determined due to a background gradient": "un dégradé de fond empêche "
    "d’établir son contraste",
    "Element's contrast ratio could not be determined because element contains an image node": "une image qu’il "
    "contient empêche d’établir son contraste",
    "Element's contrast ratio could not be determined because of element overlap": "un élément qui le recouvre "
    "empêche d’établir son contraste",
    "The link has no styling (such as underline) to distinguish it from the surrounding text": "rien, pas même un "
    "soulignement, ne distingue le lien du texte qui l’entoure",
    "Check if the link needs styling to distinguish it from nearby text": "voyez si le lien se distingue assez du "
    "texte voisin",
    "Check if the link's pseudo style is sufficient to distinguish it from the surrounding text": "voyez si le style "
    "ajouté au lien le distingue assez du texte voisin",
    "Element is in tab order and does not have accessible text": "il reçoit le focus, et n’a pas de texte accessible",
    "Unable to determine if element has an accessible name": "on ne peut dire s’il a un nom accessible",
    "List element has direct children that are not allowed: {names}": "la liste contient directement ce qui n’y est "
    "pas permis : {names}",
    "List item does not have a <ul>, <ol> parent element": "son parent n’est ni un <ul> ni un <ol>",
    'List item parent element has a role that is not role="list"': "son parent a un autre rôle que list",
    "<meta> tag forces timed refresh of page (less than 20 hours)": "une balise <meta> recharge la page au bout d’un "
    "temps",
    "Using a negative tabindex on an element inside an interactive control does not prevent assistive technologies "
    'from focusing the element (even with aria-hidden="true")': "un tabindex négatif dans une commande n’empêche pas "
    "un lecteur d’écran d’y aller, même avec aria-hidden",
    "<video> or <audio> outputs audio for more than allowed duration and does not have a controls mechanism": "le "
    "son dure plus que permis, sans commande pour l’arrêter",
    "Check that the <video> or <audio> does not output audio for more than allowed duration or provides a controls "
    "mechanism": "vérifiez que le son s’arrête assez tôt, ou qu’une commande l’arrête",
    "Element should have focusable content": "rien en lui ne reçoit le focus",
    "Element should be focusable": "il ne reçoit pas le focus",
    "Element exists": "il est présent",
    "Element has no child that is a title": "il ne contient pas de title",
    "Element child title is empty": "le title qu’il contient est vide",
    "Unable to determine element has a child that is a title": "on ne peut dire s’il contient un title",
    "The headers attribute is not exclusively used to refer to other header cells in the table": "son attribut "
    "headers désigne autre chose que des en-têtes du tableau",
    "The headers attribute must refer to header cells, not data cells": "son attribut headers désigne des cellules, "
    "pas des en-têtes",
    "The element with headers attribute refers to itself": "son attribut headers le désigne lui-même",
    "The headers attribute is empty": "son attribut headers est vide",
    "Not all table header cells refer to data cells": "tous les en-têtes ne se rapportent pas à des cellules",
    "Table data cells are missing or empty": "les cellules du tableau sont vides ou absentes",
    "Check that captions are available for the element": "vérifiez que des sous-titres existent",
}

TERMS = {**_HELPS, **_SAYS}
