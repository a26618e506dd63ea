import { seat, type Places } from './places.js';
import { COST_LIMIT } from './check-problem.js';
import type { Start } from './problem.js';

/**
 * Takes over what still holds of an earlier result: its prices, and every row that at these prices can do
 * no better than where it is. The others wait for a search; those whom no column would cost less than
 * staying out stay unmatched.
 */
export function takeOver(places: Places, { prices, match }: Start): void {
  const { rows, cols, indptr, indices, cost, price, outside, slotCost } = places;
  const lowest = slotCost[0]!;
  for (let col = 0; col < cols; col++) {
    const old = Math.round(prices[col]!);
    price[col] = old > lowest ? Math.min(old, COST_LIMIT) : lowest;
  }
  const { waiting } = places;
  for (let row = 0; row < rows; row++) {
    const old = match === undefined ? -1 : match[row]!;
    const end = indptr[row + 1]!;
    let least = outside[row]!;
    let chosen = -1;
    for (let edge = indptr[row]!; edge < end; edge++) {
      const col = indices[edge]!;
      const pays = cost[edge]! + price[col]!;
      if (pays < least) least = pays;
      if (col === old) chosen = edge;
    }
    if (chosen >= 0 && cost[chosen]! + price[old]! === least && hasRoom(places, old))
      seat(places, row, old, cost[chosen]!);
    else if (least < outside[row]!) waiting[places.waitingCount++] = row;
  }
}

/** Whether a column at its price may take one more. */
function hasRoom({ first, count, slotCost, price }: Places, col: number): boolean {
  return first[col]! + count[col]! < first[col + 1]! && slotCost[count[col]!]! <= price[col]!;
}
