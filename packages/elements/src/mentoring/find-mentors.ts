import type { Client } from '@guildhall/core';

type Found = Awaited<ReturnType<Client['mentoring']['findMentors']>>;
/** A mentor with a free place, and why they appear. */
export type Mentor = Found['items'][number];
/** What two or more people agree to do together. */
export type Kind = Mentor['kinds'][number];
/** Who teaches whom. */
export type Direction = 'forward' | 'reverse' | 'either';

/** By what the finder is narrowed. */
export interface MentorFilters {
  /** The id of a skill. */
  skill?: string | undefined;
  /** The tag of a language. */
  language?: string | undefined;
  kind?: Kind | undefined;
  direction?: Direction | undefined;
  /** Only who welcomes single conversations. */
  oneOff?: boolean | undefined;
}

/** What the finder asks for, and how many in all. */
export interface Asked extends MentorFilters {
  text: string;
  count: number;
}

/** Those found. */
export interface Answer {
  readonly items: readonly Mentor[];
  /** Whether there are more. */
  readonly isPart: boolean;
  readonly asked: Asked;
}

/** All kinds, in the order in which they are offered. */
export const KINDS: readonly Kind[] = ['mentoring', 'coaching', 'buddy', 'peer', 'circle'];

/** The most that one call gives. */
const MOST = 100;

/** The first mentors that are asked for: all that are shown, so that a change brings all of them up to date. */
export async function findMentors(client: Client, asked: Asked, signal: AbortSignal): Promise<Answer> {
  const { count, text, ...filters } = asked;
  const items: Mentor[] = [];
  let after: string | undefined;
  do {
    const limit = Math.min(MOST, count - items.length);
    const input = { ...filters, ...(text && { text }), limit, ...(after !== undefined && { after }) };
    const page = await client.mentoring.findMentors(input, { signal });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined && items.length < count);
  return { items, isPart: after !== undefined, asked };
}

/**
 * The same mentors, those of a former answer in their former order: nobody who is being read moves because somebody
 * else was asked.
 */
export function inFormerOrder(answer: Answer, former: Answer | undefined): Answer {
  if (!former || !asksAlike(former.asked, answer.asked)) return answer;
  const places = new Map(former.items.map(({ person }, index) => [person.id, index]));
  const place = ({ person }: Mentor) => places.get(person.id) ?? places.size;
  return { ...answer, items: [...answer.items].sort((one, other) => place(one) - place(other)) };
}

/** Whether anything but the number is asked for. */
export function isNarrowed({
  text,
  skill,
  language,
  kind,
  direction,
  oneOff,
}: Omit<Asked, 'count'>): boolean {
  return !!(text || skill || language || kind || direction || oneOff);
}

/** Whether two ask for the same mentors, were it more or fewer of them. */
export function asksAlike(one: Asked | undefined, other: Asked | undefined): boolean {
  return JSON.stringify({ ...one, count: 0 }) === JSON.stringify({ ...other, count: 0 });
}

/** The kind that an attribute names, if there is such a one. */
export function kindOf(value: string | undefined): Kind | undefined {
  return KINDS.find((kind) => kind === value);
}

/** The direction that an attribute names; both ways is none in particular. */
export function directionOf(value: string | undefined): Direction | undefined {
  return value === 'forward' || value === 'reverse' ? value : undefined;
}
