/** "expand 32-byte k" */
const CONSTANTS = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const;

/**
 * A stream of random numbers that is the same for the same seed and number, and that nobody can guess without the
 * seed: ChaCha20 (RFC 8439) under the seed, 128 bits in hex, taken twice as the key; `stream` is the nonce.
 */
export class ChaCha {
  readonly #state = new Uint32Array(16);
  #block = new Uint32Array(16);
  #used = 16;

  constructor(seed: string, stream = 0) {
    this.#state.set(CONSTANTS, 0);
    for (let word = 0; word < 8; word++)
      this.#state[4 + word] = littleEndian(seed.slice((word % 4) * 8, (word % 4) * 8 + 8));
    this.#state[15] = stream;
  }

  /** A whole number from 0 up to but without `end`, each as likely; `end` is at most 2^32. */
  below(end: number): number {
    const fair = 2 ** 32 - (2 ** 32 % end);
    for (;;) {
      const word = this.#next();
      if (word < fair) return word % end;
    }
  }

  #next(): number {
    if (this.#used === 16) {
      this.#block = chachaBlock(this.#state);
      this.#state[12]!++;
      this.#used = 0;
    }
    return this.#block[this.#used++]!;
  }
}

/** One block of ChaCha20 from its 16 words of state. */
export function chachaBlock(state: Uint32Array): Uint32Array<ArrayBuffer> {
  const work = Uint32Array.from(state);
  for (let round = 0; round < 10; round++) {
    for (let column = 0; column < 4; column++) quarter(work, column, column + 4, column + 8, column + 12);
    quarter(work, 0, 5, 10, 15);
    quarter(work, 1, 6, 11, 12);
    quarter(work, 2, 7, 8, 13);
    quarter(work, 3, 4, 9, 14);
  }
  for (let word = 0; word < 16; word++) work[word]! += state[word]!;
  return work;
}

function quarter(work: Uint32Array, a: number, b: number, c: number, d: number): void {
  work[a]! += work[b]!;
  work[d] = rotate(work[d]! ^ work[a]!, 16);
  work[c]! += work[d]!;
  work[b] = rotate(work[b]! ^ work[c]!, 12);
  work[a]! += work[b]!;
  work[d] = rotate(work[d]! ^ work[a]!, 8);
  work[c]! += work[d]!;
  work[b] = rotate(work[b]! ^ work[c]!, 7);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function littleEndian(hex: string): number {
  return Number.parseInt(hex.replace(/(..)(..)(..)(..)/, '$4$3$2$1'), 16);
}

/** The entries in an order of the stream's choice (Fisher and Yates). */
export function shuffled<Entry>(entries: readonly Entry[], random: ChaCha): Entry[] {
  const order = [...entries];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
