import { GuildhallError } from '../errors.js';
import type { CommandContext } from '../operation.js';
import type { Reader } from '../store/store.js';
import type { KudosRecord } from './model.js';
import { costOf, periodOf } from './rules.js';
import { ledger, wallets, type LedgerLine, type WalletRecord } from './wallet-model.js';

type Moment = Pick<CommandContext, 'tx' | 'now' | 'newId' | 'settings'>;

/** The id of a person's wallet in a period. */
export function walletId(personId: string, period: string): string {
  return `${personId} ${period}`;
}

/** The wallet of this period; made with its grant line when there is none yet. */
export async function openWallet(context: Moment, personId: string): Promise<WalletRecord> {
  const { tx, now, settings } = context;
  const period = periodOf(now, settings.timeZone);
  const known = await tx.get(wallets, walletId(personId, period));
  if (known) return known;
  const granted = settings.points.perMonth;
  const wallet: WalletRecord = {
    id: walletId(personId, period),
    personId,
    period,
    left: granted,
    granted,
    state: 'open',
  };
  await tx.insert(wallets, wallet);
  await addLine(context, wallet, 'grant', granted);
  return wallet;
}

/** Pays for the points of a kudos and returns the period that paid; all receivers or none. */
export async function spend(context: Moment, record: KudosRecord): Promise<string> {
  if (!context.settings.points.enabled)
    throw new GuildhallError(
      'forbidden',
      'points.off',
      'This organization gives no points. Leave `points` out.',
    );
  const wallet = await openWallet(context, record.giverId);
  const needed = costOf(record);
  const { left } = wallet;
  if (needed > left)
    throw new GuildhallError(
      'forbidden',
      'allowance.spent',
      `${needed} points are needed and ${left} are left: ${needed - left} too few. Give fewer points.`,
      { details: { needed, left, shortfall: needed - left } },
    );
  await context.tx.replace(wallets, { ...wallet, left: left - needed });
  await addLine(context, wallet, 'spend', -needed, record.id);
  return wallet.period;
}

/** Gives the points of a withdrawn kudos back to the wallet that paid; an ended period expires them again. */
export async function refund(context: Moment, record: KudosRecord): Promise<void> {
  const amount = costOf(record);
  if (amount === 0 || record.period === undefined) return;
  const wallet = await context.tx.get(wallets, walletId(record.giverId, record.period));
  if (!wallet) throw new Error(`The wallet that paid for kudos ${record.id} is missing.`);
  await addLine(context, wallet, 'refund', amount, record.id);
  if (wallet.state === 'open') await context.tx.replace(wallets, { ...wallet, left: wallet.left + amount });
  else await addLine(context, wallet, 'expire', -amount, record.id);
}

/** Adds to this period's wallet. */
export async function boost(context: Moment, personId: string, amount: number): Promise<WalletRecord> {
  const wallet = await openWallet(context, personId);
  const boosted = { ...wallet, left: wallet.left + amount, granted: wallet.granted + amount };
  await context.tx.replace(wallets, boosted);
  await addLine(context, wallet, 'boost', amount);
  return boosted;
}

/** Ends a wallet: what is left expires. */
export async function closeWallet(context: Moment, wallet: WalletRecord): Promise<void> {
  if (wallet.left > 0) await addLine(context, wallet, 'expire', -wallet.left);
  await context.tx.replace(wallets, { ...wallet, left: 0, state: 'closed' });
}

/** What the lines of a wallet add up to: what it must hold. */
export async function sumOfLines(tx: Reader, wallet: string): Promise<number> {
  let sum = 0;
  for (let after: string | undefined; ;) {
    const found = await tx.find(ledger, { where: { walletId: wallet }, order: '+at', limit: 1000, after });
    for (const { amount } of found.items) sum += amount;
    if (found.next === undefined) return sum;
    after = found.next;
  }
}

async function addLine(
  { tx, now, newId }: Moment,
  wallet: WalletRecord,
  kind: LedgerLine['kind'],
  amount: number,
  kudosId?: string,
): Promise<void> {
  await tx.insert(ledger, {
    id: newId(),
    walletId: wallet.id,
    personId: wallet.personId,
    period: wallet.period,
    kind,
    amount,
    at: now.toISOString(),
    ...(kudosId !== undefined && { kudosId }),
  });
}
