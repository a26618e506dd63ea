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
  for (const person of needed.people) await insertSubject(context, draft, person);
  if (namelessOf(draft).length > 0) await openRoundOf(context, draft, needed.forms);
  const { awaits: _awaits, ...kept } = draft;
  const launched = await moveTo(context, kept, 'nominating');
  return tellSome(context, { ...launched, telling: { what: 'nominate' } });
}

/** With both roles in one hand and few people, numbers hide nobody from who launches. */
function needsSecond({ actor }: CommandContext, draft: CycleRecord): boolean {
  const both = actor.roles.includes('hrAdmin') && actor.roles.includes('orgAdmin');
  return both && namelessOf(draft).length > 0 && invitedAtLeast(draft) < SMALL_CYCLE;
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

async function insertSubject(
  context: CommandContext,
  cycle: CycleRecord,
  person: PersonRecord,
): Promise<void> {
  const { tx, now } = context;
  const manager = await activePerson(tx, person.managerId);
  const above = await activePerson(tx, manager?.managerId);
  const where = { managerId: person.id };
  const reports = await tx.find(people, { where, order: '+sortName', limit: MANY });
  const record: SubjectRecord = {
    id: subjectKey(cycle.id, person.id),
    cycleId: cycle.id,
    subjectId: person.id,
    sortName: sortNameOf(displayName(person)),
    ...(manager && manager.id !== person.id && { managerId: manager.id }),
    ...(above && above.id !== person.id && { skipManagerId: above.id }),
    reportIds: reports.items.filter((one) => one.status === 'active').map((one) => one.id),
    launchedAt: now.toISOString(),
    contests: [],
  };
  await tx.insert(subjects, record);
  if (cycle.templateByDirection.self) await insertForm(context, record, person.id, 'self');
  if (cycle.templateByDirection.manager && record.managerId !== undefined)
    await insertForm(context, record, record.managerId, 'manager');
}

async function activePerson(tx: Reader, personId: string | undefined): Promise<PersonRecord | undefined> {
  const found = personId === undefined ? undefined : await tx.get(people, personId);
  return found?.status === 'active' ? found : undefined;
}

/** The form of a subject or of a subject's manager: nobody nominates them. */
async function insertForm(
  { tx, actor, now, newId }: CommandContext,
  { cycleId, subjectId }: SubjectRecord,
  reviewerId: string,
  direction: NominationRecord['direction'],
): Promise<void> {
  await tx.insert(nominations, {
    id: newId(),
    ...{ cycleId, subjectId, reviewerId, direction },
    state: 'approved',
    byId: actor.id,
    at: now.toISOString(),
    live: liveKey(cycleId, subjectId, reviewerId),
  });
}

/** What is unique while a nomination stands or waits. */
export function liveKey(cycleId: string, subjectId: string, reviewerId: string): string {
  return `${cycleId} ${subjectId} ${reviewerId}`;
}
