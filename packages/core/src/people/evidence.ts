import { collection, type Reader } from '../store/store.js';
import type { PersonRecord } from './model.js';

/** How often a person was thanked in public, for something named, for a skill: kept by recognition. */
export interface EvidenceRecord {
  /** `person skill`. */
  id: string;
  count: number;
}

export const evidence = collection<EvidenceRecord>({
  name: 'skill_evidence',
  indexes: [],
  atLeastZero: ['count'],
});

/** Where the thanks of a person for a skill are counted. */
export function evidenceId(personId: string, skillId: string): string {
  return `${personId} ${skillId}`;
}

/** The counts of these people, by `person skill`: only of skills for which they consent to it. */
export async function evidenceOf(
  tx: Reader,
  people: readonly Pick<PersonRecord, 'id' | 'skills'>[],
): Promise<ReadonlyMap<string, number>> {
  const ids = people.flatMap(({ id, skills }) =>
    skills.filter((skill) => skill.evidenceConsent === true).map((skill) => evidenceId(id, skill.skillId)),
  );
  const found = ids.length === 0 ? [] : await tx.getMany(evidence, ids);
  return new Map(found.map(({ id, count }) => [id, count]));
}
