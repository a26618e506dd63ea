import { Answers } from '../../answers/question.js';
import { GuildhallError, notFound } from '../../errors.js';
import { command, query } from '../../operation.js';
import { members } from '../../policy.js';
import { id, z } from '../../schema.js';
import { checkAnswers } from '../answer-check.js';
import { checkFillable, itemsOf, ownForm, type OwnForm } from '../form-read.js';
import { nominations, Why } from '../model/nomination.js';
import { ownAnswersOf, removeSeatOf, startSeat, submitSeat, takeBackSeat } from '../round-of.js';

/** 128 random bits in hex that the page makes and keeps. */
const Receipt = z.string().regex(/^[0-9a-f]{32}$/, 'A receipt is 32 hexadecimal digits.');

/** What everything that changes one form waits for. */
const alone = (input: { id: string }) => `review form ${input.id}`;

export const start = command({
  summary: 'Opens a form: from now on it cannot be declined. Leaves no trace of when.',
  who: members,
  input: z.strictObject({ id }),
  output: z.object({ started: z.literal(true) }),
  refuses: ['form.unknown', 'form.over', 'form.notYet'],
  unlinked: true,
  alone,
  async run(context, { id: formId }) {
    const own = await ownForm(context, formId);
    checkFillable(own);
    if (own.nameless) await startSeat(context, own.nomination);
    else if (!own.nomination.opened)
      await context.tx.replace(nominations, { ...own.nomination, opened: true });
    return { started: true as const };
  },
});

export const answer = command({
  summary: 'Sends a nameless form; again, to change it, until the close. Leaves no trace of when.',
  who: members,
  input: z.strictObject({
    id,
    answers: Answers,
    /** For sealed forms: made by the page and kept there. Only with it the answer can be changed. */
    receipt: Receipt.optional(),
  }),
  output: z.object({ answered: z.literal(true) }),
  refuses: ['form.unknown', 'form.over', 'form.notYet', 'form.attributed', 'answer.receiptMissing'],
  unlinked: true,
  alone,
  async run(context, { id: formId, answers, receipt }) {
    const own = await namelessForm(context, formId);
    checkAnswers(await itemsOf(context.tx, own.nomination), answers);
    await submitSeat(context, own.nomination, answers, receipt);
    return { answered: true as const };
  },
});

export const ownAnswer = query({
  summary:
    'Reads what the caller answered on a nameless form, until the close; a sealed one with its receipt.',
  who: members,
  input: z.strictObject({ id, receipt: Receipt.optional() }),
  output: z.object({ answers: Answers }),
  refuses: [
    'form.unknown',
    'form.over',
    'form.notYet',
    'form.attributed',
    'answer.receiptMissing',
    'answer.unknown',
  ],
  async run(context, { id: formId, receipt }) {
    const own = await namelessForm(context, formId);
    const answers = await ownAnswersOf(context.tx, own.nomination, receipt);
    if (!answers) throw notFound('answer');
    return { answers };
  },
});

export const takeBack = command({
  summary:
    'Takes back what the caller answered on a nameless form, until the close. Leaves no trace of when.',
  who: members,
  input: z.strictObject({ id, receipt: Receipt.optional() }),
  output: z.object({ takenBack: z.literal(true) }),
  refuses: [
    'form.unknown',
    'form.over',
    'form.notYet',
    'form.attributed',
    'answer.receiptMissing',
    'answer.none',
  ],
  unlinked: true,
  alone,
  async run(context, { id: formId, receipt }) {
    const own = await namelessForm(context, formId);
    await takeBackSeat(context, own.nomination, receipt);
    return { takenBack: true as const };
  },
});

export const decline = command({
  summary:
    'Says that the caller will not answer a form, before opening it. The one who proposed the caller is told.',
  who: members,
  input: z.strictObject({ id, reason: Why.optional() }),
  output: z.object({ declined: z.literal(true) }),
  refuses: ['form.unknown', 'form.started', 'form.over', 'form.cannotDecline'],
  alone,
  async run(context, { id: formId, reason }) {
    const { tx } = context;
    const { nomination, nameless, state } = await ownForm(context, formId);
    const { live: _live, ...kept } = nomination;
    if (nomination.direction === 'self' || nomination.direction === 'manager')
      throw new GuildhallError('conflict', 'form.cannotDecline', 'Only who was nominated can decline.');
    if (state === 'over') throw new GuildhallError('conflict', 'form.over', 'The time to answer is over.');
    if (state !== 'upcoming' && state !== 'open')
      throw new GuildhallError('conflict', 'form.started', 'A form that was opened cannot be declined.');
    if (nameless) await removeSeatOf(context, nomination);
    await tx.replace(nominations, {
      ...kept,
      state: 'declined',
      ...(reason !== undefined && { reason }),
    });
    await tx.tell({ type: 'review.declined', ids: [formId], audience: [nomination.byId] });
    return { declined: true as const };
  },
});

/** The caller's form, if it is a nameless one that can be filled now. */
async function namelessForm(context: Parameters<typeof ownForm>[0], formId: string): Promise<OwnForm> {
  const own = await ownForm(context, formId);
  if (!own.nameless)
    throw new GuildhallError(
      'conflict',
      'form.attributed',
      'This form carries your name: send it with `submit`.',
    );
  checkFillable(own);
  return own;
}
