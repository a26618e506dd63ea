import { GuildhallError } from '../errors.js';
import { sortNameOf } from '../people/rules.js';
import { refsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import type { CycleRecord, CycleSubject } from './model/cycle.js';

/**
 * A page of those whom a draft is about, by name; nobody is asked about them yet. The cursor is the id of the last one.
 * Refused with `input.invalid` when the cursor is nobody in the draft.
 */
export async function draftPeople(
  tx: Reader,
  { subjects }: CycleRecord,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ items: CycleSubject[]; next?: string }> {
  const refs = [...(await refsOf(tx, subjects)).values()];
  const named = refs.map((ref) => ({ ref, key: `${sortNameOf(ref.name)}\n${ref.id}` }));
  named.sort((one, other) => (one.key < other.key ? -1 : 1));
  const begin = after === undefined ? 0 : named.findIndex(({ ref }) => ref.id === after) + 1;
  if (after !== undefined && begin === 0)
    throw new GuildhallError('invalid', 'input.invalid', 'after: This place is not in the list.', {
      fields: [{ path: 'after', message: 'This place is not in the list.' }],
    });
  const items = named.slice(begin, begin + limit).map(({ ref }) => ({ subject: ref, reviewers: [] }));
  const last = items.at(-1);
  return { items, ...(last && begin + limit < named.length && { next: last.subject.id }) };
}
