/** Which view a button leads to where some are left out, because the sheet is about some fields only. */

/**
 * Returns the wanted place, or the nearest one behind or before it that is shown.
 *
 * @param {{ id: string, isShown: boolean }[]} places in their order
 * @param {string} wanted
 * @param {1 | -1} step
 * @returns {string} the wanted one itself where it is no place, or nothing is shown on that side
 */
export function nearestShown(places, wanted, step) {
  const first = places.findIndex(({ id }) => id === wanted);
  const onTheWay = step > 0 ? places.slice(first) : places.slice(0, first + 1).reverse();
  return (first >= 0 && onTheWay.find(({ isShown }) => isShown)?.id) || wanted;
}
