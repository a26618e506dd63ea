import { forget, notify } from '../notifications/notify.js';
import { byId, textsOf, type NotificationSource } from '../notifications/source.js';
import type { CommandContext } from '../operation.js';
import { areas, panels } from './model.js';

/** Being asked what one noticed, and reading what others did. Nothing tells whether anybody has answered. */
export const growthNotifications: NotificationSource = {
  rules: {
    'growth.asked': async (context, { ids: [panelId], audience }) =>
      tellRaters(context, panelId, audience, 'growth.asked'),
    'growth.reminded': async (context, { ids: [panelId], audience }) =>
      tellRaters(context, panelId, audience, 'growth.reminder'),
    'growth.calledOff': async (context, { ids: [panelId] }) => forget(context, panelId),
    'growth.noticed': async (context, { ids: [areaId = '', panelId] }) => {
      const area = await context.tx.get(areas, areaId);
      await forget(context, panelId);
      if (!area) return;
      const { personId } = area;
      const about = { subjectKind: 'growthArea' as const, subjectId: areaId };
      await notify(context, [personId], { type: 'growth.noticed', byId: personId, ...about });
    },
  },
  excerpts: {
    async growthPanel(tx, notes) {
      const found = byId(await tx.getMany(panels, [...new Set(notes.map(({ subjectId }) => subjectId))]));
      return textsOf(notes, ({ subjectId }) => found.get(subjectId)?.label);
    },
    async growthArea(tx, notes) {
      const found = byId(await tx.getMany(areas, [...new Set(notes.map(({ subjectId }) => subjectId))]));
      return textsOf(notes, ({ subjectId }) => found.get(subjectId)?.label);
    },
  },
};

async function tellRaters(
  context: CommandContext,
  panelId: string | undefined,
  audience: 'everyone' | readonly string[],
  type: 'growth.asked' | 'growth.reminder',
): Promise<void> {
  const panel = panelId === undefined ? undefined : await context.tx.get(panels, panelId);
  if (!panel || audience === 'everyone') return;
  await notify(context, audience, {
    type,
    byId: panel.personId,
    subjectKind: 'growthPanel',
    subjectId: panel.id,
    when: panel.closesAt,
  });
}
