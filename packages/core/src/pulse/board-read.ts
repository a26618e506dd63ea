import { GuildhallError, notFound } from '../errors.js';
import type { CommandContext, QueryContext } from '../operation.js';
import { refsOf } from '../people/read.js';
import type { KnownActor } from '../policy.js';
import type { Audience, Found, Reader } from '../store/store.js';
import { audienceViews } from './audience.js';
import {
  BOARD_MOVES,
  boards,
  ideas,
  votes,
  type Board,
  type BoardMove,
  type BoardRecord,
  type BoardSummary,
  type IdeaRecord,
  type VotesRecord,
} from './model/board.js';
import { EVERYONE, isMember, mayLead, moved, SMALL_AUDIENCE } from './rules/board.js';

type Moment = Pick<QueryContext, 'tx' | 'actor'>;

/** What makes the writes to one board wait for each other. */
export function aloneOnBoard(boardId: string): string {
  return `board ${boardId}`;
}

/** The id of a person's votes. */
export function votesKey(boardId: string, personId: string): string {
  return `${boardId}:${personId}`;
}

/** Who hears of what happens to a board: those who can read it. */
export function audienceOfBoard(board: BoardRecord): Audience {
  return board.memberIds.includes(EVERYONE) ? 'everyone' : board.memberIds;
}

/** The board, if it is for the actor; absent and hidden are the same answer. */
export async function ownBoard(tx: Reader, boardId: string, actor: KnownActor): Promise<BoardRecord> {
  const board = await tx.get(boards, boardId);
  if (!board || !isMember(board, actor)) throw notFound('board');
  return board;
}

/** The board, if the actor leads it. */
export async function ledBoard(tx: Reader, boardId: string, actor: KnownActor): Promise<BoardRecord> {
  const board = await ownBoard(tx, boardId, actor);
  if (mayLead(board, actor)) return board;
  throw new GuildhallError('forbidden', 'board.notYours', 'Only the one who leads the board can do this.');
}

/** A `conflict`: the board is in another phase. */
export function wrongPhase(board: BoardRecord): GuildhallError {
  return new GuildhallError(
    'conflict',
    'board.phase',
    `The board is ${board.state}; this belongs elsewhere.`,
  );
}

/** How many records one step of a walk reads. */
const STEP = 1000;

/** All ideas of a board in the order of their random ids. */
export async function ideasOf(tx: Reader, boardId: string): Promise<IdeaRecord[]> {
  return all((after) => tx.find(ideas, { where: { boardId }, order: '+id', after, limit: STEP }));
}

/** All votes of a board. */
export async function votesOf(tx: Reader, boardId: string): Promise<VotesRecord[]> {
  return all((after) => tx.find(votes, { where: { boardId }, order: '+id', after, limit: STEP }));
}

async function all<T>(fetch: (after: string | undefined) => Promise<Found<T>>): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const step = await fetch(after);
    items.push(...step.items);
    after = step.next;
  } while (after !== undefined);
  return items;
}

/** Boards as lists show them. */
export async function boardSummaries(
  { tx, actor }: Moment,
  records: readonly BoardRecord[],
): Promise<BoardSummary[]> {
  const leads = await refsOf(
    tx,
    records.map((record) => record.leadId),
  );
  const audiences = await audienceViews(
    tx,
    records.map((record) => record.audience),
  );
  return records.map((record, at) => {
    const lead = leads.get(record.leadId);
    const audience = audiences[at] ?? { kind: record.audience.kind, units: [] };
    const { id, title, question, state, memberCount, votesEach, openedOn, closedOn } = record;
    return {
      ...{ id, title, question, state, memberCount, votesEach, openedOn, audience },
      ...(lead && { lead }),
      ...(closedOn !== undefined && { closedOn }),
      small: memberCount < SMALL_AUDIENCE,
      may: rightsOf(record, actor),
    };
  });
}

function rightsOf(record: BoardRecord, actor: KnownActor): BoardSummary['may'] {
  const leads = mayLead(record, actor);
  const moves: BoardMove[] = leads ? BOARD_MOVES.filter((move) => moved(record.state, move)) : [];
  return {
    post: record.state === 'collecting',
    group: leads && record.state === 'grouping',
    vote: record.state === 'voting',
    moves,
  };
}

/** A board with what the caller may see of it. */
export async function boardView(moment: Moment | CommandContext, record: BoardRecord): Promise<Board> {
  const { tx, actor } = moment;
  const [summary] = await boardSummaries(moment, [record]);
  if (!summary) throw new Error('One record gives one view.');
  // Collected silently: not even their number is known before the grouping.
  const shown = record.state === 'collecting' ? [] : await ideasOf(tx, record.id);
  const mine = record.state === 'voting' ? await tx.get(votes, votesKey(record.id, actor.id)) : undefined;
  const owners = await refsOf(
    tx,
    record.actions.map((action) => action.ownerId),
  );
  const leads = mayLead(record, actor);
  return {
    ...summary,
    ideas: shown.map(({ id, text, votes: count }) => ({
      ...{ id, text },
      ...(count !== undefined && { votes: count }),
    })),
    groups: record.groups,
    myVotes: mine?.votes ?? {},
    actions: record.actions.map(({ id, title, ownerId, dueOn, state }) => {
      const owner = owners.get(ownerId);
      const maySet = leads || ownerId === actor.id;
      return { id, title, dueOn, state, ...(owner && { owner }), maySet };
    }),
  };
}
