import { GuildhallError } from '../errors.js';
import type { CommandContext } from '../operation.js';
import type { Release } from '../release/model.js';
import { sha256 } from '../sha256.js';
import type { Reader } from '../store/store.js';
import { releases, rounds, type ReleaseRecord } from './model.js';
import { roundOf } from './read.js';

/** What was released about one sheet. It never changes. */
export interface FrozenRelease {
  release: Release;
  /** Canonical JSON of it: the bytes that `hash` is of. */
  json: string;
  /** SHA-256 of `json` in hex. */
  hash: string;
  /** A time as an ISO string. */
  releasedAt: string;
}

/**
 * Has the release of a closed round computed. When it is stored, `round.released` is told with the id of the round,
 * when it fails `round.failed`; listeners of the owner hear either in the same transaction. `round.notClosed` for a
 * round that is open; one that is released, or being released, stays so.
 */
export async function askRelease({ tx, newId }: CommandContext, roundId: string): Promise<void> {
  const round = await roundOf(tx, roundId);
  if (round.state === 'releasing' || round.state === 'released') return;
  if (round.state !== 'closed')
    throw new GuildhallError('conflict', 'round.notClosed', 'Close the round first.');
  const { failed, ...asked } = round;
  void failed;
  await tx.replace(rounds, {
    ...asked,
    state: 'releasing',
    shuffle: round.shuffle ?? sha256(newId()).slice(0, 32),
  });
  await tx.tell({ type: 'round.releasing', ids: [roundId], audience: [] });
}

/** What the round released about this sheet; undefined before, and for sheets that do not exist. */
export async function releaseOf(
  tx: Reader,
  roundId: string,
  sheetId: string,
): Promise<FrozenRelease | undefined> {
  const round = await tx.get(rounds, roundId);
  if (round?.state !== 'released') return undefined;
  const kept = await tx.get(releases, releaseId(roundId, sheetId));
  return kept && frozen(kept, round.releasedAt ?? '');
}

/** Everything that the round released, by sheet, at most `limit` sheets; `next` goes on behind. */
export async function releasesOf(
  tx: Reader,
  roundId: string,
  { after, limit = 100 }: { after?: string | undefined; limit?: number } = {},
): Promise<{ items: (FrozenRelease & { sheetId: string })[]; next?: string }> {
  const round = await tx.get(rounds, roundId);
  if (round?.state !== 'released') return { items: [] };
  const found = await tx.find(releases, { where: { roundId }, order: '+sheetId', after, limit });
  const items = found.items.map((kept) => ({
    ...frozen(kept, round.releasedAt ?? ''),
    sheetId: kept.sheetId,
  }));
  return found.next === undefined ? { items } : { items, next: found.next };
}

/** The id of what a round released about a sheet. */
export function releaseId(roundId: string, sheetId: string): string {
  return `${roundId}:${sheetId}`;
}

function frozen({ json, hash }: ReleaseRecord, releasedAt: string): FrozenRelease {
  // Written by `storeRelease` from a release, and by nothing else.
  return { release: JSON.parse(json) as Release, json, hash, releasedAt };
}
