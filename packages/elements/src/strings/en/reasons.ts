import { formats, plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const word = (n: number) => small[n] ?? formats('en').number(n);
const levels: Partial<Record<string, string>> = {
  learning: 'is learning it too',
  working: 'works with it',
  strong: 'is strong in it',
  teaching: 'teaches it',
};
const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${word(n)} times`);

/** Why two people fit, in words. A name is that of a person; `you` says that the mentee is the reader. */
export const reasons = {
  area: 'reasons' as const,

  /** What a program weighs, as the name of a column or a bar. */
  wishes: {
    wantedSkill: 'The wanted skill',
    evidencedSkill: 'Thanked for the skill',
    goalOverlap: 'Goals in common',
    gradeGap: 'Grades apart',
    timeOverlap: 'Shared working hours',
    otherDepartment: 'Another department',
    department: 'Departments',
    sharedLanguage: 'A common language',
    location: 'The same place',
    preference: 'Wishes for a partner',
    freshPartner: 'New to each other',
    interests: 'Interests in common',
    exposure: 'Asked by few so far',
  } as Record<string, string>,
  otherWish: 'Something else that the program weighs',

  wants: (skill: string, mentor: string, level: string, you: boolean) =>
    `${you ? 'You want' : 'Wants'} ${skill}; ${mentor} ${levels[level] ?? 'knows it'}`,
  thankedFor: (n: number) => `, thanked ${times(n)} for it`,
  moreWanted: (n: number) => ` and ${word(n)} more of what ${n === 1 ? 'is' : 'are'} wanted`,
  notWanted: (mentor: string) => `${mentor} has none of the wanted skills`,
  knowsWanted: (mentor: string) => `${mentor} knows some of what is wanted`,
  thanked: (n: number, skill: string) => `Thanked ${times(n)} for ${skill || 'the wanted skills'}`,
  notThanked: 'No public thanks for the wanted skills yet',
  goal: (goal: string) => `Both work on ${goal}`,
  goals: (n: number) => capital(count(n, { one: 'one goal in common', other: `${word(n)} goals in common` })),
  noGoal: 'No goal in common',
  grades: (n: number) => capital(n === 1 ? 'one grade apart' : `${word(n)} grades apart`),
  sameGrade: 'The same grade',
  hours: (n: number) =>
    n > 0 && n < 1
      ? 'Less than one shared working hour'
      : capital(`${word(n)} shared working ${n === 1 ? 'hour' : 'hours'}`),
  between: (one: string, other: string) => `, ${one} and ${other}`,
  otherDepartments: 'Different departments',
  sameDepartment: 'The same department',
  language: (language: string) => `Both speak ${language}`,
  noLanguage: 'No language in common',
  place: (place: string) => `Both in ${place}`,
  samePlace: 'In the same place',
  otherPlaces: 'In different places',
  preferred: 'Asked for each other',
  wished: 'One asked for the other',
  notWished: 'No wish for this partner',
  fresh: 'Never partners before',
  notFresh: 'Partners before',
  interests: (shared: string) => `Both like ${shared}`,
  noInterest: 'No interest in common',
  unasked: 'Nobody is asking at the moment',
  asked: (n: number) => capital(`${word(n)} open ${n === 1 ? 'request' : 'requests'}`),
  unknown: (wish: string) => `${wish}: not known, so it counts half`,
};

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

translate(reasons, { de: async () => (await import('../de/reasons.js')).reasons });
