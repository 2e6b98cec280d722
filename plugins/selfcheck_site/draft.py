"""The questionnaire as far as its files could be read, as the rules see it before there is a catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from editorial.entries import Entry, Value
from editorial.findings import excerpt
from selfcheck_site.folder import FIELD_FOLDER, MIRROR_FOLDER


@dataclass(frozen=True, slots=True)
class Draft:
    """What could be read of a questionnaire: katalog.yaml, each field by its file, aenderungen.yaml.

    ``sets`` is fragensaetze.yaml, ``mirrors`` has the files with the sets' questions. None stands where nothing could
    be read.
    """

    catalogue: Entry | None
    fields: Mapping[str, Entry | None]
    changes: Entry | None = None
    sets: Entry | None = None
    mirrors: Mapping[str, Entry | None] = field(default_factory=dict)

    @property
    def readable(self) -> tuple[tuple[str, Entry], ...]:
        """The fields that could be read, with their files."""
        return tuple((file, field) for file, field in self.fields.items() if field)

    @property
    def questions(self) -> tuple[Entry, ...]:
        """All questions that could be read."""
        return tuple(question for _, field in self.readable for question in questions_of(field))

    @property
    def question_sets(self) -> tuple[Entry, ...]:
        """The question sets that could be read."""
        return self.sets.entries("fragensaetze") if self.sets else ()

    @property
    def readable_mirrors(self) -> tuple[tuple[str, Entry], ...]:
        """The files with questions of sets that could be read."""
        return tuple((file, mirror) for file, mirror in self.mirrors.items() if mirror)

    @property
    def mirror_questions(self) -> tuple[Entry, ...]:
        """All questions of sets that could be read."""
        return tuple(question for _, mirror in self.readable_mirrors for question in mirror.entries("fragen"))


def questions_of(field: Entry) -> tuple[Entry, ...]:
    """Return the questions of a field, through all its themes."""
    return tuple(question for theme in field.entries("themen") for question in theme.entries("fragen"))


def field_file(field_id: str) -> str:
    """Return the file in which a field of this id stands."""
    return f"{FIELD_FOLDER}/{field_id}.yaml"


def mirror_file(field_id: str) -> str:
    """Return the file in which the questions of sets to this field stand."""
    return f"{MIRROR_FOLDER}/{field_id}.yaml"


def asks(question: Entry, set_id: str) -> bool:
    """Tell whether a question of sets is asked in this one."""
    return set_id in {value.content for value in question.texts("fragensaetze")}


def id_of(entry: Entry) -> str:
    """Return the id of an entry, empty where it has no readable one."""
    value = entry.value("kennung")
    return str(value.content) if value else ""


def explained_value(parent: Entry | None, key: str) -> Value | None:
    """Return the number under a key of katalog.yaml that stands there with its reason."""
    explained = parent.entry(key) if parent else None
    return explained.value("wert") if explained else None


def exact(value: Value) -> Fraction:
    """Return the number of a value that the field tables have read as one."""
    return Fraction(value.content)


def named(entry: Entry) -> str:
    """Return a blank and the id in quotes, for a message; nothing where the entry has no readable id."""
    value = entry.value("kennung")
    return f" {excerpt(str(value.content))}" if value else ""
