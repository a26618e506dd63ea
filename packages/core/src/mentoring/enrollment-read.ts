import type { QueryContext } from '../operation.js';
import { people, skills } from '../people/model.js';
import { namesOf, refsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import { mayChange, mayDecide, mayWithdrawEnrollment } from './enrollment-rules.js';
import { enrollments, type Enrollment, type EnrollmentRecord } from './model/enrollment.js';
import { attestations, programs, type ProgramRecord } from './model/program.js';
import { mayManage, modulesFor } from './program-rules.js';

/** How many records one step of a walk reads. */
const STEP = 1000;

/** The enrollment of a person in a program, whatever its state. */
export async function enrollmentOf(
  tx: Reader,
  programId: string,
  personId: string,
): Promise<EnrollmentRecord | undefined> {
  const found = await tx.find(enrollments, { where: { programId, personId }, order: '+at', limit: 1 });
  return found.items[0];
}

/** All enrollments of a program in these states, or in any. */
export async function enrollmentsOf(
  tx: Reader,
  programId: string,
  states?: readonly EnrollmentRecord['state'][],
): Promise<EnrollmentRecord[]> {
  const all: EnrollmentRecord[] = [];
  let after: string | undefined;
  do {
    const where = { programId, ...(states && { state: states }) };
    const step = await tx.find(enrollments, { where, order: '+at', after, limit: STEP });
    all.push(...step.items);
    after = step.next;
  } while (after !== undefined);
  return all;
}

/** The modules that a person has attested in a program, with the time. */
export async function attestedBy(
  tx: Reader,
  programId: string,
  personId: string,
): Promise<Map<string, string>> {
  const where = { programId, personId };
  const found = await tx.find(attestations, { where, order: '+at', limit: STEP });
  return new Map(found.items.map((record) => [record.moduleId, record.at]));
}

/** The modules that each of the people has attested in a program. */
export async function attestedIn(tx: Reader, programId: string): Promise<Map<string, Set<string>>> {
  const byPerson = new Map<string, Set<string>>();
  let after: string | undefined;
  do {
    const step = await tx.find(attestations, { where: { programId }, order: '+at', after, limit: STEP });
    for (const { personId, moduleId } of step.items)
      byPerson.set(personId, (byPerson.get(personId) ?? new Set()).add(moduleId));
    after = step.next;
  } while (after !== undefined);
  return byPerson;
}

/** How far somebody on these sides is with the training of a program. */
export function trainingOf(
  program: Pick<ProgramRecord, 'training'>,
  sides: EnrollmentRecord['sides'],
  attested: { has(moduleId: string): boolean } | undefined,
): Enrollment['training'] {
  const modules = modulesFor(program, sides);
  const done = modules.filter((module) => attested?.has(module.id)).length;
  return { done, of: modules.length, required: program.training.gate };
}

/** Enrollments as the caller reads them: wishes about people only in the caller's own. */
export async function enrollmentViews(
  { tx, actor }: Pick<QueryContext, 'tx' | 'actor'>,
  records: readonly EnrollmentRecord[],
): Promise<Enrollment[]> {
  const own = (record: EnrollmentRecord) => record.personId === actor.id;
  const refs = await refsOf(
    tx,
    records.flatMap((one) => [one.personId, ...(own(one) ? [...one.preferences, ...one.notWith] : [])]),
  );
  const named = await namesOf(
    tx,
    skills,
    records.flatMap((record) => record.topics.map((topic) => topic.skillId)),
  );
  const found = await tx.getMany(programs, [...new Set(records.map((record) => record.programId))]);
  const programOf = new Map(found.map((program) => [program.id, program]));
  const views: Enrollment[] = [];
  for (const record of records) {
    const program = programOf.get(record.programId);
    const person = refs.get(record.personId);
    // People and programs are never removed.
    if (!program || !person) continue;
    const attested = await attestedBy(tx, program.id, record.personId);
    const { id, programId, sides, capacity, why, state, at } = record;
    const pick = (ids: string[]) => ids.flatMap((one) => refs.get(one) ?? []);
    views.push({
      ...{ id, programId, person, sides, capacity, state, at },
      program: { id: programId, name: program.name },
      topics: record.topics.flatMap(({ skillId, level }) => {
        const skill = named.get(skillId);
        return skill ? [{ skill, level }] : [];
      }),
      ...(why !== undefined && { why }),
      ...(own(record) && { preferences: pick(record.preferences), notWith: pick(record.notWith) }),
      training: trainingOf(program, sides, attested),
      may: {
        change: own(record) && mayChange(record, program),
        withdraw: own(record) && mayWithdrawEnrollment(record),
        decide: mayManage(program, actor) && mayDecide(record, program),
      },
    });
  }
  return views;
}

/** One enrollment as the caller reads it. */
export async function enrollmentView(
  context: Pick<QueryContext, 'tx' | 'actor'>,
  record: EnrollmentRecord,
): Promise<Enrollment> {
  const [view] = await enrollmentViews(context, [record]);
  if (!view) throw new Error('One record gives one view.');
  return view;
}

/** The people of these ids who are active. */
export async function activeAmong(tx: Reader, ids: readonly string[]): Promise<Set<string>> {
  const found = await tx.getMany(people, [...new Set(ids)]);
  return new Set(found.filter((person) => person.status === 'active').map((person) => person.id));
}
