import { thanks } from '../recognition/model.js';
import { thanksId } from '../recognition/read.js';
import type { Collection, Find, Reader, StoredRecord } from '../store/store.js';
import { enrollmentsOf } from './enrollment-read.js';
import { endings } from './model/mentorship.js';
import { mentoringStories } from './model/reflection.js';
import { sessions, type SessionRecord } from './model/session.js';
import { mentorshipsOf } from './pool.js';
import type { ReportFacts } from './report-rules.js';

/** How many records one step of a walk reads. */
const STEP = 1000;
/** How many mentorships' sessions one `find` looks up. */
const PART = 100;

/** All records that a query finds, step by step. */
export async function walk<T extends StoredRecord>(
  tx: Reader,
  from: Collection<T>,
  query: Omit<Find<T>, 'after' | 'limit'>,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const step = await tx.find(from, { ...query, after, limit: STEP });
    all.push(...step.items);
    after = step.next;
  } while (after !== undefined);
  return all;
}

/** The sessions of these mentorships, each mentorship's in the order of time. */
export async function sessionsOf(tx: Reader, mentorshipIds: readonly string[]): Promise<SessionRecord[]> {
  const all: SessionRecord[] = [];
  for (let at = 0; at < mentorshipIds.length; at += PART) {
    const where = { mentorshipId: mentorshipIds.slice(at, at + PART) };
    all.push(...(await walk(tx, sessions, { where, order: '+start' })));
  }
  return all;
}

/** Reads what a program's report is counted from. */
export async function reportFacts(tx: Reader, programId: string): Promise<ReportFacts> {
  const mentorships = await mentorshipsOf(tx, programId);
  const ids = mentorships.map((record) => record.id);
  const where = { scope: programId };
  const tallies = await tx.getMany(
    thanks,
    ids.map((id) => thanksId({ kind: 'mentorship', id })),
  );
  return {
    enrollments: await enrollmentsOf(tx, programId),
    mentorships,
    sessions: await sessionsOf(tx, ids),
    endings: await walk(tx, endings, { where, order: '+at' }),
    stories: await walk(tx, mentoringStories, { where, order: '+at' }),
    thanks: tallies.reduce((sum, tally) => sum + tally.count, 0),
  };
}
