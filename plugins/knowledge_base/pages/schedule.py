"""The day of a method as a picture: each step of its guide as high as it is long."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from knowledge_base.texts.kinds import MethodStep
from selfcheck_site.face import broken

WIDTH = 330
_LONGEST_DAY = 8 * 60
_LETTERS = 34
_LINE = 17
_PER_MINUTE = 0.9
_PADDING = 8
_GAP = 2
_SENTENCE = re.compile(r"[^.:?!]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One step in the picture: its box, when it begins, and what happens in a few words, as lines with their place."""

    top: int
    height: int
    begins: str
    minutes: int
    lines: tuple[tuple[int, str], ...]

    @property
    def middle(self) -> int:
        """Where the baseline of a single line in the middle lies."""
        return self.top + self.height // 2 + 5


@dataclass(frozen=True, slots=True)
class Day:
    """The steps from top to bottom, the height of all, and when the last one ends."""

    blocks: tuple[Block, ...]
    height: int
    ends: str


def day(steps: Sequence[MethodStep]) -> Day | None:
    """Return the picture of the steps, None where a step has no exact length or all of them fill more than a day."""
    if not steps or not all(step.minutes.isdecimal() for step in steps):
        return None
    lengths = [int(step.minutes) for step in steps]
    starts = [0, *accumulate(lengths)]
    if starts[-1] > _LONGEST_DAY:
        return None
    blocks: list[Block] = []
    top = 0
    for step, length, start in zip(steps, lengths, starts, strict=False):
        block = _block(step.text, top, length, start)
        blocks.append(block)
        top += block.height + _GAP
    return Day(tuple(blocks), top + _LINE, _clock(starts[-1]))


def _block(text: str, top: int, minutes: int, start: int) -> Block:
    words = broken(_name(text), _LETTERS)
    height = max(round(minutes * _PER_MINUTE), len(words) * _LINE + _PADDING)
    first = top + (height - len(words) * _LINE) // 2 + _LINE - 4
    return Block(top, height, _clock(start), minutes, tuple((first + n * _LINE, line) for n, line in enumerate(words)))


def _name(text: str) -> str:
    """Return the first sentence of a step, of a long one what stands before the first comma."""
    found = _SENTENCE.match(text)
    sentence = (found[0] if found else text).strip()
    return sentence if len(sentence) <= 2 * _LETTERS else sentence.partition(",")[0]


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
