import { GuildhallError } from '../../errors.js';
import { dayOf } from '../../mentoring/days.js';
import { command, query, type CommandContext } from '../../operation.js';
import { filterPages } from '../../paging.js';
import { people, units } from '../../people/model.js';
import { members } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { checkAudience, peopleOf } from '../audience.js';
import {
  aloneOnBoard,
  audienceOfBoard,
  boardSummaries,
  boardView,
  ideasOf,
  ledBoard,
  ownBoard,
  votesOf,
  wrongPhase,
} from '../board-read.js';
import {
  Board,
  BOARD_STATES,
  BoardDraft,
  boards,
  BoardState,
  BoardSummary,
  ideas,
  votes,
  type BoardMove,
  type BoardRecord,
} from '../model/board.js';
import { EVERYONE, moved, totals, votable } from '../rules/board.js';

export const openBoard = command({
  summary:
    'Opens a board of ideas for people and leads it. HR opens it for anybody, others for their own team or those who report to them.',
  who: members,
  input: BoardDraft,
  output: Board,
  refuses: ['board.notYours', 'board.nobody', 'person.unknown', 'unit.unknown'],
  async run(context, draft) {
    const { tx, actor, now, newId, settings } = context;
    await checkAudience(tx, draft.audience);
    await checkOwnTeam(context, draft.audience);
    const everyone = draft.audience.kind === 'everyone';
    const writers = new Set((await peopleOf(tx, draft.audience)).map((person) => person.id));
    if (draft.audience.kind === 'reports') writers.add(draft.audience.managerId);
    writers.add(actor.id);
    if (writers.size < 2)
      throw new GuildhallError('conflict', 'board.nobody', 'There is nobody else for whom it would be.');
    const record: BoardRecord = {
      id: newId(),
      ...draft,
      state: 'collecting',
      leadId: actor.id,
      memberIds: everyone ? [EVERYONE] : [...writers].sort(),
      memberCount: writers.size,
      groups: [],
      actions: [],
      openedOn: dayOf(now, settings.timeZone),
      openedAt: now.toISOString(),
    };
    await tx.insert(boards, record);
    await tx.tell({ type: 'board.opened', ids: [record.id], audience: audienceOfBoard(record) });
    return boardView(context, record);
  },
});

/** Refuses whom the actor may not gather: HR gathers anybody, a manager the reports, a member the own teams. */
async function checkOwnTeam({ tx, actor }: CommandContext, audience: BoardRecord['audience']): Promise<void> {
  if (actor.roles.includes('hrAdmin')) return;
  const me = await tx.get(people, actor.id);
  const own =
    audience.kind === 'reports'
      ? audience.managerId === actor.id || audience.managerId === me?.managerId
      : audience.kind === 'units' &&
        (await tx.getMany(units, audience.unitIds)).every((unit) => me?.teamIds.includes(unit.id));
  if (own) return;
  const message = 'A board can be opened for an own team, or for those who report to the caller.';
  throw new GuildhallError('forbidden', 'board.notYours', message);
}

export const listBoards = query({
  summary: 'Lists the boards that are for the caller, the newest first.',
  who: members,
  input: z.strictObject({
    states: z.array(BoardState).min(1).max(BOARD_STATES.length).optional(),
    ...page,
  }),
  output: pageOf(BoardSummary),
  async run(context, { states, limit, after }) {
    const where = { memberIds: [context.actor.id, EVERYONE] };
    const found = await filterPages(
      (request) => context.tx.find(boards, { where, order: '-openedAt', ...request }),
      (record) => states?.includes(record.state) ?? true,
      { limit, after },
    );
    return { ...found, items: await boardSummaries(context, found.items) };
  },
});

export const getBoard = query({
  summary: 'Reads a board. Before the grouping it shows nobody an idea; totals come when the vote has ended.',
  who: members,
  input: z.strictObject({ id }),
  output: Board,
  refuses: ['board.unknown'],
  async run(context, input) {
    return boardView(context, await ownBoard(context.tx, input.id, context.actor));
  },
});

export const startGrouping = command({
  summary: 'Ends the collecting: all ideas appear at once, under new ids, in random order.',
  who: members,
  input: z.strictObject({ id }),
  output: Board,
  refuses: ['board.unknown', 'board.notYours', 'board.phase'],
  alone: (input) => aloneOnBoard(input.id),
  async run(context, input) {
    const { tx, newId } = context;
    const board = await movable(context, input.id, 'startGrouping');
    const written = await ideasOf(tx, board.id);
    for (const idea of written) await tx.remove(ideas, idea.id);
    // The new ids are random: sorted by them, ideas lie in an order that tells nothing of when they came.
    const mixed = written.map(({ text }) => ({ id: newId(), boardId: board.id, text }));
    for (const idea of mixed.sort((a, b) => (a.id < b.id ? -1 : 1))) await tx.insert(ideas, idea);
    return save(context, { ...board, state: 'grouping' });
  },
});

export const startVoting = command({
  summary: 'Ends the grouping and begins the silent vote.',
  who: members,
  input: z.strictObject({ id }),
  output: Board,
  refuses: ['board.unknown', 'board.notYours', 'board.phase', 'board.empty'],
  alone: (input) => aloneOnBoard(input.id),
  async run(context, input) {
    const board = await movable(context, input.id, 'startVoting');
    if ((await ideasOf(context.tx, board.id)).length === 0)
      throw new GuildhallError('conflict', 'board.empty', 'There is no idea to vote for.');
    return save(context, { ...board, state: 'voting' });
  },
});

export const endVoting = command({
  summary: 'Ends the vote: the totals appear, and who voted for what is deleted.',
  who: members,
  input: z.strictObject({ id }),
  output: Board,
  refuses: ['board.unknown', 'board.notYours', 'board.phase'],
  alone: (input) => aloneOnBoard(input.id),
  async run(context, input) {
    const { tx } = context;
    const board = await movable(context, input.id, 'endVoting');
    const given = await votesOf(tx, board.id);
    const sums = totals(given.map((one) => one.votes));
    for (const one of given) await tx.remove(votes, one.id);
    const written = await ideasOf(tx, board.id);
    const single = votable(
      board.groups,
      written.map((idea) => idea.id),
    );
    for (const idea of written)
      if (single.has(idea.id)) await tx.replace(ideas, { ...idea, votes: sums.get(idea.id) ?? 0 });
    const groups = board.groups.map((group) => ({ ...group, votes: sums.get(group.id) ?? 0 }));
    return save(context, { ...board, groups, state: 'deciding' });
  },
});

export const closeBoard = command({
  summary: 'Closes a board for good; ideas, totals and actions stay to be read, and the ideas stay nameless.',
  who: members,
  input: z.strictObject({ id }),
  output: Board,
  refuses: ['board.unknown', 'board.notYours', 'board.phase'],
  alone: (input) => aloneOnBoard(input.id),
  async run(context, input) {
    const board = await movable(context, input.id, 'closeBoard');
    const closedOn = dayOf(context.now, context.settings.timeZone);
    return save(context, { ...board, state: 'closed', closedOn });
  },
});

/** The board, if the actor can make this move now. */
async function movable(
  { tx, actor }: CommandContext,
  boardId: string,
  move: BoardMove,
): Promise<BoardRecord> {
  const board = await ledBoard(tx, boardId, actor);
  if (moved(board.state, move) === undefined) throw wrongPhase(board);
  return board;
}

async function save(context: CommandContext, board: BoardRecord): Promise<Board> {
  await context.tx.replace(boards, board);
  await context.tx.tell({ type: 'board.changed', ids: [board.id], audience: audienceOfBoard(board) });
  return boardView(context, board);
}
