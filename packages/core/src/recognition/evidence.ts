import type { CommandContext } from '../operation.js';
import { evidence, evidenceId } from '../people/evidence.js';
import type { KudosRecord } from './model.js';

/**
 * Counts a kudos for, or no more for, the skills it names: each of the people thanked by name, once for each skill.
 * Only public kudos count, and only those for something that everyone can look up.
 */
export async function countEvidence(
  tx: CommandContext['tx'],
  record: Pick<KudosRecord, 'audience' | 'ref' | 'skills' | 'named'>,
  by: 1 | -1,
): Promise<void> {
  const { skills = [], named } = record;
  if (record.audience !== 'public' || !record.ref || skills.length === 0 || named.length === 0) return;
  for (const personId of named)
    for (const skillId of skills) {
      const id = evidenceId(personId, skillId);
      const before = await tx.get(evidence, id);
      if (before) await tx.replace(evidence, { id, count: before.count + by });
      else await tx.insert(evidence, { id, count: by });
    }
  await tx.tell({ type: 'evidence.changed', ids: named, audience: 'everyone' });
}
