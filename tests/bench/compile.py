"""Measures how long compiling takes: the questionnaire grown to 100 and 1,000 questions, and hostile files.

Run by `make bench`; ends with 1 where a goal is missed.
"""

import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# In place of this folder, where this very file would hide the tests of the same name.
sys.path[0] = str(ROOT / "tests")

from compile.hostile import HOSTILE  # noqa: E402
from selfcheck_site.compile import compile_questionnaire  # noqa: E402

CATALOGUE = "katalog.yaml"
QUESTIONS_A_FIELD = 20
ROUNDS = 5

MAX_SECONDS = 1.0
MAX_RATIO = 12.0
MAX_HOSTILE_SECONDS = 2.0

Files = Mapping[str, bytes]


def main() -> int:
    """Measure, print and return 0 where every goal is reached, else 1."""
    hundred, thousand = (_seconds(partial(_compile, questionnaire(count))) for count in (100, 1000))
    head = (ROOT / "questionnaire" / CATALOGUE).read_bytes()
    hostile = {
        name: _seconds(partial(compile_questionnaire, {CATALOGUE: head, "handlungsfelder/a.yaml": data}), rounds=1)
        for name, (data, _) in HOSTILE.items()
    }
    slowest = max(hostile, key=lambda name: hostile[name])
    goals = {
        f"100 questions in {hundred:.2f} s < {MAX_SECONDS:.0f} s": hundred < MAX_SECONDS,
        f"1,000 questions in {thousand:.2f} s, ratio {thousand / hundred:.1f} ≤ {MAX_RATIO:.0f}": thousand / hundred
        <= MAX_RATIO,
        f"{slowest} in {hostile[slowest]:.2f} s < {MAX_HOSTILE_SECONDS:.0f} s": hostile[slowest] < MAX_HOSTILE_SECONDS,
    }
    for goal, reached in goals.items():
        print(f"{'reached' if reached else 'MISSED '} {goal}")
    return 0 if all(goals.values()) else 1


def questionnaire(count: int) -> Files:
    """Return a questionnaire of `count` questions: those of the repository again and again, with ids of their own."""
    source = ROOT / "questionnaire"
    blocks = [
        block
        for path in sorted((source / "handlungsfelder").glob("*.yaml"))
        for block in _questions(path.read_text(encoding="utf-8"))
    ]
    repeated = [_renamed(blocks[place % len(blocks)], place) for place in range(count)]
    fields = [repeated[start : start + QUESTIONS_A_FIELD] for start in range(0, count, QUESTIONS_A_FIELD)]
    files = {f"handlungsfelder/feld-{number}.yaml": _field(number, block) for number, block in enumerate(fields)}
    head = (source / CATALOGUE).read_text(encoding="utf-8")
    before, after = head.index("handlungsfelder:"), head.index("reifegrade:")
    listed = "".join(f"  - feld-{number}\n" for number in range(len(fields)))
    return files | {CATALOGUE: f"{head[:before]}handlungsfelder:\n{listed}{head[after:]}".encode()}


def _questions(text: str) -> list[str]:
    parts = text.split("\n      - kennung: ")[1:]
    return [part.split("\n  - kennung: ")[0] for part in parts]


def _renamed(block: str, number: int) -> str:
    first, rest = block.split("\n", 1)
    return f"      - kennung: {first}-{number}\n{rest.rstrip()}\n"


def _field(number: int, blocks: list[str]) -> bytes:
    head = f"kennung: feld-{number}\ntitel: Feld\nworum-es-geht: Feld.\nthemen:\n"
    return f"{head}  - kennung: thema-{number}\n    titel: Thema\n    fragen:\n{''.join(blocks)}".encode()


def _compile(files: Files) -> None:
    compiled = compile_questionnaire(files)
    if compiled.catalogue is None:
        errors = [finding for finding in compiled.findings if finding.slug != "kurzform-fehlt"]
        raise SystemExit(f"The repeated questionnaire has errors: {errors[:3] or compiled.findings[:3]}")


def _seconds(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the shortest of some runs, in seconds of this process: whatever else goes on can only lengthen one."""
    return min(_timed(run) for _ in range(rounds))


def _timed(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
