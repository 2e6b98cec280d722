"""The German sentences about files and requests: place, cause and remedy, for people who work in an office."""

from collections.abc import Mapping

# What the entries of a file are called where people read about them.
ENTRY_NAMES: Mapping[str, str] = {
    "format_version": "Fassung des Formats",
    "catalogue": "Fragebogen",
    "answers": "Antworten",
    "id": "Kennung",
    "version": "Fassung",
    "digest": "Prüfsumme",
    "scope": "Umfang",
    "sheet": "Angaben zum Bogen",
    "office": "Amt oder Stelle",
    "perspective": "Perspektive",
    "date": "Datum",
    "municipality": "Kommune",
    "name": "Name",
    "type": "Art der Kommune",
    "carrier": "zuständige Stelle",
    "reason": "Begründung",
    "note": "Notiz",
    "evidence": "Nachweise",
    "title": "Titel",
    "link": "Link",
}

# code → message. {place}, {name} and {number} are filled in by the reader of the sheet.
NOTICES: Mapping[str, str] = {
    "other-version": (
        "Der Bogen gehört zu einem anderen Stand des Fragebogens (Fassung {name}, hier Fassung {place}). "
        "Einzelne Fragen können anders lauten. Bitte sehen Sie die Antworten durch."
    ),
    "other-digest": (
        "Der Fragebogen wurde geändert, seit der Bogen gespeichert wurde. "
        "Einzelne Fragen können anders lauten. Bitte sehen Sie die Antworten durch."
    ),
    "unknown-entry": (
        "{place}: Die Angabe „{name}“ ist hier nicht vorgesehen und wurde nicht übernommen. "
        "Heben Sie die Datei auf, falls Sie die Angabe noch brauchen."
    ),
    "unknown-question": (
        "Die Frage „{name}“ gibt es in diesem Fragebogen nicht. Die Antwort darauf wurde nicht übernommen. "
        "Heben Sie die Datei auf, falls Sie die Antwort noch brauchen."
    ),
    "unknown-field": (
        "Umfang: Das Handlungsfeld „{name}“ gibt es in diesem Fragebogen nicht. Es wurde weggelassen. "
        "Bitte prüfen Sie, welche Handlungsfelder der Bogen enthalten soll."
    ),
    "unknown-scope": (
        "Umfang: Aus der Datei geht nicht hervor, welche Fragen der Bogen enthält. "
        "Es gelten {name}. Bitte prüfen Sie die Auswahl."
    ),
    "unknown-answer": (
        "{place}: Die gespeicherte Antwort ist nicht lesbar. Die Frage gilt als offen. Bitte beantworten Sie sie neu."
    ),
    "unknown-perspective": (
        "Angaben zum Bogen: Die Perspektive „{name}“ gibt es hier nicht. Sie blieb leer. Bitte wählen Sie sie neu."
    ),
    "unknown-municipality-type": (
        "Kommune: Die Art der Kommune „{name}“ gibt es hier nicht. Sie blieb leer. Bitte wählen Sie sie neu."
    ),
    "unknown-date": ("Angaben zum Bogen: „{name}“ ist kein Datum. Das Datum blieb leer. Bitte tragen Sie es neu ein."),
    "wrong-type": ("{place}: Die Angabe „{name}“ ist nicht lesbar und blieb leer. Bitte tragen Sie sie neu ein."),
    "removed-characters": (
        "{place}: In der Angabe „{name}“ standen unsichtbare Steuerzeichen. Sie wurden entfernt. "
        "Bitte prüfen Sie den Text."
    ),
    "long-text": (
        "{place}: Die Angabe „{name}“ ist sehr lang, vorgesehen sind {number} Zeichen. "
        "Sie wurde vollständig übernommen. Bitte prüfen Sie, ob der Text hierher gehört."
    ),
    "too-much-evidence": (
        "{place}: Übernommen wurden die ersten {number} Nachweise. Mehr sind je Frage nicht vorgesehen. "
        "Nennen Sie weitere bitte in der Notiz."
    ),
    "dropped-link": (
        "{place}: Der Link wurde entfernt, denn er ist keine Internetadresse, "
        "die mit „https://“ oder „http://“ beginnt. Bitte tragen Sie die vollständige Adresse ein."
    ),
    "missing-reason": (
        "{place}: Zur Antwort „entfällt“ fehlt die Begründung. Bitte tragen Sie ein, warum die Frage entfällt."
    ),
    "further-notices": (
        "Weitere Hinweise, die hier nicht einzeln stehen: {number}. Bitte sehen Sie alle Antworten durch."
    ),
}

_FOREIGN_HINT = (
    "Wählen Sie eine Datei, die der Selbstcheck gespeichert hat. "
    "Was Sie auf dieser Seite eingetragen haben, bleibt unverändert."
)
_DAMAGED_HINT = (
    "Öffnen Sie eine frühere Kopie der Datei, oder speichern Sie den Bogen dort, wo er noch offen ist, noch einmal. "
    "Was Sie auf dieser Seite eingetragen haben, bleibt unverändert."
)

# code → message and hint. {name} and {number} are filled in where the file is refused.
REFUSALS: Mapping[str, tuple[str, str]] = {
    "empty-file": ("Die Datei ist leer.", _FOREIGN_HINT),
    "too-large": ("Die Datei ist zu groß für einen Bogen des Selbstchecks.", _FOREIGN_HINT),
    "damaged": ("Die Datei ist beschädigt oder kein Bogen des Selbstchecks.", _DAMAGED_HINT),
    "damaged-line": (
        "Die Datei ist beschädigt oder kein Bogen des Selbstchecks. Ab Zeile {name} ist sie nicht lesbar.",
        _DAMAGED_HINT,
    ),
    "damaged-entry": (
        "Die Datei ist beschädigt: Die Angabe „{name}“ fehlt oder ist nicht lesbar.",
        _DAMAGED_HINT,
    ),
    "doubled-entry": (
        "Die Datei ist beschädigt: Die Angabe „{name}“ steht an einer Stelle zweimal darin. "
        "Welche gelten soll, ist nicht zu erkennen.",
        _DAMAGED_HINT,
    ),
    "foreign-file": ("Die Datei ist kein Bogen des Selbstchecks.", _FOREIGN_HINT),
    "newer-format": (
        "Der Bogen wurde mit einer neueren Fassung des Selbstchecks gespeichert. "
        "Diese Seite kann ihn noch nicht lesen.",
        "Laden Sie diese Seite neu, damit Sie die neueste Fassung haben, und öffnen Sie die Datei dann noch einmal.",
    ),
    "other-catalogue": (
        "Der Bogen gehört zu einem anderen Fragebogen („{name}“).",
        "Öffnen Sie die Datei auf der Seite, auf der dieser Fragebogen steht. "
        "Was Sie auf dieser Seite eingetragen haben, bleibt unverändert.",
    ),
}

_RELOAD_HINT = (
    "Speichern Sie Ihren Bogen, laden Sie die Seite neu und öffnen Sie ihn wieder. "
    "Bleibt es dabei, schreiben Sie uns bitte."
)

# code → message and hint, for what went wrong between the page and the program.
FAILURES: Mapping[str, tuple[str, str]] = {
    "malformed-request": ("Die Seite hat eine Anfrage gestellt, die das Programm nicht lesen kann.", _RELOAD_HINT),
    "unknown-request": ("Die Seite hat eine Anfrage gestellt, die das Programm nicht kennt.", _RELOAD_HINT),
    "unknown-view": ("Die Seite hat eine Darstellung verlangt, die das Programm nicht kennt.", _RELOAD_HINT),
    "internal-error": ("Beim Auswerten ist ein Fehler im Programm aufgetreten.", _RELOAD_HINT),
}

# What an answer without a rung is called on the page.
ANSWER_NAMES: Mapping[str, str] = {
    "unknown": "weiß nicht",
    "not-responsible": "nicht zuständig",
    "not-applicable": "entfällt",
    "open": "offen",
}

# code → message, for what became of a sheet of an earlier version.
CARRIED: Mapping[str, str] = {
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
