import { forget, notify } from '../notifications/notify.js';
import { byId, textsOf, type NotificationSource } from '../notifications/source.js';
import type { CommandContext, Told } from '../operation.js';
import { introductions, type IntroductionRecord } from './introduction-model.js';

/** Being asked for an introduction, and what came of one. */
export const introductionNotifications: NotificationSource = {
  rules: {
    'introduction.proposed': async (context, event) => {
      const record = await introductionOf(context, event);
      if (!record) return;
      await notify(context, [record.toId], {
        type: 'introduction.proposed',
        byId: record.byId,
        otherId: record.forId,
        ...about(record),
      });
    },
    'introduction.changed': async (context, event) => {
      const record = await introductionOf(context, event);
      if (record?.state === 'withdrawn') await forget(context, record.id);
      if (record?.state !== 'accepted') return;
      const { byId: proposerId, toId, forId } = record;
      await notify(context, [proposerId], {
        type: 'introduction.accepted',
        byId: toId,
        otherId: forId,
        ...about(record),
      });
      await notify(context, [forId], {
        type: 'introduction.connected',
        byId: toId,
        otherId: proposerId,
        ...about(record),
      });
    },
  },
  excerpts: {
    async introduction(tx, notes) {
      const found = byId(await tx.getMany(introductions, [...new Set(notes.map((note) => note.subjectId))]));
      return textsOf(notes, ({ type, subjectId }) =>
        type === 'introduction.accepted' ? found.get(subjectId)?.answer : found.get(subjectId)?.message,
      );
    },
  },
};

async function introductionOf(
  { tx }: CommandContext,
  { ids: [id] }: Told,
): Promise<IntroductionRecord | undefined> {
  return id === undefined ? undefined : tx.get(introductions, id);
}

function about({ id }: IntroductionRecord) {
  return { subjectKind: 'introduction' as const, subjectId: id };
}
