import { offsetOf, scheduleOf, type Schedule } from './clock.js';
import type { Lines } from './org-chart.js';
import type { Participant, SkillGrade, SkillLevel } from './participant.js';

/** What one mentee wants: a skill and the level the gap to a mentor is counted from. */
export interface Goal {
  skill: string;
  from: number;
}

/** A person with what scoring asks for, looked up once. */
export interface Facts {
  person: Participant;
  /** Place among all people in the order of ids. */
  at: number;
  goals: Goal[];
  goalSkills: ReadonlySet<string>;
  skills: ReadonlyMap<string, SkillLevel>;
  languages: ReadonlySet<string>;
  teams: ReadonlySet<string>;
  interests: ReadonlySet<string>;
  schedule: Schedule | undefined;
}

/** Everybody with their facts, and the chart of who reports to whom. */
export interface Everybody {
  /** In the order of ids. */
  people: readonly Participant[];
  facts(at: number): Facts;
  indexOf(id: string): number | undefined;
  chart: Lines;
}

/** The working day of those who say nothing: nine to five. */
const NINE_TO_FIVE = [{ start: 540, end: 1020 }];

/** A memory of zones, so that `Intl` is asked once for each. */
export type Schedules = (person: Participant) => Schedule | undefined;

/** Reads schedules on the date of `at`; without a date nobody has one. */
export function schedulesAt(at: string | undefined): Schedules {
  const offsets = new Map<string, number>();
  const usual = new Map<string, Schedule>();
  const moment = at === undefined ? NaN : Date.parse(at);
  return ({ timeZone, workingHours }) => {
    if (timeZone === undefined || Number.isNaN(moment)) return undefined;
    const hours = workingHours?.length ? workingHours : undefined;
    let schedule = hours ? undefined : usual.get(timeZone);
    if (schedule) return schedule;
    let offset = offsets.get(timeZone);
    if (offset === undefined) offsets.set(timeZone, (offset = offsetOf(timeZone, moment)));
    schedule = scheduleOf(offset, hours ?? NINE_TO_FIVE);
    if (!hours) usual.set(timeZone, schedule);
    return schedule;
  };
}

/** The facts of one person. */
export function factsOf(person: Participant, at: number, schedules: Schedules): Facts {
  const skills = bestOfEach(person.skills ?? []);
  const goals = goalsOf(person, skills);
  return {
    person,
    at,
    goals,
    goalSkills: new Set(goals.map(({ skill }) => skill)),
    skills,
    languages: new Set(person.languages),
    teams: new Set(person.teams),
    interests: new Set(person.interests),
    schedule: schedules(person),
  };
}

/** Each skill once, at its highest level. */
export function bestOfEach(skills: readonly SkillLevel[]): Map<string, SkillLevel> {
  const best = new Map<string, SkillLevel>();
  for (const skill of skills)
    if ((best.get(skill.skill)?.level ?? 0) < skill.level) best.set(skill.skill, skill);
  return best;
}

/** Each wanted skill once; the first mention counts. */
export function goalsOf(person: Participant, skills: ReadonlyMap<string, { level: SkillGrade }>): Goal[] {
  const goals: Goal[] = [];
  for (const { skill, level = 2 } of person.goals ?? [])
    if (!goals.some((goal) => goal.skill === skill))
      goals.push({ skill, from: skills.get(skill)?.level ?? level - 1 });
  return goals;
}

/** How much of a goal a mentor covers, in percent, by how far they are above the level it counts from. */
export function coverage(gap: number): number {
  if (gap <= 0) return 0;
  if (gap <= 2) return 100;
  return gap === 3 ? 75 : 50;
}

/** How much a skill counts as shown, in percent, by its pieces of evidence. */
export function evidenceShare(evidence: number | undefined): number {
  if (evidence === undefined) return 50;
  if (evidence >= 3) return 100;
  return evidence > 0 ? 50 : 0;
}
