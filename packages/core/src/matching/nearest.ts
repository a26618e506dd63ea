import { lowestPrices } from './kinds.js';
import { COVER_BITS } from './postings.js';
import { FULL_SCORE } from './program.js';
import type { Search } from './search.js';

/** Buckets of 32 points, so that the promising come first. */
const BUCKET_BITS = COVER_BITS + 5;
const BUCKETS = (FULL_SCORE >> 5) + 2;
/** So many kinds are looked at as they come. */
const FEW_KINDS = 32;

/** Prices of mentors' places, with what bounds need of them. */
export interface PriceList {
  prices: ArrayLike<number>;
  /** The lowest of each kind; not known when left out. */
  ofKind: Float64Array | undefined;
  /** The lowest of all, or less. */
  of: number;
}

/** Makes a price list for the mentors of a search. */
export function priceList(search: Search, prices: ArrayLike<number>): PriceList {
  return { prices, ...lowestPrices(search.kinds, prices) };
}

/**
 * The mentors who cost a mentee least: the cost of the points lost plus the price. Special pairs are not among them.
 * Equal ones come in the order of numbers. Results stand in `mentor` and `cost` from 0 to `count`, least first.
 */
export class Nearest {
  readonly mentor: Int32Array;
  /** The points that each loses. */
  readonly lost: Int32Array;
  count = 0;
  /** Whom this refuses does not get in. */
  accepts: ((mentor: number) => boolean) | undefined;
  readonly #search: Search;
  readonly #costs: Int32Array;
  readonly #size: number;
  readonly #pays: Float64Array;
  readonly #buckets = new Int32Array(BUCKETS + 1);
  #ordered = new Int32Array(0);
  /** Nobody who pays more than this can get in any more. */
  #limit = 0;
  #mostLost = FULL_SCORE;

  /** @param costs What losing so many points costs, for 0 to 10,000 points; never falling. */
  constructor(search: Search, costs: Int32Array, size: number) {
    this.#search = search;
    this.#costs = costs;
    this.#size = size;
    this.mentor = new Int32Array(size + 1);
    this.lost = new Int32Array(size + 1);
    this.#pays = new Float64Array(size + 1);
  }

  /**
   * Finds them for the mentee whom the search is prepared for, of those who pay less than `below` and lose at most
   * `mostLost`. Answers what everybody else who loses no more than that pays at least.
   */
  find(list: PriceList, below: number, mostLost = FULL_SCORE): number {
    this.count = 0;
    this.#mostLost = mostLost;
    this.#limit = below - 0.5;
    if (this.#search.most >= 0) {
      this.#lookAtTouched(list, 0);
      if (this.#search.open > 0 && this.#leastGain(list.of) <= this.#search.open)
        this.#lookAtTouched(list, this.#search.close());
      this.#lookAtOthers(list);
    }
    const bound = this.count < this.#size ? below : this.#pays[0]!;
    this.#sort();
    return bound;
  }

  /** Finds them as `find` does, of those whom the search is prepared for: from 0 to `count` in `some`. */
  findAmong(some: Int32Array, count: number, prices: ArrayLike<number>, below: number): void {
    this.count = 0;
    this.#mostLost = FULL_SCORE;
    this.#limit = below - 0.5;
    if (this.#search.most >= 0) for (let at = 0; at < count; at++) this.#try(some[at]!, prices);
    this.#sort();
  }

  /** First those whom the mentee's goals favor most, so that the limit is low when the many others come. */
  #lookAtTouched({ prices, of }: PriceList, begin: number): void {
    const search = this.#search;
    const { touched, touchedCount } = search;
    const gains = this.#search.room;
    const favored = this.#favored(begin);
    for (let index = begin; index < touchedCount; index++)
      if (gains[index]! >= favored) this.#try(touched[index]!, prices);
    let least = this.#leastGain(of);
    let limit = this.#limit;
    for (let index = begin; index < touchedCount; index++) {
      const gain = gains[index]!;
      if (gain >= favored || gain < least) continue;
      this.#try(touched[index]!, prices);
      if (this.#limit === limit) continue;
      limit = this.#limit;
      least = this.#leastGain(of);
    }
  }

  #try(mentor: number, prices: ArrayLike<number>): void {
    const price = prices[mentor]!;
    if (price > this.#limit || this.#search.isBarred(mentor)) return;
    const quick = this.#search.quick(mentor);
    if (quick >= 0) this.#consider(mentor, quick, price);
  }

  /** Who has gained less than this cannot get in, at the lowest price and with the best of everything else. */
  #leastGain(lowest: number): number {
    const costs = this.#costs;
    const most = this.#search.most;
    let [low, high] = [-1, FULL_SCORE];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (costs[middle]! + lowest <= this.#limit) low = middle;
      else high = middle - 1;
    }
    return low < 0 ? Infinity : (FULL_SCORE - low - most) << COVER_BITS;
  }

  /** A gain that about twice as many have as there is room for; copies gains into the order of the touched. */
  #favored(begin: number): number {
    const { gained, touched, touchedCount } = this.#search;
    const gains = this.#search.room;
    const buckets = this.#buckets.fill(0);
    for (let index = begin; index < touchedCount; index++) {
      const gain = gained[touched[index]!]!;
      gains[index] = gain;
      buckets[gain >> BUCKET_BITS]!++;
    }
    let bucket = BUCKETS;
    for (let room = 2 * this.#size; bucket > 0 && room > 0; bucket--) room -= buckets[bucket]!;
    return (bucket + 1) << BUCKET_BITS;
  }

  /** Those whom no goal favors, by kinds: the best kinds first, so that the limit is low when the others come. */
  #lookAtOthers(list: PriceList): void {
    const search = this.#search;
    const { ofKind, of } = list;
    const costs = this.#costs;
    if (costs[Math.max(0, FULL_SCORE - search.most)]! + of > this.#limit) return;
    const kinds = this.#promisingKinds(list);
    const { first } = search.kinds;
    for (let index = 0; index < kinds; index++) {
      const kind = this.#ordered[index]!;
      const points = search.ofKind(kind);
      const cost = costs[Math.max(0, FULL_SCORE - points - search.lateMost)]!;
      const least = cost + (ofKind ? ofKind[kind]! : of);
      if (least <= this.#limit) this.#lookAtKind(first[kind]!, first[kind + 1]!, cost, least, list.prices);
    }
  }

  #lookAtKind(begin: number, end: number, cost: number, least: number, prices: ArrayLike<number>): void {
    const search = this.#search;
    const { members } = search.kinds;
    for (let at = begin; at < end; at++) {
      const mentor = members[at]!;
      if (least >= this.#limit && this.count === this.#size) {
        // They pay no less than the last who got in; of equals the lower number counts, and numbers only rise here.
        if (least > this.#limit || mentor > this.mentor[0]!) return;
      }
      if (search.gained[mentor] !== 0 || cost + prices[mentor]! > this.#limit || search.isBarred(mentor))
        continue;
      const quick = search.quick(mentor);
      if (quick >= 0) this.#consider(mentor, quick, prices[mentor]!);
    }
  }

  /** Puts the kinds that may get in into `ordered`, by buckets of points where they are many; answers how many. */
  #promisingKinds({ ofKind, of }: PriceList): number {
    const search = this.#search;
    const costs = this.#costs;
    const { count } = search.kinds;
    if (this.#ordered.length < count) this.#ordered = new Int32Array(count);
    const ordered = this.#ordered;
    let kinds = 0;
    for (let kind = 0; kind < count; kind++) {
      const points = search.ofKind(kind);
      if (points < 0) continue;
      const cost = costs[Math.max(0, FULL_SCORE - points - search.lateMost)]!;
      if (cost + (ofKind ? ofKind[kind]! : of) <= this.#limit) ordered[kinds++] = kind;
    }
    if (kinds > FEW_KINDS) this.#sortKinds(kinds);
    return kinds;
  }

  #sortKinds(kinds: number): void {
    const search = this.#search;
    const ordered = this.#ordered;
    const unordered = ordered.slice(0, kinds);
    const next = this.#buckets.fill(0);
    const bucketOf = (kind: number) => (FULL_SCORE - search.ofKind(kind)) >> 5;
    for (const kind of unordered) next[bucketOf(kind) + 1]!++;
    for (let bucket = 1; bucket < next.length; bucket++) next[bucket]! += next[bucket - 1]!;
    for (const kind of unordered) ordered[next[bucketOf(kind)]!++] = kind;
  }

  #consider(mentor: number, quick: number, price: number): void {
    const costs = this.#costs;
    const least = FULL_SCORE - quick - this.#search.lateMost;
    if (least > this.#mostLost || costs[least > 0 ? least : 0]! + price > this.#limit) return;
    const whole = this.#search.whole(mentor, quick);
    const lost = FULL_SCORE - whole;
    if (whole < 0 || lost > this.#mostLost) return;
    const pays = costs[lost]! + price;
    if (pays > this.#limit) return;
    const isFull = this.count === this.#size;
    if (isFull && (pays > this.#pays[0]! || (pays === this.#pays[0] && mentor > this.mentor[0]!))) return;
    if (this.accepts && !this.accepts(mentor)) return;
    if (isFull) this.#sink(this.count, mentor, lost, pays);
    else this.#rise(mentor, lost, pays);
    if (this.count === this.#size) this.#limit = this.#pays[0]!;
  }

  /** Puts one more into the heap, whose top is the one who pays most. */
  #rise(mentor: number, lost: number, pays: number): void {
    let at = this.count++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#worse(pays, mentor, above)) break;
      this.#move(above, at);
      at = above;
    }
    this.#put(at, mentor, lost, pays);
  }

  /** Puts one in the place of the top, in a heap of `count`. */
  #sink(count: number, mentor: number, lost: number, pays: number): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= count) break;
      if (below + 1 < count && this.#worse(this.#pays[below + 1]!, this.mentor[below + 1]!, below)) below++;
      if (this.#worse(pays, mentor, below)) break;
      this.#move(below, at);
      at = below;
    }
    this.#put(at, mentor, lost, pays);
  }

  #sort(): void {
    for (let end = this.count - 1; end > 0; end--) {
      const [mentor, lost, pays] = [this.mentor[end]!, this.lost[end]!, this.#pays[end]!];
      this.#move(0, end);
      this.#sink(end, mentor, lost, pays);
    }
  }

  #worse(pays: number, mentor: number, than: number): boolean {
    return pays > this.#pays[than]! || (pays === this.#pays[than] && mentor > this.mentor[than]!);
  }

  #move(from: number, to: number): void {
    this.mentor[to] = this.mentor[from]!;
    this.lost[to] = this.lost[from]!;
    this.#pays[to] = this.#pays[from]!;
  }

  #put(at: number, mentor: number, lost: number, pays: number): void {
    this.mentor[at] = mentor;
    this.lost[at] = lost;
    this.#pays[at] = pays;
  }
}
