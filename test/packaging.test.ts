import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rollup/parseAst';

const root = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = ['core', 'elements', 'server'] as const;

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  exports: Record<string, unknown>;
  files: string[];
}

let project: string;

/** An empty project with the packed tarballs, and beside them only what their manifests declare. */
before(() => {
  project = mkdtempSync(join(tmpdir(), 'guildhall-pack-'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }');
  for (const name of PACKAGES) {
    const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', project], {
      cwd: join(root, 'packages', name),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    const target = join(project, 'node_modules/@guildhall', name);
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', join(project, filename), '-C', target, '--strip-components=1']);
  }
  for (const dependency of new Set(
    PACKAGES.flatMap((name) => Object.keys(manifest(name).dependencies ?? {})),
  )) {
    if (dependency.startsWith('@guildhall/')) continue;
    const link = join(project, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', dependency), link);
  }
});

after(() => rmSync(project, { recursive: true, force: true }));

function manifest(name: string): Manifest {
  return JSON.parse(
    readFileSync(join(project, 'node_modules/@guildhall', name, 'package.json'), 'utf8'),
  ) as Manifest;
}

function packedFiles(name: string): string[] {
  return readdirSync(join(project, 'node_modules/@guildhall', name), { recursive: true, encoding: 'utf8' });
}

/** Runs a program in the project and returns what it prints. */
function run(program: string): string {
  const file = join(project, 'program.mjs');
  writeFileSync(file, program);
  return execFileSync(process.execPath, [file], { cwd: project, encoding: 'utf8' });
}

describe('the packed packages', () => {
  test('hold what is published and nothing else', () => {
    for (const name of PACKAGES) {
      const stray = packedFiles(name).filter((file) =>
        /\.test\.|(^|\/)src\/|tsbuildinfo|testing\//.test(file),
      );
      assert.deepEqual(stray, [], name);
      assert.ok(packedFiles(name).includes('LICENSE') || packedFiles(name).includes('package.json'));
    }
  });

  test('every entry imports under Node, the elements’ without a DOM too', () => {
    const entries = [
      '@guildhall/core',
      '@guildhall/core/compute',
      '@guildhall/core/connect',
      '@guildhall/core/conformance',
      '@guildhall/core/matching',
      '@guildhall/core/store',
      '@guildhall/server',
      '@guildhall/server/sqlite',
      '@guildhall/server/postgres',
      '@guildhall/elements',
    ];
    const declared = PACKAGES.flatMap((name) =>
      Object.keys(manifest(name).exports)
        .filter((entry) => !entry.includes('*') && !entry.endsWith('.json') && !entry.endsWith('.css'))
        .map((entry) => `@guildhall/${name}${entry.slice(1)}`),
    );
    assert.deepEqual([...declared].sort(), [...entries].sort());
    const program = entries.map(
      (entry) => `console.log('${entry}', Object.keys(await import('${entry}')).length > 0);`,
    );
    const printed = run(program.join('\n')).trim().split('\n');
    assert.deepEqual(
      printed,
      entries.map((entry) => `${entry} true`),
    );
  });

  test('the headless program of the README runs as it stands', () => {
    const printed = run(`
      import { createGuildhall, memoryStore, systemActor } from '@guildhall/core';
      const guildhall = createGuildhall({ store: memoryStore() });
      await guildhall.as(systemActor).people.sync({ people: [
        { id: 'ada', externalId: 'e-1', name: 'Ada Byron', email: 'ada@example.org', department: 'R&D', timeZone: 'Europe/London', locale: 'en' },
        { id: 'ben', externalId: 'e-2', name: 'Ben Okafor', email: 'ben@example.org', department: 'Sales', timeZone: 'Africa/Lagos', locale: 'en' } ] });
      await guildhall.as({ id: 'ada' }).recognition.give({ receivers: ['ben'], message: 'Thank you for the rollback guide', audience: 'public' });
      const { items, next } = await guildhall.as({ id: 'ben' }).recognition.list({ limit: 20 });
      console.log(items.length, items[0].message, next);`);
    assert.equal(printed, '1 Thank you for the rollback guide undefined\n');
  });

  test('types resolve for a strict consumer', () => {
    writeFileSync(
      join(project, 'consumer.ts'),
      `import { createGuildhall, memoryStore, type Kudos } from '@guildhall/core';
       import { connect } from '@guildhall/core/connect';
       import { KudosWall, define } from '@guildhall/elements';
       import { createHandler } from '@guildhall/server';
       import { sqliteStore } from '@guildhall/server/sqlite';
       define(KudosWall);
       const guildhall = createGuildhall({ store: memoryStore() });
       const { items } = await connect('/guild').recognition.list({ limit: 5 });
       export const first: Kudos | undefined = items[0];
       export const wall: KudosWall = document.createElement('kudos-wall');
       // @ts-expect-error -- a message is text
       await guildhall.as({ id: 'a' }).recognition.give({ receivers: ['b'], message: 5 });
       export const handler = createHandler(guildhall, { identify: () => ({ id: 'a' }), origins: [] });
       export { sqliteStore };`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const flags = [
      '--strict',
      '--noEmit',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--lib',
      'es2023,dom,dom.iterable',
    ];
    execFileSync(process.execPath, [tsc, ...flags, '--skipLibCheck', 'consumer.ts'], {
      cwd: project,
    });
  });
});

describe('what browsers load', () => {
  test('holds no schema library, no Node and no HTML strings', () => {
    const folder = join(project, 'node_modules/@guildhall/elements');
    const files = packedFiles('elements').filter((file) => file.endsWith('.js'));
    assert.ok(files.some((file) => file.startsWith('cdn')));
    for (const file of [...files.map((one) => join(folder, one)), join(folder, '../core/dist/connect.js')]) {
      const text = readFileSync(file, 'utf8');
      for (const word of [
        'ZodError',
        'ZodType',
        'from"node:',
        "from 'node:",
        'unsafeHTML',
        'eval(',
        'new Function',
      ])
        assert.ok(!text.includes(word), `${file} holds ${word}`);
    }
  });

  test('the one-piece script file stands alone', () => {
    const kinds = kindsIn(scriptFile('guildhall.all.js'));
    assert.ok(kinds.has('ClassDeclaration') || kinds.has('ClassExpression'));
    for (const kind of ['ImportDeclaration', 'ImportExpression', 'ExportAllDeclaration'])
      assert.equal(kinds.has(kind), false, kind);
  });

  test('a wall’s first card takes one small file, with the words of the wall and no others', () => {
    const wall = scriptFile('kudos-wall.js');
    assert.ok(!kindsIn(wall).has('ImportDeclaration'));
    assert.ok(brotliCompressSync(wall).length < 24_000, `${brotliCompressSync(wall).length} bytes`);
    assert.match(wall, /Nobody has been thanked here yet/);
    for (const late of [
      'Who helped you this week',
      'You cannot thank yourself',
      'Points to give',
      'Dank im Haus',
    ])
      assert.ok(!wall.includes(late), late);
  });

  test('a language comes by area', () => {
    const german = packedFiles('elements')
      .filter((file) => /^cdn\/chunks\/de-.*\.js$/.test(file))
      .map((file) => scriptFile(file.slice('cdn/'.length)));
    const [wall = '', ...same] = german.filter((text) => text.includes('Dank im Haus'));
    assert.equal(same.length, 1, 'one for guildhall.js, one for kudos-wall.js');
    assert.ok(brotliCompressSync(wall).length < 2_000, `${brotliCompressSync(wall).length} bytes`);
    assert.ok(german.length > 30);
  });
});

/** A file for a script tag, as it is published. */
function scriptFile(name: string): string {
  return readFileSync(join(project, 'node_modules/@guildhall/elements/cdn', name), 'utf8');
}

/** The kinds of syntax in a script. What it says in words may look like an import: only a parser can tell. */
function kindsIn(script: string): Set<string> {
  const kinds = new Set<string>();
  JSON.stringify(parseAst(script), (key, value: unknown) => {
    if (key === 'type' && typeof value === 'string') kinds.add(value);
    return typeof value === 'bigint' ? value.toString() : value;
  });
  return kinds;
}
