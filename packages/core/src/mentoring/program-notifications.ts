import { notify } from '../notifications/notify.js';
import type { NotificationSource } from '../notifications/source.js';
import { mentorships } from './model/mentorship.js';

/** What happens in a program that its people should hear of: with whom they were matched. */
export const programNotifications: NotificationSource = {
  rules: {
    'match.published': async (context, { ids: [mentorshipId = ''] }) => {
      const record = await context.tx.get(mentorships, mentorshipId);
      const subject = { subjectKind: 'mentorship' as const, subjectId: mentorshipId };
      for (const personId of record?.personIds ?? []) {
        const partners = record?.mentorIds.includes(personId) ? record.menteeIds : record?.mentorIds;
        const about = { type: 'match.published' as const, byId: partners?.[0] ?? personId, ...subject };
        await notify(context, [personId], about);
      }
    },
  },
  excerpts: {},
};
