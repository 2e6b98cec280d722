// Files of our own origin, inflated here where the host does not compress, counted and checked on their way.

const GZIP = [0x1f, 0x8b];

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ head: number[], size: number, sum: string }} Expected of the unpacked file: its first bytes, size and sum */

/** Why the runtime cannot start, as a reason the page has words for. */
export class StartError extends Error {
  /**
   * @param {import("./machine.mjs").Reason} reason
   * @param {import("./machine.mjs").About & { cause?: unknown }} [about] which file it was, and what was found instead of it
   */
  constructor(reason, { file = "", found = "", cause } = {}) {
    super(`${reason} ${file} ${found}`, { cause });
    this.reason = reason;
    this.about = { file, found };
  }
}

/**
 * Starts to download a file, whatever the host does about compression: where the plain file comes uncompressed, it is
 * given up for the `.gz` beside it, and where it is missing, too. Rejects with StartError.
 * @param {string} url
 * @param {Expected & { type: string, onBytes: (count: number) => void }} expected media type to give it, what it has to
 *   hold, and what hears of each piece that arrives
 * @returns {Promise<{ response: Response, finished: Promise<void> }>} the unpacked content; `finished` rejects with
 *   StartError, because whoever reads the response may be told only that something went wrong
 */
export async function download(url, { type, onBytes, ...expected }) {
  const content = await unpacked(url);
  const passage = /** @type {TransformStream<Bytes, Bytes>} */ (new TransformStream());
  const check = new Check(nameOf(url), expected);
  const finished = content
    .pipeThrough(check.stream(onBytes))
    .pipeTo(passage.writable)
    .then(() => check.sum())
    .catch((error) => {
      throw error instanceof StartError ? error : new StartError("damaged-file", { file: nameOf(url), cause: error });
    });
  return { response: new Response(passage.readable, { headers: { "content-type": type } }), finished };
}

/** @param {string} url @returns {Promise<ReadableStream<Bytes>>} */
async function unpacked(url) {
  const abort = new AbortController();
  const plain = await received(url, abort.signal);
  if (plain.ok && plain.headers.get("content-encoding") !== null) return body(plain);
  const packed = await received(`${url}.gz`);
  if (packed.ok) {
    abort.abort();
    return inflated(body(packed));
  }
  if (plain.ok) return body(plain);
  throw new StartError("missing-file", { file: nameOf(url), found: String(plain.status) });
}

/** @param {string} url @param {AbortSignal} [signal] */
function received(url, signal) {
  return fetch(url, { signal }).catch((error) => {
    throw new StartError("no-connection", { file: nameOf(url), cause: error });
  });
}

/**
 * The body, whose failing means that the connection broke off and not that the content is wrong.
 * @param {Response} response @returns {ReadableStream<Bytes>}
 */
function body(response) {
  if (!response.body) throw new StartError("damaged-file", { file: nameOf(response.url) });
  const reader = response.body.getReader();
  return new ReadableStream({
    async pull(controller) {
      const piece = await reader.read().catch((error) => {
        throw new StartError("no-connection", { file: nameOf(response.url), cause: error });
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

/** Holds a file against what is expected of it, while it passes. */
class Check {
  #count = 0;
  /** @type {Bytes | undefined} all of it, for its sum; browsers make sums over encrypted connections only */
  #whole;

  /** @param {string} file @param {Expected} expected */
  constructor(file, { head, size, sum }) {
    this.file = file;
    this.head = head;
    this.size = size;
    this.expected = sum;
    if (globalThis.crypto?.subtle && sum) this.#whole = new Uint8Array(size);
  }

  /** @param {(count: number) => void} onBytes @returns {TransformStream<Bytes, Bytes>} */
  stream(onBytes) {
    return new TransformStream({
      transform: (piece, controller) => {
        if (this.#count === 0 && !startsWith(piece, this.head)) throw this.#damaged("another kind of file");
        if (this.#count + piece.length > this.size) throw this.#damaged(`more than ${this.size} bytes`);
        this.#whole?.set(piece, this.#count);
        this.#count += piece.length;
        onBytes(piece.length);
        controller.enqueue(piece);
      },
      flush: () => {
        if (this.#count !== this.size) throw this.#damaged(`${this.#count} of ${this.size} bytes`);
      },
    });
  }

  /** Rejects where the sum of what has passed is another one. */
  async sum() {
    if (!this.#whole) return;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", this.#whole));
    this.#whole = undefined;
    if (`sha256-${btoa(String.fromCharCode(...digest))}` !== this.expected) throw this.#damaged("another sum");
  }

  /** @param {string} cause */
  #damaged(cause) {
    return new StartError("damaged-file", { file: this.file, cause });
  }
}

/**
 * Returns the name of a file, as whoever runs the server finds it there.
 *
 * @param {string} url
 */
export function nameOf(url) {
  return url.slice(url.lastIndexOf("/") + 1);
}
