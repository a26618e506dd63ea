import { notFound } from '../errors.js';
import type { MentorshipKind } from '../mentoring/model/kinds.js';
import { mentorships } from '../mentoring/model/mentorship.js';
import { programs } from '../mentoring/model/program.js';
import type { Reader } from '../store/store.js';
import type { KudosRecord, KudosRefDraft } from './model.js';

/** What a mentorship without a program is called. */
const TITLES: Record<MentorshipKind, string> = {
  mentoring: 'Mentoring',
  coaching: 'Coaching',
  buddy: 'Buddies',
  peer: 'Peer mentoring',
  circle: 'Mentoring circle',
};

/** The thing thanked for, as it is stored. A mentorship is there only for its own people. */
export async function resolveRef(
  tx: Reader,
  draft: KudosRefDraft,
  giverId: string,
): Promise<NonNullable<KudosRecord['ref']>> {
  if (draft.kind === 'link') return draft;
  const mentorship = await tx.get(mentorships, draft.id);
  if (!mentorship?.personIds.includes(giverId)) throw notFound('mentorship');
  const program = await tx.get(programs, mentorship.scope);
  return program
    ? { ...draft, title: program.name }
    : { ...draft, title: TITLES[mentorship.kind], of: mentorship.kind };
}
