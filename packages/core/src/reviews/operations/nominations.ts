import { GuildhallError } from '../../errors.js';
import { command, query } from '../../operation.js';
import { filterPages, type PageRequest } from '../../paging.js';
import { membersAndSystem } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { partIn, visibleCycle } from '../cycle-read.js';
import { subjects } from '../model/cycle.js';
import {
  Nomination,
  NominationDraft,
  nominations,
  NominationState,
  WhyNot,
  type NominationRecord,
} from '../model/nomination.js';
import { invite, proposeAll } from '../nominate.js';
import { removeSeatOf } from '../round-of.js';
import { isNameless } from '../rules/cycle.js';
import { isFinding, mayDo, maySeeNominations } from '../rules/nomination.js';
import { nominationView, nominationViews, ownSubject, seenNomination } from '../subject-read.js';

export const nominate = command({
  summary: 'Proposes reviewers for a subject, or replaces one who declined; all or none.',
  who: membersAndSystem,
  input: z.strictObject({
    cycleId: id,
    /** Left out: the caller. */
    subjectId: id.optional(),
    reviewers: z.array(NominationDraft).min(1).max(30),
  }),
  output: z.object({ nominations: z.array(Nomination) }),
  refuses: [
    'cycle.unknown',
    'cycle.wrongState',
    'subject.unknown',
    'nomination.notYours',
    'nomination.tooMany',
    'nomination.twice',
    'nomination.over',
    'nomination.unknown',
    'person.unknown',
    'reviewer.self',
    'reviewer.direction',
    'reviewer.reader',
    'reviewer.tooNew',
  ],
  alone: ({ cycleId, subjectId }, actor) => `nominate ${cycleId} ${subjectId ?? actor.id}`,
  async run(context, { cycleId, subjectId, reviewers }) {
    const of = await ownSubject(context, cycleId, subjectId);
    const made = await proposeAll(context, of, reviewers);
    return { nominations: await nominationViews(context, of.cycle, made) };
  },
});

export const listNominations = query({
  summary: 'Lists the nominations that the caller may see, the oldest first. Never who has answered.',
  who: membersAndSystem,
  input: z.strictObject({
    cycleId: id,
    subjectId: id.optional(),
    state: NominationState.optional(),
    /** Also the forms of the subjects and their managers, which nobody nominates. */
    all: z.boolean().default(false),
    ...page,
  }),
  output: pageOf(Nomination),
  refuses: ['cycle.unknown'],
  async run(context, { cycleId, subjectId, state, all, limit, after }) {
    const { tx, actor } = context;
    const cycle = await visibleCycle(tx, cycleId, actor);
    const part = await partIn(tx, cycle, actor);
    const seen = new Map<string, boolean>();
    const own = part.own;
    if (own) seen.set(own.subjectId, maySeeNominations(cycle, own, actor));
    for (const one of await managed(context, cycleId, actor.id))
      seen.set(one.subjectId, maySeeNominations(cycle, one, actor));
    const hr = maySeeNominations({ nominationMode: 'hr', approval: 'hr' }, { subjectId: '' }, actor);
    const keep = (one: NominationRecord) =>
      (hr || seen.get(one.subjectId) === true) &&
      (state === undefined || one.state === state) &&
      (all || (one.direction !== 'self' && one.direction !== 'manager'));
    const fetch = (request: PageRequest) =>
      subjectId === undefined
        ? tx.find(nominations, {
            where: { cycleId, state: state ?? NominationState.options },
            order: '+at',
            ...request,
          })
        : tx.find(nominations, { where: { cycleId, subjectId }, order: '+at', ...request });
    const found = await filterPages(fetch, keep, { limit, after });
    return { ...found, items: await nominationViews(context, cycle, found.items) };
  },
});

/** More than anybody manages. */
const MANY = 1000;

async function managed({ tx }: Parameters<typeof nominationViews>[0], cycleId: string, managerId: string) {
  const found = await tx.find(subjects, { where: { managerId }, order: '-launchedAt', limit: MANY });
  return found.items.filter((one) => one.cycleId === cycleId);
}

export const decideNomination = command({
  summary: 'Approves a proposed reviewer, or rejects one with or without a reason.',
  who: membersAndSystem,
  input: z.strictObject({
    id,
    approve: z.boolean(),
    /** Of a rejection: those who propose and approve read it, the one who was proposed never. */
    reason: WhyNot.optional(),
  }),
  output: Nomination,
  refuses: ['nomination.unknown', 'nomination.notYours', 'nomination.over', 'person.unknown'],
  alone: (input) => `review nomination ${input.id}`,
  async run(context, { id: nominationId, approve, reason }) {
    const { tx, actor } = context;
    const { cycle, subject, nomination } = await seenNomination(context, nominationId);
    checkOpen(isFinding(cycle) && nomination.state === 'proposed');
    if (!mayDo(cycle, subject, nomination, actor).decide) throw notYours();
    const { live, ...kept } = nomination;
    const record: NominationRecord = {
      ...kept,
      ...(approve && live !== undefined && { live }),
      state: approve ? 'approved' : 'rejected',
      decidedById: actor.id,
      ...(!approve && reason !== undefined && { reason }),
    };
    await tx.replace(nominations, record);
    if (approve) await invite(context, { cycle, subject }, record);
    else await tx.tell({ type: 'review.rejected', ids: [nominationId], audience: [record.byId] });
    return nominationView(context, cycle, record);
  },
});

export const withdrawNomination = command({
  summary: 'Takes back a nomination: one that waits, or any until the forms are opened.',
  who: membersAndSystem,
  input: z.strictObject({
    id,
    /** Those who propose and approve read it, the one who was proposed never. */
    reason: WhyNot.optional(),
  }),
  output: Nomination,
  refuses: ['nomination.unknown', 'nomination.notYours', 'nomination.over'],
  alone: (input) => `review nomination ${input.id}`,
  async run(context, { id: nominationId, reason }) {
    const { tx, actor } = context;
    const { cycle, subject, nomination } = await seenNomination(context, nominationId);
    const early = cycle.state === 'nominating' || cycle.state === 'approving';
    checkOpen(
      isFinding(cycle) && (nomination.state === 'proposed' || (early && nomination.state === 'approved')),
    );
    if (!mayDo(cycle, subject, nomination, actor).withdraw) throw notYours();
    const { live: _live, ...kept } = nomination;
    const record: NominationRecord = {
      ...kept,
      state: 'withdrawn',
      ...(reason !== undefined && { reason }),
    };
    await tx.replace(nominations, record);
    if (nomination.state === 'approved') {
      if (isNameless(cycle, nomination.direction)) await removeSeatOf(context, nomination);
      await tx.tell({ type: 'review.withdrawn', ids: [nominationId], audience: [nomination.reviewerId] });
    }
    return nominationView(context, cycle, record);
  },
});

function checkOpen(open: boolean): void {
  if (!open)
    throw new GuildhallError('conflict', 'nomination.over', 'This nomination stands as it is by now.');
}

function notYours(): GuildhallError {
  return new GuildhallError('forbidden', 'nomination.notYours', 'This is for somebody else to decide.');
}
