import type { Listener } from '../listeners.js';
import type { NotificationType } from '../notifications/model.js';
import { forget, notify } from '../notifications/notify.js';
import { byId, textsOf, type NotificationSource } from '../notifications/source.js';
import type { Told } from '../operation.js';
import { calibrations } from './model/calibration.js';
import { cycles } from './model/cycle.js';
import { nominations, type NominationRecord } from './model/nomination.js';

/** The people who hear of an event. */
function heardBy({ audience }: Told): readonly string[] {
  return audience === 'everyone' ? [] : audience;
}

/** About a cycle as a whole, by whom it was made. */
function ofCycle(type: NotificationType): Listener {
  return async (context, event) => {
    const cycle = await context.tx.get(cycles, event.ids[0] ?? '');
    if (!cycle) return;
    const about = { type, byId: cycle.createdById, subjectKind: 'cycle' as const, subjectId: cycle.id };
    await notify(context, heardBy(event), about);
  };
}

/** About one form, or the nomination for it: `by` says who did it, and it names whom the form is about. */
function ofForm(type: NotificationType, by: (record: NominationRecord, actorId: string) => string): Listener {
  return async (context, event) => {
    const record = await context.tx.get(nominations, event.ids[0] ?? '');
    if (!record) return;
    // Nobody is told of what they did themselves.
    const told = heardBy(event).filter((one) => one !== context.actor.id);
    await notify(context, told, {
      type,
      byId: by(record, context.actor.id),
      otherId: record.subjectId,
      subjectKind: 'review',
      subjectId: record.id,
    });
  };
}

/** About a report: of what the subject contests, and what was answered. */
function ofReport(type: NotificationType): Listener {
  return async (context, event) => {
    const [cycleId = '', subjectId = ''] = event.ids;
    await notify(context, heardBy(event), {
      type,
      byId: context.actor.id,
      otherId: subjectId,
      subjectKind: 'cycle',
      subjectId: cycleId,
    });
  };
}

const whoDidIt = (_record: NominationRecord, actorId: string) => actorId;

/** What happens in reviews that people should hear of. Nothing tells anybody that somebody has answered. */
export const reviewNotifications: NotificationSource = {
  rules: {
    'cycle.nominate': ofCycle('review.nominate'),
    'cycle.start': ofCycle('review.started'),
    'cycle.release': ofCycle('review.released'),
    'review.reminded': ofCycle('review.reminder'),
    // Pointless now; and that somebody was reminded would tell who was late.
    'cycle.closed': async (context, { ids: [cycleId] }) =>
      forget(context, cycleId, (note) => note.type === 'review.reminder'),
    'review.proposed': ofForm('review.approve', (record) => record.byId),
    'review.invited': ofForm('review.invited', (record) => record.byId),
    'review.declined': ofForm('review.declined', (record) => record.reviewerId),
    'review.rejected': ofForm('review.rejected', whoDidIt),
    'review.withdrawn': ofForm('review.withdrawn', whoDidIt),
    'review.extended': ofForm('review.extended', whoDidIt),
    'review.reopened': ofForm('review.reopened', whoDidIt),
    'calibration.started': async (context, event) => {
      const record = await context.tx.get(calibrations, event.ids[0] ?? '');
      if (!record) return;
      const subject = { subjectKind: 'cycle' as const, subjectId: record.cycleId };
      await notify(context, heardBy(event), {
        type: 'review.calibrate',
        byId: context.actor.id,
        ...subject,
      });
    },
    'report.contested': ofReport('review.contested'),
    'report.answered': ofReport('review.answered'),
  },
  excerpts: {
    async cycle(tx, notes) {
      const found = byId(await tx.getMany(cycles, [...new Set(notes.map((note) => note.subjectId))]));
      return textsOf(notes, (note) => found.get(note.subjectId)?.name);
    },
    async review(tx, notes) {
      const forms = byId(await tx.getMany(nominations, [...new Set(notes.map((note) => note.subjectId))]));
      const cycleIds = [...forms.values()].map((form) => form.cycleId);
      const found = byId(await tx.getMany(cycles, [...new Set(cycleIds)]));
      return textsOf(notes, (note) => found.get(forms.get(note.subjectId)?.cycleId ?? '')?.name);
    },
  },
};
