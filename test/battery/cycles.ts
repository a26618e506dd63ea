/** Generated cycles, released by Guildhall and by the rules of others, and attacked. */
import type { Audit } from '../../packages/core/src/release/audit.js';
import { spanAudit } from '../../packages/core/src/release/audit.js';
import { computeRelease } from '../../packages/core/src/release/compute-release.js';
import { Ledger } from '../../packages/core/src/release/ledger.js';
import type { PanelInput, SurveyInput } from '../../packages/core/src/release/model.js';
import { fixedOrder } from '../../packages/core/src/release/order.js';
import {
  exposed,
  knownPanelSums,
  knownSums,
  type KnownSums,
} from '../../packages/core/src/release/test-attacker.js';
import { nextSmallest, remainderRule, thresholdOnly } from '../../packages/core/src/release/test-policies.js';
import {
  anySurvey,
  integer,
  panelOf,
  randomFrom,
  surveyOf,
} from '../../packages/core/src/release/test-surveys.js';

/** What became of the cycles under one rule. */
export interface Tally {
  cycles: number;
  /** Cycles in which the attacker found the sum of 1 to k − 1 people. */
  broken: number;
  /** Groups of single attributes with k respondents or more, and how many of them show their mean. */
  eligible: number;
  shown: number;
  /** The same for groups of two attributes crossed. */
  eligibleCrossed: number;
  shownCrossed: number;
}

/** Everything that the page tells. */
export interface Battery {
  /** Two attributes, cells of 7 people in the mean, every group offered: the setting of the first finding. */
  two: Record<string, Tally>;
  /** Organizations of 5 to 300 people of all kinds, some with questions left out and an index. */
  mixed: Record<string, Tally>;
  /** Cycles whose readers answered, and how many readers were tried in them. */
  readers: { cycles: number; tried: number; broken: number; eligible: number; shown: number };
  panels: { sets: number; cells: number; broken: number };
}

const RULES: Record<string, (input: SurveyInput) => Audit> = {
  'threshold only': () => thresholdOnly,
  'remainder rule': () => remainderRule,
  'next smallest': ({ groups }) => nextSmallest(groups.map(({ id }) => id)),
  'row spans alone': () => spanAudit,
};

/** Runs as many cycles as asked of every kind; the same for the same seed. */
export function runBattery(cycles: number, seed: number, tell: (line: string) => void = () => {}): Battery {
  const started = Date.now();
  const battery: Battery = {
    two: tallies(),
    mixed: tallies(),
    readers: { cycles: 0, tried: 0, broken: 0, eligible: 0, shown: 0 },
    panels: { sets: 0, cells: 0, broken: 0 },
  };
  for (let at = 0; at < cycles; at++) {
    const random = randomFrom(seed + at);
    if (at % 10 < 6) attack(battery.two, twoAttributes(random, seed + at));
    else if (at % 10 < 9) attack(battery.mixed, anyKind(random, seed + at));
    else attackAsReaders(battery.readers, random, seed + at);
    attackPanel(battery.panels, random, seed + at);
    if ((at + 1) % 1000 === 0) tell(`${at + 1} cycles, ${Math.round((Date.now() - started) / 1000)} s`);
  }
  return battery;
}

function tallies(): Record<string, Tally> {
  const none = { cycles: 0, broken: 0, eligible: 0, shown: 0, eligibleCrossed: 0, shownCrossed: 0 };
  return Object.fromEntries([...Object.keys(RULES), 'Guildhall'].map((rule) => [rule, { ...none }]));
}

function twoAttributes(random: () => number, seed: number): SurveyInput {
  const attributes = [integer(random, 3, 6), integer(random, 2, 5)];
  return surveyOf(seed, { people: 7 * attributes[0]! * attributes[1]!, attributes, skew: random() });
}

function anyKind(random: () => number, seed: number): SurveyInput {
  const people = Math.round(5 * 60 ** random());
  const most = Math.max(2, Math.min(5, Math.round(people / 12)));
  return anySurvey(seed, {
    people,
    attributes: Array.from({ length: integer(random, 1, 3) }, () => integer(random, 2, most)),
    k: integer(random, 4, 6),
    ...(random() < 0.4 ? { questions: 3, indexes: true, skip: 0.06 } : {}),
  });
}

/** Releases one cycle under every rule and attacks each question. */
function attack(tally: Record<string, Tally>, input: SurveyInput): void {
  const release = computeRelease(input);
  if (release.kind !== 'survey') throw new TypeError('A survey was released as something else.');
  count(
    tally.Guildhall!,
    input,
    (question) => knownSums(input, release, question),
    (group) => release.cells[group]!.q0!.shown,
  );
  for (const [rule, auditOf] of Object.entries(RULES)) {
    const { known, shown } = underRule(input, auditOf(input));
    count(tally[rule]!, input, known, shown);
  }
}

function count(
  tally: Tally,
  input: SurveyInput,
  known: (question: string) => KnownSums,
  shown: (group: string) => boolean,
): void {
  tally.cycles++;
  if (input.measures.some(({ id }) => exposed(known(id), input.thresholds.k).length > 0)) tally.broken++;
  for (const { id, level } of input.groups) {
    if (level === 0 || sizeOf(input, id) < input.thresholds.k) continue;
    const is = shown(id) ? 1 : 0;
    if (level === 1) [tally.eligible, tally.shown] = [tally.eligible + 1, tally.shown + is];
    else [tally.eligibleCrossed, tally.shownCrossed] = [tally.eligibleCrossed + 1, tally.shownCrossed + is];
  }
}

function sizeOf({ respondents }: SurveyInput, group: string): number {
  return respondents.filter(({ groups, values }) => groups.includes(group) && 'q0' in values).length;
}

/** What a rule alone would show: no rounding, no bounds, no bands, which hide sums and not who is in them. */
function underRule(
  input: SurveyInput,
  audit: Audit,
): { known: (question: string) => KnownSums; shown: (group: string) => boolean } {
  const { groups, measures, respondents, thresholds } = input;
  const members = groups.map(({ id }) =>
    Uint8Array.from(respondents, (one) => (id === 'all' || one.groups.includes(id) ? 1 : 0)),
  );
  const answered = measures.map(({ id }) =>
    Uint8Array.from(respondents, ({ values }) => (id in values ? 1 : 0)),
  );
  const ledger = new Ledger({
    people: respondents.length,
    groups: members,
    answered,
    indexes: [],
    k: thresholds.k,
    colluders: 0,
    audit,
  });
  const sizes = members.map((people) => people.reduce((sum, one) => sum + one, 0));
  const accepted = measures.map(() => new Set<number>());
  for (const group of fixedOrder(groups, sizes))
    for (const [measure, set] of accepted.entries()) if (ledger.acceptMeasure(measure, group)) set.add(group);
  return {
    known: (question) => {
      const measure = measures.findIndex(({ id }) => id === question);
      return [...accepted[measure]!].map((group) =>
        Array.from(members[group]!, (inside, person) => inside & answered[measure]![person]!),
      );
    },
    shown: (group) => accepted[0]!.has(groups.findIndex(({ id }) => id === group)),
  };
}

/** Ten readers of each cycle, each of whom knows the own answer. */
function attackAsReaders(tally: Battery['readers'], random: () => number, seed: number): void {
  const people = integer(random, 20, 120);
  const attributes = [integer(random, 2, 5), integer(random, 2, 4)];
  const input = surveyOf(seed, { people, attributes, colluders: 1, skew: random() });
  const release = computeRelease(input);
  if (release.kind !== 'survey') throw new TypeError('A survey was released as something else.');
  const known = knownSums(input, release, 'q0');
  tally.cycles++;
  const readers = Array.from({ length: 10 }, () => integer(random, 0, people - 1));
  tally.tried += readers.length;
  if (readers.some((reader) => exposed(known, input.thresholds.k, 1, [reader]).length > 0)) tally.broken++;
  for (const { id, level } of input.groups) {
    if (level !== 1 || sizeOf(input, id) <= input.thresholds.k) continue;
    tally.eligible++;
    if (release.cells[id]!.q0!.shown) tally.shown++;
  }
}

/** One set of raters: what is published must be closed under subtraction, and pass the attacker as well. */
function attackPanel(tally: Battery['panels'], random: () => number, seed: number): void {
  const raters = {
    peer: integer(random, 0, 9),
    upward: integer(random, 0, 8),
    external: integer(random, 0, 6),
  };
  const input: PanelInput = panelOf(seed, raters, {
    k: integer(random, 3, 5),
    skip: random() < 0.5 ? 0.12 : 0,
  });
  const { k } = input.thresholds;
  const release = computeRelease(input);
  if (release.kind !== 'panel') throw new TypeError('A panel was released as something else.');
  tally.sets++;
  const broken = input.measures.some(({ id }) => {
    const known = knownPanelSums(input, release, id);
    tally.cells += known.length;
    return !isClosed(known, k) || exposed(known, k).length > 0;
  });
  if (broken) tally.broken++;
}

/** Whether what one sum leaves of another, where one holds the other, is nobody or k people. */
function isClosed(known: KnownSums, k: number): boolean {
  return known.every((outer) =>
    known.every((inner) => {
      if (inner.some((inside, person) => inside > outer[person]!)) return true;
      const left = outer.filter((inside, person) => inside > inner[person]!).length;
      return left === 0 || left >= k;
    }),
  );
}
