import { systemActor, type Client } from '@guildhall/core';
import { syncCast, type World } from './world.js';

/** A program as a manager writes it: the least, and what a story cares about. */
export type ProgramInput = Parameters<Client['mentoring']['createProgram']>[0];

/** A draft that says as little as it may. */
export function programDraft(draft: Partial<ProgramInput> = {}): ProgramInput {
  return {
    name: 'Emerging leads',
    purpose: 'Learn to lead.',
    guides: { mentor: 'Listen.', mentee: 'Ask.' },
    agreement: 'We keep it between us.',
    ...draft,
  };
}

/** The cast, with Eve who runs programs and Femi of HR. */
export async function syncMentoringCast(world: World): Promise<void> {
  await syncCast(world);
  const system = world.as(systemActor);
  await system.people.sync({
    people: [
      { id: 'eve', externalId: 'e-eve', name: 'Eve Lind', department: 'People' },
      { id: 'femi', externalId: 'e-femi', name: 'Femi Ade', department: 'People' },
    ],
  });
  await system.people.grantRole({ personId: 'eve', role: 'programManager' });
  await system.people.grantRole({ personId: 'femi', role: 'hrAdmin' });
}

/** A program of Eve's that enrolls. */
export async function enrolling(world: World, draft: Partial<ProgramInput> = {}): Promise<string> {
  const eve = world.as('eve').mentoring;
  const { id } = await eve.createProgram(programDraft(draft));
  await eve.openEnrollment({ id });
  return id;
}
