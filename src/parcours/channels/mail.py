"""An e-mail: the file that was sent, and the link that the customer taps in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from parcours.channels import Channel, Opening, inside_folder
from parcours.errors import ArtworkError
from parcours.facts.mail import MOST_BYTES, Mail, MailError, choose, read_mail
from parcours.facts.message import MessageLink
from parcours.facts.urls import Kind, classify
from parcours.scenario.units import AssetFile


class Email(BaseModel):
    """Which mail, and which of its links."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: AssetFile = Field(description="An .eml or .html file below the scenario's folder.")
    link: str = Field(
        default="",
        max_length=200,
        description="The link that is tapped: its words, its number from 1, or `button`; else the only call to action.",
    )


def open_email(args: Email, folder: Path) -> Opening:
    """What the phone opens when the customer taps the mail's link.

    Codes when there is nothing to open: "email-no-link", "email-link-missing", "email-multiple", "email-not-url",
    "email-scheme". Raises ArtworkError ("email-unreadable") for a file that is no mail.
    """
    mail = load(inside_folder(folder, args.file), args.file)
    choice = choose(mail.message.links, args.link.strip())
    message = replace(mail.message, chosen=choice.position)
    tapped = message.tapped
    if tapped is None:
        return Opening(code=choice.code, reason=choice.reason, message=message, html=mail.html)
    code, reason = _not_web(tapped)
    url = "" if code else tapped.href
    return Opening(url, code=code, reason=reason, message=message, html=mail.html)


def load(file: Path, name: str) -> Mail:
    """The mail in a file. Raises ArtworkError when there is none."""
    try:
        with file.open("rb") as stream:
            return read_mail(stream.read(MOST_BYTES + 1), name)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ArtworkError(f"{name} cannot be opened: {why}", code="email-unreadable") from None
    except MailError as error:
        raise ArtworkError(f"{name} is no mail: {error}", code="email-unreadable", tip=error.tip) from None


def _not_web(link: MessageLink) -> tuple[str, str]:
    """A stable code and the reason why a link opens no web page; two empty texts when it does."""
    target = classify(link.href)
    if target.is_web and target.host:
        return "", ""
    if target.kind is Kind.DANGEROUS:
        return "email-scheme", f"{link.named} begins with {target.scheme}:, which must never be opened"
    return "email-not-url", f"{link.named} opens no web page: {link.href[:80]!a}"


EMAIL = Channel("email", "An e-mail, read from its file.", Email, "file", "email: assets/spring.eml", open_email)
