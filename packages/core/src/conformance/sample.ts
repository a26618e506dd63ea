import type { AnyCollection } from '../store/any-collection.js';
import { patientWrite } from './expect.js';
import { collection, type Store, type StoreEvent } from '../store/store.js';

/** A record with a field of every kind. */
export interface Card {
  id: string;
  group?: string;
  state?: string;
  tags: string[];
  at: string;
  size?: number;
  title?: string;
  lines?: string[];
}

export const cards = collection<Card>({
  name: 'conformance_cards',
  indexes: [
    ['at'],
    ['size'],
    ['id'],
    ['group', 'at'],
    ['group', 'size'],
    ['group', 'id'],
    ['state', 'at'],
    ['group', 'state', 'at'],
    ['tags', 'at'],
    ['tags', 'state', 'at'],
    ['size', 'at'],
  ],
  arrays: ['tags'],
  numbers: ['size'],
  search: ['title', 'lines'],
});

/** A record that counts, with unique keys. */
export interface Account {
  id: string;
  left: number;
  owner?: string;
  kind?: string;
}

export const accounts = collection<Account>({
  name: 'conformance_accounts',
  indexes: [['kind', 'owner']],
  unique: [['owner'], ['kind', 'left']],
  numbers: ['left'],
  atLeastZero: ['left'],
});

/** A record that holds anything, and has no index at all. */
export interface Note {
  id: string;
  value?: unknown;
}

export const notes = collection<Note>({ name: 'conformance_notes', indexes: [] });

/** A record of which nobody may tell when it came. */
export interface Ballot {
  id: string;
  choice: string;
}

export const ballots = collection<Ballot>({
  name: 'conformance_ballots',
  indexes: [['choice', 'id']],
  sealed: true,
});

/** All that the suite asks a store to hold. */
export const sampleCollections: readonly AnyCollection[] = [cards, accounts, notes, ballots];

/** A check of the suite: it gets a new, empty, prepared store. */
export type Check = (store: Store) => Promise<void>;

/** Checks by name. */
export type Checks = Readonly<Record<string, Check>>;

/** A card with only what every card needs. */
export function card(id: string, fields: Partial<Card> = {}): Card {
  return { id, tags: [], at: '2026-01-01T00:00:00.000Z', ...fields };
}

/** An event about these ids for everyone. */
export function event(...ids: string[]): StoreEvent {
  return { type: 'sample.told', area: 'sample', ids, audience: 'everyone', at: '2026-01-01T00:00:00.000Z' };
}

/** Inserts cards in one write. */
export function insertCards(store: Store, inserted: readonly Card[]): Promise<void> {
  return patientWrite(store, async (tx) => {
    for (const each of inserted) await tx.insert(cards, each);
  });
}

/** Inserts accounts in one write. */
export function insertAccounts(store: Store, inserted: readonly Account[]): Promise<void> {
  return patientWrite(store, async (tx) => {
    for (const each of inserted) await tx.insert(accounts, each);
  });
}
