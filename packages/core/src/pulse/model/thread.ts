import { PersonRef } from '../../people/model.js';
import { id, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Day } from './kinds.js';

/** A message between one who asks, by name, and a writer whom nobody knows. */
export const Message = z.object({
  id,
  from: z.enum(['asker', 'writer']),
  /** Who of those who ask; never the writer. */
  by: PersonRef.optional(),
  text: z.string(),
  /** The day on which it traveled; absent while it waits for midnight UTC. */
  day: Day.optional(),
});

/** A conversation that began with the words of a writer who left a door open. */
export const SafeThread = z.object({
  id,
  waveId: id,
  surveyTitle: z.string(),
  questionId: id,
  /** The words. */
  text: z.string(),
  state: z.enum(['open', 'closed']),
  messages: z.array(Message),
  may: z.object({ reply: z.boolean(), close: z.boolean() }),
});
export type SafeThread = z.output<typeof SafeThread>;

/** A thread as stored. The id was made at random for the release; `keyHash` is what its writer can show the key to. */
export interface ThreadRecord {
  id: string;
  waveId: string;
  questionId: string;
  text: string;
  keyHash: string;
  state: 'open' | 'closed';
  /** Orders the list as the release does. */
  place: string;
}

export const threads = collection<ThreadRecord>({
  name: 'pulse_threads',
  indexes: [
    ['waveId', 'place'],
    ['keyHash', 'id'],
  ],
});

/** A message as stored, or one that waits. Of a writer's there is neither a person nor a time. */
export interface MessageRecord {
  id: string;
  threadId: string;
  /** The asker's own; absent for the writer's. */
  byId?: string;
  text: string;
  /** Its place in the thread, from 1. */
  place: number;
  /** The day on which it traveled, in UTC; absent while it waits. */
  day?: string;
  /** The day on which it was written, in UTC; present while it waits. */
  waitsSince?: string;
}

/** Messages: sealed, so that where they lie tells nothing of when they were written. */
export const messages = collection<MessageRecord>({
  name: 'pulse_messages',
  indexes: [['threadId', 'place'], ['waitsSince']],
  numbers: ['place'],
  sealed: true,
});
