import type { Amount, CycleDraft, CycleMove, CycleRecord, CycleVisibility } from '../model/cycle.js';
import {
  DIRECTIONS,
  NAMELESS,
  READERS,
  type CycleState,
  type Direction,
  type Reader,
} from '../model/kinds.js';
import type { Problem } from './template.js';

/** The moves that lead to another state, and the states from which each can be made. */
export const MOVES = {
  launch: { from: ['draft'], to: 'nominating' },
  startApproving: { from: ['nominating'], to: 'approving' },
  startCollecting: { from: ['nominating', 'approving'], to: 'collecting' },
  close: { from: ['collecting'], to: 'calibrating' },
  release: { from: ['calibrating'], to: 'releasing' },
  finish: { from: ['released'], to: 'closed' },
  cancelCycle: { from: ['draft', 'nominating', 'approving', 'collecting', 'calibrating'], to: 'canceled' },
} as const satisfies Record<string, { from: readonly CycleState[]; to: CycleState }>;
export type StateMove = keyof typeof MOVES;

/** Everything else that HR can do with a cycle, and the states in which it can be done. */
const OTHER_MOVES: Partial<Record<CycleMove, readonly CycleState[]>> = {
  updateCycle: ['draft'],
  extend: ['nominating', 'approving', 'collecting'],
  remind: ['collecting'],
  calibrate: ['calibrating'],
  exportCycle: ['released', 'closed'],
};

/** The states in which a move can be made. A cycle can always be copied. */
export function statesFor(move: CycleMove): readonly CycleState[] | undefined {
  return move in MOVES ? MOVES[move as StateMove].from : OTHER_MOVES[move];
}

/** Whether a move can be made in the state in which the cycle is. */
export function mayMove({ state }: Pick<CycleRecord, 'state'>, move: CycleMove): boolean {
  return statesFor(move)?.includes(state) ?? true;
}

/** Who reads the reports of a cycle, in one order. */
export function readersOf(visibility: CycleVisibility): Reader[] {
  return READERS.filter((reader) => visibility[reader]);
}

/** The directions that a cycle asks, in one order. */
export function directionsOf({ templateByDirection }: Pick<CycleDraft, 'templateByDirection'>): Direction[] {
  return DIRECTIONS.filter((direction) => templateByDirection[direction] !== undefined);
}

/** Whether answers of a direction are shown without names. Those of subjects and managers never are. */
export function isNameless({ mode }: Pick<CycleDraft, 'mode'>, direction: Direction): boolean {
  return mode !== 'named' && NAMELESS.some((one) => one === direction);
}

/** The nameless directions that a cycle asks, in the order in which they are shown. */
export function namelessOf(cycle: Pick<CycleDraft, 'mode' | 'templateByDirection'>): Direction[] {
  return NAMELESS.filter((one) => isNameless(cycle, one) && cycle.templateByDirection[one] !== undefined);
}

/** How many reviewers a subject should and may have in a direction. */
export function amountOf({ amounts }: Pick<CycleDraft, 'amounts'>, direction: Direction): Amount {
  if (direction === 'self' || direction === 'manager') return { min: 1, max: 1 };
  return amounts[direction] ?? { min: 0, max: 10 };
}

/** The least number of nameless answers that a cycle asks for: under twenty a second person must agree. */
export function invitedAtLeast(cycle: CycleDraft): number {
  const each = namelessOf(cycle).reduce((sum, direction) => sum + amountOf(cycle, direction).min, 0);
  return cycle.subjects.length * each;
}

/** A cycle that asks nameless people and invites fewer is launched by two people, where one holds both roles. */
export const SMALL_CYCLE = 20;

/** What is wrong with a cycle that its schema cannot say; undefined when nothing. */
export function cycleProblem(draft: CycleDraft): Problem | undefined {
  const { subjects, dates, visibility } = draft;
  if (new Set(subjects).size < subjects.length)
    return { path: 'subjects', message: 'Somebody is listed twice.' };
  if (directionsOf(draft).length === 0)
    return { path: 'templateByDirection', message: 'Choose a template for one direction at least.' };
  for (const direction of NAMELESS) {
    const amount = draft.amounts[direction];
    if (amount && amount.max < amount.min)
      return { path: `amounts.${direction}.max`, message: 'The most is less than the least.' };
  }
  if (!visibility.subject)
    return { path: 'visibility.subject', message: 'What is said of a person, the person reads.' };
  if (draft.thresholds.kText < draft.thresholds.k360)
    return { path: 'thresholds.kText', message: 'Texts tell more than figures: ask for as many at least.' };
  if (dates.answerBy < dates.nominateBy)
    return { path: 'dates.answerBy', message: 'Answering ends before proposing does.' };
  if (dates.releaseOn !== undefined && dates.releaseOn <= dates.answerBy)
    return { path: 'dates.releaseOn', message: 'Release it on a later day than the last one to answer.' };
  return undefined;
}
