"""What stands on a tag must be something that this phone opens in its browser."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import messages
from parcours.facts.message import Message, TagRecord
from parcours.facts.urls import Kind, classify, is_trustworthy_http
from parcours.trace import JourneyTrace

BELONGS_TO = {Kind.APP_STORE: "ios", Kind.PLAY_STORE: "android", Kind.INTENT: "android"}


@journey_check(
    "entry/nfc-payload",
    title="The tag opens one web page with https:// on this phone",
    severity=Severity.MAJOR,
    owner=Owner.PRINT,
    looks_at=lambda trace: messages(trace, "nfc"),
    advice=Advice(
        do="Write one record on the tag, of the type URI, with the full address from https:// on.",
        snippet="nfc: https://shop.example/tag",
        links=(
            "https://developer.apple.com/documentation/corenfc/adding-support-for-background-tag-reading",
            "https://developer.android.com/develop/connectivity/nfc/nfc",
        ),
    ),
    passes="A tag with one URI record: https://shop.example/tag",
    fails="A tag with a text record, and its address after that.",
)
def nfc_payload(tag: Message, trace: JourneyTrace) -> Iterator[Problem]:
    """People hold the phone to the tag once; when nothing opens they think that it is broken, and never do it again."""
    first = next((record for record in tag.records if record.uri), None)
    if first is None:
        held = ", ".join(dict.fromkeys(record.kind for record in tag.records))
        yield Problem(f"The tag holds no address, only: {held}", "no-address", Severity.BLOCKER)
        return
    yield from _address(first.uri, trace)
    if trace.device.platform == "ios":
        yield from _on_iphone(tag, first)
    else:
        yield from _on_android(tag, first, trace)


def _address(uri: str, trace: JourneyTrace) -> Iterator[Problem]:
    link = classify(uri)
    if link.kind is Kind.DANGEROUS:
        yield Problem(f"The tag begins with {link.scheme}:, which phones refuse to open", "dangerous", Severity.BLOCKER)
    elif not link.is_web or not link.host:
        other = BELONGS_TO.get(link.kind, trace.device.platform) != trace.device.platform
        does = "does nothing on this phone" if other else "opens no web page"
        said = f"The tag's address {does}: {uri[:80]}"
        yield Problem(said, link.kind.value, Severity.BLOCKER if other else Severity.MINOR)
    elif link.scheme == "http" and not is_trustworthy_http(uri):
        said = "The tag's address begins with http://: phones warn of it, and anyone on the way can change the page"
        yield Problem(said, "http", evidence=uri)


def _on_iphone(tag: Message, first: TagRecord) -> Iterator[Problem]:
    """An iPhone that is just held to a tag looks for the first record of the type URI."""
    if not any(record.kind == "uri" and record.type == "U" for record in tag.records):
        kind = "a smart poster" if first.kind == "smart-poster" else "an absolute address"
        yield CannotTell(f"The address stands in {kind}: iPhones look for a URI record", "record-type")


def _on_android(tag: Message, first: TagRecord, trace: JourneyTrace) -> Iterator[Problem]:
    """An Android phone goes by the first record, unless an application record names an app."""
    if tag.records[0] is not first:
        before = tag.records[0].kind
        said = f"A record of the kind “{before}” stands before the address: Android phones go by the first one"
        yield Problem(said, "not-first")
    app = next((record.value for record in tag.records if record.kind == "app"), "")
    if not app:
        return
    ours = trace.app.android
    if ours and app != ours:
        yield Problem(f"The tag opens the app {app}, or its page in the store, not {ours}", "other-app")
    else:
        said = f"The tag opens the app {app}, or its page in the store, in place of the address: is that meant?"
        yield CannotTell(said, "app", Severity.MINOR, Certainty.MEDIUM)
