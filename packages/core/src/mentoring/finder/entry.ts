import type { Participant } from '../../matching/participant.js';
import type { PersonRecord } from '../../people/model.js';
import type { Settings } from '../../settings/model.js';
import type { Direction, MentorshipKind } from '../model/kinds.js';
import type { OfferRecord } from '../model/offer.js';
import type { PlacesRecord } from '../model/places.js';
import { openFacts, type Evidence, type Facts } from '../participants.js';

/** A mentor with an open offer, as the finder keeps them: only what everyone may see. */
export interface Entry {
  facts: Facts;
  offer: Pick<OfferRecord, 'kinds' | 'oneOff' | 'direction'>;
  languageCodes: readonly string[];
  capacity: number;
  left: number;
  /** Open requests that wait for an answer. */
  waiting: number;
}

/** What the records say of a mentor; undefined for one who cannot be found. */
export function entryOf(
  offer: OfferRecord | undefined,
  person: PersonRecord | undefined,
  pot: PlacesRecord | undefined,
  more: { settings: Settings; evidence: Evidence; waiting: number },
): Entry | undefined {
  if (!offer || offer.shelf !== 'open' || !person || person.status !== 'active' || !pot || pot.left < 1)
    return undefined;
  return {
    facts: openFacts(person, more.settings, more.evidence),
    offer: { kinds: offer.kinds, oneOff: offer.oneOff, direction: offer.direction },
    languageCodes: person.languageCodes,
    capacity: pot.capacity,
    left: pot.left,
    waiting: more.waiting,
  };
}

/** A mentor as the engine is given them, with what the finder keeps. */
export interface Listed extends Participant {
  entry: Entry;
}

/** The mentor as the engine knows them: asked by those who wait and by those already taken on. */
export function participantOf(entry: Entry): Listed {
  const { facts, capacity, left, waiting } = entry;
  return { ...facts, roles: ['mentor'], capacity, exposure: capacity - left + waiting, entry };
}

/** The entry of somebody of the finder's index: only such are put into it. */
export function entryIn(mentor: Participant): Entry {
  return (mentor as Listed).entry;
}

/** Whether two entries say the same of a person: all but how many places and requests there are. */
export function saysTheSame(one: Entry, other: Entry): boolean {
  return JSON.stringify([one.facts, one.offer]) === JSON.stringify([other.facts, other.offer]);
}

/** What the mentor must be and offer. */
export interface Wanted {
  skill?: string | undefined;
  language?: string | undefined;
  department?: string | undefined;
  kind?: MentorshipKind | undefined;
  direction?: Direction | undefined;
  oneOff?: boolean | undefined;
}

/** From this level on somebody can help others with a skill; 1 is learning. */
export const HELPFUL = 2;

/** Whether a mentor is what is wanted. */
export function fits(entry: Entry, wanted: Wanted, mentee: Participant): boolean {
  const { facts, offer } = entry;
  const { skill, language, department, kind, oneOff } = wanted;
  return (
    (skill === undefined ||
      (facts.skills ?? []).some((known) => known.skill === skill && known.level >= HELPFUL)) &&
    (language === undefined || entry.languageCodes.includes(language)) &&
    (department === undefined || facts.department === department) &&
    (kind === undefined || offer.kinds.includes(kind)) &&
    (oneOff !== true || offer.oneOff) &&
    goesTheWay(entry, wanted, mentee)
  );
}

/**
 * Forward asks for somebody not below oneself, where grades are known; reverse for somebody below oneself in grade
 * and above in the skill, or in one that one wants to learn, where both must be known.
 */
function goesTheWay(
  { facts, offer }: Entry,
  { skill, direction = 'either' }: Wanted,
  mentee: Participant,
): boolean {
  if (direction === 'either') return true;
  if (offer.direction !== 'either' && offer.direction !== direction) return false;
  const gap =
    facts.level === undefined || mentee.level === undefined ? undefined : facts.level - mentee.level;
  if (direction === 'forward') return gap === undefined || gap >= 0;
  const sought = skill === undefined ? goalsOf(mentee) : [skill];
  return gap !== undefined && gap < 0 && sought.some((one) => levelIn(facts, one) > levelIn(mentee, one));
}

function levelIn({ skills = [] }: Pick<Participant, 'skills'>, sought: string): number {
  return skills.find(({ skill }) => skill === sought)?.level ?? 0;
}

/** The skills that somebody wants. */
export function goalsOf({ goals = [] }: Participant): string[] {
  return goals.map(({ skill }) => skill);
}
