import { GuildhallError } from '../errors.js';
import type { Client } from '../client.js';
import type { Job } from '../jobs.js';
import type { Release } from '../release/model.js';
import { pause } from '../release/pause.js';
import { sha256 } from '../sha256.js';
import { canonicalJson } from '../wire.js';
import { rounds } from './model.js';
import { readRound, sheetsToRelease, type RoundAnswers } from './release-input.js';

/** How much text one command stores, in characters, and how many sheets: few milliseconds each. */
const PART_LENGTH = 200_000;
const PART_SHEETS = 50;

/** Computes the releases that were asked for. What it reads leaves it only as a release. */
export const releaseJob: Job<RoundAnswers> = {
  area: 'answers',
  wakes: 'round.releasing',
  progressed: 'round.progressed',
  compute: 'release',
  async waiting(tx) {
    const found = await tx.find(rounds, { where: { state: 'releasing' }, order: '+id', limit: 100 });
    return found.items.map(({ id }) => ({ id, audience: [] }));
  },
  // What the close has left to be tidied is not left to the next tick.
  prepare: clearLeftovers,
  read: (tx, id) => readRound(tx, id),
  asks: (input) => ({ sheets: sheetsToRelease(input) }),
  async finish(system, { id, input, output }) {
    // What goes by this name gives a list of them, one for each sheet.
    const computed = output as { id: string; release: Release }[];
    const missing = input.sheetIds.find((sheetId, at) => computed[at]?.id !== sheetId);
    if (missing !== undefined || computed.length !== input.sheetIds.length)
      throw new GuildhallError('internal', 'release.rejected', `Sheet ${missing ?? ''} was not released.`);
    const sheets: { sheetId: string; json: string; hash: string }[] = [];
    for (const { id: sheetId, release } of computed) {
      const json = canonicalJson(release);
      sheets.push({ sheetId, json, hash: sha256(json) });
      // Hashing takes milliseconds for each: others have their turn.
      await pause();
    }
    for (const part of partsOf(sheets)) await system.answers.storeRelease({ id, sheets: part });
    const hash = sha256(sheets.map((sheet) => sheet.hash).join('\n'));
    await system.answers.storeRelease({ id, sheets: [], hash });
    await clearLeftovers(system);
  },
  async fail(system, id, reason) {
    await system.answers.failRelease({ id, reason });
  },
};

/** The sheets in their order, in parts that one command stores quickly; one that is long stands alone. */
function* partsOf<Sheet extends { json: string }>(sheets: readonly Sheet[]): Iterable<Sheet[]> {
  let part: Sheet[] = [];
  let length = 0;
  for (const sheet of sheets) {
    if (part.length > 0 && (part.length === PART_SHEETS || length + sheet.json.length > PART_LENGTH)) {
      yield part;
      [part, length] = [[], 0];
    }
    part.push(sheet);
    length += sheet.json.length;
  }
  if (part.length > 0) yield part;
}

/** Takes away now what closed and released rounds are no longer to hold; where this is cut off, the next tick goes on. */
async function clearLeftovers(system: Client): Promise<void> {
  while ((await system.answers.leftoversDue()).due) await system.answers.clearLeftovers();
}
