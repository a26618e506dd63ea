import { people, skills } from '../people/model.js';
import { namesOf, refsOf, unitRefsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import { enrollmentOf } from './enrollment-read.js';
import { leftovers, pairs, type Leftover, type LeftoverRecord, type MatchPair } from './model/run.js';
import type { PairRecord, RunRecord } from './model/run.js';
import { places } from './model/places.js';
import { placesId } from './places.js';
import { goalsOf } from './pool.js';
import { namedReasons } from './reasons.js';

/** More mentees than any mentor has places. */
const ALL = 1000;

/** The id of a pair as stored. */
export function pairId(
  runId: string,
  { menteeId, mentorId }: { menteeId: string; mentorId: string },
): string {
  return `${runId} ${menteeId} ${mentorId}`;
}

/** The id of a leftover as stored. */
export function leftoverId(runId: string, side: LeftoverRecord['side'], personId: string): string {
  return `${runId} ${side} ${personId}`;
}

/** Where a pair stands in the list: the worst score first. */
export function placeOfPair({ score, menteeId }: Pick<PairRecord, 'score' | 'menteeId'>): string {
  return `${String(score).padStart(5, '0')} ${menteeId}`;
}

/** The pair of a mentee in a run. */
export async function pairOfMentee(
  tx: Reader,
  runId: string,
  menteeId: string,
): Promise<PairRecord | undefined> {
  return (await tx.find(pairs, { where: { runId, menteeId }, order: '+place', limit: 1 })).items[0];
}

/** The pairs of a mentor in a run. */
export async function pairsOfMentor(tx: Reader, runId: string, mentorId: string): Promise<PairRecord[]> {
  return (await tx.find(pairs, { where: { runId, mentorId }, order: '+place', limit: ALL })).items;
}

/** Pairs as those who run the program see them. */
export async function pairViews(
  tx: Reader,
  run: Pick<RunRecord, 'id' | 'programId'>,
  records: readonly PairRecord[],
): Promise<MatchPair[]> {
  const ids = records.flatMap((pair) => [pair.mentorId, pair.menteeId]);
  const refs = await refsOf(tx, ids);
  const byId = new Map((await tx.getMany(people, [...new Set(ids)])).map((person) => [person.id, person]));
  const departments = await unitRefsOf(
    tx,
    records.flatMap((pair) => byId.get(pair.mentorId)?.departmentId ?? []),
  );
  const reasons = await namedReasons(
    tx,
    records.map((pair) => pair.reasons),
  );
  const wants = await wantsOf(tx, run.programId, records, byId);
  const rooms = await roomsOf(tx, run, records);
  return records.flatMap((pair, at) => {
    const [mentor, mentee] = [refs.get(pair.mentorId), refs.get(pair.menteeId)];
    if (!mentor || !mentee) return [];
    const department = departments.get(byId.get(pair.mentorId)?.departmentId ?? '')?.name;
    const room = rooms.get(pair.mentorId);
    return {
      ...{ mentor, mentee, score: pair.score, locked: pair.locked, byHand: pair.byHand },
      reasons: reasons[at] ?? [],
      wants: wants.get(pair.menteeId) ?? [],
      ...(department !== undefined && { department }),
      ...(room && { places: room }),
      ...(pair.override !== undefined && { override: pair.override }),
    };
  });
}

/** One pair as those who run the program see it. */
export async function pairView(
  tx: Reader,
  run: Pick<RunRecord, 'id' | 'programId'>,
  record: PairRecord,
): Promise<MatchPair> {
  const [view] = await pairViews(tx, run, [record]);
  if (!view) throw new Error('One record gives one view.');
  return view;
}

async function wantsOf(
  tx: Reader,
  programId: string,
  records: readonly PairRecord[],
  byId: ReadonlyMap<string, Parameters<typeof goalsOf>[1]>,
): Promise<Map<string, string[]>> {
  const goals = new Map<string, string[]>();
  for (const { menteeId } of records) {
    const enrollment = await enrollmentOf(tx, programId, menteeId);
    const person = byId.get(menteeId);
    const wanted = enrollment && person ? goalsOf(enrollment, person) : [];
    goals.set(
      menteeId,
      wanted.map((goal) => goal.skill),
    );
  }
  const names = await namesOf(tx, skills, [...goals.values()].flat());
  return new Map([...goals].map(([id, wanted]) => [id, wanted.flatMap((one) => names.get(one)?.name ?? [])]));
}

async function roomsOf(
  tx: Reader,
  run: Pick<RunRecord, 'id' | 'programId'>,
  records: readonly PairRecord[],
): Promise<Map<string, { taken: number; of: number }>> {
  const rooms = new Map<string, { taken: number; of: number }>();
  for (const mentorId of new Set(records.map((pair) => pair.mentorId))) {
    const taken = (await pairsOfMentor(tx, run.id, mentorId)).length;
    const pot = await tx.get(places, placesId(run.programId, mentorId));
    const enrollment = await enrollmentOf(tx, run.programId, mentorId);
    const of = Math.max(taken, pot?.left ?? enrollment?.capacity ?? 0);
    rooms.set(mentorId, { taken, of });
  }
  return rooms;
}

/** Leftovers as those who run the program see them. */
export async function leftoverViews(tx: Reader, records: readonly LeftoverRecord[]): Promise<Leftover[]> {
  const refs = await refsOf(
    tx,
    records.map((record) => record.personId),
  );
  const ids = records.flatMap(({ facts }) => (Array.isArray(facts['skills']) ? facts['skills'] : []));
  const names = await namesOf(tx, skills, ids);
  return records.flatMap(({ personId, side, why, facts }) => {
    const person = refs.get(personId);
    const wanted = facts['skills'];
    const named = Array.isArray(wanted) && { skills: wanted.flatMap((one) => names.get(one)?.name ?? []) };
    return person ? { person, side, why, facts: { ...facts, ...named } } : [];
  });
}

/** The leftover of a person on a side of a run. */
export async function leftoverOf(
  tx: Reader,
  runId: string,
  side: LeftoverRecord['side'],
  personId: string,
): Promise<LeftoverRecord | undefined> {
  return tx.get(leftovers, leftoverId(runId, side, personId));
}
