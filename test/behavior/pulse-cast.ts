import { systemActor, type Answers, type Client } from '@guildhall/core';
import type { World } from './world.js';

export type Pulse = Client['pulse'];
export type SurveyInput = Parameters<Pulse['createSurvey']>[0];
export type ReportOf = Awaited<ReturnType<Pulse['report']>>;

/** Chidi's team of 13, by number. */
export const mate = (n: number) => `mate-${n}`;
export const TEAM = Array.from({ length: 13 }, (_, at) => mate(at + 1));
/** The eleven of them who answer. */
export const ELEVEN = TEAM.slice(0, 11);
/** Dana's team of 4. */
export const FOUR = ['nia', 'ole', 'pat', 'quy'];

/**
 * Zoe leads Chidi, whose team are the 13 of Engineering, and Dana with the 4 of Support. Femi and Fay are HR, Ana is an
 * analyst, Oda is HR and runs the server, Ola runs the server, Pia sees the audit trail, Max stands outside.
 */
export async function syncPulseCast(world: World): Promise<void> {
  const system = world.as(systemActor);
  const person = (id: string, more: object = {}) => ({
    id,
    externalId: `e-${id}`,
    name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    ...more,
  });
  await system.people.sync({
    people: [
      ...['zoe', 'femi', 'fay', 'ana', 'oda', 'ola', 'pia', 'max'].map((id) =>
        person(id, { department: 'People' }),
      ),
      person('chidi', { department: 'People', managerExternalId: 'e-zoe' }),
      person('dana', { department: 'People', managerExternalId: 'e-zoe' }),
      ...TEAM.map((id, at) =>
        person(id, {
          department: 'Engineering',
          location: at % 2 === 0 ? 'Berlin' : 'Lagos',
          teams: ['Rollback'],
          managerExternalId: 'e-chidi',
          locale: at === 0 ? 'de-CH' : 'en',
        }),
      ),
      ...FOUR.map((id) =>
        person(id, { department: 'Support', teams: ['Front desk'], managerExternalId: 'e-dana' }),
      ),
    ],
  });
  const grant = (personId: string, role: 'hrAdmin' | 'orgAdmin' | 'analyst' | 'privacyOfficer') =>
    system.people.grantRole({ personId, role });
  await grant('femi', 'hrAdmin');
  await grant('fay', 'hrAdmin');
  await grant('ana', 'analyst');
  await grant('oda', 'hrAdmin');
  await grant('oda', 'orgAdmin');
  await grant('ola', 'orgAdmin');
  await grant('pia', 'privacyOfficer');
}

/** A safety pulse of a manager's own team, and what a story cares about. */
export function teamPulse(managerId: string, draft: Partial<SurveyInput> = {}): SurveyInput {
  return {
    title: 'How safe is it to speak up?',
    purpose: 'To see where we stand and to talk about it.',
    audience: { kind: 'reports', managerId },
    ...draft,
  };
}

/** HR's pulse of everybody, by department, team and location, and below each manager. */
export function widePulse(draft: Partial<SurveyInput> = {}): SurveyInput {
  return {
    title: 'Spring pulse',
    purpose: 'To see where we stand.',
    audience: { kind: 'everyone' },
    plan: { attributes: ['department', 'team', 'location'], hierarchy: true },
    readers: { managers: true, members: true },
    ...draft,
  };
}

/** A survey of this person's, asked now; the id of its wave. */
export async function opened(world: World, asker: string, draft: SurveyInput): Promise<string> {
  const own = world.as(asker).pulse;
  const { id } = await own.createSurvey(draft);
  return openedAgain(world, asker, id);
}

/** Asks a survey once more; the id of the wave. */
export async function openedAgain(world: World, asker: string, surveyId: string): Promise<string> {
  const { wave } = await world.as(asker).pulse.openWave({ surveyId });
  if (!wave) throw new Error('A second person must agree.');
  return wave.id;
}

/** Agreeing to these says that it is not safe. */
const REVERSED = ['mistakes', 'different', 'askHelp'];

/**
 * A filled safety form that says for each item how safe it is, from 1 to 5: what is clicked for reversed items is the
 * opposite.
 */
export function safety(
  safe: Partial<Record<string, number>> = {},
  words?: { text: string; threadHash?: string },
): Answers {
  const items = ['mistakes', 'hardTopics', 'different', 'risk', 'askHelp', 'undermine', 'strengths'];
  const level = (id: string) => (REVERSED.includes(id) ? 6 - (safe[id] ?? 4) : (safe[id] ?? 4));
  return {
    ...Object.fromEntries(items.map((id) => [id, { level: level(id) }])),
    ...(words && { words: { ...words, use: 'words' as const, themes: [] } }),
  };
}

/** Closes a wave and waits until its results are there. */
export async function released(world: World, asker: string, waveId: string): Promise<void> {
  const own = world.as(asker).pulse;
  if ((await own.wave({ id: waveId })).state === 'open') await own.closeWave({ id: waveId });
  await untilReleased(world, asker, waveId);
}

/** Waits until the results of a closed wave are there. */
export async function untilReleased(world: World, asker: string, waveId: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    await world.guildhall.tick();
    const { state, releaseFailed } = await world.as(asker).pulse.wave({ id: waveId });
    if (state === 'released') return;
    if (releaseFailed !== undefined) throw new Error(`The release failed: ${releaseFailed}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('The wave is not released after half a minute.');
}

/** What a report shows of a measure; throws when it hides it. */
export function shownCell(report: ReportOf, itemId: string) {
  const item = report.items.find(({ id }) => id === itemId);
  if (!item?.cell.shown) throw new Error(`${itemId} is hidden.`);
  return item.cell;
}

/** True when nothing at all is shown. */
export function showsNothing(report: ReportOf): boolean {
  return (
    report.items.every(({ cell, trend }) => !cell.shown && !trend.shown) &&
    report.words.every(({ cell }) => !cell.shown) &&
    !report.rate.shown &&
    report.guide.every(({ low }) => !low)
  );
}

/** A key as a page makes it, from a name that a story gives it. */
export function keyOf(name: string): string {
  return [...name.padEnd(16, '.')]
    .slice(0, 16)
    .map((sign) => sign.charCodeAt(0).toString(16).padStart(2, '0').slice(-2))
    .join('');
}

/** The rows of the audit trail that name an operation of this area, the newest first. */
export async function pulseAudit(world: World) {
  const { items } = await world.as('pia').settings.auditLog({ limit: 100 });
  return items.filter(({ operation }) => operation.startsWith('pulse.'));
}
