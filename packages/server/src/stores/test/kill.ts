import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { collection } from '@guildhall/core/store';
import type { TestDatabase } from './databases.js';
import { next } from './feed-checks.js';

/** A step that a writer took. */
export interface Step {
  id: string;
  writer: string;
  parts: string[];
}

export const steps = collection<Step>({
  name: 'steps',
  indexes: [
    ['writer', 'id'],
    ['parts', 'id'],
  ],
  arrays: ['parts'],
});

/** How many steps a writer took: written by the same transactions. */
export const counts = collection<{ id: string; count: number }>({
  name: 'counts',
  indexes: [],
  atLeastZero: ['count'],
});

export const killCollections = [steps, counts];

const WRITERS = 8;
/** More by `GUILDHALL_KILLS=200`. */
const KILLS = Number(process.env['GUILDHALL_KILLS'] ?? 5);

/**
 * Kills a process that writes with eight writers, again and again, and looks each time: whatever was acknowledged
 * is there, nothing is there by half, nothing is there twice.
 */
export async function killAndLook(database: TestDatabase): Promise<void> {
  const store = database.open(killCollections);
  await store.prepare();
  const feed = store.changes();
  await next(feed);
  const from = Array.from({ length: WRITERS }, () => 0);
  for (let kill = 0; kill < KILLS; kill++) {
    await writeUntilKilled(database, from);
    await store.read(async (tx) => {
      for (const [writer, acknowledged] of from.entries()) {
        const ids: string[] = [];
        for (let after: string | undefined; ;) {
          const page = await tx.find(steps, { where: { writer: `${writer}` }, limit: 1000, after });
          ids.push(...page.items.map(({ id }) => id));
          if (!(after = page.next)) break;
        }
        const expected = Array.from({ length: ids.length }, (_, step) => `${writer}-${step}`);
        assert.deepEqual(new Set(ids), new Set(expected), 'steps without a gap');
        const isInFlight = ids.length === acknowledged || ids.length === acknowledged + 1;
        assert.ok(isInFlight, `writer ${writer}: ${acknowledged} acknowledged, ${ids.length} there`);
        assert.equal((await tx.get(counts, `${writer}`))?.count ?? 0, ids.length, 'each counted once');
        const parts = await tx.find(steps, { where: { parts: `${writer}-${ids.length - 1}` } });
        assert.equal(parts.items.length, ids.length > 0 ? 1 : 0, 'indexed');
      }
    });
  }
  const total = (
    await store.read((tx) =>
      tx.getMany(
        counts,
        from.map((_, writer) => `${writer}`),
      ),
    )
  ).reduce((sum, { count }) => sum + count, 0);
  assert.ok(total > KILLS * WRITERS, `only ${total} steps`);
  const heard: string[] = [];
  while (heard.length < total) {
    const change = await next(feed);
    if ('ids' in change) heard.push(...change.ids);
  }
  assert.equal(new Set(heard).size, total, 'each heard of once');
  await feed.return?.();
  await store.close();
}

/** Starts a process, kills it in the middle of its work, and moves `from` to behind what it acknowledged. */
async function writeUntilKilled({ target }: TestDatabase, from: number[]): Promise<void> {
  const script = fileURLToPath(new URL('kill-child.ts', import.meta.url));
  const args = ['--conditions=guildhall-source', '--import', 'tsx', script, JSON.stringify({ target, from })];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const read = once(lines, 'close');
  const begun = once(lines, 'line');
  lines.on('line', (line) => {
    const [writer = -1, step = -1] = line.split(' ').map(Number);
    assert.ok(step >= (from[writer] ?? Infinity), `${line} was acknowledged twice`);
    from[writer] = step + 1;
  });
  await Promise.race([begun, ended.then(() => assert.fail('The child ended by itself.'))]);
  await pause(20 + Math.random() * 200);
  child.kill('SIGKILL');
  await Promise.all([ended, read]);
}
