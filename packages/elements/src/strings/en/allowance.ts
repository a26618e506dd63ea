import { translate } from '../index.js';

/** The points to give. */
export const allowance = {
  area: 'recognition' as const,

  allowanceTitle: 'Points to give',
  allowanceLeft: (left: string, of: string) => `${left} of ${of} points left`,
  allowanceUntil: (date: string) => `New points come on ${date}.`,
  ledgerShow: 'What came in and what you gave',
  ledgerEmpty: 'Nothing has moved yet.',
  ledgerWhen: 'When',
  ledgerWhat: 'What',
  ledgerPoints: 'Points',
  ledgerGrant: 'For the month',
  ledgerSpend: 'Given with thanks',
  ledgerBoost: 'Added for you',
  ledgerRefund: 'Thanks taken back',
  ledgerExpire: 'Month over',
};

translate(allowance, { de: async () => (await import('../de/allowance.js')).allowance });
