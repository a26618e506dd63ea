import { audit, keys, leases } from './kernel-model.js';
import { notifications } from './notifications/model.js';
import { grants, people, skills, units, values } from './people/model.js';
import { comments, kudos, reactions, thanks } from './recognition/model.js';
import { ledger, periods, wallets } from './recognition/wallet-model.js';
import type { AnyCollection } from './store/any-collection.js';

/** Everything that Guildhall keeps: what a store must be prepared for. */
export const collections: readonly AnyCollection[] = [
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
];
