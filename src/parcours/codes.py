"""Every code that a journey, or one of its steps, can end with: what it means, and how the journey is counted then.

The codes are stable: programs may hold on to them. The word before the first dash says where the cause lies.

`site-` the site is broken: it answers with an error, or not at all. `page-` it answers, and its page cannot be used.
`redirect-` the way to it is wrong. `blocked-` something forbids to look, on the site's side (walls against robots)
or on ours (the network policy): neither a pass nor anybody's fault. `tool-` parcours failed, or its machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Ends = Literal["failed", "inconclusive", "error"]


class Code(NamedTuple):
    """How a journey counts that ended so (findings that fail it go before), and what happened, in words."""

    ends: Ends
    says: str


CODES: Mapping[str, Code] = {
    # The site is broken
    "site-dns": Code("failed", "the host name does not exist"),
    "site-refused": Code("failed", "nothing answers at that address: the connection is refused"),
    "site-unreachable": Code("failed", "no connection to the site comes about"),
    "site-timeout": Code("failed", "the site takes the connection and does not answer in time"),
    "site-empty": Code("failed", "the site closes the connection without an answer"),
    "site-reset": Code("failed", "the site cuts the connection"),
    "site-protocol": Code("failed", "the answer is not valid HTTP, or is packed wrongly"),
    "site-tls": Code("failed", "the site has no certificate that a phone trusts, or speaks no TLS"),
    "site-tls-expired": Code("failed", "the site's certificate has expired"),
    "site-tls-name": Code("failed", "the site's certificate is another host's"),
    "site-403": Code("inconclusive", "the site refuses this visitor, perhaps because it is no customer"),
    "site-451": Code("inconclusive", "the site may not show the page in this country"),
    "site-4xx": Code("failed", "the address answers with another error of the visitor's: site-404, site-410, site-401"),
    "site-5xx": Code("failed", "the server fails: site-500, site-503"),
    "site-other": Code("failed", "the page does not load, for a reason that the browser names"),
    # The page cannot be used
    "page-hung": Code("failed", "the page's own script never ends: nothing on it can be used"),
    "page-crashed": Code("failed", "the page brings its renderer down"),
    "page-closed": Code("failed", "the page closes itself"),
    "page-gone": Code("failed", "the page goes away again and again while it is looked at"),
    "page-restless": Code("failed", "the page sends the customer on and on, and never comes to rest"),
    "page-cut-off": Code("failed", "the page breaks off in the middle"),
    "page-too-large": Code("failed", "the page has no end, or weighs more than any phone would load"),
    "page-memory": Code("failed", "the page takes more memory than any phone has"),
    "page-storage": Code("failed", "the page writes more to the disk than any phone would let it"),
    "page-none": Code("failed", "the address answers that there is nothing to show: 204, 205, 304"),
    "page-not-html": Code("failed", "the address is a file (text, data, a picture), not a page"),
    "page-pdf": Code("failed", "the address is a PDF, not a page"),
    "page-download": Code("failed", "the address is a download, not a page"),
    # The way to it is wrong
    "redirect-loop": Code("failed", "the address redirects for ever, or more often than browsers follow"),
    "redirect-invalid": Code("failed", "a redirect leads to an address that is none"),
    "redirect-scheme": Code("failed", "a redirect leads where no browser follows: file:, data:, javascript:, chrome:"),
    "redirect-app": Code("failed", "a redirect leads to an app of the other kind of phone"),
    # Something forbids to look
    "blocked-wall": Code("inconclusive", "a bot wall, a CAPTCHA, a waiting room or a limit stands before the site"),
    "blocked-private": Code("inconclusive", "the address is a private one, which the scenario does not declare"),
    "blocked-port": Code("inconclusive", "the port or the scheme is one that browsers refuse"),
    "blocked-bytes": Code("inconclusive", "the journey loaded more than it may, and was cut off"),
    "blocked-analytics": Code("inconclusive", "the address belongs to who counts visits, and must not count ours"),
    "blocked-nowhere": Code("inconclusive", "the name leads to no address that may be reached"),
    "blocked-browser": Code("inconclusive", "the browser asks for it on its own account, which is not let through"),
    # Steps that a customer could not take
    "element-missing": Code("failed", "what the step looks for is not on the page"),
    "element-present": Code("failed", "what should not be on the page is there"),
    "action-covered": Code("failed", "something lies over what is tapped"),
    "action-unstable": Code("failed", "what is tapped never stands still"),
    "action-disabled": Code("failed", "what is tapped is switched off"),
    "action-failed": Code("failed", "what the step does has no effect that the browser could bring about"),
    "wrong-url": Code("failed", "the page is another one than expected"),
    "no-way-back": Code("failed", "there is no page to go back to"),
    "not-found": Code("failed", "the search ended without what it looked for"),
    "send-needed": Code("failed", "the page was about to send a form, and no `send:` step says that it may"),
    "send-refused": Code("failed", "a form was about to be sent to a host that the scenario does not allow"),
    "nothing-sent": Code("failed", "a reply is waited for, and nothing was sent"),
    "no-reply": Code("failed", "no human answered in time"),
    "chat-missing": Code("failed", "there is no chat on the page"),
    "chat-shut": Code("failed", "the chat does not open"),
    "chat-dead": Code("failed", "the chat's script does not come"),
    "no-notification": Code("failed", "no notification came that says so"),
    "badge-missing": Code("failed", "the number that should tell of something new is not there"),
    "badge-left": Code("failed", "the number is still there after all was read"),
    "manual-evidence": Code("inconclusive", "a person's picture cannot be opened"),
    "manual-missing": Code("inconclusive", "nobody has tried by hand what only people can try"),
    "manual-expired": Code("inconclusive", "what a person tried by hand is too long ago"),
    "cannot-know": Code("inconclusive", "no emulated phone can tell"),
    # The artefact
    "artwork": Code("failed", "the picture or the PDF cannot be read"),
    "qr-image": Code("failed", "the picture of the code cannot be opened"),
    "qr-none": Code("failed", "no QR code can be read"),
    "qr-multiple": Code("failed", "there are several codes, and nobody says which"),
    "qr-encoding": Code("failed", "what the code holds is no text"),
    "qr-split": Code("failed", "the code is one part of several"),
    "qr-not-url": Code("failed", "the code holds no web address"),
    "qr-scheme": Code("failed", "the code's address begins with a scheme that must never be opened"),
    "sms-no-link": Code("failed", "the text message has no link"),
    "sms-link-missing": Code("failed", "the text message does not have the link that is to be tapped"),
    "sms-multiple": Code("failed", "the text message has several links, and nobody says which"),
    "email-unreadable": Code("failed", "the mail cannot be opened, or is none"),
    "email-no-link": Code("failed", "the mail has no link"),
    "email-link-missing": Code("failed", "the mail does not have the link that is to be tapped"),
    "email-multiple": Code("failed", "the mail has several links, and nobody says which"),
    "email-not-url": Code("failed", "the mail's link is no web address"),
    "email-scheme": Code("failed", "the mail's link begins with a scheme that must never be opened"),
    "nfc-no-url": Code("failed", "the tag holds no address"),
    "nfc-not-url": Code("failed", "the tag opens no web page"),
    "nfc-scheme": Code("failed", "the tag begins with a scheme that must never be opened"),
    "nfc-broken": Code("failed", "the tag's content cannot be read"),
    "nowhere": Code("failed", "what was received leads nowhere"),
    # The journey as a whole
    "too-long": Code("inconclusive", "the journey took longer than it may, though the page answers"),
    "over-limit": Code("failed", "the journey cost the customer more than the scenario's `limits`"),
    "screen-changed": Code("failed", "a screen changed, where a change fails the journey"),
    "to-review": Code("inconclusive", "a person must settle a doubt first"),
    "no-page": Code("inconclusive", "the journey left the browser before any page could be looked at"),
    # parcours or its machine failed
    "tool-network": Code("error", "this machine has no network, or its name server does not answer"),
    "tool-browser": Code("error", "the browser opens no page, or went away"),
    "tool-deadline": Code("error", "the journey did not end by itself in time, and was ended from outside"),
    "tool-worker-lost": Code("error", "the process that drove the browser went away"),
    "tool-interrupted": Code("error", "the run ended while the journey was under way"),
    "tool-disk-full": Code("error", "the disk is full: nothing more can be kept"),
    "tool-failed": Code("error", "parcours has a fault of its own"),
    "tool-use": Code("error", "shared steps were not put in"),
    "secret-missing": Code("error", "the environment does not have what the scenario takes from it"),
}  # fmt: skip


def known(code: str) -> Code | None:
    """What a code means; None for one that nobody has written down. `site-404` is one of `site-4xx`."""
    kind, _, number = code.rpartition("-")
    family = f"site-{number[:1]}xx" if kind == "site" and number.isdigit() else ""
    return CODES.get(code) or CODES.get(family)
