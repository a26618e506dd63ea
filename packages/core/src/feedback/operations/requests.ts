import { GuildhallError, invalidField, notFound } from '../../errors.js';
import { addDays, dayOf } from '../../mentoring/rules/zone.js';
import { command, query, type CommandContext } from '../../operation.js';
import { people } from '../../people/model.js';
import { members, system } from '../../policy.js';
import { id, text, z } from '../../schema.js';
import {
  asks,
  FeedbackDraft,
  FeedbackNote,
  FeedbackRequest,
  FeedbackRequestDraft,
  feedbackRequests,
  type AskRecord,
  type FeedbackRequestRecord,
} from '../model.js';
import { endRequest } from '../end-request.js';
import { ownAsk, requestView } from '../read.js';
import { whenOver } from '../refusals.js';
import { endOf, isOpen, LONGEST_DAYS, nextReminder } from '../rules.js';
import { aloneOnAsk, give } from './give.js';

export const request = command({
  summary: 'Asks people for feedback about the caller, or about somebody who reports to the caller.',
  who: members,
  input: FeedbackRequestDraft,
  output: FeedbackRequest,
  refuses: [
    'person.unknown',
    'person.departed',
    'feedback.notManager',
    'feedback.asksSubject',
    'feedback.dueOn',
  ],
  async run(context, draft) {
    const { tx, actor, now, newId, settings } = context;
    const { timeZone } = settings;
    const subjectId = draft.subject ?? actor.id;
    const reviewers = [...new Set(draft.reviewers)];
    checkDay(draft.dueOn, now, timeZone);
    await checkPeople(context, subjectId, reviewers);
    const { question, dueOn } = draft;
    const at = now.toISOString();
    const record: FeedbackRequestRecord = {
      ...{ id: newId(), requesterId: actor.id, subjectId, question, dueOn, at },
    };
    await tx.insert(feedbackRequests, record);
    const remindAt = nextReminder({ at, dueOn }, now, timeZone);
    for (const reviewerId of reviewers)
      await tx.insert(asks, {
        ...{ id: newId(), requestId: record.id, reviewerId, at, dueOn },
        state: 'open',
        expiresAt: endOf(dueOn, timeZone),
        ...(remindAt !== undefined && { remindAt }),
      });
    const audience = [...new Set([actor.id, subjectId, ...reviewers])];
    await tx.tell({ type: 'feedback.requested', ids: [record.id], audience });
    return requestView(tx, record, actor.id, now);
  },
});

function checkDay(dueOn: string, now: Date, timeZone: string): void {
  const today = dayOf(now.toISOString(), timeZone);
  if (dueOn < today || dueOn > addDays(today, LONGEST_DAYS))
    throw invalidField(
      'dueOn',
      `Use a day from today on, at most ${LONGEST_DAYS} days ahead.`,
      'feedback.dueOn',
    );
}

async function checkPeople(
  { tx, actor }: CommandContext,
  subjectId: string,
  reviewers: readonly string[],
): Promise<void> {
  if (reviewers.includes(subjectId))
    throw new GuildhallError('invalid', 'feedback.asksSubject', 'Ask others than the person it is about.', {
      fields: [{ path: 'reviewers', message: 'Leave out the person whom it is about.' }],
    });
  const ids = [...new Set([subjectId, ...reviewers])];
  const found = new Map((await tx.getMany(people, ids)).map((person) => [person.id, person]));
  if (found.size < ids.length) throw notFound('person');
  if (subjectId !== actor.id && found.get(subjectId)?.managerId !== actor.id)
    throw new GuildhallError(
      'forbidden',
      'feedback.notManager',
      'Ask about yourself, or about somebody who reports to you.',
    );
  for (const person of found.values())
    if (person.status !== 'active')
      throw new GuildhallError('forbidden', 'person.departed', 'Somebody whom you ask has left.', {
        details: { personId: person.id },
      });
}

export const answerRequest = command({
  summary: 'Answers a request for feedback with a note to the person whom it is about.',
  who: members,
  input: FeedbackDraft.required({ requestId: true }),
  output: FeedbackNote,
  refuses: give.refuses ?? [],
  alone: ({ requestId }, actor) => aloneOnAsk(requestId, actor.id),
  run: (context, draft) => give.run(context, draft),
});

export const declineRequest = command({
  summary: 'Says that the caller will not answer a request for feedback; who asked is told.',
  who: members,
  input: z.strictObject({ id, why: text(500).optional() }),
  output: FeedbackRequest,
  refuses: ['request.unknown', 'request.over'],
  alone: (input, actor) => aloneOnAsk(input.id, actor.id),
  async run({ tx, actor, now }, { id: requestId, why }) {
    const ask = await ownAsk(tx, requestId, actor.id);
    const record = await tx.get(feedbackRequests, requestId);
    if (!record) throw notFound('request');
    if (!isOpen(ask, now)) throw whenOver();
    const { remindAt: _remindAt, ...kept } = ask;
    await tx.replace(asks, { ...kept, state: 'declined', ...(why !== undefined && { why }) });
    const audience = [...new Set([actor.id, record.requesterId, record.subjectId])];
    await tx.tell({ type: 'feedback.declined', ids: [requestId, ask.id], audience });
    return requestView(tx, record, actor.id, now);
  },
});

export const withdrawRequest = command({
  summary: 'Takes back an own request for feedback from those who have not answered.',
  who: members,
  input: z.strictObject({ id }),
  output: FeedbackRequest,
  refuses: ['request.unknown', 'request.over'],
  async run(context, input) {
    const { tx, actor, now } = context;
    const record = await tx.get(feedbackRequests, input.id);
    if (record?.requesterId !== actor.id) throw notFound('request');
    if (!(await requestView(tx, record, actor.id, now)).may.withdraw) throw whenOver();
    return requestView(tx, await endRequest(context, record), actor.id, now);
  },
});

/** How many parts of requests one call deals with: what remains is done by the next. */
const BATCH = 50;

export const requestsDue = query({
  summary: 'Whether requests for feedback have run out, or people are to be reminded of them.',
  who: system,
  input: z.strictObject({}),
  output: z.object({ due: z.boolean() }),
  async run(context) {
    return { due: (await runOut(context, 1)).length > 0 || (await toRemind(context, 1)).length > 0 };
  },
});

export const advanceRequests = command({
  summary: 'Closes a batch of requests for feedback that ran out, and reminds a batch of people.',
  who: system,
  input: z.strictObject({}),
  output: z.object({}),
  alone: () => 'feedback requests due',
  async run(context) {
    const { tx, now, settings } = context;
    for (const { remindAt: _remindAt, ...kept } of await runOut(context, BATCH)) {
      await tx.replace(asks, { ...kept, state: 'expired' });
      await tx.tell({ type: 'feedback.expired', ids: [kept.requestId], audience: [kept.reviewerId] });
    }
    for (const { remindAt: _remindAt, ...kept } of await toRemind(context, BATCH)) {
      const remindAt = nextReminder(kept, now, settings.timeZone);
      await tx.replace(asks, { ...kept, ...(remindAt !== undefined && { remindAt }) });
      // To the reviewer alone: nobody sees whom a reminder reached.
      await tx.tell({ type: 'feedback.reminded', ids: [kept.requestId], audience: [kept.reviewerId] });
    }
    return {};
  },
});

type Due = Pick<CommandContext, 'now'> & { tx: Pick<CommandContext['tx'], 'find'> };

async function runOut({ tx, now }: Due, limit: number): Promise<AskRecord[]> {
  const where = { state: 'open' as const, expiresAt: { before: justAfter(now) } };
  return (await tx.find(asks, { where, order: '+expiresAt', limit })).items;
}

async function toRemind({ tx, now }: Due, limit: number): Promise<AskRecord[]> {
  const where = { state: 'open' as const, remindAt: { before: justAfter(now) } };
  const found = await tx.find(asks, { where, order: '+remindAt', limit });
  return found.items.filter((ask) => isOpen(ask, now));
}

/** The first moment that is not due yet. */
function justAfter(now: Date): string {
  return new Date(now.getTime() + 1).toISOString();
}
