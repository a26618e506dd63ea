/** Runs solvers in processes of their own and keeps what they say. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as instances from './instances.mjs';
import { save } from './store.mjs';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** A Python that has SciPy, and the versions of both, or undefined. */
export function findSciPy() {
  const program = 'import platform, scipy; print(scipy.__version__, platform.python_version())';
  for (const python of ['python3', '/usr/bin/python3'])
    try {
      const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
      const [scipy, version] = execFileSync(python, ['-c', program], options).trim().split(' ');
      return { python, scipy, version };
    } catch {
      // Not this one.
    }
  return undefined;
}

export class Bench {
  #folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-'));
  #files = new Map();
  /** Everything that was measured, for the check of totals. */
  totals = new Map();

  constructor({ scipy, log }) {
    this.scipy = scipy;
    this.log = log;
  }

  /** The file of an instance: the name of its maker, then what that is given. Made once. */
  file([maker, ...given]) {
    const key = [maker, ...given].join(' ');
    if (!this.#files.has(key)) {
      const file = join(this.#folder, `${this.#files.size}.bin`);
      save(file, instances[maker](...given));
      this.#files.set(key, file);
    }
    return this.#files.get(key);
  }

  /**
   * Runs a solver so many times on an instance, within so many seconds in all. Gives the least CPU time in
   * milliseconds, that of the first run, the peak memory in MB; or why there is none.
   */
  async measure(solver, instance, { times = 3, seconds = 60 } = {}) {
    const file = this.file(instance);
    const label = `${solver} · ${instance.join(' ')}`;
    if (solver === 'scipy' && !this.scipy) return { failed: 'no SciPy here' };
    const [program, args] =
      solver === 'scipy'
        ? [this.scipy.python, [here('child.py'), file, times, seconds]]
        : [process.execPath, [here('child.mjs'), solver, file, times]];
    const said = await new Promise((resolve) => {
      // The machine may be busy: what counts is CPU time, and SciPy's process keeps to that itself.
      const options = {
        timeout: seconds * (solver === 'scipy' ? 10_000 : 3000),
        killSignal: 'SIGKILL',
        maxBuffer: 2 ** 24,
      };
      execFile(program, args.map(String), options, (error, stdout, stderr) =>
        resolve({ error, stdout, stderr }),
      );
    });
    const answer = said.error ? failure(said, seconds) : figures(JSON.parse(said.stdout));
    if (answer.failed && solver.startsWith('guildhall')) throw new Error(`${label}: ${answer.failed}`);
    this.log(`${label}: ${answer.failed ?? `${answer.cpu.toFixed(1)} ms, ${answer.rss} MB`}`);
    if (!answer.failed) this.#agree(instance, solver, answer.total);
    return answer;
  }

  /** All solvers must come to the same total on the same instance. */
  #agree(instance, solver, total) {
    const key = instance.join(' ');
    const known = this.totals.get(key) ?? { total, solvers: [] };
    if (known.total !== total)
      throw new Error(`${key}: ${solver} comes to ${total}, ${known.solvers.join(', ')} to ${known.total}`);
    known.solvers.push(solver);
    this.totals.set(key, known);
  }

  close() {
    if (existsSync(this.#folder)) rmSync(this.#folder, { recursive: true });
  }
}

function figures({ spent, ...rest }) {
  return { ...rest, spent, cpu: Math.min(...spent), first: spent[0] };
}

function failure({ error, stderr }, seconds) {
  if (error.killed || error.signal === 'SIGXCPU' || error.signal === 'SIGKILL')
    return { failed: `over ${seconds} s`, over: seconds * 1000 };
  const line = stderr.split('\n').find((one) => /Error|error/.test(one)) ?? 'failed';
  return { failed: line.trim().slice(0, 80) };
}
