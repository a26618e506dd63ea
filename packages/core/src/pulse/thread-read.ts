import { notFound } from '../errors.js';
import type { QueryContext } from '../operation.js';
import { refsOf } from '../people/read.js';
import type { KnownActor } from '../policy.js';
import { sha256 } from '../sha256.js';
import type { Reader } from '../store/store.js';
import { messages, threads, type MessageRecord, type SafeThread, type ThreadRecord } from './model/thread.js';
import { waves, type WaveRecord } from './model/wave.js';
import { readingFor } from './wave-read.js';

/** The most messages of each side of a thread: a limit of both together would tell each side of the other. */
export const MOST_MESSAGES = 100;

/** On which side of a thread somebody reads it. */
export type Side = 'asker' | 'writer';

/** The thread, if the actor reads the words of its wave; absent and hidden are the same answer. */
export async function askedThread(
  tx: Reader,
  threadId: string,
  actor: KnownActor,
): Promise<{ thread: ThreadRecord; wave: WaveRecord }> {
  const thread = await tx.get(threads, threadId);
  const wave = thread && (await tx.get(waves, thread.waveId));
  if (!wave) throw notFound('thread');
  if (!(await readingFor(tx, wave, actor)).words) throw notFound('thread');
  return { thread, wave };
}

/** The thread that a key opens; undefined for none. */
export async function threadByKey(tx: Reader, key: string): Promise<ThreadRecord | undefined> {
  const where = { keyHash: sha256(key) };
  return (await tx.find(threads, { where, order: '+id', limit: 1 })).items[0];
}

/** All messages of a thread in their order, also those that wait. */
export async function messagesOf(tx: Reader, threadId: string): Promise<MessageRecord[]> {
  const found = await tx.find(messages, { where: { threadId }, order: '+place', limit: 2 * MOST_MESSAGES });
  return found.items;
}

/** Threads as one side reads them: what the other side wrote is there once it has traveled. */
export async function threadViews(
  { tx }: Pick<QueryContext, 'tx'>,
  records: readonly ThreadRecord[],
  side: Side,
): Promise<SafeThread[]> {
  const about = await tx.getMany(waves, [...new Set(records.map(({ waveId }) => waveId))]);
  const titles = new Map(about.map((wave) => [wave.id, wave.title]));
  const views: SafeThread[] = [];
  for (const { id, waveId, questionId, text, state } of records) {
    const all = await messagesOf(tx, id);
    const open = state === 'open';
    views.push({
      ...{ id, waveId, questionId, text, state },
      surveyTitle: titles.get(waveId) ?? '',
      messages: await messageViews(tx, all, side),
      may: { reply: open && hasRoom(all, side), close: open && side === 'asker' },
    });
  }
  return views;
}

/** Whether a side can still write: its own messages count, whatever the other side has written. */
export function hasRoom(all: readonly MessageRecord[], side: Side): boolean {
  return all.filter((message) => sideOf(message) === side).length < MOST_MESSAGES;
}

/** Who wrote a message. */
export function sideOf({ byId }: { byId?: string | undefined }): Side {
  return byId === undefined ? 'writer' : 'asker';
}

async function messageViews(
  tx: Reader,
  all: readonly MessageRecord[],
  side: Side,
): Promise<SafeThread['messages']> {
  const refs = await refsOf(
    tx,
    all.flatMap(({ byId }) => byId ?? []),
  );
  return all.flatMap(({ id, byId, text, day }) => {
    const from = sideOf({ byId });
    if (day === undefined && from !== side) return [];
    const by = byId === undefined ? undefined : refs.get(byId);
    return { id, from, text, ...(by && { by }), ...(day !== undefined && { day }) };
  });
}

/** One thread as one side reads it. */
export async function threadView(
  context: Pick<QueryContext, 'tx'>,
  record: ThreadRecord,
  side: Side,
): Promise<SafeThread> {
  const [view] = await threadViews(context, [record], side);
  if (!view) throw new Error('One record gives one view.');
  return view;
}
