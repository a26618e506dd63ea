import type { Client } from './client.js';
import { GuildhallError } from './errors.js';

/** How many wallets one reading compares. */
const PAGE = 100;
/** How many wallets are told apart; the rest are counted. */
const NAMED = 20;

/**
 * Once a day compares what wallets hold with what their ledgers add up to. What differs is reported and named in the
 * audit trail; no balance is changed, since only people can find out which of the two is right.
 */
export async function checkLedgers({ recognition }: Client, report: (error: unknown) => void): Promise<void> {
  if (!(await recognition.ledgerDue({})).due) return;
  const wrong = [];
  for (let after: string | undefined; ;) {
    const page = await recognition.compareLedger({ limit: PAGE, after });
    wrong.push(...page.items);
    if (page.next === undefined) break;
    after = page.next;
  }
  if (wrong.length > 0) {
    const named = wrong.slice(0, NAMED);
    const each = named.map(({ walletId, left, sum }) => `${walletId} holds ${left}, its ledger says ${sum}`);
    const others = wrong.length > NAMED ? `; and ${wrong.length - NAMED} more` : '';
    report(
      new GuildhallError(
        'internal',
        'ledger.differs',
        `${wrong.length} allowances differ from their ledgers, nothing was changed: ${each.join('; ')}${others}.`,
      ),
    );
  }
  await recognition.endLedgerCheck({ walletIds: wrong.slice(0, 1000).map(({ walletId }) => walletId) });
}
