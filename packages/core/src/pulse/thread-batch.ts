import type { CommandContext } from '../operation.js';
import type { Reader } from '../store/store.js';
import { messages, threads } from './model/thread.js';
import { messagesOf, sideOf } from './thread-read.js';
import { waves } from './model/wave.js';
import { peopleAround } from './wave-life.js';

/** More than this many messages of a day travel in several batches of the same minute. */
const BATCH = 500;

/** The day in UTC. Messages travel when it has changed. */
export function utcDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** True when messages of a former day wait. */
export async function deliveryDue(tx: Reader, now: Date): Promise<boolean> {
  return (await waiting(tx, now, 1)).length > 0;
}

async function waiting(tx: Reader, now: Date, limit: number) {
  const where = { waitsSince: { before: utcDay(now) } };
  return (await tx.find(messages, { where, order: '+waitsSince', limit })).items;
}

/**
 * Lets the messages of former days travel. They get new random ids and lie in their order, so that neither says which
 * was written first, and within a thread those of the askers come before those of the writer; all are told at once, to
 * everybody around their waves, whoever wrote them.
 */
export async function deliverDue(context: CommandContext): Promise<number> {
  const { tx, now, newId } = context;
  const found = await waiting(tx, now, BATCH);
  for (const { id } of found) await tx.remove(messages, id);
  const traveled = found.map(({ waitsSince: _since, ...message }) => ({
    ...message,
    id: newId(),
    day: utcDay(now),
  }));
  for (const message of traveled.sort((a, b) => (a.id < b.id ? -1 : 1))) await tx.insert(messages, message);
  const threadIds = [...new Set(found.map(({ threadId }) => threadId))];
  for (const threadId of threadIds) await mix(context, threadId);
  const about = await tx.getMany(threads, threadIds);
  for (const waveId of [...new Set(about.map((thread) => thread.waveId))].sort()) {
    const wave = await tx.get(waves, waveId);
    if (!wave) continue;
    await tx.tell({ type: 'thread.traveled', ids: [waveId], audience: await peopleAround(context, wave) });
  }
  const said = new Set(found.filter(({ byId }) => byId === undefined).map(({ threadId }) => threadId));
  for (const thread of about.filter(({ id }) => said.has(id))) await tellAskers(context, thread);
  return found.length;
}

/**
 * Puts what traveled today in a thread in an order that does not tell when the writer spoke: between two messages of
 * an asker, who knows the hour of each, it would.
 */
async function mix({ tx, now }: CommandContext, threadId: string): Promise<void> {
  const today = (await messagesOf(tx, threadId)).filter(({ day }) => day === utcDay(now));
  const ordered = [
    ...today.filter((message) => sideOf(message) === 'asker'),
    ...today.filter((message) => sideOf(message) === 'writer'),
  ];
  for (const [at, message] of ordered.entries()) {
    const place = today[at]?.place ?? message.place;
    if (place !== message.place) await tx.replace(messages, { ...message, place });
  }
}

/** Tells those who replied in a thread that its writer has answered. */
async function tellAskers({ tx }: CommandContext, { id, waveId }: { id: string; waveId: string }) {
  const all = await tx.find(messages, { where: { threadId: id }, order: '+place', limit: 1000 });
  const askers = new Set(all.items.flatMap(({ byId }) => byId ?? []));
  const wave = await tx.get(waves, waveId);
  if (wave) askers.add(wave.askerId);
  await tx.tell({ type: 'thread.answered', ids: [waveId, id], audience: [...askers].sort() });
}
