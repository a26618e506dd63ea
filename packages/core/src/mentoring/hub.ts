import { GuildhallError, notFound } from '../errors.js';
import type { CommandContext } from '../operation.js';
import type { PersonRef } from '../people/model.js';
import type { Reader } from '../store/store.js';
import { mentorships, type Mentorship, type MentorshipRecord } from './model/mentorship.js';
import { programs } from './model/program.js';
import { sessions, type SessionRecord } from './model/session.js';
import { OPEN } from './places.js';
import { LOG_DAYS, withDue } from './rules/due.js';
import { mayOf } from './rules/states.js';
import { daysAfter } from './rules/zone.js';

/** What makes the writes to the same mentorship wait for each other. */
export function aloneWith(mentorshipId: string): string {
  return `mentorship ${mentorshipId}`;
}

/** The mentorship with this id, for one of its people; to all others there is none. */
export async function ownMentorship(
  tx: Reader,
  id: string,
  actor: { id: string },
): Promise<MentorshipRecord> {
  const record = await tx.get(mentorships, id);
  if (!record?.personIds.includes(actor.id)) throw notFound('mentorship');
  return record;
}

/** The mentorship with this id, when one of its people may do this with it now; else `mentorship.notNow`. */
export async function openMentorship(
  tx: Reader,
  id: string,
  actor: { id: string },
  what: keyof Mentorship['may'],
): Promise<MentorshipRecord> {
  const record = await ownMentorship(tx, id, actor);
  if (!mayOf(record, actor.id)[what]) throw notNow(record);
  return record;
}

/** The session with this id and its mentorship, for one of the mentorship's people; to others there is none. */
export async function ownSession(
  tx: Reader,
  id: string,
  actor: { id: string },
): Promise<{ session: SessionRecord; mentorship: MentorshipRecord }> {
  const session = await tx.get(sessions, id);
  const mentorship = session && (await tx.get(mentorships, session.mentorshipId));
  if (!session || !mentorship?.personIds.includes(actor.id)) throw notFound('session');
  return { session, mentorship };
}

/** Refuses what the state of a mentorship does not allow. */
export function notNow({ state }: Pick<MentorshipRecord, 'state'>): GuildhallError {
  return new GuildhallError(
    'forbidden',
    'mentorship.notNow',
    `This mentorship is ${state}; what you asked for is not possible now.`,
    { details: { state } },
  );
}

/** Stores a mentorship with what follows from it: the next session, when it stalls, what is due when. */
export async function saveMentorship(
  { tx, now, settings }: Pick<CommandContext, 'tx' | 'now' | 'settings'>,
  record: MentorshipRecord,
): Promise<MentorshipRecord> {
  const nextAt = await nextSessionAt(tx, record.id, now);
  const after = withDue({ ...record, nextAt }, settings.timeZone);
  await tx.replace(mentorships, after);
  return after;
}

/** When the next agreed session begins, or that which has passed and may still be logged. */
async function nextSessionAt(tx: Reader, mentorshipId: string, now: Date): Promise<string | undefined> {
  const at = now.toISOString();
  const where = { mentorshipId, state: 'scheduled', start: { from: daysAfter(at, -LOG_DAYS) } } as const;
  const agreed = await tx.find(sessions, { where, order: '+start', limit: 100 });
  const starts = agreed.items.map((session) => session.start);
  return starts.find((start) => start >= at) ?? starts.at(-1);
}

/** A person as named among others; people are kept when they leave, so one that is missing was erased. */
export function personIn(people: ReadonlyMap<string, PersonRef>, id: string): PersonRef {
  return people.get(id) ?? { id, name: 'Former member' };
}

/** Those who run the program of a mentorship; nobody runs the open ones. */
export async function managersOf(tx: Reader, { scope }: Pick<MentorshipRecord, 'scope'>): Promise<string[]> {
  if (scope === OPEN) return [];
  return (await tx.get(programs, scope))?.managerIds ?? [];
}

/** Tells the people of a mentorship, and those who read its status, that the status changed. */
export async function tellStatus(
  { tx }: Pick<CommandContext, 'tx'>,
  record: Pick<MentorshipRecord, 'id' | 'personIds' | 'scope'>,
  type: string,
  ...parts: string[]
): Promise<void> {
  const audience = [...new Set([...record.personIds, ...(await managersOf(tx, record))])];
  await tx.tell({ type, ids: [record.id, ...parts], audience });
}

/** Tells those who run the program of a mentorship, and not its people, that its status changed. */
export async function tellManagers(
  { tx }: Pick<CommandContext, 'tx'>,
  record: Pick<MentorshipRecord, 'id' | 'scope'>,
  type: string,
): Promise<void> {
  const audience = await managersOf(tx, record);
  if (audience.length > 0) await tx.tell({ type, ids: [record.id], audience });
}

/** Tells the people of a mentorship, and nobody else, that something about it changed. */
export async function tellPair(
  { tx }: Pick<CommandContext, 'tx'>,
  record: Pick<MentorshipRecord, 'id' | 'personIds'>,
  type: string,
  ...parts: string[]
): Promise<void> {
  await tx.tell({ type, ids: [record.id, ...parts], audience: record.personIds });
}
