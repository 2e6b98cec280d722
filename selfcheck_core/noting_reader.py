"""Reads the entries of JSON objects with their type, and notes what is odd instead of failing."""

from collections.abc import Collection, Mapping

from selfcheck_core.notices import Notice, NoticeCode, SheetPlace
from selfcheck_core.plain_text import cleaned, with_plain_breaks

# Longer, in characters, is most likely a text in the wrong place: it is kept, with a notice.
USUAL_TEXT_LENGTH = 500
# Nobody reads more, and a file made of nothing but errors shall not become an answer many times its size.
MAX_NOTICES = 100


class NotingReader:
    """Reads the entries of JSON objects; ``place`` is where in the file an object stands."""

    def __init__(self) -> None:
        self._notices: list[Notice] = []
        self._further = 0

    def notices(self) -> tuple[Notice, ...]:
        """Return what was noted, MAX_NOTICES at most, and then one notice that counts the rest."""
        if not self._further:
            return tuple(self._notices)
        return (*self._notices, Notice(NoticeCode.FURTHER_NOTICES, number=self._further))

    def note(self, notice: Notice) -> None:
        """Note something odd."""
        if len(self._notices) == MAX_NOTICES:
            self._further += 1
        else:
            self._notices.append(notice)

    def entries(self, values: Mapping[str, object], key: str, place: SheetPlace) -> Mapping[str, object]:
        """Return the object under the key; an empty one where there is none."""
        value = values.get(key, {})
        if isinstance(value, dict):
            return value
        self.note(Notice(NoticeCode.WRONG_TYPE, place, key))
        return {}

    def text(self, values: Mapping[str, object], key: str, place: SheetPlace, usual: int = USUAL_TEXT_LENGTH) -> str:
        """Return the text under the key, without invisible characters; an empty one where there is none."""
        value = values.get(key, "")
        if not isinstance(value, str):
            self.note(Notice(NoticeCode.WRONG_TYPE, place, key))
            return ""
        text = cleaned(value)
        if text != with_plain_breaks(value):
            self.note(Notice(NoticeCode.REMOVED_CHARACTERS, place, key))
        if len(text) > usual:
            self.note(Notice(NoticeCode.LONG_TEXT, place, key, number=usual))
        return text

    def one_of(
        self, values: Mapping[str, object], key: str, known: Collection[str], place: SheetPlace, code: NoticeCode
    ) -> str:
        """Return the text under the key if it is one of the known ids; else note ``code`` and return nothing."""
        text = self.text(values, key, place)
        if not text or text in known:
            return text
        self.note(Notice(code, place, key, text))
        return ""

    def report_others(self, values: Mapping[str, object], known: Collection[str], place: SheetPlace) -> None:
        """Note every key that is not known here."""
        for key in values:
            if key not in known:
                self.note(Notice(NoticeCode.UNKNOWN_ENTRY, place, key))
