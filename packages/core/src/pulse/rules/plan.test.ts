import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutGroups, planProblem, type Planned } from './plan.js';

const person = (id: string, more: Partial<Planned> = {}): Planned => ({
  id,
  teamIds: [],
  above: [],
  ...more,
});
const plan = { attributes: [], hierarchy: false, crossings: [] };

test('a plan without anything has the group of all alone', () => {
  const { groups, byPerson } = cutGroups(plan, [person('ana', { location: 'Berlin' })], new Map());
  assert.deepEqual(
    groups.map(({ id, level }) => [id, level]),
    [['all', 0]],
  );
  assert.deepEqual([...byPerson], [['ana', []]]);
});

test('attributes, lines and crossings make groups, of each person those that fit', () => {
  const { groups, byPerson } = cutGroups(
    { attributes: ['location', 'team'], hierarchy: true, crossings: [['location', 'team']] },
    [
      person('ana', { location: 'Berlin', teamIds: ['t1', 't2'], above: ['ben', 'cleo'] }),
      person('ben', { location: 'Lagos', above: ['cleo'] }),
      person('dan'),
    ],
    new Map([['t1', 'Rollback']]),
  );
  assert.deepEqual(byPerson.get('ana'), [
    ...['team:t1', 'team:t2', 'location:Berlin', 'below:ben', 'below:cleo'],
    ...['team:t1 & location:Berlin', 'team:t2 & location:Berlin'],
  ]);
  assert.deepEqual(byPerson.get('ben'), ['location:Lagos', 'below:cleo']);
  assert.deepEqual(byPerson.get('dan'), []);
  assert.equal(groups.find(({ id }) => id === 'team:t1 & location:Berlin')?.label, 'Rollback · Berlin');
  assert.deepEqual(
    groups.map(({ level }) => level),
    [0, 1, 1, 1, 1, 2, 2, 3, 3],
    'all first, crossings last',
  );
});

test('a name cannot look like a crossing of others', () => {
  const { groups } = cutGroups(
    { attributes: ['location', 'grade'], hierarchy: false, crossings: [['location', 'grade']] },
    [person('ana', { location: 'A', grade: '1' }), person('ben', { location: 'A & grade:1' })],
    new Map(),
  );
  assert.equal(groups.length, 1 + 2 + 1 + 1);
});

test('crossings of an attribute with itself, or with one that is not offered, are a problem that names its place', () => {
  const own = planProblem({ attributes: ['team'], hierarchy: false, crossings: [['team', 'team']] });
  assert.equal(own?.path, 'plan.crossings.0');
  const lacking = planProblem({ attributes: ['team'], hierarchy: false, crossings: [['team', 'grade']] });
  assert.match(lacking?.message ?? '', /grade/);
  assert.equal(
    planProblem({ attributes: ['team', 'grade'], hierarchy: false, crossings: [['team', 'grade']] }),
    undefined,
  );
});
