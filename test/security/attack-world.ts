import { createGuildhall, memoryStore, systemActor } from '@guildhall/core';
import type { Answers, Client, Compute, Guildhall } from '@guildhall/core';
import { compute as computeHere } from '@guildhall/core/compute';
import { standingClock, type World } from '../behavior/world.js';

export const SEED = 20261121;
export const K = 5;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The numbers below `size` in an order from a seed. */
export function shuffled(size: number, random: () => number): number[] {
  const order = Array.from({ length: size }, (_, at) => ({ at, key: random() }));
  return order.sort((a, b) => a.key - b.key).map(({ at }) => at);
}

/** What an attacker knows of a person anyway. */
export interface Person {
  id: string;
  department: string;
  location: string;
  manager: string;
}

/** An organization from a seed: departments whose managers answer too, so that teams are departments less one. */
export function organization(seed: number, size = 44): Person[] {
  const random = randomFrom(seed);
  const pick = (most: number) => Math.floor(random() ** 1.5 * most);
  return Array.from({ length: size }, (_, at) => {
    const unit = at < 4 ? at : pick(4);
    return {
      id: `p${at}`,
      department: `Unit ${unit}`,
      location: `Town ${pick(3)}`,
      manager: at < 4 ? 'chief' : `p${unit}`,
    };
  });
}

/** Those who hold a role and are not asked. */
export const OFFICERS = {
  femi: 'hrAdmin',
  ana: 'analyst',
  ola: 'orgAdmin',
  max: 'moderator',
  pia: 'privacyOfficer',
  pat: 'peopleAdmin',
} as const;

export interface AttackWorld extends World {
  people: Person[];
}

/** How a world is made; what is left out is as in the product. */
export interface Making {
  people?: Person[];
  compute?: Compute;
  newId?: () => string;
  store?: ReturnType<typeof memoryStore>;
}

/** Opens a world without anybody in it. */
export async function openEmpty(making: Making = {}): Promise<AttackWorld> {
  const { people = [], store = memoryStore(), ...more } = making;
  const clock = standingClock();
  const guildhall = createGuildhall({ store, now: () => clock.now, ...more });
  await guildhall.prepare();
  const as = (actor: { id: string } | string) =>
    guildhall.as(typeof actor === 'string' ? { id: actor } : actor);
  return { guildhall, clock, people, as, close: () => guildhall.close() };
}

/** Opens a world with the people of an organization and those who hold roles. */
export async function openWorld(seed: number, making: Making = {}): Promise<AttackWorld> {
  const { people = organization(seed) } = making;
  const world = await openEmpty({ ...making, people });
  const system = world.as(systemActor).people;
  await system.sync({
    people: [
      ...['chief', ...Object.keys(OFFICERS)].map((id) => ({ id, externalId: id, name: `Officer ${id}` })),
      ...people.map(record),
    ],
  });
  for (const [personId, role] of Object.entries(OFFICERS)) await system.grantRole({ personId, role });
  return world;
}

/** A person as the import of the directory names one. */
export function record({ id, department, location, manager }: Person) {
  return { id, externalId: id, name: `Name-${id}-`, department, location, managerExternalId: manager };
}

type SurveyInput = Parameters<Client['pulse']['createSurvey']>[0];
const LABELS = ['never', 'seldom', 'sometimes', 'often', 'always'];

/** HR's survey of everybody below the chief: one rating, two texts; every group and crossing that can be had. */
export function surveyDraft(more: Partial<SurveyInput> = {}): SurveyInput {
  return {
    title: 'How are we?',
    purpose: 'To see where we stand.',
    form: {
      kind: 'own',
      questions: [
        { id: 'q', type: 'rating', prompt: 'Do you like it here?', labels: LABELS, required: false },
        { id: 't', type: 'text', prompt: 'Why?', required: false },
        { id: 'u', type: 'text', prompt: 'What else?', required: false },
      ],
    },
    audience: { kind: 'everyone' },
    plan: {
      attributes: ['department', 'location'],
      hierarchy: true,
      crossings: [['department', 'location']],
    },
    readers: { managers: true, members: true },
    ...more,
  };
}

/** Opens a survey of Femi's: ids of survey and wave. */
export async function openSurvey(world: AttackWorld, more: Partial<SurveyInput> = {}) {
  const { pulse } = world.as('femi');
  const { id: surveyId } = await pulse.createSurvey(surveyDraft(more));
  return { surveyId, waveId: await openAgain(world, surveyId) };
}

export async function openAgain(world: AttackWorld, surveyId: string): Promise<string> {
  const { wave } = await world.as('femi').pulse.openWave({ surveyId });
  if (!wave) throw new Error('A second person must agree.');
  return wave.id;
}

/** What a person writes, recognizable wherever it turns up. */
export const wordsOf = (id: string, question = 't') => `said-${question}-by-${id}-`;

export function answersOf(id: string, level: number): Answers {
  const text = (question: string) => ({
    text: wordsOf(id, question),
    use: 'words' as const,
    themes: [],
  });
  return { q: { level }, t: text('t'), u: text('u') };
}

/** A receipt that only this person holds. */
export const receiptOf = (id: string) => Buffer.from(id.padEnd(16, '.')).toString('hex').slice(0, 32);

/** People answer, each with a level; in the order given. */
export async function answerAll(
  world: AttackWorld,
  waveId: string,
  people: readonly Person[],
  levelOf: (id: string, at: number) => number,
): Promise<void> {
  for (const [at, { id }] of people.entries())
    await world.as(id).pulse.answer({
      waveId,
      answers: answersOf(id, levelOf(id, at)),
      receipt: receiptOf(id),
    });
}

/** Closes a wave and waits for its release. */
export async function releaseWave(world: AttackWorld, waveId: string): Promise<void> {
  const { pulse } = world.as('femi');
  await pulse.closeWave({ id: waveId });
  await until(world.guildhall, async () => {
    const { state, releaseFailed } = await pulse.wave({ id: waveId });
    if (releaseFailed !== undefined) throw new Error(`The release failed: ${releaseFailed}`);
    return state === 'released';
  });
}

/** Ticks until something is so. */
export async function until(guildhall: Guildhall, condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await condition()) return;
    await guildhall.tick();
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('It is not so after twenty seconds.');
}

interface Sheet {
  id: string;
  input: {
    kind: string;
    respondents: { groups: string[]; values: Record<string, number>; texts: Record<string, unknown> }[];
    groups?: { id: string }[];
    measures: { id: string }[];
    texts: string[];
  };
}

/**
 * The control: what is common elsewhere. A group is shown from so many answers on, and nothing else is looked at.
 * Takes the place of the engine's release of surveys.
 */
export function thresholdOnly(least: number): Compute {
  return async (name, input, options) => {
    if (name !== 'release') return computeHere(name, input, options);
    // The release job asks with the sheets of one round; here always of a survey.
    const { sheets } = input as { sheets: Sheet[] };
    return sheets.map(({ id, input: sheet }) => ({ id, release: everythingFrom(sheet, least) }));
  };
}

function everythingFrom({ respondents, groups = [], measures, texts }: Sheet['input'], least: number) {
  const of = <T>(cell: (members: Sheet['input']['respondents']) => T) =>
    Object.fromEntries(
      groups.map(({ id }) => [
        id,
        cell(respondents.filter((one) => id === 'all' || one.groups.includes(id))),
      ]),
    );
  const hidden = { shown: false };
  const mean = (values: number[]) =>
    Math.round((10 * values.reduce((sum, one) => sum + one, 0)) / values.length) / 10;
  const cellOf = (members: Sheet['input']['respondents'], id: string) => {
    const values = members.flatMap(({ values }) => values[id] ?? []);
    return values.length < least ? hidden : { shown: true, n: '5-9', mean: mean(values) };
  };
  const textsOf = (members: Sheet['input']['respondents'], id: string) => {
    const said = members.flatMap(({ texts: own }) => own[id] ?? []);
    return said.length < least ? hidden : { shown: true, texts: said };
  };
  return {
    kind: 'survey',
    cells: of((members) => Object.fromEntries(measures.map(({ id }) => [id, cellOf(members, id)]))),
    texts: of((members) => Object.fromEntries(texts.map((id) => [id, textsOf(members, id)]))),
    rates: of(() => hidden),
    trends: of(() => Object.fromEntries(measures.map(({ id }) => [id, hidden]))),
  };
}
