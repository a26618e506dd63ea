import { invalidField, notFound } from '../../errors.js';
import { command, query } from '../../operation.js';
import { refsOf } from '../../people/read.js';
import { filterPages } from '../../paging.js';
import { members } from '../../policy.js';
import { id, page, pageOf, text, z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import { notNow, ownMentorship, ownSession, personIn } from '../hub.js';
import {
  mentorshipFeedback,
  MentorshipFeedback,
  Reflection,
  reflections,
  type MentorshipFeedbackRecord,
  type ReflectionRecord,
} from '../model/reflection.js';

export const reflect = command({
  summary: 'Writes down what the caller thinks about a session or the whole, for themself or for both.',
  who: members,
  input: z.strictObject({
    mentorshipId: id,
    sessionId: id.optional(),
    text: text(10_000),
    visibility: z.enum(['me', 'pair']).default('me'),
  }),
  output: Reflection,
  refuses: ['mentorship.unknown', 'session.unknown'],
  async run(context, draft) {
    const { tx, actor, now, newId } = context;
    const mentorship = await ownMentorship(tx, draft.mentorshipId, actor);
    if (draft.sessionId !== undefined) {
      const { session } = await ownSession(tx, draft.sessionId, actor);
      if (session.mentorshipId !== mentorship.id) throw notFound('session');
    }
    const { sessionId, ...said } = draft;
    const record: ReflectionRecord = {
      id: newId(),
      ...said,
      ...(sessionId !== undefined && { sessionId }),
      authorId: actor.id,
      closing: false,
      at: now.toISOString(),
    };
    await tx.insert(reflections, record);
    const audience = record.visibility === 'me' ? [actor.id] : mentorship.personIds;
    await tx.tell({ type: 'reflection.written', ids: [mentorship.id, record.id], audience });
    const [view] = await reflectionViews(tx, [record]);
    if (!view) throw notFound('reflection');
    return view;
  },
});

export const listReflections = query({
  summary: 'The caller’s reflections on a mentorship and those that the others wrote for both, newest first.',
  who: members,
  input: z.strictObject({ mentorshipId: id, ...page }),
  output: pageOf(Reflection),
  refuses: ['mentorship.unknown'],
  async run({ tx, actor }, { mentorshipId, limit, after }) {
    await ownMentorship(tx, mentorshipId, actor);
    const found = await filterPages(
      (request) => tx.find(reflections, { where: { mentorshipId }, order: '-at', ...request }),
      (one) => one.authorId === actor.id || one.visibility === 'pair',
      { limit, after },
    );
    return { ...found, items: await reflectionViews(tx, found.items) };
  },
});

export const giveFeedback = command({
  summary: 'Tells a partner what helped, and one wish. Only the two read it.',
  who: members,
  input: z.strictObject({
    mentorshipId: id,
    /** Whom it is for; needs to be said only where there are several partners. */
    toId: id.optional(),
    helped: text(2000),
    wish: text(1000).optional(),
  }),
  output: MentorshipFeedback,
  refuses: ['mentorship.unknown', 'mentorship.notNow'],
  async run(context, { mentorshipId, toId, helped, wish }) {
    const { tx, actor, now, newId } = context;
    const mentorship = await ownMentorship(tx, mentorshipId, actor);
    if (mentorship.state === 'endedEarly') throw notNow(mentorship);
    const partners = mentorship.personIds.filter((one) => one !== actor.id);
    const to = toId ?? (partners.length === 1 ? partners[0] : undefined);
    if (to === undefined || !partners.includes(to))
      throw invalidField('toId', 'Name one of the others of this mentorship.');
    const record: MentorshipFeedbackRecord = {
      id: newId(),
      mentorshipId,
      fromId: actor.id,
      toId: to,
      helped,
      ...(wish !== undefined && { wish }),
      at: now.toISOString(),
    };
    await tx.insert(mentorshipFeedback, record);
    await tx.tell({ type: 'feedback.given', ids: [mentorshipId, record.id], audience: [actor.id, to] });
    const [view] = await feedbackViews(tx, [record]);
    if (!view) throw notFound('feedback');
    return view;
  },
});

export const feedbackOf = query({
  summary: 'What the caller told partners of a mentorship and was told by them, newest first.',
  who: members,
  input: z.strictObject({ mentorshipId: id, ...page }),
  output: pageOf(MentorshipFeedback),
  refuses: ['mentorship.unknown'],
  async run({ tx, actor }, { mentorshipId, limit, after }) {
    await ownMentorship(tx, mentorshipId, actor);
    const found = await filterPages(
      (request) => tx.find(mentorshipFeedback, { where: { mentorshipId }, order: '-at', ...request }),
      (one) => one.fromId === actor.id || one.toId === actor.id,
      { limit, after },
    );
    return { ...found, items: await feedbackViews(tx, found.items) };
  },
});

async function reflectionViews(tx: Reader, records: readonly ReflectionRecord[]): Promise<Reflection[]> {
  const people = await refsOf(
    tx,
    records.map((record) => record.authorId),
  );
  return records.map(({ authorId, ...rest }) => ({ ...rest, author: personIn(people, authorId) }));
}

async function feedbackViews(
  tx: Reader,
  records: readonly MentorshipFeedbackRecord[],
): Promise<MentorshipFeedback[]> {
  const people = await refsOf(
    tx,
    records.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  return records.map(({ fromId, toId, ...rest }) => ({
    ...rest,
    from: personIn(people, fromId),
    to: personIn(people, toId),
  }));
}
