import type { Places } from './places.js';
import { transpose, type Transpose } from './transpose.js';

/**
 * A column without any place can have any price that keeps rows away. It gets the lowest one: what its first
 * place would be worth.
 */
export function priceForbidden(places: Places, known?: Transpose): void {
  const { cols, first, cost, outside, match, paid, price, slotCost } = places;
  let columns = known;
  for (let col = 0; col < cols; col++) {
    if (first[col] !== first[col + 1]) continue;
    columns ??= transpose(places);
    let most = slotCost[0]!;
    for (let at = columns.begins[col]!; at < columns.begins[col + 1]!; at++) {
      const row = columns.rows[at]!;
      const theirs = match[row]!;
      const pays = theirs < 0 ? outside[row]! : paid[row]! + price[theirs]!;
      most = Math.max(most, pays - cost[columns.edges[at]!]!);
    }
    price[col] = most;
  }
}
