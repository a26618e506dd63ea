import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { listen, type Listening } from './node.js';
import { serveFolder } from './static.js';
import { sendTo } from './test/house.js';

const PAGE = `<!doctype html><title>Hall</title>${'<p>Thanks!</p>'.repeat(200)}`;

describe('a served folder', () => {
  let folder: string;
  let listening: Listening;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guildhall-'));
    const root = join(folder, 'root');
    await mkdir(join(root, 'chunks'), { recursive: true });
    await mkdir(join(root, 'empty'));
    await mkdir(join(folder, 'root-beside'));
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(folder, 'root-beside', 'secret.txt'), 'secret');
    await writeFile(join(root, '.env'), 'secret');
    await writeFile(join(root, 'index.html'), PAGE);
    await writeFile(join(root, 'chunks', 'wall-Ab12Cd34.js'), 'export {};');
    await writeFile(join(root, 'Grüße 1.txt'), 'hello');
    await writeFile(join(root, 'logo.png'), Buffer.alloc(5_000));
    await writeFile(join(root, 'unknown.exe'), 'x');
    await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
    await symlink(join(folder, 'root-beside', 'secret.txt'), join(root, 'beside.txt'));
    await writeFile(join(root, 'back\\slash.txt'), 'secret');
    const files = serveFolder(root, {
      mount: '/app/',
      origins: ['https://intra.example'],
      headers: { 'X-Own': '1' },
    });
    const none = () => new Response('none', { status: 404 });
    listening = await listen(async (request) => (await files(request)) ?? none(), { port: 0 });
  });
  after(async () => {
    await listening.close();
    await rm(folder, { recursive: true, force: true });
  });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    sendTo(listening.port, { method, path, headers });

  test('gives files with the right type and an ETag that is honored', async () => {
    const page = await get('/app/');
    assert.deepEqual([page.status, page.text], [200, PAGE]);
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(page.headers['cache-control'], 'no-cache');
    assert.equal(page.headers['x-content-type-options'], 'nosniff');
    assert.equal(page.headers['x-own'], '1');
    const again = await get('/app/index.html', { 'if-none-match': page.headers['etag'] ?? '' });
    assert.deepEqual([again.status, again.text], [304, '']);
    const head = await get('/app/', {}, 'HEAD');
    assert.deepEqual([head.status, head.headers['content-length']], [200, String(PAGE.length)]);
    assert.equal((await get('/app/Gr%C3%BC%C3%9Fe%201.txt')).text, 'hello');
    assert.equal((await get('/app/logo.png')).headers['content-type'], 'image/png');
    assert.equal((await get('/app/unknown.exe')).headers['content-type'], 'application/octet-stream');
    const chunk = await get('/app/chunks/wall-Ab12Cd34.js');
    assert.equal(chunk.headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(chunk.headers['cache-control'], 'public, max-age=31536000, immutable');
    await writeFile(join(folder, 'root', 'Grüße 1.txt'), 'changed!');
    assert.equal((await get('/app/Gr%C3%BC%C3%9Fe%201.txt')).text, 'changed!');
  });

  test('compresses text for those who understand it', async () => {
    const read = async (accepted: string) => {
      const answer = await fetch(`${listening.url}/app/index.html`, {
        headers: { 'accept-encoding': accepted },
      });
      await answer.arrayBuffer();
      return answer.headers;
    };
    const brotli = await read('gzip, br;q=0.9');
    assert.equal(brotli.get('content-encoding'), 'br');
    assert.ok(Number(brotli.get('content-length')) < PAGE.length / 4);
    assert.equal((await read('gzip, br;q=0')).get('content-encoding'), 'gzip');
    assert.equal((await read('identity')).get('content-encoding'), null);
    assert.notEqual(brotli.get('etag'), (await read('gzip')).get('etag'));
    assert.equal(brotli.get('vary'), 'Accept-Encoding, Origin');
    const raw = await serveFolder(join(folder, 'root'))(
      new Request('http://localhost/', { headers: { 'accept-encoding': 'br' } }),
    );
    const bytes = Buffer.from((await raw?.arrayBuffer()) ?? new ArrayBuffer(0));
    assert.equal(brotliDecompressSync(bytes).toString(), PAGE);
    const zipped = await serveFolder(join(folder, 'root'))(
      new Request('http://localhost/', { headers: { 'accept-encoding': 'gzip' } }),
    );
    assert.equal(
      gunzipSync(Buffer.from((await zipped?.arrayBuffer()) ?? new ArrayBuffer(0))).toString(),
      PAGE,
    );
    assert.equal(
      (await get('/app/logo.png', { 'accept-encoding': 'br' })).headers['content-encoding'],
      undefined,
    );
  });

  test('gives nothing that lies outside, is hidden, or is no file', async () => {
    const climbing = ['../secret.txt', '..%2fsecret.txt', '%2e%2e/secret.txt', '%2e%2e%2fsecret.txt'];
    const odd = ['..\\secret.txt', '..%5csecret.txt', '....//secret.txt', 'chunks/../../secret.txt'];
    const beside = [
      '../root-beside/secret.txt',
      '%2e%2e/root-beside/secret.txt',
      '/etc/passwd',
      '%00',
      'index.html%00.txt',
    ];
    const hidden = [
      '.env',
      '%2eenv',
      'link.txt',
      'beside.txt',
      'back%5cslash.txt',
      'empty',
      'empty/',
      'chunks',
      '%E0%A4%A',
      'index.html/',
    ];
    for (const path of [...climbing, ...odd, ...beside, ...hidden]) {
      const answer = await get(`/app/${path}`);
      assert.ok(answer.status === 404 || answer.status === 400, `${path} ${answer.status}`);
      assert.doesNotMatch(answer.text, /secret|root:/, path);
    }
    assert.equal((await get('/index.html')).status, 404, 'not below the mount');
    assert.equal((await get('/app/index.html', {}, 'POST')).status, 404);
  });

  test('lets listed origins load scripts, and no others', async () => {
    const path = '/app/chunks/wall-Ab12Cd34.js';
    const listed = await get(path, { origin: 'https://intra.example' });
    assert.equal(listed.headers['access-control-allow-origin'], 'https://intra.example');
    for (const origin of ['https://intra.example.evil.example', 'null', '*'])
      assert.equal((await get(path, { origin })).headers['access-control-allow-origin'], undefined);
  });
});
