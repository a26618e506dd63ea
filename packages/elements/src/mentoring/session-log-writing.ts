import type { Client, PersonRef, Session } from '@guildhall/core';

/** A promise while it is written. */
export interface PromiseWriting {
  text: string;
  ownerId: string;
  dueOn: string;
}

/** What became of a promise from before. */
export interface Settled {
  id: string;
  state: 'kept' | 'dropped';
}

/** How a session went, while it is written down. */
export interface LogWriting {
  met: '' | 'yes' | 'no';
  shared: string;
  own: string;
  promises: readonly PromiseWriting[];
  settled: readonly Settled[];
}

type SessionLog = Parameters<Client['mentoring']['logSession']>[0];

const NOTES_MAX = 20_000;
const PROMISE_MAX = 500;

/** The form as it begins: with the notes that there are already. */
export function newLog({ notesShared, notesPrivate }: Session): LogWriting {
  return { met: '', shared: notesShared ?? '', own: notesPrivate ?? '', promises: [], settled: [] };
}

/** An empty promise, of the first of the people. */
export function newPromise(people: readonly PersonRef[]): PromiseWriting {
  return { text: '', ownerId: people[0]?.id ?? '', dueOn: '' };
}

/** What is sent: of a session that did not take place, no notes and no promises. */
export function logOf(id: string, { met, shared, promises, settled }: LogWriting): SessionLog {
  const ids = (state: Settled['state']) => settled.filter((one) => one.state === state).map((one) => one.id);
  const held = met === 'yes';
  return {
    id,
    held,
    ...(held && shared.trim() && { notesShared: shared }),
    commitments: held
      ? promises
          .filter(({ text }) => text.trim())
          .map(({ text, ownerId, dueOn }) => ({ text: text.trim(), ownerId, ...(dueOn && { dueOn }) }))
      : [],
    kept: ids('kept'),
    dropped: ids('dropped'),
  };
}

/** Whether anything is longer than the server takes. */
export function isTooLong({ shared, own, promises }: LogWriting): boolean {
  const long = (text: string, max: number) => [...text].length > max;
  return (
    long(shared, NOTES_MAX) || long(own, NOTES_MAX) || promises.some(({ text }) => long(text, PROMISE_MAX))
  );
}
