/** What a sheet takes from outside: a name of its own, the day and the time. */

/**
 * Returns the day where the reader is, as 2026-05-31 (`toISOString` would tell the day in Greenwich).
 *
 * @param {Date} [now]
 * @returns {string}
 */
export function today(now = new Date()) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Returns the day that comes so many days later.
 *
 * @param {number} days
 * @param {Date} [now]
 * @returns {string}
 */
export function dayIn(days, now = new Date()) {
  return today(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
}

/**
 * Returns the time where the reader is, with its distance from Greenwich: 2026-05-31T14:05:09+02:00.
 *
 * @param {Date} [now]
 * @returns {string}
 */
export function moment(now = new Date()) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const east = -now.getTimezoneOffset();
  const distance = `${east < 0 ? "-" : "+"}${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
  return `${today(now)}T${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(":")}${distance}`;
}

/**
 * Returns a random identifier; `randomUUID` exists on https and localhost only.
 *
 * @returns {string}
 */
export function newId() {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
