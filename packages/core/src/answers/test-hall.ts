import { createGuildhall, type Guildhall } from '../guildhall.js';
import type { CommandContext } from '../operation.js';
import { people, type PersonRecord } from '../people/model.js';
import { systemActor } from '../policy.js';
import { pause } from '../release/pause.js';
import { Settings } from '../settings/model.js';
import type { Reader, Store } from '../store/store.js';
import { Telling } from '../telling.js';
import type { Answers, Question } from './question.js';
import { openRound, startCollecting, stateOfRound, submit, type RoundDraft, type Seat } from './round.js';

/** A Guildhall with people `p0`, `p1`, …, and a way to act in rounds as any of them, as an area would. */
export interface Hall {
  store: Store;
  guildhall: Guildhall;
  clock: { now: Date };
  failures: string[];
  /** Runs what a command of an area would run, as this person, in a transaction of its own. */
  act<T>(personId: string, work: (context: CommandContext) => Promise<T>): Promise<T>;
  read<T>(work: (tx: Reader) => Promise<T>): Promise<T>;
  /** Ticks until the round is released, or failed. */
  settled(roundId: string): Promise<string>;
}

/** Opens one over this store. Ids are random from `newId`. */
export async function openHall(store: Store, size: number, newId: () => string): Promise<Hall> {
  const clock = { now: new Date('2026-03-10T10:00:00.000Z') };
  const failures: string[] = [];
  const onFailure = (error: unknown) => failures.push(String(error));
  const guildhall = createGuildhall({ store, now: () => clock.now, newId, onFailure });
  await guildhall.prepare();
  for (let at = 0; at < size; at += 500)
    await store.write(async (tx) => {
      for (let one = at; one < Math.min(size, at + 500); one++) await tx.insert(people, personOf(`p${one}`));
    });
  const settings = Settings.parse({});
  const act: Hall['act'] = (personId, work) =>
    store.write(async (tx) => {
      const heard = new Telling(tx, 'pulse', clock.now, []);
      const actor = { id: personId, system: personId === systemActor.id, roles: [], teamIds: [] };
      const recall = () => {
        throw new Error('Rounds recall nothing.');
      };
      const done = await work({ tx: heard.tx, actor, now: clock.now, newId, settings, recall });
      await heard.commit();
      return done;
    });
  const read: Hall['read'] = (work) => store.read(work);
  const settled = async (roundId: string) => {
    for (let tries = 0; tries < 20_000; tries++) {
      await guildhall.tick();
      const status = await read((tx) => stateOfRound(tx, roundId));
      const due = (await guildhall.as(systemActor).answers.leftoversDue()).due;
      if (status && status.state !== 'releasing' && !due) return status.failed ?? status.state;
      await pause();
    }
    throw new Error('The release does not come to an end.');
  };
  return { store, guildhall, clock, failures, act, read, settled };
}

function personOf(id: string): PersonRecord {
  return {
    ...{ id, externalId: id, name: id, teamIds: [], languages: [], skills: [], visibility: {} },
    ...{ status: 'active', own: [], sortName: id, searchName: [id], searchMore: [], skillIds: [] },
    languageCodes: [],
  };
}

/** A rating from 1 to 5 called `q`, and a text called `t`. */
export const FORM: Question[] = [
  {
    ...{ type: 'rating', id: 'q', prompt: 'Do you agree?', required: true, comment: false },
    ...{ labels: ['1', '2', '3', '4', '5'], reversed: false },
  },
  { type: 'text', id: 't', prompt: 'Why?', required: false, comment: false, themes: [] },
];

/** A survey called `r` of two teams, `a` and `b`, that nobody has a seat in yet. */
export const SURVEY: RoundDraft = {
  id: 'r',
  owner: { area: 'pulse', id: 'wave' },
  mode: 'sealed',
  shape: 'survey',
  thresholds: { k: 5, kText: 10, writers: 3 },
  colluders: 0,
  questions: FORM,
  groups: [
    { id: 'all', level: 0, name: 'All' },
    { id: 'a', level: 1, name: 'A' },
    { id: 'b', level: 1, name: 'B' },
  ],
  relations: [],
  indexes: [],
};

/** A seat of the person with this number; the first half is in team `a`. */
export function seatOf(number: number, size: number): Seat {
  const groups = [number < size / 2 ? 'a' : 'b'];
  return { id: `seat${number}`, personId: `p${number}`, groups, sheetId: 'all' };
}

/** Opens the survey, or what it is changed to, with a seat for each of so many people. */
export async function openSurvey(hall: Hall, size: number, change: Partial<RoundDraft> = {}): Promise<void> {
  const seats = Array.from({ length: size }, (_, number) => seatOf(number, size));
  await hall.act('system', async (context) => {
    await openRound(context, { ...SURVEY, seats, ...change });
    await startCollecting(context, change.id ?? SURVEY.id);
  });
}

/** The receipt that the person with this number keeps. */
export function receiptOf(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** Has the person with this number answer. */
export function answer(hall: Hall, number: number, level: number, text?: string, roundId = 'r') {
  const answers: Answers = { q: { level } };
  if (text !== undefined) answers['t'] = { text, use: 'words', themes: [] };
  const receipt = receiptOf(number);
  return hall.act(`p${number}`, (context) =>
    submit(context, { roundId, seatId: `seat${number}`, answers, receipt }),
  );
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Random ids that follow from a seed. */
export function idsFrom(seed: number): () => string {
  const random = randomFrom(seed);
  const part = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return () => part() + part() + part() + part();
}

/** Kendall's rank correlation between the places in a list and these numbers: 1 the same order, −1 the reverse. */
export function kendall(numbers: readonly number[]): number {
  let balance = 0;
  for (const [at, one] of numbers.entries())
    for (const later of numbers.slice(at + 1)) balance += Math.sign(later - one);
  return balance / ((numbers.length * (numbers.length - 1)) / 2);
}
