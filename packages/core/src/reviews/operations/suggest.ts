import { query } from '../../operation.js';
import { membersAndSystem } from '../../policy.js';
import { id, z } from '../../schema.js';
import { ReviewerSuggestion } from '../model/nomination.js';
import { ownSubject } from '../subject-read.js';
import { suggest } from '../suggest.js';

export const suggestReviewers = query({
  summary:
    'Suggests reviewers from shared teams, public thanks and the caller’s own mentorships, over departments.',
  who: membersAndSystem,
  input: z.strictObject({
    cycleId: id,
    /** Left out: the caller. */
    subjectId: id.optional(),
    direction: z.enum(['peer', 'upward', 'external']),
    limit: z.int().min(1).max(30).default(8),
  }),
  output: z.object({ items: z.array(ReviewerSuggestion) }),
  refuses: ['cycle.unknown', 'subject.unknown', 'nomination.notYours'],
  async run(context, { cycleId, subjectId, direction, limit }) {
    const of = await ownSubject(context, cycleId, subjectId);
    return { items: await suggest(context, of, direction, limit) };
  },
});
