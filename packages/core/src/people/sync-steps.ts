import { GuildhallError, isGuildhallError } from '../errors.js';
import type { Steps } from '../operation.js';
import type { Reader } from '../store/store.js';
import { countWrites, isSame, type PersonWrite } from './merge.js';
import { people, type DirectoryPerson, type PersonRecord } from './model.js';
import { lookUp, NOTHING, planned, type Seen, type Synced, type SyncOptions } from './sync.js';
import { writePeople } from './sync-write.js';
import { renewVersion, versionOf } from './version.js';

/** From how many people on a list is taken in steps: below, one transaction holds nobody up. */
export const LARGE = 500;
/** How many people one step writes: on SQLite that holds others up for one or two tenths of a second. */
const PART = 100;
/** How often a list is planned anew because another was taken in the middle. */
const TRIES = 5;

/**
 * Does what `syncPeople` does, in many short transactions, so that others can write between them. All of the list is
 * checked before any of it is written. Managers are written before those who report to them, so that after each step
 * the reporting lines are sound; who leaves comes last. Where another list was taken meanwhile, what is left is
 * planned anew; what people said about themselves meanwhile stays theirs.
 */
export async function syncInSteps(
  steps: Steps,
  list: readonly DirectoryPerson[],
  options: SyncOptions,
): Promise<Synced> {
  const done = new Map<string, PersonWrite>();
  for (let tries = 1; ; tries++) {
    const seen = await steps.read((context) => lookUp(context, list, options));
    if (seen.problems.length > 0 || options.broken) return { result: NOTHING, problems: seen.problems };
    const writes = await planned(seen, list, options, steps.pause);
    if (options.dryRun) return { result: countWrites(writes, list.length), problems: [] };
    try {
      await writeInSteps(steps, seen, fromTheTop(writes, seen), done);
      return { result: countWrites([...done.values()], list.length), problems: [] };
    } catch (error) {
      if (!isOvertaken(error) || tries === TRIES) throw error;
    }
  }
}

async function writeInSteps(
  steps: Steps,
  seen: Seen,
  writes: readonly PersonWrite[],
  done: Map<string, PersonWrite>,
): Promise<void> {
  let { version } = seen;
  for (let at = 0; at < writes.length; at += PART) {
    const step = await steps.write(async (context) => {
      const { tx } = context;
      if ((await versionOf(tx)) !== version)
        throw new GuildhallError('unavailable', 'store.contended', OVERTAKEN, { retryAfter: 1 });
      if (at === 0) await seen.catalog.save(tx);
      const part = await upToDate(tx, seen, writes.slice(at, at + PART));
      await writePeople(tx, part);
      return { part, version: await renewVersion(context) };
    });
    version = step.version;
    for (const write of step.part) {
      const first = done.get(write.after.id);
      done.set(write.after.id, first ? { ...write, before: first.before } : write);
    }
  }
}

const OVERTAKEN = 'Another list of people was taken meanwhile. Send this one again.';

/** Whether another list, or somebody who named a new skill, came first. */
function isOvertaken(error: unknown): boolean {
  return isGuildhallError(error) && ['store.contended', 'store.taken'].includes(error.reason);
}

/** The writes, on top of what these people have said about themselves since they were planned. */
async function upToDate(
  tx: Reader,
  { catalog }: Seen,
  writes: readonly PersonWrite[],
): Promise<PersonWrite[]> {
  const known = await tx.getMany(
    people,
    writes.flatMap(({ before }) => before?.id ?? []),
  );
  await catalog.learn(tx, known);
  const fresh = new Map(known.map((person) => [person.id, person]));
  return writes
    .map((write) => {
      const before = fresh.get(write.after.id);
      return before ? { ...write, before, after: write.remake(before) } : write;
    })
    .filter(({ before, after }) => !isSame(before, after));
}

/** In an order in which no ring of managers can arise on the way: each after their new manager, who leaves last. */
function fromTheTop(writes: readonly PersonWrite[], { known }: Seen): PersonWrite[] {
  const managerOf = new Map([...known.byId.values()].map(({ id, managerId }) => [id, managerId]));
  for (const { after } of writes) managerOf.set(after.id, after.managerId);
  const depths = depthsOf(managerOf);
  const place = ({ unlisted, after }: PersonWrite): number =>
    unlisted ? Number.POSITIVE_INFINITY : (depths.get(after.id) ?? 0);
  // Neighbors by id lie together in the indexes, which makes a step quicker.
  return [...writes].sort((a, b) =>
    place(a) === place(b) ? (a.after.id < b.after.id ? -1 : 1) : place(a) < place(b) ? -1 : 1,
  );
}

/** How many managers everybody has above them. */
function depthsOf(managerOf: ReadonlyMap<string, PersonRecord['managerId']>): Map<string, number> {
  const depths = new Map<string, number>();
  for (const start of managerOf.keys()) {
    const path: string[] = [];
    let id: string | undefined = start;
    while (id !== undefined && !depths.has(id)) {
      path.push(id);
      // Ends the walk in a ring, which nobody on the list is part of.
      depths.set(id, 0);
      id = managerOf.get(id);
    }
    let depth = id === undefined || path.includes(id) ? -1 : (depths.get(id) ?? -1);
    for (const one of path.toReversed()) depths.set(one, (depth += 1));
  }
  return depths;
}
