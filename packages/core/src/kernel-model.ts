import { collection } from './store/store.js';

/** The remembered effect of a command: `id` hashes actor, operation and key; kept for seven days. */
export interface KeyRecord {
  id: string;
  /** The hash of the canonical input. */
  input: string;
  output: unknown;
  at: string;
}

export const keys = collection<KeyRecord>({ name: 'idempotency_keys', indexes: [['at']] });

/** Who did what to which records, and when. No content, ever. */
export interface AuditRecord {
  id: string;
  actorId: string;
  operation: string;
  ids: string[];
  at: string;
  /** The reason why it was refused; absent when it was done. */
  refused?: string;
}

export const audit = collection<AuditRecord>({ name: 'audit', indexes: [['at'], ['actorId', 'at']] });

/** Makes one of several servers do what is due. */
export interface LeaseRecord {
  id: string;
  holder: string;
  until: string;
}

export const leases = collection<LeaseRecord>({ name: 'leases', indexes: [] });

/** A computation that some server has taken on: which, until when others leave it alone, and how far it is. */
export interface JobRecord {
  id: string;
  holder: string;
  until: string;
  phase: string;
  /** Of the phase, in parts of 1. */
  part: number;
}

export const jobs = collection<JobRecord>({ name: 'jobs', indexes: [] });
