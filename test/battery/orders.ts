/** P6: whether the order in which anything is read tells in which order people answered. */
import { kendall } from '../security/attack-algebra.js';
import { against, answeredIn, openOrders, SIZE, type Order } from '../security/attack-orders.js';
import { idsFrom } from '../security/attack-changes.js';

/** One list against the order of the answers, over all surveys. */
export interface OrderTally {
  list: string;
  /** The mean of Kendall's τ. By chance it is 0. */
  mean: number;
  /** Its standard deviation; by chance `√(2 (2n + 5) / (9 n (n − 1)))` for n people. */
  deviation: number;
}

/** What was found. */
export interface Orders {
  surveys: number;
  people: number;
  tallies: OrderTally[];
  /** The standard deviation that chance gives. */
  byChance: number;
}

/** So far the mean may be from 0. */
export const ORDER_TOLERANCE = 0.1;

const LISTS: Record<string, (one: Order) => number> = {
  'texts of a question, as listed': (one) => against(one.words['t'] ?? [], one.turns),
  'texts of another question': (one) => against(one.words['u'] ?? [], one.turns),
  'texts in the file': (one) => against(one.file, one.turns),
  'threads, as listed': (one) => against(one.threads, one.turns),
  'threads, page by page': (one) => against(one.paged, one.turns),
  'threads, by id': (one) => against(one.byId, one.turns),
  'texts against the roster': (one) => kendall((one.words['t'] ?? []).map((id) => Number(id.slice(1)))),
};

/** So many surveys are of one organization; then another one is opened. */
const PER_WORLD = 50;

/** Sealed surveys of twelve people, answered in an order by chance, some of them twice or taken back in between. */
export async function runOrders(surveys: number, seed: number): Promise<Orders> {
  const taus = new Map(Object.keys(LISTS).map((list) => [list, [] as number[]]));
  for (let from = 0; from < surveys; from += PER_WORLD) {
    const world = await openOrders({ newId: idsFrom(seed + from) });
    for (let at = from; at < Math.min(surveys, from + PER_WORLD); at++) {
      const one = await answeredIn(world, seed + at);
      for (const [list, tau] of Object.entries(LISTS)) taus.get(list)?.push(tau(one));
    }
    await world.close();
  }
  const tallies = [...taus].map(([list, all]) => {
    const mean = all.reduce((sum, tau) => sum + tau, 0) / all.length;
    const variance = all.reduce((sum, tau) => sum + (tau - mean) ** 2, 0) / all.length;
    return { list, mean, deviation: Math.sqrt(variance) };
  });
  const byChance = Math.sqrt((2 * (2 * SIZE + 5)) / (9 * SIZE * (SIZE - 1)));
  return { surveys, people: SIZE, tallies, byChance };
}
