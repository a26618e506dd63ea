import { Answers } from '../../answers/question.js';
import * as round from '../../answers/round.js';
import { GuildhallError } from '../../errors.js';
import { command, query } from '../../operation.js';
import { members } from '../../policy.js';
import { id, z } from '../../schema.js';
import { languageFor, ownPlace, questionsOf, takesAnswers, taskState, taskViews } from '../form-read.js';
import { Language } from '../model/kinds.js';
import { PulseForm, PulseTask, Receipt, waves } from '../model/wave.js';

/** How the drafts of pulses are told from those of other forms; what was sent drops its own draft. */
const KIND = 'pulse';

export const mine = query({
  summary: 'Lists the open waves that the caller is asked to answer, with mode, thresholds and readers.',
  who: members,
  input: z.strictObject({}),
  output: z.object({ items: z.array(PulseTask) }),
  async run(context) {
    const { tx, actor } = context;
    const seats = new Map((await round.stateOfSeats(tx, actor.id)).map((seat) => [seat.roundId, seat]));
    const found = (await tx.getMany(waves, [...seats.keys()])).filter((wave) => takesAnswers(wave, context));
    const tasks = found.map((wave) => ({ wave, state: taskState(seats.get(wave.id)?.state ?? 'open') }));
    // What ends first comes first.
    tasks.sort((a, b) => (`${a.wave.closesOn} ${a.wave.id}` < `${b.wave.closesOn} ${b.wave.id}` ? -1 : 1));
    return { items: await taskViews(context, tasks) };
  },
});

export const form = query({
  summary: 'Reads the questions of an open wave that the caller is asked to answer.',
  who: members,
  input: z.strictObject({
    waveId: id,
    /** Of the built-in form. Default: the language of the caller's profile, else English. */
    language: Language.optional(),
  }),
  output: PulseForm,
  refuses: ['wave.unknown', 'wave.notOpen'],
  async run(context, { waveId, language: wanted }) {
    const { tx, actor } = context;
    const { wave, seatId, state } = await ownPlace(context, waveId);
    const [task] = await taskViews(context, [{ wave, state }]);
    if (!task) throw new Error('One record gives one view.');
    const language = await languageFor(context, wanted);
    const draft =
      wave.mode === 'confidential'
        ? await round.draftOf(tx, { kind: KIND, seatId, personId: actor.id })
        : undefined;
    return {
      ...task,
      language,
      questions: questionsOf(wave, language),
      threads: true,
      ...(draft && { draft: draft.answers }),
    };
  },
});

export const answer = command({
  summary: 'Answers a wave, or answers it anew until it closes. Leaves no trace of who did when.',
  who: members,
  unlinked: true,
  input: z.strictObject({ waveId: id, answers: Answers, receipt: Receipt }),
  output: z.object({ answered: z.literal(true) }),
  refuses: ['wave.unknown', 'wave.notOpen', 'answer.invalid', 'answer.receiptMissing'],
  async run(context, { waveId, answers, receipt }) {
    const { seatId } = await ownPlace(context, waveId);
    await round.submit(context, { roundId: waveId, seatId, answers, receipt });
    return { answered: true as const };
  },
});

export const ownAnswer = query({
  summary: "Reads the caller's own answers to an open wave; of a sealed one only with the receipt.",
  who: members,
  input: z.strictObject({ waveId: id, receipt: Receipt }),
  output: z.object({
    /** Absent while there are none. */
    answers: Answers.optional(),
  }),
  refuses: ['wave.unknown', 'wave.notOpen', 'answer.receiptMissing'],
  async run(context, { waveId, receipt }) {
    const { tx, actor } = context;
    const { seatId } = await ownPlace(context, waveId);
    const own = { roundId: waveId, seatId, receipt, personId: actor.id };
    const answers = await round.ownAnswers(tx, own);
    return answers ? { answers } : {};
  },
});

export const takeBack = command({
  summary: "Deletes the caller's own answers to an open wave; of a sealed one only with the receipt.",
  who: members,
  unlinked: true,
  input: z.strictObject({ waveId: id, receipt: Receipt }),
  output: z.object({ takenBack: z.literal(true) }),
  refuses: ['wave.unknown', 'wave.notOpen', 'answer.none', 'answer.receiptMissing'],
  async run(context, { waveId, receipt }) {
    const { seatId } = await ownPlace(context, waveId);
    await round.takeBack(context, { roundId: waveId, seatId, receipt });
    return { takenBack: true as const };
  },
});

export const saveDraft = command({
  summary:
    'Keeps an unfinished form of a confidential wave; it is deleted when the form is sent or the wave closes.',
  who: members,
  unlinked: true,
  input: z.strictObject({ waveId: id, answers: Answers }),
  output: z.object({ saved: z.literal(true) }),
  refuses: ['wave.unknown', 'wave.notOpen', 'wave.noDrafts'],
  async run(context, { waveId, answers }) {
    const { wave, seatId } = await ownPlace(context, waveId);
    if (wave.mode === 'sealed')
      throw new GuildhallError('conflict', 'wave.noDrafts', 'Drafts of sealed answers stay in the page.');
    await round.saveDraft(context, { kind: KIND, seatId, ownerId: waveId, answers });
    return { saved: true as const };
  },
});
