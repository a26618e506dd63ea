import type { AnyCollection } from '../store/any-collection.js';
import type { Store } from '../store/store.js';
import { feedChecks } from './feed.js';
import { findChecks } from './find.js';
import { randomFindChecks } from './find-random.js';
import { momentChecks } from './moments.js';
import { recordChecks } from './records.js';
import { sampleCollections } from './sample.js';
import { searchChecks } from './search.js';
import { transactionChecks } from './transactions.js';

export type { AnyCollection } from '../store/any-collection.js';

/** Registers a test: `test` of node:test, of a browser's runner, or any function that runs what it gets. */
export type RegisterTest = (name: string, run: () => Promise<void>) => unknown;

/** Gives a new, empty, prepared store for these collections. The suite closes it. */
export type OpenStore = (collections: readonly AnyCollection[]) => Promise<Store>;

/**
 * Checks that a store keeps the whole contract of the port, all nine points, with concurrent writers and readers.
 * A store that passes is correct. Each test opens a store of its own; the random ones name their seed when they fail.
 */
export function storeConformance(test: RegisterTest, openStore: OpenStore): void {
  const themes = [
    recordChecks,
    findChecks,
    randomFindChecks,
    searchChecks,
    transactionChecks,
    momentChecks,
    feedChecks,
  ];
  for (const [name, check] of themes.flatMap((checks) => Object.entries(checks))) {
    test(name, async () => {
      const store = await openStore(sampleCollections);
      try {
        await check(store);
      } finally {
        await store.close();
      }
    });
  }
}
