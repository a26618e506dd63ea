import { GuildhallError, notFound } from '../errors.js';
import type { QueryContext } from '../operation.js';
import { people, type PersonRecord } from '../people/model.js';
import { refsOf, unitRefsOf } from '../people/read.js';
import type { KnownActor } from '../policy.js';
import type { Audience, Reader } from '../store/store.js';
import { dayOf } from './days.js';
import type { Side } from './model/kinds.js';
import { PROGRAM_MOVES, programs, type Program, type ProgramRecord } from './model/program.js';
import {
  enrollmentClosed,
  isEligible,
  isPublished,
  mayManage,
  mayMove,
  mayRun,
  maySeeProgram,
} from './program-rules.js';

/** What makes the writes that change the same program, its enrollments or its runs wait for each other. */
export function aloneOnProgram(programId: string): string {
  return `program ${programId}`;
}

/** The program, if the actor may see it; absent and hidden are the same answer. */
export async function visibleProgram(tx: Reader, id: string, actor: KnownActor): Promise<ProgramRecord> {
  const record = await tx.get(programs, id);
  if (!record || !maySeeProgram(record, actor)) throw notFound('program');
  return record;
}

/** The program, if the actor runs it: else `not_found` for one that is hidden, or `program.notYours`. */
export async function managedProgram(tx: Reader, id: string, actor: KnownActor): Promise<ProgramRecord> {
  const record = await visibleProgram(tx, id, actor);
  if (mayManage(record, actor)) return record;
  throw new GuildhallError('forbidden', 'program.notYours', 'Only those who run the program can do this.');
}

/** Who hears of what happens to a program: exactly those who may see it. */
export function audienceOfProgram(record: ProgramRecord): Audience {
  return isPublished(record) ? 'everyone' : record.managerIds;
}

type Moment = Pick<QueryContext, 'tx' | 'actor' | 'now' | 'settings'>;

/** Programs as the caller reads them, with names filled in by one read of each kind. */
export async function programViews(
  { tx, actor, now, settings }: Moment,
  records: readonly ProgramRecord[],
): Promise<Program[]> {
  const me = actor.system ? undefined : await tx.get(people, actor.id);
  const refs = await refsOf(
    tx,
    records.flatMap((record) => record.managerIds),
  );
  const departments = await unitRefsOf(
    tx,
    records.flatMap((record) => record.eligibility.departments),
  );
  const today = dayOf(now, settings.timeZone);
  return records.map(({ managerIds, sortName: _sort, since: _since, rules, eligibility, ...shown }) => ({
    ...shown,
    managers: managerIds.flatMap((id) => refs.get(id) ?? []),
    eligibility: {
      departments: eligibility.departments.flatMap((id) => departments.get(id) ?? []),
      locations: eligibility.locations,
    },
    ...(mayManage({ managerIds }, actor) && { rules }),
    ...mayEnroll({ ...shown, eligibility }, me, today, mayManage({ managerIds }, actor)),
  }));
}

/** One program as the caller reads it. */
export async function programView(moment: Moment, record: ProgramRecord): Promise<Program> {
  const [view] = await programViews(moment, [record]);
  if (!view) throw new Error('One record gives one view.');
  return view;
}

const SIDES: readonly Side[] = ['mentor', 'mentee'];

function mayEnroll(
  program: Parameters<typeof enrollmentClosed>[0] & Parameters<typeof isEligible>[0],
  person: PersonRecord | undefined,
  today: string,
  manage: boolean,
): Pick<Program, 'may' | 'mayNot'> {
  const closed = enrollmentClosed(program, today);
  const mayNot = closed ?? (person && !isEligible(program, person) ? 'program.notEligible' : undefined);
  const enroll = person && mayNot === undefined ? [...SIDES] : [];
  const moves = manage ? PROGRAM_MOVES.filter((move) => mayMove(program, move)) : [];
  return {
    may: { enroll, manage, match: manage && mayRun(program), moves },
    ...(mayNot !== undefined && { mayNot }),
  };
}
