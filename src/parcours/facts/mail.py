"""An e-mail as bytes, read as mail programs read it: who writes, what is said, where its links lead.

Mails in the wild break most rules of RFC 5322 and MIME; what can be read of one is read.
"""

from __future__ import annotations

import base64
import html
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import unquote

from parcours.facts.message import Message, MessageLink
from parcours.facts.texting import links_in
from parcours.facts.trackers import hidden_target
from parcours.facts.urls import classify, place_of

MOST_BYTES = 25_000_000  # what mail servers carry
MOST_HTML = 3_000_000
MOST_LINKS = 500
MOST_HEADER = 4_000
MOST_PARTS = 200
MOST_DEPTH = 400  # elements within elements
MOST_UNCLOSED = 300  # tags in a row
MOST_STYLES = 200_000  # characters
HEAD = 20_000  # characters in which the head begins
MOST_PICTURE = 3_000_000  # bytes of one picture within the mail
MOST_CHOICES = 12
PREVIEW = 160  # characters that lists of mails show
HEADERS = ("list-unsubscribe", "list-unsubscribe-post", "list-id", "precedence", "feedback-id")
METAS = ("viewport", "color-scheme", "supported-color-schemes")
OUTLOOK = b"\xd0\xcf\x11\xe0"

# Ways out of a list, in six languages without accents.
WAY_OUT = re.compile(
    r"unsubscri|opt.?out|desabon|desinscri|ne plus recevoir|abmelden|abbestell|austragen|darse de baja|"
    r"cancelar (?:la )?suscripcion|disiscri|annulla.{0,14}iscrizione|afmelden|uitschrijven"
)
# What is no call to action besides: other ways to read, and the small print.
ASIDE = re.compile(
    r"preferenc|preferenz|einstellungen|voorkeuren|view (?:it |this )?(?:e-?mail )?(?:in|online)|"
    r"(?:read|see|open) (?:it )?(?:online|in (?:your|a|the) browser)|navigateur|(?:version|voir|lire|consulter) "
    r"(?:\w+ )?en ligne|im browser|online.?(?:version|ansicht)|nel browser|en el navegador|webversi|"
    r"privacy|confidentialite|donnees personnelles|datenschutz|privacidad|mentions legales|legal notice|impressum|"
    r"terms|conditions generales|\bcg[uv]s?\b|forward to|transferer a un ami|\bcontact(?:er|ez-nous| us)?\b|kontakt"
)
SOCIAL = frozenset(
    {"facebook.com", "instagram.com", "x.com", "twitter.com", "youtube.com", "linkedin.com", "tiktok.com"}
    | {"pinterest.com", "pinterest.fr", "snapchat.com", "threads.net"}
)
BUTTON = re.compile(r"(?:^|[\s_-])(?:btn|button|cta|bouton|boton|knop|schaltflaeche)(?:$|[\s_-]|\d)", re.IGNORECASE)
FILLED = re.compile(r"background(?:-color)?\s*:\s*(?!\s*(?:none|transparent|inherit|initial))[^;]", re.IGNORECASE)
ROOMY = re.compile(r"padding|display\s*:\s*(?:inline-)?block|line-height", re.IGNORECASE)
HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
NARROW = re.compile(r"@media[^{]*max-(?:device-)?width", re.IGNORECASE)
STYLE, STYLE_END = re.compile(r"<style", re.IGNORECASE), re.compile(r"</style", re.IGNORECASE)
RULE = re.compile(r"\.([\w-]+)[^{}]{0,200}\{([^{}]{0,2000})\}")
CELLS = frozenset({"td", "th", "div", "span", "p"})
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
SILENT = frozenset({"style", "script", "title", "head", "template", "noscript"})


class _Brief(policy.EmailPolicy):
    """Headers as Python reads them, the first letters of each: it takes hours over one with 100,000 addresses."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value if hasattr(value, "name") else value[:MOST_HEADER])


class MailError(ValueError):
    """A file that is no mail; `tip` says what to do."""

    def __init__(self, message: str, tip: str = "") -> None:
        super().__init__(message)
        self.tip = tip


class Mail(NamedTuple):
    """A mail: its facts, and the HTML that a phone draws ("" for a plain text), its own pictures put into it."""

    message: Message
    html: str


def read_mail(data: bytes, file: str) -> Mail:
    """The mail in an .eml or .html file. Raises MailError when there is none."""
    if len(data) > MOST_BYTES:
        raise MailError(f"{len(data) / 1e6:.0f} MB are more than mail servers carry", "save it without attachments")
    if data.startswith(OUTLOOK):
        raise MailError("this is Outlook's own format (.msg)", "save the mail as .eml or as HTML")
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if not data.strip():
        raise MailError("the file is empty", "save the mail again, as .eml with all its source")
    if file.lower().endswith((".html", ".htm")) or data[:200].lstrip().lower().startswith((b"<!doctype", b"<html")):
        text = _page_text(data)
        return Mail(_with_page(Message("email", file, html=True), text), text)
    return _parsed(data, file)


def _page_text(data: bytes) -> str:
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    found = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:2048], re.IGNORECASE)
    return _decoded(data, found[1].decode("ascii", "replace") if found else "")


def _decoded(data: bytes, charset: str) -> str:
    """The text in its charset; where that is unknown or wrong, in UTF-8 or the one of western Windows."""
    for name in (charset, "utf-8"):
        try:
            return data.decode(name) if name else data.decode("utf-8")
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("cp1252", "replace")


# The parts of an .eml


def _parsed(data: bytes, file: str) -> Mail:
    if sum(data.lower().count(kind) for kind in (b"multipart/", b"message/rfc822")) > MOST_PARTS:
        raise MailError("its parts are nested too deep", "save it again without the mails attached to it")
    mail = BytesParser(policy=_Brief()).parsebytes(data)
    if not len(mail):
        raise MailError("no header of a mail can be read in it", "save the mail as .eml, with all its source")
    assert isinstance(mail, EmailMessage)
    page, plain = _bodies(mail)
    pictures = _pictures(mail) if page else {}
    headers = {name: value for name in HEADERS if (value := _header(mail, name))}
    said = Message(
        "email",
        file,
        subject=_header(mail, "subject")[:300],
        sender=_header(mail, "from")[:300],
        html=bool(page),
        sent="received" in {name.lower() for name in mail},
        headers=headers,
    )
    if page:
        return Mail(_with_page(said, page), _with_pictures(page, pictures))
    if not plain.strip():
        raise MailError("it has neither HTML nor text", "save the mail with its body")
    text = plain[:20_000]
    return Mail(replace(said, text=text, preheader=_one_line(text)[:PREVIEW], links=links_in(text)[:MOST_LINKS]), "")


def _header(mail: EmailMessage, name: str) -> str:
    """A header's text. Those that Python's parser stumbles over are given as they stand."""
    try:
        return _one_line(str(mail[name] or ""))
    except Exception:  # noqa: BLE001 - broken headers raise IndexError, AttributeError and more from within the parser
        raw = next((str(value) for key, value in mail.raw_items() if key.lower() == name), "")
        return _one_line(raw)


def _bodies(mail: EmailMessage) -> tuple[str, str]:
    """The HTML and the plain text, "" for what is missing; attachments do not count."""
    page = plain = ""
    for part in mail.walk():
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/html" and not page:
            page = _part_text(part)[:MOST_HTML]
        elif kind == "text/plain" and not plain:
            plain = _part_text(part)[:MOST_HTML]
    return page, plain


def _part_text(part: EmailMessage) -> str:
    found = part.get_payload(decode=True)
    data = found if isinstance(found, bytes) else b""
    try:
        charset = part.get_content_charset("") or ""
    except Exception:  # noqa: BLE001 - as above
        charset = ""
    return _decoded(data, charset)


def _pictures(mail: EmailMessage) -> Mapping[str, str]:
    """The pictures that travel with the mail, as data: addresses by their Content-ID."""
    found: dict[str, str] = {}
    for part in mail.walk():
        name = _header(part, "content-id").strip("<> ")
        if not name or part.get_content_maintype() != "image":
            continue
        data = part.get_payload(decode=True)
        if isinstance(data, bytes) and len(data) <= MOST_PICTURE:
            found[name] = f"data:{part.get_content_type()};base64,{base64.b64encode(data).decode()}"
    return found


def _with_pictures(page: str, pictures: Mapping[str, str]) -> str:
    def filled(match: re.Match[str]) -> str:
        return pictures.get(unquote(html.unescape(match[1])), match[0])

    return re.sub(r"cid:([^\"'\s)>]{1,300})", filled, page, flags=re.IGNORECASE) if pictures else page


# The HTML


@dataclass
class _Open:
    """An element that is open: whether it is hidden, and whether it is filled with a colour as buttons are."""

    tag: str
    hidden: bool = False
    filled: bool = False


@dataclass
class _Anchor:
    """A link under way."""

    href: str
    styled: bool
    words: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    pictures: int = 0

    def link(self, position: int) -> MessageLink:
        text, alt = _one_line("".join(self.words)), _one_line(" ".join(self.alts))
        picture = bool(self.pictures and not text)
        return MessageLink((text or alt)[:200], self.href, position, picture, self.styled and not picture)


class _Page(HTMLParser):
    """Gathers what a mail's HTML says of itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Open] = []
        self.hidden = self.silent = 0  # how many of the open elements are
        self.anchor: _Anchor | None = None
        self.links: list[MessageLink] = []
        self.metas: dict[str, str] = {}
        self.styles: list[str] = []
        self.classes: set[str] = set()  # those that the style sheets make buttons of
        self.words: list[str] = []
        self.length = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        style = values.get("style", "")[:4000]
        if tag == "meta" and (name := values.get("name", "").strip().lower()) in METAS:
            self.metas[name] = values.get("content", "")[:200]
        elif tag == "img" and self.anchor and not self.hidden:
            self.anchor.pictures += 1
            self.anchor.alts.append(values.get("alt", "")[:400])
        around = self.open[-1] if self.open else None
        if tag not in VOID and len(self.open) < MOST_DEPTH:
            filled = bool(FILLED.search(style) or values.get("bgcolor")) and tag in CELLS
            self._push(_Open(tag, bool(HIDDEN.search(style)) or "hidden" in values, filled))
        if tag == "a":
            self._begin(values, style, cell=around is not None and around.filled)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # in HTML only void elements close themselves, whatever the mail writes

    def _begin(self, values: Mapping[str, str], style: str, *, cell: bool) -> None:
        self._finish()
        href = values.get("href", "").strip()
        if not href or href.startswith("#") or self.hidden:
            return
        named = f"{values.get('class', '')} {values.get('id', '')}"[:1000]
        styled = cell or bool(FILLED.search(style) and ROOMY.search(style))
        button = styled or bool(BUTTON.search(named)) or bool(self.classes & set(named.split()))
        self.anchor = _Anchor(href[:8000], button)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._finish()
        for index in range(len(self.open) - 1, max(len(self.open) - 40, -1), -1):
            if self.open[index].tag == tag:
                while len(self.open) > index:
                    self._pop()
                break

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].tag == "style":
            self._style(data)
        if self.silent:
            return
        if self.anchor and not self.hidden:
            self.anchor.words.append(data)
        if self.length < 4000:  # lists of mails show hidden words too
            self.words.append(data)
            self.length += len(data.strip())

    def _style(self, data: str) -> None:
        text = data[: MOST_STYLES - sum(map(len, self.styles))]
        self.styles.append(text)
        self.classes |= {m[1] for m in RULE.finditer(text) if FILLED.search(m[2]) and "padding" in m[2]}

    def _push(self, element: _Open) -> None:
        self.open.append(element)
        self.hidden += element.hidden
        self.silent += element.tag in SILENT

    def _pop(self) -> None:
        element = self.open.pop()
        self.hidden -= element.hidden
        self.silent -= element.tag in SILENT

    def _finish(self) -> None:
        if self.anchor and len(self.links) < MOST_LINKS:
            self.links.append(self.anchor.link(len(self.links) + 1))
        self.anchor = None

    def close(self) -> None:
        """The end of the mail: a last link that nobody closed is one all the same."""
        super().close()
        self._finish()


def _readable(page: str) -> str:
    """The page without its comments. Raises MailError for one that would keep Python's parser busy for hours.

    That looks at the whole rest again for every comment and every tag that is never closed.
    """
    kept, at = [], 0
    while (begins := page.find("<!--", at)) >= 0:
        if style := STYLE.search(page, at, begins):  # old style sheets stand in comments of their own
            ended = STYLE_END.search(page, style.end())
            stop = ended.start() if ended else len(page)
            kept.append(page[at:stop])
        else:
            ends = page.find("-->", begins + 2)
            stop = ends + 3 if ends >= 0 else len(page)
            kept.append(page[at:begins])
        at = stop
    whole = "".join([*kept, page[at:]])
    if max(part.count("<") for part in whole.split(">")) > MOST_UNCLOSED:
        raise MailError("hundreds of its tags are never closed", "save the mail again, with all its source")
    return whole


def _with_page(message: Message, page: str) -> Message:
    parser = _Page()
    parser.feed(_readable(page))
    parser.close()
    return replace(
        message,
        preheader=_one_line(" ".join(parser.words))[:PREVIEW],
        bytes=len(page.encode("utf-8", "replace")),
        links=tuple(parser.links),
        metas=parser.metas,
        responsive=bool(NARROW.search("\n".join(parser.styles))),
    )


def _one_line(text: str) -> str:
    """The text without the invisible letters that mails fill up their previews with."""
    seen = (c for c in text.replace("\u00a0", " ") if unicodedata.category(c) != "Cf" and c != "\u034f")
    return " ".join("".join(seen).split())


def for_phone(page: str, message: Message) -> str:
    """The HTML as a phone's mail program lays it out: as wide as the screen, unless the mail says otherwise."""
    if "viewport" in message.metas:
        return page
    meta = '<meta name="viewport" content="width=device-width">'
    head = re.search(r"<head(?:\s[^>]*)?>", page[:HEAD], re.IGNORECASE) or re.search(
        r"<!doctype[^>]*>", page[:HEAD], re.IGNORECASE
    )
    place = head.end() if head else 0
    return page[:place] + meta + page[place:]


# Which link is tapped


class Choice(NamedTuple):
    """The link that is tapped, by position, or 0 with a stable code and the reason in words."""

    position: int
    code: str = ""
    reason: str = ""


def choose(links: Sequence[MessageLink], wanted: str = "") -> Choice:
    """Which link a customer taps: the one that is wanted (words, a position, "button"), else the one call to action.

    Codes: "email-no-link", "email-link-missing", "email-multiple".
    """
    if not links:
        return Choice(0, "email-no-link", "the mail has no link")
    if wanted.isdecimal():
        if 0 < int(wanted) <= len(links):
            return Choice(int(wanted))
        return _missing(f"there is no link {wanted}: the mail has {len(links)}", links)
    if wanted == "button":
        return _only([link for link in links if link.button], "button", links)
    if wanted:
        named = [link for link in links if folded(link.text) == folded(wanted)]
        return _only(named or [link for link in links if folded(wanted) in folded(link.text)], f"“{wanted}”", links)
    calls = [link for link in links if is_call(link)]
    buttons = [link for link in calls if link.button]
    return _only(buttons or calls, "call to action", links)


def _only(found: Sequence[MessageLink], what: str, links: Sequence[MessageLink]) -> Choice:
    """The first of those that lead to one and the same place."""
    if not found:
        return _missing(f"the mail has no {what}" if what[0] != "“" else f"no link says {what}", links)
    targets = {hidden_target(link.href) or link.href for link in found}
    if len(targets) > 1:
        said = f"{len(found)} links could be meant; say which with `link:`, by its words or its number"
        return Choice(0, "email-multiple", f"{said} ({choices(found)})")
    return Choice(next((link for link in found if link.text), found[0]).position)


def _missing(said: str, links: Sequence[MessageLink]) -> Choice:
    return Choice(0, "email-link-missing", f"{said} ({choices(links)})")


def choices(links: Sequence[MessageLink]) -> str:
    """The links in a row, as messages name them."""
    named = list(_named(links[:MOST_CHOICES]))
    more = len(links) - MOST_CHOICES
    return "; ".join([*named, f"and {more} more"] if more > 0 else named)


def _named(links: Sequence[MessageLink]) -> Iterator[str]:
    for link in links:
        words = f"“{link.text[:60]}”" if link.text else "a picture without words" if link.picture else "without words"
        yield f"{link.position} {words}"


def is_call(link: MessageLink) -> bool:
    """True for a link that a customer may be meant to follow: no way out of the list, no small print."""
    kind = classify(link.href)
    words = folded(link.text)
    if not kind.is_web or not kind.host or ASIDE.search(words) or WAY_OUT.search(words):
        return False
    host = place_of(link.href).host.removeprefix("www.")
    return host not in SOCIAL


def folded(text: str) -> str:
    """Letters without case and accents, single blanks: typography must not tell words apart."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
