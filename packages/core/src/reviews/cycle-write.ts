import type { CommandContext } from '../operation.js';
import { audienceOf } from './cycle-read.js';
import { cycles, type CycleDraft, type CycleRecord } from './model/cycle.js';
import type { CycleState } from './model/kinds.js';
import { scheduled } from './rules/due.js';

/** Stores a new draft. */
export async function insertDraft(context: CommandContext, draft: CycleDraft): Promise<CycleRecord> {
  const { tx, actor, now, newId } = context;
  const createdAt = now.toISOString();
  const record: CycleRecord = {
    id: newId(),
    ...draft,
    state: 'draft',
    createdById: actor.id,
    createdAt,
    since: { draft: createdAt },
    closesOn: draft.dates.answerBy,
    reminders: 0,
  };
  await tx.insert(cycles, record);
  await tx.tell({ type: 'cycle.changed', ids: [record.id], audience: [actor.id] });
  return record;
}

/** Stores a cycle in its next state, with what is due in it, and tells that it is worth reading again. */
export async function moveTo(
  context: CommandContext,
  before: CycleRecord,
  state: CycleState,
): Promise<CycleRecord> {
  const since = { ...before.since, [state]: context.now.toISOString() };
  return storeCycle(context, { ...before, state, since });
}

/** Stores a cycle with what is due in it, and tells that it is worth reading again. */
export async function storeCycle(context: CommandContext, changed: CycleRecord): Promise<CycleRecord> {
  const { tx, actor, settings } = context;
  const record = scheduled(changed, settings.timeZone);
  await tx.replace(cycles, record);
  await tx.tell({ type: 'cycle.changed', ids: [record.id], audience: audienceOf(record, actor) });
  return record;
}
