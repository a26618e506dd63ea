import { GuildhallError } from '../errors.js';
import type { CommandContext } from '../operation.js';
import type { Reader } from '../store/store.js';
import { drafts } from './model.js';
import type { Answers } from './question.js';
import { seal, unseal } from './sealed.js';

/** Which form a draft is of. */
export interface DraftKey {
  /** The area whose form it is, such as `reviews`. */
  kind: string;
  /** The seat, or what else is the person's own place in the form. */
  seatId: string;
}

/** What is kept of a form that is not finished. */
export interface Draft {
  answers: Answers;
  /** A time as an ISO string: read by the writer alone. */
  savedAt: string;
}

/** How many drafts one step of dropping them takes. */
const STEP = 200;

/**
 * Keeps what the caller has written so far, in the place of what was kept before. `ownerId` is the round, or what else
 * ends the form: see `dropDrafts`. Drafts of sealed rounds stay in the page: never give them here. The owner checks
 * that the form is the caller's; a draft of another with this key is `forbidden`. Call it from an `unlinked` command.
 */
export async function saveDraft(
  { tx, actor, now }: CommandContext,
  { kind, seatId, ownerId, answers }: DraftKey & { ownerId: string; answers: Answers },
): Promise<void> {
  const id = idOf({ kind, seatId });
  const before = await tx.get(drafts, id);
  if (before && before.personId !== actor.id)
    throw new GuildhallError('forbidden', 'draft.notYours', 'Somebody else writes on this form.');
  const record = { id, personId: actor.id, ownerId, answers: seal(answers), savedAt: now.toISOString() };
  await (before ? tx.replace(drafts, record) : tx.insert(drafts, record));
}

/** What this person has written so far on the form; undefined when nothing is kept. */
export async function draftOf(
  tx: Reader,
  { personId, ...key }: DraftKey & { personId: string },
): Promise<Draft | undefined> {
  const kept = await tx.get(drafts, idOf(key));
  if (kept?.personId !== personId) return undefined;
  return { answers: unseal(kept.answers), savedAt: kept.savedAt };
}

/** Forgets the draft of a form; none is no error. `submit` does it by itself, with the area of the round as the kind. */
export async function dropDraft({ tx }: CommandContext, key: DraftKey): Promise<void> {
  await tx.remove(drafts, idOf(key));
}

/**
 * Forgets up to 200 drafts of whatever has ended; true when there may be more. Drafts of a round go by themselves when
 * it is closed.
 */
export async function dropDrafts({ tx }: Pick<CommandContext, 'tx'>, ownerId: string): Promise<boolean> {
  const found = await tx.find(drafts, { where: { ownerId }, order: '+id', limit: STEP });
  for (const { id } of found.items) await tx.remove(drafts, id);
  return found.next !== undefined;
}

function idOf({ kind, seatId }: DraftKey): string {
  return `${kind}:${seatId}`;
}
