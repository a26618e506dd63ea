import type { Listener } from '../listeners.js';
import type { CommandContext } from '../operation.js';
import { people } from '../people/model.js';
import { offers, requests } from './model/offer.js';
import { closeWaiting, endRequest } from './requests.js';

/** How many open requests of one person are read at once. */
const STEP = 100;

/** When somebody leaves, their offer is closed, with what waits for them, and what they asked is taken back. */
export const closeOnDeparture: Listener = async (context, event) => {
  for (const person of await context.tx.getMany(people, event.ids)) {
    if (person.status !== 'departed') continue;
    await closeOffer(context, person.id);
    await closeWaiting(context, person.id);
    const where = { menteeId: person.id, state: 'pending' as const };
    const sent = await context.tx.find(requests, { where, order: '+at', limit: STEP });
    for (const request of sent.items) await endRequest(context, request, { state: 'withdrawn' });
  }
};

/** Closes a person's offer; one that is closed, or was never made, stays as it is. */
export async function closeOffer({ tx, now }: CommandContext, personId: string): Promise<void> {
  const offer = await tx.get(offers, personId);
  if (offer?.shelf !== 'open') return;
  await tx.replace(offers, { ...offer, open: false, shelf: 'closed', changedAt: now.toISOString() });
  await tx.tell({ type: 'offer.changed', ids: [personId], audience: 'everyone' });
}
