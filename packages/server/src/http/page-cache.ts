/** Longer answers are made anew each time, so that the cache stays small. */
const LONGEST = 256 * 1024;

/**
 * Keeps the bytes of shared answers by address, each good for one tag only. The least recently used goes
 * first.
 */
export class PageCache {
  readonly #pages = new Map<string, { tag: string; bytes: Uint8Array<ArrayBuffer> }>();
  readonly #limit: number;

  constructor(limit = 200) {
    this.#limit = limit;
  }

  /** The bytes kept for this address under this tag. */
  get(address: string, tag: string): Uint8Array<ArrayBuffer> | undefined {
    const page = this.#pages.get(address);
    if (page?.tag !== tag) return undefined;
    this.#pages.delete(address);
    this.#pages.set(address, page);
    return page.bytes;
  }

  /** Keeps the bytes, in place of those of an earlier tag. */
  set(address: string, tag: string, bytes: Uint8Array<ArrayBuffer>): void {
    if (bytes.byteLength > LONGEST) return;
    this.#pages.delete(address);
    this.#pages.set(address, { tag, bytes });
    if (this.#pages.size <= this.#limit) return;
    const oldest = this.#pages.keys().next();
    if (!oldest.done) this.#pages.delete(oldest.value);
  }
}
