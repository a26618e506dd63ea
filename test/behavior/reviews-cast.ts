import { isGuildhallError, systemActor, type Answers, type Client } from '@guildhall/core';
import type { World } from './world.js';

export type Reviews = Client['reviews'];
export type CycleInput = Parameters<Reviews['createCycle']>[0];
export type ReportOf = Awaited<ReturnType<Reviews['report']>>;

/** The twelve whom J4 reviews: Ben and eleven others, four to each of three managers. */
export const SUBJECTS = ['ben', ...Array.from({ length: 11 }, (_, at) => `sub-${at + 2}`)];
export const MANAGERS = ['chidi', 'dana', 'lea'];

/** A peer, by number. Odd ones are in Engineering, even ones in Support. */
export const peer = (n: number) => `peer-${n}`;

/**
 * Zoe leads Chidi, Dana and Lea, who lead four subjects each; Rita and Raj report to Ben, Ria to sub-2; twelve peers.
 * Femi and Fay are HR, Ola runs the server, Oda does both, Pia sees the audit trail.
 */
export async function syncReviewCast(world: World): Promise<void> {
  const system = world.as(systemActor);
  const person = (id: string, more: object = {}) => ({
    id,
    externalId: `e-${id}`,
    name: nameOf(id),
    ...more,
  });
  const of = (at: number) => (at % 2 === 1 ? 'Engineering' : 'Support');
  await system.people.sync({
    people: [
      ...['femi', 'fay', 'ola', 'oda', 'pia', 'zoe', 'stray'].map((id) =>
        person(id, { department: 'People' }),
      ),
      ...MANAGERS.map((id) => person(id, { department: 'Engineering', managerExternalId: 'e-zoe' })),
      ...SUBJECTS.map((id, at) =>
        person(id, {
          department: 'Engineering',
          teams: ['Rollback'],
          managerExternalId: `e-${MANAGERS[Math.floor(at / 4)]}`,
        }),
      ),
      ...['rita', 'raj'].map((id) => person(id, { department: 'Engineering', managerExternalId: 'e-ben' })),
      person('ria', { department: 'Engineering', managerExternalId: 'e-sub-2' }),
      ...Array.from({ length: 12 }, (_, at) => person(peer(at + 1), { department: of(at + 1) })),
    ],
  });
  const grant = (personId: string, role: 'hrAdmin' | 'orgAdmin' | 'privacyOfficer') =>
    system.people.grantRole({ personId, role });
  await grant('femi', 'hrAdmin');
  await grant('fay', 'hrAdmin');
  await grant('ola', 'orgAdmin');
  await grant('oda', 'hrAdmin');
  await grant('oda', 'orgAdmin');
  await grant('pia', 'privacyOfficer');
}

function nameOf(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}

const TEMPLATE = { templateId: 'working-together-360' };

/** A cycle as Femi writes it in J4, and what a story cares about. */
export function cycleDraft(draft: Partial<CycleInput> = {}): CycleInput {
  return {
    name: 'Spring 360',
    purpose: 'To learn how we work together.',
    templateByDirection: { self: TEMPLATE, manager: TEMPLATE, peer: TEMPLATE, upward: TEMPLATE },
    subjects: SUBJECTS,
    nominationMode: 'subject',
    approval: 'manager',
    amounts: { peer: { min: 4, max: 6 }, upward: { min: 0, max: 10 } },
    thresholds: { k360: 3, kText: 5 },
    visibility: { subject: true, manager: true },
    dates: { nominateBy: '2026-03-13', answerBy: '2026-03-27' },
    ...draft,
  };
}

/** A launched cycle of Femi's. */
export async function launched(world: World, draft: Partial<CycleInput> = {}): Promise<string> {
  const femi = world.as('femi').reviews;
  const { id } = await femi.createCycle(cycleDraft(draft));
  await femi.launch({ id });
  return id;
}

/** Has HR put reviewers in place, who stand at once. */
export async function seat(
  world: World,
  cycleId: string,
  subjectId: string,
  reviewers: Record<string, 'peer' | 'upward' | 'external'>,
): Promise<void> {
  await world.as('femi').reviews.nominate({
    cycleId,
    subjectId,
    reviewers: Object.entries(reviewers).map(([personId, direction]) => ({ personId, direction })),
  });
}

/** Twelve ratings that are all the same, and words where there are some. */
export function ratings(level: number, words?: string): Answers {
  const asked = [
    ...['listens', 'explains', 'disagrees', 'agenda', 'voices', 'results'],
    ...['keeps-word', 'quality', 'mistakes', 'reachable', 'shares', 'credits'],
  ];
  return {
    ...Object.fromEntries(asked.map((id) => [id, { level }])),
    ...(words !== undefined && { 'keep-doing': { text: words, use: 'words' as const, themes: [] } }),
  };
}

/** What those who report to the subject are asked besides. */
export const upwardRatings = (level: number, words?: string): Answers => ({
  ...ratings(level, words),
  'time-for-me': { level },
});

/** The id of the form that a person has about another in a cycle. */
export async function formId(
  world: World,
  personId: string,
  cycleId: string,
  about: string,
): Promise<string> {
  let after: string | undefined;
  do {
    const page = await world
      .as(personId)
      .reviews.tasks({ limit: 100, ...(after !== undefined && { after }) });
    const found = page.items.find((task) => task.cycle.id === cycleId && task.about.id === about);
    if (found) return found.id;
    after = page.next;
  } while (after !== undefined);
  throw new Error(`${personId} has no form about ${about}.`);
}

/** Fills a form, whatever its kind. */
export async function fill(
  world: World,
  personId: string,
  cycleId: string,
  about: string,
  answers: Answers,
  receipt?: string,
): Promise<void> {
  const own = world.as(personId).reviews;
  const id = await formId(world, personId, cycleId, about);
  const form = await own.form({ id });
  if (form.keeping === 'attributed') await own.submit({ id, answers });
  else await own.answer({ id, answers, ...(receipt !== undefined && { receipt }) });
}

/** Closes and releases a cycle, and waits until it is released. */
export async function release(world: World, cycleId: string): Promise<void> {
  const femi = world.as('femi').reviews;
  if ((await femi.cycle({ id: cycleId })).state === 'collecting') await femi.close({ id: cycleId });
  await femi.release({ id: cycleId });
  await untilReleased(world, cycleId);
}

/** Waits until a release that was asked for is there. */
export async function untilReleased(world: World, cycleId: string): Promise<void> {
  const femi = world.as('femi').reviews;
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    await world.guildhall.tick();
    const { state, releaseFailed } = await femi.cycle({ id: cycleId });
    if (state === 'released') return;
    if (releaseFailed !== undefined) throw new Error(`The release failed: ${releaseFailed}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('The cycle is not released after half a minute.');
}

/** The reason with which a call is refused; undefined when it is answered. */
export async function reasonOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (isGuildhallError(error)) return error.reason;
    throw error;
  }
}
