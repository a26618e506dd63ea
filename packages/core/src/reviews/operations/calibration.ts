import { GuildhallError, invalidField, notFound } from '../../errors.js';
import { command, query } from '../../operation.js';
import { people } from '../../people/model.js';
import { holders, membersAndSystem } from '../../policy.js';
import { id, page, pageOf, text, z } from '../../schema.js';
import {
  calibrationRows,
  calibrationSheet,
  calibrationView,
  calibrationViews,
  ratedValue,
  seenCalibration,
  withRating,
} from '../calibration-read.js';
import { aloneOnCycle, checkMove, hrCycle } from '../cycle-read.js';
import { storeCycle } from '../cycle-write.js';
import {
  Calibration,
  CalibrationDraft,
  CalibrationRow,
  calibrations,
  CalibrationSheet,
  type CalibrationRecord,
} from '../model/calibration.js';
import { cycles } from '../model/cycle.js';
import { responses, type ResponseRecord } from '../model/form.js';

export const startCalibration = command({
  summary: 'Invites managers to compare the ratings that they gave, before the release.',
  who: holders('hrAdmin'),
  input: CalibrationDraft,
  output: Calibration,
  refuses: ['cycle.unknown', 'cycle.wrongState', 'person.unknown'],
  alone: (input) => aloneOnCycle(input.cycleId),
  async run(context, { cycleId, name, participants }) {
    const { tx, actor, now, newId } = context;
    const cycle = await hrCycle(tx, cycleId, actor);
    checkMove(cycle, 'calibrate');
    const participantIds = [...new Set(participants)];
    const found = await tx.getMany(people, participantIds);
    if (found.filter((one) => one.status === 'active').length < participantIds.length)
      throw notFound('person');
    const at = now.toISOString();
    const record: CalibrationRecord = { id: newId(), cycleId, name, state: 'open', participantIds, at };
    await tx.insert(calibrations, record);
    await tx.tell({ type: 'calibration.started', ids: [record.id], audience: participantIds });
    return calibrationView(context, record);
  },
});

export const listCalibrations = query({
  summary: 'Lists the calibrations to which the caller is invited; for HR those of a cycle.',
  who: membersAndSystem,
  input: z.strictObject({
    /** For HR. Left out: those to which the caller is invited. */
    cycleId: id.optional(),
    ...page,
  }),
  output: pageOf(Calibration),
  refuses: ['cycle.unknown'],
  async run(context, { cycleId, limit, after }) {
    const { tx, actor } = context;
    if (cycleId !== undefined) await hrCycle(tx, cycleId, actor);
    const where = cycleId === undefined ? { participantIds: actor.id } : { cycleId };
    const found = await tx.find(calibrations, { where, order: '-at', limit, after });
    return { ...found, items: await calibrationViews(context, found.items) };
  },
});

export const getCalibration = query({
  summary:
    'Reads the ratings that the participants gave as managers, but those of the caller. Of nameless answers nothing.',
  who: membersAndSystem,
  input: z.strictObject({ id }),
  output: CalibrationSheet,
  refuses: ['calibration.unknown'],
  async run(context, { id: calibrationId }) {
    return calibrationSheet(context, await seenCalibration(context, calibrationId));
  },
});

export const calibrate = command({
  summary: 'Changes a rating that a manager gave, with a reason that stays beside it.',
  who: membersAndSystem,
  input: z.strictObject({ id, responseId: id, questionId: id, to: z.number(), why: text(1000) }),
  output: CalibrationRow,
  refuses: ['calibration.unknown', 'calibration.over', 'form.unknown', 'question.unknown'],
  alone: (input) => `review form ${input.responseId}`,
  async run(context, { id: calibrationId, responseId, questionId, to, why }) {
    const { tx, actor, now } = context;
    const record = await seenCalibration(context, calibrationId);
    await checkOpen(context, record);
    const sheet = await calibrationSheet(context, record);
    if (!sheet.rows.some((row) => row.responseId === responseId)) throw notFound('form');
    const question = sheet.questions.find((one) => one.id === questionId);
    const before = await tx.get(responses, responseId);
    const from = question && before && ratedValue(question, before);
    if (!question || !before || from === undefined) throw notFound('question');
    const answer = withRating(question, before, to);
    if (!answer) throw invalidField('to', 'The question has no such value.');
    const change = { questionId, from, to, why, byId: actor.id, at: now.toISOString() };
    const after: ResponseRecord = {
      ...before,
      answers: { ...before.answers, [questionId]: answer },
      changes: [...before.changes, change],
    };
    await tx.replace(responses, after);
    await tx.tell({ type: 'calibration.changed', ids: [calibrationId], audience: record.participantIds });
    const [row] = await calibrationRows(context, sheet.questions, [after]);
    if (!row) throw notFound('form');
    return row;
  },
});

export const agreeCalibration = command({
  summary: 'Ends a calibration: its ratings are agreed.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id }),
  output: Calibration,
  refuses: ['calibration.unknown', 'calibration.over'],
  alone: (input) => `calibration ${input.id}`,
  async run(context, { id: calibrationId }) {
    const { tx } = context;
    const before = await seenCalibration(context, calibrationId);
    const cycle = await checkOpen(context, before);
    const record: CalibrationRecord = { ...before, state: 'agreed' };
    await tx.replace(calibrations, record);
    // A planned release may have waited for this.
    await storeCycle(context, cycle);
    await tx.tell({ type: 'calibration.changed', ids: [calibrationId], audience: record.participantIds });
    return calibrationView(context, record);
  },
});

async function checkOpen({ tx }: Parameters<typeof calibrationSheet>[0], record: CalibrationRecord) {
  const cycle = await tx.get(cycles, record.cycleId);
  if (record.state === 'open' && cycle?.state === 'calibrating') return cycle;
  throw new GuildhallError('conflict', 'calibration.over', 'This calibration is over: the ratings stand.');
}
