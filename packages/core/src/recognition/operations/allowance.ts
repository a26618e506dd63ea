import { GuildhallError, notFound } from '../../errors.js';
import { command, query } from '../../operation.js';
import { people } from '../../people/model.js';
import { holders, members, system } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import type { Find } from '../../store/store.js';
import { periodOf } from '../rules.js';
import { boost, closeWallet, openWallet, walletId } from '../wallet.js';
import { Allowance, ledger, LedgerLine, periods, wallets, type WalletRecord } from '../wallet-model.js';

/** What makes the writes that touch many people's wallets wait for each other. */
const WALLETS_OF_MANY = 'allowance periods';

/** What the caller may still give this month. */
export const allowance = query({
  summary: 'What the caller may still give this month; `enabled: false` where points are off.',
  who: members,
  input: z.strictObject({}),
  output: Allowance,
  async run({ tx, actor, now, settings }) {
    if (!settings.points.enabled) return { enabled: false };
    const period = periodOf(now, settings.timeZone);
    const wallet = await tx.get(wallets, walletId(actor.id, period));
    const { left, granted } = wallet ?? { left: settings.points.perMonth, granted: settings.points.perMonth };
    return { enabled: true, period, left, granted };
  },
});

/** Every movement of the caller's allowance. */
export const ledgerLines = query({
  summary: 'Every movement of the caller’s allowance, newest first.',
  who: members,
  input: z.strictObject(page),
  output: pageOf(LedgerLine),
  async run({ tx, actor }, { limit, after }) {
    return tx.find(ledger, { where: { personId: actor.id }, order: '-at', limit, after });
  },
});

/** Adds to people's allowance of this month. */
export const grantAllowance = command({
  summary: 'Adds points to the allowance of these people for the current month.',
  who: holders('hrAdmin', 'orgAdmin'),
  input: z.strictObject({
    personIds: z.array(id).min(1).max(500),
    amount: z.int().min(1).max(1_000_000),
  }),
  output: z.object({ items: z.array(z.object({ personId: id, left: z.int() })) }),
  refuses: ['points.off', 'person.unknown'],
  alone: () => WALLETS_OF_MANY,
  async run(context, { personIds, amount }) {
    if (!context.settings.points.enabled)
      throw new GuildhallError('forbidden', 'points.off', 'Turn points on before you grant any.');
    const ids = [...new Set(personIds)];
    if ((await context.tx.getMany(people, ids)).length < ids.length) throw notFound('person');
    const items = [];
    for (const personId of ids) items.push({ personId, left: (await boost(context, personId, amount)).left });
    // Each hears of their own alone: who else was given more is not theirs to know.
    for (const { personId } of items)
      await context.tx.tell({ type: 'allowance.boosted', ids: [personId], audience: [personId] });
    return { items };
  },
});

/** How much one call does: what remains is done by the next. */
const BATCH = 200;

/** Whether a month has ended, or begun, that the wallets do not know of yet. */
export const periodsDue = query({
  summary: 'Whether wallets of past months are open, or the present month is not opened for everybody.',
  who: system,
  input: z.strictObject({}),
  output: z.object({ due: z.boolean() }),
  async run({ tx, now, settings }) {
    if (!settings.points.enabled) return { due: false };
    const period = periodOf(now, settings.timeZone);
    const past = await tx.find(wallets, { ...pastWallets(period), limit: 1 });
    return { due: past.items.length > 0 || (await tx.get(periods, period))?.state !== 'open' };
  },
});

function pastWallets(period: string): Find<WalletRecord> {
  return { where: { state: 'open', period: { before: period } }, order: '+period' };
}

/** Ends past periods and opens the present one, a batch at a time. */
export const endPeriods = command({
  summary: 'Expires a batch of what is left of past months, or grants a batch of the present one.',
  who: system,
  input: z.strictObject({}),
  output: z.object({}),
  alone: () => WALLETS_OF_MANY,
  async run(context) {
    const { tx, now, settings } = context;
    if (!settings.points.enabled) return {};
    const period = periodOf(now, settings.timeZone);
    const past = await tx.find(wallets, { ...pastWallets(period), limit: BATCH });
    for (const wallet of past.items) await closeWallet(context, wallet);
    if (past.items.length > 0) return {};
    const opening = await tx.get(periods, period);
    if (opening?.state === 'open') return {};
    const found = await tx.find(people, {
      where: { status: 'active' },
      order: '+sortName',
      limit: BATCH,
      after: opening?.after,
    });
    for (const person of found.items) await openWallet(context, person.id);
    const next =
      found.next === undefined
        ? { state: 'open' as const }
        : { state: 'opening' as const, after: found.next };
    if (opening) await tx.replace(periods, { id: period, ...next });
    else await tx.insert(periods, { id: period, ...next });
    return {};
  },
});
