"""Why a page did not come: the browser's words and the proxy's notes, as stable codes."""

from __future__ import annotations

import re
from typing import NamedTuple

# net::ERR_... to our code and a sentence. The most telling first; the rest is "site-other".
_NET = (
    (r"ERR_NAME_NOT_RESOLVED", "site-dns", "the host name does not exist or cannot be resolved"),
    (r"ERR_CONNECTION_REFUSED", "site-refused", "nothing answers at that address (connection refused)"),
    (r"ERR_(CONNECTION_RESET|SOCKET_NOT_CONNECTED)", "site-reset", "the site cut the connection"),
    (r"ERR_EMPTY_RESPONSE", "site-empty", "the site closed the connection without an answer"),
    (r"ERR_(CONNECTION_)?TIMED_OUT|ERR_ADDRESS_UNREACHABLE", "site-unreachable", "the site cannot be reached"),
    (r"ERR_CERT_DATE_INVALID", "site-tls-expired", "the site's certificate has expired"),
    (r"ERR_CERT_COMMON_NAME_INVALID", "site-tls-name", "the site's certificate is another host's"),
    (r"ERR_CERT_|ERR_SSL_|ERR_BAD_SSL", "site-tls", "the site has no certificate that a phone would trust"),
    (r"ERR_(CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED|INVALID_CHUNKED)", "page-cut-off",
     "the page breaks off in the middle: its server promised more than it sent"),
    (r"ERR_TOO_MANY_REDIRECTS", "redirect-loop", "the address redirects for ever"),
    (r"ERR_(INVALID_REDIRECT|UNSAFE_REDIRECT)", "redirect-invalid", "a redirect leads to an address that is none"),
    (r"ERR_UNSAFE_PORT|ERR_DISALLOWED_URL_SCHEME", "blocked-port", "browsers refuse this port or scheme"),
    (r"ERR_INTERNET_DISCONNECTED|ERR_PROXY", "tool-network", "this machine has no network"),
    (r"ERR_(INVALID_HTTP|INVALID_RESPONSE|HTTP2_PROTOCOL|CONTENT_|INCOMPLETE|RESPONSE_HEADERS)", "site-protocol",
     "the site's answer is not valid HTTP"),
    (r"Download is starting|ERR_ABORTED", "page-download", "the address is a download, not a page"),
)  # fmt: skip


class Failure(NamedTuple):
    """A stable code and what to tell people."""

    code: str
    reason: str


NOTHING = frozenset({204, 205, 304})  # answers that show nothing: the phone stays where it was
# What a browser shows, and nobody made for people to read on a phone.
NOT_PAGES = re.compile(r"(?:text/(?!html)|image/|audio/|video/|font/|application/(?!xhtml|pdf)).*")
FORBIDDEN = frozenset(
    {"file", "filesystem", "data", "javascript", "vbscript", "blob", "about", "chrome", "view-source", "resource"}
)
CRASHED = Failure("page-crashed", "the page brought its renderer down")
# Chromium without a window downloads what phones show in a viewer of their own.
PDF = Failure("page-pdf", "the address is a PDF, which phones show as a sheet of paper: there is no page to judge")
CLOSED = Failure("page-closed", "the page closed itself, or the browser went away")


def told_by(status: int, location: str) -> Failure | None:
    """What the address's own answer says of why no page came: its status, and where it redirects to."""
    if status in NOTHING:
        return Failure("page-none", f"the address shows nothing: it answers {status}, which comes without a page")
    scheme = location.partition(":")[0].strip().lower()
    if 300 <= status < 400 and scheme in FORBIDDEN:
        return Failure("redirect-scheme", f"the address redirects to {location[:100]}, which no phone follows")
    return None


def broke_off(error: str) -> Failure:
    """Why an answer that had begun did not come to its end. `error` is Chromium's net::ERR_..."""
    failure = explain(error)
    if failure.code in ("site-reset", "site-empty", "site-unreachable", "site-other"):
        return Failure("page-cut-off", f"the page breaks off in the middle ({error.removeprefix('net::')})")
    return failure


def explain(message: str) -> Failure:
    """What Playwright's message about a failed navigation means."""
    for pattern, code, reason in _NET:
        if re.search(pattern, message):
            return Failure(code, reason)
    if "Timeout" in message:
        return Failure("site-timeout", "the site did not answer in time")
    if "crash" in message.lower():
        return CRASHED
    if "has been closed" in message:
        return CLOSED
    return Failure("site-other", message.splitlines()[0][:300] if message else "the page did not load")
