import { forget, notify } from '../notifications/notify.js';
import { byId, textsOf, type NotificationSource } from '../notifications/source.js';
import type { CommandContext, Told } from '../operation.js';
import { nextFor } from './finder/next-mentor.js';
import { requests, type RequestRecord } from './model/offer.js';

/** Being asked, being answered, and what becomes of a request that is not. */
export const requestNotifications: NotificationSource = {
  rules: {
    'request.made': async (context, event) => {
      const record = await requestOf(context, event);
      if (record) await tellMentor(context, record, 'request.received');
    },
    'request.reminded': async (context, event) => {
      const record = await requestOf(context, event);
      if (record) await tellMentor(context, record, 'request.reminder');
    },
    'request.extended': async (context, event) => {
      const record = await requestOf(context, event);
      if (!record?.extendedById) return;
      const other = record.extendedById === record.mentorId ? record.menteeId : record.mentorId;
      await notify(context, [other], {
        type: 'request.extended',
        byId: record.extendedById,
        ...about(record),
        when: record.expiresAt,
      });
    },
    'request.changed': async (context, event) => {
      const record = await requestOf(context, event);
      if (record) await tellMentee(context, record);
    },
  },
  excerpts: {
    async request(tx, notes) {
      const asked = byId(await tx.getMany(requests, [...new Set(notes.map((note) => note.subjectId))]));
      return textsOf(notes, ({ type, subjectId }) =>
        type === 'request.accepted' || type === 'request.declined'
          ? asked.get(subjectId)?.answer
          : asked.get(subjectId)?.ask,
      );
    },
  },
};

async function requestOf({ tx }: CommandContext, { ids: [id] }: Told): Promise<RequestRecord | undefined> {
  return id === undefined ? undefined : tx.get(requests, id);
}

function about({ id }: RequestRecord) {
  return { subjectKind: 'request' as const, subjectId: id };
}

async function tellMentor(
  context: CommandContext,
  record: RequestRecord,
  type: 'request.received' | 'request.reminder',
): Promise<void> {
  await notify(context, [record.mentorId], {
    type,
    byId: record.menteeId,
    ...about(record),
    when: record.expiresAt,
  });
}

/** The mentee hears how it ended, and whom to ask next where it came to nothing through no fault of theirs. */
async function tellMentee(context: CommandContext, record: RequestRecord): Promise<void> {
  const { state, menteeId, mentorId } = record;
  if (state === 'withdrawn') return forget(context, record.id);
  if (state === 'accepted' || state === 'declined')
    return notify(context, [menteeId], { type: `request.${state}`, byId: mentorId, ...about(record) });
  if (state !== 'expired' && state !== 'closedByCapacity') return;
  const next = await nextFor(context, record);
  await notify(context, [menteeId], {
    type: state === 'expired' ? 'request.expired' : 'request.closed',
    byId: mentorId,
    ...about(record),
    ...(next && { otherId: next.mentorId }),
  });
}
