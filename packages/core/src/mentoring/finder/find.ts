import type { Participant } from '../../matching/participant.js';
import type { QueryContext } from '../../operation.js';
import { evidenceOf } from '../../people/evidence.js';
import { inLineWith } from '../../people/lines.js';
import type { PersonRecord } from '../../people/model.js';
import type { Reason } from '../model/offer.js';
import { ownFacts } from '../participants.js';
import { namedReasons } from '../reasons.js';
import { fits, saysTheSame, type Wanted } from './entry.js';
import { MentorFinder, reasonsFor, WINDOW, WINDOWS, type Standing } from './mentor-finder.js';
import { byPlace, cursorOf, type Place } from './order.js';
import { readFound, type Found } from './read-entries.js';

/** How many standings are checked against the store at once. */
const STEP = 30;

/** The engine weighs no more goals than this. */
const MOST_GOALS = 50;

/** What the finder needs of a call; a command has it too. */
export type Asking = Pick<QueryContext, 'tx' | 'recall' | 'settings'>;

/** A mentor as found: where they stand and why, and what the store says of them now. */
export type FoundStanding = Omit<Standing, 'reasons'> & Found & { reasons: Reason[] };

/** What is sought, and how much of it. */
export interface Search {
  wanted: Wanted;
  limit: number;
  /** Behind this place. */
  after?: Place | undefined;
  /** Only of these. */
  among?: ReadonlySet<string> | undefined;
  /** None of these. */
  except?: ReadonlySet<string> | undefined;
}

/**
 * The mentors whom this person can ask, best first: never the person, nobody of their reporting line, nobody whose
 * places are taken. Each is as the store has it: who has changed meanwhile in what the ranking rests on is left out.
 */
export async function findFor(
  context: Asking,
  viewer: PersonRecord,
  { wanted, limit, after, among, except }: Search,
): Promise<{ items: FoundStanding[]; next?: string }> {
  const finder = context.recall(MentorFinder);
  const mentee = await menteeOf(context, viewer, wanted);
  const items: (Standing & Found)[] = [];
  let isPart = false;
  for (let window = after?.window ?? 0; !isPart && window < WINDOWS; window++) {
    const ranked = finder.rank(mentee, { wanted, window, among, except });
    const standings = ranked.filter(({ place }) => after === undefined || byPlace(after, place) < 0);
    for (let at = 0; at < standings.length && !isPart; at += STEP) {
      const found = await checked(context, viewer, mentee, wanted, standings.slice(at, at + STEP));
      isPart = items.length + found.length > limit;
      items.push(...found.slice(0, limit - items.length));
    }
    if (ranked.length < WINDOW) break;
  }
  const reasons = await namedReasons(
    context.tx,
    items.map((standing) => reasonsFor(mentee, standing)),
  );
  const last = items.at(-1);
  return {
    items: items.map((standing, at) => ({ ...standing, reasons: reasons[at] ?? [] })),
    ...(isPart && last && { next: cursorOf(last.place) }),
  };
}

/** Where one mentor stands for this person, whatever else they could want; undefined for one who cannot be found. */
export async function standingOf(
  context: Asking,
  viewer: PersonRecord,
  mentorId: string,
): Promise<FoundStanding | undefined> {
  const { items } = await findFor(context, viewer, { wanted: {}, limit: 1, among: new Set([mentorId]) });
  return items[0];
}

/** Those whom the store still has as they are kept, and who may be asked. */
async function checked(
  { tx, settings }: Asking,
  viewer: PersonRecord,
  mentee: Participant,
  wanted: Wanted,
  standings: readonly Standing[],
): Promise<(Standing & Found)[]> {
  const found = await readFound(
    tx,
    standings.map(({ mentorId }) => mentorId),
    settings,
  );
  const line = await inLineWith(
    tx,
    viewer,
    [...found.values()].map(({ person }) => person),
  );
  return standings.flatMap((standing) => {
    const now = found.get(standing.mentorId);
    if (!now || line.has(standing.mentorId) || !saysTheSame(now.entry, standing.entry)) return [];
    if (!fits(now.entry, wanted, mentee)) return [];
    return [{ ...standing, ...now, entry: { ...standing.entry, left: now.entry.left } }];
  });
}

/** The person as the engine knows them: what they seek, or else what they say they want to learn. */
async function menteeOf(
  { tx, settings }: Asking,
  viewer: PersonRecord,
  { skill }: Wanted,
): Promise<Participant> {
  const learning = viewer.skills.filter(({ wantsToLearn }) => wantsToLearn).slice(0, MOST_GOALS);
  return {
    ...ownFacts(viewer, settings, await evidenceOf(tx, [viewer])),
    roles: ['mentee'],
    goals: skill === undefined ? learning.map(({ skillId }) => ({ skill: skillId })) : [{ skill }],
  };
}
