import type { Translated } from '../index.js';
import type { allowance as english } from '../en/allowance.js';

export const allowance: Translated<typeof english> = {
  allowanceTitle: 'Punkte zum Verschenken',
  allowanceLeft: (left, of) => `Noch ${left} von ${of} Punkten`,
  allowanceUntil: (date) => `Neue Punkte gibt es am ${date}.`,
  ledgerShow: 'Was dazukam und was du gegeben hast',
  ledgerEmpty: 'Noch hat sich nichts bewegt.',
  ledgerWhen: 'Wann',
  ledgerWhat: 'Was',
  ledgerPoints: 'Punkte',
  ledgerGrant: 'Für den Monat',
  ledgerSpend: 'Mit Dank gegeben',
  ledgerBoost: 'Für dich dazu',
  ledgerRefund: 'Dank zurückgenommen',
  ledgerExpire: 'Monat vorbei',
};
