/** Organizations, plans and answers from a seed: what the tests of this area and the battery look at. */
import type { Colluders, Group, Measure, PanelInput, Respondent, SurveyInput } from './model.js';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `from` up to and including `to`. */
export function integer(random: () => number, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** A question from 1 to 5, as most are. */
export function question(id: string): Measure {
  return { id, kind: 'mean', min: 1, max: 5, whole: true, favorable: 4 };
}

/** What a generated survey is like. */
export interface Shape {
  people: number;
  /** By attribute: how many values it has. */
  attributes: number[];
  /** Whether pairs of attributes are groups too. */
  crossings?: boolean;
  questions?: number;
  indexes?: boolean;
  /** How likely a question is not judged. */
  skip?: number;
  /** How much smaller later values of an attribute are: 0 for all alike. */
  skew?: number;
  k?: number;
  colluders?: Colluders;
  texts?: number;
}

/** Attribute values by person: some values are larger than others. */
function valuesOf(random: () => number, people: number, values: number, skew: number): number[] {
  const weights = Array.from({ length: values }, (_, at) => 1 / (1 + skew * at));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: people }, () => {
    let left = random() * total;
    for (const [value, weight] of weights.entries()) if ((left -= weight) < 0) return value;
    return values - 1;
  });
}

/** A survey of everyone in an organization. Groups are named `a0=3` and, crossed, `a0=3&a1=0`. */
export function surveyOf(seed: number, shape: Shape): SurveyInput {
  const random = randomFrom(seed);
  const { people, attributes, crossings = true, questions = 1, skip = 0, skew = 0.3, k = 5 } = shape;
  const held = attributes.map((values) => valuesOf(random, people, values, skew));
  const groups = new Map<string, Group>([['all', { id: 'all', level: 0, name: 'Everyone' }]]);
  const respondents = Array.from({ length: people }, (_, person): Respondent => {
    const single = held.map((values, attribute) => `a${attribute}=${values[person]}`);
    const crossed = crossings
      ? single.flatMap((one, at) => single.slice(at + 1).map((other) => `${one}&${other}`))
      : [];
    for (const id of single) groups.set(id, { id, level: 1, name: id });
    for (const id of crossed) groups.set(id, { id, level: 3, name: id });
    return { groups: [...single, ...crossed], values: {}, texts: {} };
  });
  const measures = Array.from({ length: questions }, (_, at) => question(`q${at}`));
  for (const respondent of respondents) {
    const mood = integer(random, 2, 4);
    for (const { id } of measures)
      if (random() >= skip) respondent.values[id] = Math.min(5, Math.max(1, mood + integer(random, -2, 2)));
    for (let text = 0; text < (shape.texts ?? 0); text++)
      if (random() < 0.4) respondent.texts[`t${text}`] = { text: `said ${integer(random, 0, 1e9)}` };
  }
  const invited: Record<string, number> = { all: people };
  for (const id of respondents.flatMap((one) => one.groups)) invited[id] = (invited[id] ?? 0) + 1;
  return {
    kind: 'survey',
    thresholds: { k, kText: 10, writers: 3 },
    colluders: shape.colluders ?? 0,
    groups: [...groups.values()],
    measures,
    indexes: shape.indexes ? [{ id: 'index', measures: measures.slice(0, 3).map(({ id }) => id) }] : [],
    texts: Array.from({ length: shape.texts ?? 0 }, (_, at) => `t${at}`),
    respondents,
    invited,
    shuffle: '000102030405060708090a0b0c0d0e0f',
  };
}

/** A survey of 5 to 500 people with up to three attributes. */
export function anySurvey(seed: number, more: Partial<Shape> = {}): SurveyInput {
  const random = randomFrom(seed ^ 0x5bd1e995);
  const people = Math.round(5 * 100 ** random());
  const attributes = Array.from({ length: integer(random, 1, 3) }, () =>
    integer(random, 2, Math.max(2, Math.min(7, Math.round(people / 12)))),
  );
  return surveyOf(seed, { people, attributes, crossings: random() < 0.8, skew: random() * 2, ...more });
}

/** A panel: raters by relation, with questions that some could not judge. */
export function panelOf(
  seed: number,
  raters: Record<string, number>,
  more: { skip?: number; k?: number } = {},
): PanelInput {
  const random = randomFrom(seed);
  const measures = Array.from({ length: 4 }, (_, at) => question(`q${at}`));
  const respondents = Object.entries(raters).flatMap(([relation, people]) =>
    Array.from({ length: people }, (): Respondent => ({
      groups: [relation],
      values: Object.fromEntries(
        measures.flatMap(({ id }) => (random() < (more.skip ?? 0) ? [] : [[id, integer(random, 1, 5)]])),
      ),
      texts: random() < 0.7 ? { t0: { text: `said ${integer(random, 0, 1e9)}` } } : {},
    })),
  );
  return {
    kind: 'panel',
    thresholds: { k: more.k ?? 3, kText: 5, writers: 3 },
    relations: Object.keys(raters),
    measures,
    indexes: [{ id: 'index', measures: ['q0', 'q1', 'q2'] }],
    texts: ['t0'],
    respondents,
    shuffle: '000102030405060708090a0b0c0d0e0f',
  };
}
