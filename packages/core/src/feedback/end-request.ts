import type { CommandContext } from '../operation.js';
import { asks, feedbackRequests, type AskRecord, type FeedbackRequestRecord } from './model.js';
import { asksOf } from './read.js';

/** Takes a request back from those who have not answered, and tells them, its subject and its requester. */
export async function endRequest(
  { tx }: CommandContext,
  record: FeedbackRequestRecord,
): Promise<FeedbackRequestRecord> {
  const ended: FeedbackRequestRecord = { ...record, withdrawn: true };
  await tx.replace(feedbackRequests, ended);
  const open = (await asksOf(tx, record.id)).filter((ask) => ask.state === 'open');
  for (const ask of open) await tx.replace(asks, withdrawn(ask));
  const { id, requesterId, subjectId } = record;
  const audience = [...new Set([requesterId, subjectId, ...open.map(({ reviewerId }) => reviewerId)])];
  await tx.tell({ type: 'feedback.requestWithdrawn', ids: [id], audience });
  return ended;
}

/** A part of a request that nobody waits for any more. */
export function withdrawn({ remindAt: _remindAt, ...kept }: AskRecord): AskRecord {
  return { ...kept, state: 'withdrawn' };
}
