"""The words about a sheet of an earlier version: what became of it and of each answer, and why."""

import pytest

from core.catalogues import small_catalogue
from selfcheck_core.remarks import (
    GivenAnswer,
    QuestionsMerged,
    QuestionSplit,
    QuestionWithdrawn,
    Remark,
    RungMoved,
    SheetCarried,
)
from selfcheck_site.views.notice_words import GermanWords

WHY = "Wir haben es besser verstanden."
HOUSE = GivenAnswer("haus", None, "not-applicable", ("Es gibt hier kein Haus.",))
PRIZE = GivenAnswer("preis", 2, "None", ())
PARTS = ("treffpunkt", "nutzung")
FESTIVALS = (GivenAnswer("strassenfest", None, "None", ()), GivenAnswer("stadtfest", 1, "None", ()))

SENTENCES: dict[Remark, str] = {
    SheetCarried("1.0", "1.2", kept=2, changed=1, reopened=1, lost=2, comparisons=("Erster Satz.", "Zweiter.")): (
        "Der Bogen stammt aus Fassung 1.0 des Fragebogens und wurde in Fassung 1.2 übertragen. "
        "Antworten unverändert übernommen: 2, angepasst: 1, wieder offen: 1, nicht übernommen: 2. "
        "Fragen, die neu dazugekommen sind, sind offen. "
        "Zum Vergleich mit früheren Ergebnissen: Erster Satz. Zweiter."
    ),
    RungMoved("haushalt", "haushalt", 1, 0, WHY): (
        "Frage „Stehen im Haushalt eigene Mittel dafür?“: Die Stufen sind neu beschrieben, aus Stufe 1 wurde Stufe 0. "
        "Wir haben es besser verstanden. Bitte prüfen Sie die Antwort."
    ),
    RungMoved("haushalt", "haushalt", 2, None, WHY): (
        "Frage „Stehen im Haushalt eigene Mittel dafür?“: Die Stufen sind neu beschrieben. "
        "Zu Stufe 2 gibt es keine eindeutige neue Stufe, die Frage ist wieder offen. "
        "Wir haben es besser verstanden. Bitte beantworten Sie sie neu."
    ),
    QuestionSplit("treffpunkt", "haus", PARTS, HOUSE, copied=False, reason=WHY): (
        "Aus der früheren Frage „haus“ sind mehrere geworden: „Gibt es einen offenen Treffpunkt?“, "
        "„Wird der Treffpunkt von vielen genutzt?“. Wir haben es besser verstanden. "
        "Ihre Antwort (entfällt: Es gibt hier kein Haus.) passt nicht von selbst zu jeder davon, "
        "die Fragen sind offen. Notiz und Nachweise stehen bei der ersten. Bitte beantworten Sie die Fragen neu."
    ),
    QuestionSplit("treffpunkt", "haus", PARTS, HOUSE, copied=True, reason=WHY): (
        "Aus der früheren Frage „haus“ sind mehrere geworden: „Gibt es einen offenen Treffpunkt?“, "
        "„Wird der Treffpunkt von vielen genutzt?“. Wir haben es besser verstanden. "
        "Ihre Antwort (entfällt: Es gibt hier kein Haus.) wurde bei allen eingetragen, "
        "Notiz und Nachweise stehen bei der ersten. Bitte prüfen Sie die Antworten."
    ),
    QuestionsMerged("feste", "feste", FESTIVALS, lowest=False, reason=WHY): (
        "Frage „Sind Feste für alle Ortsteile geplant?“: Sie fasst frühere Fragen zusammen, deren Antworten "
        "verschieden waren: „strassenfest“ (offen), „stadtfest“ (Stufe 1). Wir haben es besser verstanden. "
        "Die Frage ist offen, Notizen und Nachweise sind übernommen. Bitte beantworten Sie sie neu."
    ),
    QuestionsMerged("feste", "feste", FESTIVALS, lowest=True, reason=WHY): (
        "Frage „Sind Feste für alle Ortsteile geplant?“: Sie fasst frühere Fragen zusammen, deren Antworten "
        "verschieden waren: „strassenfest“ (offen), „stadtfest“ (Stufe 1). Wir haben es besser verstanden. "
        "Übernommen wurde die niedrigste Stufe. Bitte prüfen Sie die Antwort."
    ),
    QuestionWithdrawn("", "preis", PRIZE, (), (), WHY): (
        "Die frühere Frage „preis“ gibt es nicht mehr. Wir haben es besser verstanden. "
        "Ihre Antwort (Stufe 2) wurde nicht übernommen."
    ),
    QuestionWithdrawn("", "preis", PRIZE, ("Seit 2024.",), (("Urkunde", "https://example.org/u"), ("", "")), WHY): (
        "Die frühere Frage „preis“ gibt es nicht mehr. Wir haben es besser verstanden. "
        "Ihre Antwort (Stufe 2) wurde nicht übernommen. Damit nichts verloren geht: "
        "Notiz: „Seit 2024.“ Nachweis: „Urkunde“ (https://example.org/u). Nachweis: „“."
    ),
}


@pytest.mark.parametrize("remark", SENTENCES, ids=lambda remark: remark.code)
def test_what_became_of_an_answer_is_said_in_these_words(remark: Remark) -> None:
    assert GermanWords(small_catalogue()).notice(remark) == SENTENCES[remark]


def test_an_answer_is_named_as_on_the_page() -> None:
    known = {"unknown": "weiß nicht", "not-responsible": "nicht zuständig", "None": "offen"}
    for state, word in known.items():
        remark = QuestionWithdrawn("", "preis", GivenAnswer("preis", None, state, ()), (), (), WHY)
        assert f"Ihre Antwort ({word})" in GermanWords(small_catalogue()).notice(remark)
