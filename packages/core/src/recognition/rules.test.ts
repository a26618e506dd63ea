import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { KnownActor } from '../policy.js';
import type { KudosRecord } from './model.js';
import { costOf, maySee, periodOf, seersOf } from './rules.js';

const someone = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const team = fc.constantFrom('t1', 't2', 't3');
const actors: fc.Arbitrary<KnownActor> = fc.record({
  id: someone,
  system: fc.constant(false),
  roles: fc.subarray(['moderator', 'orgAdmin', 'hrAdmin'] as const),
  teamIds: fc.uniqueArray(team),
});
const kudosRecords: fc.Arbitrary<KudosRecord> = fc
  .record({
    giverId: someone,
    receivers: fc.uniqueArray(someone, { minLength: 1 }),
    teams: fc.uniqueArray(team),
    audience: fc.constantFrom('public', 'team', 'private' as const),
    gone: fc.constantFrom(undefined, 'withdrawn' as const, 'removed' as const),
  })
  .map(({ gone, ...kudos }) => ({
    ...kudos,
    id: 'k',
    named: kudos.receivers,
    thankedTeams: [],
    message: 'm',
    values: [],
    shelf: gone ?? kudos.audience,
    givenAt: '2026-01-01T00:00:00.000Z',
    reactions: { heart: 0 },
    comments: 0,
  }));

test('a private kudos is seen by giver and receivers alone, whatever their roles', () => {
  fc.assert(
    fc.property(kudosRecords, actors, (kudos, actor) => {
      fc.pre(kudos.shelf === 'private');
      assert.equal(maySee(kudos, actor), [kudos.giverId, ...kudos.receivers].includes(actor.id));
    }),
  );
});

test('a wider audience never hides what a narrower one shows', () => {
  fc.assert(
    fc.property(kudosRecords, actors, (kudos, actor) => {
      const seen = (['private', 'team', 'public'] as const).map((audience) =>
        maySee({ ...kudos, audience, shelf: audience }, actor),
      );
      assert.deepEqual(seen, [...seen].sort());
    }),
  );
});

test('what is withdrawn or removed is seen by nobody', () => {
  fc.assert(
    fc.property(kudosRecords, actors, (kudos, actor) => {
      fc.pre(kudos.shelf === 'withdrawn' || kudos.shelf === 'removed');
      assert.equal(maySee(kudos, actor), false);
    }),
  );
});

test('who is said to see it and who may see it are the same', () => {
  fc.assert(
    fc.property(kudosRecords, actors, (kudos, actor) => {
      fc.pre(kudos.shelf === kudos.audience);
      const seers = seersOf(kudos);
      const told =
        seers.everyone ||
        seers.people.includes(actor.id) ||
        seers.teams.some((one) => actor.teamIds.includes(one));
      assert.equal(maySee(kudos, actor), told);
    }),
  );
});

test('the month begins at the organization’s midnight, also across a change of clocks', () => {
  assert.equal(periodOf(new Date('2026-03-31T21:59:59.999Z'), 'Europe/Berlin'), '2026-03');
  assert.equal(periodOf(new Date('2026-03-31T22:00:00.000Z'), 'Europe/Berlin'), '2026-04');
  assert.equal(periodOf(new Date('2026-10-31T22:59:59.999Z'), 'Europe/Berlin'), '2026-10');
  assert.equal(periodOf(new Date('2026-12-31T23:30:00.000Z'), 'Pacific/Auckland'), '2027-01');
  assert.equal(periodOf(new Date('2038-02-01T00:00:00.000Z'), 'UTC'), '2038-02');
});

test('points are paid once for each distinct receiver', () => {
  assert.equal(costOf({ points: 10, receivers: ['a', 'b'] }), 20);
  assert.equal(costOf({ receivers: ['a', 'b'] }), 0);
});
