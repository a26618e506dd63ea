import type { Client } from '@guildhall/core';

/** Somebody who can be chosen. */
export interface Picked {
  id: string;
  name: string;
  kind: 'person' | 'team';
}

/** Somebody whom a text has found. */
export interface Found extends Picked {
  /** What tells people of one name apart. */
  note: string;
}

const OFFERED = 8;
const TEAMS_OFFERED = 3;

/** What to search for when this was typed: without the sign that begins a mention, and no longer than the server takes. */
export function wordsOf(typed: string): string {
  return typed.trim().replace(/^@\s*/, '').slice(0, 200);
}

/** Those found who have not been chosen yet. */
export function unpicked(found: readonly Found[], chosen: readonly Picked[]): readonly Found[] {
  return found.filter(({ id }) => !chosen.some((one) => one.id === id));
}

/** The first few people, and unless only they are wanted, teams, whom the text finds. */
export async function findPeople(
  client: Client,
  [text, peopleOnly]: readonly [text: string, peopleOnly: boolean],
  signal: AbortSignal,
) {
  const [people, teams] = await Promise.all([
    client.people.search({ text, limit: OFFERED }, { signal }),
    peopleOnly
      ? { items: [] }
      : client.people.units({ kind: 'team', text, limit: TEAMS_OFFERED }, { signal }),
  ]);
  const found: Found[] = people.items
    .slice(0, OFFERED - teams.items.length)
    .map(({ id, name, title, department }) => ({
      id,
      name,
      kind: 'person',
      note: [title, department].filter(Boolean).join(', '),
    }));
  found.push(...teams.items.map(({ id, name }): Found => ({ id, name, kind: 'team', note: '' })));
  return { text, found };
}
