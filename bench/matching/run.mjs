/**
 * Measures the assignment engine against other solvers: `npm run bench:matching`, with `-- --quick` for a look
 * in seconds, which writes nothing, and `-- --only dense,sparse` for some cases. Each file in `cases/` is a case
 * and writes its own part of docs/benchmarks.md.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { buildEngine } from './engine.mjs';
import { Bench, findSciPy } from './measure.mjs';
import { introduction, markdown, writeSections } from './report.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const quick = process.argv.includes('--quick');
const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1].split(',')
  : undefined;

if (!existsSync(`${here}node_modules`)) execFileSync('npm', ['ci'], { cwd: here, stdio: 'inherit' });
await buildEngine();
const scipy = findSciPy() ?? installSciPy();
if (!scipy) console.log('No SciPy here: its columns stay empty. On Debian: apt-get install python3-scipy.');

const bench = new Bench({ scipy, log: (line) => console.log(line) });
const page = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const where = `${machine()}. ${versions()}`;
const missed = [];
try {
  for (const file of readdirSync(`${here}cases`).sort()) {
    const name = file.replace('.mjs', '');
    if (only && !only.includes(name)) continue;
    const { title, run } = await import(`./cases/${file}`);
    const result = { title, ...(await run(bench, { quick })) };
    const text = markdown(result, where);
    console.log(`\n${text}\n`);
    if (!quick) {
      writeSections(page, 'Matching', [
        ['matching', introduction],
        [`matching/${name}`, text],
      ]);
    }
    missed.push(...result.claims.filter((one) => one.met === false));
  }
} finally {
  bench.close();
}
for (const { goal, asks, measured } of missed)
  console.log(`missed: ${goal} ${asks} (${measured.toFixed(2)})`);

/** From Debian's archive, where we may. */
function installSciPy() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  try {
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'python3-scipy'], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  return findSciPy();
}

function machine() {
  const all = cpus();
  return `${all.length} x ${all[0]?.model.trim() ?? 'unknown processor'}`;
}

function versions() {
  const { dependencies } = JSON.parse(readFileSync(`${here}package.json`, 'utf8'));
  const peers = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  const python = scipy ? `SciPy ${scipy.scipy} on Python ${scipy.version}` : 'no SciPy';
  return `Node ${process.versions.node}, ${python}; ${peers.join(', ')}.`;
}
