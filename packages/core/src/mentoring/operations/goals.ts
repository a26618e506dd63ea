import { invalidField, notFound } from '../../errors.js';
import { command } from '../../operation.js';
import { Catalog, CATALOG_WRITES } from '../../people/catalog.js';
import { members } from '../../policy.js';
import { id, z } from '../../schema.js';
import { aloneWith, openMentorship, saveMentorship, tellStatus } from '../hub.js';
import { Goal, GoalDraft, Mentorship, type MentorshipRecord } from '../model/mentorship.js';
import { mentorshipView } from '../mentorship-views.js';

/** More goals than this help nobody. */
const MOST_GOALS = 30;

export const setGoal = command({
  summary: 'Adds a goal to a mentorship, or says anew what one is; its progress stays.',
  who: members,
  input: GoalDraft,
  output: Mentorship,
  refuses: ['mentorship.unknown', 'mentorship.notNow', 'goal.unknown'],
  alone: (input) => (input.skill === undefined ? aloneWith(input.mentorshipId) : CATALOG_WRITES),
  async run(context, { mentorshipId, goalId, title, skill, dueOn }) {
    const { tx, actor, newId } = context;
    const record = await openMentorship(tx, mentorshipId, actor, 'edit');
    const sought = { departments: [], teams: [], skills: skill === undefined ? [] : [skill] };
    const catalog = await Catalog.read(tx, sought, newId);
    // What two people work on is theirs: the name joins the catalog unlisted.
    const named = skill === undefined ? [] : catalog.skills([{ skill, level: 'learning' }], false);
    await catalog.save(tx);
    const known = record.goals.find((goal) => goal.id === goalId);
    if (goalId !== undefined && !known) throw notFound('goal');
    if (!known && record.goals.length >= MOST_GOALS)
      throw invalidField('title', `A mentorship has at most ${MOST_GOALS} goals.`);
    const goal: MentorshipRecord['goals'][number] = {
      id: known?.id ?? newId(),
      title,
      ...(named[0] && { skillId: named[0].skillId }),
      ...(dueOn !== undefined && { dueOn }),
      progress: known?.progress ?? 0,
      state: known?.state ?? 'open',
    };
    const goals = known
      ? record.goals.map((one) => (one.id === goal.id ? goal : one))
      : [...record.goals, goal];
    const saved = await saveMentorship(context, { ...record, goals });
    await tellStatus(context, saved, 'mentorship.changed');
    return mentorshipView(tx, saved, context);
  },
});

export const checkIn = command({
  summary: 'Says how far a goal has come, in percent, and whether it is open, met or dropped.',
  who: members,
  input: z.strictObject({
    mentorshipId: id,
    goalId: id,
    progress: z.int().min(0).max(100),
    /** Met at 100 percent and open below, when left out. */
    state: Goal.shape.state.optional(),
  }),
  output: Mentorship,
  refuses: ['mentorship.unknown', 'mentorship.notNow', 'goal.unknown'],
  alone: (input) => aloneWith(input.mentorshipId),
  async run(context, { mentorshipId, goalId, progress, state }) {
    const { tx, actor } = context;
    const record = await openMentorship(tx, mentorshipId, actor, 'edit');
    if (!record.goals.some((goal) => goal.id === goalId)) throw notFound('goal');
    const reached = state ?? (progress === 100 ? 'met' : 'open');
    const goals = record.goals.map((goal) =>
      goal.id === goalId ? { ...goal, progress, state: reached } : goal,
    );
    const saved = await saveMentorship(context, { ...record, goals });
    await tellStatus(context, saved, 'mentorship.changed');
    return mentorshipView(tx, saved, context);
  },
});
