import type { Listener } from '../listeners.js';
import { people } from '../people/model.js';
import { areas } from './model.js';
import { callOff } from './panel-life.js';
import { newestPanel } from './read.js';

/** How many areas of one person are read at once. */
const STEP = 100;

/** When somebody leaves, their raters are asked no more: nobody would read the answers, which are deleted. */
export const callOffOnDeparture: Listener = async (context, event) => {
  const { tx } = context;
  for (const { id: personId, status } of await tx.getMany(people, event.ids)) {
    if (status !== 'departed') continue;
    for (let after: string | undefined; ;) {
      const found = await tx.find(areas, { where: { personId }, order: '+at', limit: STEP, after });
      for (const area of found.items) {
        const panel = await newestPanel(tx, area.id);
        if (panel?.state === 'collecting') await callOff(context, panel);
      }
      if (found.next === undefined) break;
      after = found.next;
    }
  }
};
