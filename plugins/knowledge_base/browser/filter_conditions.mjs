/** What the form above a table asks for: its controls, what they mean in words, and what cannot be meant. */

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */
/** @typedef {{ control: Control, name: string, match: string, value: string, says: string }} Condition */

/** @type {Record<string, (wanted: string, offered: string) => boolean>} */
const MATCHES = {
  word: (wanted, offered) => offered.split(" ").includes(wanted),
  within: (wanted, offered) => {
    const [low = NaN, high = NaN] = offered.split(" ").map(Number);
    return low <= Number(wanted) && Number(wanted) <= high;
  },
  "up-to": (wanted, offered) => Number(offered) <= Number(wanted),
};

/**
 * @param {HTMLFormElement} form
 * @returns {Control[]}
 */
export function controlsOf(form) {
  return /** @type {Control[]} */ ([...form.querySelectorAll("[data-match]")]);
}

/**
 * Returns what the form asks for; an empty or impossible value asks for nothing.
 *
 * @param {HTMLFormElement} form
 * @returns {Condition[]}
 */
export function conditionsOf(form) {
  return controlsOf(form)
    .filter((control) => control.value !== "" && control.validity.valid)
    .map((control) => {
      const { match = "" } = control.dataset;
      return { control, name: control.name, match, value: control.value, says: inWords(control) };
    });
}

/**
 * @param {HTMLElement} row
 * @param {Condition[]} conditions
 * @returns {boolean}
 */
export function meets(row, conditions) {
  return conditions.every(({ name, match, value }) => MATCHES[match]?.(value, row.dataset[name] ?? ""));
}

/**
 * Returns a condition as it is read: „Wir sind 1 Person“.
 *
 * @param {Control} control
 * @returns {string}
 */
export function inWords(control) {
  const answer = control instanceof HTMLSelectElement ? control.selectedOptions[0]?.text : control.value.trim();
  return `${control.dataset.says} ${answer} ${noun(control)}`.trim();
}

/**
 * @param {Control} control
 * @returns {string}
 */
function noun({ value, dataset: { after = "", afterOne = "" } }) {
  return Number(value) === 1 ? afterOne : after;
}

/**
 * @param {Control} control
 * @returns {void}
 */
export function showNoun(control) {
  const place = control.nextElementSibling;
  if (place) place.textContent = noun(control);
}

/**
 * Shows what is wrong with a value, and says it with the field; what is mended is no longer said.
 *
 * @param {Control} control
 * @param {boolean} complete whether the person has finished typing
 * @returns {void}
 */
export function showWrong(control, complete) {
  const message = document.getElementById(control.dataset.wrong ?? "");
  const { valid } = control.validity;
  if (!message || (!valid && !complete)) return;
  message.hidden = valid;
  control.setAttribute("aria-invalid", String(!valid));
  if (valid) control.removeAttribute("aria-describedby");
  else control.setAttribute("aria-describedby", message.id);
}
