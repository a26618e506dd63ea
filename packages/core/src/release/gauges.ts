import type { Measure, SurveyInput } from './model.js';
import { meanOf } from './values.js';

/** What is measured on people: a measure, or an index as the mean of its measures. */
export interface Gauge {
  measure: Measure;
  /** By person. */
  answered: Uint8Array;
  value: (person: number) => number;
}

/** Measures first, then indexes. */
export function gaugesOf({
  measures,
  indexes,
  respondents,
}: Pick<SurveyInput, 'measures' | 'indexes' | 'respondents'>): Gauge[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  // Ids come from outside: `constructor` must not be found where nobody put it.
  const valueOf = (person: number, id: string) => {
    const { values } = respondents[person]!;
    return Object.hasOwn(values, id) ? values[id] : undefined;
  };
  const single = measures.map((measure) => ({
    measure,
    answered: Uint8Array.from(respondents, (_, person) =>
      valueOf(person, measure.id) === undefined ? 0 : 1,
    ),
    value: (person: number) => valueOf(person, measure.id)!,
  }));
  const joint = indexes.map(({ id, measures: parts }) => {
    const { min, max } = byId.get(parts[0]!)!;
    return {
      measure: { id, kind: 'mean' as const, min, max },
      answered: Uint8Array.from(respondents, (_, person) =>
        parts.every((part) => valueOf(person, part) !== undefined) ? 1 : 0,
      ),
      value: (person: number) => meanOf(parts.map((part) => valueOf(person, part)!)),
    };
  });
  return [...single, ...joint];
}

/** By index: the places of its measures. */
export function indexPlaces({ measures, indexes }: Pick<SurveyInput, 'measures' | 'indexes'>): number[][] {
  const placeOf = new Map(measures.map(({ id }, place) => [id, place]));
  return indexes.map((index) => index.measures.map((id) => placeOf.get(id)!));
}
