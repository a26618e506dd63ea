import type { Store } from '../store/store.js';
import { expectSame } from './expect.js';
import { card, cards, type Card } from './sample.js';

/** Cards c0, c1, … with these titles. */
export function titled(titles: readonly string[]): Card[] {
  return titles.map((title, number) => card(`c${number}`, { title }));
}

export async function idsOf(store: Store, text: string): Promise<string[]> {
  const { items } = await store.read((tx) => tx.search(cards, text));
  return items.map(({ id }) => id);
}

export async function expectFound(store: Store, text: string, ids: readonly string[]): Promise<void> {
  expectSame(await idsOf(store, text), ids, `searching ${text.slice(0, 60)}`);
}
