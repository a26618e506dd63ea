import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dice } from '../../matching/crowd.js';
import { weigh } from '../../matching/criteria.js';
import { everybody } from '../../matching/everybody.js';
import type { Participant } from '../../matching/participant.js';
import { scoreOf } from '../../matching/score.js';
import { LEVELS, people, type PersonRecord } from '../../people/model.js';
import { Settings } from '../../settings/model.js';
import { memoryStore } from '../../store/memory.js';
import type { Writer } from '../../store/store.js';
import { KINDS } from '../model/kinds.js';
import { offers, type OfferRecord } from '../model/offer.js';
import { places, type PlacesRecord } from '../model/places.js';
import { fits, participantOf, type Entry, type Wanted } from './entry.js';
import { MentorFinder, WINDOW } from './mentor-finder.js';
import { bandOf, byPlace, lotsOf } from './order.js';
import { openProgram } from './program.js';
import { readFound } from './read-entries.js';

const NOW = new Date('2026-03-10T10:00:00Z');
const SETTINGS = Settings.parse({});
const LANGUAGES = ['en', 'de', 'fr'];

/** Makes people with offers from a seed: each call other ones. */
function maker(seed: number) {
  const roll = dice(seed);
  const below = (count: number) => Math.floor(roll() * count);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T; // Never empty.
  const maybe = <T>(part: number, value: T): T | undefined => (roll() < part ? value : undefined);
  const skills = () =>
    [...new Set(Array.from({ length: 3 }, () => `skill ${below(6)}`))].map((skillId) => {
      return { skillId, level: pick(LEVELS), wantsToLearn: false, canHelp: true };
    });
  const person = (id: string): PersonRecord => {
    const languages = [...new Set([pick(LANGUAGES), pick(LANGUAGES)])];
    return {
      ...{ id, externalId: id, name: id, sortName: id, status: 'active', own: [], visibility: {} },
      ...{ languages, languageCodes: languages, teamIds: [], searchName: [], searchMore: [] },
      departmentId: maybe(0.9, `department ${below(4)}`),
      grade: maybe(0.8, `G${1 + below(5)}`),
      timeZone: maybe(0.9, pick(['Europe/Berlin', 'Asia/Tokyo'])),
      skills: skills(),
      skillIds: [],
    };
  };
  const offer = (id: string): OfferRecord => ({
    ...{ id, open: true, shelf: 'open', capacity: 3, changedAt: NOW.toISOString() },
    kinds: [...new Set([pick(KINDS), pick(KINDS)])],
    oneOff: roll() < 0.5,
    direction: pick(['either', 'forward', 'reverse'] as const),
  });
  const pot = (id: string): PlacesRecord => {
    return { id: `open ${id}`, scope: 'open', personId: id, capacity: 3, left: 1 + below(3) };
  };
  const wanted = (): Wanted => ({
    skill: maybe(0.5, `skill ${below(7)}`),
    language: maybe(0.4, pick(LANGUAGES)),
    department: maybe(0.2, `department ${below(5)}`),
    kind: maybe(0.4, pick(KINDS)),
    direction: maybe(0.5, pick(['either', 'forward', 'reverse'] as const)),
    oneOff: maybe(0.4, roll() < 0.8),
  });
  const goals = (skill: string | undefined) =>
    skill === undefined ? [...new Set([`skill ${below(6)}`, `skill ${below(6)}`])] : [skill];
  return { roll, below, person, offer, pot, wanted, goals };
}

/** The list by looking at everybody. */
function ranked(entries: ReadonlyMap<string, Entry>, mentee: Participant, wanted: Wanted, window: number) {
  const program = openProgram(NOW.toISOString());
  const crowd = everybody([{ ...mentee, id: '' }, ...[...entries.values()].map(participantOf)], program);
  const criteria = weigh(program);
  const lot = lotsOf(mentee.id);
  return [...entries]
    .filter(([id, entry]) => id !== mentee.id && fits(entry, wanted, mentee))
    .map(([id]) => ({ id, score: scoreOf(criteria, crowd.facts(0), crowd.facts(crowd.indexOf(id)!)) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(WINDOW * window, WINDOW * (window + 1))
    .map(({ id, score }) => ({ id, score, place: { window, band: bandOf(score), lot: lot(id), id } }))
    .sort((a, b) => byPlace(a.place, b.place));
}

for (let seed = 300; seed < 304; seed++)
  test(`whatever is wanted, the finder lists whom a look at everybody would list (seed ${seed})`, async () => {
    const { roll, below, person, offer, pot, wanted, goals } = maker(seed);
    const ids = Array.from({ length: 150 }, (_, n) => `person ${n}`);
    const store = memoryStore();
    const finder = new MentorFinder(SETTINGS, () => NOW);
    const insert = async (tx: Writer, id: string) => {
      await tx.insert(people, person(id));
      await tx.insert(offers, offer(id));
      await tx.insert(places, pot(id));
    };
    await store.write(async (tx) => {
      for (const id of ids) await insert(tx, id);
    });
    await store.read((tx) => finder.refresh(tx, 0));
    let found = 0;
    for (let step = 0; step < 120; step++) {
      if (step % 4 === 3) {
        // Somebody changes, or closes their offer, or opens it again.
        const id = ids[below(ids.length)]!;
        await store.write(async (tx) => {
          await tx.replace(people, person(id));
          await tx.replace(offers, { ...offer(id), shelf: roll() < 0.8 ? 'open' : 'closed' });
        });
        const event = { area: 'mentoring', type: 'offer.changed', ids: [id], audience: 'everyone' } as const;
        finder.notice({ ...event, at: NOW.toISOString() }, step);
        await store.read((tx) => finder.refresh(tx, step));
      }
      const entries = await store.read((tx) => readFound(tx, ids, SETTINGS));
      const all = new Map([...entries].map(([id, { entry }]) => [id, entry]));
      const sought = wanted();
      const { facts } = participantOfSomebody(all, ids[below(ids.length)]!);
      const mentee = {
        ...facts,
        roles: ['mentee' as const],
        goals: goals(sought.skill).map((skill) => ({ skill })),
      };
      for (const window of [0, 1]) {
        const list = finder.rank(mentee, { wanted: sought, window });
        const expected = ranked(all, mentee, sought, window);
        assert.deepEqual(
          list.map(({ mentorId, score, place }) => ({ id: mentorId, score, place })),
          expected,
          `step ${step}, window ${window}, ${JSON.stringify(sought)}`,
        );
        found += list.length;
      }
      const some = new Set(ids.filter(() => roll() < 0.2));
      const among = finder.rank(mentee, { wanted: sought, window: 0, among: some });
      const only = new Map([...all].filter(([id]) => some.has(id)));
      assert.deepEqual(
        among.map(({ mentorId }) => mentorId),
        ranked(only, mentee, sought, 0).map(({ id }) => id),
        `step ${step}, among some, ${JSON.stringify(sought)}`,
      );
      const others = finder.rank(mentee, { wanted: sought, window: 0, except: some });
      const rest = new Map([...all].filter(([id]) => !some.has(id)));
      assert.deepEqual(
        others.map(({ mentorId }) => mentorId),
        ranked(rest, mentee, sought, 0).map(({ id }) => id),
        `step ${step}, all but some, ${JSON.stringify(sought)}`,
      );
    }
    assert.ok(found > 300, `only ${found} were found at all`);
    await store.close();
  });

/** Somebody who has an entry. */
function participantOfSomebody(entries: ReadonlyMap<string, Entry>, id: string): Entry {
  return entries.get(id) ?? [...entries.values()][0]!;
}
