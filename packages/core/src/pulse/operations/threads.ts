import { GuildhallError, notFound } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { members } from '../../policy.js';
import { id, page, pageOf, text, z } from '../../schema.js';
import { Key } from '../model/kinds.js';
import { messages, SafeThread, threads, type ThreadRecord } from '../model/thread.js';
import { utcDay } from '../thread-batch.js';
import {
  askedThread,
  hasRoom,
  messagesOf,
  MOST_MESSAGES,
  sideOf,
  threadByKey,
  threadView,
  threadViews,
} from '../thread-read.js';
import { visibleWave } from '../wave-read.js';

export const listThreads = query({
  summary:
    'Lists the words of a wave whose writers left a door open, in the order of the release, with what was said since.',
  who: members,
  input: z.strictObject({ waveId: id, ...page }),
  output: pageOf(SafeThread),
  refuses: ['wave.unknown'],
  async run(context, { waveId, limit, after }) {
    const { tx, actor } = context;
    const { reading } = await visibleWave(tx, waveId, actor);
    // Who may not read the words gets what is there when nobody wrote any.
    if (!reading.words) return { items: [] };
    const found = await tx.find(threads, { where: { waveId }, order: '+place', limit, after });
    return { ...found, items: await threadViews(context, found.items, 'asker') };
  },
});

export const reply = command({
  summary: 'Answers a writer whom nobody knows, by name. It travels at midnight UTC.',
  who: members,
  input: z.strictObject({ threadId: id, text: text(2000) }),
  output: SafeThread,
  refuses: ['thread.unknown', 'thread.closed', 'thread.full'],
  alone: (input) => `thread ${input.threadId}`,
  async run(context, { threadId, text: words }) {
    const { tx, actor } = context;
    const { thread } = await askedThread(tx, threadId, actor);
    await put(context, thread, { text: words, byId: actor.id });
    await tx.tell({ type: 'thread.replied', ids: [thread.waveId], audience: [actor.id] });
    return threadView(context, thread, 'asker');
  },
});

export const closeThread = command({
  summary: 'Ends a conversation with a writer whom nobody knows. What waits still travels.',
  who: members,
  input: z.strictObject({ threadId: id }),
  output: SafeThread,
  refuses: ['thread.unknown', 'thread.closed'],
  alone: (input) => `thread ${input.threadId}`,
  async run(context, { threadId }) {
    const { tx, actor } = context;
    const { thread } = await askedThread(tx, threadId, actor);
    if (thread.state !== 'open') throw closed();
    const record: ThreadRecord = { ...thread, state: 'closed' };
    await tx.replace(threads, record);
    await tx.tell({ type: 'thread.replied', ids: [thread.waveId], audience: [actor.id] });
    return threadView(context, record, 'asker');
  },
});

export const myThreads = query({
  summary: 'Reads the conversations to which the caller has the keys. Leaves no trace.',
  who: members,
  input: z.strictObject({ keys: z.array(Key).min(1).max(50) }),
  output: z.object({
    /** With the place of its key in the input. Keys without one are absent. */
    items: z.array(SafeThread.extend({ keyIndex: z.int() })),
  }),
  async run(context, { keys }) {
    const items: (SafeThread & { keyIndex: number })[] = [];
    for (const [keyIndex, key] of keys.entries()) {
      const thread = await threadByKey(context.tx, key);
      if (thread) items.push({ ...(await threadView(context, thread, 'writer')), keyIndex });
    }
    return { items };
  },
});

export const say = command({
  summary:
    'Says something in a conversation to which the caller has the key, unnamed. It travels at midnight UTC, in one batch with all others.',
  who: members,
  unlinked: true,
  input: z.strictObject({ key: Key, text: text(2000) }),
  output: z.object({ said: z.literal(true) }),
  refuses: ['thread.unknown', 'thread.closed', 'thread.full'],
  async run(context, { key, text: words }) {
    const thread = await threadByKey(context.tx, key);
    if (!thread) throw notFound('thread');
    await put(context, thread, { text: words });
    return { said: true as const };
  },
});

/** Puts a message at the end of a thread, where it waits for the end of the day. */
async function put(
  { tx, now, newId }: CommandContext,
  thread: ThreadRecord,
  message: { text: string; byId?: string },
): Promise<void> {
  if (thread.state !== 'open') throw closed();
  const before = await messagesOf(tx, thread.id);
  if (!hasRoom(before, sideOf(message)))
    throw new GuildhallError(
      'conflict',
      'thread.full',
      `Each side of a conversation has ${MOST_MESSAGES} messages at most.`,
    );
  const place = (before.at(-1)?.place ?? 0) + 1;
  await tx.insert(messages, {
    id: newId(),
    threadId: thread.id,
    ...message,
    place,
    waitsSince: utcDay(now),
  });
}

function closed(): GuildhallError {
  return new GuildhallError('conflict', 'thread.closed', 'This conversation has ended.');
}
