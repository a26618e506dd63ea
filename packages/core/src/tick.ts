import { keys, leases } from './kernel-model.js';
import type { Kernel, PerformByName } from './kernel.js';
import { systemActor } from './policy.js';

/** Keys are remembered for seven days: longer than any client retries. */
const KEY_DAYS = 7;
/** A server that dies while it ticks is replaced after this time. */
const LEASE_MS = 60_000;
/**
 * What may be due: a query that says so, and the command that then does a batch of it. Asking first leaves
 * no trace, so that a tick with nothing to do writes no audit row.
 */
const DUE = [
  { ask: 'answers.leftoversDue', run: 'answers.clearLeftovers' },
  { ask: 'recognition.periodsDue', run: 'recognition.endPeriods' },
  { ask: 'mentoring.requestsDue', run: 'mentoring.expireRequests' },
  { ask: 'mentoring.mentorshipsDue', run: 'mentoring.advanceMentorships' },
  { ask: 'mentoring.sessionRemindersDue', run: 'mentoring.remindOfSessions' },
  { ask: 'reviews.reviewsDue', run: 'reviews.advanceCycles' },
  { ask: 'pulse.wavesDue', run: 'pulse.advanceWaves' },
  { ask: 'pulse.messagesDue', run: 'pulse.deliverMessages' },
  { ask: 'feedback.requestsDue', run: 'feedback.advanceRequests' },
  { ask: 'growth.panelsDue', run: 'growth.advancePanels' },
] as const;

/** Does all that is due under a lease, so that of many servers one does it; then what `also` looks after. */
export async function tick(kernel: Kernel, perform: PerformByName, also: () => Promise<void>): Promise<void> {
  const holder = kernel.newId();
  if (!(await takeLease(kernel, holder))) return;
  try {
    await forgetKeys(kernel);
    for (const { ask, run } of DUE)
      while (await isDue(perform, ask)) await perform(run, {}, { actor: systemActor });
    await also();
  } finally {
    await returnLease(kernel, holder);
  }
}

async function isDue(perform: PerformByName, ask: string): Promise<boolean> {
  const { output } = await perform(ask, {}, { actor: systemActor });
  return typeof output === 'object' && output !== null && 'due' in output && output.due === true;
}

async function takeLease(kernel: Kernel, holder: string): Promise<boolean> {
  const now = kernel.now();
  return kernel.store.write(async (tx) => {
    const lease = await tx.get(leases, 'tick');
    const until = new Date(now.getTime() + LEASE_MS).toISOString();
    // One that ends later than any begun now was taken by a clock that was wrong, and would last as long.
    if (lease && lease.until > now.toISOString() && lease.until <= until) return false;
    const taken = { id: 'tick', holder, until };
    await (lease ? tx.replace(leases, taken) : tx.insert(leases, taken));
    return true;
  });
}

async function returnLease(kernel: Kernel, holder: string): Promise<void> {
  await kernel.store.write(async (tx) => {
    const lease = await tx.get(leases, 'tick');
    if (lease?.holder === holder) await tx.remove(leases, 'tick');
  });
}

async function forgetKeys(kernel: Kernel): Promise<void> {
  const before = new Date(kernel.now().getTime() - KEY_DAYS * 86_400_000).toISOString();
  for (let more = true; more;)
    more = await kernel.store.write(async (tx) => {
      const old = await tx.find(keys, { where: { at: { before } }, order: '+at', limit: 200 });
      for (const key of old.items) await tx.remove(keys, key.id);
      return old.items.length === 200;
    });
}
