import type { Participant, Role, SkillGrade } from './participant.js';
import type { MatchProgram } from './program.js';

/** For tests and benchmarks: the same numbers from the same seed, from 0 to below 1 (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What made-up people are like. */
export interface Crowd {
  seed: number;
  mentees: number;
  mentors: number;
  skills: number;
  /** Places of a mentor: 1 to this many. */
  capacity?: number;
  /** With wishes, blocked people, former partners, gaps in the data, and people in both roles. */
  messy?: boolean;
}

const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'America/Los_Angeles',
];
const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja'];

/** Made-up people: skills by Zipf's law, grades, zones, languages, departments and reporting lines. */
export function crowd({ seed, mentees, mentors, skills, capacity = 5, messy = false }: Crowd): Participant[] {
  const roll = dice(seed);
  const below = (count: number) => Math.floor(roll() * count);
  const weights = Array.from({ length: skills }, (_, index) => 1 / (index + 1));
  const sums = weights.map(
    (
      (sum) => (weight: number) =>
        (sum += weight)
    )(0),
  );
  const names = weights.map((_, index) => `skill ${index}`);
  const zipf = () => {
    const aim = roll() * sums.at(-1)!;
    let [low, high] = [0, skills - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < aim) low = middle + 1;
      else high = middle;
    }
    return names[low]!;
  };
  const distinct = (count: number) => [...new Set(Array.from({ length: count }, zipf))];
  const ids = Array.from({ length: mentors + mentees }, (_, at) => `p${String(at).padStart(7, '0')}`);
  const some = (count: number) => Array.from({ length: below(count + 1) }, () => ids[below(ids.length)]!);
  const level = (from: number, to: number) => (from + below(to - from + 1)) as SkillGrade; // Callers stay within 1 to 4.
  return ids.map((id, at) => {
    const mentor = at < mentors;
    const roles: Role[] = mentor ? ['mentor'] : ['mentee'];
    if (messy && roll() < 0.2) roles.push(mentor ? 'mentee' : 'mentor');
    const person: Participant = {
      id,
      roles,
      capacity: 1 + below(capacity),
      skills: distinct(mentor ? 6 : 3).map((skill) => ({
        skill,
        level: level(mentor ? 2 : 1, mentor ? 4 : 2),
      })),
      goals: mentor && !messy ? [] : distinct(3).map((skill) => ({ skill, level: 2 })),
      level: mentor ? 3 + below(6) : 1 + below(5),
      department: `department ${below(20)}`,
      managerId: at === 0 ? null : ids[below(at)]!,
      languages: roll() < 0.8 ? ['en'] : [LANGUAGES[below(5)]!, LANGUAGES[below(5)]!],
      timeZone: ZONES[below(6)]!,
    };
    return messy ? { ...person, ...mess(roll, below, some) } : person;
  });
}

function mess(
  roll: () => number,
  below: (count: number) => number,
  some: (count: number) => string[],
): Partial<Participant> {
  const more: Partial<Participant> = {};
  if (roll() < 0.15) more.skills = undefined;
  if (roll() < 0.15) more.level = undefined;
  if (roll() < 0.1) more.timeZone = undefined;
  if (roll() < 0.1) more.languages = [];
  if (roll() < 0.1) more.department = undefined;
  if (roll() < 0.1) more.goals = [];
  if (roll() < 0.4) more.preferences = [...new Set(some(3))];
  if (roll() < 0.2) more.blocked = some(2);
  if (roll() < 0.2) more.previous = some(2);
  if (roll() < 0.05) more.optOut = true;
  if (roll() < 0.05) more.capacity = 0;
  if (roll() < 0.9) more.trained = true;
  if (roll() < 0.5) more.teams = [`team ${below(4)}`];
  if (roll() < 0.5) more.location = `city ${below(3)}`;
  if (roll() < 0.5) more.interests = [`hobby ${below(5)}`, `hobby ${below(5)}`];
  if (roll() < 0.3) more.exposure = below(4);
  if (roll() < 0.2) more.workingHours = [{ start: 60 * below(24), end: 60 * below(24) }];
  return more;
}

/** The program that the benchmarks run: skills, grades, zones and languages, and nobody of the own line. */
export const plainProgram: MatchProgram = {
  criteria: [
    { criterion: 'wantedSkill', weight: 45 },
    { criterion: 'evidencedSkill', weight: 10 },
    { criterion: 'gradeGap', weight: 15 },
    { criterion: 'timeOverlap', weight: 10 },
    { criterion: 'sharedLanguage', weight: 10 },
    { criterion: 'department', weight: 10 },
  ],
  constraints: [{ rule: 'reportingLine' }, { rule: 'commonLanguage' }, { rule: 'overlapHours', hours: 1 }],
  at: '2026-03-30T12:00:00Z',
};

/** A program with every criterion and every rule. */
export const wholeProgram: MatchProgram = {
  criteria: [
    ...plainProgram.criteria,
    { criterion: 'goalOverlap', weight: 7 },
    { criterion: 'location', weight: 3 },
    { criterion: 'interests', weight: 5 },
    { criterion: 'preference', weight: 12 },
    { criterion: 'freshPartner', weight: 4 },
    { criterion: 'exposure', weight: 6 },
  ],
  constraints: [
    ...plainProgram.constraints,
    { rule: 'hoursApart', hours: 10 },
    { rule: 'levelGap', min: -2, max: 6 },
    { rule: 'strongerInSkill' },
    { rule: 'sameTeam' },
    { rule: 'sameDepartment' },
    { rule: 'training' },
    { rule: 'previousPartners' },
  ],
  at: '2026-03-30T12:00:00Z',
};
