import type { MentoringStoryRecord } from '../model/reflection.js';

type Consents = Pick<MentoringStoryRecord, 'personIds' | 'consentedBy' | 'refusedBy'>;

/** Where a story stands: public only while the consent of every person in it stands, gone when one refuses. */
export function storyState({ personIds, consentedBy, refusedBy }: Consents): MentoringStoryRecord['state'] {
  if (refusedBy.length > 0) return 'withdrawn';
  return personIds.every((id) => consentedBy.includes(id)) ? 'published' : 'awaitingConsent';
}

/** The consents after one person gave or withdrew theirs. */
export function withConsent(consents: Consents, personId: string, given: boolean): Consents {
  const without = (ids: readonly string[]) => ids.filter((id) => id !== personId);
  return {
    personIds: consents.personIds,
    consentedBy: given ? [...without(consents.consentedBy), personId] : without(consents.consentedBy),
    refusedBy: given ? without(consents.refusedBy) : [...without(consents.refusedBy), personId],
  };
}
