import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memory, type Kept } from './memory.js';
import { Settings } from './settings/model.js';
import { memoryStore } from './store/memory.js';
import { collection, type Reader, type StoreEvent } from './store/store.js';

const notes = collection<{ id: string; text: string }>({ name: 'notes', indexes: [['id']] });
const changed = (id: string): StoreEvent => ({
  type: 'note.changed',
  area: 'x',
  ids: [id],
  audience: 'everyone',
  at: '',
});

/** Keeps the texts of notes. */
class Texts implements Kept {
  readonly texts = new Map<string, string>();
  readonly stale = new Map<string, number>();
  readings = 0;

  notice(event: StoreEvent, number: number): void {
    for (const id of event.ids) this.stale.set(id, number);
  }

  forget(): void {
    this.texts.clear();
  }

  isStale(): boolean {
    return this.stale.size > 0;
  }

  async refresh(tx: Reader, asOf: number): Promise<void> {
    this.readings += 1;
    for (const { id, text } of await tx.getMany(notes, [...this.stale.keys()])) this.texts.set(id, text);
    for (const [id, number] of this.stale) if (number <= asOf) this.stale.delete(id);
  }
}

test('what is kept is read again when something has happened, once for all who ask at the same time', async () => {
  const store = memoryStore();
  const memory = new Memory(Settings.parse({}), () => new Date());
  const kept = memory.of(Texts);
  assert.equal(memory.of(Texts), kept);
  await store.write((tx) => tx.insert(notes, { id: 'a', text: 'one' }));
  memory.notice(changed('a'));
  await Promise.all([1, 2, 3].map(() => memory.refresh(Texts, store)));
  assert.deepEqual([kept.readings, kept.texts.get('a'), kept.isStale()], [1, 'one', false]);
});

test('what happens while it reads is read again: the reading may not have seen it', async () => {
  const store = memoryStore();
  const memory = new Memory(Settings.parse({}), () => new Date());
  const kept = memory.of(Texts);
  await store.write((tx) => tx.insert(notes, { id: 'a', text: 'one' }));
  memory.notice(changed('a'));
  const slow = {
    ...store,
    read: async <R>(work: (tx: Reader) => Promise<R>) =>
      store.read(async (tx) => {
        await tx.get(notes, 'a');
        // Committed by another server after this transaction began, and heard of before it has read.
        memory.notice(changed('a'));
        return work(tx);
      }),
  };
  await memory.refresh(Texts, slow);
  assert.equal(kept.isStale(), true);
  await store.write((tx) => tx.replace(notes, { id: 'a', text: 'two' }));
  await memory.refresh(Texts, store);
  assert.deepEqual([kept.texts.get('a'), kept.isStale()], ['two', false]);
});

test('a reading that fails fails its caller, and the next one tries again', async () => {
  const store = memoryStore();
  const memory = new Memory(Settings.parse({}), () => new Date());
  memory.of(Texts);
  memory.notice(changed('a'));
  const broken = { ...store, read: () => Promise.reject(new Error('gone')) };
  await assert.rejects(memory.refresh(Texts, broken), /gone/);
  await memory.refresh(Texts, store);
  assert.equal(memory.of(Texts).isStale(), false);
});
