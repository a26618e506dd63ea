import type { AnyCollection } from '../store/any-collection.js';
import type { Store } from '../store/store.js';
import { feedOrderChecks } from './feed-order.js';
import { feedChecks } from './feed.js';
import { changedFindChecks } from './find-changes.js';
import { randomFindChecks } from './find-random.js';
import { findChecks } from './find.js';
import { insertAllChecks } from './insert-all.js';
import { isolationChecks } from './isolation.js';
import { momentChecks } from './moments.js';
import { takenChecks } from './records-taken.js';
import { recordChecks } from './records.js';
import { sampleCollections } from './sample.js';
import { rankingChecks } from './search-ranking.js';
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
    takenChecks,
    insertAllChecks,
    findChecks,
    changedFindChecks,
    randomFindChecks,
    searchChecks,
    rankingChecks,
    transactionChecks,
    isolationChecks,
    momentChecks,
    feedChecks,
    feedOrderChecks,
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
