import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));

/** A rule broken on purpose: the file, what stands there, what is put there, and the tests that must notice. */
interface Mutation {
  breaks: string;
  file: string;
  from: string;
  to: string;
  noticed: string;
  /** The name of the test in that file; all of them when not said. */
  named?: string | undefined;
}

const MUTATIONS: Mutation[] = [
  {
    breaks: 'the audit of spans accepts whatever is large enough (P12 a)',
    file: 'audit.ts',
    from: 'return this.#exposes(next) ? undefined : next;',
    to: 'return next;',
    noticed: 'properties.test.ts',
    named: 'P2 for readers',
  },
  {
    breaks: 'only single atoms are looked for, which is the remainder rule and a little more (P12 b)',
    file: 'exposed.ts',
    from: 'if (left === 0) return undefined;',
    to: 'if (left >= 0) return undefined;',
    noticed: 'audit.test.ts',
    named: '0 who pool',
  },
  {
    breaks: 'all together are always shown beside the classes (P12 c)',
    file: 'panel.ts',
    from: 'members.length > classes && whole && accept(classes)',
    to: 'members.length > classes',
    noticed: 'panel.test.ts',
  },
  {
    breaks: 'an atom that is a reader counts like any other',
    file: 'exposed.ts',
    from: 'if (size <= pool && ',
    to: 'if (size < 0 && ',
    noticed: 'audit.test.ts',
    named: '1 who pool',
  },
  {
    breaks: 'two who pool are taken for one who read alone',
    file: 'audit.ts',
    from: 'new SpanAuditor(sizes, k, colluders)',
    to: 'new SpanAuditor(sizes, k, Math.min(colluders, 1))',
    noticed: 'properties.test.ts',
    named: 'P2 for two who pool',
  },
  {
    breaks: 'two who pool are found only where the first of them is looked at first',
    file: 'exposed.ts',
    from: 'this.#complete(beside, rest, left - size, pool - size)',
    to: 'this.#complete(beside, rest, left - size, 0)',
    noticed: 'properties.test.ts',
    named: 'P2 for two who pool',
  },
  {
    breaks: 'groups are counted in atoms',
    file: 'ledger.ts',
    from: 'this.#isLarge(people, group) && frame',
    to: 'frame',
    noticed: 'properties.test.ts',
    named: 'one attribute',
  },
  {
    breaks: 'an index is audited for the first of its measures alone',
    file: 'ledger.ts',
    from: 'const rows = frames.map(',
    to: 'const rows = frames.slice(0, 1).map(',
    noticed: 'panel.test.ts',
  },
  {
    breaks: 'small classes of a panel stay',
    file: 'partition.ts',
    from: 'people(smallest) >= k',
    to: 'people(smallest) >= 1',
    noticed: 'panel.test.ts',
  },
  {
    breaks: 'bounds are not looked at',
    file: 'bounds.ts',
    from: 'hidden.add(lastNarrowing(',
    to: 'return hidden; void (lastNarrowing(',
    noticed: 'bounds.test.ts',
  },
  {
    breaks: 'means are not clipped',
    file: 'scale.ts',
    from: 'const edge = Math.min(',
    to: 'const edge = 0 * Math.min(',
    noticed: 'values.test.ts',
  },
  {
    breaks: 'counts are exact (P12 e)',
    file: 'scale.ts',
    from: "if (people < 5) return '3-4';",
    to: 'if (people > 0) return String(people) as Band;',
    noticed: 'values.test.ts',
  },
  {
    breaks: 'texts of audiences that leave over a few are shown',
    file: 'texts.ts',
    from: '!left.includes(1) || isAudience(left, wrote, input)',
    to: 'left.length > 0',
    noticed: 'texts.test.ts',
  },
  {
    breaks: 'small groups that changed by a few people are shown again (P5)',
    file: 'trend.ts',
    from: 'close.add(id);',
    to: 'close.delete(id);',
    noticed: 'trend.test.ts',
  },
];

/** Runs tests of the copy; true when one fails. */
function fails(copy: string, { noticed, named = '.' }: Pick<Mutation, 'noticed' | 'named'>): boolean {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--test', `--test-name-pattern=${named}`, join(copy, noticed)],
    { cwd: folder, env, stdio: 'ignore' },
  );
  return status !== 0;
}

test('P12: each rule of the release, when broken, makes a test fail', () => {
  const copy = mkdtempSync(join(tmpdir(), 'guildhall-mutations-'));
  try {
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
    const tests = new Map(MUTATIONS.map(({ noticed, named }) => [`${noticed} ${named}`, { noticed, named }]));
    for (const [name, one] of tests) assert.ok(!fails(copy, one), `${name} passes as it stands`);
    for (const mutation of MUTATIONS) {
      const { breaks, file, from, to, noticed } = mutation;
      const path = join(copy, file);
      const source = readFileSync(path, 'utf8');
      assert.ok(source.includes(from), `${file} no longer has: ${from}`);
      writeFileSync(path, source.replace(from, to));
      assert.ok(fails(copy, mutation), `${noticed} does not notice: ${breaks}`);
      writeFileSync(path, source);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
