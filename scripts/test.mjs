/**
 * `npm test`: installs what is missing, then runs every test, in Node and in a browser.
 *
 *   npm test                               all of it
 *   npm test -- --only node                one side: node or browser
 *   npm test -- packages/core/src/people   the test files whose path contains one of the words
 *
 * Node alone, no dependencies, because it runs before `npm ci`. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './find-browser.mjs';
import { isInstallStale } from './install.mjs';
import { startPostgres } from './postgres.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
if (values.only && !['node', 'browser'].includes(values.only)) {
  console.error('--only takes node or browser.');
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const durations = [];
const scratch = mkdtempSync(join(tmpdir(), 'guildhall-test-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
let child;
process.on('exit', () => child?.kill());

const nodeFiles = select('node', [
  ...testsUnder('packages/core/src'),
  ...testsUnder('packages/server/src'),
  ...testsUnder('scripts'),
  ...testsUnder('test'),
]);
const browserFiles = select('browser', testsUnder('packages/elements/src'));
// Tests that cross packages look at the built files, and some of them drive a browser.
const crossing = nodeFiles.some((file) => file.startsWith('test/'));

if (isInstallStale()) await stage('install', () => run('npm', ['ci']));
if (crossing || browserFiles.length > 0) {
  await stage('find browser', async () => {
    process.env.CHROME_PATH = await ensureBrowser();
  });
}
if (crossing) await stage('build', () => run(process.execPath, ['scripts/build.mjs']));
if (nodeFiles.length > 0) await stage('node tests', testInNode);
if (browserFiles.length > 0) await stage('browser tests', testInBrowser);

console.log(`\n${durations.join(', ')}`);
if (total.passed + total.failed === 0) console.log('No test ran.');
console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

async function testInNode() {
  const postgres = await startPostgres();
  const args = [
    '--conditions=guildhall-source',
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=2',
    '--test-timeout=900000',
    '--test-reporter=./scripts/node-reporter.mjs',
    '--test-reporter-destination=stdout',
    ...nodeFiles,
  ];
  try {
    await runCounted(process.execPath, args, postgres ? { GUILDHALL_TEST_POSTGRES: postgres.url } : {});
  } finally {
    await postgres?.stop();
  }
}

async function testInBrowser() {
  await runCounted(process.execPath, [
    'node_modules/@web/test-runner/dist/bin.js',
    '--files',
    ...browserFiles,
  ]);
}

/** Runs one stage and notes its time. One that throws counts as one failure, and the others go on. */
async function stage(name, work) {
  console.log(`\n— ${name}`);
  const start = performance.now();
  try {
    await work();
  } catch (error) {
    total.failed += 1;
    console.error(`✖ ${name}: ${error.message}`);
  }
  durations.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Runs a test runner and adds the counts that its reporter leaves behind. */
async function runCounted(command, args, env = {}) {
  const file = join(scratch, 'counts.json');
  rmSync(file, { force: true });
  const ended = await run(command, args, { ...env, GUILDHALL_TEST_COUNTS: file }).then(
    () => undefined,
    (error) => error,
  );
  if (!existsSync(file)) throw ended ?? new Error('the runner left no counts');
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (ended && counts.failed === 0) throw ended;
}

function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: command === 'npm' && process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`ended with ${signal ?? `exit code ${code}`}`)),
    );
  });
}

/** Every test file under a folder, sorted. Node 20 does not expand patterns by itself. */
function testsUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.test\.(ts|mjs|js)$/.test(path) && !path.includes('node_modules/'))
    .sort();
}

function select(side, files) {
  if (values.only && values.only !== side) return [];
  return files.filter((file) => positionals.length === 0 || positionals.some((word) => file.includes(word)));
}
