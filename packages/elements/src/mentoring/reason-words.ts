import type { Reason } from '@guildhall/core';
import { formats } from '../internal/format.js';
import { reasons } from '../strings/en/reasons.js';
import { words } from '../strings/index.js';

/** Who is spoken of: names as they are to be read. */
export interface ReasonPeople {
  mentor: string;
  /** True when the reader is the mentee: "You want facilitation" in place of "Wants facilitation". */
  you?: boolean;
}

type Strings = typeof reasons;
type Evidence = Reason['evidence'];

/**
 * A reason as a sentence without an end, such as "Five shared working hours". What it reads of the evidence, all of
 * it optional: `skill` or `skills` (names, in one text), `level`, `more`, `thanked` (wantedSkill, evidencedSkill) ·
 * `goal`, `count` (goalOverlap) · `grades` (gradeGap) · `hours`, `mentorPlace`, `menteePlace` (timeOverlap) · `same`
 * (department, location) · `language`, tags in one text (sharedLanguage) · `place` (location) · `both`
 * (preference) · `before` (freshPartner) · `interests` · `requests` (exposure). A criterion that this version does not
 * know is called by a general name.
 */
export function reasonWords(reason: Reason, people: ReasonPeople, locale: string): string {
  const strings = words(reasons, locale);
  if (reason.reason === 'unknown' || reason.reason.endsWith('Unknown')) {
    return strings.unknown(wishWords(reason.criterion, locale));
  }
  const say = sentences[reason.criterion];
  return say ? say(reason, strings, people, locale) : wishWords(reason.criterion, locale);
}

/** What a criterion is called, such as "Shared working hours". */
export function wishWords(criterion: string, locale: string): string {
  const { wishes, otherWish } = words(reasons, locale);
  return wishes[criterion] ?? otherWish;
}

/** Points of 10,000 as people read them: of 100, without a fraction. */
export function hundredths(points: number): number {
  return Math.round(points / 100);
}

type Say = (reason: Reason, strings: Strings, people: ReasonPeople, locale: string) => string;

const sentences: Partial<Record<string, Say>> = {
  wantedSkill({ evidence, points }, strings, { mentor, you = false }, locale) {
    const skills = listed(evidence, ['skill', 'skills'], locale);
    if (!skills) return points > 0 ? strings.knowsWanted(mentor) : strings.notWanted(mentor);
    const [more, thanked] = [number(evidence, 'more'), number(evidence, 'thanked')];
    return (
      strings.wants(skills, mentor, text(evidence, 'level'), you) +
      (thanked > 0 ? strings.thankedFor(thanked) : '') +
      (more > 0 ? strings.moreWanted(more) : '')
    );
  },
  evidencedSkill({ criterion, evidence, points }, strings, _people, locale) {
    if (points === 0) return strings.notThanked;
    const skills = listed(evidence, ['skill', 'skills'], locale);
    const thanked = number(evidence, 'thanked');
    // Who has not agreed that thanks are counted gets half the points, thanked or not.
    return thanked > 0 ? strings.thanked(thanked, skills) : strings.unknown(wishWords(criterion, locale));
  },
  goalOverlap({ evidence, points }, strings, _people, locale) {
    if (points === 0) return strings.noGoal;
    const count = Math.max(1, number(evidence, 'count'));
    const goals = listed(evidence, ['goal', 'skills'], locale);
    return goals && count === 1 ? strings.goal(goals) : strings.goals(count);
  },
  gradeGap({ evidence }, strings) {
    const grades = Math.abs(number(evidence, 'gap', number(evidence, 'grades')));
    return grades ? strings.grades(grades) : strings.sameGrade;
  },
  timeOverlap({ evidence }, strings) {
    const hours = number(evidence, 'hours');
    const [mentor, mentee] = [text(evidence, 'mentorPlace'), text(evidence, 'menteePlace')];
    const places = mentor && mentee && mentor !== mentee ? strings.between(mentee, mentor) : '';
    // Half an hour is worth saying, a minute is not.
    return strings.hours(Math.round(hours * 2) / 2) + places;
  },
  otherDepartment: departments,
  department: departments,
  sharedLanguage({ evidence, points }, strings, _people, locale) {
    const tags = items(evidence, ['languages', 'language']);
    if (!points || !tags.length) return strings.noLanguage;
    return strings.language(formats(locale).list(tags.map((tag) => languageName(tag, locale))));
  },
  location({ evidence, points }, strings) {
    if (points === 0) return strings.otherPlaces;
    const place = text(evidence, 'place') || text(evidence, 'location');
    return place ? strings.place(place) : strings.samePlace;
  },
  preference({ evidence, points }, strings) {
    if (points === 0) return strings.notWished;
    return evidence.both === true ? strings.preferred : strings.wished;
  },
  freshPartner({ evidence, points }, strings) {
    const before = evidence.before === true || number(evidence, 'times') > 0;
    return before || points === 0 ? strings.notFresh : strings.fresh;
  },
  interests({ evidence, points }, strings, _people, locale) {
    const shared = listed(evidence, ['interests'], locale);
    return points > 0 && shared ? strings.interests(shared) : strings.noInterest;
  },
  exposure({ evidence }, strings) {
    const requests = number(evidence, 'requests');
    return requests ? strings.asked(requests) : strings.unasked;
  },
};

function departments({ evidence, points }: Reason, strings: Strings): string {
  const same = 'same' in evidence ? evidence.same === true : points === 0;
  return same ? strings.sameDepartment : strings.otherDepartments;
}

/** Several things that stand in one text, or in a list where a server sends one. */
function items(evidence: Evidence, keys: readonly string[]): string[] {
  const value: unknown = keys
    .map((key) => evidence[key])
    .find((found) => found !== undefined && found !== '');
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(/,\s*/).filter(Boolean) : [];
}

function listed(evidence: Evidence, keys: readonly string[], locale: string): string {
  return formats(locale).list(items(evidence, keys));
}

function text(evidence: Evidence, key: string): string {
  const value = evidence[key];
  return typeof value === 'string' ? value : '';
}

function number(evidence: Evidence, key: string, otherwise = 0): number {
  const value = evidence[key];
  return typeof value === 'number' ? value : otherwise;
}

function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
