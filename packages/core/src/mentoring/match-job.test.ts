import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Compute, ComputeOptions } from '../compute.js';
import { computeHere } from '../compute-here.js';
import { createGuildhall, type Guildhall } from '../guildhall.js';
import { audit } from '../kernel-model.js';
import { systemActor } from '../policy.js';
import { memoryStore } from '../store/memory.js';
import type { Store } from '../store/store.js';

const MINUTE = 60_000;
const eve = { id: 'eve' };

/** A store with a program of Eve's in which Ana can be matched with Ben; the clock stands still until moved. */
async function hall(compute: Compute) {
  const store = memoryStore();
  const failures: string[] = [];
  const clock = { now: new Date('2026-03-10T10:00:00.000Z') };
  const open = (over: Store, by: Compute) =>
    createGuildhall({
      store: over,
      now: () => clock.now,
      compute: by,
      onFailure: (error) => failures.push(String(error)),
    });
  const guildhall = open(store, compute);
  await guildhall.prepare();
  const system = guildhall.as(systemActor);
  await system.people.sync({
    people: ['eve', 'ana', 'ben'].map((id) => ({ id, externalId: id, name: id })),
  });
  await system.people.grantRole({ personId: 'eve', role: 'programManager' });
  const { mentoring } = guildhall.as(eve);
  const { id: programId } = await mentoring.createProgram({
    ...{ name: 'Leads', purpose: 'Lead.', agreement: 'Agreed.' },
    guides: { mentor: 'Listen.', mentee: 'Ask.' },
  });
  await mentoring.openEnrollment({ id: programId });
  await guildhall.as({ id: 'ana' }).mentoring.enroll({ programId, sides: ['mentee'] });
  await guildhall.as({ id: 'ben' }).mentoring.enroll({ programId, sides: ['mentor'] });
  await mentoring.startMatching({ id: programId });
  return { store, clock, open, guildhall, mentoring, programId, failures };
}

/** A computation that a test lets go on. */
function held() {
  let begin: (options: ComputeOptions) => void = () => undefined;
  let release: () => void = () => undefined;
  const began = new Promise<ComputeOptions>((resolve) => (begin = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  let times = 0;
  const compute: Compute = async (name, input, options) => {
    times += 1;
    begin(options);
    await new Promise<void>((resolve, reject) => {
      options.signal.addEventListener('abort', () => reject(new Error('aborted')));
      void released.then(resolve);
    });
    return computeHere(name, input, options);
  };
  return { compute, began, release, times: () => times };
}

/** The run, once it is no longer waiting. */
async function settled(guildhall: Guildhall, id: string) {
  for (let tries = 0; tries < 100_000; tries++) {
    const run = await guildhall.as(eve).mentoring.matchRun({ id });
    if (run.state !== 'waiting') return run;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('The run is still waiting.');
}

test('how far a run is can be read, and those who run the program hear of it', async () => {
  const { compute, began, release } = held();
  const { guildhall, mentoring, programId, clock } = await hall(compute);
  const heard = guildhall.watch(eve, { areas: ['mentoring'] });
  await heard.next();
  const { id } = await mentoring.runMatch({ programId });
  const { onProgress } = await began;
  onProgress({ phase: 'solving', done: 1, of: 2 });
  for (let progressed = false; !progressed;) {
    const { value } = await heard.next();
    progressed = 'type' in value && value.type === 'run.progressed' && value.ids[0] === id;
  }
  const run = await mentoring.matchRun({ id });
  assert.deepEqual(
    [run.state, run.phase, run.progress > 0.4 && run.progress < 0.75],
    ['waiting', 'solving', true],
  );
  // Within the same half second nothing more is written.
  onProgress({ phase: 'pricing', done: 1, of: 2 });
  clock.now = new Date(clock.now.getTime() + 400);
  onProgress({ phase: 'explaining', done: 1, of: 2 });
  assert.equal((await mentoring.matchRun({ id })).phase, 'solving');
  await assert.rejects(mentoring.runMatch({ programId }), { reason: 'run.waiting' });
  release();
  const computed = await settled(guildhall, id);
  assert.deepEqual([computed.state, computed.figures?.matched], ['computed', 1]);
  await guildhall.close();
});

test('moving a pair by hand is audited, without the words that say why', async () => {
  const { store, guildhall, mentoring, programId } = await hall(computeHere);
  const { id } = await mentoring.runMatch({ programId });
  await settled(guildhall, id);
  await mentoring.movePair({ runId: id, menteeId: 'ana', mentorId: 'ben', override: 'Because I say so.' });
  const { items } = await store.read((tx) =>
    tx.find(audit, { where: { actorId: 'eve' }, order: '-at', limit: 100 }),
  );
  const moved = items.filter((row) => row.operation === 'mentoring.movePair');
  assert.equal(moved.length, 1);
  assert.ok(!JSON.stringify(items).includes('Because'));
  await guildhall.close();
});

test('canceling ends the computation, and another run can be asked for', async () => {
  const first = held();
  let by = first.compute;
  const { guildhall, mentoring, programId } = await hall((...call) => by(...call));
  const { id } = await mentoring.runMatch({ programId });
  const { signal } = await first.began;
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  assert.equal((await mentoring.cancelRun({ id })).state, 'canceled');
  await ended;
  by = computeHere;
  const again = await mentoring.runMatch({ programId });
  assert.equal((await settled(guildhall, again.id)).state, 'computed');
  assert.equal((await mentoring.matchRun({ id })).state, 'canceled');
  await guildhall.close();
});

test('one of two servers computes; what a dead one left is taken up by the tick of another, after its lease', async () => {
  const [dead, alive] = [held(), held()];
  const { store, clock, open, mentoring, programId } = await hall(dead.compute);
  const other = open(store, alive.compute);
  const { id } = await mentoring.runMatch({ programId });
  await dead.began;
  await other.tick();
  await other.tick();
  assert.equal(alive.times(), 0);
  clock.now = new Date(clock.now.getTime() + 2 * MINUTE);
  await other.tick();
  await alive.began;
  alive.release();
  assert.equal((await settled(other, id)).state, 'computed');
  // The one that was thought dead comes back too late, and changes nothing.
  dead.release();
  assert.equal((await other.as(eve).mentoring.pairs({ runId: id })).items.length, 1);
  await other.close();
});

test('closing ends the computation, and the next start takes it up again', async () => {
  const { compute, began } = held();
  const { store, open, guildhall, mentoring, programId } = await hall(compute);
  // The store outlives the first server, as a database does.
  store.close = async () => undefined;
  const { id } = await mentoring.runMatch({ programId });
  const { signal } = await began;
  await guildhall.close();
  assert.equal(signal.aborted, true);
  const next = open(store, computeHere);
  await next.tick();
  assert.equal((await settled(next, id)).state, 'computed');
  await next.close();
});

test('a run is not stored when people change meanwhile, nor a match that does not hold, nor one that broke off', async () => {
  const changing = held();
  let by: Compute = changing.compute;
  const { guildhall, mentoring, programId, failures } = await hall((...call) => by(...call));
  const first = await mentoring.runMatch({ programId });
  await changing.began;
  await guildhall.as({ id: 'ana' }).people.setSkills({ skills: [{ skill: 'SQL', level: 'working' }] });
  changing.release();
  const outdated = await settled(guildhall, first.id);
  assert.deepEqual([outdated.state, outdated.error], ['failed', 'run.outdated']);

  by = async (name, input, options) => {
    const matching = await computeHere(name, input, options);
    if (name !== 'match') return matching;
    // The engine's own result, with a score that it did not give.
    const { pairs } = matching as { pairs: { score: number }[] };
    for (const pair of pairs) pair.score += 1;
    return matching;
  };
  const second = await mentoring.runMatch({ programId });
  const rejected = await settled(guildhall, second.id);
  assert.deepEqual([rejected.state, rejected.error], ['failed', 'run.rejected']);

  by = () => Promise.reject(new Error('out of memory'));
  const third = await mentoring.runMatch({ programId });
  const broken = await settled(guildhall, third.id);
  assert.match(failures.join('\n'), /^GuildhallError: The match does not hold: .*\nError: out of memory$/);
  assert.deepEqual([broken.state, broken.error, broken.figures], ['failed', 'internal', undefined]);
  assert.deepEqual((await mentoring.pairs({ runId: third.id })).items, []);
  await guildhall.close();
});
