import { command, query } from '../../operation.js';
import { system } from '../../policy.js';
import { page, pageOf, z } from '../../schema.js';
import { monthBefore, periodOf } from '../rules.js';
import { ledgerChecks, LEDGER_CHECK, wallets } from '../wallet-model.js';
import { sumOfLines } from '../wallet.js';

/** Whether the wallets have not been compared with their ledgers today. */
export const ledgerDue = query({
  summary: 'Whether the allowances were not compared with their ledgers yet on this day (UTC).',
  who: system,
  input: z.strictObject({}),
  output: z.object({ due: z.boolean() }),
  async run({ tx, now, settings }) {
    if (!settings.points.enabled) return { due: false };
    return { due: (await tx.get(ledgerChecks, LEDGER_CHECK))?.day !== dayOf(now) };
  },
});

/** A wallet that does not hold what its ledger adds up to. */
const WrongWallet = z.object({ walletId: z.string(), left: z.int(), sum: z.int() });

/** Reads, never writes: nobody waits for it, and a wrong balance stays as it is until somebody has looked at it. */
export const compareLedger = query({
  summary:
    'Compares a page of the allowances of this month and the last with their ledgers; answers those that differ.',
  who: system,
  input: z.strictObject(page),
  output: pageOf(WrongWallet),
  async run({ tx, now, settings }, { limit, after }) {
    const from = monthBefore(periodOf(now, settings.timeZone));
    const where = { state: ['open', 'closed'] as const, period: { from } };
    const found = await tx.find(wallets, { where, order: '+period', limit, after });
    const items = [];
    for (const { id: walletId, left } of found.items) {
      const sum = await sumOfLines(tx, walletId);
      if (sum !== left) items.push({ walletId, left, sum });
    }
    return { items, ...(found.next !== undefined && { next: found.next }) };
  },
});

/** Ends the comparison of this day. */
export const endLedgerCheck = command({
  summary: 'Notes that the allowances were compared today; those that differ are named in the audit trail.',
  who: system,
  input: z.strictObject({ walletIds: z.array(z.string().max(500)).max(1000) }),
  output: z.object({}),
  async run({ tx, now }, { walletIds }) {
    const record = { id: LEDGER_CHECK, day: dayOf(now) };
    const known = await tx.get(ledgerChecks, LEDGER_CHECK);
    await (known ? tx.replace(ledgerChecks, record) : tx.insert(ledgerChecks, record));
    // Nobody hears of it; what an event names stands in the audit trail.
    if (walletIds.length > 0) await tx.tell({ type: 'ledger.differed', ids: walletIds, audience: [] });
    return {};
  },
});

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
