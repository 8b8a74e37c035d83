"""The run in one line, for a chat's channel: the verdict, what is new and what is mended, and where to read more."""

from __future__ import annotations

import json
from pathlib import Path

from parcours.reporting import Options, Report
from parcours.reporting.messages import messages
from parcours.reporting.run import Run
from parcours.reporting.text import for_terminal, href
from parcours.reporting.view import build
from parcours.storage.journal import write_whole

LONGEST = 1500
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))  # in Slack `<!channel>` calls everybody


def line(run: Run, options: Options) -> str:
    """The run in one line of plain text."""
    view = build(run, messages(options.lang))
    said = for_terminal(" ".join((f"parcours: {view.verdict}", *view.summary)), LONGEST)
    link = href(options.link)
    return f"{said} {link}" if link else said


def payload(run: Run, options: Options) -> dict[str, str]:
    """What Slack, Mattermost, Rocket.Chat and Google Chat take as a message, as plain values."""
    text = line(run, options)
    for char, escaped in _ESCAPES:
        text = text.replace(char, escaped)
    return {"text": text}


def write_text(run: Run, target: Path, options: Options) -> Path:
    """Write the line and give the file's path back."""
    write_whole(target, f"{line(run, options)}\n".encode())
    return target


def write_webhook(run: Run, target: Path, options: Options) -> Path:
    """Write the message as JSON, to be posted as it stands, and give the file's path back."""
    write_whole(target, f"{json.dumps(payload(run, options))}\n".encode())
    return target


text_report = Report("text", ".txt", write_text, aloud=True)
webhook_report = Report("webhook", ".webhook.json", write_webhook, aloud=True)
