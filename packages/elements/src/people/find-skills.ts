import type { Client } from '@guildhall/core';

/** The skills of the catalog that a text finds, or its first ones. */
export async function findSkills(client: Client, text: string, signal: AbortSignal) {
  return (await client.people.skills({ text, limit: 20 }, { signal })).items;
}
