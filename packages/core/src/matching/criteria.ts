import { minutesApart, overlapMinutes } from './clock.js';
import { coverage, evidenceShare, type Facts } from './facts.js';
import type { Evidence } from './matching.js';
import type { Criterion, CriterionName, MatchProgram } from './program.js';
import { neutralOf, percentOf, pointsOf, shareOf } from './weights.js';

/** What a criterion says about a pair. `undefined` points mean that data are missing. */
export interface Opinion {
  points: number | undefined;
  evidence: Evidence;
}

/** A criterion with its whole points, ready to be asked. */
export interface Weighed {
  name: CriterionName;
  max: number;
  opinion(mentee: Facts, mentor: Facts): Opinion;
}

const UNKNOWN: Opinion = { points: undefined, evidence: {} };

/** The criteria of a program with points that sum to 10,000, in the program's order; those of weight 0 are left out. */
export function weigh({ criteria, direction = 'forward' }: MatchProgram): Weighed[] {
  const counted = criteria.filter(({ weight }) => weight > 0);
  const points = pointsOf(counted.map(({ weight }) => weight));
  return counted.map((criterion, index) => {
    const max = points[index]!;
    return { name: criterion.criterion, max, opinion: opinionOf(criterion, max, direction) };
  });
}

/** Grades from mentee to mentor in the direction of the program. */
export function gradesBetween(
  mentee: number,
  mentor: number,
  direction: NonNullable<MatchProgram['direction']>,
): number {
  if (direction === 'either') return Math.abs(mentor - mentee);
  return direction === 'forward' ? mentor - mentee : mentee - mentor;
}

function opinionOf(
  criterion: Criterion,
  max: number,
  direction: NonNullable<MatchProgram['direction']>,
): Weighed['opinion'] {
  switch (criterion.criterion) {
    case 'gradeGap': {
      const { min = 1, peak = Math.max(min, 2), max: most = Math.max(peak, 4) } = criterion;
      return (mentee, mentor) => gradeGap(mentee, mentor, max, { min, peak, most }, direction);
    }
    case 'timeOverlap':
      return (mentee, mentor) => timeOverlap(mentee, mentor, max, criterion.hours ?? 4);
    case 'department':
      return (mentee, mentor) => department(mentee, mentor, max, criterion.prefer ?? 'other');
    default:
      return (mentee, mentor) => PLAIN[criterion.criterion](mentee, mentor, max);
  }
}

function gradeGap(
  mentee: Facts,
  mentor: Facts,
  max: number,
  { min, peak, most }: { min: number; peak: number; most: number },
  direction: NonNullable<MatchProgram['direction']>,
): Opinion {
  if (mentee.person.level === undefined || mentor.person.level === undefined) return UNKNOWN;
  const gap = gradesBetween(mentee.person.level, mentor.person.level, direction);
  const part = gap <= peak ? (gap - min + 1) / (peak - min + 1) : (most + 1 - gap) / (most + 1 - peak);
  return { points: Math.round(max * Math.min(1, Math.max(0, part))), evidence: { gap } };
}

function timeOverlap(mentee: Facts, mentor: Facts, max: number, hours: number): Opinion {
  if (!mentee.schedule || !mentor.schedule) return UNKNOWN;
  const minutes = overlapMinutes(mentee.schedule, mentor.schedule);
  const part = Math.min(1, minutes / (hours * 60));
  const apart = minutesApart(mentee.schedule, mentor.schedule) / 60;
  return { points: Math.round(max * part), evidence: { hours: minutes / 60, apart } };
}

function department(mentee: Facts, mentor: Facts, max: number, prefer: 'other' | 'same'): Opinion {
  const [own, other] = [mentee.person.department, mentor.person.department];
  if (own === undefined || other === undefined) return UNKNOWN;
  const same = own === other;
  return { points: same === (prefer === 'same') ? max : 0, evidence: { same } };
}

type PlainOpinion = (mentee: Facts, mentor: Facts, max: number) => Opinion;

const PLAIN: Record<Exclude<CriterionName, 'gradeGap' | 'timeOverlap' | 'department'>, PlainOpinion> = {
  wantedSkill(mentee, mentor, max) {
    if (mentee.goals.length === 0 || mentor.skills.size === 0) return UNKNOWN;
    return sumOfGoals(mentee, max, ({ skill, from }) => {
      const level = mentor.skills.get(skill)?.level;
      return level === undefined ? 0 : coverage(level - from);
    });
  },
  evidencedSkill(mentee, mentor, max) {
    if (mentee.goals.length === 0 || mentor.skills.size === 0) return UNKNOWN;
    return sumOfGoals(mentee, max, ({ skill, from }) => {
      const found = mentor.skills.get(skill);
      return found && found.level > from ? evidenceShare(found.evidence) : 0;
    });
  },
  goalOverlap(mentee, mentor, max) {
    if (mentee.goals.length === 0 || mentor.goals.length === 0) return UNKNOWN;
    return sumOfGoals(mentee, max, ({ skill }) => (mentor.goalSkills.has(skill) ? 100 : 0));
  },
  sharedLanguage(mentee, mentor, max) {
    if (mentee.languages.size === 0 || mentor.languages.size === 0) return UNKNOWN;
    const languages = common(mentee.languages, mentor.languages);
    return { points: languages.length > 0 ? max : 0, evidence: { languages } };
  },
  location(mentee, mentor, max) {
    const [own, other] = [mentee.person.location, mentor.person.location];
    if (own === undefined || other === undefined) return UNKNOWN;
    return { points: own === other ? max : 0, evidence: { same: own === other } };
  },
  interests(mentee, mentor, max) {
    const shorter = Math.min(mentee.interests.size, mentor.interests.size);
    if (shorter === 0) return UNKNOWN;
    const interests = common(mentee.interests, mentor.interests);
    return { points: Math.round((max * interests.length) / shorter), evidence: { interests } };
  },
  preference(mentee, mentor, max) {
    const lists = [wish(mentee, mentor), wish(mentor, mentee)].filter((part) => part !== undefined);
    if (lists.length === 0) return UNKNOWN;
    const part = lists.reduce((sum, one) => sum + one, 0) / lists.length;
    return { points: Math.round(max * part), evidence: { named: part > 0 } };
  },
  freshPartner(mentee, mentor, max) {
    const times = timesTogether(mentee, mentor);
    return { points: times === 0 ? max : 0, evidence: { times } };
  },
  exposure(_mentee, mentor, max) {
    const { exposure = 0, capacity = 1 } = mentor.person;
    return { points: Math.round((max * capacity) / (capacity + exposure)), evidence: { requests: exposure } };
  },
};

/** Each goal has an equal share of the points and gives a percentage of it. */
function sumOfGoals(mentee: Facts, max: number, percent: (goal: Facts['goals'][number]) => number): Opinion {
  const { goals } = mentee;
  let points = 0;
  const skills: string[] = [];
  for (const [index, goal] of goals.entries()) {
    const part = percent(goal);
    points += percentOf(shareOf(max, goals.length, index), part);
    if (part > 0) skills.push(goal.skill);
  }
  return { points, evidence: { skills, of: goals.length } };
}

/** How far up the other stands on one's list: 1 for the first, 0 when not named; undefined without a list. */
function wish(from: Facts, to: Facts): number | undefined {
  const list = from.person.preferences;
  if (!list?.length) return undefined;
  const place = list.indexOf(to.person.id);
  return place === -1 ? 0 : (list.length - place) / list.length;
}

/** How often the two were partners before, by what either side lists. */
export function timesTogether(one: Facts, other: Facts): number {
  const count = (a: Facts, b: Facts) => (a.person.previous ?? []).filter((id) => id === b.person.id).length;
  return Math.max(count(one, other), count(other, one));
}

/** What two sets have in common, in the first one's order. */
export function common(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((value) => other.has(value));
}

/** The points of an opinion: those it gives, or half where data are missing. */
export function pointsFrom({ points }: Opinion, max: number): number {
  return points ?? neutralOf(max);
}
