import assert from 'node:assert/strict';
import { systemActor, type DirectoryPerson } from '@guildhall/core';
import { directoryStories } from './people-directory.js';
import { importStories } from './people-import.js';
import { searchStories } from './people-search.js';
import { refused } from './refused.js';
import { behindAll, hearUntil, story, syncCast, type OpenWorld, type Test, type World } from './world.js';

/** Stories of people: profiles, search, the directory, roles and values. */
export function peopleStories(test: Test, open: OpenWorld): void {
  profileStories(test, open);
  roleStories(test, open);
  valueStories(test, open);
  searchStories(test, open);
  directoryStories(test, open);
  importStories(test, open);
}

function sync(world: World, ...people: DirectoryPerson[]) {
  return world.as(systemActor).people.sync({ people });
}

function profileStories(test: Test, open: OpenWorld): void {
  test(
    'a person reads their own profile, and strangers to the directory read nothing',
    story(open, async (world) => {
      await syncCast(world);
      const me = await world.as('jon').people.me();
      assert.equal(me.name, 'Jon Berg');
      assert.equal(me.department, 'Operations');
      assert.deepEqual(me.roles, ['orgAdmin']);
      assert.deepEqual(new Set(Object.values(me.visibility)), new Set(['everyone']));
      await assert.rejects(world.as('nobody').people.me(), refused('unauthenticated', 'actor.unknown'));
      await assert.rejects(
        world.as('ana').people.get({ id: 'nobody' }),
        refused('not_found', 'person.unknown'),
      );
    }),
  );

  test(
    'each controls who sees each field',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').people;
      await ana.updateProfile({
        pronouns: 'she/her',
        location: 'Lyon',
        timeZone: 'Europe/Paris',
        languages: ['es-MX'],
      });
      await ana.setSkills({ skills: [{ skill: 'Kubernetes', level: 'strong' }] });
      const me = await ana.updateProfile({
        visibility: { location: 'me', skills: 'team', pronouns: 'team' },
      });
      assert.equal(me.location, 'Lyon');
      assert.equal(me.visibility.location, 'me');
      const shown = async (viewer: string) => {
        const profile = await world.as(viewer).people.get({ id: 'ana' });
        const fields = ['pronouns', 'location', 'timeZone', 'languages', 'skills'] as const;
        return fields.filter((field) => profile[field] !== undefined);
      };
      assert.deepEqual(await shown('ben'), ['pronouns', 'timeZone', 'languages', 'skills']);
      assert.deepEqual(await shown('dana'), ['timeZone', 'languages']);
      assert.deepEqual(await shown('jon'), ['timeZone', 'languages'], 'an administrator sees no more');
      assert.equal((await shown('ana')).length, 5);
      await ana.updateProfile({ visibility: { location: 'everyone' } });
      assert.deepEqual(await shown('dana'), ['location', 'timeZone', 'languages']);
    }),
  );

  test(
    'what a person says of themself stays when the directory says otherwise',
    story(open, async (world) => {
      await syncCast(world);
      const said = { externalId: 'e-ana', name: 'Ana Ruiz' };
      await sync(world, { ...said, preferredName: 'Anita', pronouns: 'she/her', location: 'Paris' });
      const me = await world.as('ana').people.updateProfile({ preferredName: 'Anouk', pronouns: null });
      assert.equal(me.name, 'Anouk');
      assert.equal(me.pronouns, undefined);
      const result = await sync(world, {
        ...said,
        preferredName: 'Anita',
        pronouns: 'she/her',
        location: 'Lyon',
      });
      assert.equal(result.changed, 1);
      const after = await world.as('ben').people.get({ id: 'ana' });
      assert.deepEqual([after.name, after.pronouns, after.location], ['Anouk', undefined, 'Lyon']);
      await world.as('ana').people.setSkills({ skills: [{ skill: 'Chess', level: 'strong' }] });
      await world.as('ana').people.updateProfile({ languages: ['es'] });
      const skills = [{ skill: 'Go', level: 'learning' as const }];
      assert.equal((await sync(world, { ...said, skills, languages: ['de'] })).unchanged, 1);
      const kept = await world.as('ben').people.get({ id: 'ana' });
      assert.deepEqual([kept.skills?.map((skill) => skill.name), kept.languages], [['Chess'], ['es']]);
      await world.as('ana').people.updateProfile({ preferredName: null });
      assert.equal((await world.as('ben').people.get({ id: 'ana' })).name, 'Ana Ruiz');
    }),
  );

  test(
    'a field that is not a zone, a language or a profile field is refused by its name',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').people;
      for (const wrong of [
        { timeZone: 'Mars/Olympus' },
        { locale: 'spanish' },
        { preferredName: ' ' },
        { visibility: { name: 'me' } },
        { title: 'CEO' },
      ])
        // Inputs that a program without types could send.
        await assert.rejects(ana.updateProfile(wrong as never), refused('invalid', 'input.invalid'));
      assert.equal((await ana.updateProfile({ locale: 'pt-br' })).locale, 'pt-BR');
    }),
  );

  test(
    'the skills catalog grows by itself and knows a skill however it is typed',
    story(open, async (world) => {
      await syncCast(world);
      const skills = [
        { skill: 'Kubernetes', level: 'learning' as const },
        { skill: ' KUBERNETES', level: 'strong' as const, canHelp: true },
        { skill: 'C++', level: 'working' as const },
      ];
      const me = await world.as('ana').people.setSkills({ skills });
      assert.deepEqual(
        me.skills?.map(({ name, level, canHelp }) => [name, level, canHelp]),
        [
          ['Kubernetes', 'strong', true],
          ['C++', 'working', false],
        ],
      );
      await world.as('ben').people.setSkills({ skills: [{ skill: 'kubernétes', level: 'learning' }] });
      const all = await world.as('dana').people.skills();
      assert.deepEqual(
        all.items.map((skill) => skill.name),
        ['C++', 'Kubernetes'],
      );
      assert.equal((await world.as('dana').people.skills({ text: 'kuber' })).items.length, 1);
      assert.deepEqual((await world.as('ana').people.setSkills({ skills: [] })).skills, []);
    }),
  );

  test(
    'a change that not everyone may see is heard by its person alone',
    story(open, async (world) => {
      await syncCast(world);
      await world.as('ana').people.updateProfile({ visibility: { location: 'me' } });
      const stop = new AbortController();
      const after = await behindAll(world);
      const heard = world.as('dana').watch({ areas: ['people'], after, signal: stop.signal });
      await world.as('ana').people.updateProfile({ location: 'Lyon' });
      await world.as('ana').people.updateProfile({ locale: 'fr' });
      await world.as(systemActor).people.grantRole({ personId: 'ana', role: 'moderator' });
      await world.as('ana').people.updateProfile({ pronouns: 'she/her' });
      await world.as('ben').people.updateProfile({ pronouns: 'he/him' });
      const changes = await hearUntil(heard, (all) =>
        all.some((one) => 'ids' in one && one.ids.includes('ben')),
      );
      stop.abort();
      assert.deepEqual(
        changes.map((one) => ('ids' in one ? one.ids : [])),
        [['ana'], ['ben']],
      );
    }),
  );

  test(
    'people who have left keep their name and nothing else',
    story(open, async (world) => {
      await syncCast(world);
      await world.as('ana').people.updateProfile({ location: 'Lyon', pronouns: 'she/her' });
      await sync(world, { externalId: 'e-ana', name: 'Ana Ruiz', status: 'departed' });
      const gone = await world.as('ben').people.get({ id: 'ana' });
      assert.deepEqual(gone, {
        id: 'ana',
        name: 'Ana Ruiz',
        department: 'Support',
        teams: [],
        active: false,
      });
      await assert.rejects(world.as('ana').people.me(), refused('forbidden', 'actor.inactive'));
    }),
  );
}

function roleStories(test: Test, open: OpenWorld): void {
  test(
    'roles count from the next call on, once however often they are given',
    story(open, async (world) => {
      await syncCast(world);
      const jon = world.as('jon').people;
      const sending = { people: [{ externalId: 'e-new', name: 'Nia New' }] };
      await assert.rejects(world.as('ana').people.sync(sending), refused('forbidden', 'policy.refused'));
      for (const time of ['once', 'twice'])
        assert.deepEqual(
          await jon.grantRole({ personId: 'ana', role: 'peopleAdmin' }),
          { personId: 'ana', roles: ['peopleAdmin'] },
          time,
        );
      assert.deepEqual((await world.as('ana').people.me()).roles, ['peopleAdmin']);
      assert.equal((await world.as('ana').people.sync(sending)).created, 1);
      for (const time of ['once', 'twice'])
        assert.deepEqual(
          await jon.revokeRole({ personId: 'ana', role: 'peopleAdmin' }),
          { personId: 'ana', roles: [] },
          time,
        );
      await assert.rejects(world.as('ana').people.sync(sending), refused('forbidden', 'policy.refused'));
    }),
  );

  test(
    'a role with a scope is another role',
    story(open, async (world) => {
      await syncCast(world);
      const system = world.as(systemActor).people;
      const scoped = { personId: 'ana', role: 'moderator', scope: 'community:tea' } as const;
      assert.deepEqual((await system.grantRole(scoped)).roles, ['moderator']);
      assert.deepEqual((await world.as('ana').people.me()).roles, []);
      await system.grantRole({ personId: 'ana', role: 'moderator' });
      assert.deepEqual((await system.revokeRole(scoped)).roles, []);
      assert.deepEqual((await world.as('ana').people.me()).roles, ['moderator']);
    }),
  );

  test(
    'who may do what: only those with the role, and no role brings another',
    story(open, async (world) => {
      await syncCast(world);
      const system = world.as(systemActor).people;
      await system.grantRole({ personId: 'lea', role: 'peopleAdmin' });
      await system.grantRole({ personId: 'dana', role: 'hrAdmin' });
      const calls = {
        sync: (person: string) => world.as(person).people.sync({ people: [] }),
        import: (person: string) => world.as(person).people.import({ csv: 'id,name', dryRun: true }),
        setValues: (person: string) => world.as(person).people.setValues({ values: [] }),
        grantRole: (person: string) =>
          world.as(person).people.grantRole({ personId: 'ana', role: 'analyst' }),
        revokeRole: (person: string) =>
          world.as(person).people.revokeRole({ personId: 'ana', role: 'analyst' }),
      };
      const may: Record<keyof typeof calls, string[]> = {
        sync: ['lea', 'jon'],
        import: ['lea', 'jon'],
        setValues: ['dana', 'jon'],
        grantRole: ['jon'],
        revokeRole: ['jon'],
      };
      for (const [verb, call] of Object.entries(calls))
        for (const person of ['ana', 'max', 'lea', 'dana', 'jon'])
          if (may[verb as keyof typeof calls].includes(person))
            await call(person); // The keys of `calls`.
          else
            await assert.rejects(call(person), refused('forbidden', 'policy.refused'), `${person} ${verb}`);
    }),
  );

  test(
    'roles end with the departure and do not come back; nobody who left is given one',
    story(open, async (world) => {
      await syncCast(world);
      await sync(world, { externalId: 'e-jon', name: 'Jon Berg', status: 'departed' });
      const grant = { personId: 'jon', role: 'orgAdmin' } as const;
      await assert.rejects(
        world.as(systemActor).people.grantRole(grant),
        refused('conflict', 'person.inactive'),
      );
      await sync(world, { externalId: 'e-jon', name: 'Jon Berg', status: 'active' });
      assert.deepEqual((await world.as('jon').people.me()).roles, []);
      await assert.rejects(
        world.as(systemActor).people.grantRole({ ...grant, personId: 'nobody' }),
        refused('not_found', 'person.unknown'),
      );
    }),
  );
}

function valueStories(test: Test, open: OpenWorld): void {
  const namesOf = ({ items }: { items: { name: string }[] }) => items.map((value) => value.name);

  test(
    'values keep their order, and a renamed one keeps its kudos',
    story(open, async (world) => {
      await syncCast(world);
      const { id } = await world
        .as('ana')
        .recognition.give({ receivers: ['ben'], message: 'Thank you', values: ['help-first'] });
      const set = await world.as('jon').people.setValues({
        values: [
          { name: 'Be curious', description: 'We ask.' },
          { id: 'help-first', name: 'Help, then ask', description: '' },
          { id: 'own-it', name: 'Own it', description: '' },
        ],
      });
      assert.equal(set.items.length, 3);
      const listed = await world.as('ana').people.values();
      assert.deepEqual(namesOf(listed), ['Be curious', 'Help, then ask', 'Own it']);
      const { values } = await world.as('dana').recognition.get({ id });
      assert.deepEqual(values, [{ id: 'help-first', name: 'Help, then ask' }]);
    }),
  );

  test(
    'a value left out is retired, not lost, and comes back as the same',
    story(open, async (world) => {
      await syncCast(world);
      const { id } = await world
        .as('ana')
        .recognition.give({ receivers: ['ben'], message: 'Thank you', values: ['own-it'] });
      const jon = world.as('jon').people;
      const set = await jon.setValues({ values: [{ name: 'help FIRST', description: '' }] });
      assert.deepEqual(
        set.items.map((value) => [value.id, value.name, value.retired]),
        [
          ['help-first', 'help FIRST', false],
          ['own-it', 'Own it', true],
        ],
      );
      assert.deepEqual(namesOf(await world.as('ana').people.values()), ['help FIRST']);
      assert.deepEqual(namesOf({ items: (await world.as('ana').recognition.get({ id })).values }), [
        'Own it',
      ]);
      const again = await jon.setValues({ values: [{ name: 'Own it', description: 'Again.' }] });
      assert.deepEqual(
        again.items.map((value) => [value.id, value.retired]),
        [
          ['own-it', false],
          ['help-first', true],
        ],
      );
    }),
  );

  test(
    'two values of one name or one id are refused',
    story(open, async (world) => {
      await syncCast(world);
      const jon = world.as('jon').people;
      for (const values of [
        [{ name: 'Own it' }, { name: 'own  IT' }],
        [
          { id: 'own-it', name: 'One' },
          { id: 'own-it', name: 'Two' },
        ],
      ])
        await assert.rejects(jon.setValues({ values }), refused('invalid', 'value.duplicate'));
      assert.equal((await jon.values()).items.length, 2);
    }),
  );
}
