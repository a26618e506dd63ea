/**
 * Everything that takes long, by name: what a worker runs, in a page and on a server. → `@guildhall/core/compute`
 */
import type { ComputeOptions } from './compute.js';
import { compute as computeMatch } from './matching/index.js';
import { computeReleases, type ReleaseSheets } from './release/index.js';

/**
 * Runs a pure function by its name: `match` and `verify` of the matching engine, and `release`, which takes
 * `{ sheets: { id, input }[] }` and answers `{ id, release }[]`. Lets others work every few milliseconds. Rejects for
 * any other name, for input that is not well formed, and with the reason of an aborted signal.
 */
export async function compute(
  name: string,
  input: unknown,
  options: Partial<ComputeOptions> = {},
): Promise<unknown> {
  // The release engine looks at each sheet itself, and says what is wrong with it.
  if (name === 'release') return computeReleases(input as ReleaseSheets, options);
  return computeMatch(name, input, options);
}
