import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { collections, createGuildhall, systemActor } from '@guildhall/core';
import { sqliteStore } from '../stores/sqlite.js';
import { runCommandLine } from './main.js';

let folder: string;
let file: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-grant-'));
  file = join(folder, 'grant.db');
  const guildhall = createGuildhall({ store: sqliteStore({ file, collections }) });
  await guildhall.prepare();
  const people = ['Jon Berg', 'Jon Bergman', 'Ana Ruiz'].map((name, at) => ({
    id: `p${at}`,
    externalId: `e${at}`,
    name,
  }));
  await guildhall.as(systemActor).people.sync({ people });
  await guildhall.close();
});
after(() => rm(folder, { recursive: true, force: true }));

/** What the command line ends with, and says. */
async function grant(...args: string[]) {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const code = await runCommandLine(['grant', ...args, '--file', file], { env: {}, out: say, error: say });
  return { code, said: said.join('\n') };
}

test('by name and by id, and back', async () => {
  assert.deepEqual(await grant('Ana Ruiz', 'orgAdmin'), { code: 0, said: 'Ana Ruiz (p2) holds: orgAdmin.' });
  assert.deepEqual(await grant('p2', 'moderator'), {
    code: 0,
    said: 'Ana Ruiz (p2) holds: moderator, orgAdmin.',
  });
  assert.match((await grant('p2', 'moderator', '--revoke')).said, /holds: orgAdmin\.$/);
});

test('refuses what is unclear, and says what to do', async () => {
  const several = await grant('Jon', 'orgAdmin');
  assert.equal(several.code, 2);
  assert.match(several.said, /Several people fit.*\n {2}p0 {2}Jon Berg\n {2}p1 {2}Jon Bergman/);
  assert.match((await grant('Zoe', 'orgAdmin')).said, /Nobody is called Zoe/);
  assert.match((await grant('p2', 'king')).said, /Name a person and a role/);
});
