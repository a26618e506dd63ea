import { pointsFrom, type Weighed } from './criteria.js';
import type { Everybody, Facts } from './facts.js';
import type { Participant } from './participant.js';
import type { CriterionName, MatchProgram } from './program.js';
import type { RuleCode } from './rule-codes.js';
import type { Rule } from './rules.js';
import { neutralOf } from './weights.js';

/** In a row of an attribute: the two may not be matched. Far below all that points can add up to. */
export const BARRED = -30_000;

/**
 * One thing about people that takes few values (a grade, a zone, a set of languages), so that what it gives to a
 * pair is looked up in a row of a table: one row for each value of a mentee, one entry for each value of a mentor.
 */
export interface Attribute {
  /** The value of each mentor, numbered from 0. */
  classes: Int32Array;
  count: number;
  /** Points for this mentee and each value of mentors, or `BARRED`. Holds until the next call. */
  row(mentee: Participant, at: number): Int16Array;
}

interface Plan {
  criteria: CriterionName[];
  rules: RuleCode[];
  key(person: Participant): string | number | undefined;
}

/** What makes an attribute: who says what, and what it gives to a pair. */
interface Source {
  key: Plan['key'];
  value(mentee: Facts, mentor: Facts): number;
}

const PLANS: Plan[] = [
  { criteria: ['gradeGap'], rules: ['levelGap'], key: ({ level }) => level },
  { criteria: ['timeOverlap'], rules: ['hoursApart', 'overlapHours'], key: hoursOf },
  { criteria: ['sharedLanguage'], rules: ['commonLanguage'], key: ({ languages }) => setOf(languages) },
  { criteria: ['department'], rules: ['sameDepartment'], key: ({ department }) => department },
  { criteria: ['location'], rules: [], key: ({ location }) => location },
  { criteria: ['exposure'], rules: [], key: ({ exposure = 0, capacity = 1 }) => `${exposure}/${capacity}` },
];

function hoursOf({ timeZone, workingHours }: Participant): string | undefined {
  if (timeZone === undefined || !workingHours?.length) return timeZone;
  return `${timeZone} ${workingHours.map(({ start, end }) => `${start}-${end}`).join()}`;
}

function setOf(values: readonly string[] | undefined): string | undefined {
  if (!values?.length) return undefined;
  return values.length === 1 ? values[0] : [...values].sort().join('\n');
}

/** The attributes that the program's criteria and rules ask about, for these mentors. */
export function attributesOf(
  program: MatchProgram,
  everybody: Everybody,
  mentors: Int32Array,
  criteria: readonly Weighed[],
  rules: readonly Rule[],
): Attribute[] {
  const sources: Source[] = [statements(criteria)];
  for (const plan of PLANS) {
    const weighed = criteria.filter(({ name }) => plan.criteria.includes(name));
    const standing = rules.filter(({ code }) => plan.rules.includes(code));
    if (weighed.length + standing.length === 0) continue;
    const value = (mentee: Facts, mentor: Facts) => {
      if (standing.some((rule) => rule.stands(mentee, mentor))) return BARRED;
      return weighed.reduce((sum, { max, opinion }) => sum + pointsFrom(opinion(mentee, mentor), max), 0);
    };
    sources.push({ key: plan.key, value });
  }
  return madeOf(sources, everybody, mentors);
}

/** What people leave unsaid: half points for skills and goals that nobody knows; and what no list of wishes names. */
function statements(criteria: readonly Weighed[]): Source {
  const max = (name: CriterionName) => criteria.find((criterion) => criterion.name === name)?.max ?? 0;
  const [wanted, evidenced, overlap] = [max('wantedSkill'), max('evidencedSkill'), max('goalOverlap')];
  const [preference, fresh] = [max('preference'), max('freshPartner')];
  const key = ({ skills, goals, preferences }: Participant) =>
    (skills?.length ? 1 : 0) + (goals?.length ? 2 : 0) + (preferences?.length ? 4 : 0);
  const value: Source['value'] = (mentee, mentor) => {
    const goals = mentee.goals.length > 0;
    const skilled = goals && mentor.skills.size > 0;
    const pursuing = goals && mentor.goals.length > 0;
    const wishing = mentee.person.preferences?.length || mentor.person.preferences?.length;
    return (
      (skilled ? 0 : neutralOf(wanted) + neutralOf(evidenced)) +
      (pursuing ? 0 : neutralOf(overlap)) +
      (wishing ? 0 : neutralOf(preference)) +
      fresh
    );
  };
  return { key, value };
}

/** The values of mentors, numbered as they come; all attributes in one walk, since fetching people is the most work. */
function madeOf(sources: readonly Source[], everybody: Everybody, mentors: Int32Array): Attribute[] {
  const drafts = sources.map(({ key }) => ({
    key,
    numbers: new Map<string | number | undefined, number>(),
    examples: [] as number[],
    classes: new Int32Array(mentors.length),
  }));
  for (let index = 0; index < mentors.length; index++) {
    const person = everybody.people[mentors[index]!]!;
    for (const { key, numbers, examples, classes } of drafts) {
      const said = key(person);
      let number = numbers.get(said);
      if (number === undefined) {
        numbers.set(said, (number = examples.length));
        examples.push(mentors[index]!);
      }
      classes[index] = number;
    }
  }
  return drafts.map(({ key, examples, classes }, at) => ({
    classes,
    count: examples.length,
    row: rowsOf(everybody, examples, key, sources[at]!.value),
  }));
}

function rowsOf(
  everybody: Everybody,
  examples: readonly number[],
  key: Plan['key'],
  value: Source['value'],
): Attribute['row'] {
  const rows = new Map<string | number | undefined, Int16Array>();
  return (mentee, at) => {
    const said = key(mentee);
    let row = rows.get(said);
    if (row) return row;
    const facts = everybody.facts(at);
    row = Int16Array.from(examples, (example) => value(facts, everybody.facts(example)));
    // Rows of many values are dear to keep; the next mentees of the same value make them again.
    if (rows.size * row.length > 4e6) rows.clear();
    rows.set(said, row);
    return row;
  };
}
