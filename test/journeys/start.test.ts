import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = await mkdtemp(join(tmpdir(), 'guildhall-start-'));
after(() => rm(data, { recursive: true, force: true }));

/** Runs the script as `npm start` does; tells what it says, its address, and its end. */
function start(t: TestContext, ...args: string[]) {
  // What was built at the beginning of the tests: other tests read it now.
  const all = ['scripts/start.mjs', '--no-build', '--data', data, ...args];
  const child = spawn(process.execPath, all, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  let output = '';
  const ended = once(child, 'close').then(([code]) => ({ output, code: Number(code) }));
  const streams = [child.stdout, child.stderr];
  for (const stream of streams) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  /** Resolves to what matches in the output; fails when the program ends before. */
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const [found] = pattern.exec(output) ?? [];
        if (found !== undefined) resolve(found);
      };
      look();
      for (const stream of streams) stream.on('data', look);
      void ended.then((end) => reject(new Error(end.output)));
    });
  return { child, ended, says, url: () => says(/http:\/\/127\.0\.0\.1:\d+/) };
}

async function call(url: string, name: string, input: object): Promise<{ items: { message: string }[] }> {
  const headers = { 'Content-Type': 'application/json', 'X-Guildhall-Person': 'ana' };
  const body = JSON.stringify(input);
  const response = await fetch(`${url}/guild/${name}`, { method: 'POST', headers, body });
  assert.equal(response.status, 200, await response.clone().text());
  return response.json();
}

async function newest(url: string): Promise<string | undefined> {
  return (await call(url, 'recognition.list', { limit: 1 })).items[0]?.message;
}

test('npm start fills the demo once, keeps what is written, and begins anew when told', async (t) => {
  const interrupted = start(t, '--port', '0');
  await interrupted.says(/Filling/);
  interrupted.child.kill('SIGKILL');
  await interrupted.ended;

  const first = start(t, '--port', '0');
  const address = await first.url();
  const page = await fetch(`${address}/`);
  assert.match(await page.text(), /<kudos-wall/);
  assert.match(page.headers.get('content-security-policy') ?? '', /require-trusted-types-for 'script'/);
  const written = 'Thank you for the afternoon';
  await call(address, 'recognition.give', { receivers: ['ben'], message: written });

  const { port } = new URL(address);
  const second = await start(t, '--port', port, '--fresh').ended;
  assert.equal(second.code, 1);
  assert.match(
    second.output,
    new RegExp(`Port ${port} is taken.*\n.*npm start -- --port ${Number(port) + 1}`),
  );

  // Twice: npm hands on the Ctrl+C that the terminal has already sent.
  first.child.kill('SIGINT');
  first.child.kill('SIGINT');
  const end = await first.ended;
  assert.equal(end.code, 0, end.output);
  assert.match(end.output, /Filling the demo took/);

  const again = start(t, '--port', '0');
  assert.equal(await newest(await again.url()), written);
  again.child.kill('SIGTERM');
  const { output } = await again.ended;
  assert.doesNotMatch(output, /Filling/);

  const fresh = start(t, '--port', '0', '--fresh');
  assert.notEqual(await newest(await fresh.url()), written);
  fresh.child.kill('SIGTERM');
  assert.equal((await fresh.ended).code, 0);
});

test('npm start says what is wrong with its flags', async (t) => {
  const { code, output } = await start(t, '--port', 'http').ended;
  assert.equal(code, 1);
  assert.match(output, /--port takes a number/);
  assert.match((await start(t, '--prot', '1').ended).output, /--prot[\s\S]*Usage: npm start/);
});
