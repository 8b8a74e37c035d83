"""What does a report cost? Its making at 100, 1,000 and 10,000 results, and how soon a large one can be used.

`python bench/reporting.py [--quick]` writes synthetic runs (each journey on two phones; 200 have pictures too) and
prints for each the processor's seconds, the memory at its highest, and the file's size; then how long the browser works
on the report of 200 journeys until its filters answer.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from parcours.browser.ladder import find_browser
from parcours.reporting import load_run
from parcours.reporting.html import write_html

sys.path[0] = str(Path(__file__).parents[1] / "tests")  # instead of this folder: this file is called as that package

from reporting.many import write_many  # noqa: E402

SIZES, QUICK = (50, 200, 500, 5000), (50, 200)  # journeys, each on two phones
LARGE = 200
MOST_MB, MOST_SECONDS, MOST_MEMORY = 15, 2.0, 1024
ROUNDS = 3


def make(run: Path, report: Path) -> None:
    """Make one report and print what it cost. In a process of its own: memory is counted from its start."""
    begun = time.process_time()
    told = load_run(run)
    loaded = time.process_time()
    write_html(told, report)
    written = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"| {len(told.results)} | {loaded - begun:.1f} | {written - loaded:.1f} | {peak:.0f} | "
        f"{report.stat().st_size / 1e6:.1f} |",
        flush=True,
    )


def use(report: Path) -> None:
    """How soon a person can use the report: the page is there, and a filter has answered."""
    found = find_browser("chromium")
    print(
        f"\nThe report of {LARGE} journeys, one file of {report.stat().st_size / 1e6:.1f} MB (at most {MOST_MB}); it "
        f"is to be usable within {MOST_SECONDS:g} s:\n\n"
        "| pixels wide | painted, s | work of the page's thread, s | a filter answers, s |\n|---|---|---|---|"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.executable or None)
        for width in (390, 1280):
            times = [_used(browser, report, width) for _ in range(ROUNDS)]
            there, worked, answer = min(times)
            print(f"| {width} | {there:.2f} | {worked:.2f} | {answer:.2f} |")
        browser.close()


def _used(browser, report: Path, width: int) -> tuple[float, float, float]:  # noqa: ANN001 - playwright's
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
    begun = time.perf_counter()
    page.goto(report.as_uri(), wait_until="domcontentloaded", timeout=120_000)
    page.evaluate("() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))")
    there = time.perf_counter() - begun
    metrics = {each["name"]: each["value"] for each in cdp.send("Performance.getMetrics")["metrics"]}
    begun = time.perf_counter()
    page.locator(".filters select").first.select_option(index=1)
    answer = time.perf_counter() - begun
    context.close()
    return there, metrics["TaskDuration"], answer


def main(sizes: tuple[int, ...]) -> None:
    print(f"| results | read, CPU s | written, CPU s | memory, MiB (at most {MOST_MEMORY}) | MB |")
    print("|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory(prefix="parcours-bench-") as folder:
        for journeys in sizes:
            run, report = Path(folder) / f"run-{journeys}", Path(folder) / f"report-{journeys}.html"
            write_many(run, journeys, pictures=journeys <= LARGE)
            subprocess.run([sys.executable, __file__, "--make", run, report], check=True)
        use(Path(folder) / f"report-{LARGE}.html")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(QUICK if "--quick" in sys.argv else SIZES)
