"""What is said of walks in French, one file a part of the way."""

from collections.abc import Mapping


def _with_colon(said: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    """The same for older results, which have a colon between the verb and its value."""
    return {
        verb: {**pairs, **{english.replace(f"{verb} ", f"{verb}: ", 1): french for english, french in pairs.items()}}
        for verb, pairs in said.items()
    }


# A step as read aloud, by its verb: the verb and its own value, else the verb and its first one.
STEPS: Mapping[str, Mapping[str, str]] = _with_colon(
    {
        "check": {"check": "vérifier la page", "check {rules}": "vérifier la page ({rules})"},
        "expect-badge": {"expect-badge 0": "attendre que la pastille disparaisse",
                         "expect-badge {n}": "attendre une pastille à {n}"},
        "expect-notification": {"expect-notification “{text}”": "attendre la notification « {text} »"},
        "expect-reply": {
            "expect-reply": "attendre une réponse",
            "expect-reply text “{text}”": "attendre la réponse « {text} »",
            "expect-reply within {time}": "attendre une réponse ({time:number} au plus)",
            "expect-reply {time}": "attendre une réponse ({time:number} au plus)",
        },
        "expect-url": {"expect-url “{url}”": "être à l’adresse {url}"},
        "find": {
            "find": "trouver",
            "find within 1 tap": "trouver en un geste",
            "find within {n} taps": "trouver en {n} gestes au plus",
            "find {goal}": "trouver {goal:term}",
        },
        "go": {
            "go “back”": "revenir en arrière",
            "go “reload”": "recharger la page",
            "go “{url}”": "aller à {url}",
        },
        "manual": {"manual “{text}”": "attesté par une personne : « {text} »"},
        "not-see": {"not-see “{text}”": "ne pas voir « {text} »"},
        "open-chat": {"open-chat": "ouvrir la discussion",
                      "open-chat “{button}”": "ouvrir la discussion par « {button} »",
                      "open-chat {_key} {value}": "ouvrir la discussion ({value})"},
        "screenshot": {"screenshot “{name}”": "garder une image, « {name} »"},
        "scroll": {
            "scroll “down”": "faire défiler d’un écran vers le bas",
            "scroll “up”": "faire défiler d’un écran vers le haut",
            "scroll “bottom”": "faire défiler jusqu’en bas",
            "scroll “top”": "remonter tout en haut",
            "scroll “{text}”": "faire défiler jusqu’à « {text} »",
        },
        "see": {"see “{text}”": "voir « {text} »"},
        "send": {"send “{name}”": "envoyer par « {name} »"},
        "tap": {"tap “{name}”": "toucher « {name} »"},
        "type": {"type “{into}”": "remplir « {into} »"},
        "wait": {"wait for “{text}”": "attendre « {text} »", "wait {time}": "attendre {time:number}"},
        # how a journey begins
        "email": {"email {file}": "l’e-mail {file}", "email": "un e-mail"},
        "link": {"link {url}": "le lien {url}"},
        "nfc": {"nfc {url}": "la puce NFC {url}", "nfc": "une puce NFC"},
        "qr": {"qr {file}": "le code QR de {file}"},
        "sms": {"sms {text}": "le SMS « {text} »"},
        "social": {"social {url}": "la publication {url}"},
    }
)  # fmt: skip

# Sentences with nothing of their own around their values: tried when no other one fits.
LAST: Mapping[str, str] = {
    "{said} ({tip})": "{said:term} ({tip:term})",
}
