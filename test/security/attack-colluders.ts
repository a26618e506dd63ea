import assert from 'node:assert/strict';
import { linear } from './attack-figures.js';
import { attacked, type Attacked } from './attack-release.js';
import { SEED, type Person } from './attack-world.js';

/** How many people are in which department and which town. */
const PLACES = [
  { unit: 0, town: 0, people: 6 },
  { unit: 1, town: 1, people: 9 },
  { unit: 1, town: 2, people: 2 },
  { unit: 2, town: 2, people: 8 },
  { unit: 2, town: 1, people: 2 },
];

/**
 * Two ways for two: four others are in Unit 0 with them; and Unit 1 and Town 1, of eleven each, differ by two against
 * two.
 */
function organization(): Person[] {
  const places = PLACES.flatMap(({ people, ...place }) => new Array<typeof place>(people).fill(place));
  return places.map(({ unit, town }, at) => ({
    id: `p${at}`,
    department: `Unit ${unit}`,
    location: `Town ${town}`,
    manager: 'chief',
  }));
}

/** The survey of that organization, read by everybody who was asked. */
function surveyed(more: { colluders?: 1 | 2 }): Promise<Attacked> {
  return attacked({
    seed: SEED,
    people: organization(),
    survey: { plan: { attributes: ['department', 'location'] }, readers: { members: true }, ...more },
  });
}

/** The pairs that win, by the places of the two; people of one place know the same. */
function winners(one: Attacked): string[] {
  const places = PLACES.flatMap(({ people, unit, town }) =>
    new Array<string>(people).fill(`Unit ${unit}, Town ${town}`),
  );
  const won = new Set<string>();
  for (const [at, first] of one.answered.entries())
    for (const [beside, second] of one.answered.slice(at + 1).entries())
      if (linear(one, [first, second]) > 0) won.add(`${places[at]} with ${places[at + 1 + beside]}`);
  return [...won].sort();
}

/**
 * Two who answered pool what they know, and all that anybody can read. By default the figures withstand one reader who
 * answered, which is the control: two win. With two colluders in the terms they do not.
 */
export async function colluderAttack(): Promise<void> {
  for (const terms of [{}, { colluders: 1 }] as const) {
    const control = await surveyed(terms);
    for (const id of control.answered) assert.equal(linear(control, [id]), 0, `${id} alone`);
    assert.deepEqual(winners(control), [
      'Unit 0, Town 0 with Unit 0, Town 0',
      'Unit 1, Town 2 with Unit 1, Town 2',
      'Unit 2, Town 1 with Unit 2, Town 1',
    ]);
    await control.world.close();
  }
  const one = await surveyed({ colluders: 2 });
  assert.deepEqual(winners(one), []);
  assert.ok(new Set(one.shown.map(({ group }) => group)).size >= 3, 'there is something to be had');
  // It is among the terms: HR reads it, and it is frozen with the rest.
  const { pulse } = one.world.as('femi');
  const { surveyId } = await pulse.wave({ id: one.waveId });
  const { colluders, draft } = await pulse.survey({ id: surveyId });
  assert.deepEqual([colluders, draft?.colluders], [2, 2]);
  await one.world.close();
}
