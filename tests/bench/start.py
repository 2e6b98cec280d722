"""Measures the goals of a fast start: our bundle against stock Pyodide, in turns, each time in a fresh browser.

Both serve the same core and views of the same version of Pyodide from loopback with Brotli, and draw the same result of
the same sheet. Run by `make bench`; ends with 1 where a goal is missed.
"""

import argparse
import hashlib
import json
import os
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from host.policy import policy, with_policy  # noqa: E402
from selfcheck_core.catalogue import Catalogue  # noqa: E402
from selfcheck_core.catalogue_json import catalogue_to_json  # noqa: E402
from selfcheck_site.bundling.bundle import Bundle, build_bundle, python_sources  # noqa: E402
from selfcheck_site.compile import compile_questionnaire  # noqa: E402
from selfcheck_site.folder import read_folder  # noqa: E402
from site_server import Compression, SiteServer, serving  # noqa: E402

PAGES = Path(__file__).parent / "pages"
PYODIDE = ROOT / "node_modules" / "pyodide"
STOCK_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chromium-headless-shell")
ROUND_TRIPS = 60

MAX_RATIO = 0.45
MAX_MEGABYTES = 4.5
MAX_ROUND_TRIP_MILLISECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Start:
    """One cold start: seconds from navigation to the result on screen, milliseconds of each round trip after it."""

    seconds: float
    round_trips: tuple[float, ...]
    bytes_sent: int
    result: str


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and return 0 where every goal is reached, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="cold starts of each variant (default: 5)")
    rounds = parser.parse_args(argv).rounds
    with tempfile.TemporaryDirectory() as name:
        _write_sites(Path(name), _catalogue())
        with serving(Path(name), compression=Compression(quality=9)) as server:
            server.compress_all()
            starts = _measure(server, rounds)
    return _verdict(starts)


def _catalogue() -> Catalogue:
    catalogue = compile_questionnaire(read_folder(ROOT / "questionnaire")).catalogue
    if catalogue is None:
        raise SystemExit("The questionnaire has errors: selfcheck check")
    return catalogue


def _write_sites(folder: Path, catalogue: Catalogue) -> None:
    text = json.dumps(catalogue_to_json(catalogue), ensure_ascii=False)
    sheets = list(_sheets(catalogue))
    _write_ours(folder / "ours", build_bundle(text, ROOT / "build", log=print), sheets)
    _write_stock(folder / "stock", text, sheets)


def _write_ours(folder: Path, bundle: Bundle, sheets: object) -> None:
    for path in bundle.files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(bundle.content(path))
    setup = {
        "sheets": sheets,
        "runtime": bundle.assets["worker"].replace("worker.js", "runtime.js"),
        "workerUrl": bundle.assets["worker"],
        "pyodideUrl": bundle.assets["pyodide"],
        "bundleUrl": bundle.assets["bundle"],
        "sums": dict(each.split(" ") for each in bundle.sums.split(",")),
        "bytes": {"wasm": int(bundle.sizes["bytes-wasm"]), "bundle": int(bundle.sizes["bytes-bundle"])},
    }
    _write_page(folder, "ours.mjs", setup)


def _write_stock(folder: Path, catalogue_text: str, sheets: object) -> None:
    (folder / "pyodide").mkdir(parents=True)
    for name in STOCK_FILES:
        shutil.copyfile(PYODIDE / name, folder / "pyodide" / name)
    with zipfile.ZipFile(folder / "packages.zip", "w", zipfile.ZIP_DEFLATED) as packages:
        for path, source in python_sources():
            packages.write(source, path)
        packages.writestr("selfcheck_site/views/catalogue.json", catalogue_text)
        packages.writestr("selfcheck_site/views/site.json", '{"root": "", "titles": {}}')
    shutil.copyfile(PAGES / "stock_worker.mjs", folder / "stock_worker.mjs")
    _write_page(folder, "stock.mjs", {"sheets": sheets})


def _write_page(folder: Path, script: str, setup: Mapping[str, object]) -> None:
    for name in (script, "measure.mjs"):
        shutil.copyfile(PAGES / name, folder / name)
    data = json.dumps(setup).replace("<", "\\u003c")
    page = (
        '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Messung</title>'
        '<link rel="icon" href="data:,"></head><body>'
        f'<section id="ergebnis"></section><script type="application/json" id="setup">{data}</script>'
        f'<script type="module" src="{script}"></script></body></html>'
    )
    (folder / "index.html").write_text(with_policy(page, policy(runs_selfcheck=True)), encoding="utf-8")


def _sheets(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    """Yield a Kurzform for the first result, then one with another answer changed for each round trip."""
    asked = [question for question in catalogue.questions() if question.short_form]
    answers: dict[str, dict[str, object]] = {question.id: {"rung": place % 4} for place, question in enumerate(asked)}
    ids = list(answers)
    answers |= {ids[1]: {"state": "unknown"}, ids[2]: {"state": "not-responsible", "carrier": "Landkreis"}}
    for turn in range(ROUND_TRIPS + 1):
        answers[ids[turn % len(ids)]] = {"rung": turn % 4}
        yield {
            "format": "weltoffene-kommune/sheet",
            "format_version": 1,
            "catalogue": {"id": catalogue.id, "version": catalogue.version, "digest": catalogue.digest},
            "scope": {"form": "short", "fields": None},
            "sheet": {
                "id": "messung",
                "perspective": catalogue.perspectives[0].id,
                "office": "",
                "date": "2026-03-09",
                "municipality": {"name": "", "type": catalogue.municipality_types[0].id},
            },
            "answers": dict(answers),
        }


def _measure(server: SiteServer, rounds: int) -> dict[str, list[Start]]:
    starts: dict[str, list[Start]] = {"ours": [], "stock": []}
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    with sync_playwright() as playwright:
        for turn in range(rounds):
            for variant, measured in starts.items():
                browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
                measured.append(_cold_start(browser, server, variant))
                browser.close()
            print(f"{turn + 1}/{rounds}: " + ", ".join(f"{name} {s[-1].seconds:.2f} s" for name, s in starts.items()))
    return starts


def _cold_start(browser: Browser, server: SiteServer, variant: str) -> Start:
    server.requests.clear()
    page = browser.new_page()
    page.on("pageerror", lambda error: print(f"  {variant}: {error}", file=sys.stderr))
    page.on("console", lambda message: print(f"  {variant}: {message.text}", file=sys.stderr))
    page.goto(f"{server.url}{variant}/")
    page.locator("body[data-measured]").wait_for(timeout=120_000)
    measured = json.loads(page.locator("body").get_attribute("data-measured") or "")
    return Start(
        seconds=measured["started"] / 1000,
        round_trips=tuple(measured["roundTrips"]),
        bytes_sent=sum(request.bytes_sent for request in server.requests),
        result=hashlib.sha256(measured["html"].encode()).hexdigest(),
    )


def _verdict(starts: Mapping[str, Sequence[Start]]) -> int:
    for name, runs in starts.items():
        times = sorted(run.seconds for run in runs)
        print(
            f"{name:>5}: first result after {median(times):.2f} s (median; {times[0]:.2f}–{times[-1]:.2f}), "
            f"{max(run.bytes_sent for run in runs) / 1e6:.2f} MB, "
            f"round trip {_round_trip(runs):.1f} ms"
        )
    ours, stock = starts["ours"], starts["stock"]
    ratio = median(run.seconds for run in ours) / median(run.seconds for run in stock)
    megabytes = max(run.bytes_sent for run in ours) / 1e6
    goals = {
        f"ratio {ratio:.2f} ≤ {MAX_RATIO}": ratio <= MAX_RATIO,
        f"{megabytes:.2f} MB ≤ {MAX_MEGABYTES} MB": megabytes <= MAX_MEGABYTES,
        f"round trip {_round_trip(ours):.1f} ms < {MAX_ROUND_TRIP_MILLISECONDS:.0f} ms": _round_trip(ours)
        < MAX_ROUND_TRIP_MILLISECONDS,
        "the same result on every screen": len({run.result for run in (*ours, *stock)}) == 1,
    }
    for goal, reached in goals.items():
        print(f"{'reached' if reached else 'MISSED '} {goal}")
    return 0 if all(goals.values()) else 1


def _round_trip(runs: Sequence[Start]) -> float:
    return median(milliseconds for run in runs for milliseconds in run.round_trips)


if __name__ == "__main__":
    sys.exit(main())
