import { Answers } from '../../answers/question.js';
import { GuildhallError, notFound } from '../../errors.js';
import { command, query } from '../../operation.js';
import { refsOf } from '../../people/read.js';
import { members } from '../../policy.js';
import { id, page, pageOf, time, z } from '../../schema.js';
import { checkAnswers } from '../answer-check.js';
import {
  checkFillable,
  itemsOf,
  namedReaders,
  ownForm,
  questionsOf,
  stateOf,
  taskView,
  type OwnForm,
} from '../form-read.js';
import { cycles } from '../model/cycle.js';
import { responses, ReviewForm, ReviewTask } from '../model/form.js';
import { nominations } from '../model/nomination.js';
import { dropDraftOf, draftOfForm, keepDraft, ownAnswersOf, seatStates } from '../round-of.js';
import { isNameless } from '../rules/cycle.js';

export const listTasks = query({
  summary: 'Lists the review forms that the caller is asked to fill, the newest first.',
  who: members,
  input: z.strictObject({ ...page }),
  output: pageOf(ReviewTask),
  async run(context, { limit, after }) {
    const { tx, actor } = context;
    const where = { reviewerId: actor.id, state: 'approved' as const };
    const found = await tx.find(nominations, { where, order: '-at', limit, after });
    const all = await tx.getMany(cycles, [...new Set(found.items.map((one) => one.cycleId))]);
    const byId = new Map(all.map((one) => [one.id, one]));
    const seats = await seatStates(tx, actor.id);
    const refs = await refsOf(
      tx,
      found.items.map((one) => one.subjectId),
    );
    const items: ReviewTask[] = [];
    for (const nomination of found.items) {
      const [cycle, about] = [byId.get(nomination.cycleId), refs.get(nomination.subjectId)];
      if (!cycle || !about || cycle.state === 'canceled') continue;
      const nameless = isNameless(cycle, nomination.direction);
      const state = await stateOf(context, cycle, nomination, seats);
      items.push(taskView({ nomination, cycle, nameless, state }, about));
    }
    return { ...found, items };
  },
});

export const form = query({
  summary: 'Reads one form of the caller’s: who will read it and how it is kept, the questions, the draft.',
  who: members,
  input: z.strictObject({ id }),
  output: ReviewForm,
  refuses: ['form.unknown'],
  async run(context, { id: formId }) {
    const { tx, actor } = context;
    const own = await ownForm(context, formId);
    const { nomination, cycle, nameless } = own;
    const about = (await refsOf(tx, [nomination.subjectId])).get(nomination.subjectId);
    if (!about) throw notFound('form');
    const task = taskView(own, about);
    const response = nameless ? undefined : await tx.get(responses, formId);
    const mine = await sentOf(context, own);
    const draft = task.may.answer && (await draftOfForm(tx, formId, actor.id));
    const open = task.may.answer;
    return {
      ...task,
      purpose: cycle.purpose,
      readers: await namedReaders(tx, cycle, nomination.subjectId),
      calibrated: nomination.direction === 'manager',
      k: cycle.thresholds.k360,
      kText: cycle.thresholds.kText,
      questions: questionsOf(cycle, await itemsOf(tx, nomination)),
      ...(draft && { draft }),
      ...(mine && { answers: mine }),
      reopened: response?.state === 'reopened',
      may: {
        ...task.may,
        saveDraft: open && task.keeping !== 'sealed',
        takeBack: nameless && own.state === 'answered',
      },
    };
  },
});

/** What the caller sent, where the server can find it and it can still be changed. */
async function sentOf(
  { tx }: Parameters<typeof ownForm>[0],
  { nomination, cycle, nameless, state }: OwnForm,
): Promise<Answers | undefined> {
  if (!nameless) return (await tx.get(responses, nomination.id))?.answers;
  if (cycle.mode !== 'confidential' || state !== 'answered') return undefined;
  return ownAnswersOf(tx, nomination);
}

export const saveDraft = command({
  summary: 'Keeps an unfinished form on the server. Those of sealed forms stay in the page.',
  who: members,
  input: z.strictObject({ id, answers: Answers }),
  output: z.object({ savedAt: time }),
  refuses: ['form.unknown', 'form.over', 'form.notYet', 'form.sealed'],
  unlinked: true,
  alone: (input) => `review form ${input.id}`,
  async run(context, { id: formId, answers }) {
    const own = await ownForm(context, formId);
    checkFillable(own);
    if (own.nameless && own.cycle.mode === 'sealed')
      throw new GuildhallError('conflict', 'form.sealed', 'Drafts of sealed forms stay in the page.');
    return { savedAt: await keepDraft(context, own.nomination, answers) };
  },
});

export const submit = command({
  summary: 'Sends a form that carries the caller’s name; again, to change it, until the close.',
  who: members,
  input: z.strictObject({ id, answers: Answers }),
  output: z.object({ submitted: z.literal(true) }),
  refuses: ['form.unknown', 'form.over', 'form.notYet', 'form.nameless'],
  alone: (input) => `review form ${input.id}`,
  async run(context, { id: formId, answers }) {
    const { tx, actor, now } = context;
    const own = await ownForm(context, formId);
    if (own.nameless)
      throw new GuildhallError('conflict', 'form.nameless', 'This form is nameless: send it with `answer`.');
    checkFillable(own);
    checkAnswers(await itemsOf(tx, own.nomination), answers);
    const { cycleId, subjectId, reviewerId, direction } = own.nomination;
    const record = {
      ...{ id: formId, cycleId, subjectId, reviewerId, direction, answers },
      state: 'submitted' as const,
      submittedOn: now.toISOString().slice(0, 10),
      changes: [],
    };
    if (await tx.get(responses, formId)) await tx.replace(responses, record);
    else await tx.insert(responses, record);
    if (!own.nomination.opened) await tx.replace(nominations, { ...own.nomination, opened: true });
    await dropDraftOf(context, formId);
    await tx.tell({ type: 'review.submitted', ids: [formId], audience: [actor.id] });
    return { submitted: true as const };
  },
});
