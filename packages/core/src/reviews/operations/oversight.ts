import { GuildhallError, invalidField, notFound } from '../../errors.js';
import { dayOf } from '../../mentoring/rules/zone.js';
import { command, query } from '../../operation.js';
import { filterPages, type PageRequest } from '../../paging.js';
import { PersonRef } from '../../people/model.js';
import { refsOf } from '../../people/read.js';
import { holders } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { aloneOnCycle, checkMove, hrCycle } from '../cycle-read.js';
import { storeCycle } from '../cycle-write.js';
import { cycles } from '../model/cycle.js';
import { responses, type ResponseRecord } from '../model/form.js';
import { Day, Direction, DIRECTIONS } from '../model/kinds.js';
import { Nomination, nominations, NOMINATION_STATES } from '../model/nomination.js';
import { attributedShares, nominationCounts } from '../progress.js';
import { remindAll } from '../remind.js';
import { aboutAnswered } from '../round-of.js';
import { nominationView, seenNomination } from '../subject-read.js';

const Share = z.object({ submitted: z.int(), of: z.int() });

export const progress = query({
  summary: 'Counts how far a cycle is. Of nameless answers one figure, a day old and rounded down to five.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id }),
  output: z.object({
    nominations: z.record(z.enum(NOMINATION_STATES), z.int()),
    /** About so many nameless forms have come in; absent under ten, and once only single reviewers have time left. */
    answeredAbout: z.int().optional(),
    /** Forms with names on them are counted exactly, by direction. */
    attributed: z.partialRecord(Direction, Share),
    /** The last day on which anybody may answer. */
    closesOn: Day,
  }),
  refuses: ['cycle.unknown'],
  async run(context, { id: cycleId }) {
    const { tx, actor } = context;
    const cycle = await hrCycle(tx, cycleId, actor);
    const about = await aboutAnswered(context, cycle);
    return {
      nominations: await nominationCounts(tx, cycleId),
      ...(about !== undefined && { answeredAbout: about }),
      attributed: await attributedShares(tx, cycle),
      closesOn: cycle.closesOn,
    };
  },
});

export const remind = command({
  summary: 'Has the server remind those who are late, once a day at most. Nobody sees whom.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id }),
  output: z.object({ reminded: z.literal(true) }),
  refuses: ['cycle.unknown', 'cycle.wrongState', 'cycle.remindedToday'],
  alone: (input) => aloneOnCycle(input.id),
  async run(context, { id: cycleId }) {
    const { tx, actor, now, settings } = context;
    const cycle = await hrCycle(tx, cycleId, actor);
    checkMove(cycle, 'remind');
    const today = dayOf(now.toISOString(), settings.timeZone);
    if (cycle.remindedOn === today)
      throw new GuildhallError('limited', 'cycle.remindedToday', 'They were reminded today already.');
    await remindAll(context, cycle);
    await storeCycle(context, { ...cycle, remindedOn: today });
    return { reminded: true as const };
  },
});

export const submittedForms = query({
  summary: 'Lists the forms with names on them that were sent, for HR to open one again.',
  who: holders('hrAdmin'),
  input: z.strictObject({ cycleId: id, ...page }),
  output: pageOf(
    z.object({
      id,
      subject: PersonRef,
      reviewer: PersonRef,
      direction: Direction,
      submittedOn: Day,
      reopened: z.boolean(),
      may: z.object({ reopen: z.boolean() }),
    }),
  ),
  refuses: ['cycle.unknown'],
  async run({ tx, actor }, { cycleId, limit, after }) {
    const cycle = await hrCycle(tx, cycleId, actor);
    const where = { cycleId, direction: DIRECTIONS };
    const fetch = (request: PageRequest) => tx.find(responses, { where, order: '+id', ...request });
    const found = await filterPages(fetch, () => true, { limit, after });
    const refs = await refsOf(
      tx,
      found.items.flatMap((one) => [one.subjectId, one.reviewerId]),
    );
    const early = cycle.state === 'collecting' || cycle.state === 'calibrating';
    return {
      ...found,
      items: found.items.flatMap((one) => {
        const [subject, reviewer] = [refs.get(one.subjectId), refs.get(one.reviewerId)];
        if (!subject || !reviewer) return [];
        const { id: formId, direction, submittedOn } = one;
        const reopened = one.state === 'reopened';
        const may = { reopen: early && !reopened && isOwnOrManagers(one) };
        return { id: formId, subject, reviewer, direction, submittedOn, reopened, may };
      }),
    };
  },
});

function isOwnOrManagers({ direction }: Pick<ResponseRecord, 'direction'>): boolean {
  return direction === 'self' || direction === 'manager';
}

export const reopen = command({
  summary:
    'Opens a form of a subject or a manager again, before the release. Others only their writers change.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id }),
  output: z.object({ reopened: z.literal(true) }),
  refuses: ['form.unknown', 'form.nameless', 'cycle.wrongState'],
  alone: (input) => `review form ${input.id}`,
  async run(context, { id: formId }) {
    const { tx } = context;
    const nomination = await tx.get(nominations, formId);
    if (!nomination) throw notFound('form');
    // Said before anything is looked up: it is the same whether or not a nameless form was sent.
    if (!isOwnOrManagers(nomination))
      throw new GuildhallError(
        'forbidden',
        'form.nameless',
        'Only forms of subjects and managers are reopened.',
      );
    const response = await tx.get(responses, formId);
    const cycle = await tx.get(cycles, nomination.cycleId);
    if (!response || !cycle) throw notFound('form');
    if (cycle.state !== 'collecting' && cycle.state !== 'calibrating')
      throw new GuildhallError('conflict', 'cycle.wrongState', 'Forms are locked from the release on.');
    await tx.replace(responses, { ...response, state: 'reopened' });
    await tx.tell({ type: 'review.reopened', ids: [formId], audience: [response.reviewerId] });
    return { reopened: true as const };
  },
});

export const extendReviewer = command({
  summary: 'Gives one reviewer more time, whether or not that one has answered.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id, dueOn: Day }),
  output: Nomination,
  refuses: ['nomination.unknown', 'nomination.over', 'cycle.wrongState'],
  alone: (input) => `review nomination ${input.id}`,
  async run(context, { id: nominationId, dueOn }) {
    const { tx } = context;
    const { cycle, nomination } = await seenNomination(context, nominationId);
    checkMove(cycle, 'extend');
    if (nomination.state !== 'approved')
      throw new GuildhallError('conflict', 'nomination.over', 'This reviewer is not asked.');
    if (dueOn <= cycle.dates.answerBy) throw invalidField('dueOn', 'Everybody has that long.');
    if (cycle.dates.releaseOn !== undefined && dueOn >= cycle.dates.releaseOn)
      throw invalidField('dueOn', 'The release is planned for an earlier day.');
    const record = { ...nomination, dueOn };
    await tx.replace(nominations, record);
    const closesOn = dueOn > cycle.closesOn ? dueOn : cycle.closesOn;
    const figureUntil = cycle.figureUntil ?? cycle.dates.answerBy;
    await storeCycle(context, { ...cycle, closesOn, figureUntil });
    await tx.tell({ type: 'review.extended', ids: [nominationId], audience: [nomination.reviewerId] });
    return nominationView(context, cycle, record);
  },
});
