import type { ElementClass } from '../define.js';
import type { GuildElement } from '../internal/guild-element.js';
import { fetchElements } from '../internal/later.js';
import { Query } from '../internal/query.js';

/**
 * An element whose code is fetched when it is first wanted: a query that has data once the tag can be used, and
 * shows the common skeleton and the common error, with a way to try again, until then.
 */
export function lateElement(
  host: GuildElement,
  wanted: () => boolean,
  load: () => Promise<ElementClass>,
): Query<true> {
  return new Query(host, {
    areas: [],
    args: () => (wanted() ? [] : undefined),
    keep: true,
    async load() {
      await fetchElements(async () => [await load()]);
      return true as const;
    },
  });
}
