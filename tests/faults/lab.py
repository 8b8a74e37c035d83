"""The fault server with all that stands beside it, and the scenarios that walk to each of its faults."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from faults.behaviours import FAULTS, GOOD, Fault, Places, answer
from faults.wire import Listener, Wire, listening

GOOD_EVERY = 6  # faults, one good page is walked


@dataclass
class Lab:
    """What is running. `sent` are the paths that something was posted to."""

    places: Places
    site: Listener
    private: Listener
    sent: list[str]

    def scenario(self, folder: Path, name: str, fault: Fault | None = None) -> Path:
        """A file that walks to a fault, or to the good page."""
        start = f"{self.places.own}/{fault.name if fault else 'good'}"
        if fault and fault.start:
            start = fault.start.format(**self.places.tls)
        ports = (self.places.plain, self.places.closed, *self.places.tls.values())
        allowed = ", ".join((*(f"'127.0.0.1:{port}'" for port in ports), f"'localhost:{self.places.plain}'"))
        lines = ["parcours: 1", f"allow-private: [{allowed}]", "start:", f"  link: '{start}'"]
        if fault:
            lines[2:2] = [fault.header] if fault.header else []
            lines += ["steps:", *(f"  {step}" for step in fault.steps)] if fault.steps else []
        file = folder / f"{name}.yaml"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return file

    def scenarios(self, folder: Path) -> list[Path]:
        """All faults, with a good page between them again and again."""
        files: list[Path] = []
        for index, fault in enumerate(self.faults()):
            if index % GOOD_EVERY == 0:
                files.append(self.scenario(folder, f"good-{index:03d}"))
            files.append(self.scenario(folder, fault.name, fault))
        return [*files, self.scenario(folder, "good-last")]

    def faults(self) -> list[Fault]:
        """Those that can be had here: without openssl there are no certificates to be wrong."""
        return [fault for fault in FAULTS.values() if not fault.start or fault.name in self.places.tls]


@contextmanager
def lab(folder: Path) -> Iterator[Lab]:
    """All servers, gone at the end."""
    with ExitStack() as running, socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and nobody listens
        private = running.enter_context(listening(_say("inside")))
        sent: list[str] = []
        found: list[Places] = []

        def answering(wire: Wire) -> None:
            if wire.method == "POST":
                sent.append(wire.path)
            answer(wire, found[0])

        site = running.enter_context(listening(answering))
        found.append(
            Places(
                f"http://127.0.0.1:{site.port}",
                f"http://localhost:{site.port}",
                closed.getsockname()[1],
                site.port,
                private.port,
                {name: listener.port for name, listener in _with_tls(running, folder)},
            )
        )
        yield Lab(found[0], site, private, sent)


def _with_tls(running: ExitStack, folder: Path) -> Iterator[tuple[str, Listener]]:
    yield "tls-not-tls", running.enter_context(listening(_say(GOOD)))
    yield "tls-hang", running.enter_context(listening(_say(GOOD), silent=True))
    for name, host in (("tls-self-signed", "localhost"), ("tls-wrong-host", "shop.test")):
        if context := _certified(folder, host):
            yield name, running.enter_context(listening(_say(GOOD), context))


def _say(html: str):
    return lambda wire: wire.answer(html)


def _certified(folder: Path, host: str) -> ssl.SSLContext | None:
    """A certificate that nobody trusts; None without openssl."""
    if not (openssl := shutil.which("openssl")):
        return None
    key, chain = folder / f"{host}.key", folder / f"{host}.pem"
    made = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", f"/CN={host}"]
    subprocess.run([*made, "-keyout", str(key), "-out", str(chain)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    return context
