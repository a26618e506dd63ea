import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runCommandLine } from './cli/main.js';
import { openWorkplace, type Workplace } from './test/command-line.js';
import { json, sendTo, until } from './test/house.js';
import { openStream, resync } from './test/stream.js';

const DIRECTORY = 'id,guildhall id,name,email\n1,ada,Ada,ada@org.example\n2,ben,Zoë,zoe@org.example\n';
const IDENTIFY = `export const identify = (request) => {
  const id = request.headers.get('x-user');
  return id ? { id } : null;
};\n`;

let work: Workplace;
before(async () => {
  work = await openWorkplace();
  await writeFile(join(work.folder, 'people.csv'), DIRECTORY);
  await writeFile(join(work.folder, 'identify.mjs'), IDENTIFY);
});
after(() => work.close());

const me = (port: number, headers: Record<string, string>) =>
  sendTo(port, {
    method: 'POST',
    path: '/guild/people.me',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });

/** Runs in this process: for what opens nothing. */
async function inside(
  args: string[],
  env = {},
): Promise<{ code: number | undefined; out: string; error: string }> {
  const said = { out: '', error: '' };
  const code = await runCommandLine(args, {
    out: (line) => (said.out += `${line}\n`),
    error: (line) => (said.error += `${line}\n`),
    env,
  });
  return { code, ...said };
}

describe('the command line', () => {
  test('helps', async () => {
    assert.equal((await work.run(['--help'])).out, (await inside(['--help'])).out, 'as a program too');
    for (const args of [[], ['--help'], ['help']]) {
      const { code, out } = await inside(args);
      assert.equal(code, 0);
      assert.match(out, /serve .*\n.*import .*\n.*grant .*\n.*schema/);
    }
    for (const name of ['serve', 'import', 'grant', 'schema']) {
      const { code, out } = await inside([name, '--help']);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^guildhall ${name} `));
    }
  });

  test('refuses what it does not know, with a hint', async () => {
    const csv = join(work.folder, 'people.csv');
    const refusals: [string[], RegExp][] = [
      [['srve'], /There is no command srve\. Did you mean serve\?/],
      [['constructor'], /There is no command constructor\. See/],
      [['serve', '--prot', '1'], /There is no flag --prot\. Did you mean --port\?/],
      [['serve', '--constructor'], /There is no flag --constructor\. See/],
      [['serve', '-p', '1'], /There is no flag -p\./],
      [['serve', '--dev=yes'], /--dev takes no value/],
      [['serve', '--port'], /--port needs a value/],
      [['serve', '--file', '--dev'], /--file needs a value/],
      [['serve', '--port', '99999', '--dev'], /from 0 to 65535, not 99999/],
      [['serve', 'here', '--dev'], /takes flags only, not here/],
      [['serve', '--static', 'nowhere', '--dev'], /nowhere is not a folder/],
      [['import'], /Name the file/],
      [['import', 'a.csv', 'b.csv'], /takes one file, not b\.csv too/],
      [['import', 'nowhere.csv'], /There is no file nowhere\.csv/],
      [['import', csv, '--delimiter', 'x'], /--delimiter takes/],
      [['import', csv, '--encoding', 'utf-9'], /There is no encoding utf-9/],
      [['schema', '--postgress'], /Did you mean --postgres\?/],
    ];
    for (const [args, message] of refusals) {
      const { code, error, out } = await inside(args);
      assert.match(error, message);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.doesNotMatch(error, /\n\s+at /, 'no stack');
    }
    assert.equal(existsSync('guildhall.db'), false, 'nothing was opened');
  });

  test('prints the schema', async () => {
    const sqlite = await inside(['schema']);
    assert.equal(sqlite.code, 0);
    assert.match(sqlite.out, /CREATE TABLE.*people/);
    const postgres = await inside(['schema', '--postgres']);
    assert.equal(postgres.code, 0, postgres.error);
    assert.match(postgres.out, /CREATE TABLE.*people/);
    assert.match(postgres.out, /xid8/);
    assert.doesNotMatch(sqlite.out, /xid8/);
  });
});

describe('serve refuses to start', () => {
  const file = (name: string) => join(work.folder, name);
  let identity: string;
  before(() => void (identity = file('identify.mjs')));
  const refuses = async (args: string[], code: number, message: RegExp, env = {}) => {
    const ended = await inside(['serve', ...args], env);
    assert.match(ended.error, message);
    assert.equal(ended.code, code);
    assert.doesNotMatch(ended.error, /\n\s+at /, 'no stack');
  };

  test('without knowing who people are', async () => {
    await refuses([], 2, /Say who people are: --identity .* --dev/);
    await refuses(['--dev', '--identity', identity], 2, /exclude each other/);
    await refuses(['--identity', 'nowhere.mjs'], 2, /nowhere\.mjs could not be loaded/);
    await writeFile(join(work.folder, 'empty.mjs'), 'export const identity = 1;');
    await refuses(['--identity', join(work.folder, 'empty.mjs')], 2, /does not export identify/);
  });

  test('in development where others could reach it, or in production', async () => {
    await refuses(['--dev', '--host', '0.0.0.0'], 1, /listens on 127\.0\.0\.1 only, not on 0\.0\.0\.0/);
    await refuses(['--dev'], 1, /NODE_ENV=production/, { NODE_ENV: 'production' });
  });

  test('with an origin that is not one', async () => {
    const origins = ['--origin', 'https://fine.example', '--origin', 'https://x.example/'];
    await refuses(
      ['--dev', '--file', file('origin.db'), ...origins],
      1,
      /is not an origin.*Did you mean https:\/\/x\.example\?/,
    );
    assert.equal(existsSync(file('origin.db')), false, 'nothing was opened');
  });

  test('on a port that is taken, and says which', async (t) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    t.after(() => other.close());
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const message = new RegExp(
      `^Port ${port} of 127\\.0\\.0\\.1 is taken\\. Choose another one with --port\\.\n$`,
    );
    await refuses(['--dev', '--file', file('taken.db'), '--port', port], 1, message);
    await refuses(
      ['--dev', '--file', file('taken.db'), '--host', '127.0.0.300'],
      1,
      /listens on 127\.0\.0\.1 only|no address/,
    );
  });

  test('in production with a database of development, and the other way round', async () => {
    const dev = await work.serve(['--dev', '--file', 'dev.db']);
    dev.kill('SIGTERM');
    assert.equal(await dev.ended, 0);
    await refuses(['--identity', identity, '--file', file('dev.db')], 1, /was used in development/);
    const production = await work.serve(['--identity', 'identify.mjs', '--file', 'production.db']);
    production.kill('SIGTERM');
    await production.ended;
    await refuses(['--dev', '--file', file('production.db')], 1, /was used outside of development/);
    assert.equal((await work.run(['import', 'people.csv', '--file', 'imported.db'])).code, 0);
    await refuses(['--dev', '--file', file('imported.db')], 1, /has people and was not begun in development/);
  });
});

describe('serve', () => {
  test('serves the API to those whom the host knows, and files', async () => {
    await mkdir(join(work.folder, 'site'), { recursive: true });
    await writeFile(join(work.folder, 'site', 'index.html'), '<h1>Hall</h1>');
    assert.equal((await work.run(['import', 'people.csv', '--file', 'site.db'])).code, 0);
    const server = await work.serve([
      ...['--identity', './identify.mjs', '--file', 'site.db', '--static', 'site'],
      ...['--origin', 'https://intra.example'],
    ]);
    const ada = await me(server.port, { 'x-user': 'ada', origin: 'https://intra.example' });
    assert.deepEqual([ada.status, json(ada)['name']], [200, 'Ada']);
    assert.equal(ada.headers['access-control-allow-origin'], 'https://intra.example');
    assert.equal(ada.headers['x-guildhall-dev'], undefined);
    assert.equal((await me(server.port, { 'x-user': 'mallory' })).status, 401);
    assert.equal((await sendTo(server.port, { path: '/' })).text, '<h1>Hall</h1>');
    assert.equal((await sendTo(server.port, { path: '/site.db' })).status, 404);
    assert.equal((await sendTo(server.port, { path: '/guildhall/guildhall.js' })).status, 404);
    server.kill('SIGINT');
    assert.equal(await server.ended, 0);
  });

  test('hears of what is imported beside it', async () => {
    const server = await work.serve(['--dev', '--file', 'beside.db']);
    await until(() => server.out().includes('nothing here proves anything'), 'it warns');
    assert.equal((await me(server.port, { 'x-guildhall-person': 'ada' })).status, 401);
    const imported = await work.run(['import', 'people.csv', '--file', 'beside.db']);
    assert.deepEqual(
      [imported.code, imported.out],
      [0, 'people.csv: 2 created, 0 changed, 0 unchanged, 0 departed.\n'],
    );
    const ada = await me(server.port, { 'x-guildhall-person': 'ada' });
    assert.deepEqual([ada.status, json(ada)['development']], [200, true]);
    const units = () =>
      sendTo(server.port, { path: '/guild/recognition.list', headers: { 'x-guildhall-person': 'ada' } });
    assert.equal((await units()).status, 200);
    await writeFile(join(work.folder, 'left.csv'), 'id,name,status\n1,Ada,departed\n');
    assert.equal((await work.run(['import', 'left.csv', '--file', 'beside.db'])).code, 0);
    await until(async () => (await units()).status === 403, 'the server knows that Ada has left');
    server.kill('SIGTERM');
    assert.equal(await server.ended, 0);
    assert.equal(server.error(), '');
  });

  test('closes cleanly on SIGTERM: streams hear of it and nothing is left open', async () => {
    await work.run(['import', 'people.csv', '--file', 'close.db']);
    const server = await work.serve(['--identity', 'identify.mjs', '--file', 'close.db']);
    const stream = await openStream(server.port, '', '', { 'x-user': 'ada' });
    await stream.take(resync, 'the stream begins');
    server.kill('SIGTERM');
    assert.equal(await server.ended, 0);
    await until(() => stream.ended(), 'the stream has ended');
    assert.equal(stream.blocks.at(-1)?.['comment'], 'the server is closing');
    assert.equal(existsSync(join(work.folder, 'close.db-wal')), false, 'the database was closed');
    assert.equal(server.error(), '');
  });
});
