import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { systemActor } from '@guildhall/core';
import { refused } from './refused.js';
import { story, syncCast, type OpenWorld, type Test, type World } from './world.js';

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
}

type ImportOptions = { dryRun?: boolean; complete?: boolean };

function importing(world: World, csv: string, options: ImportOptions = {}) {
  return world.as(systemActor).people.import({ csv, ...options });
}

async function names(world: World): Promise<string[]> {
  return (await world.as(systemActor).people.search({ limit: 100 })).items.map((person) => person.name);
}

/** Stories of importing the directory from a file. */
export function importStories(test: Test, open: OpenWorld): void {
  test(
    'a file of a human resources system is imported as it is; again changes nothing',
    story(open, async (world) => {
      const csv = fixture('ibm-hr-excerpt.csv');
      const first = await importing(world, csv);
      assert.deepEqual(first, {
        dryRun: false,
        written: true,
        created: 12,
        changed: 0,
        unchanged: 0,
        departed: 0,
        errors: [],
        errorCount: 0,
        ignoredColumns: ['BusinessTravel', 'Attrition'],
      });
      const again = await importing(world, csv);
      assert.deepEqual([again.created, again.changed, again.unchanged], [0, 0, 12]);
      const found = await world.as(systemActor).people.search({ text: 'ostby sales manager' });
      assert.deepEqual(
        found.items.map(({ name, title, department }) => [name, title, department]),
        [['Dag Østby', 'Manager', 'Sales']],
      );
      const units = await world.as(systemActor).people.units({ kind: 'department' });
      assert.equal(units.items.length, 3);
    }),
  );

  test(
    'a published organogram shows its placeholder ids and its missing posts, and nothing is written',
    story(open, async (world) => {
      const csv = fixture('organogram-excerpt.csv');
      const result = await importing(world, csv);
      assert.equal(result.written, false);
      assert.deepEqual(
        result.errors.map(({ line, field, column }) => [line, field, column]),
        [
          [7, 'managerExternalId', 'Reports to Senior Post'],
          [9, 'externalId', 'Post Unique Reference'],
          [10, 'externalId', 'Post Unique Reference'],
          [11, 'managerExternalId', 'Reports to Senior Post'],
        ],
      );
      assert.match(result.errors[1]?.cause ?? '', /line 8/);
      assert.ok(result.ignoredColumns.includes('column 11'));
      assert.deepEqual(await names(world), []);
      const mended = csv
        .split('\r\n')
        .filter((line) => !line.startsWith('0,'))
        .join('\r\n')
        .replace(',XX,', ',,')
        .replace(',38,', ',1,');
      assert.equal((await importing(world, mended)).created, 7);
    }),
  );

  test(
    'German headers, semicolons, quoted lines and Excel’s first line are understood',
    story(open, async (world) => {
      const csv = [
        '\uFEFFsep=;',
        'Personalnummer;Vorname;Nachname;E-Mail;Abteilung;Vorgesetzte;Teams;Kenntnisse;Sprachen;Aktiv',
        '1;Jörg;Weiß;joerg@example.org;"Forschung\r\nund Lehre";;"Labor; Ausbau";Statik:strong|Moderation;Deutsch, Englisch;ja',
        '2;Ute;Öz;;Forschung und Lehre;1;Labor;;Türkisch;ja',
        '3;Kai;Alt;;;;;;;nein',
        '',
      ].join('\r\n');
      const result = await importing(world, csv);
      assert.deepEqual(result.errors, []);
      assert.deepEqual([result.created, result.ignoredColumns], [3, []]);
      const [ute] = (await world.as(systemActor).people.search({ text: 'oz' })).items;
      assert.deepEqual(
        [ute?.manager?.name, ute?.languages, ute?.teams[0]?.name],
        ['Jörg Weiß', ['tr'], 'Labor'],
      );
      assert.equal((await world.as(systemActor).people.units({ kind: 'department' })).items.length, 1);
      const [jorg] = (await world.as(systemActor).people.search({ text: 'weiss' })).items;
      assert.deepEqual(
        jorg?.skills?.map(({ name, level }) => [name, level]),
        [
          ['Statik', 'strong'],
          ['Moderation', 'working'],
        ],
      );
      assert.deepEqual(await names(world), ['Jörg Weiß', 'Ute Öz']);
    }),
  );

  test(
    'every error is told with its line in the file, and none of the file is taken',
    story(open, async (world) => {
      await syncCast(world);
      const csv = [
        'id,name,email,manager,time zone,skills',
        'n1,Nia New,nia@example.org,,,',
        'n2,,not a mail,,,',
        'n3,"Two\nlines",,n2,Mars/Olympus,',
        'n4,Short',
        'n5,Eve,,nobody,,Chess:grandmaster',
        'n1,Again,,,,',
        'n6,Fine,,n7,,',
        'n7,Ring,,n6,,',
        'n8,Of a broken row,,n2,,',
      ].join('\n');
      const result = await importing(world, csv);
      assert.deepEqual(
        result.errors.map(({ line, field }) => `${line} ${field}`),
        ['3 name', '3 email', '4 timeZone', '6 undefined', '7 skills', '8 externalId', '9 managerExternalId'],
      );
      assert.deepEqual([result.errorCount, result.created, result.written], [7, 0, false]);
      assert.equal((await names(world)).includes('Nia New'), false);
    }),
  );

  test(
    'a file without the needed columns, a broken one and an empty one say so in few words',
    story(open, async (world) => {
      const causes = async (csv: string) => (await importing(world, csv)).errors.map(({ line }) => line);
      assert.deepEqual(await causes('shoe size\n44'), [1, 1]);
      assert.deepEqual(await causes(''), [1, 1]);
      assert.deepEqual(await causes('id,name\n1,"Ana\n2,Ben\n'), [2]);
      assert.deepEqual(await causes('id,name,manager\n1,Ana,2\n2,"Ben,\n'), [3], 'Ben may be there');
      assert.deepEqual(await causes('id,name\n1,M\uFFFDller\n'), [2]);
      const many = Array.from({ length: 300 }, (_, n) => `${n},`).join('\n');
      const result = await importing(world, `id,name\n${many}`);
      assert.deepEqual([result.errors.length, result.errorCount], [200, 300]);
    }),
  );

  test(
    'a dry run tells what would change and changes nothing',
    story(open, async (world) => {
      await syncCast(world);
      const before = await names(world);
      const csv =
        'id,name,department,status\ne-ana,Ana Maria Ruiz,Brand new,\nn1,Nia New,,\ne-ben,Ben Okafor,Support,left';
      const dry = await importing(world, csv, { dryRun: true });
      assert.deepEqual(
        [dry.dryRun, dry.written, dry.created, dry.changed, dry.departed],
        [true, false, 1, 1, 1],
      );
      assert.deepEqual(await names(world), before);
      assert.equal(
        (await world.as('ana').people.units({ kind: 'department', text: 'brand' })).items.length,
        0,
      );
      const done = await importing(world, csv);
      assert.deepEqual([done.written, done.created, done.changed, done.departed], [true, 1, 1, 1]);
      assert.ok((await names(world)).includes('Ana Maria Ruiz'));
    }),
  );

  test(
    'a long file is taken in steps and answers as a short one does',
    story(open, async (world) => {
      const rows = (count: number, title: string) =>
        Array.from({ length: count }, (_, n) => `${n},P ${n},${title},${n > 0 ? Math.floor(n / 10) : ''}`);
      const file = (count: number, title: string) =>
        ['id,name,title,manager', ...rows(count, title)].join('\n');
      const first = await importing(world, file(520, 'Cook'));
      assert.deepEqual([first.created, first.written, first.errorCount], [520, true, 0]);
      const again = await importing(world, file(520, 'Cook'));
      assert.deepEqual([again.created, again.changed, again.unchanged], [0, 0, 520]);
      const ring = await importing(world, file(520, 'Baker').replace('\n0,P 0,Baker,', '\n0,P 0,Baker,519'));
      assert.deepEqual([ring.written, ring.errors[0]?.field], [false, 'managerExternalId']);
      const fewer = await importing(world, file(505, 'Smith'), { complete: true });
      assert.deepEqual([fewer.changed, fewer.departed], [505, 15]);
      const titles = (await world.as(systemActor).people.search({ limit: 100 })).items.map(
        ({ title }) => title,
      );
      assert.deepEqual([...new Set(titles)], ['Smith']);
      const [last] = (await world.as(systemActor).people.search({ text: 'P 504' })).items;
      assert.deepEqual([last?.name, last?.manager?.name], ['P 504', 'P 50']);
    }),
  );

  test(
    'a complete file is refused when most would go, unless it is wrong anyway',
    story(open, async (world) => {
      const rows = (count: number) => Array.from({ length: count }, (_, n) => `${n},Person ${n}`).join('\n');
      await importing(world, `id,name\n${rows(50)}`);
      await assert.rejects(
        importing(world, `id,name\n${rows(20)}`, { complete: true }),
        refused('conflict', 'people.tooManyDepartures'),
      );
      const broken = await importing(world, `id,name\n${rows(20)}\n"99,Open`, { complete: true });
      assert.deepEqual([broken.errorCount, broken.written], [1, false]);
      assert.equal((await importing(world, `id,name\n${rows(30)}`, { complete: true })).departed, 20);
    }),
  );
}
