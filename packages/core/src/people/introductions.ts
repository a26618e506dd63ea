import type { Reader } from '../store/store.js';
import type { Introduction, IntroductionRecord } from './introduction-model.js';
import { people, type PersonRecord } from './model.js';
import { maySee, refOf } from './rules.js';

/** Whether a person may know of an introduction: who proposed it, who is asked, and once accepted the mentee. */
export function mayKnow(record: IntroductionRecord, personId: string): boolean {
  if (record.byId === personId) return true;
  if (record.toId === personId) return record.state !== 'withdrawn';
  return record.forId === personId && record.state === 'accepted';
}

/** Introductions as one of their people reads them, in the same order. */
export async function introductionViews(
  tx: Reader,
  records: readonly IntroductionRecord[],
  personId: string,
): Promise<Introduction[]> {
  const ids = new Set(records.flatMap(({ byId, forId, toId }) => [byId, forId, toId]));
  const persons = new Map((await tx.getMany(people, [...ids])).map((person) => [person.id, person]));
  const ref = (id: string) => {
    const person = persons.get(id);
    return person ? refOf(person) : { id, name: 'Former member' };
  };
  return records.map((record) => {
    const { id, byId, forId, toId, message, state, answer, at, answeredAt } = record;
    const contact = state === 'accepted' ? contactOf(record, personId, persons) : undefined;
    return {
      ...{ id, message, state, at },
      by: ref(byId),
      for: ref(forId),
      to: ref(toId),
      ...(answer !== undefined && { answer }),
      ...(contact && { contact }),
      ...(answeredAt !== undefined && { answeredAt }),
      may: {
        answer: state === 'proposed' && toId === personId,
        withdraw: state === 'proposed' && byId === personId,
      },
    };
  });
}

/**
 * How the two reach each other. The third person agreed to that; of the mentee, who was not asked, it is what the
 * profile shows the third person anyway.
 */
function contactOf(
  { forId, toId }: IntroductionRecord,
  personId: string,
  persons: ReadonlyMap<string, PersonRecord>,
): Introduction['contact'] {
  const [mentee, third] = [persons.get(forId), persons.get(toId)];
  if (!mentee || !third) return undefined;
  if (personId === forId) {
    const email = third.status === 'active' ? third.email : undefined;
    return { person: refOf(third), ...(email !== undefined && { email }) };
  }
  if (personId !== toId) return undefined;
  const shown = maySee('email', mentee, { ...third, system: false }) ? mentee.email : undefined;
  return { person: refOf(mentee), ...(shown !== undefined && { email: shown }) };
}
