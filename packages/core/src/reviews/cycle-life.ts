import { GuildhallError } from '../errors.js';
import type { CommandContext } from '../operation.js';
import { moveTo, storeCycle } from './cycle-write.js';
import { calibrations } from './model/calibration.js';
import type { CycleRecord } from './model/cycle.js';
import { responses } from './model/form.js';
import { DIRECTIONS } from './model/kinds.js';
import { nominations } from './model/nomination.js';
import { namelessOf, SMALL_CYCLE } from './rules/cycle.js';
import { endOf } from './rules/due.js';
import { holdsBothRoles } from './rules/nomination.js';
import { askReleaseOf, closeRoundOf, dropDraftsOf, dropRoundOf, startRoundOf } from './round-of.js';
import { tellSome } from './telling.js';

/**
 * Opens the forms, and tells those who have one. `cycle.tooLate` when the last day to answer has passed: what is closed
 * is closed for good. `launch.second` for who launched a small cycle alone and holds both roles.
 */
export async function collect(context: CommandContext, before: CycleRecord): Promise<CycleRecord> {
  if (endOf(before.dates.answerBy, context.settings.timeZone) <= context.now.toISOString())
    throw new GuildhallError(
      'conflict',
      'cycle.tooLate',
      'The last day to answer has passed: give more time.',
    );
  await checkSecond(context, before);
  await startRoundOf(context, before);
  const record = await moveTo(context, { ...before, reminders: 0 }, 'collecting');
  return tellSome(context, { ...record, telling: { what: 'start' } });
}

/** How many are invited is known only now: what a launch announced is no limit. */
async function checkSecond({ tx, actor }: CommandContext, cycle: CycleRecord): Promise<void> {
  if (cycle.launchedAloneById !== actor.id || !holdsBothRoles(actor)) return;
  let invited = 0;
  for (const direction of namelessOf(cycle)) {
    const where = { cycleId: cycle.id, direction, state: 'approved' as const };
    invited += (await tx.find(nominations, { where, order: '+at', limit: SMALL_CYCLE })).items.length;
  }
  if (namelessOf(cycle).length === 0 || invited >= SMALL_CYCLE) return;
  const message = `Fewer than ${SMALL_CYCLE} are invited: another person of HR must open the forms.`;
  throw new GuildhallError('conflict', 'launch.second', message);
}

/** Ends the answering: receipts and drafts are gone, sealed answers lie in random order. */
export async function closeCycle(context: CommandContext, before: CycleRecord): Promise<CycleRecord> {
  const { telling: _telling, ...kept } = before;
  // A round forgets its drafts by itself, and those of forms with names on them too: they have one owner.
  if (namelessOf(before).length > 0) await closeRoundOf(context, before.id);
  else kept.cleaning = 'drafts';
  await context.tx.tell({ type: 'cycle.closed', ids: [before.id], audience: [] });
  return moveTo(context, kept, 'calibrating');
}

/** Asks for the release; what has no nameless answers is released at once. Refused while a calibration is open. */
export async function releaseCycle(context: CommandContext, before: CycleRecord): Promise<CycleRecord> {
  if (await hasOpenCalibration(context, before.id))
    throw new GuildhallError('conflict', 'calibration.open', 'Agree on the open calibration first.');
  const { releaseFailed: _failed, ...kept } = before;
  const releasing = await moveTo(context, kept, 'releasing');
  if (namelessOf(before).length === 0) return released(context, releasing);
  await askReleaseOf(context, before.id);
  return releasing;
}

/** Whether managers still compare their ratings. */
export async function hasOpenCalibration({ tx }: CommandContext, cycleId: string): Promise<boolean> {
  const where = { cycleId, state: 'open' as const };
  return (await tx.find(calibrations, { where, order: '+at', limit: 1 })).items.length > 0;
}

/** From this moment all reports can be read. */
export async function released(context: CommandContext, before: CycleRecord): Promise<CycleRecord> {
  const record = await moveTo(context, before, 'released');
  return tellSome(context, { ...record, telling: { what: 'release' }, cleaning: 'drafts' });
}

/** Deletes the next part of what is to be deleted. */
export async function clean(context: CommandContext, record: CycleRecord): Promise<CycleRecord> {
  const { cleaning, ...kept } = record;
  const more = [
    cleaning === 'round' ? await dropRoundOf(context, record.id) : await dropDraftsOf(context, record.id),
    record.state === 'canceled' && (await dropResponses(context, record.id)),
  ].includes(true);
  return storeCycle(context, more ? record : kept);
}

/** How many forms with names on them one step deletes. */
const BATCH = 100;

/** Deletes some of the forms with names on them; true when there may be more. */
async function dropResponses({ tx }: CommandContext, cycleId: string): Promise<boolean> {
  const where = { cycleId, direction: DIRECTIONS };
  const found = await tx.find(responses, { where, order: '+id', limit: BATCH });
  for (const { id } of found.items) await tx.remove(responses, id);
  return found.next !== undefined;
}

/** The release could not be computed: HR reads why and may try again. */
export async function releaseFailed(
  context: CommandContext,
  before: CycleRecord,
  reason: string,
): Promise<CycleRecord> {
  const record = { ...before, state: 'calibrating' as const, releaseFailed: reason };
  // A planned day that has passed would try for ever.
  const { releaseOn: _releaseOn, ...dates } = before.dates;
  return storeCycle(context, { ...record, dates });
}

/** Calls a cycle off. What was answered is deleted, unread. */
export async function cancel(context: CommandContext, before: CycleRecord): Promise<CycleRecord> {
  const { telling: _telling, awaits: _awaits, ...kept } = before;
  const nameless = before.state !== 'draft' && namelessOf(before).length > 0;
  const record = await moveTo(context, kept, 'canceled');
  return clean(context, { ...record, cleaning: nameless ? 'round' : 'drafts' });
}
