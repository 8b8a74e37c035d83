"""Find a browser that really starts: one function behind the demo, the commands and `parcours doctor`.

The rungs, in this order: Playwright's own browser; a download of it; Chrome, Chromium or Edge of the system;
a package of Debian or Ubuntu. A browser counts when Playwright has launched it and a page has computed
something. `PARCOURS_BROWSER` names an executable that wins over all. The answer is kept for the next run.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from parcours.browser.processes import Ran, run_command
from parcours.errors import ToolError
from parcours.storage.cache import forget, keep, recall
from parcours.storage.codec import from_plain, to_plain

LAUNCH_SECONDS = 20.0
DOWNLOAD_SECONDS = 60.0
INSTALL_SECONDS = 300.0
DAY = 24 * 3600.0

Run = Callable[[Sequence[str], float], Ran]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One thing that was tried, and what came of it."""

    rung: str
    detail: str
    ok: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A browser that was proved by launching it. `executable` is "" for Playwright's own.

    `how` is the rung it was found on, `sandbox` whether it starts with Chromium's sandbox on, `attempts`
    all that was tried up to it, `remembered` whether the answer is that of an earlier run.
    """

    engine: str
    executable: str
    version: str
    how: str
    sandbox: bool = False
    attempts: tuple[Attempt, ...] = ()
    remembered: bool = False


class NoBrowserError(ToolError):
    """No rung gave a browser that starts. `attempts` say why."""

    def __init__(self, message: str, *, tip: str, attempts: tuple[Attempt, ...]) -> None:
        super().__init__(message, tip=tip)
        self.attempts = attempts


@dataclass(frozen=True, slots=True)
class Wish:
    """The browser that is asked for, and what may be done to get it."""

    engine: str = "chromium"
    headless: bool = True
    may_download: bool = False
    may_install: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A browser that may start. `executable` is "" for Playwright's own."""

    executable: str
    detail: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What a launch showed: an `error`, or a version. `files` are those that the browser stands on."""

    version: str = ""
    sandbox: bool = False
    files: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to a browser: it offers candidates one by one, or says why it has none."""

    name: str
    offers: Callable[[Wish], Iterator[Candidate | str]]


Prove = Callable[[Wish, str], Proof]


def find_browser(
    engine: str = "chromium",
    *,
    headless: bool = True,
    may_download: bool = False,
    may_install: bool = False,
    refresh: bool = False,
) -> Found:
    """A browser that launches. Raises ToolError that says what was tried and what to type when there is none.

    An answer of an earlier run is believed as long as its files have not changed; `refresh` asks again,
    and tries a download again that failed less than a day ago.
    """
    wish = Wish(engine, headless, may_download, may_install)
    if refresh:
        forget_answers()
    known = None if refresh else _remembered(wish)
    if known:
        return known
    found, proof = climb(wish, ladder(wish), prove)
    _remember(wish, found, proof.files)
    return found


def climb(wish: Wish, rungs: Sequence[Rung], prove: Prove) -> tuple[Found, Proof]:
    """The first candidate of the rungs, in their order, that proves itself. Raises NoBrowserError."""
    attempts: list[Attempt] = []
    for rung in rungs:
        for offer in rung.offers(wish):
            if isinstance(offer, str):
                attempts.append(Attempt(rung.name, offer, ok=False))
                continue
            proof = prove(wish, offer.executable)
            said = proof.error or f"version {proof.version} starts"
            attempts.append(Attempt(rung.name, f"{offer.detail}: {said}", ok=not proof.error))
            if not proof.error:
                how, tried = rung.name, tuple(attempts)
                return Found(wish.engine, offer.executable, proof.version, how, proof.sandbox, tried), proof
    lines = "".join(f"\n  {attempt.rung}: {attempt.detail}" for attempt in attempts)
    raise NoBrowserError(f"no {wish.engine} could be started{lines}", tip=_advice(wish), attempts=tuple(attempts))


def prove(wish: Wish, executable: str, *, run: Run = run_command, seconds: float = LAUNCH_SECONDS) -> Proof:
    """What happens when Playwright launches it, for `seconds` at most."""
    asked = {
        "engine": wish.engine,
        "executable": executable,
        "headless": wish.headless,
        "sandbox": wish.engine == "chromium" and sandbox_possible(),
        "seconds": seconds,
    }
    answer = _probe(asked, run, 2 * seconds + 10)  # two launches, and Playwright's own start
    if "error" in answer:
        return Proof(error=answer["error"])
    return Proof(answer["version"], answer["sandbox"], tuple(answer["files"]))


def _probe(asked: Mapping[str, Any], run: Run, seconds: float) -> dict[str, Any]:
    # -P: a json.py in the user's folder must not stand in for Python's.
    ran = run((sys.executable, "-P", "-m", "parcours.browser.probe", json.dumps(asked)), seconds)
    if ran.code is None:
        return {"error": f"did not answer within {seconds:g} s"}
    if ran.code:
        return {"error": f"Playwright does not start: {_last_line(ran.err)}"}
    answer: dict[str, Any] = json.loads(ran.out)
    keep(_places_name(), {"below": os.environ.get("PLAYWRIGHT_BROWSERS_PATH", ""), "places": answer["places"]})
    return answer


# The rungs.


def ladder(wish: Wish, run: Run = run_command) -> tuple[Rung, ...]:
    """The rungs for a wish, first to last."""
    own = (
        Rung("Playwright's own", _own),
        Rung("download", partial(_downloaded, run=run)),
    )
    if wish.engine != "chromium":
        return own
    if os.environ.get("PARCOURS_BROWSER"):
        return (Rung("PARCOURS_BROWSER", _named),)
    return (*own, Rung("system", _installed), Rung("apt-get", partial(_packaged, run=run)))


def _named(_: Wish) -> Iterator[Candidate | str]:
    path = os.environ["PARCOURS_BROWSER"]
    found = shutil.which(path)
    yield Candidate(found, found) if found else f"{path} is not a program that can be run"


def _own(wish: Wish) -> Iterator[Candidate | str]:
    yield Candidate("", f"{wish.engine} for Playwright {version('playwright')}")


def _downloaded(wish: Wish, run: Run) -> Iterator[Candidate | str]:
    if not wish.may_download:
        yield "not asked for (parcours doctor --download)"
        return
    failed = recall(_download_name(wish))
    if _fresh(failed):
        yield f"failed less than a day ago, not tried again before `parcours doctor --refresh`: {failed['why']}"
        return
    ran = run(_download_command(wish), DOWNLOAD_SECONDS)
    if ran.code == 0:
        yield Candidate("", f"{wish.engine} for Playwright {version('playwright')}")
        return
    why = f"not done within {DOWNLOAD_SECONDS:g} s" if ran.code is None else _last_line(ran.err or ran.out)
    keep(_download_name(wish), {"at": time.time(), "why": why})
    yield why


def _installed(wish: Wish) -> Iterator[Candidate | str]:
    found = dict.fromkeys(system_browsers(headless=wish.headless))
    yield from (Candidate(path, path) for path in found)
    if not found:
        yield "no Chrome, Chromium or Edge at the usual places"


def _packaged(wish: Wish, run: Run) -> Iterator[Candidate | str]:
    if not wish.may_install:
        yield "not asked for (parcours doctor --install)"
        return
    if not is_root() or not on_debian():
        yield "only where root runs on Debian or Ubuntu"
        return
    run(("apt-get", "update"), INSTALL_SECONDS)
    for package in _packages(wish):
        command = _install_command(package)
        ran = run(command, INSTALL_SECONDS)
        path = shutil.which(package)
        if ran.code == 0 and path:
            yield Candidate(path, shlex.join(command))
        else:
            why = f"not done within {INSTALL_SECONDS:g} s" if ran.code is None else _last_line(ran.err or ran.out)
            yield f"{shlex.join(command)}: {why}"


def _download_command(wish: Wish) -> tuple[str, ...]:
    kind = ("--only-shell" if wish.headless else "--no-shell",) if wish.engine == "chromium" else ()
    return (sys.executable, "-P", "-m", "playwright", "install", *kind, wish.engine)


def _packages(wish: Wish) -> tuple[str, ...]:
    return ("chromium-headless-shell", "chromium") if wish.headless else ("chromium",)


def _install_command(package: str) -> tuple[str, ...]:
    # Without a font every text would measure as empty boxes; the packages only recommend one.
    options = ("-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=60")
    return ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", *options, package, "fonts-liberation")


def system_browsers(*, headless: bool) -> Iterator[str]:
    """Paths of the installed browsers of Chromium's family, best first; the headless shell only when headless."""
    if sys.platform == "darwin":
        places = _on_mac()
    elif sys.platform == "win32":
        places = _on_windows()
    else:
        places = _on_path(headless=headless)
    seen: set[Path] = set()
    for place in places:
        if os.access(place, os.X_OK) and place.resolve() not in seen:
            seen.add(place.resolve())
            yield str(place)


def _on_path(*, headless: bool) -> Iterator[Path]:
    # The shell costs a third of the full browser's CPU for the same visit.
    shells = ("chromium-headless-shell", "chrome-headless-shell") if headless else ()
    chrome = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")
    for name in (*shells, *chrome, "microsoft-edge", "microsoft-edge-stable"):
        if path := shutil.which(name):
            yield Path(path)


def _on_mac() -> Iterator[Path]:
    for name in ("Google Chrome", "Chromium", "Microsoft Edge"):
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield folder / f"{name}.app" / "Contents" / "MacOS" / name


def _on_windows() -> Iterator[Path]:
    bases = [
        Path(os.environ[name]) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA") if name in os.environ
    ]
    for program in (
        r"Google\Chrome\Application\chrome.exe",
        r"Chromium\Application\chrome.exe",
        r"Microsoft\Edge\Application\msedge.exe",
    ):
        yield from (base / program for base in bases)


def is_root() -> bool:
    """True for the user whose programs Chromium's sandbox cannot hold."""
    return sys.platform != "win32" and os.geteuid() == 0


def on_debian() -> bool:
    """True on Debian and what is made of it, Ubuntu among them."""
    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    said = {key: value.strip('"') for key, _, value in (line.partition("=") for line in lines)}
    return "debian" in (said.get("ID"), *said.get("ID_LIKE", "").split())


def sandbox_possible() -> bool:
    """Whether Chromium's sandbox is worth trying; `Found.sandbox` says whether it then held."""
    return not (sys.platform == "linux" and is_root())


def _advice(wish: Wish) -> str:
    if os.environ.get("PARCOURS_BROWSER") and wish.engine == "chromium":
        return "mend PARCOURS_BROWSER, or unset it to let parcours look for a browser"
    if wish.engine == "chromium" and is_root() and on_debian() and not wish.may_install:
        return f"type: apt-get update && apt-get install -y {_packages(wish)[0]}"
    program, _, *rest = _download_command(wish)
    return "type: " + shlex.join(
        (program, *rest[:3], *(("--with-deps",) if sys.platform == "linux" else ()), *rest[3:])
    )


# WebKit, for iPhones.


def webkit_installed() -> bool:
    """Whether Playwright's WebKit is on disk, without starting it."""
    place = _places().get("webkit", "")
    return bool(place) and Path(place).exists()


def engine_for(wanted: str) -> str:
    """The engine that stands for a device's own: WebKit where it is installed and starts, else Chromium."""
    if wanted != "webkit" or not webkit_installed() or _fresh(recall(_refusal_name())):
        return "chromium"
    try:
        return find_browser("webkit").engine
    except NoBrowserError as error:
        keep(_refusal_name(), {"at": time.time(), "why": error.message})
        return "chromium"


def _places() -> Mapping[str, str]:
    kept = recall(_places_name())
    below = os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "")
    if isinstance(kept, dict) and kept.get("below") == below and isinstance(kept.get("places"), dict):
        places: Mapping[str, str] = kept["places"]
    else:
        places = _probe({}, run_command, LAUNCH_SECONDS).get("places", {})
    return places


# What is kept between runs.


def forget_answers() -> None:
    """Throw away what earlier runs found, and that a download failed."""
    for prefix in ("browser-", "places-", "download-", "refusal-"):
        forget(prefix)


def _name(kind: str, wish: Wish) -> str:
    return f"{kind}-{version('playwright')}-{wish.engine}-{'headless' if wish.headless else 'headed'}"


def _download_name(wish: Wish) -> str:
    return _name("download", wish)


def _places_name() -> str:
    return f"places-{version('playwright')}"


def _refusal_name() -> str:
    return _name("refusal", Wish("webkit"))


def _fresh(failure: Any) -> bool:
    if not isinstance(failure, dict) or not isinstance(failure.get("at"), int | float):
        return False
    return 0 <= time.time() - failure["at"] < DAY and isinstance(failure.get("why"), str)


def _surroundings() -> dict[str, Any]:
    names = ("PARCOURS_BROWSER", "PLAYWRIGHT_BROWSERS_PATH")
    return {**{name: os.environ.get(name, "") for name in names}, "sandbox": sandbox_possible()}


def _stamp(path: str) -> list[Any]:
    stat = Path(path).stat()
    return [path, stat.st_size, stat.st_mtime_ns]


def _remember(wish: Wish, found: Found, files: Sequence[str]) -> None:
    if files:
        stamps = [_stamp(path) for path in files]
        keep(_name("browser", wish), {"in": _surroundings(), "found": to_plain(found), "stamps": stamps})


def _remembered(wish: Wish) -> Found | None:
    """The earlier answer, when it was given in the same surroundings and its files are what they were."""
    kept = recall(_name("browser", wish))
    try:
        if kept["in"] != _surroundings() or kept["stamps"] != [_stamp(path) for path, *_ in kept["stamps"]]:
            return None
        return replace(from_plain(Found, kept["found"]), remembered=True)
    except (TypeError, KeyError, ValueError, OSError):
        return None


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:300] if lines else "no reason was given"
