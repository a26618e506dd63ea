import type { Client, Introduction, PersonRef } from '@guildhall/core';

/** From which side introductions are looked at: as who is asked, as the mentee, or as the mentor. */
export type IntroductionSide = 'asked' | 'given' | 'proposed';

/** Introductions as far as they are shown. */
export interface Introductions {
  /** Those that wait for the viewer first, then the newest. */
  readonly items: readonly Introduction[];
  /** Whether there are older ones. */
  readonly isPart: boolean;
}

const SIDES: readonly IntroductionSide[] = ['asked', 'given', 'proposed'];
/** The most that one call gives. */
const MOST = 100;
/** Mentorships on which an introduction can rest. */
const ENDED = 'endedEarly';

/** The newest introductions of the viewer, of one side or of all. */
export async function findIntroductions(
  client: Client,
  side: IntroductionSide | undefined,
  count: number,
  signal: AbortSignal,
): Promise<Introductions> {
  const limit = Math.min(MOST, count);
  const pages = await Promise.all(
    SIDES.filter((each) => !side || each === side).map((of) =>
      client.people.introductions({ of, limit }, { signal }),
    ),
  );
  const all = pages.flatMap(({ items }) => items);
  const asks = all.filter(({ may }) => may.answer);
  const others = all.filter(({ may }) => !may.answer).sort((one, other) => (one.at < other.at ? 1 : -1));
  return {
    items: [...asks, ...others],
    isPart: limit < MOST && pages.some(({ next }) => next !== undefined),
  };
}

/** The viewer's mentees, of mentorships that go on or were brought to their end. */
export async function findMentees(client: Client, signal: AbortSignal): Promise<PersonRef[]> {
  const { items } = await client.mentoring.mentorships({ limit: MOST }, { signal });
  const mentees = items.filter(({ side, state }) => side === 'mentor' && state !== ENDED);
  return [...new Map(mentees.flatMap((one) => one.mentees).map((person) => [person.id, person])).values()];
}
