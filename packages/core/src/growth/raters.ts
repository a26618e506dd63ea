import { GuildhallError } from '../errors.js';
import type { CommandContext } from '../operation.js';
import { people } from '../people/model.js';
import { isOldEnough } from '../people/since.js';
import { cycles, type CycleRecord } from '../reviews/model/cycle.js';
import { NAMELESS, type Direction } from '../reviews/model/kinds.js';
import { nominationsOf } from '../reviews/board.js';
import type { Reader } from '../store/store.js';
import type { AreaRecord, PanelRecord } from './model.js';
import { notFound } from '../errors.js';

/** Whom to ask again, and by the rules of which cycle. */
export interface Raters {
  mode: 'confidential' | 'sealed';
  thresholds: CycleRecord['thresholds'];
  /** Those that somebody is asked in, in the order in which they are shown. */
  relations: Direction[];
  seats: { personId: string; relation: Direction }[];
}

/**
 * The colleagues who were asked about the person in the cycle of an area, as far as they are here, whether or not they
 * answered then: that nobody knows. Their answers are nameless now, sealed where they were, and the thresholds are those
 * of the cycle. `growth.tooFew` where they are so few that nothing could be shown.
 */
export async function ratersOf(context: CommandContext, area: AreaRecord): Promise<Raters> {
  const { tx, now } = context;
  const cycle = await tx.get(cycles, area.cycleId);
  if (!cycle) throw notFound('report');
  const asked = (await nominationsOf(tx, cycle.id, area.personId)).filter(
    ({ state, direction }) => state === 'approved' && NAMELESS.some((one) => one === direction),
  );
  const here = new Set(
    (await tx.getMany(people, [...new Set(asked.map(({ reviewerId }) => reviewerId))]))
      .filter((person) => person.status === 'active' && isOldEnough(person, now.toISOString()))
      .map(({ id }) => id),
  );
  const seats = asked
    .filter(({ reviewerId }) => here.has(reviewerId))
    .map(({ reviewerId: personId, direction: relation }) => ({ personId, relation }));
  if (seats.length < cycle.thresholds.k360)
    throw new GuildhallError('conflict', 'growth.tooFew', 'Too few of those who were asked then are here.');
  const relations = NAMELESS.filter((one) => seats.some(({ relation }) => relation === one));
  const mode = cycle.mode === 'sealed' ? 'sealed' : 'confidential';
  return { mode, thresholds: cycle.thresholds, relations, seats };
}

/** By cycle: how many of one shown class must answer before words are shown. A panel takes it from its cycle, frozen. */
export async function kTextsOf(
  tx: Reader,
  panels: readonly Pick<PanelRecord, 'cycleId'>[],
): Promise<ReadonlyMap<string, number>> {
  const found = await tx.getMany(cycles, [...new Set(panels.map(({ cycleId }) => cycleId))]);
  return new Map(found.map(({ id, thresholds }) => [id, thresholds.kText]));
}
