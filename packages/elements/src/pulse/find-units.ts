import type { Client } from '@guildhall/core';
import type { Choice } from '../parts/choice.js';

const OFFERED = 6;

/** The first few teams and departments whose names hold a text. */
export async function findUnits(
  client: Client,
  text: string,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  const found = await Promise.all(
    (['team', 'department'] as const).map((kind) =>
      client.people.units({ kind, ...(text && { text }), limit: OFFERED }, { signal }),
    ),
  );
  return found.flatMap(({ items }) => items.map(({ id, name }) => ({ id, name })));
}
