import { collection } from '../../store/store.js';

/**
 * The places that a mentor offers in one pot: in a program (`scope` is its id) or openly (`scope` is `open`).
 * Every mentorship takes its places from exactly one pot and gives them back when it ends.
 */
export interface PlacesRecord {
  /** `scope person`. */
  id: string;
  scope: string;
  personId: string;
  capacity: number;
  /** Never below zero: the store itself refuses. */
  left: number;
}

export const places = collection<PlacesRecord>({
  name: 'mentoring_places',
  indexes: [
    ['scope', 'personId'],
    ['personId', 'scope'],
  ],
  atLeastZero: ['left'],
});
