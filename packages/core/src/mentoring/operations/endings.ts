import { invalidField } from '../../errors.js';
import { command } from '../../operation.js';
import { members } from '../../policy.js';
import { id, text, z } from '../../schema.js';
import { finish, leave } from '../finish.js';
import { aloneWith, openMentorship, saveMentorship, tellStatus } from '../hub.js';
import { Day } from '../model/kinds.js';
import { EndReason, Mentorship } from '../model/mentorship.js';
import { reflections } from '../model/reflection.js';
import { mentorshipView } from '../mentorship-views.js';
import { resumed, wrapUp } from '../rules/states.js';
import { addDays, dayOf } from '../rules/zone.js';

/** A pause is no longer than this. */
const LONGEST_PAUSE_DAYS = 180;

export const pause = command({
  summary: 'Rests a mentorship until a day; it keeps its place, so that it can always be resumed.',
  who: members,
  input: z.strictObject({ id, until: Day }),
  output: Mentorship,
  refuses: ['mentorship.unknown', 'mentorship.notNow'],
  alone: (input) => aloneWith(input.id),
  async run(context, { id: mentorshipId, until }) {
    const { tx, actor, now, settings } = context;
    const record = await openMentorship(tx, mentorshipId, actor, 'pause');
    const today = dayOf(now.toISOString(), settings.timeZone);
    if (until <= today || until > addDays(today, LONGEST_PAUSE_DAYS))
      throw invalidField('until', `Choose a day after today, at most ${LONGEST_PAUSE_DAYS} days from now.`);
    const saved = await saveMentorship(context, { ...record, state: 'paused', pausedUntil: until });
    await tellStatus(context, saved, 'mentorship.changed');
    return mentorshipView(tx, saved, context);
  },
});

export const resume = command({
  summary: 'Ends a pause before its day.',
  who: members,
  input: z.strictObject({ id }),
  output: Mentorship,
  refuses: ['mentorship.unknown', 'mentorship.notNow'],
  alone: (input) => aloneWith(input.id),
  async run(context, input) {
    const { tx, actor, now } = context;
    const record = await openMentorship(tx, input.id, actor, 'resume');
    const saved = await saveMentorship(context, resumed(record, now));
    await tellStatus(context, saved, 'mentorship.changed');
    return mentorshipView(tx, saved, context);
  },
});

export const endEarly = command({
  summary:
    'Ends a mentorship before its time, or leaves a circle that goes on. The others never read the reason.',
  who: members,
  input: z.strictObject({
    id,
    reason: EndReason,
    note: text(2000).optional(),
    /** Whether the caller would be matched again in the same program; the others are. */
    backToPool: z.boolean(),
  }),
  output: z.object({ id, state: Mentorship.shape.state }),
  refuses: ['mentorship.unknown', 'mentorship.notNow'],
  alone: (input) => aloneWith(input.id),
  async run(context, { id: mentorshipId, reason, note, backToPool }) {
    const { tx, actor } = context;
    const record = await openMentorship(tx, mentorshipId, actor, 'endEarly');
    const leaving = { personId: actor.id, byId: actor.id, reason, note, backToPool };
    const { state } = await leave(context, record, leaving);
    return { id: mentorshipId, state };
  },
});

export const complete = command({
  summary:
    'Writes the caller’s closing reflection. The mentorship is completed when both sides have written theirs.',
  who: members,
  input: z.strictObject({
    id,
    reflection: z.strictObject({
      text: text(10_000),
      visibility: z.enum(['me', 'pair']).default('pair'),
    }),
  }),
  output: Mentorship,
  refuses: ['mentorship.unknown', 'mentorship.notNow'],
  alone: (input) => aloneWith(input.id),
  async run(context, { id: mentorshipId, reflection }) {
    const { tx, actor, now, newId } = context;
    const record = await openMentorship(tx, mentorshipId, actor, 'complete');
    await tx.insert(reflections, {
      id: newId(),
      mentorshipId,
      authorId: actor.id,
      ...reflection,
      closing: true,
      at: now.toISOString(),
    });
    const completedBy = [...record.completedBy, actor.id];
    const after = wrapUp({ ...record, completedBy }, now);
    const wrote = (ids: readonly string[]) => ids.some((one) => completedBy.includes(one));
    if (wrote(record.mentorIds) && wrote(record.menteeIds))
      return mentorshipView(tx, await finish(context, after), context);
    const saved = await saveMentorship(context, after);
    await tellStatus(context, saved, 'mentorship.changed');
    return mentorshipView(tx, saved, context);
  },
});
