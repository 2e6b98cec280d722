/** Results as elements of the page. What somebody typed only ever becomes text. */

import { beginning, excerpt, pieces } from "./search_excerpt.mjs";
import { DID_YOU_MEAN, KINDS, SAYS, correctedLine, moreLine, unknownLine } from "./search_messages.mjs";

/** @import { Piece } from "./search_excerpt.mjs" */
/** @import { PageRow, PageText } from "./search_index.mjs" */
/** @import { Answer, Hit } from "./search_query.mjs" */

/**
 * @typedef {object} Shown
 * @property {PageRow[]} pages
 * @property {Hit[]} hits those that the filters let pass
 * @property {string[]} marks stems of what was asked for
 * @property {string[]} parts stems of their halves
 * @property {(url: string) => string} address turns a page's URL into one for this page
 * @property {(page: number) => Promise<PageText>} text
 */

const BEST = 3;
const PER_GROUP = 5;

/**
 * Returns the three best results, and then all others grouped by kind; the group of the best one comes first.
 *
 * @param {Shown} shown
 * @returns {HTMLElement[]}
 */
export function results(shown) {
  const best = shown.hits.slice(0, BEST);
  /** @type {Map<string, Hit[]>} */
  const groups = new Map();
  for (const hit of shown.hits.slice(BEST)) {
    const kind = shown.pages[hit.page]?.[2] ?? "";
    groups.set(kind, [...(groups.get(kind) ?? []), hit]);
  }
  const others = [...groups].map(([kind, hits]) => group(kind, KINDS[kind]?.[1] ?? kind, hits, shown));
  return best.length === 0 ? [] : [group("beste", SAYS.best, best, shown), ...others];
}

/** @param {string} name @param {string} title @param {Hit[]} hits @param {Shown} shown */
function group(name, title, hits, shown) {
  const section = make("section", { className: "wk-search__group" });
  section.dataset.group = name;
  const heading = make("h2", { id: `treffer-${name}`, textContent: title });
  section.setAttribute("aria-labelledby", heading.id);
  const list = make("ol");
  list.append(...hits.slice(0, PER_GROUP).map((hit) => result(hit, shown)));
  section.append(heading, list);
  const rest = hits.slice(PER_GROUP);
  if (rest.length > 0) section.append(moreButton(title, list, rest, shown));
  return section;
}

/** @param {string} title @param {HTMLElement} list @param {Hit[]} rest @param {Shown} shown */
function moreButton(title, list, rest, shown) {
  const button = make("button", { type: "button", className: "wk-search__more" });
  button.textContent = moreLine(rest.length, title);
  button.addEventListener("click", () => {
    const added = rest.map((hit) => result(hit, shown));
    list.append(...added);
    button.remove();
    added[0]?.querySelector("a")?.focus();
  });
  return button;
}

/** @param {Hit} hit @param {Shown} shown */
function result(hit, shown) {
  const [url, title, kind] = shown.pages[hit.page] ?? ["", "", ""];
  const item = make("li", { className: "wk-search__result" });
  item.dataset.kind = kind;
  const link = make("a", { href: shown.address(url) });
  link.append(...marked(pieces(title, [...shown.marks, ...shown.parts])));
  const label = make("span", { className: "wk-search__kind", textContent: KINDS[kind]?.[0] ?? "" });
  const text = make("p", { className: "wk-search__excerpt" });
  item.append(link, " ", label, text);
  whenSeen(text, async () => {
    // A result without its excerpt is still a result, so a file that fails here is no failure of the search.
    const page = await shown.text(hit.page).catch(() => ({ summary: "", text: "" }));
    text.append(...marked(shownText(page, shown)));
  });
  return item;
}

/** A text costs a phone two to three kilobytes, so it is asked for when its place comes near. @param {Element} element @param {() => void} act */
function whenSeen(element, act) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: "150px" },
  );
  observer.observe(element);
}

/** The place that shows the words asked for, or else their halves, or else the summary. @param {PageText} page @param {Shown} shown */
function shownText({ summary, text }, { marks, parts }) {
  const all = `${summary} ${text}`.trim();
  const found = excerpt(all, marks);
  if (found.length > 0) return found;
  const halves = excerpt(all, [...marks, ...parts]);
  return halves.length > 0 ? halves : beginning(summary || text);
}

/** @param {Piece[]} cut @returns {Node[]} */
function marked(cut) {
  return cut.map(({ text, matched }) => (matched ? make("mark", { textContent: text }) : new Text(text)));
}

/**
 * Returns what there is to say about the words themselves: which were taken for others, and what they may have meant.
 *
 * @param {Answer} answer
 * @param {(typed: string, meant: string) => void} choose called when somebody takes a suggestion
 * @returns {HTMLElement[]}
 */
export function remarks({ corrected, unknown }, choose) {
  return [
    ...corrected.map(({ typed, used }) => make("p", { textContent: correctedLine(typed, used) })),
    ...unknown.map(({ typed, near }) => suggestion(typed, near, choose)),
  ];
}

/** @param {string} typed @param {string[]} near @param {(typed: string, meant: string) => void} choose */
function suggestion(typed, near, choose) {
  const line = make("p", { textContent: unknownLine(typed) });
  near.forEach((meant, place) => {
    const button = make("button", { type: "button", className: "wk-search__meant", textContent: meant });
    button.addEventListener("click", () => choose(typed, meant));
    line.append(place === 0 ? ` ${DID_YOU_MEAN} ` : ", ", button);
  });
  if (near.length > 0) line.append("?");
  return line;
}

/**
 * Returns what helps where nothing was found.
 *
 * @returns {HTMLElement}
 */
export function hints() {
  const list = make("ul");
  list.append(...SAYS.hints.map((hint) => make("li", { textContent: hint })));
  return list;
}

/**
 * Returns a line with a button behind it.
 *
 * @param {string} text
 * @param {string} label
 * @param {() => void} act
 * @returns {HTMLElement}
 */
export function offer(text, label, act) {
  const line = make("p", { textContent: `${text} ` });
  const button = make("button", { type: "button", className: "wk-search__more", textContent: label });
  button.addEventListener("click", act);
  line.append(button);
  return line;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
 * @returns {HTMLElementTagNameMap[Name]}
 */
function make(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
