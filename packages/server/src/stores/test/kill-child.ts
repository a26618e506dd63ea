/** A program that writes until it is killed, and says what was acknowledged. Started by `kill.ts`. */
import { setTimeout as pause } from 'node:timers/promises';
import { isGuildhallError } from '@guildhall/core/store';
import { openTarget, type Target } from './databases.js';
import { counts, killCollections, steps } from './kill.js';
import { told } from './posts.js';

// The parent hands over what it would hand to a function.
const { target, from } = JSON.parse(process.argv[2] ?? '') as { target: Target; from: number[] };
const store = openTarget(target, killCollections);
await Promise.all(from.map((first, writer) => write(writer, first)));

/** One writer: step after step, each under a name of its own, and tried again until it is known to have happened. */
async function write(writer: number, first: number): Promise<void> {
  for (let step = first; ; step++) {
    const id = `${writer}-${step}`;
    while (!(await attempt(writer, id))) await pause(5);
    process.stdout.write(`${writer} ${step}\n`);
  }
}

async function attempt(writer: number, id: string): Promise<boolean> {
  try {
    await store.write(async (tx) => {
      await tx.insert(steps, { id, writer: `${writer}`, parts: [id, `${writer}`] });
      const count = await tx.get(counts, `${writer}`);
      const record = { id: `${writer}`, count: (count?.count ?? 0) + 1 };
      await (count ? tx.replace(counts, record) : tx.insert(counts, record));
      await tx.tell(told(id));
    });
    return true;
  } catch (error) {
    if (!isGuildhallError(error)) throw error;
    if (error.reason === 'store.taken') return true;
    if (error.code === 'unavailable') return false;
    throw error;
  }
}
