import { command, query } from '../../operation.js';
import { members } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { aloneWith, openMentorship, ownMentorship, saveMentorship, tellStatus } from '../hub.js';
import { mentorships, Mentorship, MentorshipState } from '../model/mentorship.js';
import { mentorshipView, mentorshipViews } from '../mentorship-views.js';
import { whenSigned } from '../signing.js';

export const listMentorships = query({
  summary: 'The caller’s mentorships on either side, newest first, or those in one state.',
  who: members,
  input: z.strictObject({ state: MentorshipState.optional(), ...page }),
  output: pageOf(Mentorship),
  async run(context, { state, limit, after }) {
    const { tx, actor } = context;
    const where = { personIds: actor.id, ...(state !== undefined && { state }) };
    const found = await tx.find(mentorships, { where, order: '-createdAt', limit, after });
    return { ...found, items: await mentorshipViews(tx, found.items, context) };
  },
});

export const getMentorship = query({
  summary: 'One mentorship of the caller: agreement, goals, plan, and what the caller may do now.',
  who: members,
  input: z.strictObject({ id }),
  output: Mentorship,
  refuses: ['mentorship.unknown'],
  run: async (context, { id: mentorshipId }) =>
    mentorshipView(context.tx, await ownMentorship(context.tx, mentorshipId, context.actor), context),
});

export const sign = command({
  summary: 'Signs the agreement for the caller. Sessions count once everybody has signed.',
  who: members,
  input: z.strictObject({ id }),
  output: Mentorship,
  refuses: ['mentorship.unknown', 'mentorship.notNow'],
  alone: (input) => aloneWith(input.id),
  async run(context, input) {
    const { tx, actor, now } = context;
    const known = await ownMentorship(tx, input.id, actor);
    // Who signs twice has signed.
    if (known.agreement.signed.some((one) => one.personId === actor.id))
      return mentorshipView(tx, known, context);
    const record = await openMentorship(tx, input.id, actor, 'sign');
    const signed = [...record.agreement.signed, { personId: actor.id, at: now.toISOString() }];
    const after = await whenSigned(context, { ...record, agreement: { ...record.agreement, signed } });
    const saved = await saveMentorship(context, after);
    await tellStatus(context, saved, 'mentorship.changed');
    return mentorshipView(tx, saved, context);
  },
});
