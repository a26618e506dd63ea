import type { Listener } from '../listeners.js';
import type { CommandContext } from '../operation.js';
import { people } from '../people/model.js';
import { endRequest, withdrawn } from './end-request.js';
import { asks, feedbackRequests } from './model.js';
import { endOf } from './rules.js';

/** How many records of one person are read at once. */
const STEP = 100;

/**
 * When somebody leaves, nobody waits for their answers, and what they asked, or is asked about them, is taken back, as
 * far as its last day has not passed: whether or not all have answered, so that it tells nothing of that.
 */
export const endOnDeparture: Listener = async (context, event) => {
  for (const person of await context.tx.getMany(people, event.ids)) {
    if (person.status !== 'departed') continue;
    await endOwnAsks(context, person.id);
    await endAll(context, { requesterId: person.id });
    await endAll(context, { subjectId: person.id });
  }
};

async function endOwnAsks({ tx }: CommandContext, reviewerId: string): Promise<void> {
  const where = { reviewerId, state: 'open' as const };
  for (;;) {
    const open = await tx.find(asks, { where, order: '+at', limit: STEP });
    if (open.items.length === 0) return;
    for (const ask of open.items) await tx.replace(asks, withdrawn(ask));
  }
}

async function endAll(
  context: CommandContext,
  where: { requesterId: string } | { subjectId: string },
): Promise<void> {
  const { now, settings } = context;
  for (let after: string | undefined; ;) {
    const found = await context.tx.find(feedbackRequests, { where, order: '+at', limit: STEP, after });
    for (const record of found.items)
      if (!record.withdrawn && endOf(record.dueOn, settings.timeZone) > now.toISOString())
        await endRequest(context, record);
    if (found.next === undefined) return;
    after = found.next;
  }
}
