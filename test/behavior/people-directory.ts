import assert from 'node:assert/strict';
import { isGuildhallError, systemActor, type DirectoryPerson } from '@guildhall/core';
import { refused } from './refused.js';
import { behindAll, hearUntil, story, syncCast, type OpenWorld, type Test, type World } from './world.js';

function sync(world: World, people: DirectoryPerson[], complete = false) {
  return world.as(systemActor).people.sync({ people, complete });
}

/** The fields that a refused call names. */
async function refusedFields(call: Promise<unknown>): Promise<string[]> {
  try {
    await call;
  } catch (error) {
    if (isGuildhallError(error)) return error.fields?.map((field) => field.path) ?? [];
    throw error;
  }
  throw new Error('The call was not refused.');
}

const crowd = (count: number, from = 0): DirectoryPerson[] =>
  Array.from({ length: count }, (_, n) => ({
    externalId: `c-${from + n}`,
    id: `c${from + n}`,
    name: `Person ${String(from + n).padStart(4, '0')}`,
    department: `Department ${n % 7}`,
  }));

/** Stories of the directory as the host syncs it. */
export function directoryStories(test: Test, open: OpenWorld): void {
  test(
    'people are added, changed and left as they are, and counted so',
    story(open, async (world) => {
      const ana = {
        id: 'ana',
        externalId: 'e1',
        name: 'Ana',
        title: 'Clerk',
        department: 'Desk',
        grade: 'E1',
      };
      const ben = { id: 'ben', externalId: 'e2', name: 'Ben', managerExternalId: 'e1' };
      assert.deepEqual(await sync(world, [ben, ana]), { created: 2, changed: 0, unchanged: 0, departed: 0 });
      assert.deepEqual(await sync(world, [ana, ben]), { created: 0, changed: 0, unchanged: 2, departed: 0 });
      assert.deepEqual((await world.as('ana').people.get({ id: 'ben' })).manager, {
        id: 'ana',
        name: 'Ana',
        title: 'Clerk',
      });
      const sent = [
        { externalId: 'e1', name: 'Ana', title: null, department: 'DESK' },
        { externalId: 'e2', name: 'Benno' },
      ];
      assert.deepEqual(await sync(world, sent), { created: 0, changed: 2, unchanged: 0, departed: 0 });
      const after = await world.as('ben').people.get({ id: 'ana' });
      assert.deepEqual([after.title, after.department], [undefined, 'Desk'], 'null empties, left out stays');
      const benno = await world.as('ana').people.get({ id: 'ben' });
      assert.deepEqual([benno.name, benno.manager?.id], ['Benno', 'ana']);
      await sync(world, [{ ...ben, managerExternalId: '' }]);
      assert.equal((await world.as('ana').people.get({ id: 'ben' })).manager, undefined);
    }),
  );

  test(
    'a list that is wrong in itself changes nothing and names the fields',
    story(open, async (world) => {
      await syncCast(world);
      const fresh = { externalId: 'n1', name: 'New' };
      const wrong: [DirectoryPerson[], string, string, string[]][] = [
        [[fresh, fresh], 'invalid', 'person.duplicate', ['people.1.externalId']],
        [
          [
            { ...fresh, id: 'x' },
            { externalId: 'n2', name: 'Two', id: 'x' },
          ],
          'invalid',
          'person.duplicate',
          ['people.1.id'],
        ],
        [
          [fresh, { externalId: 'e-ana', name: 'Ana', id: 'other' }],
          'conflict',
          'person.idFixed',
          ['people.1.id'],
        ],
        [[{ ...fresh, id: 'ana' }], 'conflict', 'person.idTaken', ['people.0.id']],
        [
          [fresh, { externalId: 'n2', name: 'Two', managerExternalId: 'gone' }],
          'invalid',
          'manager.unknown',
          ['people.1.managerExternalId'],
        ],
      ];
      for (const [people, code, reason, fields] of wrong) {
        await assert.rejects(sync(world, people), refused(code, reason));
        assert.deepEqual(await refusedFields(sync(world, people)), fields, reason);
      }
      assert.equal((await world.as('ana').people.search({ text: 'new' })).items.length, 0);
      assert.deepEqual(await refusedFields(sync(world, [{ ...fresh, id: 'system' }])), ['people.0.id']);
    }),
  );

  test(
    'nobody comes to report to themself, not even by way of people who are not on the list',
    story(open, async (world) => {
      const chain = ['a', 'b', 'c', 'd'].map((id, at, all) => ({
        id,
        externalId: `e-${id}`,
        name: id.toUpperCase(),
        managerExternalId: at > 0 ? `e-${all[at - 1]}` : null,
      }));
      await sync(world, chain);
      const upsideDown = [{ externalId: 'e-a', name: 'A', managerExternalId: 'e-d' }];
      await assert.rejects(sync(world, upsideDown), refused('invalid', 'manager.cycle'));
      assert.deepEqual(await refusedFields(sync(world, upsideDown)), ['people.0.managerExternalId']);
      await assert.rejects(sync(world, upsideDown), /A \(e-a\) reports to D \(e-d\).*B \(e-b\) reports to A/);
      const self = [{ externalId: 'e-x', name: 'X', managerExternalId: 'e-x' }];
      await assert.rejects(sync(world, self), refused('invalid', 'manager.cycle'));
      const turned = [
        { externalId: 'e-a', name: 'A', managerExternalId: 'e-d' },
        { externalId: 'e-b', name: 'B', managerExternalId: null },
      ];
      assert.equal((await sync(world, turned)).changed, 2);
    }),
  );

  test(
    'a complete list lets people go and takes back who returns',
    story(open, async (world) => {
      await sync(world, [...crowd(10), { externalId: 'c-10', id: 'c10', name: 'Sus', status: 'suspended' }]);
      const gone = await sync(world, crowd(8), true);
      assert.deepEqual(gone, { created: 0, changed: 0, unchanged: 8, departed: 3 });
      assert.equal((await world.as('c1').people.get({ id: 'c9' })).active, false);
      assert.deepEqual(await sync(world, crowd(8), true), {
        created: 0,
        changed: 0,
        unchanged: 8,
        departed: 0,
      });
      assert.equal((await sync(world, crowd(10))).changed, 0, 'a partial list says nothing of being here');
      assert.equal((await sync(world, crowd(10), true)).changed, 2);
      assert.equal((await world.as('c9').people.me()).active, true);
    }),
  );

  test(
    'a complete list that would let most people go is refused',
    story(open, async (world) => {
      await sync(world, crowd(60));
      const half = crowd(29);
      await assert.rejects(sync(world, half, true), refused('conflict', 'people.tooManyDepartures'));
      await assert.rejects(sync(world, half, true), { details: { departures: 31, people: 60 } });
      assert.equal((await world.as('c1').people.get({ id: 'c59' })).active, true);
      assert.equal((await sync(world, crowd(30), true)).departed, 30);
      assert.equal((await sync(world, crowd(10), true)).departed, 20, 'few may always go');
    }),
  );

  test(
    'a long list is read in another way than a short one, to the same end',
    story(open, async (world) => {
      await syncCast(world);
      const many = crowd(260).map((person, n) => ({
        ...person,
        managerExternalId: n === 0 ? 'e-ana' : `c-${Math.floor((n - 1) / 5)}`,
      }));
      assert.equal((await sync(world, many)).created, 260);
      assert.equal((await sync(world, many)).unchanged, 260);
      const renamed = many.map((person, n) => (n % 100 === 7 ? { ...person, name: `Renamed ${n}` } : person));
      assert.deepEqual(await sync(world, renamed), { created: 0, changed: 3, unchanged: 257, departed: 0 });
      assert.equal((await sync(world, renamed.slice(100, 200))).unchanged, 100);
      const taken = many.map((person, n) => (n === 9 ? { ...person, externalId: 'c-new' } : person));
      await assert.rejects(sync(world, taken), refused('conflict', 'person.idTaken'));
      const ring = many.map((person, n) => (n === 0 ? { ...person, managerExternalId: 'c-250' } : person));
      await assert.rejects(sync(world, ring), refused('invalid', 'manager.cycle'));
      const lost = many.map((person, n) => (n === 3 ? { ...person, managerExternalId: 'c-999' } : person));
      assert.deepEqual(await refusedFields(sync(world, lost)), ['people.3.managerExternalId']);
    }),
  );

  test(
    'changed people are told to everyone, at most two hundred at a time',
    story(open, async (world) => {
      await syncCast(world);
      const stop = new AbortController();
      const after = await behindAll(world);
      const heard = world.as('dana').watch({ areas: ['people'], after, signal: stop.signal });
      await sync(world, crowd(250));
      await sync(world, [{ externalId: 'e-ben', name: 'Ben Okafor', status: 'departed' }]);
      const told = await hearUntil(heard, (all) => all.some((one) => 'ids' in one && one.ids[0] === 'ben'));
      stop.abort();
      const sizes = told.flatMap((one) =>
        'type' in one && one.type === 'person.changed' ? one.ids.length : [],
      );
      assert.deepEqual(sizes, [200, 50, 1]);
      assert.ok(told.some((one) => 'type' in one && one.type === 'catalog.grown'));
    }),
  );
}
