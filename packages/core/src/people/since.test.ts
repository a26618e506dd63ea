import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGuildhall } from '../guildhall.js';
import { systemActor } from '../policy.js';
import { memoryStore } from '../store/memory.js';
import { people } from './model.js';
import { isOldEnough, madeOn } from './since.js';

const LAUNCH = '2026-05-31T18:00:00.000Z';

test('an account counts from thirty days before the launch on', () => {
  assert.equal(isOldEnough({ since: '2026-05-01' }, LAUNCH), true);
  assert.equal(isOldEnough({ since: '2026-05-02' }, LAUNCH), false);
  assert.equal(isOldEnough({ since: '2026-06-01' }, LAUNCH), false);
});

test('those of the first day count at once, but not before they were here; unknown days count as old', () => {
  assert.equal(isOldEnough({ since: '2026-05-31', firstDay: '2026-05-31' }, LAUNCH), true);
  assert.equal(isOldEnough({ since: '2026-06-01', firstDay: '2026-06-01' }, LAUNCH), false);
  assert.equal(isOldEnough({}, LAUNCH), true);
});

test('a first day is that of an organization that was empty, and lasts all day', () => {
  const now = new Date(LAUNCH);
  const since = '2026-05-31';
  assert.deepEqual(madeOn(now, { empty: true }), { since, firstDay: since });
  assert.deepEqual(madeOn(now, { empty: false, firstDay: since }), { since, firstDay: since });
  assert.deepEqual(madeOn(now, { empty: false, firstDay: '2026-05-30' }), { since });
  assert.deepEqual(madeOn(now, { empty: false }), { since }, 'people from before the day was written down');
});

test('a sync writes the day on new people, and never again', async () => {
  const store = memoryStore();
  let now = new Date('2026-05-01T09:00:00.000Z');
  const guildhall = createGuildhall({ store, now: () => now });
  const sync = (...names: string[]) =>
    guildhall
      .as(systemActor)
      .people.sync({ people: names.map((name) => ({ id: name, externalId: name, name })) });
  const daysOf = async (id: string) => {
    const person = await store.read((tx) => tx.get(people, id));
    return [person?.since, person?.firstDay];
  };
  await sync('ana');
  now = new Date('2026-05-01T23:59:00.000Z');
  await sync('ben');
  now = new Date('2026-05-02T00:01:00.000Z');
  await sync('cho');
  assert.equal((await sync('ana', 'ben', 'cho')).unchanged, 3);
  await guildhall
    .as(systemActor)
    .people.sync({ people: [{ externalId: 'ben', name: 'Benjamin', title: 'Lead' }] });
  await guildhall.as({ id: 'ana' }).people.updateProfile({ pronouns: 'she' });
  assert.deepEqual(await daysOf('ana'), ['2026-05-01', '2026-05-01']);
  assert.deepEqual(await daysOf('ben'), ['2026-05-01', '2026-05-01']);
  assert.deepEqual(await daysOf('cho'), ['2026-05-02', undefined]);
});
