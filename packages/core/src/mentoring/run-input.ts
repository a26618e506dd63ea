import type { Participant } from '../matching/participant.js';
import type { MatchProgram, Pair } from '../matching/program.js';
import type { Settings } from '../settings/model.js';
import { sha256 } from '../sha256.js';
import type { Reader } from '../store/store.js';
import { canonicalJson } from '../wire.js';
import { dayOf } from './days.js';
import { matchProgram } from './match-program.js';
import type { ProgramRecord } from './model/program.js';
import { pairs, type PairRecord, type RunRecord } from './model/run.js';
import { readPool, type Pool } from './pool.js';

/** Everything that a run is computed from. */
export interface RunInput {
  people: Participant[];
  program: MatchProgram;
  /** Who would take part if their training were done. */
  untrained: Pool['untrained'];
  /** The locked pairs of the run before, of people who can still be matched. */
  locked: PairRecord[];
  /** Hash of people and program. */
  inputs: string;
}

/** How many records one step of a walk reads. */
const STEP = 1000;

/** All pairs of a run, the worst first. */
export async function pairsOf(tx: Reader, runId: string): Promise<PairRecord[]> {
  const all: PairRecord[] = [];
  let after: string | undefined;
  do {
    const step = await tx.find(pairs, { where: { runId }, order: '+place', after, limit: STEP });
    all.push(...step.items);
    after = step.next;
  } while (after !== undefined);
  return all;
}

/** Reads what a run is computed from, as it is now. */
export async function readRunInput(
  tx: Reader,
  program: ProgramRecord,
  run: Pick<RunRecord, 'options' | 'requestedAt' | 'beforeId'>,
  settings: Settings,
): Promise<RunInput> {
  const pool = await readPool(tx, program, settings);
  const before = run.beforeId === undefined ? [] : await pairsOf(tx, run.beforeId);
  const day = program.timeline.startsOn ?? dayOf(new Date(run.requestedAt), settings.timeZone);
  const ruled = matchProgram(program, `${day}T12:00:00.000Z`, run.options.fair);
  const byId = new Map(pool.people.map((person) => [person.id, person]));
  const locked = before.filter((pair) => pair.locked && canStay(pair, byId, pool.untrained));
  const people = withRoles(pool, locked);
  const current = currentOf(before, locked, people, run.options.stayBonus);
  const matched = current ? { ...ruled, current } : ruled;
  const inputs = sha256(canonicalJson({ people, program: matched })).slice(0, 32);
  return { people, program: matched, untrained: pool.untrained, locked, inputs };
}

function hasRole(person: Participant | undefined, side: 'mentor' | 'mentee'): boolean {
  return person?.roles.includes(side) ?? false;
}

/** Whether both can be matched, if only by setting the training aside. */
function canStay(
  { menteeId, mentorId }: Pair,
  byId: ReadonlyMap<string, Participant>,
  untrained: Pool['untrained'],
): boolean {
  const can = (id: string, side: 'mentor' | 'mentee') =>
    hasRole(byId.get(id), side) || (byId.has(id) && (untrained.get(id)?.includes(side) ?? false));
  return can(menteeId, 'mentee') && can(mentorId, 'mentor');
}

/** Gives people of locked pairs the role that they lack the training for, and to nobody else in the run. */
function withRoles(pool: Pool, locked: readonly PairRecord[]): Participant[] {
  return pool.people.map((person) => {
    const taught = locked.filter((pair) => pair.mentorId === person.id).length;
    const learns = locked.some((pair) => pair.menteeId === person.id);
    const mentor = taught > 0 && !hasRole(person, 'mentor');
    const mentee = learns && !hasRole(person, 'mentee');
    if (!mentor && !mentee) return person;
    const added = [...(mentor ? ['mentor' as const] : []), ...(mentee ? ['mentee' as const] : [])];
    return { ...person, roles: [...person.roles, ...added], ...(mentor && { capacity: taught }) };
  });
}

function currentOf(
  before: readonly PairRecord[],
  locked: readonly PairRecord[],
  people: readonly Participant[],
  stayBonus: number,
): MatchProgram['current'] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const both = ({ menteeId, mentorId }: Pair) =>
    hasRole(byId.get(menteeId), 'mentee') && hasRole(byId.get(mentorId), 'mentor');
  const idsOf = ({ menteeId, mentorId }: Pair) => ({ menteeId, mentorId });
  const inOrder = (list: readonly PairRecord[]) =>
    list.map(idsOf).sort((a, b) => (a.menteeId < b.menteeId ? -1 : 1));
  const pairs = stayBonus > 0 ? inOrder(before.filter(both)) : [];
  if (pairs.length === 0 && locked.length === 0) return undefined;
  return { pairs, locked: inOrder(locked), ...(stayBonus > 0 && { stayBonus }) };
}
