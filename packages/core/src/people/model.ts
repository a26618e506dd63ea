import { id, text, z } from '../schema.js';
import { collection } from '../store/store.js';

/** How well somebody knows a skill; none is said by leaving the skill out. */
export const LEVELS = ['learning', 'working', 'strong', 'teaching'] as const;
export const Level = z.enum(LEVELS);

/** The profile fields whose visibility the person sets. */
export const PERSONAL_FIELDS = ['pronouns', 'email', 'location', 'timeZone', 'languages', 'skills'] as const;
export type PersonalField = (typeof PERSONAL_FIELDS)[number];

/** Who sees a profile field: everyone, the people of the person's teams, or only the person. */
export const VISIBILITIES = ['everyone', 'team', 'me'] as const;
export const Visibility = z.enum(VISIBILITIES);

export const PersonStatus = z.enum(['active', 'suspended', 'departed']);

/** An IANA time zone that this program knows. */
export const TimeZone = z.string().max(60).refine(isTimeZone, 'Use an IANA time zone such as Europe/Berlin.');

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** A language tag (BCP 47), kept in its canonical form. */
export const LanguageTag = z
  .string()
  .max(35)
  .refine((value) => canonicalTag(value) !== undefined, 'Use a language tag such as en, de or pt-BR.')
  .overwrite((value) => canonicalTag(value) ?? value);

function canonicalTag(value: string): string | undefined {
  // Longer first parts are well formed and never assigned: "spanish" is a name, not a tag.
  if (!/^[a-z]{2,3}(-|$)/i.test(value)) return undefined;
  try {
    return Intl.getCanonicalLocales(value)[0];
  } catch {
    return undefined;
  }
}

/** A skill of a person as the person or the host writes it: by name; the catalog grows by itself. */
export const SkillDraft = z.strictObject({
  skill: text(80),
  level: Level,
  wantsToLearn: z.boolean().optional(),
  canHelp: z.boolean().optional(),
  /**
   * Whether others may see how often the person was thanked for it in public. Left out, it stays as it is; nobody
   * may, while nothing was ever said.
   */
  evidenceConsent: z.boolean().optional(),
});
export type SkillDraft = z.output<typeof SkillDraft>;

/** A person's skill as others read it. */
export const PersonSkill = z.object({
  id,
  name: z.string(),
  level: Level,
  wantsToLearn: z.boolean(),
  canHelp: z.boolean(),
  /** How often the person was thanked for it in public for something named; only with their consent. */
  evidenced: z.int().optional(),
  /** The person's own: whether others may see that. */
  evidenceConsent: z.boolean().optional(),
});

/** A person as named on cards and in lists: what everyone in the organization may always know. */
export const PersonRef = z.object({ id, name: z.string(), title: z.string().optional() });
export type PersonRef = z.output<typeof PersonRef>;

/** A team or department as named on cards and in lists. */
export const UnitRef = z.object({ id, name: z.string() });
export type UnitRef = z.output<typeof UnitRef>;

/** A person's profile as the caller may see it: fields hidden from the caller are absent. */
export const Profile = PersonRef.extend({
  department: z.string().optional(),
  teams: z.array(UnitRef),
  manager: PersonRef.optional(),
  pronouns: z.string().optional(),
  email: z.string().optional(),
  location: z.string().optional(),
  timeZone: z.string().optional(),
  languages: z.array(z.string()).optional(),
  skills: z.array(PersonSkill).optional(),
  /** False for people who have left or are suspended. */
  active: z.boolean(),
});
export type Profile = z.output<typeof Profile>;

/** The caller's own profile, with what only the caller needs. */
export const Me = Profile.extend({
  locale: z.string().optional(),
  roles: z.array(z.string()),
  visibility: z.record(z.enum(PERSONAL_FIELDS), Visibility),
  /** True when the identity was picked from a list (development) and proves nothing. */
  development: z.boolean().optional(),
});
export type Me = z.output<typeof Me>;

/** A person as the host's directory describes them. Fields left out stay as they are; null empties a field. */
export const DirectoryPerson = z.strictObject({
  /** The host may choose the id; without one it is made. It cannot change later. */
  id: id.refine((value) => value !== 'system', 'The id "system" is reserved.').optional(),
  /** The key of the person in the host's directory; syncing again by it changes, never doubles. */
  externalId: text(200),
  name: text(200),
  /** The whole name that others read and find instead of `name`. */
  preferredName: text(200).nullish(),
  pronouns: text(60).nullish(),
  email: z.email('Use an e-mail address such as ana@example.org.').max(254).nullish(),
  title: text(200).nullish(),
  department: text(200).nullish(),
  teams: z.array(text(200)).max(50).optional(),
  /** The manager's `externalId`; null or an empty string says that there is none. */
  managerExternalId: z.string().max(200).nullish(),
  grade: text(60).nullish(),
  location: text(200).nullish(),
  timeZone: TimeZone.nullish(),
  locale: LanguageTag.nullish(),
  languages: z.array(LanguageTag).max(30).optional(),
  /** A host cannot consent for the person. */
  skills: z
    .array(SkillDraft.omit({ evidenceConsent: true }))
    .max(100)
    .optional(),
  /** `departed` people are kept, with what they gave and received; they cannot be thanked anew. */
  status: PersonStatus.optional(),
});
export type DirectoryPerson = z.output<typeof DirectoryPerson>;

/** What a sync or an import did, in people. */
export const SyncResult = z.object({
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  departed: z.int(),
});
export type SyncResult = z.output<typeof SyncResult>;

/** A company value that recognition can name. */
export const Value = z.object({ id, name: z.string(), description: z.string(), retired: z.boolean() });
export type Value = z.output<typeof Value>;

/** A person as stored. */
export interface PersonRecord {
  id: string;
  externalId: string;
  name: string;
  preferredName?: string | undefined;
  pronouns?: string | undefined;
  email?: string | undefined;
  title?: string | undefined;
  departmentId?: string | undefined;
  teamIds: string[];
  managerId?: string | undefined;
  grade?: string | undefined;
  location?: string | undefined;
  timeZone?: string | undefined;
  locale?: string | undefined;
  languages: string[];
  skills: {
    skillId: string;
    level: z.output<typeof Level>;
    wantsToLearn: boolean;
    canHelp: boolean;
    /** Present and true when given. */
    evidenceConsent?: boolean;
  }[];
  visibility: Partial<Record<PersonalField, z.output<typeof Visibility>>>;
  status: z.output<typeof PersonStatus>;
  /** The fields that the person set: a sync leaves them alone. */
  own: string[];
  /** The day, in UTC, on which the record was made; absent on those from before this was written down. */
  since?: string | undefined;
  /** That day again, where it was the first day of the organization here. */
  firstDay?: string | undefined;
  /** Derived from the above by `derive` whenever a person is written. */
  sortName: string;
  searchName: string[];
  searchMore: string[];
  skillIds: string[];
  /** The tags of the languages and all their shorter forms: `es-MX` and `es`. */
  languageCodes: string[];
}

/** People. The derived fields hold only what everyone may see, so that search cannot tell more. */
export const people = collection<PersonRecord>({
  name: 'people',
  indexes: [
    ['externalId', 'id'],
    ['status', 'sortName'],
    ['managerId', 'sortName'],
    ['skillIds', 'status', 'sortName'],
    ['languageCodes', 'status', 'sortName'],
    ['departmentId', 'status', 'sortName'],
    ['teamIds', 'status', 'sortName'],
    ['firstDay'],
  ],
  unique: [['externalId']],
  arrays: ['skillIds', 'languageCodes', 'teamIds'],
  search: ['searchName', 'searchMore'],
});

/** A department or team as stored; `key` is its kind and folded name. */
export interface UnitRecord {
  id: string;
  kind: 'department' | 'team';
  name: string;
  key: string;
  sortName: string;
}

export const units = collection<UnitRecord>({
  name: 'units',
  indexes: [
    ['key', 'id'],
    ['kind', 'sortName'],
  ],
  unique: [['key']],
  search: ['name'],
});

/** An entry of the skills catalog as stored; `key` is the folded name. */
export interface SkillRecord {
  id: string;
  name: string;
  key: string;
  /** The key again, once somebody has the skill for everyone to see: before that no list and no search has it. */
  listed?: string;
}

export const skills = collection<SkillRecord>({
  name: 'skills',
  indexes: [['key', 'id'], ['listed']],
  unique: [['key']],
  search: ['listed'],
});

export interface ValueRecord {
  id: string;
  name: string;
  description: string;
  retired: boolean;
  /** Its place in the list, as a sortable string. */
  place: string;
}

export const values = collection<ValueRecord>({ name: 'company_values', indexes: [['place']] });

/** A role held by a person, as stored; `scope` is what it is limited to, or `organization`. */
export interface GrantRecord {
  id: string;
  personId: string;
  role: string;
  scope: string;
  grantedAt: string;
}

export const grants = collection<GrantRecord>({
  name: 'grants',
  indexes: [['personId', 'grantedAt']],
  unique: [['personId', 'role', 'scope']],
});
