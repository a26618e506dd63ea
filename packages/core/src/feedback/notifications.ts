import { forget, notify } from '../notifications/notify.js';
import { byId, textsOf, type NotificationSource } from '../notifications/source.js';
import type { CommandContext, Told } from '../operation.js';
import {
  asks,
  feedbackRequests,
  notes,
  type AskRecord,
  type FeedbackRequestRecord,
  type NoteRecord,
} from './model.js';
import { asksOf } from './read.js';
import { endOf } from './rules.js';

/** Getting feedback, being asked for it, and what becomes of both. What a note says is in no notification. */
export const feedbackNotifications: NotificationSource = {
  rules: {
    'feedback.given': async (context, event) => {
      const note = await noteOf(context, event);
      if (!note) return;
      await notify(context, [note.receiverId], {
        type: 'feedback.received',
        byId: note.giverId,
        ...of(note),
      });
      // What was asked is answered: it is no more to be done.
      if (note.requestId !== undefined)
        await forget(context, note.requestId, ({ personId }) => personId === note.giverId);
    },
    'feedback.acknowledged': async (context, event) => {
      const note = await noteOf(context, event);
      if (!note) return;
      await notify(context, [note.giverId], {
        type: 'feedback.acknowledged',
        byId: note.receiverId,
        ...of(note),
      });
    },
    'feedback.withdrawn': async (context, event) => forget(context, event.ids[0]),
    'feedback.shared': async (context, event) => {
      const [note, personId] = [await noteOf(context, event), event.ids[1]];
      if (!note || personId === undefined) return;
      await notify(context, [personId], {
        type: 'feedback.shared',
        byId: note.receiverId,
        ...of(note),
        otherId: note.giverId,
      });
    },
    'feedback.unshared': async (context, { ids: [noteId, reader] }) =>
      forget(context, noteId, ({ personId, type }) => personId === reader && type === 'feedback.shared'),
    'feedback.requested': async (context, event) => {
      const record = await requestOf(context, event);
      if (!record) return;
      const asked = (await asksOf(context.tx, record.id)).map(({ reviewerId }) => reviewerId);
      await notify(context, asked, { type: 'feedback.requested', ...about(context, record) });
    },
    'feedback.reminded': async (context, event) => {
      const record = await requestOf(context, event);
      const audience = event.audience === 'everyone' ? [] : event.audience;
      if (record) await notify(context, audience, { type: 'feedback.reminder', ...about(context, record) });
    },
    'feedback.declined': async (context, event) => {
      const [record, ask] = [await requestOf(context, event), await askOf(context, event)];
      if (!record || !ask) return;
      await forget(context, record.id, ({ personId }) => personId === ask.reviewerId);
      await notify(context, [record.requesterId], {
        type: 'feedback.declined',
        byId: ask.reviewerId,
        subjectKind: 'feedbackRequest',
        subjectId: record.id,
        partId: ask.id,
      });
    },
    'feedback.expired': async (context, { ids: [requestId], audience }) =>
      forget(context, requestId, ({ personId }) => audience !== 'everyone' && audience.includes(personId)),
    'feedback.requestWithdrawn': async (context, event) => forget(context, event.ids[0]),
  },
  excerpts: {
    async feedbackRequest(tx, told) {
      const asked = byId(
        await tx.getMany(feedbackRequests, [...new Set(told.map(({ subjectId }) => subjectId))]),
      );
      const parts = byId(await tx.getMany(asks, [...new Set(told.flatMap(({ partId }) => partId ?? []))]));
      return textsOf(told, ({ type, subjectId, partId }) =>
        type === 'feedback.declined' ? parts.get(partId ?? '')?.why : asked.get(subjectId)?.question,
      );
    },
  },
};

async function noteOf({ tx }: CommandContext, { ids: [id] }: Told): Promise<NoteRecord | undefined> {
  return id === undefined ? undefined : tx.get(notes, id);
}

async function requestOf(
  { tx }: CommandContext,
  { ids: [id] }: Told,
): Promise<FeedbackRequestRecord | undefined> {
  return id === undefined ? undefined : tx.get(feedbackRequests, id);
}

async function askOf({ tx }: CommandContext, { ids: [, id] }: Told): Promise<AskRecord | undefined> {
  return id === undefined ? undefined : tx.get(asks, id);
}

function of({ id }: NoteRecord) {
  return { subjectKind: 'feedbackNote' as const, subjectId: id };
}

function about({ settings }: CommandContext, { id, requesterId, subjectId, dueOn }: FeedbackRequestRecord) {
  return {
    byId: requesterId,
    ...(subjectId !== requesterId && { otherId: subjectId }),
    subjectKind: 'feedbackRequest' as const,
    subjectId: id,
    when: endOf(dueOn, settings.timeZone),
  };
}
