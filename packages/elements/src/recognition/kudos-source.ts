import type { Client } from '@guildhall/core';
import type { Listed } from './kudos-merge.js';

/** Which kudos a wall shows: the public ones, or with `of` those that concern the viewer. */
export interface KudosSource {
  value?: string | undefined;
  receiver?: string | undefined;
  team?: string | undefined;
  of?: 'received' | 'given' | 'teams' | undefined;
}

/** How many kudos a page has when it comes. */
export const LIMIT = 20;

/** A page of the source, or nothing where there is nobody to ask. */
export async function listKudos(
  client: Client | undefined,
  source: KudosSource,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Listed> {
  const { of, ...where } = source;
  const paging = { limit: LIMIT, after };
  const listed = of
    ? await client?.recognition.mine({ of, ...paging }, { signal })
    : await client?.recognition.list({ ...where, ...paging }, { signal });
  signal.throwIfAborted();
  if (!listed) return { items: [] };
  // Of what concerns the viewer's teams a whole page may be for others' eyes.
  if (listed.items.length > 0 || listed.next === undefined) return listed;
  return listKudos(client, source, listed.next, signal);
}
