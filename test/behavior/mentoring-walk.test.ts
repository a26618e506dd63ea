import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createGuildhall, isGuildhallError, memoryStore, systemActor } from '@guildhall/core';
import { DAY, standingClock, syncCast, type World } from './world.js';

const MENTEES = ['ana', 'ben', 'dana', 'max'] as const;
const PLACES = 2;
const LIVE = ['proposed', 'agreed', 'active', 'paused', 'wrappingUp'];

/** A random number of [0, 1) from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function openWorld(): Promise<World> {
  const clock = standingClock();
  let made = 0;
  // Counted ids, so that lists whose ties are broken by id are the same each time.
  const newId = () => `id-${++made}`;
  const guildhall = createGuildhall({ store: memoryStore(), now: () => clock.now, newId });
  await guildhall.prepare();
  const as = (actor: { id: string } | string) =>
    guildhall.as(typeof actor === 'string' ? { id: actor } : actor);
  return { guildhall, clock, as, close: () => guildhall.close() };
}

describe('whatever people do with their mentorships', () => {
  for (const seed of [1, 2, 3, 4, 5, 6])
    test(`places add up and nothing stays due (seed ${seed})`, async () => {
      const world = await openWorld();
      try {
        await walk(world, randomFrom(seed));
      } finally {
        await world.close();
      }
    });
});

async function walk(world: World, random: () => number): Promise<void> {
  await syncCast(world);
  const chidi = world.as('chidi').mentoring;
  await chidi.setOffer({ open: true, capacity: PLACES });
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const done = new Map<string, number>();
  for (let step = 0; step < 400; step++) {
    const person = pick([...MENTEES, 'chidi', 'chidi']) ?? 'chidi';
    const { mentoring } = world.as(person);
    const mine = (await mentoring.mentorships({ limit: 100 })).items;
    const live = mine.filter((one) => LIVE.includes(one.state));
    const id = pick(random() < 0.8 ? live : mine)?.id ?? 'none';
    const session = id === 'none' ? undefined : pick((await mentoring.sessions({ mentorshipId: id })).items);
    const inDays = (days: number) => new Date(world.clock.now.getTime() + days * DAY).toISOString();
    const moves: Record<string, () => Promise<unknown>> = {
      request: () => mentoring.request({ mentorId: 'chidi', ask: 'Please', oneOff: random() < 0.3 }),
      respond: async () => {
        const [waiting] = (await chidi.requests({ of: 'received', state: 'pending' })).items;
        return waiting && chidi.respond({ id: waiting.id, accept: random() < 0.8 });
      },
      sign: () => mentoring.sign({ id }),
      schedule: () =>
        mentoring.scheduleSession({
          ...{ mentorshipId: id, title: 'Talk', timeZone: 'UTC' },
          start: inDays(Math.floor(random() * 20) - 5),
        }),
      move: () =>
        mentoring.moveSession({ id: session?.id ?? 'none', start: inDays(Math.floor(random() * 9)) }),
      cancel: () => mentoring.cancelSession({ id: session?.id ?? 'none' }),
      log: () => mentoring.logSession({ id: session?.id ?? 'none', held: random() < 0.8 }),
      pause: () => mentoring.pause({ id, until: inDays(1 + Math.floor(random() * 20)).slice(0, 10) }),
      resume: () => mentoring.resume({ id }),
      complete: () => mentoring.complete({ id, reflection: { text: 'Done.' } }),
      endEarly: async () =>
        random() < 0.2 && mentoring.endEarly({ id, reason: 'other', backToPool: random() < 0.5 }),
      wait: async () => world.clock.advance(Math.floor(random() * 6) * DAY),
    };
    const name = pick([...Object.keys(moves), 'sign', 'schedule', 'log', 'log']) ?? 'wait';
    try {
      await moves[name]?.();
      done.set(name, (done.get(name) ?? 0) + 1);
    } catch (error) {
      if (!isGuildhallError(error) || error.code === 'internal') throw error;
    }
    await world.guildhall.tick();
    await check(world, `step ${step}: ${person} ${name}`);
  }
  const never = ['request', 'respond', 'sign', 'schedule', 'log', 'complete', 'endEarly'].filter(
    (name) => !done.has(name),
  );
  assert.deepEqual(never, [], 'the walk went everywhere');
}

async function check(world: World, at: string): Promise<void> {
  const chidi = world.as('chidi').mentoring;
  const all = (await chidi.mentorships({ limit: 100 })).items;
  const live = all.filter((one) => LIVE.includes(one.state));
  assert.equal((await chidi.offer()).left, PLACES - live.length, at);
  const system = world.as(systemActor).mentoring;
  assert.equal((await system.mentorshipsDue()).due, false, at);
  assert.equal((await system.sessionRemindersDue()).due, false, at);
  for (const one of all) {
    const held = (await chidi.sessions({ mentorshipId: one.id, limit: 100 })).items.filter(
      (session) => session.state === 'held',
    );
    const signed = one.agreement.signed.length === 2;
    assert.equal(one.sessionsHeld, signed ? held.length : 0, at);
    assert.ok(
      held.every((session) => session.counts === signed),
      at,
    );
    if (one.state === 'active' || one.state === 'completed') assert.ok(signed, at);
  }
}
