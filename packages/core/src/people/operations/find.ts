import { notFound } from '../../errors.js';
import { query } from '../../operation.js';
import { filterPages, type PageRequest } from '../../paging.js';
import { membersAndSystem } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import type { Find } from '../../store/store.js';
import { LanguageTag, people, Profile, type PersonRecord } from '../model.js';
import { profilesOf } from '../profiles.js';
import { meets, type PersonFilters } from '../rules.js';
import { sought } from './sought.js';

/** How many people a filtered search reads at once: each reading ranks all that the text finds. */
const STEP = 500;

export const get = query({
  summary: 'Gives a person’s profile as the caller may see it, also of people who have left.',
  who: membersAndSystem,
  input: z.strictObject({ id }),
  output: Profile,
  refuses: ['person.unknown'],
  async run({ tx, actor }, input) {
    const person = await tx.get(people, input.id);
    const [profile] = person ? await profilesOf(tx, [person], actor) : [];
    if (!profile) throw notFound('person');
    return profile;
  },
});

export const search = query({
  summary:
    'Finds active people by name, skill, title, unit, language or place, as far as everyone may see them.',
  who: membersAndSystem,
  input: z.strictObject({
    /** Words that must all occur, in any order; best matches first. Without it people come by name. */
    text: sought,
    /** Ids of a skill, a department, a team. */
    skill: id.optional(),
    department: id.optional(),
    team: id.optional(),
    /** A language tag; `es` also finds `es-MX`. */
    language: LanguageTag.optional(),
    ...page,
  }),
  output: pageOf(Profile),
  async run({ tx, actor }, { text, limit, after, ...filters }) {
    const fetch = (request: PageRequest) =>
      text ? tx.search(people, text, request) : tx.find(people, { ...byBestIndex(filters), ...request });
    // What search finds is active, and one index answers one filter: only what is more needs a second look.
    const count = Object.values(filters).filter((filter) => filter !== undefined).length;
    const found =
      count > (text ? 0 : 1)
        ? await filterPages(fetch, (person) => meets(person, filters), { limit, after, step: STEP })
        : await fetch({ limit, after });
    return { ...found, items: await profilesOf(tx, found.items, actor) };
  },
});

/** The index of that filter which, by experience, leaves the fewest people. */
function byBestIndex({ skill, team, department, language }: PersonFilters): Find<PersonRecord> {
  const order = '+sortName';
  const status = 'active';
  if (skill !== undefined) return { where: { skillIds: skill, status }, order };
  if (team !== undefined) return { where: { teamIds: team, status }, order };
  if (department !== undefined) return { where: { departmentId: department, status }, order };
  if (language !== undefined) return { where: { languageCodes: language, status }, order };
  return { where: { status }, order };
}
