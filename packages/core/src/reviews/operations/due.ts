import { command, query, type CommandContext } from '../../operation.js';
import { system } from '../../policy.js';
import { z } from '../../schema.js';
import { clean, closeCycle, hasOpenCalibration, releaseCycle } from '../cycle-life.js';
import { moveTo, storeCycle } from '../cycle-write.js';
import { cycles, type CycleRecord } from '../model/cycle.js';
import { remindAll } from '../remind.js';
import { endOf, remindersBy } from '../rules/due.js';
import { tellSome } from '../telling.js';

type Due = Pick<CommandContext, 'now'> & { tx: Pick<CommandContext['tx'], 'find'> };

/** The cycle with which something is to be done for the longest time. */
async function nextDue({ tx, now }: Due): Promise<CycleRecord | undefined> {
  const before = new Date(now.getTime() + 1).toISOString();
  const found = await tx.find(cycles, { where: { dueAt: { before } }, order: '+dueAt', limit: 1 });
  return found.items[0];
}

export const reviewsDue = query({
  summary: 'Whether a deadline of a review cycle has passed, or people are to be reminded or told.',
  who: system,
  input: z.strictObject({}),
  output: z.object({ due: z.boolean() }),
  async run(context) {
    return { due: (await nextDue(context)) !== undefined };
  },
});

export const advanceCycles = command({
  summary: 'Does what is due in one review cycle: reminders, the end of proposing, the close, the release.',
  who: system,
  input: z.strictObject({}),
  output: z.object({}),
  alone: () => 'reviews due',
  async run(context) {
    const cycle = await nextDue(context);
    if (cycle) await advance(context, cycle);
    return {};
  },
});

async function advance(context: CommandContext, cycle: CycleRecord): Promise<CycleRecord> {
  const { now, settings, tx } = context;
  if (cycle.telling) return tellSome(context, cycle);
  if (cycle.cleaning) return clean(context, cycle);
  if (cycle.state === 'nominating') return moveTo(context, cycle, 'approving');
  if (cycle.state === 'collecting') {
    if (endOf(cycle.closesOn, settings.timeZone) <= now.toISOString()) return closeCycle(context, cycle);
    await remindAll(context, cycle);
    return storeCycle(context, { ...cycle, reminders: remindersBy(cycle, now, settings.timeZone) });
  }
  if (cycle.state === 'calibrating' && !(await hasOpenCalibration(context, cycle.id)))
    return releaseCycle(context, cycle);
  // It waits for a calibration, which when agreed makes it due again.
  const { dueAt: _dueAt, ...waiting } = cycle;
  await tx.replace(cycles, waiting);
  return waiting;
}
