import type { CommandContext } from '../operation.js';
import { Catalog } from '../people/catalog.js';
import type { EnrollmentDraft, EnrollmentRecord } from './model/enrollment.js';
import { enrollments } from './model/enrollment.js';
import type { ProgramRecord } from './model/program.js';
import { places } from './model/places.js';
import { placesId, setPlaces } from './places.js';

/** What an enrollment says, without who and where. */
export type EnrollmentWords = Omit<EnrollmentDraft, 'programId'>;

/** The skills that topics name, by id; a new name becomes an entry of the catalog. */
export async function topicsByName(
  { tx, newId }: CommandContext,
  topics: EnrollmentDraft['topics'],
): Promise<Map<string, string>> {
  const names = topics.map((topic) => topic.skill);
  const catalog = await Catalog.read(tx, { departments: [], teams: [], skills: names }, newId);
  // What somebody wants to learn is for those who run the program: it is not listed for everyone.
  const ids = names.map((name): [string, string] => {
    const [stored] = catalog.skills([{ skill: name, level: 'working' }], false);
    if (!stored) throw new Error('One name gives one skill.');
    return [name, stored.skillId];
  });
  await catalog.save(tx);
  return new Map(ids);
}

/** Writes what a person says, into a new enrollment or over the one they have. */
export async function writeEnrollment(
  { tx, now, newId }: CommandContext,
  program: ProgramRecord,
  personId: string,
  words: EnrollmentWords,
  skillIds: ReadonlyMap<string, string>,
  { before, state }: { before: EnrollmentRecord | undefined; state: EnrollmentRecord['state'] },
): Promise<EnrollmentRecord> {
  const others = (ids: string[]) => [...new Set(ids)].filter((one) => one !== personId);
  const topics = new Map(words.topics.map((topic) => [skillIds.get(topic.skill) ?? '', topic.level]));
  const record: EnrollmentRecord = {
    id: before?.id ?? newId(),
    programId: program.id,
    personId,
    sides: [...new Set(words.sides)],
    capacity: words.capacity ?? program.capacityDefault,
    topics: [...topics].map(([skillId, level]) => ({ skillId, level })),
    ...(words.why !== undefined && { why: words.why }),
    preferences: others(words.preferences),
    notWith: others(words.notWith),
    state,
    at: now.toISOString(),
  };
  if (before && (await tx.get(places, placesId(program.id, personId))))
    await setPlaces(tx, program.id, personId, record.capacity);
  await (before ? tx.replace(enrollments, record) : tx.insert(enrollments, record));
  return record;
}

/** Tells the person and those who run the program that an enrollment has changed. */
export async function tellEnrollment(
  tx: CommandContext['tx'],
  program: Pick<ProgramRecord, 'managerIds'>,
  record: Pick<EnrollmentRecord, 'id' | 'personId'>,
): Promise<void> {
  const audience = [...new Set([record.personId, ...program.managerIds])];
  await tx.tell({ type: 'enrollment.changed', ids: [record.id], audience });
}
