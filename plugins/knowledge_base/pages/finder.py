"""The two filters: which method fits, and which municipalities are shown. The same conditions serve form and table.

A condition asks for one thing and names how an answer meets a row: `word` (the answer is one of the row's words),
`within` (a number between the row's two numbers) or `up-to` (a number not below the row's one). The script knows these
three and nothing else; without it the table simply shows everything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge_base.pages import vocabulary
from knowledge_base.pages.setting import Setting
from knowledge_base.texts.german_order import sort_key
from knowledge_base.texts.kinds import Method, Profile, Suitability

_CONFLICT_ONLY = "konflikte-bearbeiten"
_DAY = 480

UNKNOWN_SIZE = "unbekannt"
_SIZES = (("klein", "unter 20.000", 20_000), ("mittel", "20.000 bis unter 100.000", 100_000))
_LARGEST = ("gross", "ab 100.000")


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose: its word in rows and in the address, and its text."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Answers under a common title, or under none."""

    options: tuple[Option, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing the form asks.

    Attributes:
        name: key in the page's address and of the rows' `data-` attribute.
        before: the words before the control.
        after: the words behind it.
        after_one: the same behind a 1.
        match: "word", "within" or "up-to".
        anything: the text of the choice that asks for nothing.
        groups: the answers; none means that a whole number from 1 to 99999 is typed.
        hint: one sentence that explains the answers.
    """

    name: str
    before: str
    match: str
    anything: str = ""
    groups: tuple[Group, ...] = ()
    after: str = ""
    after_one: str = ""
    hint: str = ""


METHOD_CONDITIONS = (
    Condition(
        "ziel",
        "Ich will",
        "word",
        "noch offen",
        (
            Group(
                tuple(Option(aim.value, text) for aim, text in vocabulary.AIM_WISHES.items()),
                "Wie weit die Mitsprache reicht",
            ),
            Group(tuple(Option(slug, text) for slug, text in vocabulary.POTENTIALS.items()), "Was gelingen soll"),
        ),
    ),
    Condition("personen", "Wir sind", "within", after="Personen", after_one="Person"),
    Condition(
        "zeit",
        "Wir haben",
        "up-to",
        "keine Grenze",
        (
            Group(
                (
                    Option("60", "eine Stunde"),
                    Option("120", "zwei Stunden"),
                    Option("180", "drei Stunden"),
                    Option(str(_DAY), "einen Tag"),
                    Option(str(3 * _DAY), "bis zu drei Tage"),
                    Option(str(60 * _DAY), "einige Monate"),
                )
            ),
        ),
        hint="Es zählt die kürzeste sinnvolle Dauer einer Methode.",
    ),
    Condition(
        "streit",
        "Es gibt Streit:",
        "word",
        "ohne Angabe",
        (Group((Option("ja", "ja"), Option("nein", "nein"))),),
        hint="Bei „ja“ bleiben Methoden, die bei Streit ganz oder bedingt geeignet sind. "
        "Bei „nein“ fehlen Methoden, die vor allem Konflikte bearbeiten.",
    ),
)


def method_data(method: Method) -> Mapping[str, str]:
    """Return what the conditions compare with: name of the condition → words or numbers of the row."""
    return {
        "ziel": " ".join((*method.aims, *method.potentials)),
        "personen": f"{method.people.low} {method.people.high}",
        "zeit": str(method.minutes.low),
        "streit": " ".join(_conflict_words(method)),
    }


def _conflict_words(method: Method) -> Sequence[str]:
    copes = method.conflict is not Suitability.UNSUITED
    mainly_for_conflict = method.potentials[:1] == (_CONFLICT_ONLY,)
    return [word for word, holds in (("ja", copes), ("nein", not mainly_for_conflict)) if holds]


def profile_conditions(profiles: Sequence[Profile], setting: Setting) -> tuple[Condition, ...]:
    """Return the conditions for municipalities; only answers that at least one of them meets are offered."""
    states = sorted({profile.state for profile in profiles}, key=sort_key)
    types = {profile.type for profile in profiles}
    sizes = {size_class(profile) for profile in profiles}
    return (
        Condition("land", "Land:", "word", "alle", _offered([(state, state) for state in states])),
        Condition(
            "art",
            "Art der Kommune:",
            "word",
            "alle",
            _offered([(kind.id, kind.title) for kind in setting.catalogue.municipality_types if kind.id in types]),
        ),
        Condition(
            "groesse",
            "Einwohnerzahl:",
            "word",
            "alle",
            _offered([(value, text) for value, text in _size_titles() if value in sizes]),
        ),
    )


def profile_data(profile: Profile) -> Mapping[str, str]:
    """Return what the conditions compare with: name of the condition → word of the row."""
    return {"land": profile.state, "art": profile.type, "groesse": size_class(profile)}


def size_class(profile: Profile) -> str:
    """Return the class of the number of inhabitants: "klein", "mittel", "gross", or "unbekannt" without a number."""
    if profile.population is None:
        return UNKNOWN_SIZE
    number = profile.population.number
    return next((name for name, _, limit in _SIZES if number < limit), _LARGEST[0])


def _size_titles() -> Sequence[tuple[str, str]]:
    return [*((name, text) for name, text, _ in _SIZES), _LARGEST, (UNKNOWN_SIZE, "ohne Angabe")]


def _offered(pairs: Sequence[tuple[str, str]]) -> tuple[Group, ...]:
    return (Group(tuple(Option(value, text) for value, text in pairs)),)
