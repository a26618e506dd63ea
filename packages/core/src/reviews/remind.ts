import type { CommandContext } from '../operation.js';
import type { CycleRecord } from './model/cycle.js';
import { responses } from './model/form.js';
import type { Direction } from './model/kinds.js';
import { nominations } from './model/nomination.js';
import { directionsOf, isNameless, namelessOf } from './rules/cycle.js';
import { lateSeats } from './round-of.js';

/** How many records one step reads. */
const STEP = 500;

/** Reminds those whose forms are still to be sent. The event reaches them alone, and does not say whom else. */
export async function remindAll(context: CommandContext, cycle: CycleRecord): Promise<void> {
  const late = new Set<string>();
  for (const direction of directionsOf(cycle))
    if (!isNameless(cycle, direction))
      for (const one of await lateOf(context, cycle, direction)) late.add(one);
  if (namelessOf(cycle).length > 0) for (const one of await lateSeats(context, cycle)) late.add(one);
  if (late.size > 0) await context.tx.tell({ type: 'review.reminded', ids: [cycle.id], audience: [...late] });
}

async function lateOf({ tx }: CommandContext, { id }: CycleRecord, direction: Direction): Promise<string[]> {
  const late: string[] = [];
  for (let after: string | undefined; ;) {
    const where = { cycleId: id, direction, state: 'approved' as const };
    const found = await tx.find(nominations, { where, order: '+at', after, limit: STEP });
    const sent = await tx.getMany(
      responses,
      found.items.map((one) => one.id),
    );
    const done = new Set(sent.filter((one) => one.state === 'submitted').map((one) => one.id));
    late.push(...found.items.filter((one) => !done.has(one.id)).map((one) => one.reviewerId));
    if (found.next === undefined) return late;
    after = found.next;
  }
}
