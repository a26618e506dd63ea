import type { KnownActor } from '../policy.js';
import type { Reader } from '../store/store.js';
import { skills, type Me, type PersonRecord, type Profile } from './model.js';
import { evidenceOf } from './evidence.js';
import { namesOf, refsOf, unitRefsOf } from './read.js';
import { profileOf, visibilityOf, type Viewer } from './rules.js';

/** People as the viewer may see them, in the same order. */
export async function profilesOf(
  tx: Reader,
  records: readonly PersonRecord[],
  viewer: Viewer,
): Promise<Profile[]> {
  const lookups = {
    people: await refsOf(
      tx,
      records.flatMap((person) => person.managerId ?? []),
    ),
    units: await unitRefsOf(
      tx,
      records.flatMap((person) => [...person.teamIds, person.departmentId ?? []].flat()),
    ),
    skills: await namesOf(
      tx,
      skills,
      records.flatMap((person) => person.skills.map((skill) => skill.skillId)),
    ),
    evidence: await evidenceOf(tx, records),
  };
  return records.map((person) => profileOf(person, viewer, lookups));
}

/** The caller's own profile. */
export async function meOf(tx: Reader, person: PersonRecord, actor: KnownActor): Promise<Me> {
  const [profile] = await profilesOf(tx, [person], actor);
  if (!profile) throw new Error('One record gives one profile.');
  return {
    ...profile,
    ...(person.locale !== undefined && { locale: person.locale }),
    roles: [...actor.roles],
    visibility: visibilityOf(person),
  };
}
