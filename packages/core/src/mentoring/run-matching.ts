import type { Matching } from '../matching/matching.js';
import type { MatchProgram } from '../matching/program.js';
import type { Reader } from '../store/store.js';
import { leftovers, type PairRecord, type RunRecord } from './model/run.js';
import { pairsOf, type RunInput } from './run-input.js';

/** More mentees without a mentor than a question looks at. */
const LEFT = 1000;

/** A run's pairs as they stand, as the engine's own result, for questions about them. */
export async function storedMatching(tx: Reader, run: RunRecord): Promise<Matching> {
  const pairs = await pairsOf(tx, run.id);
  const where = { runId: run.id, side: 'mentee' } as const;
  const left = await tx.find(leftovers, { where, order: '+personId', limit: LEFT });
  const scores = pairs.map((pair) => pair.score);
  const { certificate } = run.figures ?? {};
  const proof = run.proof ?? { unmatchedCost: 0, floor: 0, stayBonus: 0 };
  return {
    // What questions ask of pairs is who and how well; reasons are judged anew.
    pairs: pairs.map(({ menteeId, mentorId, score, locked }) => ({
      ...{ menteeId, mentorId, score, locked },
      reasons: [],
    })),
    unmatched: left.items.map(({ personId }) => ({
      menteeId: personId,
      missing: 1,
      reason: { code: 'notWorthIt', best: 0 },
    })),
    shortages: [],
    total: scores.reduce((sum, score) => sum + score, 0),
    certificate: {
      ...(certificate ?? { optimal: false, primal: 0, dual: 0, gap: 0, scope: 'candidateLists' }),
      ...proof,
      heuristic: false,
    },
    prices: run.prices ?? {},
    fairness: {
      worst: scores.length > 0 ? Math.min(...scores) : 0,
      ...{ p5: 0, mean: 0, gini: 0, jain: 0, priceOfFairness: 0 },
    },
    moved: [],
    relaxed: [],
    mutualBroken: 0,
    closedGroups: [],
  };
}

/** What a run like this one would be computed from, with its pairs as they stand as those to be kept. */
export function programFrom(input: RunInput, pairs: readonly PairRecord[], stayBonus: number): MatchProgram {
  const roles = new Map(input.people.map((person) => [person.id, person.roles]));
  const here = pairs
    .filter(
      (pair) => roles.get(pair.menteeId)?.includes('mentee') && roles.get(pair.mentorId)?.includes('mentor'),
    )
    .map(({ menteeId, mentorId, locked }) => ({ menteeId, mentorId, locked }))
    .sort((a, b) => (a.menteeId < b.menteeId ? -1 : 1));
  const idsOf = ({ menteeId, mentorId }: { menteeId: string; mentorId: string }) => ({ menteeId, mentorId });
  const locked = here.filter((pair) => pair.locked).map(idsOf);
  return { ...input.program, current: { pairs: here.map(idsOf), locked, stayBonus } };
}
