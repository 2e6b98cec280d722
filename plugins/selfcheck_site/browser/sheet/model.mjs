/** The owner of the sheet that is being filled in: a sheet or one change goes in, a sheet comes out. */

import { asked, changed, draftOf, emptyDraft, entryAt, sheetOf } from "./draft.mjs";
import { tally } from "./tally.mjs";

/** @import { Change, Draft } from "./draft.mjs" */
/** @import { Questionnaire } from "./questionnaire.mjs" */
/** @import { Sheet } from "./sheet.mjs" */

export class SheetModel {
  /** @type {Draft} */
  #draft;
  /** @type {((draft: Draft) => void)[]} */
  #followers = [];

  /**
   * @param {Questionnaire} questionnaire
   * @param {{ newId: () => string, today: () => string, moment: () => string }} world what a sheet takes from outside
   */
  constructor(questionnaire, world) {
    this.questionnaire = questionnaire;
    this.world = world;
    this.#draft = emptyDraft(questionnaire, world.newId());
  }

  /** What a form shows. */
  get draft() {
    return this.#draft;
  }

  /** The sheet as it is now. */
  get sheet() {
    return sheetOf(this.questionnaire, this.#draft, this.world.today());
  }

  /** The sheet to be saved now: it says when that was. */
  saved() {
    return sheetOf(this.questionnaire, this.#draft, this.world.today(), this.world.moment());
  }

  /** Lets what stands here be a sheet of its own, which counts beside the one it came from. */
  beginAnew() {
    this.change({ kind: "new-sheet", id: this.world.newId() });
  }

  /**
   * Lets a sheet that the core has read take the place of everything.
   *
   * @param {Sheet} sheet
   */
  load(sheet) {
    this.#become(draftOf(this.questionnaire, sheet, this.world.newId()));
  }

  /** @param {Change} change */
  change(change) {
    this.#become(changed(this.questionnaire, this.#draft, change));
  }

  /**
   * Tells the draft now and after every change.
   *
   * @param {(draft: Draft) => void} follower
   */
  follow(follower) {
    this.#followers.push(follower);
    follower(this.#draft);
  }

  /**
   * Counts the questions that are asked, or those of one field.
   *
   * @param {string} [field]
   */
  tally(field) {
    const questions = asked(this.questionnaire, this.#draft).filter(
      (each) => field === undefined || each.field === field,
    );
    return tally(questions.map(({ id }) => entryAt(this.#draft, id)));
  }

  /** @param {Draft} draft */
  #become(draft) {
    this.#draft = draft;
    for (const follower of this.#followers) follower(draft);
  }
}
