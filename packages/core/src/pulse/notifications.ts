import type { Listener } from '../listeners.js';
import type { NotificationType } from '../notifications/model.js';
import { forget, notify } from '../notifications/notify.js';
import { byId, textsOf, type NotificationSource } from '../notifications/source.js';
import { boards } from './model/board.js';
import { rosters, waves } from './model/wave.js';

/** What is pointless once a wave is closed; that somebody was reminded would tell who was late. */
const WHILE_OPEN: readonly NotificationType[] = ['pulse.invited', 'pulse.reminder'];

/** News of results, or of a conversation, to the people whom the event reaches. */
function ofWave(type: 'pulse.released' | 'pulse.answered'): Listener {
  return async (context, { ids: [waveId = ''], audience }) => {
    const wave = await context.tx.get(waves, waveId);
    if (!wave || audience === 'everyone') return;
    const about = { type, byId: wave.askerId, subjectKind: 'wave' as const, subjectId: waveId };
    await notify(context, audience, about);
  };
}

/** What happens in surveys and on boards that people should hear of. Nothing tells that somebody has answered. */
export const pulseNotifications: NotificationSource = {
  rules: {
    'wave.opened': async (context, { ids: [waveId = ''] }) => {
      const wave = await context.tx.get(waves, waveId);
      const roster = await context.tx.get(rosters, waveId);
      if (!wave || !roster) return;
      const about = { byId: wave.askerId, subjectKind: 'wave' as const, subjectId: waveId };
      await notify(context, roster.personIds, { type: 'pulse.invited', ...about });
    },
    'wave.closed': async (context, { ids: [waveId] }) =>
      forget(context, waveId, (note) => WHILE_OPEN.includes(note.type)),
    'wave.released': ofWave('pulse.released'),
    'thread.answered': ofWave('pulse.answered'),
    'board.opened': async (context, { ids: [boardId = ''], audience }) => {
      const board = await context.tx.get(boards, boardId);
      if (!board || audience === 'everyone') return;
      const told = audience.filter((one) => one !== board.leadId);
      const about = { byId: board.leadId, subjectKind: 'board' as const, subjectId: boardId };
      await notify(context, told, { type: 'board.opened', ...about });
    },
    'action.given': async (context, { ids: [boardId = '', partId = ''], audience }) => {
      if (audience === 'everyone') return;
      // Nobody is told of what they took on themselves.
      const told = audience.filter((one) => one !== context.actor.id);
      const about = { byId: context.actor.id, subjectKind: 'board' as const, subjectId: boardId, partId };
      await notify(context, told, { type: 'action.given', ...about });
    },
  },
  excerpts: {
    wave: async (tx, notes) => {
      const found = byId(
        await tx.getMany(
          waves,
          notes.map((note) => note.subjectId),
        ),
      );
      return textsOf(notes, (note) => found.get(note.subjectId)?.title);
    },
    board: async (tx, notes) => {
      const found = byId(
        await tx.getMany(
          boards,
          notes.map((note) => note.subjectId),
        ),
      );
      return textsOf(notes, (note) => {
        const board = found.get(note.subjectId);
        const action = board?.actions.find((one) => one.id === note.partId);
        return action?.title ?? board?.title;
      });
    },
  },
};
