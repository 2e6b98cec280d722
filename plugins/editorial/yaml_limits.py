"""What YAML offers and the texts of editors do not use, with what is said about it: message and remedy, or remedy."""

MAX_DEPTH = 16
MAX_NODES = 10_000

TOO_DEEP = (
    f"Hier sind mehr als {MAX_DEPTH} Ebenen ineinander verschachtelt. Gebraucht werden höchstens acht.",
    "Prüfen Sie die Einrückung und die Klammern an dieser Stelle.",
)
TOO_MANY = (
    f"Die Datei enthält mehr als {MAX_NODES} einzelne Angaben und wird deshalb nicht gelesen.",
    "Prüfen Sie, ob hier versehentlich etwas anderes gespeichert wurde.",
)
GIANT = (
    "Hier steht eine Angabe aus Ziffern, die viel zu groß ist.",
    "Löschen Sie die Stelle. Ein Text mit Rückstrich (\\) gehört in einfache Anführungszeichen: '…'.",
)
NO_ESCAPE = "Löschen Sie die Angabe mit dem Rückstrich (\\) und schreiben Sie das Zeichen so, wie man es lesen soll."
EMPTY = (
    "Die Datei ist leer.",
    "Übernehmen Sie den Aufbau aus einer anderen Datei oder löschen Sie die Datei.",
)
SEVERAL = (
    "Hier beginnt mit „---“ ein zweites Dokument in derselben Datei.",
    "Löschen Sie die Zeile mit „---“ oder legen Sie für den zweiten Teil eine eigene Datei an.",
)
KEY_NOT_TEXT = (
    "Vor dem Doppelpunkt steht hier kein einfacher Text, sondern eine Liste oder ein Abschnitt.",
    "Schreiben Sie vor den Doppelpunkt nur den Namen des Schlüssels, zum Beispiel „titel:“.",
)
NO_ANCHOR = (
    "Schreiben Sie den Text an jeder Stelle aus. Soll der Text wirklich mit „&“ oder „*“ beginnen, "
    "setzen Sie ihn in Anführungszeichen."
)
NO_TAG = "Löschen Sie die Angabe. Soll der Text wirklich mit „!“ beginnen, setzen Sie ihn in Anführungszeichen."
