import { forget, notify } from '../notifications/notify.js';
import { byId, textsOf, type NotificationSource } from '../notifications/source.js';
import { comments, kudos } from './model.js';

/** Being thanked, and comments under what one gave or received. */
export const kudosNotifications: NotificationSource = {
  rules: {
    'kudos.given': async (context, event) => {
      const [kudosId] = event.ids;
      const given = kudosId === undefined ? undefined : await context.tx.get(kudos, kudosId);
      if (!given) return;
      await notify(context, given.receivers, {
        type: 'kudos.received',
        byId: given.giverId,
        subjectKind: 'kudos',
        subjectId: given.id,
      });
    },
    'kudos.commented': async (context, event) => {
      const [kudosId, commentId] = event.ids;
      if (kudosId === undefined || commentId === undefined) return;
      const written = await context.tx.get(comments, commentId);
      const about = await context.tx.get(kudos, kudosId);
      if (!written || !about) return;
      const concerned = new Set([about.giverId, ...about.named]);
      concerned.delete(written.authorId);
      await notify(context, [...concerned], {
        type: 'kudos.commented',
        byId: written.authorId,
        subjectKind: 'kudos',
        subjectId: kudosId,
        partId: commentId,
      });
    },
    'kudos.commentRemoved': async (context, event) => {
      const [kudosId, commentId] = event.ids;
      await forget(context, kudosId, (note) => note.partId === commentId);
    },
    'kudos.withdrawn': async (context, event) => forget(context, event.ids[0]),
  },
  excerpts: {
    async kudos(tx, notes) {
      const given = byId(await tx.getMany(kudos, [...new Set(notes.map((note) => note.subjectId))]));
      const parts = [...new Set(notes.flatMap((note) => note.partId ?? []))];
      const written = byId(await tx.getMany(comments, parts));
      return textsOf(notes, (note) =>
        note.partId === undefined ? given.get(note.subjectId)?.message : written.get(note.partId)?.text,
      );
    },
  },
};
