import { notFound } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { members } from '../../policy.js';
import { id, text, z } from '../../schema.js';
import { Catalog, CATALOG_WRITES } from '../catalog.js';
import { isSame, withConsents } from '../merge.js';
import {
  LanguageTag,
  Me,
  people,
  PERSONAL_FIELDS,
  SkillDraft,
  TimeZone,
  Visibility,
  type PersonRecord,
} from '../model.js';
import { meOf } from '../profiles.js';
import { derive, differsInPublic, visibilityOf, type PersonFacts } from '../rules.js';

export const me = query({
  summary: 'Gives the caller’s own profile, roles and visibility settings.',
  who: members,
  input: z.strictObject({}),
  output: Me,
  run: async ({ tx, actor }) => meOf(tx, await ownRecord(tx, actor.id), actor),
});

/** The fields that a person may set about themself; null empties one. */
const ProfileDraft = z.strictObject({
  /** The whole name that others read and find instead of the directory's. */
  preferredName: text(200).nullish(),
  pronouns: text(60).nullish(),
  location: text(200).nullish(),
  timeZone: TimeZone.nullish(),
  locale: LanguageTag.nullish(),
  languages: z.array(LanguageTag).max(30).nullish(),
  /** Who sees which field; fields left out stay as they are. */
  visibility: z.partialRecord(z.enum(PERSONAL_FIELDS), Visibility).optional(),
  /** By id of a skill of the caller: whether others may see how often the caller was thanked for it. */
  evidenceConsent: z.record(id, z.boolean()).optional(),
});

export const updateProfile = command({
  summary:
    'Sets what the caller says about themself, and who sees it. The directory leaves these fields alone.',
  who: members,
  input: ProfileDraft,
  output: Me,
  async run(context, { visibility, languages, evidenceConsent, ...draft }) {
    const before = await ownRecord(context.tx, context.actor.id);
    const catalog = await Catalog.read(context.tx, NO_NAMES, context.newId);
    const after: PersonFacts = { ...before, own: [...before.own] };
    for (const field of ['preferredName', 'pronouns', 'location', 'timeZone', 'locale'] as const)
      if (draft[field] !== undefined) {
        after[field] = draft[field] ?? undefined;
        after.own.push(field);
      }
    if (languages !== undefined) {
      after.languages = [...new Set(languages)];
      after.own.push('languages');
    }
    if (evidenceConsent) after.skills = before.skills.map((skill) => consenting(skill, evidenceConsent));
    if (visibility) after.visibility = { ...before.visibility, ...visibility };
    if (visibility?.skills === 'everyone') {
      const ids = before.skills.map((skill) => skill.skillId);
      await catalog.open(context.tx, ids);
      await catalog.save(context.tx);
    }
    return saveOwn(context, catalog, before, after);
  },
});

export const setSkills = command({
  summary: 'Sets the caller’s skills, all of them; new names join the catalog.',
  who: members,
  input: z.strictObject({ skills: z.array(SkillDraft).max(100) }),
  output: Me,
  alone: () => CATALOG_WRITES,
  async run(context, { skills }) {
    const before = await ownRecord(context.tx, context.actor.id);
    const sought = { ...NO_NAMES, skills: skills.map((draft) => draft.skill) };
    const catalog = await Catalog.read(context.tx, sought, context.newId);
    const open = visibilityOf(before).skills === 'everyone';
    const drafts = catalog.skills(skills, open);
    const withdrawn = skills.filter((draft) => draft.evidenceConsent === false);
    const not = catalog.skills(withdrawn, open).map((skill) => skill.skillId);
    const kept = before.skills.filter((skill) => !not.includes(skill.skillId));
    const after = {
      ...before,
      skills: withConsents(drafts, { ...before, skills: kept }),
      own: [...before.own, 'skills'],
    };
    await catalog.save(context.tx);
    return saveOwn(context, catalog, before, after);
  },
});

function consenting(
  { evidenceConsent, ...skill }: PersonRecord['skills'][number],
  said: Readonly<Record<string, boolean>>,
): PersonRecord['skills'][number] {
  const consents = said[skill.skillId] ?? evidenceConsent ?? false;
  return consents ? { ...skill, evidenceConsent: true } : skill;
}

const NO_NAMES = { departments: [], teams: [], skills: [] };

async function ownRecord(tx: Pick<CommandContext['tx'], 'get'>, id: string): Promise<PersonRecord> {
  const person = await tx.get(people, id);
  if (!person) throw notFound('person');
  return person;
}

/** Stores the person and tells of it: everyone only when everyone may see what is new. */
async function saveOwn(
  { tx, actor }: CommandContext,
  catalog: Catalog,
  before: PersonRecord,
  facts: PersonFacts,
): Promise<Me> {
  await catalog.learn(tx, [before]);
  const after = derive({ ...facts, own: [...new Set(facts.own)] }, catalog.names);
  if (!isSame(before, after)) {
    await tx.replace(people, after);
    const audience = differsInPublic(before, after) ? 'everyone' : [actor.id];
    await tx.tell({ type: 'person.changed', ids: [after.id], audience });
  }
  return meOf(tx, after, actor);
}
