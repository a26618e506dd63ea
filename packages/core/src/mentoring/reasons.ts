import type { Reason as EngineReason } from '../matching/matching.js';
import type { Participant } from '../matching/participant.js';
import { LEVELS, skills } from '../people/model.js';
import { namesOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import type { Reason } from './model/offer.js';

/** The criteria that only those who run a program may read: they tell of somebody's wishes and of others. */
const NOT_FOR_PARTICIPANTS = ['preference', 'exposure'];

type Evidence = Reason['evidence'];

/** What the engine says of a pair as it is stored: facts for words; skills by id, to be named when read. */
export function storedReasons(
  reasons: readonly EngineReason[],
  mentee: Participant,
  mentor: Participant,
): Reason[] {
  return reasons.map((reason) => ({
    criterion: reason.criterion === 'department' ? 'otherDepartment' : reason.criterion,
    points: reason.points,
    max: reason.max,
    reason: reason.reasonCode,
    evidence: reason.reasonCode === 'unknown' ? {} : evidenceOf(reason, mentee, mentor),
  }));
}

function evidenceOf(
  { criterion, evidence }: EngineReason,
  mentee: Participant,
  mentor: Participant,
): Evidence {
  switch (criterion) {
    case 'wantedSkill':
    case 'evidencedSkill':
      return skillEvidence(list(evidence['skills']), mentor);
    case 'goalOverlap': {
      const [goal, ...others] = list(evidence['skills']);
      return goal === undefined ? {} : { goal, count: others.length + 1 };
    }
    case 'gradeGap':
      return { grades: Number(evidence['gap']) };
    case 'timeOverlap':
      return {
        hours: Number(evidence['hours']),
        ...(mentor.location !== undefined && { mentorPlace: mentor.location }),
        ...(mentee.location !== undefined && { menteePlace: mentee.location }),
      };
    case 'sharedLanguage': {
      const [language] = list(evidence['languages']);
      return language === undefined ? {} : { language };
    }
    case 'location':
      return evidence['same'] === true && mentor.location !== undefined ? { place: mentor.location } : {};
    case 'department':
      return { same: evidence['same'] === true };
    case 'freshPartner':
      return { before: Number(evidence['times']) > 0 };
    default:
      // What somebody wishes for is theirs: the points must add up, the rest stays unsaid.
      return {};
  }
}

/** The first of the wanted skills that the mentor has, how well, how many more, and how often thanked for it. */
function skillEvidence([skill, ...others]: string[], mentor: Participant): Evidence {
  const known = mentor.skills?.find((one) => one.skill === skill);
  if (skill === undefined || !known) return {};
  return {
    skill,
    level: LEVELS[known.level - 1] ?? 'working',
    ...(others.length > 0 && { more: others.length }),
    ...(known.evidence !== undefined && known.evidence > 0 && { thanked: known.evidence }),
  };
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Fills in the names of the skills that reasons speak of, by one read. A skill that is gone is left out. */
export async function namedReasons(tx: Reader, lists: readonly (readonly Reason[])[]): Promise<Reason[][]> {
  const ids = lists.flatMap((reasons) =>
    reasons.flatMap(({ evidence }) =>
      [evidence['skill'], evidence['goal']].filter((one) => typeof one === 'string'),
    ),
  );
  const names = await namesOf(tx, skills, ids);
  return lists.map((reasons) =>
    reasons.map((reason) => {
      const evidence = { ...reason.evidence };
      for (const key of ['skill', 'goal']) {
        const value = evidence[key];
        if (typeof value !== 'string') continue;
        const name = names.get(value)?.name;
        if (name === undefined) delete evidence[key];
        else evidence[key] = name;
      }
      return { ...reason, evidence };
    }),
  );
}

/** Those of a pair's reasons that the two of it may read. */
export function forParticipants(reasons: readonly Reason[]): Reason[] {
  return reasons.filter((reason) => !NOT_FOR_PARTICIPANTS.includes(reason.criterion));
}
