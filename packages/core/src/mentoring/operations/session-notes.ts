import { notFound } from '../../errors.js';
import { command, query } from '../../operation.js';
import { members } from '../../policy.js';
import { id, page, pageOf, text, z } from '../../schema.js';
import { aloneWith, notNow, openMentorship, ownMentorship, ownSession, tellPair } from '../hub.js';
import { Commitment, commitments, privateNotes, Session, sessions } from '../model/session.js';
import { isLive } from '../rules/states.js';
import { checkUnchanged } from '../session-changes.js';
import { commitmentViews, privateNoteId, sessionView } from '../session-views.js';

const Note = text(20_000).nullable();

export const noteShared = command({
  summary: 'Sets what the people of a session wrote down together; null empties it.',
  who: members,
  input: z.strictObject({
    sessionId: id,
    text: Note,
    /** The notes as the caller had read them: refused when somebody has changed them since. */
    replaces: Note.optional(),
  }),
  output: Session,
  refuses: ['session.unknown', 'mentorship.notNow', 'note.changed'],
  alone: (input) => `session ${input.sessionId}`,
  async run(context, { sessionId, text: noted, replaces }) {
    const { tx, actor } = context;
    const { session, mentorship } = await ownSession(tx, sessionId, actor);
    if (!isLive(mentorship)) throw notNow(mentorship);
    checkUnchanged(session, replaces);
    const after = { ...session, notesShared: noted ?? undefined };
    await tx.replace(sessions, after);
    await tellPair(context, mentorship, 'session.changed', session.id);
    return sessionView(tx, mentorship, after, context);
  },
});

export const notePrivately = command({
  summary:
    'Sets what the caller noted for themself about a session; nobody else can read it. Null empties it.',
  who: members,
  input: z.strictObject({ sessionId: id, text: Note }),
  output: Session,
  refuses: ['session.unknown'],
  alone: (input, actor) => `note ${privateNoteId(input.sessionId, actor.id)}`,
  async run(context, { sessionId, text: noted }) {
    const { tx, actor, now } = context;
    const { session, mentorship } = await ownSession(tx, sessionId, actor);
    const noteId = privateNoteId(sessionId, actor.id);
    const note = { id: noteId, sessionId, personId: actor.id, text: noted ?? '', at: now.toISOString() };
    const known = await tx.get(privateNotes, noteId);
    if (noted === null) await tx.remove(privateNotes, noteId);
    else await (known ? tx.replace(privateNotes, note) : tx.insert(privateNotes, note));
    // That somebody notes something is theirs as well.
    await tx.tell({ type: 'session.changed', ids: [mentorship.id, session.id], audience: [actor.id] });
    return sessionView(tx, mentorship, session, context);
  },
});

export const listCommitments = query({
  summary: 'What was promised in one of the caller’s mentorships, newest first, or what of it is still open.',
  who: members,
  input: z.strictObject({ mentorshipId: id, state: Commitment.shape.state.optional(), ...page }),
  output: pageOf(Commitment),
  refuses: ['mentorship.unknown'],
  async run({ tx, actor }, { mentorshipId, state, limit, after }) {
    await ownMentorship(tx, mentorshipId, actor);
    const where = { mentorshipId, ...(state !== undefined && { state }) };
    const found = await tx.find(commitments, { where, order: '-place', limit, after });
    return { ...found, items: await commitmentViews(tx, found.items) };
  },
});

export const settleCommitment = command({
  summary: 'Says between sessions that a promise was kept or dropped, or opens it again.',
  who: members,
  input: z.strictObject({ mentorshipId: id, commitmentId: id, state: Commitment.shape.state }),
  output: Commitment,
  refuses: ['mentorship.unknown', 'mentorship.notNow', 'commitment.unknown'],
  alone: (input) => aloneWith(input.mentorshipId),
  async run(context, { mentorshipId, commitmentId, state }) {
    const { tx, actor } = context;
    const mentorship = await openMentorship(tx, mentorshipId, actor, 'edit');
    const known = await tx.get(commitments, commitmentId);
    if (known?.mentorshipId !== mentorshipId) throw notFound('commitment');
    const after = { ...known, state };
    await tx.replace(commitments, after);
    await tellPair(context, mentorship, 'session.changed', known.sessionId);
    const [view] = await commitmentViews(tx, [after]);
    if (!view) throw notFound('commitment');
    return view;
  },
});
