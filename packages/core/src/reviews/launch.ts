import { GuildhallError } from '../errors.js';
import type { CommandContext } from '../operation.js';
import { people, type PersonRecord } from '../people/model.js';
import { sortNameOf, displayName } from '../people/rules.js';
import type { Reader } from '../store/store.js';
import { checkCycle } from './cycle-check.js';
import { subjectKey } from './cycle-read.js';
import { moveTo, storeCycle } from './cycle-write.js';
import {
  frozenForms,
  subjects,
  type CycleRecord,
  type FrozenForms,
  type SubjectRecord,
} from './model/cycle.js';
import { nominations, type NominationRecord } from './model/nomination.js';
import { templates } from './model/template.js';
import { invitedAtLeast, namelessOf, SMALL_CYCLE } from './rules/cycle.js';
import { holdsBothRoles } from './rules/nomination.js';
import { openRoundOf } from './round-of.js';
import { tellSome } from './telling.js';
import { idOf } from './template-read.js';

/** More than anybody has reports. */
const MANY = 1000;

/**
 * Launches a draft: forms, thresholds, readers and the people with whom they report to are as they are now. Where
 * a second person must agree first, the draft waits for that one; asked again by the same person: `launch.second`.
 */
export async function launchCycle(context: CommandContext, draft: CycleRecord): Promise<CycleRecord> {
  const { tx, actor, now } = context;
  if (draft.awaits ? draft.awaits.byId === actor.id : needsSecond(context, draft)) {
    if (draft.awaits)
      throw new GuildhallError('conflict', 'launch.second', 'Another person must agree to this launch.');
    return storeCycle(context, { ...draft, awaits: { byId: actor.id, at: now.toISOString() } });
  }
  const needed = await checkCycle(tx, draft);
  await freezeForms(context, draft, needed.forms);
  await insertSubjects(context, draft, needed.people);
  if (namelessOf(draft).length > 0) await openRoundOf(context, draft, needed.forms);
  const { awaits, ...kept } = draft;
  const agreed = awaits ? kept : { ...kept, launchedAloneById: actor.id };
  const launched = await moveTo(context, agreed, 'nominating');
  return tellSome(context, { ...launched, telling: { what: 'nominate' } });
}

/** With both roles in one hand and few people, numbers hide nobody from who launches. */
function needsSecond({ actor }: CommandContext, draft: CycleRecord): boolean {
  return holdsBothRoles(actor) && namelessOf(draft).length > 0 && invitedAtLeast(draft) < SMALL_CYCLE;
}

async function freezeForms(
  { tx }: CommandContext,
  { id }: CycleRecord,
  forms: FrozenForms['forms'],
): Promise<void> {
  await tx.insert(frozenForms, { id, forms });
  for (const key of new Set(Object.values(forms).map((one) => idOf(one.templateId, one.version)))) {
    const record = await tx.get(templates, key);
    if (record?.state === 'draft') await tx.replace(templates, { ...record, state: 'active' });
  }
}

/** The subjects with those around them, and the forms that nobody nominates for: their own and their manager's. */
async function insertSubjects(
  context: CommandContext,
  cycle: CycleRecord,
  persons: readonly PersonRecord[],
): Promise<void> {
  const { tx, now } = context;
  const managers = await activeManagers(tx, persons);
  const above = await activeManagers(tx, [...managers.values()]);
  const records: SubjectRecord[] = [];
  for (const person of persons) {
    const manager = managers.get(person.managerId ?? '');
    const skip = above.get(manager?.managerId ?? '');
    const where = { managerId: person.id };
    const reports = await tx.find(people, { where, order: '+sortName', limit: MANY });
    records.push({
      id: subjectKey(cycle.id, person.id),
      cycleId: cycle.id,
      subjectId: person.id,
      sortName: sortNameOf(displayName(person)),
      ...(manager && manager.id !== person.id && { managerId: manager.id }),
      ...(skip && skip.id !== person.id && { skipManagerId: skip.id }),
      reportIds: reports.items.filter((one) => one.status === 'active').map((one) => one.id),
      launchedAt: now.toISOString(),
      contests: [],
    });
  }
  await tx.insertAll(subjects, records);
  const { self, manager: byManager } = cycle.templateByDirection;
  await tx.insertAll(
    nominations,
    records.flatMap((record) => [
      ...(self ? [formOf(context, record, record.subjectId, 'self')] : []),
      ...(byManager && record.managerId !== undefined
        ? [formOf(context, record, record.managerId, 'manager')]
        : []),
    ]),
  );
}

/** The managers of these people who are active, by id. */
async function activeManagers(
  tx: Reader,
  persons: readonly PersonRecord[],
): Promise<Map<string, PersonRecord>> {
  const ids = new Set(persons.flatMap(({ managerId }) => managerId ?? []));
  const found = await tx.getMany(people, [...ids]);
  return new Map(found.filter(({ status }) => status === 'active').map((person) => [person.id, person]));
}

/** The form of a subject or of a subject's manager: nobody nominates them. */
function formOf(
  { actor, now, newId }: CommandContext,
  { cycleId, subjectId }: SubjectRecord,
  reviewerId: string,
  direction: NominationRecord['direction'],
): NominationRecord {
  return {
    id: newId(),
    ...{ cycleId, subjectId, reviewerId, direction },
    state: 'approved',
    byId: actor.id,
    at: now.toISOString(),
    live: liveKey(cycleId, subjectId, reviewerId),
  };
}

/** What is unique while a nomination stands or waits. */
export function liveKey(cycleId: string, subjectId: string, reviewerId: string): string {
  return `${cycleId} ${subjectId} ${reviewerId}`;
}
