import { GuildhallError, notFound } from '../errors.js';
import { isOldEnough } from '../people/since.js';
import type { CommandContext } from '../operation.js';
import { grants, people, type PersonRecord } from '../people/model.js';
import type { z } from '../schema.js';
import { nominationsOf } from './board.js';
import { liveKey } from './launch.js';
import { nominations, type NominationDraft, type NominationRecord } from './model/nomination.js';
import { addSeatOf } from './round-of.js';
import { amountOf, isNameless } from './rules/cycle.js';
import { isApprover, mayPropose, reviewerProblem } from './rules/nomination.js';
import type { Of } from './subject-read.js';

type Draft = z.output<typeof NominationDraft>;

const PROBLEMS = {
  'reviewer.self': 'Nobody is asked about oneself.',
  'reviewer.direction': 'Managers have a form of their own; who reports to the subject answers as a report.',
  'reviewer.reader': 'Who reads the report cannot be a nameless reviewer: the group would be one smaller.',
} as const;

/** Proposes reviewers for a subject: all of them or, with the reason of the first that cannot be, none. */
export async function proposeAll(
  context: CommandContext,
  of: Of,
  drafts: readonly Draft[],
): Promise<NominationRecord[]> {
  const { tx, actor } = context;
  const known = await nominationsOf(tx, of.cycle.id, of.subject.subjectId);
  const records: NominationRecord[] = [];
  for (const draft of drafts) {
    if (!mayPropose(of.cycle, of.subject, actor, draft.replaces !== undefined))
      throw new GuildhallError('conflict', 'cycle.wrongState', 'Proposing has ended for you in this cycle.', {
        details: { state: of.cycle.state },
      });
    checkReplaced([...known, ...records], draft);
    await checkReviewer(context, of, draft);
    checkPlace(of, [...known, ...records], draft);
    records.push(await insertNomination(context, of, draft));
  }
  return records;
}

/** In place of one who declined, or was rejected, comes one person and not several. */
function checkReplaced(known: readonly NominationRecord[], { replaces }: Draft): void {
  if (replaces === undefined) return;
  const replaced = known.find((one) => one.id === replaces);
  if (replaced?.state !== 'declined' && replaced?.state !== 'rejected') throw notFound('nomination');
  if (known.some((one) => one.replacesId === replaces && one.live !== undefined))
    throw new GuildhallError('conflict', 'nomination.over', 'Somebody was proposed in this place already.');
}

async function checkReviewer({ tx }: CommandContext, of: Of, { personId, direction }: Draft): Promise<void> {
  const { cycle, subject } = of;
  const person = await tx.get(people, personId);
  if (person?.status !== 'active') throw notFound('person');
  const nameless = isNameless(cycle, direction);
  const skipReads = nameless && cycle.visibility.skipManager;
  const problem = reviewerProblem(subject, personId, direction, skipReads);
  if (problem) throw new GuildhallError('conflict', problem, PROBLEMS[problem]);
  if (!nameless) return;
  if (cycle.visibility.hr) await checkNotHr({ tx }, person);
  if (!isOldEnough(person, subject.launchedAt))
    throw new GuildhallError(
      'forbidden',
      'reviewer.tooNew',
      'Accounts made after the launch, or less than 30 days before it, do not count as nameless reviewers.',
    );
}

async function checkNotHr({ tx }: Pick<CommandContext, 'tx'>, person: PersonRecord): Promise<void> {
  const found = await tx.find(grants, { where: { personId: person.id }, order: '+grantedAt', limit: 100 });
  if (found.items.some((grant) => grant.role === 'hrAdmin'))
    throw new GuildhallError('conflict', 'reviewer.reader', PROBLEMS['reviewer.reader']);
}

/** Nobody is asked twice about the same person, and no more are asked than the cycle allows. */
function checkPlace(of: Of, known: readonly NominationRecord[], { personId, direction }: Draft): void {
  const live = known.filter((one) => one.live !== undefined);
  if (live.some((one) => one.reviewerId === personId))
    throw new GuildhallError(
      'conflict',
      'nomination.twice',
      'This person is asked about the subject already.',
    );
  const { max } = amountOf(of.cycle, direction);
  if (
    of.cycle.templateByDirection[direction] &&
    live.filter((one) => one.direction === direction).length < max
  )
    return;
  throw new GuildhallError(
    'conflict',
    'nomination.tooMany',
    `The cycle takes ${max} reviewers of this kind.`,
    {
      details: { max: of.cycle.templateByDirection[direction] ? max : 0 },
    },
  );
}

async function insertNomination(context: CommandContext, of: Of, draft: Draft): Promise<NominationRecord> {
  const { tx, actor, now, newId } = context;
  const { cycle, subject } = of;
  const approved = isApprover(cycle, subject, actor);
  const record: NominationRecord = {
    id: newId(),
    cycleId: cycle.id,
    subjectId: subject.subjectId,
    reviewerId: draft.personId,
    direction: draft.direction,
    state: approved ? 'approved' : 'proposed',
    byId: actor.id,
    ...(draft.replaces !== undefined && { replacesId: draft.replaces }),
    at: now.toISOString(),
    live: liveKey(cycle.id, subject.subjectId, draft.personId),
  };
  await tx.insert(nominations, record);
  if (approved) await invite(context, of, record);
  else await tellApprover(context, of, record);
  return record;
}

/** A reviewer who stands gets a seat and is told. */
export async function invite(
  context: CommandContext,
  { cycle }: Of,
  record: NominationRecord,
): Promise<void> {
  if (isNameless(cycle, record.direction)) await addSeatOf(context, record);
  await context.tx.tell({ type: 'review.invited', ids: [record.id], audience: [record.reviewerId] });
}

async function tellApprover(
  { tx }: CommandContext,
  { cycle, subject }: Of,
  { id }: NominationRecord,
): Promise<void> {
  const approver = cycle.approval === 'manager' ? subject.managerId : undefined;
  await tx.tell({ type: 'review.proposed', ids: [id], audience: [approver ?? cycle.createdById] });
}
