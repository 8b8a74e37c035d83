"""What a customer was sent: an e-mail, a text message, a tag to hold the phone to, a post in a social app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from parcours.facts.geometry import Box

MessageKind = Literal["email", "sms", "nfc", "social"]


@dataclass(frozen=True, slots=True)
class MessageLink:
    """One link of a message.

    `text` is what can be read on it: its words, or what stands for its picture. `href` is the address as it is
    written, and `position` counts from 1. `picture` is True for a link that is a picture and nothing else, `button` for
    one that is made to look like a button. `start` and `end` are its place in a text without HTML, -1 elsewhere.
    `spot` is where the phone drew it and `size` how large its text was seen, in CSS pixels of the screen at the
    message's own top left corner; None and 0 where it was not drawn.
    """

    text: str
    href: str
    position: int = 1
    picture: bool = False
    button: bool = False
    start: int = -1
    end: int = -1
    spot: Box | None = None
    size: float = 0

    @property
    def address(self) -> str:
        """How findings tell it apart."""
        return f'link {self.position} "{self.text[:60]}"' if self.text else f"link {self.position}"

    @property
    def named(self) -> str:
        """How people call it, at the beginning of a sentence."""
        return f"“{self.text[:60]}”" if self.text else f"Link {self.position}"


@dataclass(frozen=True, slots=True)
class TagRecord:
    """One record of a tag.

    `kind` is "uri", "text", "smart-poster", "app" (an Android application record), "mime", "external", "empty" or
    "unknown". `value` is its address, its text or the app's package, "" for what is no text; `type` the type as it
    stands on the tag, `lang` of a text, `title` of a smart poster.
    """

    kind: str
    value: str = ""
    type: str = ""
    lang: str = ""
    title: str = ""

    @property
    def uri(self) -> str:
        """The address that it holds, "" for none."""
        return self.value if self.kind in {"uri", "smart-poster"} else ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its links. `chosen` is the one that the customer taps, from 1; 0 while nobody can say.

    Of an e-mail: `subject`, `sender`, `preheader` (the words that a list of mails shows after the subject), the
    `headers` that rules ask for by lower-case name, `metas` (viewport, color-scheme...) likewise, `responsive` when
    its style sheets know narrow screens, `text` when it has no HTML. `sent` is False for a file that no server has
    carried yet. `bytes` is the size of the HTML, or of the tag's message.
    `picture` is the file of what the phone drew, `width` and `height` its size in CSS pixels of the screen; `shrunk`
    how much smaller than it was made (0.6 when the mail is too wide), `legible` the share of its text that is at least
    12 px high as it is seen; -1 where nothing was drawn. `gaps` is what could not be looked at, in words.
    """

    kind: MessageKind
    file: str = ""
    text: str = ""
    subject: str = ""
    sender: str = ""
    preheader: str = ""
    html: bool = False
    bytes: int = 0
    sent: bool = False
    links: tuple[MessageLink, ...] = ()
    chosen: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    metas: Mapping[str, str] = field(default_factory=dict)
    responsive: bool = False
    records: tuple[TagRecord, ...] = ()
    app: str = ""  # the social app that the post stands in
    picture: str = ""
    width: float = 0
    height: float = 0
    shrunk: float = 1
    legible: float = -1
    gaps: tuple[str, ...] = ()

    @property
    def tapped(self) -> MessageLink | None:
        """The link that the customer taps."""
        return self.links[self.chosen - 1] if 0 < self.chosen <= len(self.links) else None
