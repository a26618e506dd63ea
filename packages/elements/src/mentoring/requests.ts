import type { Client } from '@guildhall/core';

type Page = Awaited<ReturnType<Client['mentoring']['requests']>>;
/** A request as its two people read it. */
export type MentorshipRequest = Page['items'][number];
/** From which side requests are looked at. */
export type Side = 'received' | 'sent';

/** Requests of one side, as far as they are shown. */
export interface Requests {
  /** Those that wait for an answer. */
  readonly waiting: readonly MentorshipRequest[];
  /** The newest ones, whatever became of them. */
  readonly items: readonly MentorshipRequest[];
  /** Whether there are older ones. */
  readonly isPart: boolean;
}

/** The most that one call gives. */
const MOST = 100;

/**
 * The requests of one side that wait, and the newest `count` of all: everything that is shown, so that a change brings
 * all of it up to date.
 */
export async function findRequests(
  client: Client,
  side: Side,
  count: number,
  signal: AbortSignal,
): Promise<Requests> {
  const pending = { of: side, state: 'pending', limit: MOST } as const;
  const waiting = (await client.mentoring.requests(pending, { signal })).items;
  const items: MentorshipRequest[] = [];
  let after: string | undefined;
  while (items.length < count) {
    const limit = Math.min(MOST, count - items.length);
    const input = { of: side, limit, ...(after !== undefined && { after }) };
    const page = await client.mentoring.requests(input, { signal });
    items.push(...page.items);
    after = page.next;
    if (after === undefined) break;
  }
  return { waiting, items, isPart: after !== undefined };
}

/** How many requests the viewer has open, and how many may be. */
export async function openRequests(client: Client, signal: AbortSignal): Promise<Page['open']> {
  return (await client.mentoring.requests({ of: 'sent', state: 'pending', limit: 1 }, { signal })).open;
}

/** How long ago something may have ended for its end to be news. */
const NEWS_DAYS = 14;

/** Whether a request has ended without a mentorship, and not long ago, so that somebody else may be asked. */
export function asksForNext({ state, answeredAt, expiresAt }: MentorshipRequest, now = new Date()): boolean {
  const ended = new Date(answeredAt ?? expiresAt).getTime();
  const isNews = now.getTime() - ended < NEWS_DAYS * 86_400_000;
  return isNews && (state === 'declined' || state === 'expired' || state === 'closedByCapacity');
}
