import { GuildhallError, invalidField, notFound } from '../errors.js';
import type { CommandContext } from '../operation.js';
import { people } from '../people/model.js';
import { isOldEnough } from '../people/since.js';
import type { Colluders, Group, Index, Thresholds } from '../release/model.js';
import { bucketsOf, groupsOf } from './buckets.js';
import { rounds, seats, type RoundArea, type RoundRecord, type SeatRecord } from './model.js';
import type { Question } from './question.js';
import { everySeat, roundOf, whenFrozen } from './read.js';
import { problemOfRound } from './round-rules.js';

/** A place in a round that is to be given to a person. */
export interface Seat {
  id: string;
  personId: string;
  /** Surveys: the groups of the plan the person counts in, without `all`. Panels: exactly one relation. */
  groups: string[];
  /** Panels: the subject. Surveys: `all`. */
  sheetId: string;
}

/** A round as its owner makes it. */
export interface RoundDraft {
  id: string;
  /** Whose it is: the events about it carry the id of the round, and the owner finds itself by it. */
  owner: { area: RoundArea; id: string };
  mode: 'confidential' | 'sealed';
  shape: 'survey' | 'panel';
  thresholds: Thresholds;
  /**
   * Surveys: how many of those who answer, at most, are taken to pool their answers with what can be read; 1 at least when
   * people who answer are among the readers of the release. Panels: 0, raters are no readers.
   */
  colluders: Colluders;
  questions: readonly Question[];
  /** Surveys: every group of the plan, `all` first. Panels: none. */
  groups: readonly Group[];
  /** Panels: the relations that may be shown, in the order in which they are. Surveys: none. */
  relations: readonly string[];
  /** Over measures as `measuresOf` names them. */
  indexes: readonly Index[];
  /** Surveys: the round before, for the trend. It must be one of the same owner area. */
  before?: string | undefined;
  /** Whoever's account was younger than 30 days then gets no seat. Default: now. */
  launchedAt?: string | undefined;
  /**
   * Given: the round has these seats and is `open` at once. Left out: it is `gathering`, until `startCollecting`, so
   * that a large roster can be added in parts.
   */
  seats?: readonly Seat[] | undefined;
}

/**
 * Makes a round and freezes all that it will be released by. A panel takes further seats while it is open.
 * Throws `invalid` for a draft that no release could be computed from, `reviewer.tooNew` for a young account.
 */
export async function openRound(context: CommandContext, draft: RoundDraft): Promise<void> {
  const problem = problemOfRound(draft);
  if (problem) throw invalidField(problem.field, problem.cause, 'round.invalid');
  const { before, launchedAt = context.now.toISOString(), seats: given, owner, ...frozen } = draft;
  const record: RoundRecord = {
    ...frozen,
    owner: { area: owner.area, id: owner.id },
    questions: [...draft.questions],
    groups: [...draft.groups],
    relations: [...draft.relations],
    indexes: [...draft.indexes],
    ...(before !== undefined && { before }),
    launchedAt,
    state: 'gathering',
    invited: {},
    buckets: {},
  };
  await context.tx.insert(rounds, record);
  if (!given) return;
  await insertSeats(context, record, given);
  await startCollecting(context, draft.id);
}

/**
 * Adds seats: to any round that is still gathering, and to a panel while it is open (a replacement after a decline).
 * Throws `round.frozen` otherwise, `reviewer.tooNew` for an account that was younger than 30 days at the launch, and
 * `store.taken` where the person has a seat on that sheet. For many people call it in parts of at most 500.
 */
export async function addSeats(
  context: CommandContext,
  roundId: string,
  added: readonly Seat[],
): Promise<void> {
  const round = await roundOf(context.tx, roundId);
  if (round.state !== 'gathering' && !(round.state === 'open' && round.shape === 'panel'))
    throw whenFrozen(round);
  await insertSeats(context, round, added);
}

/**
 * Takes away a seat. While the round is gathering anybody may whom the owner lets; once a panel is open, only the
 * seat's own person, who thereby declines, and only before the form was opened: `form.started` afterwards. Else a
 * manager could learn by it who has answered.
 */
export async function removeSeat(context: CommandContext, roundId: string, seatId: string): Promise<void> {
  const { tx, actor } = context;
  const round = await roundOf(tx, roundId);
  const seat = await tx.get(seats, seatId);
  if (seat?.roundId !== roundId) throw notFound('seat');
  if (round.state !== 'gathering') {
    if (round.state !== 'open' || round.shape !== 'panel') throw whenFrozen(round);
    if (seat.personId !== actor.id) throw whenFrozen(round);
    if (seat.state !== 'open')
      throw new GuildhallError(
        'conflict',
        'form.started',
        'The form was opened: it can be left unanswered, not declined.',
      );
  }
  await tx.remove(seats, seatId);
}

/** The roster stands; from now on people answer. A round that is open stays so. */
export async function startCollecting(context: CommandContext, roundId: string): Promise<void> {
  const { tx } = context;
  const round = await roundOf(tx, roundId);
  if (round.state === 'open') return;
  if (round.state !== 'gathering') throw whenFrozen(round);
  const open: RoundRecord = { ...round, state: 'open' };
  if (round.shape === 'survey') {
    const roster: string[][] = [];
    await everySeat(tx, roundId, async ({ groups }) => void roster.push(groups));
    if (round.mode === 'sealed') open.buckets = bucketsOf(roster, round.groups);
    open.invited = invitedOf(
      round.groups.map(({ id }) => id),
      roster.map((groups) => groupsOf(open, { groups })),
    );
  }
  await tx.replace(rounds, open);
}

/** How many were invited, by group. */
function invitedOf(
  groups: readonly string[],
  roster: readonly (readonly string[])[],
): Record<string, number> {
  const invited = new Map(groups.map((group) => [group, group === 'all' ? roster.length : 0]));
  for (const group of roster.flat()) invited.set(group, (invited.get(group) ?? 0) + 1);
  return Object.fromEntries(invited);
}

async function insertSeats(
  { tx }: CommandContext,
  round: RoundRecord,
  added: readonly Seat[],
): Promise<void> {
  const known = new Set(round.shape === 'survey' ? round.groups.map(({ id }) => id) : round.relations);
  for (const { id, groups, sheetId } of added) {
    const stray = groups.find((group) => !known.has(group) || group === 'all');
    if (stray !== undefined) throw invalidField(`seats.${id}.groups`, `${stray} is no group of the round.`);
    if (new Set(groups).size < groups.length)
      throw invalidField(`seats.${id}.groups`, 'A group is named twice.');
    if (round.shape === 'panel' && groups.length !== 1)
      throw invalidField(`seats.${id}.groups`, 'A seat of a panel has exactly one relation.');
    if (round.shape === 'survey' && sheetId !== 'all')
      throw invalidField(`seats.${id}.sheetId`, 'The sheet of a survey is called all.');
  }
  const holders = await tx.getMany(people, [...new Set(added.map(({ personId }) => personId))]);
  const byId = new Map(holders.map((person) => [person.id, person]));
  const records: SeatRecord[] = [];
  for (const { id, personId, groups, sheetId } of added) {
    const person = byId.get(personId);
    if (!person) throw notFound('person');
    if (!isOldEnough(person, round.launchedAt))
      throw new GuildhallError(
        'forbidden',
        'reviewer.tooNew',
        'An account counts from 30 days before the launch on: invite somebody else.',
      );
    const seat: SeatRecord = {
      id,
      roundId: round.id,
      personId,
      sheetId,
      groups: [...groups],
      state: 'open',
      launchedAt: round.launchedAt,
    };
    records.push(seat);
  }
  await tx.insertAll(seats, records);
}
