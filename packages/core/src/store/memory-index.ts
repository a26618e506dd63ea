import { comparePlaces, type Key, type Place } from './cursor.js';
import { combinations, isOnPage, keysOf, type Plan } from './plan.js';
import type { StoredRecord } from './store.js';

/** One declared index in memory: for each combination of equality values the places in order. */
export class MemoryIndex {
  readonly #equals: readonly string[];
  readonly #order: string;
  readonly #buckets = new Map<string, Place[]>();

  constructor(fields: readonly string[], records: Iterable<StoredRecord>) {
    this.#equals = fields.slice(0, -1);
    this.#order = fields.at(-1) ?? 'id';
    for (const record of records)
      for (const [name, place] of this.#places(record)) this.#bucket(name).push(place);
    for (const places of this.#buckets.values()) places.sort(comparePlaces);
  }

  add(record: StoredRecord): void {
    for (const [name, place] of this.#places(record)) {
      const places = this.#bucket(name);
      places.splice(firstFrom(places, place), 0, place);
    }
  }

  remove(record: StoredRecord): void {
    for (const [name, place] of this.#places(record)) {
      const places = this.#bucket(name);
      places.splice(firstFrom(places, place), 1);
      if (places.length === 0) this.#buckets.delete(name);
    }
  }

  /** The ids of one page and one more, with those that `skip` names left out. */
  page(plan: Plan, skip: { has(id: string): boolean }): Place[] {
    return streamsOf(plan).flatMap((name) => this.#take(this.#buckets.get(name) ?? [], plan, skip));
  }

  #take(places: readonly Place[], plan: Plan, skip: { has(id: string): boolean }): Place[] {
    const taken: Place[] = [];
    for (let at = startOf(places, plan); taken.length <= plan.limit; at += plan.direction) {
      const place = places[at];
      if (!place || !isOnPage(plan, place)) break;
      if (!skip.has(place.id)) taken.push(place);
    }
    return taken;
  }

  #bucket(name: string): Place[] {
    const places = this.#buckets.get(name) ?? [];
    this.#buckets.set(name, places);
    return places;
  }

  #places(record: StoredRecord): [string, Place][] {
    return placesOf(record, this.#equals, this.#order);
  }
}

/** The places of a record in an index, each with the stream that it lies in; none when it lacks a field. */
export function placesOf(record: StoredRecord, equals: readonly string[], order: string): [string, Place][] {
  const [value] = keysOf(record, order);
  if (value === undefined) return [];
  const place = { value, id: record.id };
  return combinations(equals.map((field) => keysOf(record, field))).map((keys) => [streamName(keys), place]);
}

/** The names of the streams that a plan merges. */
export function streamsOf(plan: Plan): string[] {
  return combinations(plan.equals.map(([, values]) => values)).map(streamName);
}

function streamName(keys: readonly Key[]): string {
  return JSON.stringify(keys);
}

/** Where a walk in the plan's direction starts: the first place that its range and its cursor allow. */
function startOf(places: readonly Place[], plan: Plan): number {
  const { direction, after, range } = plan;
  if (direction === 1) {
    // No id sorts before the empty text.
    const from = range?.from === undefined ? 0 : firstFrom(places, { value: range.from, id: '' });
    return Math.max(from, after ? firstBehind(places, after) : 0);
  }
  const before =
    range?.before === undefined ? places.length : firstFrom(places, { value: range.before, id: '' });
  return Math.min(before, after ? firstFrom(places, after) : places.length) - 1;
}

/** The first position whose place does not come before the given one. */
function firstFrom(places: readonly Place[], place: Place): number {
  return firstWhere(places, (other) => comparePlaces(other, place) >= 0);
}

/** The first position whose place comes after the given one. */
function firstBehind(places: readonly Place[], place: Place): number {
  return firstWhere(places, (other) => comparePlaces(other, place) > 0);
}

function firstWhere(places: readonly Place[], holds: (place: Place) => boolean): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const place = places[middle];
    if (place && !holds(place)) low = middle + 1;
    else high = middle;
  }
  return low;
}
