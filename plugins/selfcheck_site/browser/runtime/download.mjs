// Files of our own origin, inflated here where the host does not compress, counted and checked on their way.

const GZIP = [0x1f, 0x8b];

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** Why the runtime cannot start, as a reason the page has words for. */
export class StartError extends Error {
  /** @param {import("./machine.mjs").Reason} reason @param {unknown} [cause] */
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/**
 * Starts to download a file, whatever the host does about compression: where the plain file comes uncompressed, it is
 * given up for the `.gz` beside it. Rejects with StartError "missing-file".
 * @param {string} url
 * @param {{ type: string, head: number[], size: number, onBytes: (count: number) => void }} expected
 *   media type to give it, first bytes and size of the unpacked content, and what hears of each piece that arrives
 * @returns {Promise<{ response: Response, finished: Promise<void> }>} the unpacked content; `finished` rejects with
 *   StartError, because whoever reads the response may be told only that something went wrong
 */
export async function download(url, { type, head, size, onBytes }) {
  const content = await unpacked(url);
  const passage = /** @type {TransformStream<Bytes, Bytes>} */ (new TransformStream());
  const finished = content
    .pipeThrough(checked(head, size, onBytes))
    .pipeTo(passage.writable)
    .catch(asStartError);
  return { response: new Response(passage.readable, { headers: { "content-type": type } }), finished };
}

/** @param {unknown} error @returns {never} */
function asStartError(error) {
  throw error instanceof StartError ? error : new StartError("damaged-file", error);
}

/** @param {string} url @returns {Promise<ReadableStream<Bytes>>} */
async function unpacked(url) {
  const abort = new AbortController();
  const plain = await received(url, abort.signal);
  if (plain.headers.get("content-encoding") !== null) return body(plain);
  abort.abort();
  return inflated(body(await received(`${url}.gz`)));
}

/** @param {string} url @param {AbortSignal} [signal] */
async function received(url, signal) {
  const response = await fetch(url, { signal }).catch((error) => {
    throw new StartError("missing-file", error);
  });
  if (!response.ok) throw new StartError("missing-file", `${response.status} ${url}`);
  return response;
}

/**
 * The body, whose failing means that the connection broke off and not that the content is wrong.
 * @param {Response} response @returns {ReadableStream<Bytes>}
 */
function body(response) {
  if (!response.body) throw new StartError("damaged-file", response.url);
  const reader = response.body.getReader();
  return new ReadableStream({
    async pull(controller) {
      const piece = await reader.read().catch((error) => {
        throw new StartError("missing-file", error);
      });
      if (piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/**
 * Some hosts declare the `.gz` as an encoding, so that the browser has inflated it already: its first bytes tell.
 * @param {ReadableStream<Bytes>} stream @returns {Promise<ReadableStream<Bytes>>}
 */
async function inflated(stream) {
  const [sample, content] = stream.tee();
  const reader = sample.getReader();
  const { value } = await reader.read();
  void reader.cancel();
  return value && startsWith(value, GZIP) ? content.pipeThrough(new DecompressionStream("gzip")) : content;
}

/** @param {Bytes} bytes @param {number[]} head */
function startsWith(bytes, head) {
  return head.every((byte, place) => bytes[place] === byte);
}

/**
 * @param {number[]} head @param {number} size @param {(count: number) => void} onBytes
 * @returns {TransformStream<Bytes, Bytes>}
 */
function checked(head, size, onBytes) {
  let count = 0;
  return new TransformStream({
    transform(piece, controller) {
      if (count === 0 && !startsWith(piece, head)) throw new StartError("damaged-file", "another kind of file");
      count += piece.length;
      onBytes(piece.length);
      controller.enqueue(piece);
    },
    flush() {
      if (count !== size) throw new StartError("damaged-file", `${count} of ${size} bytes`);
    },
  });
}
