/** Finding elements with their type, so that a page that lacks one says so at once instead of failing later. */

/**
 * Returns the first match inside `root`.
 *
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 * @throws {Error} where there is no match of that type
 */
export function element(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page lacks ${selector}`);
  return found;
}

/**
 * Returns all matches of that type, in document order.
 *
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T[]}
 */
export function elements(root, selector, type) {
  const ofType = /** @type {(found: Element) => found is T} */ ((found) => found instanceof type);
  return [...root.querySelectorAll(selector)].filter(ofType);
}
