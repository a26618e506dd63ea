import type { Client } from '@guildhall/core';
import type { House } from './harness.js';

/** A mentorship as its people read it. */
export type Mentorship = Awaited<ReturnType<Client['mentoring']['mentorship']>>;
/** A pair by the ids of its people and of its mentorship. */
export interface Couple {
  id: string;
  mentor: string;
  mentee: string;
}

/** Written into every note and reflection; nobody outside of the pair may ever read it. */
export const SECRET = 'Quillfeather';
const DAY = 86_400_000;

/** The pairs of the program. */
export async function couplesOf(house: House, programId: string): Promise<Couple[]> {
  const { items } = await house.as('eve').mentoring.statuses({ programId, limit: 100 });
  return items.map(({ id, mentors, mentees }) => ({
    ...{ id, mentor: mentors[0]?.id ?? '', mentee: mentees[0]?.id ?? '' },
  }));
}

/** Both sign. */
export async function signBoth(house: House, { id, mentor, mentee }: Couple): Promise<void> {
  for (const person of [mentor, mentee]) await house.as(person).mentoring.sign({ id });
}

/** A session a week from the house's now. */
export async function book(house: House, { id, mentee }: Couple, now: number): Promise<void> {
  await house.as(mentee).mentoring.scheduleSession({
    ...{ mentorshipId: id, title: 'Getting to know each other', minutes: 60, timeZone: 'Europe/London' },
    ...{ start: new Date(now + 7 * DAY).toISOString(), planStep: 0 },
  });
}

/** What was planned was held; notes, a promise and a goal are written down. */
export async function hold(house: House, { id, mentor, mentee }: Couple): Promise<void> {
  const { mentoring } = house.as(mentee);
  const { items } = await mentoring.sessions({ mentorshipId: id });
  for (const session of items) {
    await mentoring.logSession({
      ...{ id: session.id, held: true, notesShared: `${SECRET} shared` },
      commitments: [{ text: `${SECRET} promise`, ownerId: mentor }],
    });
    await mentoring.notePrivately({ sessionId: session.id, text: `${SECRET} private` });
  }
  await mentoring.setGoal({ mentorshipId: id, title: `${SECRET} goal` });
}

/** Both look back and close it; every other mentee has reached the goal; they thank one another. */
export async function close(house: House, { id, mentor, mentee }: Couple, isMet: boolean): Promise<void> {
  const of = await house.as(mentee).mentoring.mentorship({ id });
  for (const goal of isMet ? of.goals : [])
    await house
      .as(mentee)
      .mentoring.checkIn({ mentorshipId: id, goalId: goal.id, progress: 100, state: 'met' });
  for (const person of [mentor, mentee]) {
    const reflection = { text: `${SECRET} reflection`, visibility: 'pair' as const };
    await house.as(person).mentoring.complete({ id, reflection });
  }
  const ref = { kind: 'mentorship' as const, id };
  await house.as(mentee).recognition.give({ receivers: [mentor], message: 'Thank you for listening.', ref });
  await house.as(mentor).recognition.give({ receivers: [mentee], message: 'Thank you for asking.', ref });
}

/** The figures of the report, counted anew from what the people of the mentorships read. */
export async function countAnew(house: House, couples: readonly Couple[]): Promise<Record<string, string>> {
  const all = await Promise.all(
    couples.map(async ({ id, mentee }) => {
      const { mentoring } = house.as(mentee);
      return {
        mentorship: await mentoring.mentorship({ id }),
        sessions: (await mentoring.sessions({ mentorshipId: id })).items,
        stories: (await mentoring.myStories({})).items.filter((story) => story.mentorshipId === id),
      };
    }),
  );
  const count = (holds: (one: Mentorship) => boolean) =>
    all.filter(({ mentorship }) => holds(mentorship)).length;
  const goals = all.flatMap(({ mentorship }) => mentorship.goals).filter(({ state }) => state !== 'dropped');
  const held = all
    .flatMap(({ sessions }) => sessions)
    .filter(({ state, counts }) => state === 'held' && counts);
  const stories = all.flatMap((one) => one.stories);
  const mentees = new Set(couples.map(({ mentee }) => mentee)).size;
  const of = all.length;
  return {
    'Mentees matched': `${mentees} of ${mentees}`,
    'Mentorships begun': String(of),
    'Agreements signed': `${count(({ agreement }) => agreement.signed.length === 2)} of ${of}`,
    Completed: `${count(({ state }) => state === 'completed')} of ${of}`,
    'Ended early': `${count(({ state }) => state === 'endedEarly')} of ${of}`,
    'Sessions held': String(held.length),
    'Sessions per mentorship': String(Math.round((held.length / of) * 10) / 10),
    'Goals met': `${goals.filter(({ state }) => state === 'met').length} of ${goals.length}`,
    'Stories published': `${stories.filter(({ state }) => state === 'published').length} of ${stories.length}`,
  };
}
