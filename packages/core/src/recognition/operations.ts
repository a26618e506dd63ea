import { allowance, endPeriods, grantAllowance, ledgerLines, periodsDue } from './operations/allowance.js';
import { audience } from './operations/audience.js';
import { edit, withdraw } from './operations/change.js';
import { compareLedger, endLedgerCheck, ledgerDue } from './operations/ledger-check.js';
import { give } from './operations/give.js';
import { get, list, marks, mine, thanksFor } from './operations/lists.js';
import { comment, listComments, react, removeComment } from './operations/react.js';

/** Thanking one another. */
export const recognition = {
  give,
  list,
  mine,
  get,
  marks,
  edit,
  withdraw,
  react,
  comment,
  comments: listComments,
  removeComment,
  audience,
  thanks: thanksFor,
  allowance,
  ledger: ledgerLines,
  grantAllowance,
  periodsDue,
  endPeriods,
  ledgerDue,
  compareLedger,
  endLedgerCheck,
};
