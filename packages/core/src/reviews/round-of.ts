import {
  addSeats,
  answeredAbout,
  askRelease,
  closeRound,
  draftOf,
  dropDraft,
  dropDrafts,
  dropRound,
  openRound,
  ownAnswers,
  releaseOf,
  remindLate,
  removeSeat,
  saveDraft,
  startCollecting,
  startForm,
  stateOfSeats,
  submit,
  takeBack,
} from '../answers/round.js';
import type { Answers, Question } from '../answers/question.js';
import { dayOf } from '../mentoring/rules/zone.js';
import type { CommandContext, QueryContext } from '../operation.js';
import type { Index, PanelRelease } from '../release/model.js';
import type { Reader } from '../store/store.js';
import { namelessForms } from './cycle-check.js';
import type { CycleRecord, FrozenForms } from './model/cycle.js';
import type { NominationRecord } from './model/nomination.js';
import { namelessOf } from './rules/cycle.js';
import { itemsFor } from './rules/template.js';

/*
 * A cycle with nameless forms has one round, with the id of the cycle. Its sheets are the subjects; its seats have the
 * ids of the nominations.
 */

/** The area under which drafts are kept. */
const KIND = 'reviews';
/** Different writers of texts before any of them is shown. */
const WRITERS = 3;

/** Where the caller's nameless form stands. */
export type SeatState = 'open' | 'started' | 'answered';

/** Makes the round of a cycle that is launched. What must be answered depends on the form, and is checked there. */
export async function openRoundOf(
  context: CommandContext,
  cycle: CycleRecord,
  forms: FrozenForms['forms'],
): Promise<void> {
  const nameless = namelessForms(cycle, forms);
  const questions = new Map<string, Question>();
  for (const { direction, form } of nameless)
    for (const { question } of itemsFor(form, direction))
      questions.set(question.id, { ...question, required: false });
  const indexes = new Map<string, Index>();
  for (const { form } of nameless)
    for (const { id, questionIds } of form.competencies)
      if (questionIds.every((one) => questions.has(one))) indexes.set(id, { id, measures: questionIds });
  const { k360, kText } = cycle.thresholds;
  await openRound(context, {
    id: cycle.id,
    owner: { area: 'reviews', id: cycle.id },
    mode: cycle.mode === 'sealed' ? 'sealed' : 'confidential',
    shape: 'panel',
    thresholds: { k: k360, kText, writers: WRITERS },
    colluders: 0,
    questions: [...questions.values()],
    groups: [],
    relations: namelessOf(cycle),
    indexes: [...indexes.values()],
  });
}

/** From now on people answer. */
export async function startRoundOf(context: CommandContext, cycle: CycleRecord): Promise<void> {
  if (namelessOf(cycle).length > 0) await startCollecting(context, cycle.id);
}

/** Gives a reviewer who stands a place in the round. */
export async function addSeatOf(context: CommandContext, nomination: NominationRecord): Promise<void> {
  const { id, cycleId, subjectId, reviewerId, direction } = nomination;
  await addSeats(context, cycleId, [{ id, personId: reviewerId, sheetId: subjectId, groups: [direction] }]);
}

/** Takes the place away again; refused (`form.started`) once the form was opened. */
export async function removeSeatOf(context: CommandContext, nomination: NominationRecord): Promise<void> {
  await removeSeat(context, nomination.cycleId, nomination.id);
}

/** Where the nameless forms of the actor stand, by nomination. */
export async function seatStates(tx: Reader, actorId: string): Promise<Map<string, SeatState>> {
  return new Map((await stateOfSeats(tx, actorId)).map((seat) => [seat.id, seat.state]));
}

/** The form was opened. */
export async function startSeat(context: CommandContext, { cycleId, id }: NominationRecord): Promise<void> {
  await startForm(context, cycleId, id);
}

/** Takes a nameless form. */
export async function submitSeat(
  context: CommandContext,
  { cycleId, id }: NominationRecord,
  answers: Answers,
  receipt: string | undefined,
): Promise<void> {
  await submit(context, { roundId: cycleId, seatId: id, answers, receipt });
}

/** Takes a nameless form back. */
export async function takeBackSeat(
  context: CommandContext,
  { cycleId, id }: NominationRecord,
  receipt: string | undefined,
): Promise<void> {
  await takeBack(context, { roundId: cycleId, seatId: id, receipt });
}

/** What the reviewer answered; undefined when nothing. */
export async function ownAnswersOf(
  tx: Reader,
  { cycleId, id, reviewerId }: NominationRecord,
  receipt?: string,
): Promise<Answers | undefined> {
  return ownAnswers(tx, { roundId: cycleId, seatId: id, personId: reviewerId, receipt });
}

/** Keeps an unfinished form; the time at which it was kept. */
export async function keepDraft(
  context: CommandContext,
  { cycleId, id }: NominationRecord,
  answers: Answers,
): Promise<string> {
  await saveDraft(context, { kind: KIND, seatId: id, ownerId: cycleId, answers });
  return context.now.toISOString();
}

/** What is kept of an unfinished form of this person's. */
export async function draftOfForm(tx: Reader, formId: string, personId: string) {
  return draftOf(tx, { kind: KIND, seatId: formId, personId });
}

/** Forgets an unfinished form. */
export async function dropDraftOf(context: CommandContext, formId: string): Promise<void> {
  await dropDraft(context, { kind: KIND, seatId: formId });
}

/** Forgets some of the unfinished forms of a cycle; true when there may be more. */
export async function dropDraftsOf(context: CommandContext, cycleId: string): Promise<boolean> {
  return dropDrafts(context, cycleId);
}

/** Ends the answering of nameless forms. */
export async function closeRoundOf(context: CommandContext, cycleId: string): Promise<void> {
  await closeRound(context, cycleId);
}

/** Deletes some of what was answered in a cycle that was called off; true when there may be more. */
export async function dropRoundOf(context: CommandContext, cycleId: string): Promise<boolean> {
  return dropRound(context, cycleId);
}

/** Has the release of nameless answers computed. */
export async function askReleaseOf(context: CommandContext, cycleId: string): Promise<void> {
  await askRelease(context, cycleId);
}

/** About how many nameless forms have come in; undefined from when on only some can answer. */
export async function aboutAnswered(
  { tx, now, settings }: Pick<QueryContext, 'tx' | 'now' | 'settings'>,
  cycle: CycleRecord,
): Promise<number | undefined> {
  if (cycle.state !== 'collecting' || namelessOf(cycle).length === 0) return undefined;
  const today = dayOf(now.toISOString(), settings.timeZone);
  if (cycle.figureUntil !== undefined && today > cycle.figureUntil) return undefined;
  return answeredAbout(tx, cycle.id, now);
}

/** Those whose nameless forms are still to come, for a reminder and for nothing else. */
export async function lateSeats(context: CommandContext, { id }: CycleRecord): Promise<Set<string>> {
  const late = new Set<string>();
  for (let after: string | undefined; ;) {
    const step = await remindLate(context, id, async ({ personId }) => void late.add(personId), { after });
    if (step.next === undefined) return late;
    after = step.next;
  }
}

/** What was released about a subject; undefined where nothing was nameless. */
export async function frozenPanel(
  tx: Reader,
  cycleId: string,
  subjectId: string,
): Promise<PanelRelease | undefined> {
  const release = (await releaseOf(tx, cycleId, subjectId))?.release;
  return release?.kind === 'panel' ? release : undefined;
}
