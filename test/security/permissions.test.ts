import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  createGuildhall,
  isGuildhallError,
  memoryStore,
  operations,
  systemActor,
  type Actor,
  type Guildhall,
} from '@guildhall/core';

const ACTORS = [
  'stranger',
  'departed',
  'member',
  'moderator',
  'peopleAdmin',
  'hrAdmin',
  'analyst',
  'privacyOfficer',
  'orgAdmin',
  'system',
] as const;
type ActorName = (typeof ACTORS)[number];

const PEOPLE: readonly ActorName[] = ACTORS.filter(
  (name) => !['stranger', 'departed', 'system'].includes(name),
);
const PEOPLE_AND_SYSTEM: readonly ActorName[] = [...PEOPLE, 'system'];

/** Who passes the policy of which operation, with an input that names what does not exist. */
const MATRIX: Record<string, { who: readonly ActorName[]; input?: unknown }> = {
  'people.me': { who: PEOPLE },
  'people.get': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'people.search': { who: PEOPLE_AND_SYSTEM },
  'people.units': { who: PEOPLE_AND_SYSTEM, input: { kind: 'team' } },
  'people.skills': { who: PEOPLE_AND_SYSTEM },
  'people.values': { who: PEOPLE_AND_SYSTEM },
  'people.setValues': { who: ['hrAdmin', 'orgAdmin', 'system'], input: { values: [] } },
  'people.sync': { who: ['peopleAdmin', 'orgAdmin', 'system'], input: { people: [] } },
  'people.import': {
    who: ['peopleAdmin', 'orgAdmin', 'system'],
    input: { csv: 'externalId,name\n', dryRun: true },
  },
  'people.updateProfile': { who: PEOPLE, input: {} },
  'people.setSkills': { who: PEOPLE, input: { skills: [] } },
  'people.grantRole': { who: ['orgAdmin', 'system'], input: { personId: 'missing', role: 'analyst' } },
  'people.revokeRole': { who: ['orgAdmin', 'system'], input: { personId: 'missing', role: 'analyst' } },
  'recognition.give': { who: PEOPLE, input: { receivers: ['missing'], message: 'x' } },
  'recognition.list': { who: PEOPLE_AND_SYSTEM },
  'recognition.mine': { who: PEOPLE },
  'recognition.get': { who: PEOPLE, input: { id: 'missing' } },
  'recognition.marks': { who: PEOPLE, input: { ids: ['missing'] } },
  'recognition.edit': { who: PEOPLE, input: { id: 'missing', message: 'x' } },
  'recognition.withdraw': { who: PEOPLE, input: { id: 'missing' } },
  'recognition.react': { who: PEOPLE, input: { id: 'missing' } },
  'recognition.comment': { who: PEOPLE, input: { id: 'missing', text: 'x' } },
  'recognition.comments': { who: PEOPLE, input: { id: 'missing' } },
  'recognition.removeComment': { who: PEOPLE, input: { id: 'missing' } },
  'recognition.audience': { who: PEOPLE, input: { receivers: ['missing'] } },
  'recognition.thanks': { who: PEOPLE_AND_SYSTEM, input: { url: 'https://x.example' } },
  'recognition.allowance': { who: PEOPLE },
  'recognition.ledger': { who: PEOPLE },
  'recognition.grantAllowance': {
    who: ['hrAdmin', 'orgAdmin', 'system'],
    input: { personIds: ['missing'], amount: 1 },
  },
  'recognition.periodsDue': { who: ['system'] },
  'recognition.endPeriods': { who: ['system'] },
  'notifications.list': { who: PEOPLE },
  'notifications.markRead': { who: PEOPLE },
  'settings.get': { who: PEOPLE_AND_SYSTEM },
};

const names = Object.entries(operations).flatMap(([area, verbs]) =>
  Object.keys(verbs).map((verb) => `${area}.${verb}`),
);

let guildhall: Guildhall;

before(async () => {
  guildhall = createGuildhall({ store: memoryStore() });
  const people = ACTORS.filter((name) => name !== 'system' && name !== 'stranger').map((name) => ({
    id: name,
    externalId: name,
    name,
    status: name === 'departed' ? ('departed' as const) : ('active' as const),
  }));
  await guildhall.as(systemActor).people.sync({ people });
  for (const role of [
    'moderator',
    'peopleAdmin',
    'hrAdmin',
    'analyst',
    'privacyOfficer',
    'orgAdmin',
  ] as const)
    await guildhall.as(systemActor).people.grantRole({ personId: role, role });
});

/** What the policy says: the reason with which the call stops there, or `passes`. */
async function gate(name: string, actor: Actor, input: unknown): Promise<string> {
  try {
    await guildhall.perform(name, input, { actor });
    return 'passes';
  } catch (error) {
    if (!isGuildhallError(error)) throw error;
    assert.notEqual(error.code, 'internal', `${name}: ${error.message}`);
    assert.notEqual(error.reason, 'input.invalid', `${name}: ${error.message}`);
    return ['policy.refused', 'actor.unknown', 'actor.inactive'].includes(error.reason)
      ? error.reason
      : 'passes';
  }
}

test('every operation has its row, and no row is left over', () => {
  assert.deepEqual(Object.keys(MATRIX).sort(), [...names].sort());
});

describe('the permission table', () => {
  for (const [name, { who, input }] of Object.entries(MATRIX))
    test(name, async () => {
      for (const actorName of ACTORS) {
        const actor = actorName === 'system' ? systemActor : { id: actorName };
        const expected =
          actorName === 'stranger'
            ? 'actor.unknown'
            : actorName === 'departed'
              ? 'actor.inactive'
              : who.includes(actorName)
                ? 'passes'
                : 'policy.refused';
        assert.equal(await gate(name, actor, input), expected, `${actorName} calls ${name}`);
      }
    });
});

test('nobody becomes the system by its id', async () => {
  assert.equal(await gate('recognition.endPeriods', { id: 'system' }, {}), 'actor.unknown');
});

test('what lists show is what `get` allows', async () => {
  const give = (audience: 'public' | 'team' | 'private') =>
    guildhall.as({ id: 'member' }).recognition.give({ receivers: ['analyst'], message: audience, audience });
  await Promise.all((['public', 'team', 'private'] as const).map(give));
  for (const id of PEOPLE) {
    const { recognition } = guildhall.as({ id });
    const lists = await Promise.all([
      recognition.list({ limit: 100 }),
      recognition.mine({ of: 'received' }),
      recognition.mine({ of: 'given' }),
      recognition.mine({ of: 'teams' }),
    ]);
    for (const kudos of lists.flatMap((list) => list.items))
      assert.deepEqual(await recognition.get({ id: kudos.id }), kudos, id);
  }
});
