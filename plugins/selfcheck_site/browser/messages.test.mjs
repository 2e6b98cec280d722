import { equal } from "node:assert/strict";
import { test } from "node:test";

import {
  fileTooLarge,
  linksThatAreNone,
  onlyTheseFields,
  openFigure,
  opened,
  presetsMade,
  progressLine,
  taskStatus,
} from "./messages.mjs";

/** @import { Tally } from "./sheet/tally.mjs" */

/**
 * @param {Partial<Tally>} counts
 * @returns {Tally} of 21 questions, unless it says how many
 */
function of({ scored = 0, unknown = 0, preset = 0, unreasoned = 0, total = 21 }) {
  const dealtWith = scored + unknown + unreasoned;
  return { total, dealtWith, scored, unknown, preset, unreasoned, open: total - dealtWith - preset };
}

test("open is what has no answer; „weiß nicht“ and presets stand beside it", () => {
  equal(openFigure(of({})), "Noch offen: 21 von 21 Fragen");
  equal(openFigure(of({ scored: 2 })), "Noch offen: 19 von 21 Fragen");
  equal(openFigure(of({ unknown: 1 })), "Noch offen: 20 von 21 Fragen, dazu 1 „weiß nicht“");
  equal(openFigure(of({ preset: 2 })), "Noch offen: 19 von 21 Fragen, dazu 2 voreingestellt, bitte prüfen");
  equal(
    openFigure(of({ unknown: 3, preset: 1 })),
    "Noch offen: 17 von 21 Fragen, dazu 3 „weiß nicht“ und 1 voreingestellt, bitte prüfen",
  );
});

test("where nothing is open, the figure says what is left to do", () => {
  equal(openFigure(of({ scored: 21 })), "Nichts mehr offen: Alle 21 Fragen sind bearbeitet.");
  equal(
    openFigure(of({ scored: 20, unknown: 1 })),
    "Nichts mehr offen: Alle 21 Fragen sind bearbeitet, davon 1 „weiß nicht“.",
  );
  equal(openFigure(of({ scored: 20, preset: 1 })), "Nichts mehr offen, aber 1 voreingestellt, bitte prüfen");
});

test("„weiß nicht“ is dealt with, a preset is not", () => {
  equal(progressLine(of({ scored: 2, unknown: 1, preset: 4 })), "3 von 21 Fragen bearbeitet");
  equal(
    opened("Der Bogen", of({ scored: 2, unknown: 1, preset: 4 }), 0),
    "Der Bogen ist geöffnet, 3 von 21 Fragen bearbeitet.",
  );
});

test("numbers and nouns agree where there is one question only", () => {
  equal(progressLine(of({ total: 1 })), "0 von 1 Frage bearbeitet");
  equal(openFigure(of({ total: 1 })), "Noch offen: 1 von 1 Frage");
  equal(openFigure(of({ total: 1, scored: 1 })), "Nichts mehr offen: Die Frage ist bearbeitet.");
  equal(opened("Der Bogen", of({ total: 1 }), 1), "Der Bogen ist geöffnet, 0 von 1 Frage bearbeitet. 1 Hinweis dazu:");
});

test("an opened sheet says how many notices follow", () => {
  equal(
    opened("Der Bogen", of({ scored: 1 }), 1),
    "Der Bogen ist geöffnet, 1 von 21 Fragen bearbeitet. 1 Hinweis dazu:",
  );
  equal(
    opened("Der Bogen", of({ scored: 1 }), 2),
    "Der Bogen ist geöffnet, 1 von 21 Fragen bearbeitet. 2 Hinweise dazu:",
  );
});

test("the task list says how far a field is and what to check in it", () => {
  equal(taskStatus(of({})), "Noch nicht begonnen");
  equal(taskStatus(of({ unknown: 2 })), "2 von 21");
  equal(taskStatus(of({ scored: 20, unknown: 1 })), "Fertig");
  equal(taskStatus(of({ preset: 1 })), "1 voreingestellt, bitte prüfen");
  equal(taskStatus(of({ scored: 20, preset: 1 })), "20 von 21, 1 voreingestellt, bitte prüfen");
  equal(taskStatus(of({ scored: 20, unreasoned: 1 })), "21 von 21, Begründung fehlt");
  equal(
    taskStatus(of({ unreasoned: 2, preset: 1 })),
    "2 von 21, 1 voreingestellt, bitte prüfen, 2 Begründungen fehlen",
  );
});

test("presets are counted in words that fit one and many", () => {
  equal(presetsMade(0), "Für diese Art der Kommune ist keine Frage voreingestellt.");
  equal(
    presetsMade(1),
    "Bei 1 Frage ist jetzt „nicht zuständig“ voreingestellt. Bitte prüfen Sie diese Antwort: Bestätigen oder ändern Sie sie.",
  );
  equal(
    presetsMade(2),
    "Bei 2 Fragen ist jetzt „nicht zuständig“ voreingestellt. Bitte prüfen Sie diese Antworten: Bestätigen oder ändern Sie sie.",
  );
});

test("a sheet of some fields says in one sentence which", () => {
  const hidden = "sind ausgeblendet.";
  equal(onlyTheseFields(["Wege"], 7), `Dieser Bogen enthält nur das Handlungsfeld „Wege“, die anderen ${hidden}`);
  equal(
    onlyTheseFields(["Wege", "Brunnen"], 7),
    `Dieser Bogen enthält nur die Handlungsfelder „Wege“ und „Brunnen“, die anderen ${hidden}`,
  );
  equal(
    onlyTheseFields(["a", "b", "c"], 7),
    `Dieser Bogen enthält nur 3 von 7 Handlungsfeldern, die anderen ${hidden}`,
  );
});

test("the limit of a file is that which the page names", () => {
  equal(fileTooLarge(2 ** 20), "Die Datei ist zu groß. Ein gespeicherter Bogen hat höchstens 1 MB.");
  equal(fileTooLarge(1.5 * 2 ** 20), "Die Datei ist zu groß. Ein gespeicherter Bogen hat höchstens 1,5 MB.");
});

test("links that are none are quoted, each of them", () => {
  const remedy = "Soll ein Link daraus werden, tragen Sie die ganze Adresse ein, mit „https://“ am Anfang.";
  equal(
    linksThatAreNone(["Regal 3"]),
    `„Regal 3“ ist keine Internetadresse. Es wird als Text beim Nachweis gespeichert. ${remedy}`,
  );
  equal(
    linksThatAreNone(["Regal 3", "ftp://a.b"]),
    `„Regal 3“, „ftp://a.b“ sind keine Internetadressen. Sie werden als Text bei den Nachweisen gespeichert. ${remedy}`,
  );
});
