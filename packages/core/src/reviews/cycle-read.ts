import { GuildhallError, notFound } from '../errors.js';
import type { QueryContext } from '../operation.js';
import { refsOf } from '../people/read.js';
import type { KnownActor } from '../policy.js';
import type { Audience, Reader } from '../store/store.js';
import {
  CYCLE_MOVES,
  cycles,
  frozenForms,
  subjects,
  type Cycle,
  type CycleMove,
  type CycleRecord,
  type SubjectRecord,
} from './model/cycle.js';
import { nominations } from './model/nomination.js';
import { calibrations } from './model/calibration.js';
import { directionsOf, mayMove, readersOf, statesFor } from './rules/cycle.js';
import { isFinding, isHr, isNominator } from './rules/nomination.js';
import { findTemplate } from './template-read.js';

/** What makes the moves of one cycle wait for each other. */
export function aloneOnCycle(cycleId: string): string {
  return `review cycle ${cycleId}`;
}

/** The id of a subject in a cycle, and of whatever there is once for both. */
export function subjectKey(cycleId: string, subjectId: string): string {
  return `${cycleId}:${subjectId}`;
}

/** The cycle if the actor is HR: else `cycle.unknown`, as for one that is not there. */
export async function hrCycle(tx: Reader, cycleId: string, actor: KnownActor): Promise<CycleRecord> {
  const record = await tx.get(cycles, cycleId);
  if (!record || !isHr(actor)) throw notFound('cycle');
  return record;
}

/** Refused unless the move can be made in the state in which the cycle is. */
export function checkMove(record: CycleRecord, move: CycleMove): void {
  if (mayMove(record, move)) return;
  const from = statesFor(move) ?? [];
  throw new GuildhallError(
    'conflict',
    'cycle.wrongState',
    `The cycle is ${record.state}. This is done from: ${from.join(', ')}.`,
    { details: { state: record.state } },
  );
}

/** What a person has to do with a cycle. */
export interface Part {
  own?: SubjectRecord;
  /** Whether somebody who reported to the person at the launch is a subject. */
  manages: boolean;
  any: boolean;
}

/** What the actor has to do with a cycle: as a subject, as a manager, as a reviewer, or by being invited. */
export async function partIn(tx: Reader, record: CycleRecord, actor: KnownActor): Promise<Part> {
  if (actor.system) return { manages: false, any: true };
  const own = await tx.get(subjects, subjectKey(record.id, actor.id));
  const [manages, skips] = [
    await anySubject(tx, record.id, { managerId: actor.id }),
    await anySubject(tx, record.id, { skipManagerId: actor.id }),
  ];
  const any = own !== undefined || manages || skips || (await isAsked(tx, record.id, actor.id));
  return { ...(own && { own }), manages, any };
}

/** More than anybody has to do with: a bound on what one reading brings. */
const MANY = 1000;

async function anySubject(
  tx: Reader,
  cycleId: string,
  where: { managerId: string } | { skipManagerId: string },
): Promise<boolean> {
  const found = await tx.find(subjects, { where, order: '-launchedAt', limit: MANY });
  return found.items.some((one) => one.cycleId === cycleId);
}

async function isAsked(tx: Reader, cycleId: string, personId: string): Promise<boolean> {
  const where = { reviewerId: personId, state: 'approved' as const };
  const asked = await tx.find(nominations, { where, order: '-at', limit: MANY });
  if (asked.items.some((one) => one.cycleId === cycleId)) return true;
  const invited = await tx.find(calibrations, {
    where: { participantIds: personId },
    order: '-at',
    limit: MANY,
  });
  return invited.items.some((one) => one.cycleId === cycleId);
}

/** The ids of the cycles in which a person has a part. */
export async function partsOf(tx: Reader, personId: string): Promise<Set<string>> {
  const limit = MANY;
  const found = [
    await tx.find(subjects, { where: { subjectId: personId }, order: '-launchedAt', limit }),
    await tx.find(subjects, { where: { managerId: personId }, order: '-launchedAt', limit }),
    await tx.find(subjects, { where: { skipManagerId: personId }, order: '-launchedAt', limit }),
    await tx.find(nominations, {
      where: { reviewerId: personId, state: 'approved' },
      order: '-at',
      limit,
    }),
    await tx.find(calibrations, { where: { participantIds: personId }, order: '-at', limit }),
  ];
  return new Set(found.flatMap((one) => one.items.map((item) => item.cycleId)));
}

/** Whether somebody may launch what another wants to launch. */
export function mayAgree(record: CycleRecord, actor: KnownActor): boolean {
  const role = actor.roles.includes('hrAdmin') || actor.roles.includes('orgAdmin');
  return record.state === 'draft' && record.awaits !== undefined && record.awaits.byId !== actor.id && role;
}

/** The cycle, if the actor may see it; absent and hidden are the same answer. */
export async function visibleCycle(tx: Reader, cycleId: string, actor: KnownActor): Promise<CycleRecord> {
  const record = await tx.get(cycles, cycleId);
  if (!record) throw notFound('cycle');
  if (isHr(actor) || mayAgree(record, actor)) return record;
  if (record.state === 'draft' || !(await partIn(tx, record, actor)).any) throw notFound('cycle');
  return record;
}

/** Who hears of what happens to a cycle as a whole: all, since it says nothing but that it is worth reading again. */
export function audienceOf(record: CycleRecord, actor: KnownActor): Audience {
  return record.state === 'draft' ? [actor.id] : 'everyone';
}

type Moment = Pick<QueryContext, 'tx' | 'actor'>;

/** A cycle as the caller reads it. */
export async function cycleView({ tx, actor }: Moment, record: CycleRecord): Promise<Cycle> {
  const part = await partIn(tx, record, actor);
  const hr = isHr(actor);
  const awaits = record.awaits && {
    by: (await refsOf(tx, [record.awaits.byId])).get(record.awaits.byId) ?? {
      id: record.awaits.byId,
      name: '',
    },
    at: record.awaits.at,
  };
  const { id, state, name, purpose, mode, nominationMode, amounts, approval, thresholds } = record;
  const { visibility, dates, since, releaseFailed } = record;
  const proposes = part.own !== undefined && isNominator(record, part.own, actor);
  const manages = part.manages && record.nominationMode !== 'hr';
  return {
    ...{ id, state, name, purpose, mode, nominationMode, amounts, approval, thresholds, visibility },
    ...{ dates, since },
    templates: await templatesOf(tx, record),
    subjectCount: record.subjects.length,
    readers: readersOf(visibility),
    shuffle: true,
    ...(awaits && (hr || mayAgree(record, actor)) && { awaits }),
    ...(hr && releaseFailed !== undefined && { releaseFailed }),
    ...(hr && { draft: draftOf(record) }),
    may: {
      manage: hr,
      moves: movesOf(record, actor),
      nominate: isFinding(record) && (hr || proposes || manages),
      approve: isFinding(record) && (hr || (record.approval === 'manager' && part.manages)),
    },
  };
}

function movesOf(record: CycleRecord, actor: KnownActor): CycleMove[] {
  if (isHr(actor))
    return CYCLE_MOVES.filter(
      (move) => mayMove(record, move) && (move !== 'launch' || record.awaits?.byId !== actor.id),
    );
  return mayAgree(record, actor) ? ['launch'] : [];
}

async function templatesOf(tx: Reader, record: CycleRecord): Promise<Cycle['templates']> {
  const frozen = await tx.get(frozenForms, record.id);
  const all: Cycle['templates'] = [];
  for (const direction of directionsOf(record)) {
    const choice = record.templateByDirection[direction];
    if (!choice) continue;
    const form = frozen?.forms[direction] ?? (await findTemplate(tx, choice.templateId, choice.version));
    const version = frozen?.forms[direction]?.version ?? choice.version;
    all.push({
      direction,
      templateId: choice.templateId,
      ...(version !== undefined && { version }),
      name: form?.name ?? '',
    });
  }
  return all;
}

/** A cycle as it was written. */
function draftOf(record: CycleRecord): NonNullable<Cycle['draft']> {
  const { name, purpose, mode, templateByDirection, subjects: people, nominationMode, amounts } = record;
  const { approval, thresholds, visibility, dates } = record;
  const first = { name, purpose, mode, templateByDirection, subjects: people, nominationMode, amounts };
  return { ...first, approval, thresholds, visibility, dates };
}
