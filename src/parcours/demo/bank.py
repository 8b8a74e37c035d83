"""The demo's bank: a site with a memory of each customer, and an adviser who replies after a while.

Its folder is a site's folder (see `pages.py`) with one thing more: pages in `client` are for customers who are logged
in. Without `client/messages.html` the bank is silent: customers log in and out, and nothing else can be sent to it.

The adviser replies after `conversation.REPLY_SECONDS`; `?delai=30` on any page that leads to the log-in makes it 30
seconds for this customer. A customer is a cookie: two of them never share anything, and the one who was not seen for
longest is forgotten when there are too many.
"""

from __future__ import annotations

import html
import json
import re
import secrets
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlencode

from parcours.demo import pages
from parcours.demo.conversation import (
    ADVISER,
    MOST_CHARACTERS,
    NEXT,
    REPLY_SECONDS,
    STEPS,
    UPDATED,
    Author,
    Conversation,
    Message,
)
from parcours.demo.pages import Answer, Request, see_other

LOGIN, PASSWORD = "louise", "mesange"  # shown on the page
COOKIE = "client"
PRIVATE = "client"
HOME = "compte"

MOST_CUSTOMERS = 500
MOST_STREAMS = 4  # of one customer; the oldest is ended
MOST_FIELDS = 20
LONGEST_REPLY = 3600.0
PULSE = 10.0  # seconds; a stream says something that often, and learns so that its reader has gone

SLOTS = ("mardi 10 mars, 17 h 30", "mercredi 11 mars, 12 h 15", "samedi 14 mars, 9 h 45")
ALERTS = {"notification": "une notification", "sms": "un SMS", "email": "un e-mail"}

# The blanks that French keeps together: before its signs, within its quotation marks, after a number.
_CLOSE = re.compile(r" (?=[:;!?»€])|(?<=«) |(?<=\d) (?=h\b|\d|mars\b)|(?<=\d h) (?=\d)")

_SHORT = re.compile(r"/m/[0-9a-z]{4,12}")  # the address in a text message

Clock = Callable[[], float]
Form = Mapping[str, str]


@dataclass
class Customer:
    """What the bank knows of one customer as long as the log-in lasts."""

    conversation: Conversation
    alerts: tuple[str, ...] = ()
    appointment: str = ""
    streams: deque[object] = field(default_factory=lambda: deque(maxlen=MOST_STREAMS))


class Bank:
    """The bank's site. `clock` tells seconds; tests have their own."""

    def __init__(self, folder: Path, clock: Clock = time.monotonic) -> None:
        self._folder = folder
        self._clock = clock
        self._news = threading.Condition()
        self._customers: OrderedDict[str, Customer] = OrderedDict()
        self._talks = (folder / PRIVATE / "messages.html").is_file()
        self._open = True

    def close(self) -> None:
        """End the streams."""
        with self._news:
            self._open = False
            self._news.notify_all()

    def answer(self, request: Request) -> Answer:
        """A page, a file, the stream of news, or what comes after a form."""
        with self._news:
            token, customer = self._known(request)
            if request.method == "POST":
                return self._take(request, token, customer)
            if request.path == "/nouvelles" and self._talks:
                return self._stream(request, token) if customer else Answer(204, pages.TYPES[".txt"], b"")
            return self._page(request, customer)

    # Customers

    def _known(self, request: Request) -> tuple[str, Customer | None]:
        """Who asks, brought up to date; None for anybody who is not logged in."""
        token = _cookie(request, COOKIE)
        customer = self._customers.get(token)
        if customer:
            self._customers.move_to_end(token)
            customer.conversation.catch_up(self._clock())
        return token, customer

    def _log_in(self, form: Form) -> Answer:
        goal = {"vers": form.get("vers", ""), "delai": form.get("delai", "")}
        if (form.get("identifiant", "").strip().lower(), form.get("code", "")) != (LOGIN, PASSWORD):
            return see_other("/connexion?" + urlencode({**goal, "erreur": "1"}))
        token = secrets.token_urlsafe(24)
        self._customers[token] = Customer(Conversation(_seconds(form.get("delai", ""))))
        while len(self._customers) > MOST_CUSTOMERS:
            self._customers.popitem(last=False)
        return see_other(f"/{self._goal(form)}", _set_cookie(token))

    def _goal(self, form: Form) -> str:
        """The page that a customer wanted before the log-in, if it is one of ours."""
        wanted = form.get("vers", "")
        return wanted if pages.find(self._folder / PRIVATE, f"/{wanted}") else HOME

    # Forms

    def _take(self, request: Request, token: str, customer: Customer | None) -> Answer:
        """What is sent. A page of another site may not send anything in a customer's name."""
        origin = request.headers.get("origin", "")
        if origin and origin.partition("://")[2] != request.host:
            return Answer(403, pages.TYPES[".txt"], b"")
        path = request.path
        form = _fields(request.form.decode("utf-8", "replace"))
        if path == "/connexion":
            return self._log_in(form)
        if path == "/deconnexion":
            self._customers.pop(token, None)
            return see_other("/", _set_cookie(""))
        taken = _FORMS.get(path) if self._talks else None
        if taken is None:
            return Answer(405, pages.TYPES[".txt"], b"", {"Allow": "GET, HEAD"})
        # A script has no page to go on to: following the redirect, it would read the thread unseen.
        by_script = "json" in request.headers.get("accept", "")
        if customer is None:
            return Answer(401, pages.TYPES[".txt"], b"") if by_script else see_other("/connexion")
        said = taken(customer, form, self._clock())
        self._news.notify_all()
        return Answer(204, said.mime, b"") if by_script and said.status == 303 else said

    # Pages

    def _page(self, request: Request, customer: Customer | None) -> Answer:
        path, query = request.path, _fields(request.query)
        if _SHORT.fullmatch(path):
            path, query = ("/dossier", query) if customer else ("/entree", {**query, "vers": "dossier"})
        inside = None if path == "/" else pages.find(self._folder / PRIVATE, path)
        if inside and customer is None:
            return see_other("/connexion?" + urlencode({**query, "vers": path.strip("/")}))
        file = inside or (None if path.startswith(f"/{PRIVATE}/") else pages.find(self._folder, path))
        if file and file.suffix != ".html":
            return pages.answer(self._folder, request.target)
        if file and customer and file.name == "messages.html":
            customer.conversation.read(customer.conversation.last)
        text = self._compose(file or self._folder / "404.html", request, query, customer)
        return Answer(200 if file else 404, pages.TYPES[".html"], text.encode())

    def _compose(self, file: Path, request: Request, query: Form, customer: Customer | None) -> str:
        here = f"http://{request.host}{request.path}"
        on, parts = pages.platform(request.agent), self._folder / pages.PARTS
        values = {**_at(file.stem), **_asked(query), **(_of(customer) if customer else {"prefixe": ""})}
        header = parts / ("header-client.html" if customer else "header.html")
        values["entete"] = pages.compose(header, parts, here=here, on=on, values=values)
        return pages.compose(file, parts, here=here, on=on, values=values)

    # News

    def _stream(self, request: Request, token: str) -> Answer:
        """Server-sent events: what has changed since the message that the page, or the stream before, ended with."""
        last = request.headers.get("last-event-id") or _fields(request.query).get("apres", "")
        after = int(last) if last.isascii() and last.isdigit() and len(last) < 10 else 0
        return Answer(200, "text/event-stream", b"retry: 1000\n\n", stream=self._events(token, after))

    def _events(self, token: str, after: int) -> Iterator[bytes]:
        me = object()
        said: tuple[int, ...] = ()
        while True:
            with self._news:
                customer = self._customers.get(token)
                if customer is None or not self._open:
                    return
                if not said:
                    customer.streams.append(me)
                if me not in customer.streams:
                    return
                talk = customer.conversation
                talk.catch_up(self._clock())
                state = (talk.last, talk.unread, talk.step)
                if state == said:
                    left = talk.seconds_left(self._clock())
                    self._news.wait(PULSE if left is None else min(left, PULSE))
                    piece = b":\n\n"
                else:
                    piece = _event(talk, after)
                    after, said = talk.last, state
            yield piece


def _send(customer: Customer, form: Form, now: float) -> Answer:
    text = form.get("texte", "").strip()
    if len(text) > MOST_CHARACTERS:
        return Answer(413, pages.TYPES[".txt"], b"")
    if text:
        customer.conversation.write(text, now)
    return see_other("/messages")


def _read(customer: Customer, form: Form, _: float) -> Answer:
    number = form.get("jusque", "")
    if number.isascii() and number.isdigit() and len(number) < 10:
        customer.conversation.read(int(number))
    return Answer(204, pages.TYPES[".txt"], b"")


def _choose_alerts(customer: Customer, form: Form, _: float) -> Answer:
    customer.alerts = tuple(name for name in ALERTS if form.get(name))
    return see_other("/dossier")


def _book(customer: Customer, form: Form, _: float) -> Answer:
    slot = form.get("creneau", "")
    if slot in SLOTS and slot != customer.appointment:
        customer.appointment = slot
        customer.conversation.confirm(f"C’est noté : {ADVISER} vous appelle {slot}.")
    return see_other("/rendez-vous")


_FORMS: Mapping[str, Callable[[Customer, Form, float], Answer]] = {
    "/messages": _send,
    "/lu": _read,
    "/dossier": _choose_alerts,
    "/rendez-vous": _book,
}


def _fields(encoded: str) -> dict[str, str]:
    """A form's fields or a query's, the last of each name; nothing when there are far too many."""
    with suppress(ValueError):
        found = parse_qs(encoded, max_num_fields=MOST_FIELDS)
        return {name: values[-1] for name, values in found.items()}
    return {}


def _cookie(request: Request, name: str) -> str:
    pairs = (pair.strip().partition("=") for pair in request.headers.get("cookie", "").split(";"))
    return next((value for key, _, value in pairs if key == name), "")


def _set_cookie(token: str) -> Mapping[str, str]:
    lasts = "" if token else "; Max-Age=0"
    return {"Set-Cookie": f"{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax{lasts}"}


def _seconds(typed: str) -> float:
    """How long the adviser takes, from a customer's `?delai=`."""
    with suppress(ValueError):
        return min(max(float(typed), 0.0), LONGEST_REPLY)
    return REPLY_SECONDS


# What pages are filled with


def _at(name: str) -> dict[str, str]:
    """Which tab is the page's own."""
    tabs = (HOME, "messages", "dossier", "contact")
    return {f"sur-{tab}": ' aria-current="page"' if tab == name else "" for tab in tabs}


def _asked(query: Form) -> dict[str, str]:
    """What a log-in page hands on."""
    wrong = '<p class="refus" role="alert">Identifiant ou mot de passe inconnu. Vérifiez, puis réessayez.</p>'
    return {
        "vers": html.escape(query.get("vers", "")[:40]),
        "delai": html.escape(query.get("delai", "")[:10]),
        "refus": wrong if query.get("erreur") else "",
    }


def _of(customer: Customer) -> dict[str, str]:
    """A customer's own values."""
    talk = customer.conversation
    count = talk.unread
    said = f"{count} message{'s' if count > 1 else ''} non lu{'s' if count > 1 else ''}"
    return {
        "prefixe": f"({count}) " if count else "",
        "non-lus": str(count or ""),
        "messages-dit": f"Messages, {said}" if count else "Messages",
        "dernier": str(talk.last),
        "fil": "\n".join(map(_message, talk.after())),
        "etape": str(talk.step),
        "suivi": _timeline(talk.step),
        "creneaux": "\n".join(_slot(number, slot, customer.appointment) for number, slot in enumerate(SLOTS, 1)),
        "rendez-vous": _done(f"C’est noté : {ADVISER} vous appelle {customer.appointment}.")
        if customer.appointment
        else "",
        "choix": "\n".join(_choice(name, label, customer.alerts) for name, label in ALERTS.items()),
        "alertes": _done(f"C’est noté : à chaque étape, vous recevrez {_all(customer.alerts)}.")
        if customer.alerts
        else "",
    }


def _all(alerts: tuple[str, ...]) -> str:
    names = [ALERTS[name] for name in alerts]
    return " et ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _done(text: str) -> str:
    return f'<p class="note" role="status">{_typeset(text)}</p>'


def _message(message: Message) -> str:
    names = {Author.CUSTOMER: "Vous", Author.ADVISER: ADVISER, Author.AUTOMATIC: "Message automatique"}
    return (
        f'<li class="bulle {message.author}" id="m{message.number}" data-auteur="{message.author}">'
        f'<p class="qui">{names[message.author]}, <span>{message.day}</span></p>'
        f'<p class="dit">{_typeset(message.text)}</p></li>'
    )


def _timeline(step: int) -> str:
    rows = []
    for index, each in enumerate(STEPS):
        state = "fait" if index < step else "encours" if index == step else "avenir"
        word = {"fait": "Terminé", "encours": "En cours", "avenir": "À venir"}[state]
        current = ' aria-current="step"' if index == step else ""
        about = f"{word}, {_typeset(each.about)}"
        rows.append(f'<li class="{state}"{current}><strong>{each.title}</strong> <span>{about}</span></li>')
    return (
        f'<p class="maj">Dernière mise à jour : <strong>{_typeset(UPDATED[step])}</strong></p>'
        f'<ol class="etapes">{"".join(rows)}</ol>'
        f'<p class="suite"><strong>Prochaine étape</strong> {_typeset(NEXT[step])}</p>'
    )


def _slot(number: int, slot: str, chosen: str) -> str:
    mark = " checked" if slot == chosen or (not chosen and number == 1) else ""
    return (
        f'<label class="choix" for="creneau-{number}"><input type="radio" id="creneau-{number}" name="creneau" '
        f'value="{slot}"{mark}> {_typeset(slot)}</label>'
    )


def _choice(name: str, label: str, chosen: tuple[str, ...]) -> str:
    mark = " checked" if name in chosen else ""
    return (
        f'<label class="choix" for="{name}"><input type="checkbox" id="{name}" name="{name}" value="oui"{mark}> '
        f"{label[0].upper()}{label[1:]}</label>"
    )


def _event(talk: Conversation, after: int) -> bytes:
    news = {
        "unread": talk.unread,
        "last": talk.last,
        "step": talk.step,
        "timeline": _timeline(talk.step),
        "messages": [
            {
                "number": message.number,
                "author": message.author,
                "text": message.text,
                "html": _message(message),
            }
            for message in talk.after(after)
        ],
    }
    return f"id: {talk.last}\ndata: {json.dumps(news)}\n\n".encode()


def _typeset(text: str) -> str:
    """The text as HTML, with French spaces before its signs: they never end up alone on a line."""
    return html.escape(_CLOSE.sub("\N{NO-BREAK SPACE}", text))
