"""How a browser is looked for, proved, remembered, and asked for when there is none."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from parcours.browser import ladder
from parcours.browser.ladder import (
    Attempt,
    Candidate,
    Found,
    NoBrowserError,
    Proof,
    Rung,
    Wish,
    climb,
    engine_for,
    find_browser,
    prove,
    webkit_installed,
)
from parcours.browser.probe import gist, own_files
from parcours.browser.processes import Ran, run_command
from parcours.errors import Exit

Run = Callable[[Sequence[str], float], Ran]


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("parcours.storage.cache.cache_folder", lambda: tmp_path / "cache")
    monkeypatch.delenv("PARCOURS_BROWSER", raising=False)


@pytest.fixture
def root_on_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder, "is_root", lambda: True)
    monkeypatch.setattr(ladder, "on_debian", lambda: True)


def rung(name: str, *offers: Candidate | str) -> Rung:
    return Rung(name, lambda _: iter(offers))


def starts(*paths: str) -> Callable[[Wish, str], Proof]:
    """A prover for which only these executables start."""
    return lambda _, path: Proof("156.0", files=(path,)) if path in paths else Proof(error="it crashed")


def never(_: Sequence[str], __: float) -> Ran:
    raise AssertionError("nothing may be run")


class Recorder:
    """Stands for the programs that a rung runs."""

    def __init__(self, ran: Ran) -> None:
        self.ran = ran
        self.commands: list[tuple[str, ...]] = []

    def __call__(self, command: Sequence[str], _: float) -> Ran:
        self.commands.append(tuple(command))
        return self.ran


def rung_of(name: str, wish: Wish, run: Run = never) -> list[Candidate | str]:
    found = next(rung for rung in ladder.ladder(wish, run) if rung.name == name)
    return list(found.offers(wish))


class TestClimbing:
    def test_the_first_that_starts_wins_and_what_was_tried_before_is_told(self) -> None:
        rungs = (
            rung("one", "nothing here"),
            rung("two", Candidate("/a", "at /a"), Candidate("/b", "at /b")),
            rung("three", Candidate("/c", "at /c")),
        )
        found, proof = climb(Wish(), rungs, starts("/b", "/c"))
        assert found == Found(
            "chromium",
            "/b",
            "156.0",
            "two",
            attempts=(
                Attempt("one", "nothing here", ok=False),
                Attempt("two", "at /a: it crashed", ok=False),
                Attempt("two", "at /b: version 156.0 starts", ok=True),
            ),
        )
        assert proof.files == ("/b",)

    def test_a_rung_above_the_one_that_holds_is_never_set_foot_on(self) -> None:
        def costly(_: Wish) -> Iterator[Candidate | str]:
            raise AssertionError("this would have been a download")
            yield ""

        assert climb(Wish(), (rung("one", Candidate("/a", "at /a")), Rung("two", costly)), starts("/a"))[0].how == "one"

    def test_a_second_offer_is_not_made_when_the_first_one_starts(self) -> None:
        def offers(_: Wish) -> Iterator[Candidate | str]:
            yield Candidate("/a", "at /a")
            raise AssertionError("this would have been an installation")

        assert climb(Wish(), (Rung("one", offers),), starts("/a"))[0].executable == "/a"

    def test_without_any_the_error_tells_every_attempt_and_ends_with_3(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ladder, "is_root", lambda: False)
        with pytest.raises(NoBrowserError) as caught:
            climb(Wish(), (rung("one", "nothing here"), rung("two", Candidate("/a", "at /a"))), starts())
        assert caught.value.message == "no chromium could be started\n  one: nothing here\n  two: at /a: it crashed"
        assert caught.value.exit_code is Exit.TOOL
        assert [attempt.ok for attempt in caught.value.attempts] == [False, False]


class TestWhatToType:
    @pytest.mark.parametrize(
        ("wish", "command"),
        [
            (Wish(), "install --with-deps --only-shell chromium"),
            (Wish(headless=False), "install --with-deps --no-shell chromium"),
            (Wish("webkit"), "install --with-deps webkit"),
        ],
        ids=["headless", "headed", "webkit"],
    )
    def test_a_user_of_linux_is_told_to_let_playwright_install(
        self, monkeypatch: pytest.MonkeyPatch, wish: Wish, command: str
    ) -> None:
        monkeypatch.setattr(ladder, "is_root", lambda: False)
        monkeypatch.setattr(sys, "platform", "linux")
        assert self.tip(wish) == f"type: {sys.executable} -m playwright {command}"

    def test_elsewhere_no_system_packages_are_asked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ladder, "is_root", lambda: False)
        monkeypatch.setattr(sys, "platform", "darwin")
        assert self.tip(Wish()) == f"type: {sys.executable} -m playwright install --only-shell chromium"

    @pytest.mark.usefixtures("root_on_debian")
    def test_root_on_debian_is_told_the_package(self) -> None:
        assert self.tip(Wish()) == "type: apt-get update && apt-get install -y chromium-headless-shell"
        assert self.tip(Wish(headless=False)) == "type: apt-get update && apt-get install -y chromium"

    @pytest.mark.usefixtures("root_on_debian")
    def test_root_is_not_told_again_what_has_just_failed(self) -> None:
        assert "playwright install" in self.tip(Wish(may_install=True))

    def test_who_named_a_browser_is_told_to_mend_the_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PARCOURS_BROWSER", "/nowhere/chrome")
        assert "PARCOURS_BROWSER" in self.tip(Wish())

    def tip(self, wish: Wish) -> str:
        with pytest.raises(NoBrowserError) as caught:
            climb(wish, (), starts())
        return caught.value.tip


class TestRungs:
    def test_they_stand_in_this_order(self) -> None:
        names = [rung.name for rung in ladder.ladder(Wish())]
        assert names == ["Playwright's own", "download", "system", "apt-get"]

    def test_only_chromium_is_looked_for_in_the_system(self) -> None:
        assert [rung.name for rung in ladder.ladder(Wish("webkit"))] == ["Playwright's own", "download"]

    def test_a_browser_that_was_named_is_the_only_one_tried(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PARCOURS_BROWSER", sys.executable)
        assert [rung.name for rung in ladder.ladder(Wish())] == ["PARCOURS_BROWSER"]
        assert rung_of("PARCOURS_BROWSER", Wish()) == [Candidate(sys.executable, sys.executable)]

    def test_a_named_browser_does_not_stand_for_webkit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PARCOURS_BROWSER", sys.executable)
        assert [rung.name for rung in ladder.ladder(Wish("webkit"))] == ["Playwright's own", "download"]

    def test_a_named_browser_that_is_not_there_is_said_to_be_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PARCOURS_BROWSER", "/nowhere/chrome")
        assert rung_of("PARCOURS_BROWSER", Wish()) == ["/nowhere/chrome is not a program that can be run"]

    def test_nothing_is_downloaded_or_installed_unless_it_is_allowed(self) -> None:
        assert rung_of("download", Wish()) == ["not asked for (parcours doctor --download)"]
        assert rung_of("apt-get", Wish()) == ["not asked for (parcours doctor --install)"]

    @pytest.mark.parametrize(
        ("wish", "kind"),
        [
            (Wish(may_download=True), ("--only-shell", "chromium")),
            (Wish(may_download=True, headless=False), ("--no-shell", "chromium")),
            (Wish("webkit", may_download=True), ("webkit",)),
        ],
        ids=["headless", "headed", "webkit"],
    )
    def test_a_download_brings_what_was_asked_for(self, wish: Wish, kind: tuple[str, ...]) -> None:
        run = Recorder(Ran(0))
        offers = rung_of("download", wish, run)
        assert [getattr(offer, "executable", None) for offer in offers] == [""]
        assert run.commands == [(sys.executable, "-P", "-m", "playwright", "install", *kind)]

    @pytest.mark.parametrize(
        ("ran", "why"),
        [
            (Ran(1, err="Downloading...\nError: getaddrinfo ENOTFOUND\n"), "Error: getaddrinfo ENOTFOUND"),
            (Ran(None), "not done within 60 s"),
            (Ran(1), "no reason was given"),
        ],
        ids=["refused", "too slow", "silent"],
    )
    def test_a_download_that_failed_is_not_tried_again_the_same_day(self, ran: Ran, why: str) -> None:
        wish = Wish(may_download=True)
        assert rung_of("download", wish, Recorder(ran)) == [why]
        again = rung_of("download", wish)
        assert again == [f"failed less than a day ago, not tried again before `parcours doctor --refresh`: {why}"]

    def test_a_failed_download_of_one_browser_does_not_stop_that_of_another(self) -> None:
        rung_of("download", Wish(may_download=True), Recorder(Ran(1)))
        run = Recorder(Ran(0))
        rung_of("download", Wish(may_download=True, headless=False), run)
        assert len(run.commands) == 1

    def test_a_failed_download_is_tried_again_a_day_later(self, monkeypatch: pytest.MonkeyPatch) -> None:
        wish = Wish(may_download=True)
        rung_of("download", wish, Recorder(Ran(1)))
        later = time.time() + ladder.DAY
        monkeypatch.setattr(ladder.time, "time", lambda: later)
        assert rung_of("download", wish, Recorder(Ran(0))) == [
            Candidate("", next(iter(rung_of("Playwright's own", wish))).detail)
        ]

    def test_forgetting_lets_a_failed_download_be_tried_at_once(self) -> None:
        wish = Wish(may_download=True)
        rung_of("download", wish, Recorder(Ran(1)))
        ladder.forget_answers()
        run = Recorder(Ran(0))
        rung_of("download", wish, run)
        assert len(run.commands) == 1

    def test_a_memory_that_makes_no_sense_is_no_memory(self) -> None:
        wish = Wish(may_download=True)
        rung_of("download", wish, Recorder(Ran(1)))
        for file in ladder_files("download-"):
            file.write_text('{"at": "yesterday"}', encoding="utf-8")
        assert rung_of("download", wish, Recorder(Ran(1, err="again"))) == ["again"]

    @pytest.mark.parametrize(("root", "debian"), [(False, True), (True, False)])
    def test_packages_are_for_root_on_debian_only(
        self, monkeypatch: pytest.MonkeyPatch, root: bool, debian: bool
    ) -> None:
        monkeypatch.setattr(ladder, "is_root", lambda: root)
        monkeypatch.setattr(ladder, "on_debian", lambda: debian)
        assert rung_of("apt-get", Wish(may_install=True)) == ["only where root runs on Debian or Ubuntu"]

    @pytest.mark.usefixtures("root_on_debian")
    def test_the_headless_shell_is_installed_before_the_whole_browser(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ladder.shutil, "which", lambda name: f"/usr/bin/{name}")
        run = Recorder(Ran(0))
        offers = rung_of("apt-get", Wish(may_install=True), run)
        assert [offer.executable for offer in offers if isinstance(offer, Candidate)] == [
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
        ]
        assert run.commands[0] == ("apt-get", "update")
        assert [command[-2] for command in run.commands[1:]] == ["chromium-headless-shell", "chromium"]

    @pytest.mark.usefixtures("root_on_debian")
    def test_a_package_that_does_not_exist_is_told_with_its_command(self) -> None:
        offers = rung_of("apt-get", Wish(may_install=True, headless=False), Recorder(Ran(100, err="E: no package\n")))
        assert len(offers) == 1
        assert str(offers[0]).endswith("chromium fonts-liberation: E: no package")


class TestTheSystem:
    @pytest.fixture
    def path(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        monkeypatch.setenv("PATH", str(folder))
        monkeypatch.setattr(sys, "platform", "linux")
        return folder

    def put(self, folder: Path, *names: str) -> None:
        for name in names:
            program = folder / name
            program.parent.mkdir(parents=True, exist_ok=True)
            program.write_text(name, encoding="utf-8")
            program.chmod(0o755)

    def names(self, *, headless: bool) -> list[str]:
        return [Path(path).name for path in ladder.system_browsers(headless=headless)]

    def test_the_headless_shell_comes_first_when_headless_and_never_else(self, path: Path) -> None:
        self.put(path, "chromium", "microsoft-edge", "chromium-headless-shell", "google-chrome")
        rest = ["google-chrome", "chromium", "microsoft-edge"]
        assert self.names(headless=True) == ["chromium-headless-shell", *rest]
        assert self.names(headless=False) == rest

    def test_one_browser_under_two_names_is_tried_once(self, path: Path) -> None:
        self.put(path, "google-chrome-stable")
        (path / "google-chrome").symlink_to("google-chrome-stable")
        assert self.names(headless=True) == ["google-chrome"]

    @pytest.mark.usefixtures("path")
    def test_an_empty_system_is_said_to_have_none(self) -> None:
        assert rung_of("system", Wish()) == ["no Chrome, Chromium or Edge at the usual places"]

    def test_applications_of_a_mac_are_found(self, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
        self.put(path, "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge")
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setenv("HOME", str(path))
        assert self.names(headless=True) == ["Microsoft Edge"]

    def test_programs_of_windows_are_looked_for_below_its_folders(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PROGRAMFILES", "C:\\Programs")
        monkeypatch.delenv("PROGRAMFILES(X86)", raising=False)
        monkeypatch.setenv("LOCALAPPDATA", "C:\\Local")
        places = [str(place).replace("\\", "/") for place in ladder._on_windows()]
        assert places == [
            "C:/Programs/Google/Chrome/Application/chrome.exe",
            "C:/Local/Google/Chrome/Application/chrome.exe",
            "C:/Programs/Chromium/Application/chrome.exe",
            "C:/Local/Chromium/Application/chrome.exe",
            "C:/Programs/Microsoft/Edge/Application/msedge.exe",
            "C:/Local/Microsoft/Edge/Application/msedge.exe",
        ]


def ladder_files(prefix: str) -> list[Path]:
    from parcours.storage import cache

    return sorted(cache.cache_folder().glob(f"{prefix}*"))


class TestRemembering:
    @pytest.fixture
    def program(self, tmp_path: Path) -> Path:
        program = tmp_path / "browser"
        program.write_text("one", encoding="utf-8")
        return program

    @pytest.fixture
    def proved(self, monkeypatch: pytest.MonkeyPatch, program: Path) -> list[Wish]:
        """Every launch that was asked for; the only browser is `program`."""
        launches: list[Wish] = []

        def prove(wish: Wish, path: str) -> Proof:
            launches.append(wish)
            return Proof("156.0", files=(path,))

        monkeypatch.setattr(ladder, "prove", prove)
        monkeypatch.setattr(ladder, "ladder", lambda _: (rung("system", Candidate(str(program), "at hand")),))
        return launches

    def test_the_answer_serves_the_next_time_and_says_so(self, proved: list[Wish]) -> None:
        first = find_browser()
        assert find_browser() == replace(first, remembered=True)
        assert len(proved) == 1

    @pytest.mark.parametrize("options", [{"headless": False}, {"engine": "webkit"}], ids=["headed", "webkit"])
    def test_another_wish_has_an_answer_of_its_own(self, proved: list[Wish], options: dict[str, object]) -> None:
        find_browser()
        assert not find_browser(**options).remembered
        assert len(proved) == 2

    def test_permission_to_download_does_not_change_the_question(self, proved: list[Wish]) -> None:
        find_browser()
        assert find_browser(may_download=True, may_install=True).remembered
        assert len(proved) == 1

    def test_a_browser_that_was_replaced_is_proved_again(self, proved: list[Wish], program: Path) -> None:
        find_browser()
        program.write_text("longer", encoding="utf-8")
        assert not find_browser().remembered
        assert len(proved) == 2

    def test_a_browser_of_the_same_size_and_another_time_is_proved_again(
        self, proved: list[Wish], program: Path
    ) -> None:
        find_browser()
        os.utime(program, (1, 1))
        assert not find_browser().remembered
        assert len(proved) == 2

    def test_a_browser_that_is_gone_is_not_remembered(self, proved: list[Wish], program: Path) -> None:
        find_browser()
        program.unlink()
        known = ladder._remembered(Wish())
        assert known is None
        assert len(proved) == 1

    @pytest.mark.parametrize("name", ["PARCOURS_BROWSER", "PLAYWRIGHT_BROWSERS_PATH"])
    def test_other_surroundings_ask_anew(self, proved: list[Wish], monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        find_browser()
        monkeypatch.setenv(name, "/elsewhere")
        assert not find_browser().remembered
        assert len(proved) == 2

    def test_another_version_of_playwright_asks_anew(self, proved: list[Wish], monkeypatch: pytest.MonkeyPatch) -> None:
        find_browser()
        monkeypatch.setattr(ladder, "version", lambda _: "9.9")
        assert not find_browser().remembered
        assert len(proved) == 2

    def test_a_refresh_asks_anew(self, proved: list[Wish]) -> None:
        find_browser()
        assert not find_browser(refresh=True).remembered
        assert len(proved) == 2

    @pytest.mark.parametrize("text", ["", "null", "[]", "{", '{"in": {}}', '{"in": 1, "stamps": [[]], "found": 2}'])
    def test_a_torn_memory_is_thrown_away(self, proved: list[Wish], text: str) -> None:
        find_browser()
        for file in ladder_files("browser-"):
            file.write_text(text, encoding="utf-8")
        assert not find_browser().remembered
        assert len(proved) == 2

    def test_a_memory_of_another_shape_is_thrown_away(self, proved: list[Wish]) -> None:
        find_browser()
        (file,) = ladder_files("browser-")
        kept = json.loads(file.read_text(encoding="utf-8"))
        file.write_text(json.dumps({**kept, "found": {"engine": "chromium"}}), encoding="utf-8")
        assert not find_browser().remembered
        assert len(proved) == 2

    def test_a_cache_that_cannot_be_written_is_only_slower(
        self, proved: list[Wish], monkeypatch: pytest.MonkeyPatch, program: Path
    ) -> None:
        monkeypatch.setattr("parcours.storage.cache.cache_folder", lambda: program / "below a file")
        assert find_browser().executable == find_browser().executable == str(program)
        assert len(proved) == 2


class TestWebkit:
    @pytest.fixture
    def webkit(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
        """The place where Playwright would keep WebKit; nothing is there yet."""
        place = tmp_path / "pw_run.sh"
        answer = Ran(0, json.dumps({"places": {"webkit": str(place)}}))
        monkeypatch.setattr(ladder, "run_command", Recorder(answer))
        return place

    def test_it_is_installed_when_its_program_is_there(self, webkit: Path) -> None:
        assert not webkit_installed()
        webkit.write_text("", encoding="utf-8")
        assert webkit_installed()

    @pytest.mark.usefixtures("webkit")
    def test_playwright_is_asked_once_where_it_keeps_it(self) -> None:
        webkit_installed()
        webkit_installed()
        assert len(ladder.run_command.commands) == 1

    @pytest.mark.parametrize("wanted", ["chromium", "firefox"])
    def test_what_is_not_an_iphone_runs_in_chromium(self, wanted: str) -> None:
        assert engine_for(wanted) == "chromium"

    @pytest.mark.usefixtures("webkit")
    def test_an_iphone_runs_in_chromium_without_webkit(self) -> None:
        assert engine_for("webkit") == "chromium"

    def test_an_iphone_runs_in_webkit_when_that_starts(self, webkit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        webkit.write_text("", encoding="utf-8")
        monkeypatch.setattr(ladder, "prove", lambda *_: Proof("18.0"))
        assert engine_for("webkit") == "webkit"

    def test_a_webkit_that_does_not_start_is_not_tried_again_the_same_day(
        self, webkit: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        webkit.write_text("", encoding="utf-8")
        launches: list[str] = []

        def prove(_: Wish, path: str) -> Proof:
            launches.append(path)
            return Proof(error="libgtk is missing")

        monkeypatch.setattr(ladder, "prove", prove)
        assert [engine_for("webkit"), engine_for("webkit")] == ["chromium", "chromium"]
        assert launches == [""]


class TestProving:
    def test_a_browser_that_hangs_is_given_up(self, tmp_path: Path) -> None:
        program = tmp_path / "hung"
        program.write_text("#!/bin/sh\nexec tail -f /dev/null\n", encoding="utf-8")
        program.chmod(0o755)
        assert prove(Wish(), str(program), seconds=0.5) == Proof(error="Timeout 500ms exceeded.")

    def test_a_program_that_is_no_browser_is_refused(self) -> None:
        proof = prove(Wish(), "/bin/false")
        assert proof.error
        assert not proof.version

    def test_a_probe_that_hangs_is_given_up(self) -> None:
        assert prove(Wish(), "/a", run=lambda *_: Ran(None), seconds=20) == Proof(error="did not answer within 50 s")

    def test_a_playwright_that_does_not_start_is_quoted(self) -> None:
        ran = Ran(1, err="Traceback\nModuleNotFoundError: No module named 'playwright'\n")
        said = "Playwright does not start: ModuleNotFoundError: No module named 'playwright'"
        assert prove(Wish(), "/a", run=lambda *_: ran) == Proof(error=said)

    @pytest.mark.parametrize(
        ("engine", "root", "asked"), [("chromium", False, True), ("chromium", True, False), ("webkit", False, False)]
    )
    def test_the_sandbox_is_asked_for_where_it_can_be_had(
        self, monkeypatch: pytest.MonkeyPatch, engine: str, root: bool, asked: bool
    ) -> None:
        monkeypatch.setattr(ladder, "sandbox_possible", lambda: not root)
        run = Recorder(Ran(0, json.dumps({"places": {}, "version": "1", "sandbox": asked, "files": []})))
        assert prove(Wish(engine), "", run=run).sandbox is asked
        assert json.loads(run.commands[0][-1])["sandbox"] is asked

    def test_this_machine_has_a_browser_and_it_is_remembered(self) -> None:
        found = find_browser()
        assert found.engine == "chromium"
        assert found.version.split(".")[0].isdigit()
        assert found.attempts[-1].ok
        assert find_browser() == replace(found, remembered=True)


class TestProbe:
    def test_the_gist_is_the_first_line(self) -> None:
        assert gist("BrowserType.launch: Executable doesn't exist at /x\n╔══╗\n║ run playwright install ║\n╚══╝") == (
            "Executable doesn't exist at /x"
        )

    def test_the_gist_of_a_framed_message_is_its_first_sentence(self) -> None:
        message = "BrowserType.launch: \n╔════╗\n║ Host system is missing dependencies ║\n╚════╝"
        assert gist(message) == "Host system is missing dependencies"

    def test_the_gist_has_the_last_words_of_a_browser_that_died(self) -> None:
        message = "BrowserType.launch: Target closed\nBrowser logs:\n[pid=7][err] chrome: libnss3.so: cannot open"
        assert gist(message) == "Target closed (chrome: libnss3.so: cannot open)"

    def test_an_empty_message_has_a_gist_too(self) -> None:
        assert gist("") == "no reason was given"

    def test_a_headless_browser_stands_on_the_shell_in_its_own_folder(self, tmp_path: Path) -> None:
        shell = tmp_path / "chromium_headless_shell-1255"
        shell.mkdir()
        places = {"chromium": str(tmp_path / "chromium-1255" / "chrome-linux" / "chrome")}
        assert own_files(places, {"engine": "chromium", "headless": True}) == [str(shell)]
        assert own_files(places, {"engine": "chromium", "headless": False}) == []


class TestRunningPrograms:
    def test_what_it_prints_and_how_it_ends_is_known(self) -> None:
        code = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"
        assert run_command([sys.executable, "-c", code], 60) == Ran(3, "out\n", "err\n")

    def test_a_program_that_cannot_be_started_has_failed(self) -> None:
        ran = run_command(["/nowhere/program"], 60)
        assert (ran.code, "/nowhere/program" in ran.err) == (127, True)

    def test_a_program_that_takes_too_long_is_ended_with_its_children(self, tmp_path: Path) -> None:
        pids = tmp_path / "pids"
        # Both refuse to be asked politely.
        code = f"trap '' TERM; (trap '' TERM; exec tail -f /dev/null) & echo $! $$ > {pids}; wait"
        assert run_command(["/bin/sh", "-c", code], 2).code is None
        assert [alive(int(pid)) for pid in pids.read_text(encoding="utf-8").split()] == [False, False]


def alive(pid: int) -> bool:
    """Whether a process runs; one that ended and was not fetched by its parent does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
