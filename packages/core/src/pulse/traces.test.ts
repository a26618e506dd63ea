import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '../answers/question.js';
import { createGuildhall } from '../guildhall.js';
import { audit } from '../kernel-model.js';
import { systemActor } from '../policy.js';
import { sha256 } from '../sha256.js';
import { memoryStore } from '../store/memory.js';
import { safetyQuestions } from './forms/safety.js';
import { ideas, votes } from './model/board.js';
import { messages, threads } from './model/thread.js';

const TEAM = Array.from({ length: 11 }, (_, at) => `mate-${at}`);
const keyOf = (name: string) => sha256(name).slice(0, 32);

/** A team of eleven and its manager in a store that the test can look into. */
async function openTeam() {
  const store = memoryStore();
  const clock = { now: new Date('2026-03-10T10:00:00.000Z') };
  const guildhall = createGuildhall({ store, now: () => clock.now });
  await guildhall.as(systemActor).people.sync({
    people: [
      { id: 'boss', externalId: 'boss', name: 'Boss' },
      ...TEAM.map((id) => ({ id, externalId: id, name: id, managerExternalId: 'boss' })),
    ],
  });
  return { store, clock, guildhall, as: (id: string) => guildhall.as({ id }).pulse };
}

const audience = { kind: 'reports' as const, managerId: 'boss' };

test('after a board nothing in the store links a person with an idea or a vote', async () => {
  const { store, as, guildhall } = await openTeam();
  const { id } = await as('boss').openBoard({ title: 'x', question: 'y', audience });
  for (const one of TEAM) await as(one).post({ boardId: id, text: 'Cake', key: keyOf(one) });
  const collected = await store.read((tx) => tx.find(ideas, { where: { boardId: id }, limit: 100 }));
  assert.deepEqual(Object.keys(collected.items[0] ?? {}).sort(), ['boardId', 'id', 'keyHash', 'text']);

  const board = await as('boss').startGrouping({ id });
  const grouped = await store.read((tx) => tx.find(ideas, { where: { boardId: id }, limit: 100 }));
  const before = new Set(collected.items.map((idea) => idea.id));
  assert.ok(grouped.items.every((idea) => !before.has(idea.id)));
  assert.ok(grouped.items.every((idea) => Object.keys(idea).sort().join() === 'boardId,id,text'));

  await as('boss').startVoting({ id });
  for (const one of TEAM) await as(one).vote({ boardId: id, votes: { [board.ideas[0]?.id ?? '']: 1 } });
  await as('boss').endVoting({ id });
  const left = await store.read((tx) => tx.find(votes, { where: { boardId: id }, limit: 100 }));
  assert.deepEqual(left.items, []);
  const rows = await store.read((tx) => tx.find(audit, { order: '+at', limit: 100 }));
  assert.deepEqual(
    rows.items.filter(({ actorId }) => TEAM.includes(actorId)),
    [],
  );
  await guildhall.close();
});

test('after a conversation nothing in the store links its writer with a message, and no time is in it', async () => {
  const { store, clock, as, guildhall } = await openTeam();
  const { id: surveyId } = await as('boss').createSurvey({ title: 'x', purpose: 'y', audience });
  const waveId = (await as('boss').openWave({ surveyId })).wave?.id ?? '';
  for (const one of TEAM) {
    const answers: Answers = {
      words: { text: 'Hm', use: 'words', themes: [], threadHash: sha256(keyOf(one)) },
    };
    for (const { id, type } of safetyQuestions('en')) if (type === 'rating') answers[id] = { level: 4 };
    await as(one).answer({ waveId, answers });
  }
  await as('boss').closeWave({ id: waveId });
  while ((await as('boss').wave({ id: waveId })).state !== 'released')
    await new Promise((resolve) => setImmediate(resolve));
  for (const one of TEAM) await as(one).say({ key: keyOf(one), text: 'More' });
  const waiting = await allMessages();
  clock.now = new Date('2026-03-11T00:00:30.000Z');
  await guildhall.tick();
  const traveled = await allMessages();
  assert.equal(traveled.length, TEAM.length);
  assert.ok(waiting.every((one) => Object.keys(one).sort().join() === 'id,place,text,threadId,waitsSince'));
  assert.ok(traveled.every((one) => Object.keys(one).sort().join() === 'day,id,place,text,threadId'));
  const ids = new Set(waiting.map(({ id }) => id));
  assert.ok(traveled.every(({ id }) => !ids.has(id)));
  assert.ok(!/mate-\d|T\d\d:/.test(JSON.stringify(traveled)));
  const rows = await store.read((tx) => tx.find(audit, { order: '+at', limit: 100 }));
  assert.ok(rows.items.every(({ actorId }) => !TEAM.includes(actorId)));
  await guildhall.close();

  async function allMessages() {
    return store.read(async (tx) => {
      const begun = await tx.find(threads, { where: { waveId }, order: '+place', limit: 100 });
      const threadId = begun.items.map(({ id }) => id);
      return (await tx.find(messages, { where: { threadId }, order: '+place', limit: 100 })).items;
    });
  }
});
