"""The German sentences about a sheet of an earlier version: what became of each answer, and why."""

from collections.abc import Iterable, Mapping

from selfcheck_core.remarks import (
    GivenAnswer,
    QuestionsMerged,
    QuestionSplit,
    QuestionWithdrawn,
    Remark,
    RungMoved,
    SheetCarried,
)
from selfcheck_site.views.quoting import QUESTION_LENGTH, excerpt

# What an answer without a rung is called on the page.
_ANSWER_NAMES: Mapping[str, str] = {
    "unknown": "weiß nicht",
    "not-responsible": "nicht zuständig",
    "not-applicable": "entfällt",
}

_SENTENCES: Mapping[str, str] = {
    "carried-over": (
        "Der Bogen stammt aus Fassung {old} des Fragebogens und wurde in Fassung {new} übertragen. "
        "Antworten unverändert übernommen: {kept}, angepasst: {changed}, wieder offen: {reopened}, "
        "nicht übernommen: {lost}. Fragen, die neu dazugekommen sind, sind offen. "
        "Zum Vergleich mit früheren Ergebnissen: {comparison}"
    ),
    "rung-changed": (
        "Frage „{question}“: Die Stufen sind neu beschrieben, aus Stufe {old} wurde Stufe {new}. {reason} "
        "Bitte prüfen Sie die Antwort."
    ),
    "rung-unclear": (
        "Frage „{question}“: Die Stufen sind neu beschrieben. Zu Stufe {old} gibt es keine eindeutige neue Stufe, "
        "die Frage ist wieder offen. {reason} Bitte beantworten Sie sie neu."
    ),
    "split-open": (
        "Aus der früheren Frage „{question}“ sind mehrere geworden: {names}. {reason} "
        "Ihre Antwort ({answer}) passt nicht von selbst zu jeder davon, die Fragen sind offen. "
        "Notiz und Nachweise stehen bei der ersten. Bitte beantworten Sie die Fragen neu."
    ),
    "split-copied": (
        "Aus der früheren Frage „{question}“ sind mehrere geworden: {names}. {reason} "
        "Ihre Antwort ({answer}) wurde bei allen eingetragen, Notiz und Nachweise stehen bei der ersten. "
        "Bitte prüfen Sie die Antworten."
    ),
    "merged-open": (
        "Frage „{question}“: Sie fasst frühere Fragen zusammen, deren Antworten verschieden waren: {answers}. {reason} "
        "Die Frage ist offen, Notizen und Nachweise sind übernommen. Bitte beantworten Sie sie neu."
    ),
    "merged-lowest": (
        "Frage „{question}“: Sie fasst frühere Fragen zusammen, deren Antworten verschieden waren: {answers}. {reason} "
        "Übernommen wurde die niedrigste Stufe. Bitte prüfen Sie die Antwort."
    ),
    "withdrawn": (
        "Die frühere Frage „{question}“ gibt es nicht mehr. {reason} "
        "Ihre Antwort ({answer}) wurde nicht übernommen.{rest}"
    ),
}


def remark_sentence(remark: Remark, texts: Mapping[str, str]) -> str:
    """Return what became of a sheet or of one of its answers; `texts` are the questions of today by their ids."""
    return _SENTENCES[remark.code].format(**_names(remark, texts))


def _names(remark: Remark, texts: Mapping[str, str]) -> dict[str, object]:
    if isinstance(remark, SheetCarried):
        return {
            "old": remark.old,
            "new": remark.new,
            "kept": remark.kept,
            "changed": remark.changed,
            "reopened": remark.reopened,
            "lost": remark.lost,
            "comparison": " ".join(remark.comparisons),
        }
    about: dict[str, object] = {"question": _title(remark.subject, texts), "reason": remark.reason}
    match remark:
        case RungMoved():
            about |= {"old": remark.old, "new": remark.new}
        case QuestionSplit():
            names = ", ".join(f"„{_title(target, texts)}“" for target in remark.targets)
            about |= {"names": names, "answer": _answer(remark.given)}
        case QuestionsMerged():
            given = (f"„{_title(each.question, texts)}“ ({_answer(each)})" for each in remark.given)
            about |= {"answers": ", ".join(given)}
        case QuestionWithdrawn():
            about |= {"answer": _answer(remark.given), "rest": _rest(remark)}
    return about


def _answer(given: GivenAnswer) -> str:
    """Return what was chosen in the words of the page, with what was typed beside it."""
    chosen = _ANSWER_NAMES.get(given.state, "offen") if given.rung is None else f"Stufe {given.rung}"
    return ": ".join((chosen, *given.said))


def _rest(remark: QuestionWithdrawn) -> str:
    kept = [f"Notiz: „{note}“" for note in remark.notes]
    kept += [f"Nachweis: {shown}" for shown in _evidence(remark.evidence)]
    return f" Damit nichts verloren geht: {' '.join(kept)}" if kept else ""


def _evidence(pieces: Iterable[tuple[str, str]]) -> Iterable[str]:
    for title, link in pieces:
        yield f"„{title}“ ({link})." if title and link else f"„{title or link}“."


def _title(question: str, texts: Mapping[str, str]) -> str:
    return excerpt(texts.get(question, question), QUESTION_LENGTH)
