import { GuildhallError } from '../errors.js';
import type { CommandContext } from '../operation.js';
import { moveTo, storeCycle } from './cycle-write.js';
import { calibrations } from './model/calibration.js';
import type { CycleRecord } from './model/cycle.js';
import { namelessOf } from './rules/cycle.js';
import { askReleaseOf, closeRoundOf, dropDraftsOf, dropRoundOf, startRoundOf } from './round-of.js';
import { tellSome } from './telling.js';

/** Opens the forms, and tells those who have one. */
export async function collect(context: CommandContext, before: CycleRecord): Promise<CycleRecord> {
  await startRoundOf(context, before);
  const record = await moveTo(context, { ...before, reminders: 0 }, 'collecting');
  return tellSome(context, { ...record, telling: { what: 'start' } });
}

/** Ends the answering: receipts and drafts are gone, sealed answers lie in random order. */
export async function closeCycle(context: CommandContext, before: CycleRecord): Promise<CycleRecord> {
  const { telling: _telling, ...kept } = before;
  // A round forgets its drafts by itself, and those of forms with names on them too: they have one owner.
  if (namelessOf(before).length > 0) await closeRoundOf(context, before.id);
  else kept.cleaning = 'drafts';
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
  const more =
    cleaning === 'round' ? await dropRoundOf(context, record.id) : await dropDraftsOf(context, record.id);
  return storeCycle(context, more ? record : kept);
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
