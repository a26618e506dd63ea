import { releaseSteps } from './compute-release.js';
import type { Release, ReleaseInput } from './model.js';
import type { ReleaseOptions } from './options.js';
import { pause } from './pause.js';

/** Several releases at once: the sheets of a review are the people reviewed. */
export interface ReleaseSheets {
  sheets: { id: string; input: ReleaseInput }[];
}

/** The release of each sheet, in the order in which they came. */
export type SheetReleases = { id: string; release: Release }[];

/** Work in one go, in milliseconds; then others have their turn. */
const SLICE = 12;

/**
 * Computes the releases of sheets one by one and lets others work every few milliseconds. Progress counts sheets, and
 * with one sheet its steps. Rejects as `computeRelease` throws, with the sheet's id before the message, and with the
 * reason of an aborted signal; nothing remains then.
 */
export async function computeReleases(
  { sheets }: ReleaseSheets,
  { onProgress, signal }: ReleaseOptions = {},
): Promise<SheetReleases> {
  if (!Array.isArray(sheets)) throw new TypeError('sheets must be an array');
  const releases: SheetReleases = [];
  let since = Date.now();
  for (const { id, input } of sheets) {
    const steps = named(id, () => releaseSteps(input));
    for (;;) {
      if (signal?.aborted) throw signal.reason ?? new Error('The release was aborted.');
      const step = named(id, () => steps.next());
      if (step.done) {
        releases.push({ id, release: step.value });
        break;
      }
      if (sheets.length === 1) onProgress?.(step.value);
      if (Date.now() - since < SLICE) continue;
      await pause();
      since = Date.now();
    }
    onProgress?.({ phase: 'release', done: releases.length, of: sheets.length });
  }
  return releases;
}

/** Says in which sheet something is wrong. */
function named<Result>(id: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      error.message = `Sheet ${id}: ${error.message}`;
    throw error;
  }
}
