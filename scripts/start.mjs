/**
 * `npm start`: installs and builds what is missing, then runs the demo in this terminal.
 *
 *   npm start                  at http://127.0.0.1:8420/
 *   npm start -- --port 8421   elsewhere
 *   npm start -- --fresh       throws away what the demo kept and begins anew
 *
 * Node alone, no dependencies, because it runs before `npm ci`.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isBuildStale } from './build-stamp.mjs';
import { isInstallStale } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const options = {
  port: { type: 'string', default: '8420' },
  fresh: { type: 'boolean', default: false },
  /** Where the demo keeps its database. */
  data: { type: 'string', default: join(root, '.guildhall') },
  /** Runs what was built last, whatever the sources say. For the tests, which build once. */
  'no-build': { type: 'boolean', default: false },
};

/** Ends the program with a sentence that says why. */
class Stop extends Error {}

let child;
let listening;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
process.on('exit', () => child?.kill());

try {
  await main(readOptions());
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  process.exit(1);
}

async function main({ port, fresh, data, build }) {
  const start = performance.now();
  await ensureFree(port);
  if (isInstallStale()) await step('Installing', () => run('npm', ['ci']));
  if (build && isBuildStale()) await step('Building', () => run(process.execPath, ['scripts/build.mjs']));
  const { serve } = await import('../examples/intranet/serve.mjs');
  listening = await serve({ port, fresh, data, step }).catch((error) => {
    // What Guildhall refuses is told in a sentence; all else is a fault of ours, with its stack.
    throw typeof error?.reason === 'string' ? new Stop(error.message) : error;
  });
  console.log(`\nHarbour Works is open after ${seconds(start)}:  ${listening.url}/`);
  console.log('Look at it as different people: choose one at the top of the page. Ctrl+C ends it.');
}

function readOptions() {
  try {
    const { port, 'no-build': noBuild, ...rest } = parseArgs({ options }).values;
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      throw new Stop(`--port takes a number from 0 to 65535, not ${port}.`);
    return { ...rest, port: Number(port), build: !noBuild };
  } catch (error) {
    throw new Stop(`${error.message}\nUsage: npm start -- [--port N] [--fresh]`);
  }
}

/** Fails at once, and not after a minute of installing, when somebody else has the port. */
async function ensureFree(port) {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw new Stop(`Port ${port} cannot be used: ${error.message}.`);
    const other = port < 65_535 ? port + 1 : port - 1;
    throw new Stop(
      `Port ${port} is taken, perhaps by this demo in another terminal.\nChoose another one: npm start -- --port ${other}`,
    );
  });
  await new Promise((resolve) => server.close(resolve));
}

/**
 * Runs one step and shows how long it takes: in a terminal on one line that counts, elsewhere when it begins,
 * every ten seconds, and when it ends. `work` is given a function that takes in words how far it has come.
 */
async function step(name, work) {
  const start = performance.now();
  const live = process.stdout.isTTY === true;
  let far = '';
  const show = () => {
    const line = `${name} … ${seconds(start)}${far && `, ${far}`}`;
    if (live) process.stdout.write(`\r\x1b[2K${line}`);
    else console.log(line);
  };
  show();
  const showing = setInterval(show, live ? 100 : 10_000);
  try {
    await work((words) => (far = words));
    if (live) process.stdout.write('\r\x1b[2K');
    console.log(`${name} took ${seconds(start)}`);
  } catch (error) {
    if (live) process.stdout.write('\n');
    throw error;
  } finally {
    clearInterval(showing);
  }
}

/** Runs a program in the repository and shows its output only when it fails. */
function run(command, args) {
  const shell = command === 'npm' && process.platform === 'win32';
  child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      child = undefined;
      if (code === 0) resolve();
      else reject(new Stop(`\n${output}\n${[command, ...args].join(' ')} failed.`));
    });
  });
}

/**
 * Lets go of the server in order, or at once where there is none yet. Said twice it is the same: npm hands on
 * the Ctrl+C that the terminal has already sent here.
 */
function stop() {
  if (!listening) process.exit(130);
  listening.close().then(
    () => process.exit(0),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
