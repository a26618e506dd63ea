import type { Client, Me } from '@guildhall/core';
import type { Failure } from '../internal/failure.js';
import type { Skill } from './skill-words.js';

/** A skill as its editor holds it. */
export type SkillWriting = Pick<Skill, 'name' | 'level' | 'canHelp' | 'wantsToLearn' | 'evidenceConsent'>;

/** An own profile while it is being edited: every field as its control holds it. */
export interface ProfileWriting {
  preferredName: string;
  pronouns: string;
  location: string;
  timeZone: string;
  languages: readonly string[];
  skills: readonly SkillWriting[];
  visibility: Me['visibility'];
}

/** What has been changed, and nothing else: the rest may change elsewhere meanwhile. */
export type ProfileDraft = Partial<ProfileWriting>;

/** A field whose visibility the person sets. */
export type PersonalField = keyof Me['visibility'];

/** Where something can be wrong; `save` is the form as a whole. */
export type Place = Exclude<keyof ProfileWriting, 'visibility'> | 'save';

/** What is sent: each part only when there is something in it. */
export interface Changes {
  profile?: Parameters<Client['people']['updateProfile']>[0];
  skills?: Parameters<Client['people']['setSkills']>[0]['skills'];
}

const MAX = { preferredName: 200, pronouns: 60, location: 200 } as const;
const MOST_LANGUAGES = 30;
const MOST_SKILLS = 100;
/** The longest name of a skill, in code points. */
export const SKILL_MAX = 80;

/** The profile as the form begins. */
export function writingOf(me: Me): ProfileWriting {
  return {
    preferredName: me.name,
    pronouns: me.pronouns ?? '',
    location: me.location ?? '',
    timeZone: me.timeZone ?? '',
    languages: me.languages ?? [],
    skills: (me.skills ?? []).map(({ name, level, canHelp, wantsToLearn, evidenceConsent = false }) => ({
      name,
      level,
      canHelp,
      wantsToLearn,
      evidenceConsent,
    })),
    visibility: me.visibility,
  };
}

/** Whether what was kept in the browser is a draft as this version writes it. */
export function isProfileDraft(value: unknown): value is ProfileDraft {
  if (typeof value !== 'object' || value === null) return false;
  const shapes: Record<keyof ProfileWriting, (kept: unknown) => boolean> = {
    preferredName: isText,
    pronouns: isText,
    location: isText,
    timeZone: isText,
    languages: (kept) => Array.isArray(kept) && kept.every(isText),
    skills: (kept) => Array.isArray(kept) && kept.every(isSkill),
    visibility: (kept) => typeof kept === 'object' && kept !== null && Object.values(kept).every(isText),
  };
  return Object.entries(value).every(
    // Whatever the name, what is not among the shapes is refused.
    ([name, kept]) => Object.hasOwn(shapes, name) && shapes[name as keyof ProfileWriting](kept),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isSkill(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'name' in value && 'level' in value;
}

/** What a draft would change. */
export function changesOf(me: Me, draft: ProfileDraft): Changes {
  const before = writingOf(me);
  const texts = (['preferredName', 'pronouns', 'location', 'timeZone'] as const)
    .filter((name) => draft[name] !== undefined && draft[name].trim() !== before[name])
    .map((name) => [name, draft[name]?.trim() || null]);
  const { languages, skills, visibility } = draft;
  const seen = Object.entries(visibility ?? {}).filter(
    // The names of a draft's visibility are those of the profile's.
    ([field, seers]) => before.visibility[field as PersonalField] !== seers,
  );
  const profile = {
    ...Object.fromEntries(texts),
    ...(languages && differ(languages, before.languages) && { languages: [...languages] }),
    ...(seen.length && { visibility: Object.fromEntries(seen) }),
  };
  return {
    ...(Object.keys(profile).length && { profile }),
    ...(skills &&
      differ(skills, before.skills) && {
        skills: skills.map(({ name, ...rest }) => ({ skill: name, ...rest })),
      }),
  };
}

/** The profile as it will be when the draft is saved, as far as that can be known here. */
export function applied(me: Me, draft: ProfileDraft): Me {
  const { preferredName, languages, skills, visibility } = { ...writingOf(me), ...draft };
  const text = (name: 'pronouns' | 'location' | 'timeZone') =>
    (draft[name] === undefined ? me[name] : draft[name].trim()) || undefined;
  const known = new Map(me.skills?.map((skill) => [skill.name, skill.id]));
  return {
    ...me,
    // The name in the directory, which an emptied field stands for, comes with the answer.
    name: preferredName.trim() || me.name,
    pronouns: text('pronouns'),
    location: text('location'),
    timeZone: text('timeZone'),
    languages: [...languages],
    skills: skills.map((skill) => ({ ...skill, id: known.get(skill.name) ?? skill.name })),
    visibility: { ...me.visibility, ...visibility },
  };
}

/** What must be mended before saving, by place. The server looks again. */
export function problemsOf(
  draft: ProfileDraft,
  needs: { needZone: string; tooLong: string; tooMany: string },
): Partial<Record<Place, string>> {
  const { timeZone, languages = [], skills = [] } = draft;
  const long = (Object.keys(MAX) as (keyof typeof MAX)[]).filter(
    (name) => [...(draft[name] ?? '')].length > MAX[name],
  );
  return {
    ...Object.fromEntries(long.map((name) => [name, needs.tooLong])),
    ...(timeZone?.trim() && !isTimeZone(timeZone.trim()) && { timeZone: needs.needZone }),
    ...(languages.length > MOST_LANGUAGES && { languages: needs.tooMany }),
    ...(skills.length > MOST_SKILLS && { skills: needs.tooMany }),
  };
}

/** The fields that a refusal is about. */
export function placesOf({ fields = [] }: Failure): Place[] {
  const places = ['preferredName', 'pronouns', 'location', 'timeZone', 'languages', 'skills'] as const;
  const named = fields.map(({ path }) => path.split('.')[0]);
  const found = places.filter((place) => named.includes(place));
  return found.length ? found : ['save'];
}

/** Whether the browser knows the time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
