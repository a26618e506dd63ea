import { GuildhallError, invalidField } from '../../errors.js';
import { command, query } from '../../operation.js';
import { members } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import {
  aloneWith,
  openMentorship,
  ownMentorship,
  ownSession,
  saveMentorship,
  tellManagers,
  tellPair,
} from '../hub.js';
import { Session, SessionDraft, SessionMove, sessions, type SessionRecord } from '../model/session.js';
import { remindAt } from '../rules/reminder.js';
import { maySession } from '../rules/states.js';
import { daysAfter } from '../rules/zone.js';
import { canceled, changed } from '../session-changes.js';
import { sessionView, sessionViews } from '../session-views.js';

/** A meeting may be written down so many days after it was. */
const PAST_DAYS = 30;
/** And agreed on so many days before. */
const FUTURE_DAYS = 730;

export const listSessions = query({
  summary: 'The sessions of one of the caller’s mentorships, the latest first.',
  who: members,
  input: z.strictObject({ mentorshipId: id, ...page }),
  output: pageOf(Session),
  refuses: ['mentorship.unknown'],
  async run(context, { mentorshipId, limit, after }) {
    const { tx, actor } = context;
    const mentorship = await ownMentorship(tx, mentorshipId, actor);
    const found = await tx.find(sessions, { where: { mentorshipId }, order: '-start', limit, after });
    return { ...found, items: await sessionViews(tx, mentorship, found.items, context) };
  },
});

export const getSession = query({
  summary: 'One session of the caller, with shared notes and the caller’s own.',
  who: members,
  input: z.strictObject({ id }),
  output: Session,
  refuses: ['session.unknown'],
  async run(context, input) {
    const { session, mentorship } = await ownSession(context.tx, input.id, context.actor);
    return sessionView(context.tx, mentorship, session, context);
  },
});

export const scheduleSession = command({
  summary: 'Agrees on a meeting, or writes down one of the last 30 days. Everybody else is told.',
  who: members,
  input: SessionDraft,
  output: Session,
  refuses: ['mentorship.unknown', 'mentorship.notNow', 'session.farAway'],
  alone: (input) => aloneWith(input.mentorshipId),
  async run(context, draft) {
    const { tx, actor, now, newId } = context;
    const mentorship = await openMentorship(tx, draft.mentorshipId, actor, 'schedule');
    checkStart(draft.start, now);
    if (draft.planStep !== undefined && draft.planStep >= mentorship.plan.length)
      throw invalidField('planStep', 'The plan has no such step.');
    const record: SessionRecord = {
      id: newId(),
      ...draft,
      personIds: mentorship.personIds,
      state: 'scheduled',
      counts: false,
      uid: `${newId()}@guildhall`,
      sequence: 0,
      createdById: actor.id,
      changedAt: now.toISOString(),
      remindAt: remindAt(draft.start, draft.timeZone, now),
    };
    await tx.insert(sessions, record);
    const saved = await saveMentorship(context, mentorship);
    await tellPair(context, saved, 'session.scheduled', record.id);
    await tellManagers(context, saved, 'mentorship.changed');
    return sessionView(tx, saved, record, context);
  },
});

export const moveSession = command({
  summary: 'Changes when, where or about what a session is; the calendar entry stays the same one.',
  who: members,
  input: SessionMove,
  output: Session,
  refuses: ['session.unknown', 'session.over', 'session.farAway', 'mentorship.notNow'],
  alone: (input) => `session ${input.id}`,
  async run(context, { id: sessionId, ...move }) {
    const { tx, actor, now } = context;
    const { session, mentorship } = await ownSession(tx, sessionId, actor);
    if (!maySession(mentorship, session, actor.id, now).move) throw over(session);
    if (move.start !== undefined) checkStart(move.start, now);
    const after = changed(session, move, now);
    await tx.replace(sessions, after);
    const saved = await saveMentorship(context, mentorship);
    await tellPair(context, saved, 'session.moved', session.id);
    await tellManagers(context, saved, 'mentorship.changed');
    return sessionView(tx, saved, after, context);
  },
});

export const cancelSession = command({
  summary: 'Cancels a session that was agreed. Everybody else is told.',
  who: members,
  input: z.strictObject({ id }),
  output: Session,
  refuses: ['session.unknown', 'session.over'],
  alone: (input) => `session ${input.id}`,
  async run(context, input) {
    const { tx, actor, now } = context;
    const { session, mentorship } = await ownSession(tx, input.id, actor);
    if (session.state === 'canceled') return sessionView(tx, mentorship, session, context);
    if (!maySession(mentorship, session, actor.id, now).cancel) throw over(session);
    const after = canceled(session, now);
    await tx.replace(sessions, after);
    const saved = await saveMentorship(context, mentorship);
    await tellPair(context, saved, 'session.canceled', session.id);
    await tellManagers(context, saved, 'mentorship.changed');
    return sessionView(tx, saved, after, context);
  },
});

function checkStart(start: string, now: Date): void {
  const at = now.toISOString();
  if (start < daysAfter(at, -PAST_DAYS) || start > daysAfter(at, FUTURE_DAYS))
    throw new GuildhallError(
      'invalid',
      'session.farAway',
      `Choose a time between ${PAST_DAYS} days ago and ${FUTURE_DAYS} days from now.`,
      { fields: [{ path: 'start', message: 'This is too far away.' }] },
    );
}

/** Refuses what a session that was held, missed or canceled does not allow any more. */
function over({ state }: SessionRecord): GuildhallError {
  return new GuildhallError(
    'conflict',
    'session.over',
    `This session is ${state} or its mentorship rests; it cannot be changed.`,
    { details: { state } },
  );
}
