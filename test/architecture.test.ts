import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { operations, type Operation } from '@guildhall/core';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  file: string;
  from: string;
  typeOnly: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Files that ship: neither tests nor what only tests use. */
function shipped(folder: string): string[] {
  return filesUnder(folder).filter((file) => !/\.test\.ts$|\/test\/|\/test-[\w-]+\.ts$/.test(file));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...[...text.matchAll(IMPORT)].map(([, type, from = '']) => ({ file, from, typeOnly: Boolean(type) })),
    ...[...text.matchAll(DYNAMIC)].map(([, from = '']) => ({ file, from, typeOnly: false })),
  ];
}

function importsUnder(folder: string): Import[] {
  return shipped(folder).flatMap(importsOf);
}

function offending(imports: Import[], allowed: (one: Import) => boolean): string[] {
  return imports.filter((one) => !allowed(one)).map((one) => `${one.file} imports ${one.from}`);
}

test('core imports zod, by schema.ts alone, and nothing else', () => {
  const outside = importsUnder('packages/core/src').filter((one) => !one.from.startsWith('.'));
  const allowed = (one: Import) => one.from === 'zod' && one.file === 'packages/core/src/schema.ts';
  assert.deepEqual(offending(outside, allowed), []);
});

test('an area never imports the operations of another', () => {
  const imports = importsUnder('packages/core/src').filter((one) => /\/operations(\/|\.js$)/.test(one.from));
  const within = (one: Import) =>
    one.file === 'packages/core/src/operations.ts' ||
    one.from.startsWith('./') ||
    (one.from.startsWith('../') && !/^\.\.\/\w+\/operations/.test(one.from) && one.typeOnly);
  assert.deepEqual(offending(imports, within), []);
});

test('the remote client takes only types from the rest of core', () => {
  const small = ['./errors.js', './ids.js', './sha256.js', './wire.js'];
  const imports = importsOf('packages/core/src/connect.ts');
  assert.ok(imports.length > 3);
  assert.deepEqual(
    offending(imports, (one) => one.typeOnly || small.includes(one.from)),
    [],
  );
});

test('the store port knows nothing of what is stored', () => {
  const imports = [
    ...importsUnder('packages/core/src/store'),
    ...importsUnder('packages/core/src/conformance'),
  ];
  const allowed = (one: Import) =>
    one.from.startsWith('./') || /^\.\.\/(errors|store\/[\w-]+)\.js$/.test(one.from);
  assert.deepEqual(offending(imports, allowed), []);
});

test('the matching engine imports nothing but itself', () => {
  const imports = importsUnder('packages/core/src/matching');
  assert.ok(imports.length > 10);
  assert.deepEqual(
    offending(imports, (one) => one.from.startsWith('./')),
    [],
  );
});

test('the release engine imports nothing but itself', () => {
  const imports = importsUnder('packages/core/src/release');
  assert.ok(imports.length > 10);
  assert.deepEqual(
    offending(imports, (one) => one.from.startsWith('./')),
    [],
  );
});

test('elements import Lit, the remote client, and types of core; their worker the computations', () => {
  const imports = importsUnder('packages/elements/src').filter((one) => !one.from.startsWith('.'));
  const allowed = (one: Import) =>
    /^lit($|\/)|^@lit\/context$/.test(one.from) ||
    one.from === '@guildhall/core/connect' ||
    (one.from === '@guildhall/core' && one.typeOnly) ||
    (one.from === '@guildhall/core/compute' &&
      one.file === 'packages/elements/src/internal/match-worker.ts') ||
    // What the English writing hints know of wording: a chunk that comes when somebody writes.
    (['parse-english', 'retext-equality'].includes(one.from) &&
      one.file === 'packages/elements/src/feedback/english-library.ts');
  assert.deepEqual(offending(imports, allowed), []);
});

test('the server imports core’s entries, its drivers and Node', () => {
  const imports = importsUnder('packages/server/src').filter((one) => !one.from.startsWith('.'));
  const allowed = (one: Import) =>
    /^(@guildhall\/core(\/\w+)?|node:[\w/]+|libsql|pg|@hono\/node-server)$/.test(one.from);
  assert.deepEqual(offending(imports, allowed), []);
});

test('answers without names have one door: outside of their folder nobody sees a raw one', () => {
  const inside = 'packages/core/src/answers/';
  const offered = /\/answers\/(round|question|measures)\.js$/;
  const registered: Record<string, string> = {
    'packages/core/src/collections.ts': './answers/model.js',
    'packages/core/src/operations.ts': './answers/operations.js',
    'packages/core/src/job-kinds.ts': './answers/release-job.js',
  };
  const imports = importsUnder('packages/core/src').filter(
    (one) => !one.file.startsWith(inside) && /\/answers\//.test(one.from),
  );
  assert.ok(imports.length > 10);
  assert.deepEqual(
    offending(imports, (one) => offered.test(one.from) || registered[one.file] === one.from),
    [],
  );
});

test('a raw answer is opened for its writer, for drafts and for the release, and nowhere else', () => {
  const opens = shipped('packages/core/src').filter((file) =>
    /\bunseal\b/.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(opens.map((file) => file.replace('packages/core/src/answers/', '')).sort(), [
    'drafts.ts',
    'release-input.ts',
    'sealed.ts',
    'submit.ts',
  ]);
});

test('no shipped file is over 300 lines', () => {
  const long = ['core', 'elements', 'server']
    .flatMap((name) => shipped(`packages/${name}/src`))
    .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
  assert.deepEqual(long, []);
});

test('every operation says who may call it, and what it does', () => {
  const all = Object.entries<Record<string, Operation>>(operations).flatMap(([area, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ name: `${area}.${verb}`, operation })),
  );
  assert.ok(all.length > 20);
  for (const { name, operation } of all) {
    assert.equal(typeof operation.who?.allows, 'function', `${name} has no policy`);
    assert.ok(operation.who.name.length > 0, `${name}: the policy has no name`);
    assert.match(operation.summary, /^[A-Z].+\.$/, `${name} has no summary`);
  }
});
