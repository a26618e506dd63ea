import type { Matching, OptimalityCertificate, Unmatched } from '../matching/matching.js';
import type { Participant } from '../matching/participant.js';
import { RULE_CODES } from '../matching/rule-codes.js';
import { ALWAYS, isFirm } from './judge.js';
import type { LeftoverRecord, MatchRun, PairRecord, RunRecord } from './model/run.js';
import { storedReasons } from './reasons.js';
import type { RunInput } from './run-input.js';

/** A pair as a run gives it to be stored. */
export type PairResult = Omit<PairRecord, 'id' | 'runId' | 'place' | 'mentorshipId'>;

/** Somebody left over as a run gives it to be stored. */
export type LeftoverResult = Omit<LeftoverRecord, 'id' | 'runId'>;

/** A run's result in the shape in which it is kept. */
export interface RunResult {
  pairs: PairResult[];
  leftovers: LeftoverResult[];
  figures: NonNullable<MatchRun['figures']>;
  /** What explanations need: dual prices by mentor, and the terms of the proof. */
  prices: Record<string, number>;
  proof: NonNullable<RunRecord['proof']>;
}

/** What is kept of a match. `took`: milliseconds of computing. */
export function resultOf(input: RunInput, matching: Matching, took: number): RunResult {
  const proof = matching.certificate;
  if (!('optimal' in proof)) throw new Error('Runs match by total score.');
  const { unmatchedCost, floor, stayBonus } = proof;
  const byId = new Map(input.people.map((person) => [person.id, person]));
  const handmade = new Map(input.locked.map((pair) => [pairKey(pair), pair]));
  const pairs = matching.pairs.map((pair): PairResult => {
    const { menteeId, mentorId, score, locked } = pair;
    const before = handmade.get(pairKey(pair));
    const [mentee, mentor] = [byId.get(menteeId), byId.get(mentorId)];
    if (!mentee || !mentor) throw new Error('The engine matches only those it was given.');
    return {
      ...{ mentorId, menteeId, score, locked },
      reasons: storedReasons(pair.reasons, mentee, mentor),
      byHand: before?.byHand ?? false,
      ...(before?.override !== undefined && { override: before.override }),
    };
  });
  return {
    pairs,
    leftovers: [...menteesLeft(input, matching, byId), ...mentorsLeft(input, pairs), ...untrained(input)],
    figures: { ...figuresOf(input, matching, pairs, took), certificate: certificateOf(proof) },
    prices: matching.prices,
    proof: { unmatchedCost, floor, stayBonus },
  };
}

function figuresOf(
  { people }: RunInput,
  matching: Matching,
  pairs: readonly PairResult[],
  took: number,
): Omit<RunResult['figures'], 'certificate'> {
  const mentors = people.filter((person) => person.roles.includes('mentor'));
  return {
    mentors: mentors.length,
    mentees: people.filter((person) => person.roles.includes('mentee')).length,
    places: mentors.reduce((sum, { capacity = 1 }) => sum + capacity, 0),
    ...tallyOf(pairs),
    moved: matching.moved.length,
    took,
  };
}

function certificateOf({ optimal, primal, dual, gap, scope }: OptimalityCertificate) {
  return { optimal, primal, dual, gap, scope };
}

/** The figures that change when pairs are changed by hand. */
export function tallyOf(
  pairs: readonly Pick<PairResult, 'menteeId' | 'mentorId' | 'score' | 'byHand' | 'locked'>[],
): Omit<RunResult['figures'], 'mentors' | 'mentees' | 'places' | 'moved' | 'certificate' | 'took'> {
  const total = pairs.reduce((sum, pair) => sum + pair.score, 0);
  return {
    matched: new Set(pairs.map((pair) => pair.menteeId)).size,
    matchedMentors: new Set(pairs.map((pair) => pair.mentorId)).size,
    mean: pairs.length === 0 ? 0 : total / pairs.length,
    worst: pairs.reduce((least, pair) => Math.min(least, pair.score), pairs[0]?.score ?? 0),
    total,
    byHand: pairs.filter((pair) => pair.byHand).length,
    locked: pairs.filter((pair) => pair.locked).length,
  };
}

/** The key of a pair among others. */
export function pairKey({ menteeId, mentorId }: { menteeId: string; mentorId: string }): string {
  return `${menteeId} ${mentorId}`;
}

function menteesLeft(
  input: RunInput,
  matching: Matching,
  byId: ReadonlyMap<string, Participant>,
): LeftoverResult[] {
  return matching.unmatched.map(({ menteeId, reason }) => {
    const mentee = byId.get(menteeId);
    const skills = (mentee?.goals ?? []).map((goal) => goal.skill);
    const nobodyHas = mentee !== undefined && !input.people.some((person) => teaches(person, mentee));
    return {
      personId: menteeId,
      side: 'mentee',
      ...(reason.code === 'capacity'
        ? shortageOf(matching, reason.shortage)
        : whyOf(reason, nobodyHas, skills)),
    };
  });
}

function teaches(mentor: Participant, { goals = [] }: Participant): boolean {
  return (
    mentor.roles.includes('mentor') &&
    (mentor.skills ?? []).some(({ skill }) => goals.some((goal) => goal.skill === skill))
  );
}

type Why = Pick<LeftoverResult, 'why' | 'facts'>;

/** These mentees can only be with these mentors, and these have fewer places. */
function shortageOf(matching: Matching, index: number): Why {
  const shortage = matching.shortages[index];
  if (!shortage) return { why: 'allTaken', facts: {} };
  const { menteeIds, mentorIds, places } = shortage;
  return { why: 'allTaken', facts: { wanting: menteeIds.length, mentors: mentorIds.length, places } };
}

/**
 * `rules`: how many mentors each rule bars, by its code, and without which rules there would be one. The rules that
 * always hold are counted together.
 */
function whyOf(
  reason: Exclude<Unmatched['reason'], { code: 'capacity' }>,
  nobodyHas: boolean,
  skills: string[],
): Why {
  const wanted = nobodyHas && skills.length > 0;
  if (reason.code === 'notWorthIt')
    return wanted
      ? { why: 'noMentorWithSkill', facts: { skills } }
      : { why: 'notWorthIt', facts: { best: reason.best } };
  // Runs match by total; only a stable match has other reasons.
  if (reason.code !== 'noEligibleMentor') return { why: 'rules', facts: {} };
  const { barred, mentors, relax } = reason;
  if (mentors === 0) return { why: 'noMentors', facts: {} };
  if (wanted && barred.strongerInSkill === mentors) return { why: 'noMentorWithSkill', facts: { skills } };
  const own = RULE_CODES.filter((rule) => !isFirm(rule) && barred[rule] !== undefined);
  const firm = RULE_CODES.filter(isFirm).reduce((sum, rule) => sum + (barred[rule] ?? 0), 0);
  return {
    why: 'rules',
    facts: {
      mentors,
      ...(firm > 0 && { [ALWAYS]: Math.min(firm, mentors) }),
      ...Object.fromEntries(own.map((rule) => [rule, barred[rule] ?? 0])),
      ...(relax.length > 0 && !relax.some(isFirm) && { relax }),
    },
  };
}

function mentorsLeft({ people }: RunInput, pairs: readonly PairResult[]): LeftoverResult[] {
  const taken = new Map<string, number>();
  for (const { mentorId } of pairs) taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1);
  return people.flatMap((person) => {
    const left = person.roles.includes('mentor') && roomOf(person, taken.get(person.id) ?? 0);
    return left ? [left] : [];
  });
}

/** A mentor with room as a leftover; undefined when all places are taken. */
export function roomOf({ id, capacity = 1 }: Participant, taken: number): LeftoverResult | undefined {
  if (taken >= capacity) return undefined;
  const facts = { free: capacity - taken, places: capacity };
  return { personId: id, side: 'mentor', why: taken === 0 ? 'unneeded' : 'room', facts };
}

function untrained({ untrained: sides, locked }: RunInput): LeftoverResult[] {
  const kept = new Set(locked.flatMap((pair) => [`mentor ${pair.mentorId}`, `mentee ${pair.menteeId}`]));
  return [...sides].flatMap(([personId, lacking]) =>
    lacking
      .filter((side) => !kept.has(`${side} ${personId}`))
      .map((side) => ({ personId, side, why: 'training', facts: {} })),
  );
}
