/** Serves the folder of an example, the script files and a small Guildhall: node serve.mjs [FOLDER] [PORT] */
import { fileURLToPath } from 'node:url';
import { createGuildhall, memoryStore, systemActor } from '@guildhall/core';
import { createHandler, listen, serveFolder } from '@guildhall/server';

const [folder = fileURLToPath(new URL('.', import.meta.url)), port = '8421'] = process.argv.slice(2);
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html guildhall 'allow-duplicates'";

const guildhall = createGuildhall({ store: memoryStore() });
const people = [
  { id: 'ada', externalId: 'e-1', name: 'Ada Byron', title: 'Analyst' },
  { id: 'ben', externalId: 'e-2', name: 'Ben Okafor', title: 'Engineer' },
];
await guildhall.as(systemActor).people.sync({ people });
await guildhall
  .as({ id: 'ben' })
  .recognition.give({ receivers: ['ada'], message: 'Thank you for the notes!' });

// Your own sign-in says who sends a request. Here it is always Ada.
const handler = createHandler(guildhall, { identify: () => ({ id: 'ada' }) });
const scripts = fileURLToPath(new URL('cdn', import.meta.resolve('@guildhall/elements/package.json')));
const serveScripts = serveFolder(scripts, { mount: '/guildhall/' });
const servePages = serveFolder(folder, { headers: { 'Content-Security-Policy': policy } });

const { url } = await listen(
  async (request) =>
    new URL(request.url).pathname.startsWith('/guild/')
      ? handler(request)
      : ((await serveScripts(request)) ?? (await servePages(request)) ?? new Response('', { status: 404 })),
  { port: Number(port) },
);
console.log(`Open ${url}/`);
