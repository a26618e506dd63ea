import type { KnownActor } from '../../policy.js';
import type { BoardMove, BoardRecord, BoardState } from '../model/board.js';

/** Fewer than this can write: without names, some may still guess who wrote what. */
export const SMALL_AUDIENCE = 5;

/** The most ideas that a board holds. */
export const MOST_IDEAS = 500;

/** The most actions that a board holds. */
export const MOST_ACTIONS = 50;

/** Stands in a board's members for everybody. */
export const EVERYONE = 'everyone';

/** Where each move leads from and to. */
const MOVES: Record<BoardMove, { from: BoardState; to: BoardState }> = {
  startGrouping: { from: 'collecting', to: 'grouping' },
  startVoting: { from: 'grouping', to: 'voting' },
  endVoting: { from: 'voting', to: 'deciding' },
  decide: { from: 'deciding', to: 'deciding' },
  closeBoard: { from: 'deciding', to: 'closed' },
};

/** The state that a move leads to; undefined when it cannot be made now. */
export function moved(state: BoardState, move: BoardMove): BoardState | undefined {
  return MOVES[move].from === state ? MOVES[move].to : undefined;
}

/** True when the board is for the actor. */
export function isMember(board: Pick<BoardRecord, 'memberIds'>, actor: KnownActor): boolean {
  return !actor.system && (board.memberIds.includes(EVERYONE) || board.memberIds.includes(actor.id));
}

/** True when the actor leads it: who opened it, and HR where the board is for HR too. */
export function mayLead(board: Pick<BoardRecord, 'memberIds' | 'leadId'>, actor: KnownActor): boolean {
  return board.leadId === actor.id || (isMember(board, actor) && actor.roles.includes('hrAdmin'));
}

type Groups = BoardRecord['groups'];

/** The groups without these ideas; those left empty are gone. */
export function withoutIdeas(groups: Groups, ideaIds: readonly string[]): Groups {
  const gone = new Set(ideaIds);
  return groups
    .map((group) => ({ ...group, ideaIds: group.ideaIds.filter((one) => !gone.has(one)) }))
    .filter((group) => group.ideaIds.length > 0);
}

/** The groups with these ideas in one of them, and in no other. Its title changes when one is given. */
export function withIdeasIn(
  groups: Groups,
  target: { id: string; title?: string | undefined },
  ideaIds: readonly string[],
): Groups {
  const moving = new Set(ideaIds);
  const grouped = groups.map((group) => {
    const rest = group.ideaIds.filter((one) => !moving.has(one));
    if (group.id !== target.id) return { ...group, ideaIds: rest };
    return { ...group, title: target.title ?? group.title, ideaIds: [...rest, ...moving] };
  });
  const known = grouped.some(({ id }) => id === target.id);
  if (!known) grouped.push({ id: target.id, title: target.title ?? '', ideaIds: [...moving] });
  return grouped.filter((group) => group.ideaIds.length > 0);
}

/** What can get votes: groups, and ideas that are in none. */
export function votable(groups: Groups, ideaIds: readonly string[]): Set<string> {
  const grouped = new Set(groups.flatMap((group) => group.ideaIds));
  return new Set([...groups.map(({ id }) => id), ...ideaIds.filter((one) => !grouped.has(one))]);
}

/** The sum of all votes, by what they are for. */
export function totals(votes: readonly Record<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of votes)
    for (const [target, count] of Object.entries(one)) sums.set(target, (sums.get(target) ?? 0) + count);
  return sums;
}
