import { audit, keys, leases } from './kernel-model.js';
import { notifications } from './notifications/model.js';
import { grants, people, skills, units, values } from './people/model.js';
import { comments, kudos, reactions, thanks } from './recognition/model.js';
import { ledger, periods, wallets } from './recognition/wallet-model.js';
import type { Collection } from './store/store.js';

/** Everything that Guildhall keeps: what a store must be prepared for. */
export const collections: readonly Collection[] = [
  keys,
  audit,
  leases,
  people,
  units,
  skills,
  values,
  grants,
  kudos,
  reactions,
  comments,
  thanks,
  wallets,
  ledger,
  periods,
  notifications,
].map(erase);

/** Forgets the record's type: a store treats all collections alike. */
function erase(declared: object): Collection {
  // Field names are checked against the record where a collection is declared; a store only reads them.
  return declared as Collection;
}
