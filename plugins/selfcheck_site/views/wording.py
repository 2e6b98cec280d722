"""German words for the numbers and states of a report.

Table, picture and text of every view take their words from here, so that they cannot differ. Exact numbers are rounded
half up; a missing number is a dash.
"""

from fractions import Fraction

from selfcheck_core.catalogue import Catalogue, Effort
from selfcheck_core.report import NOT_APPLICABLE_SHARE, Confidence, FieldReport, Measure
from selfcheck_core.sheet import Answer, Scope, State
from selfcheck_core.tally import Tally

DASH = "–"
# What „nicht zuständig“ is called that the type of municipality set and nobody has confirmed.
PRESET = "voreingestellt, bitte prüfen"
_NBSP = "\N{NO-BREAK SPACE}"
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip

CONFIDENCE = {
    Confidence.FIRM: "belastbar",
    Confidence.TENTATIVE: "vorläufig",
    Confidence.NONE: "keine Einstufung",
}
FORMS = {"short": "Kurzform", "full": "Langform"}
EFFORT = {Effort.LOW: "geringer Aufwand", Effort.MEDIUM: "mittlerer Aufwand", Effort.HIGH: "hoher Aufwand"}


def number(value: Fraction | None, digits: int = 2) -> str:
    """Return the number with a decimal comma and ``digits`` digits behind it: 5/9 is "0,56"."""
    if value is None:
        return DASH
    whole, rest = divmod(_rounded(abs(value) * 10**digits), 10**digits)
    sign = "−" if value < 0 else ""
    return f"{sign}{whole},{rest:0{digits}d}" if digits else f"{sign}{whole}"


def percent(value: Fraction | None) -> str:
    """Return the share in whole percent: 5/9 is "56 %"."""
    return DASH if value is None else f"{_rounded(value * 100)}{_NBSP}%"


def counted(count: int, one: str, many: str) -> str:
    """Return the number with the noun that agrees with it: "1 Frage", "2 Fragen"."""
    return f"{count} {one if count == 1 else many}"


def date(iso: str) -> str:
    """Return an ISO date in German, "2026-03-09" as "9. März 2026"; any other text as it is."""
    year, *rest = iso.split("-")
    if len(rest) != 2 or not all(part.isascii() and part.isdigit() for part in (year, *rest)):
        return iso
    month, day = int(rest[0]), int(rest[1])
    return f"{day}.{_NBSP}{_MONTHS[month - 1]} {year}" if 1 <= month <= 12 else iso


def span(measure: Measure) -> str:
    """Return from low to high in percent, "33 bis 56 %", or one number where both read alike."""
    low, high = percent(measure.low), percent(measure.high)
    return low if low == high else f"{low.removesuffix(f'{_NBSP}%')} bis {high}"


def level_range(catalogue: Catalogue, report: FieldReport) -> str:
    """Return the field's maturity level, or the range of levels, by title; "keine Einstufung" where there is none."""
    if report.level_low is None or report.level_high is None:
        return CONFIDENCE[Confidence.NONE]
    titles = {level.id: level.title for level in catalogue.levels}
    low, high = titles[report.level_low], titles[report.level_high]
    # „auf dem Weg zur Weltoffenheit bis fortgeschritten“: what both titles begin with is said once.
    return low if low == high else f"{low} bis {high.removeprefix(f'{low} ')}"


def level_with_place(catalogue: Catalogue, report: FieldReport) -> str:
    """Return the level or range of levels with its place on the scale: „2 von 4: auf dem Weg“."""
    on_the_scale = place(catalogue, report)
    return f"{on_the_scale}: {level_range(catalogue, report)}" if on_the_scale else CONFIDENCE[Confidence.NONE]


def place(catalogue: Catalogue, report: FieldReport) -> str:
    """Return the place of the level or levels on the scale, „2 von 4“ or „2 bis 3 von 4“; empty where there is none."""
    places = {level.id: number for number, level in enumerate(catalogue.levels, start=1)}
    if report.level_low is None or report.level_high is None:
        return ""
    low, high = places[report.level_low], places[report.level_high]
    return f"{low if low == high else f'{low} bis {high}'} von {len(places)}"


def plainly(catalogue: Catalogue, report: FieldReport) -> str:
    """Return one sentence without a number that says how far the field is; empty where there was nothing to score."""
    if report.measure.coverage is None:
        return ""
    if report.level_low is None or report.level_high is None:
        return "Wie weit die Kommune hier ist, lässt sich noch nicht sagen."
    titles = {level.id: level.title for level in catalogue.levels}
    low, high = titles[report.level_low], titles[report.level_high]
    return f"Die Kommune ist hier {low}." if low == high else f"Die Kommune ist hier zwischen „{low}“ und „{high}“."


def confidence_meaning(catalogue: Catalogue, report: FieldReport) -> str:
    """Return one sentence that says what the field's confidence rests on."""
    limits = catalogue.coverage
    if report.measure.coverage is None:
        return "Hier gab es nichts zu bewerten."
    if report.confidence is Confidence.NONE:
        return f"Für einen Reifegrad müssen mindestens {percent(limits.none_below)} gewertet sein."
    if report.confidence is Confidence.FIRM:
        return _firm_meaning(report.measure)
    if report.level_low != report.level_high:
        return "Was noch fehlt, kann den Reifegrad ändern."
    if report.counts.answered < limits.firm_from_answers:
        needed = counted(limits.firm_from_answers, "Frage", "Fragen")
        return f"Für „belastbar“ müssen mindestens {needed} gewertet sein; {_scored(report)}."
    return f"Ab {percent(limits.tentative_below)} Abdeckung nennen wir diesen Reifegrad belastbar."


def _scored(report: FieldReport) -> str:
    counts = report.counts
    asked = counts.answered + counts.unknown + counts.open + counts.not_responsible + counts.not_applicable
    are = "ist" if counts.answered == 1 else "sind"
    return f"gefragt {are} hier nur {asked}" if counts.answered == asked else f"hier {are} es {counts.answered}"


def _firm_meaning(measure: Measure) -> str:
    if measure.coverage == 1:
        return "Alles, was zählt, ist gewertet."
    return "Was noch fehlt, kann den Reifegrad nicht mehr ändern."


def warning(catalogue: Catalogue, code: str) -> str:
    """Return the sentence for a warning of the report. Raises KeyError for a code that has none."""
    limit = percent(catalogue.not_applicable_warning_above)
    sentences = {
        NOT_APPLICABLE_SHARE: f"Mehr als {limit} dieses Handlungsfelds sind mit „entfällt“ beantwortet. Das Ergebnis "
        "kann dadurch besser aussehen, als es ist. Prüfen Sie bitte die Gründe noch einmal.",
    }
    return sentences[code]


def gain(share: Fraction) -> str:
    """Return how much of the field's range an answer takes away."""
    if share == 1:
        return "Mit dieser Antwort verschwindet die Spanne ganz."
    return f"Diese Antwort macht die Spanne um {percent(share)} schmaler."


def sentence_case(text: str) -> str:
    """Return a text as it stands at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def scope(catalogue: Catalogue, asked: Scope) -> str:
    """Return the form, and how many fields where it is not all: „Kurzform, 1 von 7 Handlungsfeldern“."""
    form, fields = FORMS[asked.form], catalogue.fields
    return (
        form
        if asked.fields is None
        else f"{form}, {len(asked.fields_of(catalogue))} von {len(fields)} Handlungsfeldern"
    )


def left_out(answer: Answer) -> str:
    """Return why an answer does not count, for an answer that is not responsible or not applicable."""
    if answer.state is State.NOT_RESPONSIBLE:
        state = f"nicht zuständig ({PRESET})" if answer.preset else "nicht zuständig"
        return f"{state}; zuständig ist: {answer.carrier}" if answer.carrier else state
    return f"entfällt: {answer.reason}" if answer.reason else "entfällt, ein Grund ist nicht angegeben"


def counts(total: Tally) -> tuple[tuple[int, str], ...]:
    """Return the numbers with their words, the most telling first; presets are named only where there are any."""
    return (
        (total.dealt_with, "bearbeitet"),
        (total.scored, "gewertet"),
        (total.unknown, "weiß nicht"),
        (total.not_responsible, "nicht zuständig"),
        (total.not_applicable, "entfällt"),
        *(((total.preset, PRESET),) if total.preset else ()),
        (total.open, "offen"),
    )


def how_far(total: Tally) -> str:
    """Return how far a sheet is filled in one line: „5 von 6 Fragen bearbeitet, 3 gewertet“."""
    asked = counted(total.asked, "Frage", "Fragen")
    parts = [f"{total.dealt_with} von {asked} bearbeitet", f"{total.scored} gewertet"]
    return ", ".join([*parts, f"{total.preset} {PRESET}"] if total.preset else parts)


def _rounded(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
