/** A source of randomness that repeats itself for the same seed. */
export interface Random {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
  /** Some of the items, each at most once, in any order. */
  some<T>(items: readonly T[], most?: number): T[];
}

/** Runs a check with a random seed, which the error names so that the run can be repeated. */
export async function withSeed(check: (random: Random) => Promise<void>, fixed?: number): Promise<void> {
  const seed = fixed ?? Math.floor(Math.random() * 2 ** 32);
  try {
    await check(randomOf(seed));
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)} (seed ${seed})`, {
      cause: error,
    });
  }
}

/** The generator mulberry32 (Tommy Ettinger, public domain): small, and good enough for tests. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };
  const some = <T>(items: readonly T[], most = items.length): T[] => {
    const rest = [...items];
    const count = below(Math.min(most, rest.length) + 1);
    return Array.from({ length: count }, () => rest.splice(below(rest.length), 1)).flat();
  };
  return { below, pick, some };
}
