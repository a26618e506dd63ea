import { mentorships } from '../mentoring/model/mentorship.js';
import type { QueryContext } from '../operation.js';
import { people, type PersonRecord } from '../people/model.js';
import { unitRefsOf } from '../people/read.js';
import { refOf } from '../people/rules.js';
import { kudos } from '../recognition/model.js';
import type { Reader } from '../store/store.js';
import { nominationsOf } from './board.js';
import type { Direction } from './model/kinds.js';
import type { ReviewerSuggestion } from './model/nomination.js';
import { byTurns } from './rules/turns.js';
import { reviewerProblem } from './rules/nomination.js';
import type { Of } from './subject-read.js';

type Why = ReviewerSuggestion['why'][number];
type Found = Map<string, Why[]>;

/** How many records of each kind are looked at. */
const LOOK = 200;

/**
 * People who have really worked with a subject, by what everybody can see, and by the caller's own mentorships where
 * the caller is the subject: those with the most reasons first, and departments taking turns.
 */
export async function suggest(
  { tx, actor }: Pick<QueryContext, 'tx' | 'actor'>,
  of: Of,
  direction: Direction,
  limit: number,
): Promise<ReviewerSuggestion[]> {
  const { cycle, subject } = of;
  const person = await tx.get(people, subject.subjectId);
  if (!person) return [];
  const found: Found = new Map();
  if (direction === 'upward') for (const id of subject.reportIds) add(found, id, { kind: 'reports' });
  else {
    await addTeams(tx, person, found);
    await addThanks(tx, person.id, found);
    if (actor.id === person.id) await addMentorships(tx, person.id, found);
  }
  const asked = await nominationsOf(tx, cycle.id, person.id);
  for (const one of asked)
    if (one.live !== undefined || one.state === 'declined') found.delete(one.reviewerId);
  const all = (await tx.getMany(people, [...found.keys()])).filter(
    (one) =>
      one.status === 'active' &&
      (direction !== 'external' || one.departmentId !== person.departmentId) &&
      reviewerProblem(subject, one.id, direction, cycle.visibility.skipManager) === undefined,
  );
  const weight = ({ id }: PersonRecord) => (found.get(id) ?? []).reduce((sum, why) => sum + weightOf(why), 0);
  all.sort((a, b) => weight(b) - weight(a) || (a.sortName < b.sortName ? -1 : 1));
  const chosen = byTurns(all, (one) => one.departmentId ?? '').slice(0, limit);
  const departments = await unitRefsOf(
    tx,
    chosen.flatMap((one) => one.departmentId ?? []),
  );
  return chosen.map((one) => {
    const department = departments.get(one.departmentId ?? '')?.name;
    return {
      person: refOf(one),
      ...(department !== undefined && { department }),
      why: found.get(one.id) ?? [],
    };
  });
}

function weightOf(why: Why): number {
  return why.kind === 'kudos' ? Math.min(why.count, 3) : 2;
}

function add(found: Found, id: string, why: Why): void {
  found.set(id, [...(found.get(id) ?? []), why]);
}

async function addTeams(tx: Reader, person: PersonRecord, found: Found): Promise<void> {
  const names = await unitRefsOf(tx, person.teamIds);
  for (const teamId of person.teamIds) {
    const where = { teamIds: teamId, status: 'active' } as const;
    const members = await tx.find(people, { where, order: '+sortName', limit: LOOK });
    const name = names.get(teamId)?.name ?? '';
    for (const one of members.items) if (one.id !== person.id) add(found, one.id, { kind: 'team', name });
  }
}

/** Public thanks in either direction, to people thanked by name. */
async function addThanks(tx: Reader, personId: string, found: Found): Promise<void> {
  const shelf = 'public';
  const [got, given] = [
    await tx.find(kudos, { where: { receivers: personId, shelf }, order: '-givenAt', limit: LOOK }),
    await tx.find(kudos, { where: { giverId: personId, shelf }, order: '-givenAt', limit: LOOK }),
  ];
  const counts = new Map<string, number>();
  const count = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const one of got.items) if (one.named.includes(personId)) count(one.giverId);
  for (const one of given.items) one.named.forEach(count);
  counts.delete(personId);
  for (const [id, times] of counts) add(found, id, { kind: 'kudos', count: times });
}

async function addMentorships(tx: Reader, personId: string, found: Found): Promise<void> {
  const where = { personIds: personId };
  const own = await tx.find(mentorships, { where, order: '-createdAt', limit: LOOK });
  const partners = new Set(own.items.flatMap((one) => one.personIds).filter((id) => id !== personId));
  for (const id of partners) add(found, id, { kind: 'mentorship' });
}
