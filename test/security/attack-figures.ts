import assert from 'node:assert/strict';
import { Basis, smallUnions } from './attack-algebra.js';
import { attacked, type Attacked, type Release } from './attack-release.js';
import { K, SEED, thresholdOnly, wordsOf } from './attack-world.js';

const SEEDS = Array.from({ length: 5 }, (_, at) => SEED + at);

async function over(seeds: readonly number[], more: Partial<Release>, look: (one: Attacked) => number) {
  let won = 0;
  for (const seed of seeds) {
    const one = await attacked({ seed, ...more });
    won += look(one) > 0 ? 1 : 0;
    await one.world.close();
  }
  return won;
}

const groupsShown = ({ shown }: Attacked) => new Set(shown.map(({ group }) => group));
const count = (size: number) => size > 0 && size < K;

/** How many groups of 1 to k − 1 people show a figure, and how many of their texts somebody can read as a group's. */
function direct({ shown, members, readings, waveId }: Attacked): number {
  const small = (group: string) => count(members.get(group)?.length ?? 0);
  const texts = readings.filter(
    ({ name, input, text }) =>
      name.startsWith('pulse.') &&
      input['waveId'] === waveId &&
      small(String(input['group'] ?? 'all')) &&
      /said-|"shown":true/.test(text),
  );
  return shown.filter(({ group }) => small(group)).length + texts.length;
}

/** How many pairs of shown groups, one in the other, leave 1 to k − 1 people. */
function complement(one: Attacked): number {
  const groups = [...groupsShown(one)].map((id) => new Set(one.members.get(id)));
  return groups.reduce((sum, outer) => {
    const inside = groups.filter((inner) => inner !== outer && [...inner].every((id) => outer.has(id)));
    return sum + inside.filter((inner) => count(outer.size - inner.size)).length;
  }, 0);
}

/** How many unions of 1 to `most` others follow from everything shown and what the reader knows. */
export function linear(one: Attacked, reader?: readonly string[], most = K - 1): number {
  const knows = (reader ?? []).map((id) => ({ people: [id], groups: id }));
  const rest = one.atoms.map((atom) => ({
    ...atom,
    people: atom.people.filter((id) => !reader?.includes(id)),
  }));
  const columns = [...rest, ...knows];
  const row = (has: (id: string) => boolean) =>
    columns.map(({ people }) => (people[0] !== undefined && has(people[0]) ? 1 : 0));
  const known = new Basis(
    [...groupsShown(one)].map((group) => row((id) => one.members.get(group)?.includes(id) ?? false)),
  );
  for (const { people } of knows) known.add(row((id) => people.includes(id)));
  let follow = 0;
  for (const union of smallUnions(rest, most))
    if (known.has(columns.map((_, at) => (union.includes(at) ? 1 : 0)))) follow++;
  return follow;
}

/** What a mean says of the sum of so many answers: with the rounding, and the clipping of small groups. */
function sumRange(mean: number, people: number): [number, number] {
  const edge = people < 10 ? 0.2 : 0.1;
  const low = mean <= 1 + edge + 1e-9 ? 1 : mean - 0.05;
  const high = mean >= 5 - edge - 1e-9 ? 5 : mean + 0.05;
  return [Math.max(1, low) * people, Math.min(5, high) * people];
}

/**
 * How many unions of 1 to k − 1 people have their mean in less than two points: of each shown group those of its parts
 * that are shown are taken away, and what is left bounds each of the unions in it.
 */
function bounds(one: Attacked): number {
  const means = new Map(one.shown.map(({ group, mean }) => [group, mean]));
  const groups = [...means].map(([group, mean]) => ({ people: one.members.get(group) ?? [], mean }));
  let narrow = 0;
  for (const { people, mean } of groups)
    for (const start of [undefined, ...groups]) {
      let left = people;
      let [low, high] = sumRange(mean, people.length);
      for (const part of start ? [start, ...groups] : []) {
        if (part.people.length >= left.length || !part.people.every((id) => left.includes(id))) continue;
        const [least, most] = sumRange(part.mean, part.people.length);
        left = left.filter((id) => !part.people.includes(id));
        [low, high] = [low - most, high - least];
      }
      const atoms = one.atoms.map((atom) => ({
        ...atom,
        people: atom.people.filter((id) => left.includes(id)),
      }));
      for (const union of smallUnions(atoms, K - 1)) {
        const size = union.reduce((sum, at) => sum + (atoms[at]?.people.length ?? 0), 0);
        const others = left.length - size;
        const least = Math.max(1, (low - 5 * others) / size);
        const most = Math.min(5, (high - others) / size);
        if (most - least < 2 - 1e-6) narrow++;
      }
    }
  return narrow;
}

/** How many shown groups tell that all gave the same answer, although they are fewer than twenty. */
function unanimity(one: Attacked): number {
  let told = 0;
  for (const { name, input, text } of one.readings) {
    if (name !== 'pulse.report' || text.startsWith('refused')) continue;
    const people = one.members.get(String(input['group'] ?? 'all'))?.length ?? 0;
    for (const { cell } of JSON.parse(text).items)
      if (cell.shown && people < 20 && cell.favorable === 100) told++;
      else if (cell.shown && people < 10 && (cell.mean === 5 || cell.bars)) told++;
  }
  return told;
}

/** How many shown groups leave 1 to k − 1 people of those around them: the company without the group. */
function benchmark(one: Attacked): number {
  const shown = groupsShown(one);
  if (!shown.has('all')) return 0;
  const all = one.answered.length;
  return [...shown].filter((group) => count(all - (one.members.get(group)?.length ?? 0))).length;
}

const threshold = thresholdOnly(K);
/** Almost everybody is most content, which pushes what is hidden to the edge. */
const content = (at: number) => (at % 9 === 8 ? 4 : 5);

/** The attacks on figures. */
export const figureAttacks: Record<string, () => Promise<void>> = {
  async direct() {
    const one = await attacked({ seed: SEED, whole: true });
    const small = [...one.members.values()].filter((people) => count(people.length));
    assert.ok(small.length > 3, 'there are small groups to ask for');
    assert.ok(one.shown.length > 3, 'there is something to be had');
    assert.ok(new Set(one.readings.map(({ name }) => name)).size > 40, 'the whole table was asked');
    assert.equal(direct(one), 0);
    // Words are of all or of one attribute, never beside a figure of fewer than ten.
    for (const { input, text } of one.readings)
      if (text.includes(wordsOf('p0')))
        assert.ok((one.members.get(String(input['group'] ?? 'all'))?.length ?? 0) >= 10);
    await one.world.close();
    assert.equal(await over([SEED], { compute: thresholdOnly(1) }, direct), 1, 'the control is won');
  },
  async complement() {
    assert.equal(await over(SEEDS, {}, complement), 0);
    assert.ok((await over(SEEDS.slice(0, 2), { compute: threshold }, complement)) > 0, 'the control is won');
  },
  async linear() {
    const readers = ['p0', 'p4', 'p5'];
    const alone = (one: Attacked) =>
      linear(one) + readers.reduce((sum, reader) => sum + linear(one, [reader]), 0);
    assert.equal(await over(SEEDS, {}, alone), 0);
    assert.ok((await over(SEEDS.slice(0, 2), { compute: threshold }, linear)) > 0, 'the control is won');
  },
  async 'integer bounds'() {
    assert.equal(await over(SEEDS.slice(0, 2), {}, bounds), 0);
    assert.equal(await over(SEEDS.slice(0, 3), { level: content }, bounds), 0);
    const control = { compute: threshold, level: content };
    assert.ok((await over(SEEDS.slice(0, 2), control, bounds)) > 0, 'the control is won');
  },
  async unanimity() {
    const level = () => 5;
    assert.equal(await over(SEEDS.slice(0, 2), { level }, unanimity), 0);
    assert.equal(await over([SEED], { level, compute: threshold }, unanimity), 1, 'the control is won');
  },
  async benchmark() {
    const seeds = SEEDS.slice(0, 3);
    const few = { size: 11 };
    assert.equal(await over(seeds, few, benchmark), 0);
    assert.ok((await over(seeds, { ...few, compute: threshold }, benchmark)) > 0, 'the control is won');
    // No group is everybody else: those that show something are all, or people who have something in common.
    const rest = await attacked({ seed: SEED });
    for (const group of groupsShown(rest))
      assert.match(group, /^(all|(department|location|below):\S+( & \S+)?)$/);
    await rest.world.close();
  },
};
