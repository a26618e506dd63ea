import type { MatchRules, Program, ProgramDraft } from '@guildhall/core';
import type { Picked } from '../parts/person-search.js';

/** A planned session as its fields hold it. */
export interface StepWriting {
  title: string;
  agenda: string;
  dueAfterDays: string;
}

/** A module of the training as its fields hold it. */
export interface ModuleWriting {
  id: string;
  title: string;
  body: string;
  minutes: string;
  side: 'mentor' | 'mentee' | 'both';
}

/** The rules as their fields hold them; an empty number asks nothing. */
export interface RulesWriting {
  maxHoursApart: string;
  commonLanguage: boolean;
  otherTeam: boolean;
  minGradeGap: string;
  maxGradeGap: string;
  newPartners: boolean;
  /** Every wish that there is; without points it does not count. */
  wishes: { wish: MatchRules['wishes'][number]['wish']; weight: number }[];
  goal: MatchRules['goal'];
  minScore: string;
  fair: boolean;
}

/** A program while it is being written: every field as its control holds it, lists of lines as one text. */
export interface ProgramWriting {
  name: string;
  purpose: string;
  objectives: string;
  outcomes: string;
  kind: ProgramDraft['kind'];
  direction: ProgramDraft['direction'];
  form: ProgramDraft['form'];
  guideMentor: string;
  guideMentee: string;
  agreement: string;
  plan: StepWriting[];
  cadenceDays: string;
  stalledAfterDays: string;
  departments: string[];
  locations: string;
  enrollFrom: string;
  enrollUntil: string;
  startsOn: string;
  endsOn: string;
  capacityDefault: string;
  gate: boolean;
  modules: ModuleWriting[];
  rules: RulesWriting;
  visibleToManagers: boolean;
  managers: Picked[];
}

/** All wishes, in the order in which they are offered. */
export const WISHES: readonly RulesWriting['wishes'][number]['wish'][] = [
  'wantedSkill',
  'evidencedSkill',
  'goalOverlap',
  'gradeGap',
  'timeOverlap',
  'otherDepartment',
  'sharedLanguage',
  'location',
  'preference',
  'freshPartner',
];

/** A draft, such as a template's, as the form begins. */
export function writingOfDraft(draft: ProgramDraft): ProgramWriting {
  const { objectives, outcomes, guides, plan, eligibility, timeline, training, rules } = draft;
  const { name, purpose, kind, direction, form, agreement, visibleToManagers } = draft;
  return {
    ...{ name, purpose, kind, direction, form, agreement, visibleToManagers },
    objectives: objectives.join('\n'),
    outcomes: outcomes.join('\n'),
    guideMentor: guides.mentor,
    guideMentee: guides.mentee,
    plan: plan.map((step) => ({ ...step, dueAfterDays: String(step.dueAfterDays) })),
    cadenceDays: String(draft.cadenceDays),
    stalledAfterDays: String(draft.stalledAfterDays),
    departments: eligibility.departments,
    locations: eligibility.locations.join('\n'),
    enrollFrom: timeline.enrollFrom ?? '',
    enrollUntil: timeline.enrollUntil ?? '',
    startsOn: timeline.startsOn ?? '',
    endsOn: timeline.endsOn ?? '',
    capacityDefault: String(draft.capacityDefault),
    gate: training.gate,
    modules: training.modules.map((module) => ({ ...module, minutes: String(module.minutes) })),
    rules: rulesWriting(rules),
    managers: [],
  };
}

/** A program as the form begins. */
export function writingOf(program: Program): ProgramWriting | undefined {
  const { rules, eligibility, managers } = program;
  if (!rules) return undefined;
  const departments = eligibility.departments.map(({ id }) => id);
  const draft = { ...program, rules, eligibility: { ...eligibility, departments }, managers: [] };
  return {
    ...writingOfDraft(draft),
    managers: managers.map(({ id, name }) => ({ kind: 'person', id, name })),
  };
}

function rulesWriting(rules: MatchRules): RulesWriting {
  const { commonLanguage, otherTeam, newPartners, goal, fair } = rules;
  const shown = (value: number | null) => (value === null ? '' : String(value));
  const weights = new Map(rules.wishes.map(({ wish, weight }) => [wish, weight]));
  return {
    ...{ commonLanguage, otherTeam, newPartners, goal, fair },
    maxHoursApart: shown(rules.maxHoursApart),
    minGradeGap: shown(rules.minGradeGap),
    maxGradeGap: shown(rules.maxGradeGap),
    minScore: String(rules.minScore),
    wishes: WISHES.map((wish) => ({ wish, weight: weights.get(wish) ?? 0 })),
  };
}

/** What is sent. Numbers that are none are sent as they are; see `problemsOf`. */
export function draftOf(writing: ProgramWriting): ProgramDraft {
  const { name, purpose, kind, direction, form, agreement, visibleToManagers, rules } = writing;
  const day = (key: 'enrollFrom' | 'enrollUntil' | 'startsOn' | 'endsOn') =>
    writing[key] ? { [key]: writing[key] } : {};
  return {
    ...{ name: name.trim(), purpose: purpose.trim(), kind, direction, form, visibleToManagers },
    objectives: lines(writing.objectives),
    outcomes: lines(writing.outcomes),
    guides: { mentor: writing.guideMentor.trim(), mentee: writing.guideMentee.trim() },
    agreement: agreement.trim(),
    plan: writing.plan.map(({ title, agenda, dueAfterDays }) => ({
      title: title.trim(),
      agenda: agenda.trim(),
      dueAfterDays: Number(dueAfterDays),
    })),
    cadenceDays: Number(writing.cadenceDays),
    stalledAfterDays: Number(writing.stalledAfterDays),
    eligibility: { departments: writing.departments, locations: lines(writing.locations) },
    timeline: { ...day('enrollFrom'), ...day('enrollUntil'), ...day('startsOn'), ...day('endsOn') },
    capacityDefault: Number(writing.capacityDefault),
    training: {
      gate: writing.gate,
      modules: writing.modules.map((module) => ({
        ...module,
        title: module.title.trim(),
        body: module.body.trim(),
        minutes: Number(module.minutes),
      })),
    },
    rules: rulesOf(rules),
    managers: writing.managers.map(({ id }) => id),
  };
}

function rulesOf(writing: RulesWriting): MatchRules {
  const { commonLanguage, otherTeam, newPartners, goal, fair } = writing;
  const orAny = (value: string) => (value.trim() ? Number(value) : null);
  return {
    ...{ commonLanguage, otherTeam, newPartners, goal, fair },
    maxHoursApart: orAny(writing.maxHoursApart),
    minGradeGap: orAny(writing.minGradeGap),
    maxGradeGap: orAny(writing.maxGradeGap),
    minScore: Number(writing.minScore),
    wishes: writing.wishes.filter(({ weight }) => weight > 0),
  };
}

function lines(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || []);
}

/** What all wishes weigh together; it should be 100. */
export function sumOf(wishes: RulesWriting['wishes']): number {
  return wishes.reduce((sum, { weight }) => sum + weight, 0);
}

/** The same shares with a sum of 100: rounded down, the rest to those that lost most, the first ones first. */
export function evenedOut(wishes: RulesWriting['wishes']): RulesWriting['wishes'] {
  const sum = sumOf(wishes);
  if (!sum) return wishes;
  const exact = wishes.map(({ weight }) => (weight * 100) / sum);
  const rest = 100 - exact.reduce((whole, share) => whole + Math.floor(share), 0);
  const order = exact
    .map((share, index) => ({ index, lost: share - Math.floor(share) }))
    .sort((one, other) => other.lost - one.lost || one.index - other.index);
  const lucky = new Set(order.slice(0, rest).map(({ index }) => index));
  return wishes.map(({ wish }, index) => ({
    wish,
    weight: Math.floor(exact[index] ?? 0) + (lucky.has(index) ? 1 : 0),
  }));
}
