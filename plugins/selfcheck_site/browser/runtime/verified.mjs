/** Programs are looked at before they are run: whether they come at all, as programs, and with the content they were built with. */

import { StartError, nameOf } from "./download.mjs";

const PROGRAM = /^(text|application)\/(x-)?(java|ecma)script/i;

/**
 * Resolves where a program may be imported. A worker knows no `integrity` of what it imports, and says nothing about what it
 * could not run; so the file is fetched here first, and the import that follows finds it in the browser's cache.
 *
 * @param {string} url
 * @param {Record<string, string>} sums name of a file → its sum, as the attribute `integrity` has it
 */
export async function verified(url, sums) {
  const file = nameOf(url);
  const response = await fetch(url, { integrity: sums[file] ?? "" }).catch(() => withoutIntegrity(url));
  if (!response.ok) throw new StartError("missing-file", { file, found: String(response.status) });
  const found = response.headers.get("content-type") ?? "";
  if (!PROGRAM.test(found)) throw new StartError("wrong-kind", { file, found });
  await response.arrayBuffer();
}

/**
 * Tells why a file was refused: one that comes when nothing is expected of it has another content.
 *
 * @param {string} url
 */
async function withoutIntegrity(url) {
  const response = await fetch(url).catch((error) => {
    throw new StartError("no-connection", { file: nameOf(url), cause: error });
  });
  if (response.ok && PROGRAM.test(response.headers.get("content-type") ?? ""))
    throw new StartError("damaged-file", { file: nameOf(url) });
  return response;
}
