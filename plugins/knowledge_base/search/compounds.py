"""Taking German compounds apart by the words that the site itself uses."""

from collections.abc import Collection
from dataclasses import dataclass, field

_LINKING = ("", "s", "n", "en", "es", "er")  # Fugenelemente, likeliest first
_SHORTEST_PART = 4
_SHORTEST_COMPOUND = 7


@dataclass(slots=True)
class Splitter:
    """Splits folded words.

    Attributes:
        words: folded words that may be parts; those under four letters only count where they stand last.
    """

    words: Collection[str]
    _beginnings: dict[str, str] = field(default_factory=dict)
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """List what words look like where another follows; of two that look alike there, the plain one stays."""
        long_enough = sorted(word for word in self.words if len(word) >= _SHORTEST_PART)
        self._beginnings |= {word[:-1]: word for word in long_enough if word.endswith("e")}  # „Schul-“, „Sprach-“
        for linking in reversed(_LINKING):
            self._beginnings |= {word + linking: word for word in long_enough}

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the two words a compound is made of, or nothing where it is none.

        The longest known beginning wins: „antidiskriminierungsstelle“ → „antidiskriminierung“ and „stelle“.
        """
        if word not in self._known:
            self._known[word] = self._split(word)
        return self._known[word]

    def all_parts(self, word: str) -> tuple[str, ...]:
        """Return every word inside a compound, the parts of its parts included; nothing where it is none."""
        found: dict[str, None] = {}
        pending = list(self.parts(word))
        while pending:
            part = pending.pop()
            found.setdefault(part)
            pending += self.parts(part)
        return tuple(found)

    def _split(self, word: str) -> tuple[str, ...]:
        if len(word) < _SHORTEST_COMPOUND or word.isdigit():
            return ()
        for end in range(len(word) - 3, _SHORTEST_PART - 1, -1):
            last = word[end:]
            first = self._beginnings.get(word[:end])
            if first and (last in self.words or self.parts(last)):
                return first, last
        return ()
