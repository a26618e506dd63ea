/** Two respondents who tell each other what they answered, against releases for one and for two of them. */
import { computeRelease } from '../../packages/core/src/release/compute-release.js';
import type { Colluders, SurveyInput, SurveyRelease } from '../../packages/core/src/release/model.js';
import { exposed, knownSums } from '../../packages/core/src/release/test-attacker.js';
import { integer, randomFrom, surveyOf } from '../../packages/core/src/release/test-surveys.js';

/** What became of the same cycles when they are released to withstand so many colluders. */
export interface PooledTally {
  /** Cycles in which a pair found the sum of 1 to k − 1 others. */
  broken: number;
  /** Groups of single attributes with k + 2 respondents or more, and how many of them show their mean. */
  eligible: number;
  shown: number;
}

/** Cycles, pairs tried in them, and what they found. */
export interface Pooled {
  cycles: number;
  tried: number;
  /** By the number of colluders that the release is to withstand. */
  withstanding: Record<1 | 2, PooledTally>;
}

/** Pairs tried in each cycle. */
const PAIRS = 40;

/** Releases so many cycles for one and for two colluders, and has the same pairs attack both. */
export function runPooled(cycles: number, seed: number): Pooled {
  const none = { broken: 0, eligible: 0, shown: 0 };
  const pooled: Pooled = { cycles, tried: 0, withstanding: { 1: { ...none }, 2: { ...none } } };
  for (let at = 0; at < cycles; at++) {
    const random = randomFrom(seed + at);
    const people = integer(random, 20, 120);
    const attributes = Array.from({ length: integer(random, 2, 3) }, () => integer(random, 2, 5));
    const input = surveyOf(seed + at, { people, attributes, skew: random() });
    const pairs = pairsOf(input, random);
    pooled.tried += pairs.length;
    for (const colluders of [1, 2] as const)
      attack(pooled.withstanding[colluders], { ...input, colluders }, pairs);
  }
  return pooled;
}

/** Half of them by chance, half of those who are most alone in their groups and so tell most. */
function pairsOf({ respondents }: SurveyInput, random: () => number): [number, number][] {
  const cells = new Map<string, number>();
  const cellOf = (person: number) => respondents[person]?.groups.join() ?? '';
  for (const person of respondents.keys()) cells.set(cellOf(person), (cells.get(cellOf(person)) ?? 0) + 1);
  const size = (person: number) => cells.get(cellOf(person)) ?? 0;
  const alone = [...respondents.keys()].sort((a, b) => size(a) - size(b) || a - b).slice(0, 12);
  const pairs = new Map<string, [number, number]>();
  for (let tries = 0; pairs.size < PAIRS && tries < 10 * PAIRS; tries++) {
    const among = tries % 2 === 0 ? alone : [...respondents.keys()];
    const pair = [0, 1].map(() => among[integer(random, 0, among.length - 1)] ?? 0).sort((a, b) => a - b);
    const [one = 0, other = 0] = pair;
    if (one !== other) pairs.set(`${one} ${other}`, [one, other]);
  }
  return [...pairs.values()];
}

function attack(
  tally: PooledTally,
  input: SurveyInput & { colluders: Colluders },
  pairs: readonly [number, number][],
): void {
  const { k } = input.thresholds;
  const release = releaseOf(input);
  const known = knownSums(input, release, 'q0');
  if (known.length > 0 && pairs.some((pair) => exposed(known, k, 1, pair).length > 0)) tally.broken++;
  for (const { id, level } of input.groups) {
    if (level !== 1) continue;
    if (input.respondents.filter(({ groups }) => groups.includes(id)).length < k + 2) continue;
    tally.eligible++;
    if (release.cells[id]?.['q0']?.shown) tally.shown++;
  }
}

function releaseOf(input: SurveyInput): SurveyRelease {
  const release = computeRelease(input);
  if (release.kind !== 'survey') throw new TypeError('A survey was released as something else.');
  return release;
}
