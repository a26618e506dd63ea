import assert from 'node:assert/strict';
import { systemActor, type DirectoryPerson, type Profile } from '@guildhall/core';
import { story, syncCast, type OpenWorld, type Test, type World } from './world.js';

const nameOf = (person: { name: string }) => person.name;

async function addPeople(world: World, ...people: Partial<DirectoryPerson>[]): Promise<void> {
  await world.as(systemActor).people.sync({
    people: people.map((person, at) => ({
      externalId: person.externalId ?? `s-${at}`,
      name: 'Nobody',
      ...person,
    })),
  });
}

async function find(world: World, text: string): Promise<string[]> {
  return (await world.as('dana').people.search({ text })).items.map(nameOf);
}

async function skillId(world: World, text: string): Promise<string> {
  const { items } = await world.as('dana').people.skills({ text });
  return items[0]?.id ?? 'none';
}

/** Stories of finding people. */
export function searchStories(test: Test, open: OpenWorld): void {
  test(
    'a name is found by its beginning, without accents, with a typo, and in any script',
    story(open, async (world) => {
      await syncCast(world);
      const names = [
        'Øyvind Łukasz',
        'Strauß Müller',
        '田中 健太',
        '김서연',
        'Αθανάσιος Παππάς',
        'Ольга Иванова',
      ];
      const more = ['יעל כהן', 'محمد الأحمد', 'नेहा शर्मा', 'สมชาย ใจดี', 'Անահիտ Պետրոսյան', 'ქეთევან მელაძე'];
      await addPeople(world, ...[...names, ...more].map((name) => ({ name })));
      for (const [text, name] of [
        ['moreau', 'Léa Moreau'],
        ['LEA', 'Léa Moreau'],
        ['morau', 'Léa Moreau'],
        ['moerau', 'Léa Moreau'],
        ['ruiz an', 'Ana Ruiz'],
        ['oyvind', 'Øyvind Łukasz'],
        ['lukas', 'Øyvind Łukasz'],
        ['strauss muller', 'Strauß Müller'],
        ['健太', '田中 健太'],
        ['김서', '김서연'],
        ['서연', '김서연'],
        ['αθανασιος', 'Αθανάσιος Παππάς'],
        ['иванва', 'Ольга Иванова'],
        ['כהן', 'יעל כהן'],
        ['الاحمد', 'محمد الأحمد'],
        ['शर्मा', 'नेहा शर्मा'],
        ['ใจดี', 'สมชาย ใจดี'],
        ['պետրոսյան', 'Անահիտ Պետրոսյան'],
        ['მელაძე', 'ქეთევან მელაძე'],
      ] as const)
        assert.equal((await find(world, text))[0], name, text);
      assert.deepEqual(await find(world, 'xyzzy'), []);
      assert.deepEqual(await find(world, '!?'), []);
    }),
  );

  test(
    'Kubernetes, speaks Spanish: people who can are found and ranked',
    story(open, async (world) => {
      const kubernetes = { skill: 'Kubernetes', level: 'strong' as const };
      await syncCast(world);
      await addPeople(
        world,
        { name: 'Marisol Vega', languages: ['es-MX', 'en'], skills: [kubernetes] },
        { name: 'Wen Zhang', languages: ['zh', 'en'], skills: [kubernetes] },
        { name: 'Inés Gil', languages: ['es'], title: 'Accountant' },
        { name: 'Kubera Singh', languages: ['es'] },
        { name: 'Gone Garcia', languages: ['es'], skills: [kubernetes], status: 'departed' },
      );
      const search = async (input: { text?: string; language?: string; skill?: string }) =>
        (await world.as('dana').people.search(input)).items.map(nameOf);
      assert.deepEqual(await search({ text: 'Kubernetes', language: 'es' }), ['Marisol Vega']);
      assert.deepEqual(await search({ text: 'kubernets spanish' }), ['Marisol Vega']);
      assert.deepEqual(await search({ text: 'kubernetes español' }), ['Marisol Vega']);
      assert.deepEqual(await search({ skill: await skillId(world, 'kubernetes'), language: 'es' }), [
        'Marisol Vega',
      ]);
      assert.deepEqual(await search({ language: 'es-MX' }), ['Marisol Vega']);
      assert.deepEqual(await search({ language: 'es' }), ['Inés Gil', 'Kubera Singh', 'Marisol Vega']);
      assert.deepEqual(await search({ text: 'kuber', language: 'es' }), ['Kubera Singh', 'Marisol Vega']);
    }),
  );

  test(
    'titles, units and places find people too, and a name ranks before them',
    story(open, async (world) => {
      await syncCast(world);
      await addPeople(
        world,
        { name: 'Rome Berger', title: 'Baker' },
        { name: 'Tom Baker', location: 'Rome' },
        { name: 'Ulla Falk', department: 'Bakery', teams: ['Rome shift'] },
      );
      assert.deepEqual((await find(world, 'baker')).slice(0, 2), ['Tom Baker', 'Rome Berger']);
      assert.equal((await find(world, 'baker')).length, 3);
      assert.equal((await find(world, 'rome'))[0], 'Rome Berger');
      assert.equal((await find(world, 'rome')).length, 3);
      assert.deepEqual(await find(world, 'bakery shift'), ['Ulla Falk']);
    }),
  );

  test(
    'what not everyone may see finds nobody, however the question is put',
    story(open, async (world) => {
      await syncCast(world);
      const ben = world.as('ben').people;
      await ben.updateProfile({ location: 'Zanzibar', languages: ['sw'], preferredName: 'Benji Okafor' });
      await ben.setSkills({ skills: [{ skill: 'Falconry', level: 'strong' }] });
      const skill = await skillId(world, 'falconry');
      const questions = [
        { text: 'zanzibar' },
        { text: 'swahili' },
        { text: 'falconry' },
        { skill },
        { language: 'sw' },
      ];
      const found = async (viewer: string) => {
        const pages = await Promise.all(
          questions.map((question) => world.as(viewer).people.search(question)),
        );
        return pages.map((page) => page.items.length);
      };
      assert.deepEqual(await found('dana'), [1, 1, 1, 1, 1]);
      for (const hidden of ['team', 'me'] as const) {
        await ben.updateProfile({ visibility: { location: hidden, languages: hidden, skills: hidden } });
        for (const viewer of ['dana', 'ana', 'ben'])
          assert.deepEqual(await found(viewer), [0, 0, 0, 0, 0], viewer);
      }
      assert.deepEqual(await find(world, 'benji'), ['Benji Okafor']);
      assert.deepEqual(await find(world, 'ben'), ['Benji Okafor']);
      assert.deepEqual(await find(world, 'okafor ben'), ['Benji Okafor']);
      await ben.updateProfile({ preferredName: 'Bo Okafor' });
      assert.deepEqual(await find(world, 'ben'), [], 'the former name finds nobody');
      const asTeammate = await world.as('ana').people.search({ text: 'okafor' });
      assert.deepEqual(asTeammate.items[0]?.languages, undefined);
      await ben.updateProfile({ visibility: { languages: 'team' } });
      const again = await world.as('ana').people.search({ text: 'okafor' });
      assert.deepEqual(again.items[0]?.languages, ['sw'], 'a result shows what its reader may see');
    }),
  );

  test(
    'only active people are found, and by name when nothing is asked',
    story(open, async (world) => {
      await syncCast(world);
      const all = (await world.as('dana').people.search()).items.map(nameOf);
      const sorted = [
        'Ana Ruiz',
        'Ben Okafor',
        'Chidi Eze',
        'Dana Whitfield',
        'Jon Berg',
        'Léa Moreau',
        'Max Moll',
      ];
      assert.deepEqual(all, sorted);
      await addPeople(
        world,
        { externalId: 'e-ana', name: 'Ana Ruiz', status: 'suspended' },
        { externalId: 'e-ben', name: 'Ben Okafor', status: 'departed' },
      );
      assert.deepEqual(
        (await world.as('dana').people.search({ text: ' ' })).items.map(nameOf),
        sorted.slice(2),
      );
      for (const text of ['ana', 'okafor']) assert.deepEqual(await find(world, text), [], text);
      await addPeople(world, { externalId: 'e-ana', name: 'Ana Ruiz', status: 'active' });
      assert.deepEqual(await find(world, 'ana'), ['Ana Ruiz']);
    }),
  );

  test(
    'filters meet in full pages, whoever joins meanwhile',
    story(open, async (world) => {
      await syncCast(world);
      const person = (n: number) => ({
        externalId: `p-${n}`,
        name: `Pat ${String(n).padStart(3, '0')}`,
        teams: [n % 2 ? 'Odd' : 'Even'],
        department: n % 3 ? 'North' : 'South',
        languages: n % 5 ? ['en'] : ['es-MX'],
      });
      await addPeople(world, ...Array.from({ length: 120 }, (_, n) => person(n)));
      const dana = world.as('dana').people;
      const [team, department] = await Promise.all([
        dana.units({ kind: 'team', text: 'odd' }),
        dana.units({ kind: 'department', text: 'south' }),
      ]);
      const filters = { team: team.items[0]?.id, department: department.items[0]?.id };
      for (const question of [{}, { text: 'pat' }]) {
        const pages: Profile[][] = [];
        let after: string | undefined;
        do {
          const page = await dana.search({ ...question, ...filters, limit: 6, after });
          pages.push(page.items);
          after = page.next;
          if (pages.length === 1)
            await addPeople(world, { ...person(0), externalId: `p-${question.text}`, teams: ['Odd'] });
        } while (after !== undefined);
        const expected = Array.from({ length: 120 }, (_, n) => n).filter((n) => n % 2 && n % 3 === 0);
        const read = pages
          .flat()
          .map(nameOf)
          .filter((name) => name !== 'Pat 000')
          .sort();
        assert.deepEqual(
          read,
          expected.map((n) => person(n).name),
        );
        assert.deepEqual([pages.length, pages[0]?.length, pages[1]?.length], [4, 6, 6]);
      }
      const speakers = await dana.search({ ...filters, language: 'es', limit: 100 });
      assert.equal(speakers.items.length, 6, 'four of the many and the two who joined');
    }),
  );

  test(
    'units are listed by kind and found by text',
    story(open, async (world) => {
      await syncCast(world);
      const dana = world.as('dana').people;
      const teams = await dana.units({ kind: 'team', limit: 1 });
      assert.deepEqual(teams.items.map(nameOf), ['Front desk']);
      const rest = await dana.units({ kind: 'team', after: teams.next });
      assert.deepEqual([rest.items.map(nameOf), rest.next], [['Rollback'], undefined]);
      assert.deepEqual((await dana.units({ kind: 'department' })).items.map(nameOf), [
        'Engineering',
        'Operations',
        'Support',
      ]);
      assert.deepEqual((await dana.units({ kind: 'department', text: 'suport' })).items.map(nameOf), [
        'Support',
      ]);
      assert.deepEqual((await dana.units({ kind: 'team', text: 'support' })).items, []);
    }),
  );
}
