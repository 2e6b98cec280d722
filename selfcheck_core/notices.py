"""What is odd in a file that was read all the same: notices, and a reader that collects them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from selfcheck_core.plain_text import cleaned, excerpt, with_plain_breaks
from selfcheck_core.wording import ENTRY_NAMES, NOTICES

# Longer, in characters, is most likely a text in the wrong place: it is kept, with a notice.
USUAL_TEXT_LENGTH = 500
# Nobody reads more, and a file made of nothing but errors shall not become an answer many times its size.
MAX_NOTICES = 100


@dataclass(frozen=True, slots=True)
class Notice:
    """Something odd in a sheet that was read all the same; ``question`` is the id of the question it is about."""

    code: str
    message: str
    question: str = ""


class NotingReader:
    """Reads the entries of JSON objects with their type, and notes what is odd instead of failing.

    ``place`` is where an entry stands, as the page calls it; ``question`` the id of the question it belongs to, if any.
    """

    def __init__(self) -> None:
        self._notices: list[Notice] = []
        self._further = 0

    def notices(self) -> tuple[Notice, ...]:
        """Return what was noted, MAX_NOTICES at most, and then one notice that counts the rest."""
        if not self._further:
            return tuple(self._notices)
        message = NOTICES["further-notices"].format(number=self._further)
        return (*self._notices, Notice("further-notices", message))

    def entries(self, values: Mapping[str, object], key: str, place: str) -> Mapping[str, object]:
        """Return the object under the key; an empty one where there is none."""
        value = values.get(key, {})
        if isinstance(value, dict):
            return value
        self.notice("wrong-type", place, ENTRY_NAMES[key])
        return {}

    def text(
        self, values: Mapping[str, object], key: str, place: str, question: str = "", usual: int = USUAL_TEXT_LENGTH
    ) -> str:
        """Return the text under the key, without invisible characters; an empty one where there is none."""
        value = values.get(key, "")
        if not isinstance(value, str):
            self.notice("wrong-type", place, ENTRY_NAMES[key], question=question)
            return ""
        text = cleaned(value)
        if text != with_plain_breaks(value):
            self.notice("removed-characters", place, ENTRY_NAMES[key], question=question)
        if len(text) > usual:
            self.notice("long-text", place, ENTRY_NAMES[key], number=usual, question=question)
        return text

    def one_of(
        self,
        values: Mapping[str, object],
        key: str,
        known: Collection[str],
        place: str,
        code: str,
    ) -> str:
        """Return the text under the key if it is one of the known ids; else note ``code`` and return nothing."""
        text = self.text(values, key, place)
        if not text or text in known:
            return text
        self.notice(code, name=text)
        return ""

    def report_others(
        self, values: Mapping[str, object], known: Collection[str], place: str, question: str = ""
    ) -> None:
        """Note every key that is not known here."""
        for key in values:
            if key not in known:
                self.notice("unknown-entry", place, ENTRY_NAMES.get(key, key), question=question)

    def notice(self, code: str, place: str = "", name: str = "", number: int = 0, question: str = "") -> None:
        """Note something odd, in the words that stand for ``code``."""
        if len(self._notices) == MAX_NOTICES:
            self._further += 1
            return
        message = NOTICES[code].format(place=place, name=excerpt(name), number=number)
        self._notices.append(Notice(code, message, question))
