import { id, time, z } from '../schema.js';
import { collection } from '../store/store.js';

/** What moves an allowance: granted, spent on kudos, boosted by an admin, refunded, expired. */
export const LedgerKind = z.enum(['grant', 'spend', 'boost', 'refund', 'expire']);

/** What the caller may still give. */
export const Allowance = z.object({
  /** False when the organization uses no points; the other fields are absent then. */
  enabled: z.boolean(),
  /** The calendar month, such as `2026-11`, in the organization's time zone. */
  period: z.string().optional(),
  /** What can still be given in this period; it does not roll over. */
  left: z.int().optional(),
  /** What this period began with, boosts included. */
  granted: z.int().optional(),
});
export type Allowance = z.output<typeof Allowance>;

/** One line of the ledger; lines are only ever added. */
export const LedgerLine = z.object({
  id,
  period: z.string(),
  kind: LedgerKind,
  /** Positive into the wallet, negative out of it. */
  amount: z.int(),
  kudosId: id.optional(),
  at: time,
});
export type LedgerLine = z.output<typeof LedgerLine>;

/** What a person may give in a period; the id is made of both. Every spender updates this row. */
export interface WalletRecord {
  id: string;
  personId: string;
  period: string;
  left: number;
  granted: number;
  state: 'open' | 'closed';
}

export const wallets = collection<WalletRecord>({
  name: 'wallets',
  indexes: [['state', 'period']],
  atLeastZero: ['left'],
});

export interface LedgerRecord extends LedgerLine {
  walletId: string;
  personId: string;
}

export const ledger = collection<LedgerRecord>({
  name: 'allowance_ledger',
  indexes: [
    ['personId', 'at'],
    ['walletId', 'at'],
  ],
});

/** On which day (UTC) all wallets were last compared with their ledgers. */
export interface LedgerCheckRecord {
  id: string;
  day: string;
}

export const ledgerChecks = collection<LedgerCheckRecord>({ name: 'ledger_checks', indexes: [] });

/** The id of the one record. */
export const LEDGER_CHECK = 'wallets';

/** How far a period's opening has come: `after` is the cursor of the people who have their wallet. */
export interface PeriodRecord {
  id: string;
  state: 'opening' | 'open';
  after?: string;
}

export const periods = collection<PeriodRecord>({ name: 'allowance_periods', indexes: [] });
