import { GuildhallError, notFound } from '../errors.js';
import type { QueryContext } from '../operation.js';
import { dayOf } from '../mentoring/rules/zone.js';
import type { PersonRef } from '../people/model.js';
import { refsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import { subjectKey } from './cycle-read.js';
import {
  cycles,
  frozenForms,
  subjects,
  type CycleRecord,
  type NamedReader,
  type SubjectRecord,
} from './model/cycle.js';
import { responses, type FormQuestion, type ReviewTask } from './model/form.js';
import { nominations, type NominationRecord } from './model/nomination.js';
import type { TemplateItem } from './model/template.js';
import { seatStates, type SeatState } from './round-of.js';
import { isNameless, readersOf } from './rules/cycle.js';
import { itemsFor } from './rules/template.js';

/** A form of the caller's with all it belongs to. */
export interface OwnForm {
  nomination: NominationRecord;
  cycle: CycleRecord;
  nameless: boolean;
  /** Where it stands for the caller. */
  state: ReviewTask['state'];
}

type Moment = Pick<QueryContext, 'tx' | 'actor' | 'now' | 'settings'>;

/** The caller's form; not there, not the caller's and taken away are the same answer. */
export async function ownForm(moment: Moment, formId: string): Promise<OwnForm> {
  const { tx, actor } = moment;
  const nomination = await tx.get(nominations, formId);
  const cycle = nomination && (await tx.get(cycles, nomination.cycleId));
  if (!nomination || !cycle || nomination.reviewerId !== actor.id || nomination.state !== 'approved')
    throw notFound('form');
  const nameless = isNameless(cycle, nomination.direction);
  const seats = nameless ? await seatStates(tx, actor.id) : new Map<string, SeatState>();
  return { nomination, cycle, nameless, state: await stateOf(moment, cycle, nomination, seats) };
}

/** Refused unless the form can be filled now. */
export function checkFillable({ state }: Pick<OwnForm, 'state'>): void {
  if (state === 'upcoming')
    throw new GuildhallError('conflict', 'form.notYet', 'The form opens when the cycle collects answers.');
  if (state === 'over')
    throw new GuildhallError('conflict', 'form.over', 'The time to answer is over. Late answers go nowhere.');
}

/** The last day on which a reviewer may answer. */
export function dueOnOf({ dates }: CycleRecord, { dueOn }: NominationRecord): string {
  return dueOn !== undefined && dueOn > dates.answerBy ? dueOn : dates.answerBy;
}

/** Where a form stands for its reviewer. */
export async function stateOf(
  { tx, now, settings }: Moment,
  cycle: CycleRecord,
  nomination: NominationRecord,
  seats: ReadonlyMap<string, SeatState>,
): Promise<ReviewTask['state']> {
  if (cycle.state === 'nominating' || cycle.state === 'approving') return 'upcoming';
  const today = dayOf(now.toISOString(), settings.timeZone);
  const response = isNameless(cycle, nomination.direction)
    ? undefined
    : await tx.get(responses, nomination.id);
  const early = cycle.state === 'collecting' || cycle.state === 'calibrating';
  const reopened = early && response?.state === 'reopened';
  if (cycle.state !== 'collecting' && !reopened) return 'over';
  if (!reopened && today > dueOnOf(cycle, nomination)) return 'over';
  if (isNameless(cycle, nomination.direction)) return seats.get(nomination.id) ?? 'open';
  if (response?.state === 'submitted') return 'answered';
  return nomination.opened ? 'started' : 'open';
}

/** A form as its reviewer's list shows it; undefined when the person it is about is not known any more. */
export function taskView(own: OwnForm, about: PersonRef): ReviewTask {
  const { nomination, cycle, nameless, state } = own;
  const { id, direction } = nomination;
  const fillable = state !== 'upcoming' && state !== 'over';
  const nominated = direction !== 'self' && direction !== 'manager';
  return {
    id,
    cycle: { id: cycle.id, name: cycle.name },
    about,
    direction,
    keeping: nameless && cycle.mode !== 'named' ? cycle.mode : 'attributed',
    state,
    dueOn: dueOnOf(cycle, nomination),
    may: {
      start: state === 'open',
      decline: nominated && (state === 'upcoming' || state === 'open'),
      answer: fillable,
    },
  };
}

/** The questions of a form, as they were frozen at the launch. */
export async function itemsOf(
  tx: Reader,
  { cycleId, direction }: Pick<NominationRecord, 'cycleId' | 'direction'>,
): Promise<TemplateItem[]> {
  const form = (await tx.get(frozenForms, cycleId))?.forms[direction];
  return form ? itemsFor(form, direction) : [];
}

/** The questions as the reviewer reads them: with the readers where they are fewer. */
export function questionsOf({ visibility }: CycleRecord, items: readonly TemplateItem[]): FormQuestion[] {
  const all = readersOf(visibility);
  return items.map(({ question, section, visibility: own }) => {
    const readers = all.filter((one) => !own || (own.response.includes(one) && own.recipient.includes(one)));
    return {
      question,
      ...(section !== undefined && { section }),
      ...(readers.length < all.length && { readers }),
    };
  });
}

/** Who will read a report about somebody: by name where that is one person. */
export async function namedReaders(
  tx: Reader,
  cycle: CycleRecord,
  subjectId: string,
): Promise<NamedReader[]> {
  const subject = await tx.get(subjects, subjectKey(cycle.id, subjectId));
  const refs = await refsOf(
    tx,
    [subjectId, subject?.managerId, subject?.skipManagerId].filter((one) => one !== undefined),
  );
  return readersOf(cycle.visibility).flatMap((who) => {
    if (who === 'hr') return { who };
    const person = refs.get(personOf(subject, subjectId, who) ?? '');
    return person ? { who, person } : [];
  });
}

function personOf(
  subject: SubjectRecord | undefined,
  subjectId: string,
  who: 'subject' | 'manager' | 'skipManager',
): string | undefined {
  if (who === 'subject') return subjectId;
  return who === 'manager' ? subject?.managerId : subject?.skipManagerId;
}
