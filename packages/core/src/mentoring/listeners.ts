import type { Listener } from '../listeners.js';
import { people } from '../people/model.js';
import { mentorships } from './model/mentorship.js';
import { LIVE } from './rules/states.js';

/** Nobody has more mentorships at a time. */
const MOST = 500;

/** What mentoring does when other areas tell something. */
export const mentoringListeners: Readonly<Record<string, Listener>> = {
  /** Mentorships of those who leave are due at once: the next tick ends them and tells the others. */
  'person.changed': async ({ tx, now }, event) => {
    const gone = (await tx.getMany(people, event.ids)).filter((person) => person.status !== 'active');
    for (const person of gone) {
      const where = { personIds: person.id, state: LIVE } as const;
      const live = await tx.find(mentorships, { where, order: '+createdAt', limit: MOST });
      for (const record of live.items) await tx.replace(mentorships, { ...record, dueAt: now.toISOString() });
    }
  },
};
