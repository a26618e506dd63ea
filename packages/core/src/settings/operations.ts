import { audit } from '../kernel-model.js';
import { query } from '../operation.js';
import { PersonRef } from '../people/model.js';
import { refsOf } from '../people/read.js';
import { holders, membersAndSystem } from '../policy.js';
import { id, page, pageOf, time, z } from '../schema.js';
import { Settings } from './model.js';

const get = query({
  summary: 'What the organization decided: its time zone, the windows for mending, whether points are on.',
  who: membersAndSystem,
  shared: true,
  input: z.strictObject({}),
  output: Settings,
  async run({ settings }) {
    return settings;
  },
});

/** Who did what to which records, and when: what the audit trail knows. No content, ever. */
const AuditEntry = z.object({
  id,
  /** `system` is the product itself. */
  actorId: z.string(),
  /** Who that is, where it is somebody in the directory. */
  actor: PersonRef.optional(),
  operation: z.string(),
  ids: z.array(z.string()),
  at: time,
  /** The reason why it was refused; absent when it was done. */
  refused: z.string().optional(),
});

const auditLog = query({
  summary: 'Lists who did what to which records, and what was refused and kept, the newest first.',
  who: holders('privacyOfficer'),
  input: z.strictObject(page),
  output: pageOf(AuditEntry),
  async run({ tx }, { limit, after }) {
    const found = await tx.find(audit, { order: '-at', limit, after });
    const refs = await refsOf(
      tx,
      found.items.map(({ actorId }) => actorId),
    );
    const items = found.items.map((row) => {
      const actor = refs.get(row.actorId);
      return { ...row, ...(actor && { actor }) };
    });
    return { ...found, items };
  },
});

/** What the organization decides for itself. */
export const settingsOperations = { get, auditLog };
