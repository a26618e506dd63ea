import { notFound } from '../errors.js';
import { people, units, type PersonRecord } from '../people/model.js';
import { refsOf, unitRefsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import type { AudienceDraft, AudienceView } from './model/survey.js';

/** How many records one step of a walk reads. */
const STEP = 1000;

/** Refuses an audience that names a unit or a person whom nobody knows. */
export async function checkAudience(tx: Reader, audience: AudienceDraft): Promise<void> {
  if (audience.kind === 'units') {
    const wanted = new Set(audience.unitIds);
    if ((await tx.getMany(units, [...wanted])).length < wanted.size) throw notFound('unit');
  }
  if (audience.kind === 'reports') {
    const manager = await tx.get(people, audience.managerId);
    if (manager?.status !== 'active') throw notFound('person');
  }
}

/** The active people of an audience, each once. */
export async function peopleOf(tx: Reader, audience: AudienceDraft): Promise<PersonRecord[]> {
  switch (audience.kind) {
    case 'everyone':
      return walk(tx, { status: 'active' });
    case 'reports':
      return (await walk(tx, { managerId: audience.managerId })).filter(
        (person) => person.status === 'active' && person.id !== audience.managerId,
      );
    case 'units': {
      const found = new Map<string, PersonRecord>();
      for (const unit of await tx.getMany(units, [...new Set(audience.unitIds)])) {
        const field = unit.kind === 'team' ? 'teamIds' : 'departmentId';
        for (const person of await walk(tx, { [field]: unit.id, status: 'active' }))
          found.set(person.id, person);
      }
      return [...found.values()];
    }
  }
}

/** True when an active person reports to this one. */
export async function hasReports(tx: Reader, managerId: string): Promise<boolean> {
  return (await peopleOf(tx, { kind: 'reports', managerId })).length > 0;
}

async function walk(
  tx: Reader,
  where: { status?: 'active'; managerId?: string; teamIds?: string; departmentId?: string },
): Promise<PersonRecord[]> {
  const all: PersonRecord[] = [];
  let after: string | undefined;
  do {
    const step = await tx.find(people, { where, order: '+sortName', after, limit: STEP });
    all.push(...step.items);
    after = step.next;
  } while (after !== undefined);
  return all;
}

/** Audiences with names, in the order of the input. */
export async function audienceViews(
  tx: Reader,
  audiences: readonly AudienceDraft[],
): Promise<AudienceView[]> {
  const unitRefs = await unitRefsOf(
    tx,
    audiences.flatMap((one) => (one.kind === 'units' ? one.unitIds : [])),
  );
  const managers = await refsOf(
    tx,
    audiences.flatMap((one) => (one.kind === 'reports' ? [one.managerId] : [])),
  );
  return audiences.map((one) => {
    const manager = one.kind === 'reports' ? managers.get(one.managerId) : undefined;
    return {
      kind: one.kind,
      units: one.kind === 'units' ? one.unitIds.flatMap((unitId) => unitRefs.get(unitId) ?? []) : [],
      ...(manager && { manager }),
    };
  });
}
