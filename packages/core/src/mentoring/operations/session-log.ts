import { GuildhallError, invalidField, notFound } from '../../errors.js';
import { command, type CommandContext } from '../../operation.js';
import { members } from '../../policy.js';
import { ownSession, saveMentorship, tellManagers, tellPair } from '../hub.js';
import {
  commitments,
  Session,
  SessionLog,
  sessions,
  type CommitmentRecord,
  type SessionRecord,
} from '../model/session.js';
import { checkUnchanged } from '../session-changes.js';
import { isSigned, maySession, withHeld } from '../rules/states.js';
import { sessionView } from '../session-views.js';

/** More open commitments than this of one mentorship are not carried on. */
const MOST_OPEN = 1000;

export const logSession = command({
  summary:
    'Says that a session was held or missed, with notes, new commitments and what became of the open ones.',
  who: members,
  input: SessionLog,
  output: Session,
  refuses: ['session.unknown', 'session.notYet', 'session.over', 'commitment.unknown', 'note.changed'],
  alone: (input) => `session ${input.id}`,
  async run(context, log) {
    const { tx, actor, now } = context;
    const { session, mentorship } = await ownSession(tx, log.id, actor);
    if (!maySession(mentorship, session, actor.id, now).log) throw notLoggable(session, now);
    const stranger = log.commitments.findIndex((one) => !mentorship.personIds.includes(one.ownerId));
    if (stranger >= 0)
      throw invalidField(`commitments.${stranger}.ownerId`, 'Name one of the people of this mentorship.');
    checkUnchanged(session, log.replaces);
    await settleOpen(context, session, log);
    await addCommitments(context, session, log);
    const after: SessionRecord = {
      ...session,
      state: log.held ? 'held' : 'missed',
      counts: log.held && isSigned(mentorship),
      notesShared: log.notesShared ?? session.notesShared,
      remindAt: undefined,
    };
    await tx.replace(sessions, after);
    const saved = await saveMentorship(
      context,
      after.counts ? withHeld(mentorship, [after], now) : mentorship,
    );
    await tellPair(context, saved, 'session.logged', session.id);
    await tellManagers(context, saved, 'mentorship.changed');
    return sessionView(tx, saved, after, context);
  },
});

/** Closes what was kept or dropped; what stays open was carried through one session more. */
async function settleOpen({ tx }: CommandContext, session: SessionRecord, log: SessionLog): Promise<void> {
  const where = { mentorshipId: session.mentorshipId, state: 'open' } as const;
  const open = (await tx.find(commitments, { where, order: '+place', limit: MOST_OPEN })).items;
  for (const id of [...log.kept, ...log.dropped])
    if (!open.some((one) => one.id === id)) throw notFound('commitment');
  for (const one of open) {
    const after = settled(one, log);
    if (after !== one) await tx.replace(commitments, after);
  }
}

function settled(one: CommitmentRecord, { kept, dropped, held }: SessionLog): CommitmentRecord {
  if (kept.includes(one.id)) return { ...one, state: 'kept' };
  if (dropped.includes(one.id)) return { ...one, state: 'dropped' };
  return held ? { ...one, carried: one.carried + 1 } : one;
}

async function addCommitments(context: CommandContext, session: SessionRecord, log: SessionLog) {
  const { tx, now, newId } = context;
  const at = now.toISOString();
  for (const [index, { text, ownerId, dueOn }] of log.commitments.entries())
    await tx.insert(commitments, {
      id: newId(),
      mentorshipId: session.mentorshipId,
      sessionId: session.id,
      ownerId,
      text,
      ...(dueOn !== undefined && { dueOn }),
      state: 'open',
      carried: 0,
      at,
      place: `${at} ${String(index).padStart(2, '0')}`,
    });
}

function notLoggable(session: SessionRecord, now: Date): GuildhallError {
  if (session.state === 'scheduled' && Date.parse(session.start) > now.getTime())
    return new GuildhallError('conflict', 'session.notYet', 'Log a session once it has begun.');
  return new GuildhallError(
    'conflict',
    'session.over',
    `This session is ${session.state} or its mentorship rests; it cannot be logged.`,
    { details: { state: session.state } },
  );
}
