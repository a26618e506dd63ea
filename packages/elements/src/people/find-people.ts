import type { Client, Profile } from '@guildhall/core';

/** What the directory asks for: text, skill, language, department, team, and how many in all. */
export type Asked = readonly [
  text: string,
  skill: string | undefined,
  language: string | undefined,
  department: string | undefined,
  team: string | undefined,
  count: number,
];

/** Those found. */
export interface Answer {
  readonly items: readonly Profile[];
  /** Whether there are more. */
  readonly isPart: boolean;
  readonly asked: Asked;
}

/** The most that one call gives. */
const MOST = 100;

/** The first people that are asked for: all that are shown, so that a change brings all of them up to date. */
export async function findPeople(client: Client, asked: Asked, signal: AbortSignal): Promise<Answer> {
  const [text, skill, language, department, team, count] = asked;
  const items: Profile[] = [];
  let after: string | undefined;
  do {
    const limit = Math.min(MOST, count - items.length);
    const input = { text, skill, language, department, team, limit, after };
    const page = await client.people.search(input, { signal });
    items.push(...page.items);
    after = page.next;
  } while (after && items.length < count);
  return { items, isPart: after !== undefined, asked };
}

/** Whether two ask for the same people, and as many. */
export function asksSame(one: Asked | undefined, other: Asked | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether two ask for the same people, were it more or fewer of them. */
export function asksAlike(one: Asked | undefined, other: Asked | undefined): boolean {
  return JSON.stringify(one?.slice(0, -1)) === JSON.stringify(other?.slice(0, -1));
}
