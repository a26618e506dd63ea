import type { Find, Reader, Store } from '../store/store.js';
import { expectSame, patientWrite } from './expect.js';
import { withSeed, type Random } from './random.js';
import { card, cards, type Card, type Checks } from './sample.js';

/** Contract point 5 against a model: whatever is written, every query finds what a plain filter finds. */
export const randomFindChecks: Checks = {
  'find: random writes and random queries agree with a plain filter': (store) =>
    withSeed(async (random) => {
      const model = new Map<string, Card>();
      for (let round = 0; round < 12; round++) {
        await changeSome(store, random, model);
        for (let query = 0; query < 12; query++) {
          const find = randomFind(random);
          const expected = filtered([...model.values()], find);
          const found = await store.read((tx) => everyPage(tx, { ...find, limit: 1 + random.below(12) }));
          expectSame(found, expected, `round ${round}, ${JSON.stringify(find)}`);
        }
      }
    }),
};

const IDS = Array.from({ length: 90 }, (_, number) => `${['', 'é', '\uffff', '🎉'][number % 4]}${number}`);
const GROUPS = ['', 'a', 'A', 'b'];
const STATES = ['s', 't', '\uffff', '🎉'];
const TAGS = ['x', 'y', 'z', 'x ', 'ｘ'];
const TIMES = ['', '1', '10', '2', '2 ', 'B', 'a', '\uffff', '🎉'];
const SIZES = [-1.5, 0, 1, 2, 10];

/** One write of up to 25 changes: what the model has stands in the store. */
async function changeSome(store: Store, random: Random, model: Map<string, Card>): Promise<void> {
  const changes = random.some(IDS, 25).map((id) => randomCard(random, id));
  await patientWrite(store, async (tx) => {
    for (const change of changes) {
      const { id } = change;
      if (!model.has(id)) await tx.insert(cards, change);
      else if (change.title === 'remove') await tx.remove(cards, id);
      else await tx.replace(cards, change);
    }
  });
  for (const change of changes) {
    if (model.has(change.id) && change.title === 'remove') model.delete(change.id);
    else model.set(change.id, change);
  }
}

function randomCard(random: Random, id: string): Card {
  return {
    ...card(id, {
      at: random.pick(TIMES),
      tags: random.some(TAGS),
      title: random.pick(['keep', 'remove', 'keep']),
    }),
    ...(random.below(5) > 0 && { group: random.pick(GROUPS) }),
    ...(random.below(5) > 0 && { state: random.pick(STATES) }),
    ...(random.below(5) > 0 && { size: random.pick(SIZES) }),
  };
}

type Where = NonNullable<Find<Card>['where']>;

function randomFind(random: Random): Find<Card> {
  const field = random.pick(['at', 'at', 'at', 'size', 'id'] as const);
  const where: Where = {};
  const equals: Record<typeof field, readonly (readonly ('group' | 'state' | 'tags' | 'size')[])[]> = {
    at: [[], ['group'], ['state'], ['group', 'state'], ['tags'], ['tags', 'state'], ['size']],
    size: [[], ['group']],
    id: [[], ['group']],
  };
  for (const name of random.pick(equals[field])) {
    const several = random.below(2) === 0;
    if (name === 'size') where.size = several ? random.some(SIZES) : random.pick(SIZES);
    else {
      const values = { group: GROUPS, state: STATES, tags: TAGS }[name];
      where[name] = several ? [...random.some(values), random.pick(values)] : random.pick(values);
    }
  }
  if (random.below(3) === 0) {
    if (field === 'size') where.size = { from: random.pick(SIZES), before: random.pick(SIZES) };
    else where[field] = random.below(2) ? { from: random.pick(TIMES) } : { before: random.pick(TIMES) };
  }
  return { where, order: `${random.pick(['+', '-'] as const)}${field}` };
}

/** The ids that a query should find, worked out without any index. */
function filtered(all: readonly Card[], { where = {}, order = '+at' }: Find<Card>): string[] {
  // The orders made above name one of these three.
  const field = order.slice(1) as 'at' | 'size' | 'id';
  const matches = (each: Card): boolean =>
    each[field] !== undefined &&
    (['group', 'state', 'tags', 'size', 'at', 'id'] as const).every((name) =>
      isMatch(each[name], where[name]),
    );
  const ids = all.filter(matches).sort((a, b) => compare(a[field], b[field]) || compare(a.id, b.id));
  return (order.startsWith('-') ? ids.toReversed() : ids).map(({ id }) => id);
}

function isMatch(value: unknown, match: unknown): boolean {
  if (match === undefined) return true;
  if (typeof match === 'object' && match !== null && !Array.isArray(match)) {
    // The queries made above hold no other object.
    const { from, before } = match as { from?: unknown; before?: unknown };
    return (
      (from === undefined || compare(value, from) >= 0) &&
      (before === undefined || compare(value, before) < 0)
    );
  }
  const wanted: unknown[] = Array.isArray(match) ? match : [match];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.some((item) => wanted.includes(item));
}

/** Numbers by size, texts by code points: written out once more, so as not to check a thing by itself. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = Array.from(String(a), (letter) => letter.codePointAt(0) ?? 0);
  const right = Array.from(String(b), (letter) => letter.codePointAt(0) ?? 0);
  const at = left.findIndex((point, place) => point !== right[place]);
  return at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
}

async function everyPage(tx: Reader, find: Find<Card>): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await tx.find(cards, { ...find, after });
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}
