import type { Facets, Only } from '../../matching/facets.js';
import type { Participant } from '../../matching/participant.js';
import type { Direction } from '../model/kinds.js';
import { entryIn, goalsOf, HELPFUL, type Wanted } from './entry.js';

/** A grade that is not known. */
const UNKNOWN = '';

/** By what the index finds those who may be what is wanted, without looking at the others. */
export const finderFacets: Facets = {
  skill: ({ skills = [] }) => skills.map(({ skill }) => skill),
  helpsWith: ({ skills = [] }) => skills.filter(({ level }) => level >= HELPFUL).map(({ skill }) => skill),
  department: ({ department }) => (department === undefined ? [] : [department]),
  grade: ({ level }) => [level === undefined ? UNKNOWN : String(level)],
  language: (mentor) => entryIn(mentor).languageCodes,
  kind: (mentor) => entryIn(mentor).offer.kinds,
  oneOff: (mentor) => [String(entryIn(mentor).offer.oneOff)],
  direction: (mentor) => [entryIn(mentor).offer.direction],
};

/**
 * What everybody who `fits` has of each facet. Who has it fits, save in reverse: whether somebody is above the mentee
 * in a skill takes a look at the two.
 */
export function facetsOf(wanted: Wanted, mentee: Participant): Only {
  const { skill, language, department, kind, oneOff, direction = 'either' } = wanted;
  return {
    ...(skill !== undefined && { helpsWith: skill }),
    ...(language !== undefined && { language }),
    ...(department !== undefined && { department }),
    ...(kind !== undefined && { kind }),
    ...(oneOff === true && { oneOff: 'true' }),
    ...(direction !== 'either' && {
      direction: (offered) => offered === 'either' || offered === direction,
      ...gradesFor(direction, mentee),
    }),
    ...(direction === 'reverse' && skill === undefined && { skill: (one) => goalsOf(mentee).includes(one) }),
  };
}

function gradesFor(direction: Exclude<Direction, 'either'>, { level: own }: Participant): Only {
  if (direction === 'reverse')
    return { grade: (grade) => own !== undefined && grade !== UNKNOWN && Number(grade) < own };
  return own === undefined ? {} : { grade: (grade) => grade === UNKNOWN || Number(grade) >= own };
}
