import type { Client, Question } from '@guildhall/core';
import type { Choice } from '../parts/choice.js';
import type { Picked } from '../parts/person-search.js';
import { finished } from '../questions/question-draft.js';
import type { survey } from '../strings/en/survey.js';
import type { pulse } from '../strings/en/pulse.js';

/** A survey as those get it who ask it or read its results. */
export type Survey = Awaited<ReturnType<Client['pulse']['survey']>>;
/** A survey as it is sent. */
export type SurveyDraft = Parameters<Client['pulse']['createSurvey']>[0];

/** What people can be cut into groups by. */
export const ATTRIBUTES = ['department', 'team', 'location', 'grade'] as const;
type Attribute = (typeof ATTRIBUTES)[number];
/** The roles whose holders can read everything. */
export const ROLES = ['hrAdmin', 'analyst'] as const;

/** A survey as its form has it: plain fields, so that a draft of them can be kept. */
export interface SurveyWriting {
  title: string;
  purpose: string;
  /** The built-in form, `safety`, or questions of one's own, `own`. */
  form: string;
  questions: Question[];
  mode: string;
  k: string;
  kText: string;
  audience: string;
  units: Choice[];
  department: boolean;
  team: boolean;
  location: boolean;
  grade: boolean;
  /** The pairs that are crossed, as `department location`. */
  crossings: string[];
  hierarchy: boolean;
  hrAdmin: boolean;
  analyst: boolean;
  managers: boolean;
  members: boolean;
  people: Picked[];
  openDays: string;
  /** Empty: when somebody asks it. */
  everyWeeks: string;
}

/** What is wrong, by field. */
export type SurveyProblems = Partial<Record<keyof SurveyWriting, string>>;

const [TITLE_MAX, PURPOSE_MAX, PEOPLE_MAX] = [120, 2000, 20];
const [K_DEFAULT, K_TEXT] = [5, 10];
const OPEN_DAYS = 7;

/** The form of a survey that is there, or of a new one. */
export function writingOf(survey: Survey | undefined, title: string): SurveyWriting {
  const draft = survey?.draft;
  const { attributes = [], hierarchy = false, crossings = [] } = draft?.plan ?? {};
  const { roles = ROLES, managers = false, members = false } = draft?.readers ?? {};
  const { openDays = OPEN_DAYS, everyWeeks } = draft?.cadence ?? {};
  return {
    title: draft?.title ?? title,
    purpose: draft?.purpose ?? '',
    form: draft?.form?.kind ?? 'safety',
    questions: draft?.form?.kind === 'own' ? [...draft.form.questions] : [],
    mode: draft?.mode ?? 'confidential',
    k: String(draft?.k ?? K_DEFAULT),
    kText: String(draft?.kText ?? K_TEXT),
    audience: draft?.audience.kind ?? 'everyone',
    units: (survey?.audience?.units ?? []).map(({ id, name }) => ({ id, name })),
    department: draft ? attributes.includes('department') : true,
    team: attributes.includes('team'),
    location: attributes.includes('location'),
    grade: attributes.includes('grade'),
    crossings: crossings.map(crossing),
    ...{ hierarchy, managers, members },
    hrAdmin: roles.includes('hrAdmin'),
    analyst: roles.includes('analyst'),
    people: (survey?.readers.people ?? []).map(({ id, name }) => ({ id, name, kind: 'person' as const })),
    openDays: String(openDays),
    everyWeeks: everyWeeks === undefined ? '' : String(everyWeeks),
  };
}

/** The pairs that can be crossed, each with its id: of attributes that are groups by themselves, too. */
export function crossingsOf(writing: SurveyWriting): [id: string, first: Attribute, second: Attribute][] {
  const offered = ATTRIBUTES.filter((each) => writing[each]);
  return offered.flatMap((first, at) =>
    offered
      .slice(at + 1)
      .map((second): [string, Attribute, Attribute] => [crossing([first, second]), first, second]),
  );
}

function crossing(pair: readonly [Attribute, Attribute]): string {
  return ATTRIBUTES.filter((each) => pair.includes(each)).join(' ');
}

/** What the form makes of a survey. What it does not show stays as it was. */
export function draftOf(writing: SurveyWriting, before: Survey | undefined): SurveyDraft {
  const { title, purpose, form, questions, mode, k, kText, audience, units } = writing;
  const { hierarchy, managers, members, people } = writing;
  const { colluders } = before?.draft ?? {};
  return {
    title: title.trim(),
    purpose: purpose.trim(),
    form: form === 'own' ? { kind: 'own', questions: questions.map(finished) } : { kind: 'safety' },
    mode: mode === 'sealed' ? 'sealed' : 'confidential',
    k: Number(k),
    kText: Number(kText),
    ...(colluders !== undefined && { colluders }),
    audience:
      audience === 'units' ? { kind: 'units', unitIds: units.map(({ id }) => id) } : { kind: 'everyone' },
    plan: {
      attributes: ATTRIBUTES.filter((each) => writing[each]),
      hierarchy,
      crossings: crossingsOf(writing).flatMap(([id, first, second]) =>
        writing.crossings.includes(id) ? [[first, second] as [Attribute, Attribute]] : [],
      ),
    },
    readers: {
      people: people.map(({ id }) => id),
      roles: ROLES.filter((each) => writing[each]),
      // Managers read the groups below them, and there are none without the hierarchy.
      managers: managers && hierarchy,
      members,
    },
    cadence: {
      openDays: Number(writing.openDays),
      ...(writing.everyWeeks && { everyWeeks: Number(writing.everyWeeks) }),
    },
  };
}

/** What is wrong with the form, in the order of its fields; the questions say by themselves what is wrong in one. */
export function problemsOf(
  writing: SurveyWriting,
  strings: typeof survey,
  { needTitle, needPurpose, tooLong }: typeof pulse,
): SurveyProblems {
  const { title, purpose, form, questions, k, kText, audience, units, people } = writing;
  const { openDays, everyWeeks } = writing;
  const wrong = (text: string, max: number, need: string) =>
    !text.trim() ? need : [...text.trim()].length > max ? tooLong(max) : '';
  const whole = (text: string, min: number, max: number) =>
    Number.isInteger(Number(text)) && Number(text) >= min && Number(text) <= max;
  const isTooLong = everyWeeks !== '' && Number(openDays) >= Number(everyWeeks) * 7;
  const all: SurveyProblems = {
    title: wrong(title, TITLE_MAX, needTitle),
    purpose: wrong(purpose, PURPOSE_MAX, needPurpose),
    questions: form === 'own' && questions.length === 0 ? strings.needQuestion : '',
    units: audience === 'units' && units.length === 0 ? strings.needUnit : '',
    k: whole(k, 4, 20) ? '' : strings.needK,
    kText: whole(kText, 10, 100) ? '' : strings.needKText,
    people: people.length > PEOPLE_MAX ? strings.needPeople : '',
    openDays: !whole(openDays, 1, 60) ? strings.needDays : isTooLong ? strings.tooLongOpen : '',
  };
  return Object.fromEntries(Object.entries(all).filter(([, problem]) => problem));
}
