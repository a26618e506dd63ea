/**
 * `npm test`: installs what is missing, then runs every test, in Node and in a browser.
 *
 *   npm test                               all of it
 *   npm test -- --only node                one side: node or browser
 *   npm test -- packages/core/src/people   the test files whose path contains one of the words
 *
 * A file in which something failed runs once more, alone: where that passes it is called unstable, loudly, and counts
 * as passed. An unstable test is a defect of its own. At most three files get that chance.
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
const unstable = [];
/** More files than these fail for a reason. */
const MOST_AGAIN = 3;
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
if (unstable.length > 0) console.log(`UNSTABLE, passed only the second time: ${unstable.join(', ')}`);
console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

async function testInNode() {
  const postgres = await startPostgres();
  const args = (files) => [
    '--conditions=guildhall-source',
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=2',
    '--test-timeout=900000',
    '--test-reporter=./scripts/node-reporter.mjs',
    '--test-reporter-destination=stdout',
    ...files,
  ];
  try {
    await runCounted(nodeFiles, args, postgres ? { GUILDHALL_TEST_POSTGRES: postgres.url } : {});
  } finally {
    await postgres?.stop();
  }
}

async function testInBrowser() {
  const runner = 'node_modules/@web/test-runner/dist/bin.js';
  await runCounted(browserFiles, (files) => [runner, '--files', ...files]);
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

/** Runs a test runner over the files, those that failed once more, and adds the counts that its reporter leaves behind. */
async function runCounted(files, args, env = {}) {
  const first = await countsOf(args(files), env);
  const again = first.files.filter((file) => files.includes(file));
  let { passed, failed } = first;
  if (failed > 0 && again.length === first.files.length && again.length <= MOST_AGAIN) {
    console.log(`\nOnce more, alone: ${again.join(', ')}`);
    const second = await countsOf(args(again), env);
    if (second.failed === 0) {
      unstable.push(...again);
      passed += failed;
      failed = 0;
    }
  }
  total.passed += passed;
  total.failed += failed;
  total.skipped += first.skipped;
}

/** What the reporter of one run counted. */
async function countsOf(args, env) {
  const file = join(scratch, 'counts.json');
  rmSync(file, { force: true });
  const ended = await run(process.execPath, args, { ...env, GUILDHALL_TEST_COUNTS: file }).then(
    () => undefined,
    (error) => error,
  );
  if (!existsSync(file)) throw ended ?? new Error('the runner left no counts');
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  if (ended && counts.failed === 0) throw ended;
  return counts;
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
